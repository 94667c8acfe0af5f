/** Where a rule cannot decide whether someone is taken in, and a person has to. Personal data: seen one at a time, kept nowhere. */
import type { ContactData } from '../study/contact-data.ts';
import type { GroupCode } from '../study/group.ts';

/** In the order in which they are asked about one row: the first that applies. */
export const questionReasons = [
  /** Perhaps someone who must be left alone: who died, objects, said no, or is on a list of people not to approach. */
  'perhaps-stopped',
  /** A mentor decides about care where the person cannot (BW 1:450); whether that covers this study, no rule can tell. */
  'mentor',
  /** Exactly this person is in the study in another group: they would be asked twice, each time for something else. */
  'other-group',
  /** Perhaps someone who stands in these files too, or was taken in before. */
  'perhaps-same',
  /** Of an update: they phoned the client. Whether they go on, no rule can tell. */
  'called',
  /** Of an update: something happened, and it is not clear what. */
  'unreadable',
] as const;
export type QuestionReason = (typeof questionReasons)[number];

/** Whether the person in this row is taken; it can never override a refusal. */
export interface Decision {
  readonly file: number;
  readonly row: number;
  readonly take: boolean;
}

export interface Question {
  readonly file: number;
  readonly row: number;
  readonly why: QuestionReason;
  readonly contact: ContactData;
  /** Of an update: what happened, as the list says it. */
  readonly news?: string;
  readonly other?: {
    /** Of this delivery; absent for someone taken in before. */
    readonly file?: number;
    readonly row?: number;
    /** The group in which they are. */
    readonly group?: GroupCode;
    readonly contact: ContactData;
  };
  /** What was decided; absent as long as nothing is. */
  readonly take?: boolean;
}
