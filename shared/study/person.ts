/** The bureau's own staff in a study. A sampled person is a case, never a person. */
import type { Day } from '../calendar.ts';

/** manager: contact data and dispositions; researcher: answers and dataset; interviewer: the case in hand; officer: journal, no data. */
export const roles = ['manager', 'researcher', 'interviewer', 'officer'] as const;
export type Role = (typeof roles)[number];

/** Someone who holds nothing but the case in hand. */
export const onlyInterviews = (given: readonly Role[]): boolean => given.every((role) => role === 'interviewer');

/**
 * The keys of a study. study: settings, integrity and look-up, for everyone; contact: wraps the case keys; draft: with the case's key it
 * opens an unfinished interview; link and answers: the private halves of the key pairs to which anyone may seal.
 */
export const keyNames = ['study', 'contact', 'draft', 'link', 'answers'] as const;
export type KeyName = (typeof keyNames)[number];

declare const personBrand: unique symbol;
export type PersonId = string & { readonly [personBrand]: true };
/** In the journal: nobody was signed in who did it. */
export const nobody = '' as PersonId;

export interface Person {
  readonly id: PersonId;
  /** The name they sign in with; never a respondent's. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Day of the confidentiality statement, AVG art. 28(3)(b): not active before it. */
  readonly confidentialityOn: Day;
}
