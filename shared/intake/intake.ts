/** What a delivery is judged by, and what judging it gives. */
import type { Day } from '../calendar.ts';
import type { Agreement } from '../study/agreement.ts';
import type { Channel, ContactData } from '../study/contact-data.ts';
import type { ConsentBasis, GroupCode } from '../study/group.ts';
import type { IntakeFile, Reading } from './candidate.ts';
import type { JudgedRow } from './fate.ts';
import type { Decision, Question } from './question.ts';
import type { IntakeReport } from './report.ts';

export type { IntakeFile } from './candidate.ts';

/** Someone of an earlier delivery, in whatever group. */
export interface KnownPerson {
  /** Of the caller: the id of the case. */
  readonly key: string;
  readonly group: GroupCode;
  readonly contact: ContactData;
  /** Their identity keys. */
  readonly identity: readonly string[];
  /** Their case ended because they died, or because they want no more of it. */
  readonly ended?: 'deceased' | 'objection';
}

export interface Intake extends Reading {
  /** In the order in which they are taken in. */
  readonly files: readonly IntakeFile[];
  readonly agreement: Pick<Agreement, 'allowedFields' | 'startsOn' | 'endsOn'>;
  readonly today: Day;
  /** Everyone who was taken in before, of all groups. */
  readonly known: readonly KnownPerson[];
  /** Whether someone is on a list of people not to approach. */
  readonly isSuppressed?: (contact: ContactData) => boolean;
  readonly onePerAddress?: boolean;
  readonly draw?: DrawAsked | undefined;
  readonly decisions?: readonly Decision[];
}

/** A random selection: so many of each stratum that is named, and `people` of all others together. */
export interface DrawAsked {
  /** Decimal digits. */
  readonly seed: string;
  readonly people?: number | undefined;
  readonly perStratum: Readonly<Record<string, number>>;
}

export interface AcceptedRow {
  readonly file: number;
  readonly row: number;
  readonly contact: ContactData;
  /** The channels that can reach them, or the guardian who decides for them. */
  readonly channels: readonly Channel[];
  readonly stratum?: string;
  readonly basis: ConsentBasis;
  /** Its identity keys; personal data. */
  readonly identity: readonly string[];
}

export interface Ending {
  readonly key: string;
  readonly reason: 'deceased' | 'objection';
}

export interface IntakeResult {
  readonly accepted: readonly AcceptedRow[];
  /** One for each file, in order. */
  readonly reports: readonly IntakeReport[];
  /** All rows in order, with their fates; the reports are made of these. */
  readonly judged: readonly JudgedRow[];
  /** Rows about someone of this group who was taken in before, and whose fate therefore is `duplicate`. */
  readonly met: readonly { readonly file: number; readonly row: number; readonly key: string }[];
  /** Keys out of `known` of people of whom a row now tells that they died or object: their cases have to be ended, once each. */
  readonly ended: readonly Ending[];
  /** At most a hundred, in the order of the rows: those that wait, and as far as there is room those that were decided. */
  readonly questions: readonly Question[];
  /** Rows that wait for a decision, however many. */
  readonly undecided: number;
  /** Someone would be accepted of whom nothing shows by which text they said yes, AVG art. 7(1). */
  readonly needsConsentText: boolean;
  readonly drawn?: Drawn;
  readonly noticed: Noticed;
}

/** What was drawn of which stratum; '' for those without one. */
export interface Drawn {
  readonly seed: string;
  readonly strata: readonly { readonly stratum: string; readonly there: number; readonly drawn: number }[];
}

/** What a manager should know of those who are accepted, also when nothing has to be decided: counts. */
export interface Noticed {
  /** Addresses at which more than one of them lives. */
  readonly sharedAddresses: number;
  /** How many of them are in another group of the study too. */
  readonly inOtherGroup: number;
}

/** How far the judging is: in rows, each counted as often as it is gone through. */
export interface JudgingStep {
  readonly done: number;
  readonly total: number;
}
