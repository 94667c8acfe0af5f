/** The two ends of an agreement, at their edges. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../shared/calendar.ts';
import { Refusal } from '../../../shared/problem.ts';
import type { AgreementDraft } from '../../../shared/study/agreement.ts';
import {
  type AgreementDates,
  agreementPhase,
  comingEnd,
  latestAnswersEnd,
  refuseAfterEnd,
  refuseDatesOutOfOrder,
  type Until,
} from '../../../shared/study/agreement-in-force.ts';

const dates = { startsOn: day('2026-02-23'), endsOn: day('2026-06-30'), answersEndOn: day('2026-07-28') };

function problemOf(work: () => void): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.problem.problem;
    throw error;
  }
}

test.each([
  ['2026-02-22', 'before'],
  ['2026-02-23', 'in-force'],
  ['2026-06-29', 'in-force'],
  ['2026-06-30', 'in-force'],
  ['2026-07-01', 'contact-ended'],
  ['2026-07-27', 'contact-ended'],
  ['2026-07-28', 'contact-ended'],
  ['2026-07-29', 'answers-ended'],
  ['2036-07-29', 'answers-ended'],
])('on %s the agreement is %s', (today, phase) => {
  expect(agreementPhase(dates, day(today))).toBe(phase);
});

test('both ends may be one day: then it goes from in force to ended at once', () => {
  const once = { ...dates, answersEndOn: dates.endsOn };
  expect(agreementPhase(once, day('2026-06-30'))).toBe('in-force');
  expect(agreementPhase(once, day('2026-07-01'))).toBe('answers-ended');
});

test.each<[Partial<AgreementDates>, string]>([
  [{}, 'before'],
  [{ startsOn: dates.startsOn }, 'in-force'],
  [{ startsOn: dates.startsOn, answersEndOn: dates.answersEndOn }, 'in-force'],
  [{ endsOn: day('2026-03-01') }, 'contact-ended'],
  [{ endsOn: day('2026-03-01'), answersEndOn: day('2026-03-30') }, 'answers-ended'],
])('a day that is not filled in ends nothing: %j', (some, phase) => {
  expect(agreementPhase(some, day('2026-04-01'))).toBe(phase);
});

test.each<[string, Until, string]>([
  ['2026-06-30', 'contact-end', 'none'],
  ['2026-07-01', 'contact-end', 'study.contact-ended'],
  ['2026-07-28', 'contact-end', 'study.contact-ended'],
  ['2026-07-29', 'contact-end', 'study.answers-ended'],
  ['2026-07-01', 'answers-end', 'none'],
  ['2026-07-28', 'answers-end', 'none'],
  ['2026-07-29', 'answers-end', 'study.answers-ended'],
  ['2026-07-29', 'always', 'none'],
  // before its first day a stage refuses for itself: a study is set up before it begins
  ['2026-02-22', 'contact-end', 'none'],
])('on %s what may be asked until %s is refused with: %s', (today, until, problem) => {
  expect(problemOf(() => refuseAfterEnd(dates, day(today), until))).toBe(problem);
});

test.each<[string, ReturnType<typeof comingEnd>]>([
  ['2026-06-15', { what: 'contact', on: dates.endsOn, daysLeft: 15, isNear: false }],
  ['2026-06-16', { what: 'contact', on: dates.endsOn, daysLeft: 14, isNear: true }],
  ['2026-06-30', { what: 'contact', on: dates.endsOn, daysLeft: 0, isNear: true }],
  ['2026-07-01', { what: 'answers', on: dates.answersEndOn, daysLeft: 27, isNear: false }],
  ['2026-07-13', { what: 'answers', on: dates.answersEndOn, daysLeft: 15, isNear: false }],
  ['2026-07-14', { what: 'answers', on: dates.answersEndOn, daysLeft: 14, isNear: true }],
  ['2026-07-28', { what: 'answers', on: dates.answersEndOn, daysLeft: 0, isNear: true }],
  ['2026-07-29', undefined],
])('on %s the next end is %j', (today, end) => {
  expect(comingEnd(dates, day(today))).toEqual(end);
});

test('there is no next end while no day is known', () => {
  expect(comingEnd({}, day('2026-03-02'))).toBeUndefined();
});

describe('the last day of the answers', () => {
  const problem = (answersEndOn: Day, more: AgreementDraft = { afterEndDays: 28 }) =>
    problemOf(() => refuseDatesOutOfOrder({ ...dates, ...more, answersEndOn }));

  test('is at most the days after the end that the agreement gives for erasing', () => {
    expect(latestAnswersEnd({ endsOn: dates.endsOn, afterEndDays: 28 })).toBe('2026-07-28');
    expect(latestAnswersEnd({ endsOn: dates.endsOn })).toBeUndefined();
    expect(problem(day('2026-07-28'))).toBe('none');
    expect(problem(day('2026-07-29'))).toBe('study.answers-end-out-of-range');
    expect(problem(day('2026-07-29'), {})).toBe('none');
  });

  test('is not before the last day of contact', () => {
    expect(problem(dates.endsOn)).toBe('none');
    expect(problem(addDays(dates.endsOn, -1))).toBe('study.answers-end-out-of-range');
    expect(problem(addDays(dates.endsOn, -1), {})).toBe('study.answers-end-out-of-range');
  });

  test('and an agreement does not end before it begins', () => {
    expect(
      problemOf(() => refuseDatesOutOfOrder({ startsOn: dates.startsOn, endsOn: addDays(dates.startsOn, -1) })),
    ).toBe('study.agreement-dates-reversed');
    expect(problemOf(() => refuseDatesOutOfOrder({ startsOn: dates.startsOn, endsOn: dates.startsOn }))).toBe('none');
    expect(problemOf(() => refuseDatesOutOfOrder({}))).toBe('none');
  });
});
