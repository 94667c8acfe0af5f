/**
 * The one final code of a person over all channels, after AAPOR's Standard Definitions for mixed modes: the best that came of it, interview before partial
 * interview before refusal before other before non-contact before unknown. What is known not to belong to the population goes before what only hindered.
 */
import type { Attempt } from './attempt.ts';
import { type CaseState, settled } from './case.ts';
import type { Channel } from './contact-data.ts';
import { type AttemptOutcome, codesByStrength, type FinalCode, finalCodes } from './disposition.ts';

const strength = new Map(codesByStrength.map((code, index) => [code, codesByStrength.length - index]));

/**
 * Which of two endings counts. It does not matter which came first: a refusal stays when the calls are used up after it, and a partial interview when its
 * person refuses the rest. Only what takes the answers themselves away weakens an ending (`withdrawnCode`), and that is written by whoever removes them.
 */
export function strongerCode(a: FinalCode, b: FinalCode): FinalCode {
  return strength.get(a)! >= strength.get(b)! ? a : b;
}

/** What people said themselves, or what was found out of them: no answers are taken in after it. A soft refusal (2.112) is none. */
const standsAgainstAnswers: readonly FinalCode[] = ['2.11', '2.111', '2.31'];

/** Whether a complete response that comes in after this ending counts: nobody was reached, could be spoken with, or had said no to the study itself. */
export function answersMayFollow(code: FinalCode): boolean {
  const group = finalCodes[code];
  return group !== 'I' && group !== 'NE' && !standsAgainstAnswers.includes(code);
}

/** What an attempt counts as in whatever channel; a channel of its own below. */
const byOutcome: Readonly<Record<AttemptOutcome, FinalCode>> = {
  intended: '3.11',
  sent: '3.19',
  posted: '3.19',
  failed: '3.30',
  bounced: '3.30',
  returned: '3.31',
  moved: '3.32',
  'no-answer': '3.13',
  busy: '3.12',
  voicemail: '3.14',
  disconnected: '3.90',
  'wrong-number': '3.90',
  appointment: '2.21',
  'says-answered': '2.90',
  'other-language': '2.33',
  'refused-soft': '2.112',
  refused: '2.11',
  withdrew: '2.11',
  deceased: '2.31',
  unable: '2.32',
  language: '2.33',
  'broke-off': '2.12',
  completed: '1.1',
};
const byChannel: Readonly<Partial<Record<Channel, Readonly<Partial<Record<AttemptOutcome, FinalCode>>>>>> = {
  email: { returned: '3.30' },
  letter: { failed: '3.30' },
  // Their address is known to be theirs, and somebody stood at the door.
  visit: { 'no-answer': '2.20' },
};

/** The interim code of one attempt: what a case would be counted as, had nothing else been tried. */
export function interimCode(channel: Channel, outcome: AttemptOutcome): FinalCode {
  return byChannel[channel]?.[outcome] ?? byOutcome[outcome];
}

/** What is known of a case beside its attempts. */
export interface KnownBeside {
  /** An interview was begun and not finished. */
  readonly isStarted?: boolean;
  /** The person was heard of otherwise: a slip, a request of their own, a call for help. */
  readonly isHeardOf?: boolean;
}

/** A call that reached nobody, of a person who is known to be there: not unknown any more. */
const onceHeardOf: Readonly<Partial<Record<FinalCode, FinalCode>>> = {
  '3.12': '2.20',
  '3.13': '2.20',
  '3.14': '2.22',
  '3.19': '2.20',
};

/**
 * What the case counts as when the fieldwork closes: its own ending, or that of an open case as it stands. The order of the attempts makes no difference,
 * and no attempt makes it weaker.
 */
export function finalCodeOf(
  attempts: readonly Pick<Attempt, 'channel' | 'outcome'>[],
  state: CaseState,
  channels: readonly Channel[],
  { isStarted = false, isHeardOf = false }: KnownBeside = {},
): FinalCode {
  const stands = settled(state);
  if (stands.kind === 'final') return stands.code;
  const untried: FinalCode = channels.length === 0 ? '3.18' : '3.11';
  const codes = attempts.map(({ channel, outcome }) => interimCode(channel, outcome));
  const best = (isStarted ? [...codes, '2.12' as const] : codes).reduce(strongerCode, untried);
  return isHeardOf ? (onceHeardOf[best] ?? best) : best;
}
