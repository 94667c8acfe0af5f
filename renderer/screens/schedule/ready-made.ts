/** Protocols to begin with, as they were used: the reference study's, a national survey's, one on paper, or nothing yet. */
import { type Day, day, workingDayFrom } from '../../../shared/calendar.ts';
import { defaultCalling } from '../../../shared/study/calling.ts';
import type { ProtocolTexts } from '../../wording/screens/protocol-texts.ts';
import { type Draft, type DraftStep, newStep, usualPercent } from './draft.ts';
import { steppedTo } from './draft-moves.ts';
import { plannedDays } from './planned.ts';

export const readyMade = ['residents', 'colleagues', 'national', 'paper', 'empty'] as const;
export type ReadyMade = (typeof readyMade)[number];

interface Days {
  readonly startsOn: Day;
  readonly closesOn: Day;
}

const steps: Readonly<Record<ReadyMade, (texts: ProtocolTexts) => readonly DraftStep[]>> = {
  residents: (texts) => [
    newStep('email', 'email', 0, { has: ['email'] }, texts.invitation),
    newStep('letter', 'letter', 0, { lacks: ['email'] }, texts.letter),
    newStep('reminder', 'email', 7, { has: ['email'] }, texts.reminder),
    newStep('phone', 'phone', 14, {}, texts.introduction),
  ],
  colleagues: (texts) => [
    newStep('invitation', 'email', 0, {}, texts.invitation),
    newStep('reminder', 'email', 14, {}, texts.reminder),
  ],
  national: (texts) => [
    newStep('invitation', 'email', 0, {}, texts.invitation),
    newStep('reminder', 'email', 21, {}, texts.reminder),
  ],
  paper: (texts) => {
    const letter = newStep('letter', 'letter', 0, {}, texts.letter);
    const paper = newStep('reminder', 'paper', 14, {}, texts.paper, {
      when: 'step',
      after: letter.key,
      hasSlip: true,
    });
    const phone = newStep('phone', 'phone', 14, {}, texts.introduction, { when: 'step', after: paper.key });
    return [letter, paper, phone];
  },
  empty: () => [],
};

/**
 * `days`: what a protocol would begin with now; the national survey has its own days, in the first year in which they lie ahead. A step that
 * would fall on no working day stands on the next one.
 */
export function readyMadeDraft(kind: ReadyMade, days: Days, texts: ProtocolTexts): Draft {
  const draft: Draft = {
    ...(kind === 'national' ? nationalDays(days.startsOn) : days),
    callsMaximum: 6,
    callAgainAfterDays: 3,
    calling: defaultCalling,
    softLaunch: { isOn: false, percent: usualPercent },
    steps: steps[kind](texts),
  };
  return draft.steps.reduce((before, { key }) => onWorkingDay(before, key), draft);
}

function onWorkingDay(draft: Draft, key: number): Draft {
  const on = draft.startsOn === '' ? undefined : plannedDays(draft, draft.startsOn).get(key);
  return on === undefined ? draft : steppedTo(draft, key, workingDayFrom(on));
}

function nationalDays(from: Day): Days {
  const inYear = (year: number) => ({ startsOn: day(`${year}-04-23`), closesOn: day(`${year}-05-22`) });
  const own = inYear(Number(from.slice(0, 4)));
  return own.startsOn >= from ? own : inYear(Number(from.slice(0, 4)) + 1);
}
