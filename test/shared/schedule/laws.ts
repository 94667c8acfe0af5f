/** The laws of the schedule, over what was done in a history: each gives what breaks it, in words, or nothing. */
import { addDays, type Day, findDutchHoliday, weekday } from '../../../shared/calendar.ts';
import { planOf } from '../../../shared/schedule/step-days.ts';
import { defaultCalling } from '../../../shared/study/calling.ts';
import type { Protocol, Step } from '../../../shared/study/protocol.ts';
import type { Contact, Evening, History, Made, Schedule } from './histories.ts';

type Law = (history: History, schedule: Schedule) => string | undefined;

const isCall = ({ channel }: Pick<Step, 'channel'>) => channel === 'phone' || channel === 'visit';
const protocolOf = ({ evenings }: History): Protocol => evenings.at(-1)!.protocol;
const broken = (contacts: readonly Contact[], why: string) =>
  contacts.length === 0 ? undefined : `${why}: ${contacts.map(({ step, on }) => `${step.id} on ${on}`).join(', ')}`;

/** No contact before the first or after the closing day. */
export const noneOutsideTheDays: Law = (history) => {
  const { startsOn, closesOn } = protocolOf(history);
  return broken(
    history.contacts.filter(({ on }) => on < startsOn || on > closesOn),
    'outside the days',
  );
};

/** No contact after an answer, a hard refusal, a withdrawal or a death, however it became known. */
export const noneAfterTheEnd: Law = ({ contacts }) =>
  broken(
    contacts.filter(({ before }) => before.one.state.kind !== 'open'),
    'after the end',
  );

/** At most one message per person and step. */
export const oneMessagePerStep: Law = ({ contacts }) => {
  const messages = contacts.filter(({ step }) => !isCall(step));
  return broken(
    messages.filter(({ step }, nr) => messages.findIndex((other) => other.step.id === step.id) !== nr),
    'twice',
  );
};

/** Of calls, and of visits, never more than the maximum; but one more for every appointment that the person asked for. */
export const noMoreThanTheMaximum: Law = (history) => {
  const { callsMaximum } = protocolOf(history);
  const made = history.contacts.filter(({ step }) => isCall(step));
  const tooMany = made.filter(
    ({ step, kind, before }) =>
      kind !== 'appointment' &&
      before.attempts.filter(({ channel }) => channel === step.channel).length >= callsMaximum,
  );
  if (made.length > 2 * callsMaximum + history.appointments) return `${made.length} calls and visits in all`;
  return broken(tooMany, 'more than the maximum');
};

/** After a soft refusal nothing, or one call or visit where the protocol allows it; and an appointment that was asked for after it. */
export const softRefusalsAreHeard: Law = (history) => {
  const { calling = defaultCalling } = protocolOf(history);
  const after = history.contacts.filter(
    ({ kind, before }) => kind !== 'appointment' && before.attempts.some(({ outcome }) => outcome === 'refused-soft'),
  );
  if (calling.softRefusal === 'final') return broken(after, 'after a soft refusal');
  return broken([...after.filter(({ step }) => !isCall(step)), ...after.slice(1)], 'too much after a soft refusal');
};

/** Nobody is rung or visited on a day without windows, unless they asked for that day. */
export const onlyOnCallDays: Law = (history) => {
  const { calling = defaultCalling } = protocolOf(history);
  const isClosed = (on: Day) =>
    findDutchHoliday(on) !== undefined || calling.closedOn.includes(on) || calling.windows[weekday(on)].length === 0;
  const asked = ({ before }: Contact, on: Day) => before.attempts.some(({ appointmentOn }) => appointmentOn === on);
  return broken(
    history.contacts.filter((contact) => isCall(contact.step) && isClosed(contact.on) && !asked(contact, contact.on)),
    'on a closed day',
  );
};

/** No second contact on a day, other than what the protocol puts on one day after a message, and calls that were asked for. */
export const oneContactADay: Law = (history) => {
  const planned = new Map(planOf(protocolOf(history)).map(({ step, on }) => [step.id, on]));
  const second = history.contacts.filter(({ on, step, kind, before }) => {
    const today = before.attempts.filter((made) => made.on === on);
    const isTogether = today.every((made) => !isCall(made) && planned.get(made.step) === planned.get(step.id));
    return kind !== 'appointment' && !isTogether;
  });
  return broken(second, 'again on that day');
};

/** Nothing in a channel that does not reach the person, or not any more: no call to a wrong number, no letter to an address that they left. */
export const onlyWhereTheyAreReached: Law = ({ contacts }) =>
  broken(
    contacts.filter(({ step, before }) => !before.one.channels.includes(step.channel)),
    'where nobody is reached',
  );

const afterNow = (on: Day, closesOn: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let each = on; each <= closesOn; each = addDays(each, 1)) days.push(each);
  return days;
};

/** An open case is due on a day that still comes, or stands in the list of what is stuck with a reason; never both, never neither. */
export const dueOrStuck: Law = ({ evenings }, schedule) => {
  const wrong = evenings.find(({ on, protocol, one, attempts }) => {
    const due = schedule.due(protocol, one, attempts);
    const reason = schedule.stuck(protocol, one, attempts, on);
    if (one.state.kind !== 'open') return due !== undefined || reason !== undefined;
    const willBe =
      due !== undefined && afterNow(on, protocol.closesOn).some((day) => schedule.isDue(due, protocol, day));
    return willBe === (reason !== undefined);
  });
  return wrong && `neither due nor stuck, or both, on ${wrong.on}`;
};

/** What is due does not depend on the order in which attempts were entered. */
export const orderIsIrrelevant: Law = ({ evenings }, schedule) => {
  const asText = ({ protocol, one }: Evening, attempts: readonly Made[]) => {
    const due = schedule.due(protocol, one, attempts);
    return due && `${due.step.id} ${due.on} ${due.kind}`;
  };
  const wrong = evenings.find((evening) => {
    const { attempts } = evening;
    const orders = [attempts.toReversed(), [...attempts.slice(1), ...attempts.slice(0, 1)]];
    return orders.some((other) => asText(evening, other) !== asText(evening, attempts));
  });
  return wrong && `another day in another order on ${wrong.on}`;
};

export const laws = {
  noneOutsideTheDays,
  noneAfterTheEnd,
  oneMessagePerStep,
  noMoreThanTheMaximum,
  softRefusalsAreHeard,
  onlyOnCallDays,
  oneContactADay,
  onlyWhereTheyAreReached,
  dueOrStuck,
  orderIsIrrelevant,
} as const;
