import { describe, expect, it } from 'vitest';
import { endingsNow } from '../../renderer/screens/interview/outcomes.ts';
import { readableNumber } from '../../renderer/screens/interview/phone-number.ts';
import { dayOfAppointment, timeTyped, writtenDay } from '../../renderer/screens/interview/typed-time.ts';
import { grammarOf } from '../../renderer/wording/grammar.ts';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { words } from '../../renderer/wording/wording.ts';
import { type Day, day } from '../../shared/calendar.ts';
import { finalOutcomes } from '../../shared/study/disposition.ts';
import type { CaseInHand } from '../../shared/views.ts';

describe('a telephone number', () => {
  it.each([
    ['+31612345678', '06 1234 5678'],
    ['+31201234567', '020 123 4567'],
    ['+31182123456', '0182 123 456'],
    ['+31881234567', '088 123 4567'],
    ['+4915123456789', '+49 151 234 567 89'],
    ['112', '112'],
  ])('%s is read as %s, with every digit', (number, read) => {
    expect(readableNumber(number)).toBe(read);
    expect(number.replace('+31', '0')).toBe(read.replaceAll(' ', ''));
  });
});

describe('an appointment as it is typed', () => {
  const today = day('2026-03-18');
  it.each([
    ['19:30', '19:30'],
    ['1930', '19:30'],
    ['19.30', '19:30'],
    ['9u05', '09:05'],
    ['19', '19:00'],
    ['24:00', undefined],
    ['19:60', undefined],
    ['193', undefined],
    ['', undefined],
  ])('has a time: %s', (text, time) => {
    expect(timeTyped(text)).toBe(time);
  });

  it.each([
    ['25-3-2026', '2026-03-25'],
    ['25-3', '2026-03-25'],
    ['25/3', '2026-03-25'],
    ['18', '2026-03-18'],
    ['17', '2026-04-17'],
    ['1-2', '2027-02-01'],
    ['31-2', undefined],
    ['31-2-2026', undefined],
    ['morgen', undefined],
  ])('has a day: %s', (text, on) => {
    expect(dayOfAppointment(text, today)).toBe(on);
    if (on !== undefined) expect(dayOfAppointment(writtenDay(on as Day), today)).toBe(on);
  });
});

describe('the endings of a call', () => {
  const one = { hasDraft: false } as CaseInHand;
  const on = day('2026-03-21');
  const say = callEndingWords.nl;
  const situation = { say, grammar: grammarOf('nl'), channels: words.nl.channels };
  const now = (more: Partial<CaseInHand>, isTalking = false) =>
    endingsNow({ ...situation, one: { ...one, ...more }, isTalking });

  it('have a key each, the same whatever else is possible', () => {
    const all = new Map(now({}).map(({ outcome, key }) => [outcome, key]));
    expect(new Set(all.values()).size).toBe(9);
    for (const { outcome, key } of now({}, true)) expect(all.get(outcome)).toBe(key);
  });

  it('take a second key exactly where nobody rings again', () => {
    for (const { outcome, hurts } of now({}))
      expect(hurts).toBe(outcome in finalOutcomes || outcome === 'wrong-number');
  });

  it('say what the protocol does next', () => {
    const missed = (more: Partial<CaseInHand>) => now(more)[0]!.follows;
    expect(missed({ ifMissed: { on, channel: 'phone' } })).toBe(say.callAgain('za 21 mrt'));
    expect(missed({ ifMissed: { on, channel: 'letter' } })).toBe(say.otherChannel('brief', 'za 21 mrt'));
    expect(missed({})).toBe(say.lastAttempt);
  });

  it('say what happens to answers that were given', () => {
    const lapses = (more: Partial<CaseInHand>, isTalking: boolean) =>
      now(more, isTalking)
        .filter(({ follows }) => follows.includes(say.answersLapse))
        .map(({ outcome }) => outcome);
    expect(lapses({}, false)).toEqual([]);
    expect(lapses({}, true)).toEqual(['withdrew', 'language']);
    expect(lapses({ hasDraft: true }, false)).toEqual(['refused', 'withdrew', 'deceased', 'unable', 'language']);
  });
});
