/** What a problem becomes on screen and on paper: whole sentences, in the order in which a person wants to know them. */
import type { ProblemName, Problems } from '../../shared/problem.ts';

export interface ProblemText {
  readonly happened: string;
  /** What is unharmed, or lost; absent where it would only distract. */
  readonly safe?: string;
  /** What to do now. Several things to mend stand each on a line of their own. */
  readonly todo: string;
}

/** The problems of these stages: `ProblemsOf<'file'>` is every 'file.…'. */
export type ProblemsOf<Stage extends string> = Extract<ProblemName, `${Stage}.${string}`>;

/** A text for each of `Names`: a problem without one does not compile. */
export type ProblemTexts<Names extends ProblemName> = {
  readonly [N in Names]: (detail: Problems[N]) => ProblemText;
};
