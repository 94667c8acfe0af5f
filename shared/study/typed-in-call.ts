/** What an interviewer typed in a call that is not over: it comes back after a lock or a crash, and lapses with the end of the call. */

export const typedForms = ['note', 'help', 'appointment', 'number'] as const;
/** A form of a call in which something is typed that is about the person and not an answer of theirs. */
export type TypedForm = (typeof typedForms)[number];

export interface TypedInCall {
  /** The remark that is kept and goes with the ending. */
  readonly note?: string | undefined;
  /** The form that stands open, with the text of its boxes in their order. */
  readonly open?: { readonly form: TypedForm; readonly boxes: readonly string[] } | undefined;
}
