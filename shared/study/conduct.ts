/** How an interview is held (afname): who answers, who helps, how many take part, and that consent was asked before the first item. */
import type { ItemName } from './questionnaire.ts';

/** Someone who puts the conversation into another language; 'at-hand': a relative or neighbour who happens to be there. */
export const interpreters = ['booked', 'at-hand'] as const;
export type Interpreter = (typeof interpreters)[number];

/** Who gives the answers: the person, someone of their choice who answers for them (proxy), or who represents them by law. */
export const answerers = ['self', 'proxy', 'representative'] as const;
export type Answerer = (typeof answerers)[number];

export interface Conduct {
  readonly answeredBy: Answerer;
  readonly interpreter?: Interpreter;
  /** People who take part in the conversation, the one who answers among them; more than 1 only face to face. */
  readonly participants: number;
}

export const plainConduct: Conduct = { answeredBy: 'self', participants: 1 };
export const mostParticipants = 20;

/** How it was said that the interview may be held, AVG art. 4(11) and 7(1): aloud, after the text was read; or by sending in what was filled in. */
export const consentForms = ['spoken', 'sent-in'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** What is known of the course of an interview, without anything that was said. */
export interface Paradata {
  /** Completed minutes over all sittings; absent where nobody timed it (web, paper). */
  readonly minutes?: number;
  /** How often it was taken up. */
  readonly sittings: number;
  /** Where the first and the last item were answered, when that differs from the mode of the response. */
  readonly begunIn?: 'web';
  /** The first item that was answered in the mode of the response, when it was begun in another. */
  readonly switchedAt?: ItemName;
}
