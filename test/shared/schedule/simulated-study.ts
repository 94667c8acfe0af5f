/**
 * Four weeks of a call room with invented people, twenty interviewers and a seed: who is rung is decided by the rules of the schedule, or by a
 * first-in queue. What people do at an hour of a day is drawn from the person, the day and the hour alone, so that both ring the same people.
 */
import { addDays, type Day, day, daysBetween, weekday } from '../../../shared/calendar.ts';
import { callingOf, daypartOf, isInWindow } from '../../../shared/schedule/call-days.ts';
import { minutesPerCall, minutesPerInterview } from '../../../shared/schedule/call-hours.ts';
import { type Callable, callOrder } from '../../../shared/schedule/call-order.ts';
import { mayBeOffered } from '../../../shared/schedule/daypart-balance.ts';
import { type DueContact, dueContact, isDue, type ScheduledCase } from '../../../shared/schedule/due-contact.ts';
import type { Attempt } from '../../../shared/study/attempt.ts';
import { type Calling, type Daypart, defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import { type AttemptOutcome, type FinalCode, finalOutcomes } from '../../../shared/study/disposition.ts';
import type { Protocol, StepId } from '../../../shared/study/protocol.ts';

/** `without-an-end`: balanced over the parts of the day, whoever waits for how long: broken on purpose. */
export type Queue = 'by-the-rules' | 'first-in' | 'without-an-end';

/** How many interviewers ring in an hour that begins at `at`. */
export type Shifts = (on: Day, at: string) => number;

export interface Tried extends Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'> {
  readonly daypart: Daypart;
  readonly at: string;
  /** What was due when it was rung. */
  readonly due: Pick<DueContact, 'on' | 'kind'>;
}

export interface Person {
  readonly id: CaseId;
  readonly nr: number;
  /** The chance that they pick up, per part of the day. */
  readonly atHome: Readonly<Record<Daypart, number>>;
  one: ScheduledCase;
  attempts: readonly Tried[];
  /** The hour of the appointment that was made last. */
  appointmentAt: string;
}

export interface SimulatedStudy {
  readonly people: readonly Person[];
  readonly calls: number;
  readonly interviews: number;
  /** On the web, by themselves: the same in both queues but for who was interviewed before. */
  readonly webAnswers: number;
  readonly appointmentsKeptOnTheHour: number;
  readonly appointments: number;
  /** Most days that somebody was due without being rung, on the evening of a day. */
  readonly longestWait: number;
}

export const firstMonday = day('2026-03-02');
export const days = 27;
/** What every study begins with: windows until nine in the evening and on Saturdays. */
export const protocol: Protocol = {
  startsOn: firstMonday,
  closesOn: addDays(firstMonday, days),
  steps: [{ id: 'phone' as StepId, channel: 'phone', afterDays: 0, for: {} }],
  callsMaximum: 8,
  callAgainAfterDays: 1,
  calling: { ...defaultCalling, softRefusal: 'once-more' },
};
/** The same with windows in which `onlyByDay` works. */
export const byDay: Protocol = {
  ...protocol,
  calling: {
    ...callingOf(protocol),
    windows: {
      ...Object.fromEntries([1, 2, 3, 4, 5].map((each) => [each, [{ from: '09:30', to: '17:00' }]])),
      ...{ 6: [], 7: [] },
    } as unknown as Calling['windows'],
  },
};

/** Twenty people: eight by day, twelve in the evening, seven on Saturdays. */
export const twentyInterviewers: Shifts = (on, at) => {
  if (weekday(on) === 6) return at >= '10:00' && at < '17:00' ? 7 : 0;
  return at >= '18:00' ? 12 : 8;
};
export const onlyByDay: Shifts = (on, at) => (weekday(on) === 6 || at >= '17:00' ? 0 : 20);

