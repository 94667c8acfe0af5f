/** The ways in which this call can end now, each under its own key and with what follows from it. */
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import { callOutcomes, finalOutcomes } from '../../../shared/study/disposition.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import type { Grammar } from '../../wording/grammar.ts';
import type { callEndingWords } from '../../wording/screens/call-endings.ts';
import type { Words } from '../../wording/words.ts';

export interface Ending {
  readonly outcome: CallOutcome;
  /** The same digit for the same outcome, whatever else is possible. */
  readonly key: string;
  readonly title: string;
  readonly follows: string;
  /** Takes a second key. */
  readonly hurts: boolean;
}

/** An appointment has a letter of its own. */
const keyed = callOutcomes.filter((outcome) => outcome !== 'appointment');
/** While someone is being interviewed nobody is out. Who will not go on breaks off, which keeps the answers. */
const whileTalking: readonly CallOutcome[] = ['no-answer', 'withdrew', 'language'];

export interface Situation {
  readonly one: CaseInHand;
  /** An interview is going on in this call. */
  readonly isTalking: boolean;
  readonly say: (typeof callEndingWords)['nl'];
  readonly grammar: Grammar;
  readonly channels: Words['channels'];
}

export function endingsNow({ one, isTalking, say, grammar, channels }: Situation): readonly Ending[] {
  const hasAnswers = isTalking || one.hasDraft;
  const missed =
    one.ifMissed === undefined
      ? say.lastAttempt
      : one.ifMissed.channel === 'phone'
        ? say.callAgain(grammar.shortDay(one.ifMissed.on))
        : say.otherChannel(channels[one.ifMissed.channel], grammar.shortDay(one.ifMissed.on));
  const follows: Readonly<Record<CallOutcome, string>> = {
    'no-answer': missed,
    busy: missed,
    voicemail: missed,
    appointment: say.appointmentFollows,
    'wrong-number': say.wrongNumber,
    refused: say.final,
    withdrew: say.withdrew,
    deceased: say.final,
    unable: say.final,
    language: say.final,
    disconnected: missed,
    'refused-soft': missed,
    'other-language': missed,
    'says-answered': missed,
  };
  return keyed.flatMap((outcome, index): Ending[] => {
    if (isTalking && !whileTalking.includes(outcome)) return [];
    const isFinal = outcome in finalOutcomes;
    const goesOn = hasAnswers && one.ifMissed?.channel === 'phone' && !isFinal && outcome !== 'wrong-number';
    const also = hasAnswers && isFinal ? ` ${say.answersLapse}` : goesOn ? ` ${say.goesOnThen}` : '';
    return [
      {
        outcome,
        key: String(index + 1),
        title: isTalking && outcome === 'no-answer' ? say.lineDropped : say.outcomes[outcome],
        follows: follows[outcome] + also,
        hurts: isFinal || outcome === 'wrong-number',
      },
    ];
  });
}
