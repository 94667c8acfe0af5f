/** Protocols to begin with, as bureaus use them: residents in three channels, an e-mail with one reminder, or nothing yet. */
import type { Day } from '../../../shared/calendar.ts';
import type { ProtocolTexts } from '../../wording/screens/protocol-texts.ts';
import { type Draft, type DraftStep, newStep } from './draft.ts';

export const readyMade = ['residents', 'email', 'empty'] as const;
export type ReadyMade = (typeof readyMade)[number];

const steps: Readonly<Record<ReadyMade, (texts: ProtocolTexts) => readonly DraftStep[]>> = {
  residents: (texts) => [
    newStep('email', 'email', 0, { has: ['email'] }, texts.invitation),
    newStep('letter', 'letter', 0, { lacks: ['email'] }, texts.letter),
    newStep('reminder', 'email', 7, { has: ['email'] }, texts.reminder),
    newStep('phone', 'phone', 14, {}, texts.introduction),
  ],
  email: (texts) => [
    newStep('invitation', 'email', 0, {}, texts.invitation),
    newStep('reminder', 'email', 14, {}, texts.reminder),
  ],
  empty: () => [],
};

export function readyMadeDraft(
  kind: ReadyMade,
  days: { readonly startsOn: Day; readonly closesOn: Day },
  texts: ProtocolTexts,
): Draft {
  return { ...days, callsMaximum: 6, callAgainAfterDays: 3, steps: steps[kind](texts) };
}
