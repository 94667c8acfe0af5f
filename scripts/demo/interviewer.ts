/** A simulated interviewer: takes the next case, logs what happens, and types whole interviews item by item. */
import { addDays, type Day } from '../../shared/calendar.ts';
import type { Asked, RequestName, View } from '../../shared/contract.ts';
import type { Item, Questionnaire } from '../../shared/study/questionnaire.ts';
import type { CaseInHand } from '../../shared/views.ts';
import { inventAnswer } from '../practice-study/answers.ts';
import type { Seeded } from '../seeded.ts';
import { typedAnswer } from './typed-answer.ts';
import type { CallWill } from './wills.ts';

/** Asks at this interviewer's seat; throws when the office refuses. */
export type AskAt = <N extends RequestName>(name: N, input: Asked<N>) => Promise<View<N>>;

export interface Street {
  readonly today: Day;
  readonly closesOn: Day;
  readonly questionnaireOf: (one: CaseInHand) => Questionnaire;
  /** What the person of this case does when rung; the same at every call. */
  readonly willOf: (one: CaseInHand) => CallWill;
  readonly draw: Seeded;
}

/** Rings until nobody is left to ring today. Gives the number of calls. */
export async function ringEveryoneDue(ask: AskAt, street: Street): Promise<number> {
  for (let calls = 0; ; calls += 1) {
    const next = await ask('contact.nextCase', {});
    if (next.kind === 'none') return calls;
    await ring(ask, next.case, street);
  }
}

async function ring(ask: AskAt, one: CaseInHand, street: Street): Promise<void> {
  const { draw, today, closesOn } = street;
  const will = street.willOf(one);
  const call = 1 + one.history.filter(({ channel }) => channel === 'phone').length;
  const isAppointed = one.history.some(({ outcome }) => outcome === 'appointment');
  if (will.kind === 'never-there' || call < will.call) {
    const outcome = draw.pick(['no-answer', 'no-answer', 'voicemail', 'busy'] as const);
    await ask('contact.closeCall', { outcome, note: draw.chance(0.3) ? noteAbout(draw) : undefined });
  } else if (will.kind === 'says') {
    await ask('contact.closeCall', { outcome: will.outcome, note: noteAbout(draw) });
  } else if (will.kind === 'answers' && will.appointmentFirst && !isAppointed && addDays(today, 4) <= closesOn) {
    const appointment = { on: addDays(today, 1 + draw.below(4)), at: draw.pick(['10:30', '14:00', '19:15']) };
    await ask('contact.closeCall', { outcome: 'appointment', appointment, note: noteAbout(draw) });
  } else {
    await interview(ask, one, street, will.kind === 'breaks-off' ? 3 + draw.below(5) : undefined);
  }
}

async function interview(ask: AskAt, one: CaseInHand, street: Street, stopAfter: number | undefined): Promise<void> {
  const questionnaire = street.questionnaireOf(one);
  const items = new Map<string, Item>(questionnaire.items.map((item) => [item.name, item]));
  let { next, saved } = await ask('interview.begin', { consent: 'spoken' });
  while (next !== undefined) {
    if (stopAfter !== undefined && saved >= stopAfter) {
      await ask('interview.breakOff', {});
      return;
    }
    const item = items.get(next.item)!;
    const answer = item.kind === 'note' ? null : typedAnswer(inventAnswer(item, street.draw.below, one.caseId));
    ({ next, saved } = await ask('interview.answer', { item: next.item, answer }));
  }
  await ask('interview.finish', {});
}

/** An invented remark, recognisable so that it can be searched for. */
function noteAbout(draw: Seeded): string {
  const what = draw.pick([
    'liefst na het eten',
    'spreekt zacht',
    'dochter nam op',
    'belt zelf terug',
    'hond op de achtergrond',
  ]);
  return `${what} (notitie ${100_000 + draw.below(900_000)})`;
}
