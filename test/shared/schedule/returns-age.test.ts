/** Who waits until returns were read: only whoever has a web link, never a first contact, and no longer than the study says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar.ts';
import { areReturnsNew, hasWebLink, returnsAge, waitsForReturns } from '../../../shared/schedule/returns-age.ts';
import { attemptOutcomes } from '../../../shared/study/disposition.ts';

const today = day('2026-03-16');
const linked = [{ channel: 'email', outcome: 'sent' }] as const;
const email = { channel: 'email' } as const;

test.each([
  ['not awaited', undefined, undefined, true],
  ['never read', 0, undefined, false],
  ['read today', 0, today, true],
  ['read yesterday', 0, addDays(today, -1), false],
  ['read yesterday, where one day is allowed', 1, addDays(today, -1), true],
  ['read two days ago, where one day is allowed', 1, addDays(today, -2), false],
  ['read on a day that lies ahead', 0, addDays(today, 1), false],
])('returns %s', (_, withinDays, lastOn, isNew) => {
  const rules = { doubleEntry: false, ...(withinDays === undefined ? {} : { returnsWithinDays: withinDays }) };
  expect(areReturnsNew(returnsAge(rules, lastOn), today)).toBe(isNew);
});

test.each([
  ['a first e-mail', email, [], false],
  ['a reminder after an e-mail', email, linked, true],
  ['a reminder after a letter', { channel: 'letter' }, [{ channel: 'letter', outcome: 'posted' }], true],
  ['a call after an e-mail', { channel: 'phone' }, linked, true],
  ['a call to whoever never got a link', { channel: 'phone' }, [{ channel: 'phone', outcome: 'busy' }], false],
  ['a letter after an e-mail that came back', { channel: 'letter' }, [{ channel: 'email', outcome: 'failed' }], false],
  [
    'a letter after a letter that came back',
    { channel: 'letter' },
    [{ channel: 'letter', outcome: 'returned' }],
    false,
  ],
  ['a visit', { channel: 'visit' }, linked, false],
] as const)('%s', (_, step, attempts, waits) => {
  expect(waitsForReturns(step, attempts, { withinDays: 0 }, today)).toBe(waits);
  expect(waitsForReturns(step, attempts, { withinDays: 0, lastOn: today }, today)).toBe(false);
  expect(waitsForReturns(step, attempts, {}, today)).toBe(false);
});

test('who waits got a link before; reading returns today lets everyone go on', () => {
  const attempt = fc.record({
    channel: fc.constantFrom('email' as const, 'letter' as const, 'phone' as const, 'visit' as const),
    outcome: fc.constantFrom(...attemptOutcomes),
  });
  const totals = { waiting: 0, going: 0 };
  fc.assert(
    fc.property(attempt, fc.array(attempt, { maxLength: 6 }), fc.nat({ max: 5 }), (step, attempts, withinDays) => {
      const waits = waitsForReturns(step, attempts, { withinDays }, today);
      totals[waits ? 'waiting' : 'going'] += 1;
      if (waits) expect(hasWebLink(attempts)).toBe(true);
      expect(waitsForReturns(step, attempts, { withinDays, lastOn: today }, today)).toBe(false);
    }),
    { numRuns: 3000 },
  );
  // Of twelve, one waits.
  expect(Math.min(totals.waiting, totals.going)).toBeGreaterThan(50);
});
