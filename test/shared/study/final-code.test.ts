/** Interim and final codes: a code for every outcome, one ending per person whatever the order, and the cases that they are known by. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { responseRates } from '../../../shared/reporting/response-rates.ts';
import type { CaseState } from '../../../shared/study/case.ts';
import { type Channel, channels } from '../../../shared/study/contact-data.ts';
import {
  type AttemptOutcome,
  attemptOutcomes,
  codesByStrength,
  type FinalCode,
  type FinalGroup,
  finalCodes,
  finalGroups,
  finalOutcomes,
} from '../../../shared/study/disposition.ts';
import { answersMayFollow, finalCodeOf, interimCode, strongerCode } from '../../../shared/study/final-code.ts';

const open: CaseState = { kind: 'open' };
type Made = { readonly channel: Channel; readonly outcome: AttemptOutcome };
const made = (...pairs: readonly (readonly [Channel, AttemptOutcome])[]): readonly Made[] =>
  pairs.map(([channel, outcome]) => ({ channel, outcome }));

describe('what an open case is counted as', () => {
  test.each<[string, readonly Made[], FinalCode]>([
    ['nothing was sent', [], '3.11'],
    ['a letter lies ready', made(['letter', 'intended']), '3.11'],
    ['sent, and nothing came back', made(['email', 'sent'], ['email', 'sent']), '3.19'],
    ['an e-mail came back', made(['email', 'bounced']), '3.30'],
    ['never delivered', made(['email', 'failed']), '3.30'],
    ['an e-mail that was put down as returned', made(['email', 'returned']), '3.30'],
    ['a letter that was put down as not delivered', made(['letter', 'failed']), '3.30'],
    ['a letter came back', made(['letter', 'returned']), '3.31'],
    ['moved', made(['letter', 'moved']), '3.32'],
    ['one came back, the other did not', made(['email', 'bounced'], ['letter', 'posted']), '3.19'],
    ['only rung, nobody answered', made(['phone', 'no-answer'], ['phone', 'busy']), '3.13'],
    ['only rung, always busy', made(['phone', 'busy'], ['phone', 'busy']), '3.12'],
    ['only the voicemail', made(['phone', 'no-answer'], ['phone', 'voicemail']), '3.14'],
    ['a number that is not in use is no ineligible person', made(['phone', 'disconnected']), '3.90'],
    ['someone else has the number', made(['phone', 'wrong-number']), '3.90'],
    ['nobody at the door', made(['letter', 'posted'], ['visit', 'no-answer']), '2.20'],
    ['an appointment that came to nothing', made(['phone', 'appointment'], ['phone', 'no-answer']), '2.21'],
    ['another language', made(['phone', 'language'], ['phone', 'voicemail']), '2.33'],
    ['a language that nobody rang in', made(['phone', 'other-language']), '2.33'],
    ['says they answered already', made(['phone', 'says-answered'], ['phone', 'no-answer']), '2.90'],
    ['rather not, and not reached again', made(['phone', 'refused-soft'], ['phone', 'no-answer']), '2.112'],
    ['refused, and then rung until the calls were used up', made(['phone', 'refused'], ['phone', 'no-answer']), '2.11'],
  ])('%s', (_, attempts, code) => {
    expect(finalCodeOf(attempts, open, ['email', 'letter', 'phone'])).toBe(code);
  });

  test('without any way to reach them nothing is unknown but where they are', () => {
    expect(finalCodeOf([], open, [])).toBe('3.18');
    // Its channel was taken off when it bounced.
    expect(finalCodeOf(made(['email', 'bounced']), open, [])).toBe('3.30');
  });

  test('of whoever was heard of otherwise a missed call is no unknown', () => {
    const heardOf = { isHeardOf: true };
    expect(finalCodeOf(made(['phone', 'no-answer']), open, ['phone'], heardOf)).toBe('2.20');
    expect(finalCodeOf(made(['phone', 'busy']), open, ['phone'], heardOf)).toBe('2.20');
    expect(finalCodeOf(made(['email', 'sent']), open, ['email'], heardOf)).toBe('2.20');
    expect(finalCodeOf(made(['phone', 'voicemail']), open, ['phone'], heardOf)).toBe('2.22');
    expect(finalCodeOf(made(['email', 'bounced']), open, ['phone'], heardOf)).toBe('3.30');
  });

  test('what was begun and not finished is broken off', () => {
    expect(finalCodeOf(made(['email', 'sent']), open, ['email'], { isStarted: true })).toBe('2.12');
    expect(finalCodeOf([], open, [], { isStarted: true })).toBe('2.12');
  });

  test('a case that ended counts as it ended, also when it is set aside', () => {
    const final = { kind: 'final', code: '2.31', on: day('2026-03-10') } as const;
    for (const state of [final, { kind: 'restricted', was: final }] as const)
      expect(finalCodeOf(made(['phone', 'completed']), state, [])).toBe('2.31');
  });
});

test('every outcome of every channel has a code, and an ending in a call counts as the case that it ends', () => {
  for (const channel of channels)
    for (const outcome of attemptOutcomes) expect(finalCodes).toHaveProperty([interimCode(channel, outcome)]);
  for (const [outcome, code] of Object.entries(finalOutcomes))
    expect(interimCode('phone', outcome as AttemptOutcome)).toBe(code);
});

test('every letter has codes, 4.x is never eligible and nothing else is, and the codes run from strong to weak by letter', () => {
  expect(new Set(Object.values(finalCodes))).toEqual(new Set(finalGroups));
  for (const [code, group] of Object.entries(finalCodes)) expect(group === 'NE', code).toBe(code.startsWith('4.'));
  const ranks: Record<FinalGroup, number> = { I: 0, P: 1, R: 2, NE: 3, O: 4, NC: 5, UR: 6, UH: 6, UO: 6 };
  const order = codesByStrength.map((code) => ranks[finalCodes[code]]);
  expect(order).toEqual(order.toSorted());
});

const code = fc.constantFrom(...codesByStrength);
const attempts = fc.array(
  fc.record({ channel: fc.constantFrom(...channels), outcome: fc.constantFrom(...attemptOutcomes) }),
  { maxLength: 20 },
);
const ways = fc.subarray([...channels]);

test('law: of two endings the same one counts in whatever order they come', () => {
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      expect(strongerCode(a, b)).toBe(strongerCode(b, a));
      expect(strongerCode(a, strongerCode(b, c))).toBe(strongerCode(strongerCode(a, b), c));
      expect(strongerCode(a, a)).toBe(a);
      expect([a, b]).toContain(strongerCode(a, b));
    }),
  );
});

test('law: the order of the attempts makes no difference', () => {
  const shuffled = attempts.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ways, ([all, other], reached) => {
      expect(finalCodeOf(other, open, reached)).toBe(finalCodeOf(all, open, reached));
    }),
    { numRuns: 1000 },
  );
});

test('law: a refusal is never weakened, and no attempt makes an ending weaker', () => {
  fc.assert(
    fc.property(attempts, attempts, ways, (before, after, reached) => {
      const first = finalCodeOf(before, open, reached);
      const then = finalCodeOf([...before, ...after], open, reached);
      expect(strongerCode(first, then)).toBe(then);
      if (before.some(({ outcome }) => outcome === 'refused' || outcome === 'withdrew'))
        expect(['I', 'P', 'R']).toContain(finalCodes[then]);
    }),
    { numRuns: 1000 },
  );
});

test('law: everyone is in one group, so that what is counted adds up and every rate has its denominator', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(attempts, ways), { minLength: 1, maxLength: 30 }), (people) => {
      const letters = people.map(([all, reached]) => finalCodes[finalCodeOf(all, open, reached)]);
      const count = (letter: FinalGroup) => letters.filter((one) => one === letter).length;
      const counts = Object.fromEntries(finalGroups.map((letter) => [letter, count(letter)])) as Record<
        FinalGroup,
        number
      >;
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(people.length);
      const { RR1 } = responseRates(counts, 1).rates;
      const eligible = people.length - counts.NE;
      expect(RR1).toBe(eligible === 0 ? null : counts.I / eligible);
    }),
  );
});

test('answers that come in later count after anything but a no, a death and what is no person of the group', () => {
  const notAfter = codesByStrength.filter((one) => !answersMayFollow(one));
  expect(notAfter.toSorted()).toEqual(['1.1', '2.11', '2.111', '2.31', '4.10', '4.70', '4.80', '4.81', '4.90']);
});
