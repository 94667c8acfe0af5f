/**
 * The interviewer hours per week that a protocol asks for. Reckoned as the load is: with every open case, as if nobody answered before the
 * phone step, so that a bureau plans enough people. A case is reckoned in its first phone step.
 */
import { addDays, type Day, mondayOf } from '../calendar.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import { callDayFrom, callingOf } from './call-days.ts';
import { stepsFor } from './due-contact.ts';
import { type ScheduledCase, waitsForLaunch } from './reach.ts';
import { planOf } from './step-days.ts';

/** One call with looking up the case, dialling, ringing and writing down what came of it. */
export const minutesPerCall = 4;
/** An interview of twenty items by telephone, beside the call itself. */
export const minutesPerInterview = 15;
/** Of the people who are rung, those who give an interview. */
export const interviewShare = 0.4;
/** Of the people who are rung, those with whom one call is enough: an interview, a refusal, a wrong number. The others are rung again. */
export const settledPerCall = 0.3;

export interface WeekOfCalls {
  /** Its Monday. */
  readonly week: Day;
  readonly calls: number;
  /** To a tenth. */
  readonly hours: number;
}

export interface CallHours {
  /** The weeks in which someone is rung, in order. */
  readonly weeks: readonly WeekOfCalls[];
  /** To a tenth; 0 when nobody is rung. */
  readonly callsPerCase: number;
}

/**
 * The calls of a case fall on the step's day and `callAgainAfterDays` after the one before, on days on which is rung, at most `callsMaximum`
 * of them, until the closing day; after each of them fewer people are left to be rung.
 */
export function callHours(protocol: Protocol, cases: readonly ScheduledCase[]): CallHours {
  const counts = casesPerPhoneStep(protocol, cases);
  const weeks = new Map<Day, { calls: number; interviews: number }>();
  for (const [step, count] of counts) {
    const days = callDays(protocol, step);
    const shares = days.map((_, nth) => (1 - settledPerCall) ** nth);
    const callsPerCase = sum(shares);
    for (const [nth, on] of days.entries()) {
      const week = mondayOf(on);
      const before = weeks.get(week) ?? { calls: 0, interviews: 0 };
      weeks.set(week, {
        calls: before.calls + count * shares[nth]!,
        interviews: before.interviews + (count * interviewShare * shares[nth]!) / callsPerCase,
      });
    }
  }
  const people = sum([...counts.values()]);
  const calls = sum([...weeks.values()].map((week) => week.calls));
  return { weeks: wholeCalls([...weeks].toSorted(byWeek)), callsPerCase: people === 0 ? 0 : toTenth(calls / people) };
}

function casesPerPhoneStep(protocol: Protocol, cases: readonly ScheduledCase[]) {
  const counts = new Map<Step, number>();
  for (const one of cases) {
    if (one.state.kind !== 'open' || waitsForLaunch(protocol, one, [])) continue;
    const step = stepsFor(protocol, one).find(({ channel }) => channel === 'phone');
    if (step !== undefined) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return counts;
}

/** The days on which a case is rung that nobody ever reaches. */
function callDays(protocol: Protocol, step: Step): readonly Day[] {
  const days: Day[] = [];
  let on = planOf(protocol).find((planned) => planned.step === step)?.on;
  while (on !== undefined && on <= protocol.closesOn && days.length < protocol.callsMaximum) {
    days.push(on);
    on = callDayFrom(callingOf(protocol), addDays(on, protocol.callAgainAfterDays));
  }
  return days;
}

type Week = readonly [Day, { readonly calls: number; readonly interviews: number }];
const byWeek = ([a]: Week, [b]: Week) => (a < b ? -1 : a > b ? 1 : 0);

/** Calls are whole: what is rounded off in one week is made in the next, so that the total stays what it is. */
function wholeCalls(weeks: readonly Week[]): readonly WeekOfCalls[] {
  let exact = 0;
  let made = 0;
  return weeks.flatMap(([week, { calls, interviews }]) => {
    exact += calls;
    const whole = Math.round(exact) - made;
    made += whole;
    const hours = toTenth((calls * minutesPerCall + interviews * minutesPerInterview) / 60);
    return whole === 0 && hours === 0 ? [] : [{ week, calls: whole, hours }];
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const toTenth = (number: number) => Math.round(number * 10) / 10;
