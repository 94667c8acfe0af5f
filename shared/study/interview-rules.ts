/** What a study may set itself about interviews and returns. */

export interface InterviewRules {
  /** An interview that is broken off counts as partial (AAPOR 1.2) from this share of the items on its route, in percent; absent: it never does. */
  readonly partialFromPercent?: number;
  /** Paper and e-mail answers are entered twice, and the differences decided on. */
  readonly doubleEntry: boolean;
  /**
   * Reminders and calls to people with a web link wait until returns were read at most so many days ago (0: today); absent: this study has
   * no web returns to wait for.
   */
  readonly returnsWithinDays?: number;
}

/** Safe where nothing was set: nobody is reminded of what they sent in this morning. */
export const plainInterviewRules: InterviewRules = { doubleEntry: false, returnsWithinDays: 0 };
