/** One person's answers after the interview, without the person. Sealed as a whole; a stored response has no plain column but a random id. */
import type { Answer } from './answer.ts';
import type { Conduct, Paradata } from './conduct.ts';
import type { Mode, Sex } from './contact-data.ts';
import type { GroupCode } from './group.ts';
import type { ItemName, Language } from './questionnaire.ts';

declare const responseBrand: unique symbol;
export type ResponseId = string & { readonly [responseBrand]: true };

/** What the extract knew and the tables need; taken over when the interview is finished, no finer than the tables ask. */
export interface Background {
  readonly sex?: Sex;
  /** Completed years on the day of the interview. */
  readonly age?: number;
  /** Ten years of age, '60-69', of whom no more is known; absent beside an age. */
  readonly ageBand?: string;
  readonly stratum?: string;
  readonly supportEnded?: boolean;
}

export interface Response {
  readonly group: GroupCode;
  readonly mode: Mode;
  readonly language: Language;
  readonly complete: boolean;
  /** Broken off after enough answers, as the study set it (AAPOR 1.2). */
  readonly isPartial?: true;
  readonly background: Background;
  readonly answers: readonly (readonly [ItemName, Answer])[];
  /** As the questionnaire names it; answers are read against that version. */
  readonly version?: string;
  readonly conduct?: Conduct;
  readonly paradata?: Paradata;
  /** What the interviewer wrote down with a question: for the researcher, never in a dataset. */
  readonly notes?: readonly (readonly [ItemName, string])[];
}
