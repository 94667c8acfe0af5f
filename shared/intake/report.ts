/** What the intake of one file came to, in counts and row numbers: no names and no values, so that it may be shown, printed and kept. */
import type { ContactField } from '../study/contact-data.ts';

/** Why a row was not taken in, in the order in which it is judged: the first that applies is the reason. */
export const refusalReasons = ['deceased', 'objection', 'no-consent', 'unreachable', 'duplicate'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface IntakeReport {
  /** Which of the files taken in together; counts from 1. */
  readonly file: number;
  /** Rows with content. Always equals `accepted` plus the sum of `refused`. */
  readonly read: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<RefusalReason, number>>;
  readonly refusedRows: readonly { readonly row: number; readonly reason: RefusalReason }[];
  /** Cells that could not be read and were left out, in accepted and refused rows. */
  readonly remarks: readonly { readonly row: number; readonly field: ContactField }[];
}
