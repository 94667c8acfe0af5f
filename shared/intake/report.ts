/** What the intake of one list came to, in counts and row numbers: no names and no values, so that it may be shown, printed and kept. */
import type { ContactField } from '../study/contact-data.ts';

/**
 * What a delivery is for. `people`: people to take in. `difference`: the same list again, as it is now. `updates`: what happened to people
 * since, during fieldwork. `stops`: people who must not be approached, whoever they are: a list of objections, or one of the bureau's own.
 */
export const deliveryKinds = ['people', 'difference', 'updates', 'stops'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** Why a row was not taken in, in the order in which it is judged: the first that applies is the reason. */
export const refusalReasons = [
  'deceased',
  'objection',
  /** On a list of people who must not be approached. */
  'suppressed',
  'no-consent',
  'minor',
  /** Someone else decides for them, and the row does not say how to reach that person. */
  'represented',
  'unreachable',
  'duplicate',
  /** In the study already, in another group. */
  'other-group',
  'same-address',
  /** A person decided so. */
  'left-out',
  'not-drawn',
  /** Of an update: nobody in the study is known by what the row says. */
  'unknown-person',
  /** Of an update: it does not say what happened. */
  'no-news',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What was done with a row about someone who is in the study already. */
export const appliedKinds = ['changed', 'unchanged', 'died', 'moved', 'objects', 'stopped'] as const;
export type AppliedKind = (typeof appliedKinds)[number];

export interface Remark {
  readonly row: number;
  readonly field: ContactField;
  /** `masked`: a number that could be a citizen service number. */
  readonly what: 'unreadable' | 'masked';
}

export interface IntakeReport {
  /** Which of the lists taken in together; counts from 1. */
  readonly file: number;
  /** Rows with content. Always equals `accepted` plus the sums of `applied` and `refused` plus `undecided`. */
  readonly read: number;
  readonly accepted: number;
  readonly applied: Readonly<Record<AppliedKind, number>>;
  readonly refused: Readonly<Record<RefusalReason, number>>;
  /** Rows that wait for a person to decide. */
  readonly undecided: number;
  readonly refusedRows: readonly { readonly row: number; readonly reason: RefusalReason }[];
  /** Cells of which something was left out, in accepted and refused rows. */
  readonly remarks: readonly Remark[];
}