/** Kinds of people, up to which share of all: who works, who is at home, who is out a lot, who never picks up. */
const kinds: readonly { readonly upTo: number; readonly atHome: Person['atHome'] }[] = [
  { upTo: 0.4, atHome: { morning: 0.06, afternoon: 0.09, evening: 0.4, saturday: 0.35 } },
  { upTo: 0.7, atHome: { morning: 0.4, afternoon: 0.42, evening: 0.35, saturday: 0.25 } },
  { upTo: 0.9, atHome: { morning: 0.08, afternoon: 0.16, evening: 0.2, saturday: 0.15 } },
  { upTo: 1, atHome: { morning: 0.01, afternoon: 0.01, evening: 0.02, saturday: 0.01 } },
];
const webAnswersPerDay = 0.006;
const wrongNumbers = 0.04;
const appointmentKept = 0.8;

/** A fraction from 0 to 1 that depends on what is given alone. */
function lot(...of: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const char of of.join(' ')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function personOf(nr: number, seed: number): Person {
  const drawn = lot(seed, nr, 'kind');
  const kind = kinds.find(({ upTo }) => drawn < upTo)!;
  const id = `case-${Math.floor(lot(seed, nr, 'id') * 2 ** 32).toString(36)}-${nr}` as CaseId;
  const one: ScheduledCase = { id, state: { kind: 'open' }, channels: ['phone'] };
  return { id, nr, atHome: kind.atHome, one, attempts: [], appointmentAt: '' };
}

const hours = Array.from({ length: 12 }, (_, nr) => (nr === 0 ? '09:30' : `${String(9 + nr).padStart(2, '0')}:00`));

export function simulatedStudy(
  queue: Queue,
  people: number,
  seed: number,
  shifts: Shifts = twentyInterviewers,
  given: Protocol = protocol,
): SimulatedStudy {
  const calling = callingOf(given);
  const all = Array.from({ length: people }, (_, nr) => personOf(nr, seed));
  const dues = new Map(all.map((person) => [person, dueContact(given, person.one, [])]));
  const counts = {
    calls: 0,
    interviews: 0,
    webAnswers: 0,
    appointmentsKeptOnTheHour: 0,
    appointments: 0,
    longestWait: 0,
  };
  const changed = (person: Person) => dues.set(person, dueContact(given, person.one, person.attempts));
  const end = (person: Person, code: FinalCode, on: Day) => {
    person.one = { ...person.one, state: { kind: 'final', code, on } };
    changed(person);
  };

  for (let today = firstMonday; today <= given.closesOn; today = addDays(today, 1)) {
    for (const person of all) {
      if (person.one.state.kind !== 'open' || lot(seed, person.nr, today, 'web') >= webAnswersPerDay) continue;
      counts.webAnswers += 1;
      end(person, '1.1', today);
    }
    for (const at of hours) {
      const daypart = daypartOf(at, weekday(today));
      let minutes = isInWindow(calling, today, at) ? shifts(today, at) * (at === '09:30' ? 30 : 60) : 0;
      if (minutes === 0) continue;
      for (const { person, due } of inOrder(queue, given, all, dues, { today, daypart, at })) {
        if (minutes <= 0) break;
        counts.calls += 1;
        minutes -= minutesPerCall;
        const isOnTheHour =
          due.kind === 'appointment' && due.on === today && at.slice(0, 2) === person.appointmentAt.slice(0, 2);
        if (due.kind === 'appointment') counts.appointments += 1;
        if (isOnTheHour) counts.appointmentsKeptOnTheHour += 1;
        const { outcome, appointmentOn, appointmentAt = '' } = ring(person, seed, { today, daypart, at }, isOnTheHour);
        person.attempts = [
          ...person.attempts,
          {
            ...{ step: due.step.id, channel: 'phone', on: today, outcome, daypart, at },
            due: { on: due.on, ...(due.kind === undefined ? {} : { kind: due.kind }) },
            ...(appointmentOn === undefined ? {} : { appointmentOn }),
          },
        ];
        person.appointmentAt = appointmentAt;
        if (outcome === 'wrong-number') person.one = { ...person.one, channels: [] };
        if (outcome === 'completed') {
          counts.interviews += 1;
          minutes -= minutesPerInterview;
        }
        const code = finalOutcomes[outcome];
        if (code === undefined) changed(person);
        else end(person, code, today);
      }
    }
    for (const due of dues.values())
      if (due !== undefined) counts.longestWait = Math.max(counts.longestWait, daysBetween(due.on, today));
  }
  return { people: all, ...counts };
}

interface Now {
  readonly today: Day;
  readonly daypart: Daypart;
  readonly at: string;
}

/** Whom the queue gives in this hour, first to last. */
function inOrder(
  queue: Queue,
  given: Protocol,
  people: readonly Person[],
  dues: ReadonlyMap<Person, DueContact | undefined>,
  now: Now,
): readonly { readonly person: Person; readonly due: DueContact }[] {
  const due: (Callable & { readonly person: Person; readonly due: DueContact })[] = [];
  for (const person of people) {
    const next = dues.get(person);
    if (next === undefined || !isDue(next, given, now.today)) continue;
    const { appointmentAt } = person;
    const isAppointment = next.kind === 'appointment';
    if (queue !== 'first-in') {
      const isTooEarly = isAppointment && next.on === now.today && appointmentAt > now.at;
      if (
        isTooEarly ||
        !mayBeOffered(
          callingOf(given),
          queue === 'without-an-end' ? { ...next, on: now.today } : next,
          person.attempts,
          now,
        )
      )
        continue;
    }
    due.push({
      id: person.id,
      person,
      due: next,
      attempts: person.attempts,
      ...(isAppointment ? { appointmentAt } : {}),
    });
  }
  if (queue !== 'first-in') return callOrder(due, now.daypart);
  return due.toSorted((a, b) => (a.due.on < b.due.on || (a.due.on === b.due.on && a.id < b.id) ? -1 : 1));
}

/** What comes of ringing this person at this hour. */
function ring(
  { nr, atHome, attempts, one }: Person,
  seed: number,
  { today, daypart, at }: Now,
  isOnTheHour: boolean,
): { readonly outcome: AttemptOutcome; readonly appointmentOn?: Day; readonly appointmentAt?: string } {
  if (one.channels.length > 0 && lot(seed, nr, 'wrong') < wrongNumbers) return { outcome: 'wrong-number' };
  const draw = (what: string) => lot(seed, nr, today, at, what);
  const isReached = draw('home') < (isOnTheHour ? appointmentKept : atHome[daypart]);
  if (!isReached) return { outcome: draw('miss') < 0.12 ? 'busy' : draw('miss') < 0.3 ? 'voicemail' : 'no-answer' };
  const willing = lot(seed, nr, 'willing');
  if (willing < 0.22) return { outcome: 'refused' };
  if (willing < 0.3 && !attempts.some(({ outcome }) => outcome === 'refused-soft')) return { outcome: 'refused-soft' };
  if (!isOnTheHour && draw('now') < 0.3) return { outcome: 'appointment', ...anHourThatSuits(atHome, seed, nr, today) };
  return { outcome: 'completed' };
}

/** One to four days ahead, in the part of the day in which they are at home most. */
function anHourThatSuits(atHome: Person['atHome'], seed: number, nr: number, today: Day) {
  const hour = atHome.evening >= atHome.afternoon ? 18 + Math.floor(lot(seed, nr, today, 'hour') * 3) : 13;
  let appointmentOn = addDays(today, 1 + Math.floor(lot(seed, nr, today, 'day') * 4));
  if (weekday(appointmentOn) > 5) appointmentOn = addDays(appointmentOn, 8 - weekday(appointmentOn));
  return { appointmentOn, appointmentAt: `${hour}:00` };
}
