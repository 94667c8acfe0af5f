/** A request of a person concerned (verzoek van een betrokkene, AVG art. 15 to 18 and 21): what is kept of it is no person, but a number, days and codes. */
import { type Day, findDay } from '../calendar.ts';
import type { CaseId } from './case.ts';

/** Access, correction, erasure, restriction, objection. */
export const requestArticles = ['15', '16', '17', '18', '21'] as const;
export type RequestArticle = (typeof requestArticles)[number];
/** How a request came in. */
export const requestChannels = ['client', 'email', 'letter', 'phone', 'in-person'] as const;
export type RequestChannel = (typeof requestChannels)[number];
export const requestStates = ['open', 'executed', 'rejected'] as const;
export type RequestState = (typeof requestStates)[number];
/** What was done. `rejected` on the client's word; `not-found`: nobody in this study. */
export const requestResults = [
  'handed-out',
  'corrected',
  'erased',
  'restricted',
  'stopped',
  'rejected',
  'not-found',
] as const;
export type RequestResult = (typeof requestResults)[number];

/** The sealed part. No free text: whatever the person said belongs in the letter to the client. */
export interface RequestDetails {
  readonly channel: RequestChannel;
  /** Whoever of the bureau or the client saw that the request came from the person themselves: name of staff. */
  readonly identityCheckedBy?: string;
  /** When it was passed on to the client, who answers it. */
  readonly forwardedOn?: Day;
  /** Number of the client's instruction. */
  readonly instruction?: number;
  readonly result?: RequestResult;
}

export interface CaseRequest {
  /** From 1, in the order in which they were recorded. */
  readonly nr: number;
  readonly article: RequestArticle;
  readonly receivedOn: Day;
  readonly state: RequestState;
  readonly executedOn?: Day;
  /** Absent until the person was found, and when they were erased. */
  readonly caseId?: CaseId;
}

/** The last day for the answer, AVG art. 12(3): a month later, or the last day of a shorter month. */
export function answerBy(receivedOn: Day): Day {
  const [year, month, date] = receivedOn.split('-').map(Number) as [number, number, number];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  const prefix = `${next[0]}-${String(next[1]).padStart(2, '0')}-`;
  for (let on = date; ; on -= 1) {
    const found = findDay(prefix + String(on).padStart(2, '0'));
    if (found !== undefined) return found;
  }
}
