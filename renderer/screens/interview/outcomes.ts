/** The ways in which a call, or a visit, can end now: each under its own key and with what follows from it. */
import { type CallOutcome, finalOutcomes } from '../../../shared/study/disposition.ts';
import type { CaseInHand, NextContact } from '../../../shared/views.ts';
import type { Grammar } from '../../wording/grammar.ts';
import type { callEndingWords } from '../../wording/screens/call-endings.ts';
import type { Words } from '../../wording/words.ts';

export interface Ending {
  readonly outcome: CallOutcome;
  /** The same one for the same outcome, whatever else is possible. */
  readonly key: string;
  readonly title: string;
  readonly follows: string;
  /** Takes a second key. */
  readonly hurts: boolean;
}

type Keyed = Exclude<CallOutcome, 'appointment'>;

/** An appointment has a letter of its own. The most used first, with a digit; then a letter of what they are called in Dutch. */
export const outcomeKeys: Readonly<Record<Keyed, string>> = {
  'no-answer': '1',
  voicemail: '2',
  busy: '3',
  'refused-soft': '4',
  refused: '5',
  'wrong-number': '6',
  disconnected: '7',
  'other-language': '8',
  'says-answered': '9',
  unable: 'z',
  language: 't',
  withdrew: 'i',
  deceased: 'o',
  moved: 'v',
};
const inOrder = Object.keys(outcomeKeys) as readonly Keyed[];

/** While someone is being interviewed nobody is out. Who will not go on breaks off, which keeps the answers. */
const whileTalking: readonly CallOutcome[] = ['no-answer', 'other-language', 'language', 'withdrew'];
/** Whoever calls was reached. */
const notInbound: readonly CallOutcome[] = ['voicemail', 'busy', 'wrong-number', 'disconnected', 'moved'];
const notOnVisit: readonly CallOutcome[] = ['voicemail', 'busy', 'wrong-number', 'disconnected'];
const impossible: Readonly<Record<CaseInHand['contact'], readonly CallOutcome[]>> = {
  phone: ['moved'],
  inbound: notInbound,
  visit: notOnVisit,
};

/** The number does not lead to the person. */
export const isOfNumber = (outcome: CallOutcome) => outcome === 'wrong-number' || outcome === 'disconnected';

/** A language in which nobody can be interviewed is final; one that a colleague speaks is not, and is asked for. */
export const asksLanguage = (outcome: CallOutcome) => outcome === 'other-language';

export interface Situation {
  readonly one: Pick<
    CaseInHand,
    'contact' | 'hasDraft' | 'ifEnded' | 'ifMissed' | 'isLastTry' | 'phones' | 'softRefusal'
  >;
  /** An interview is going on in this call. */
  readonly isTalking: boolean;
  readonly say: (typeof callEndingWords)['nl'];
  readonly grammar: Grammar;
  readonly channels: Words['channels'];
}

export function endingsNow({ one, isTalking, say, grammar, channels }: Situation): readonly Ending[] {
  const { contact, ifMissed, isLastTry } = one;
  const hasAnswers = isTalking || one.hasDraft;
  const then = (next: NextContact | undefined): string => {
    if (contact === 'inbound') return say.asBefore;
    if (next === undefined) return say.lastAttempt;
    const on = grammar.shortDay(next.on);
    return next.channel === contact ? say.again[contact](on) : say.otherChannel[contact](channels[next.channel], on);
  };
  const after = (outcome: 'voicemail' | 'busy') => {
    const told = one.ifEnded[outcome];
    return then(told === undefined ? ifMissed : told.next);
  };
  const softly = one.ifEnded['refused-soft']?.next;
  const waits = one.ifEnded['says-answered']?.next;
  const isOnceMore = one.softRefusal === 'once-more' && !isLastTry;
  const hasOtherNumber = one.phones.length > 1;
  const dead = hasOtherNumber ? say.otherNumber : say.wrongNumber;
  const follows: Readonly<Record<Keyed, string>> = {
    'no-answer': then(ifMissed),
    voicemail: after('voicemail'),
    busy: after('busy'),
    'refused-soft': !isOnceMore
      ? say.softIsFinal
      : softly === undefined
        ? say.onceMoreNot
        : say.onceMore(grammar.shortDay(softly.on)),
    refused: say.final,
    'wrong-number': dead,
    disconnected: dead,
    'other-language': say.colleagueRings,
    'says-answered': waits === undefined ? say.waitsNoMore : say.waitsForAnswer(grammar.shortDay(waits.on)),
    unable: say.final,
    language: say.final,
    withdrew: say.withdrew,
    deceased: say.final,
    moved: say.moved,
  };
  const titles = { ...say.outcomes, ...say.outcomesOf[contact] };
  return inOrder.flatMap((outcome): Ending[] => {
    if (impossible[contact].includes(outcome)) return [];
    if (isTalking && !whileTalking.includes(outcome)) return [];
    const isSoftlyFinal = outcome === 'refused-soft' && !isOnceMore;
    const isFinal = outcome in finalOutcomes || isSoftlyFinal;
    const goesOn = hasAnswers && ifMissed?.channel === 'phone' && !isFinal && !isOfNumber(outcome);
    const also = hasAnswers && isFinal ? ` ${say.answersLapse}` : goesOn ? ` ${say.goesOnThen}` : '';
    return [
      {
        outcome,
        key: outcomeKeys[outcome],
        title: isTalking && outcome === 'no-answer' ? say.lineDropped[contact] : titles[outcome],
        follows: follows[outcome] + also,
        hurts: isFinal || (isOfNumber(outcome) && !hasOtherNumber) || outcome === 'moved',
      },
    ];
  });
}
