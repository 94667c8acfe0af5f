/** AAPOR's rates: published vectors (A, B: those of outcomerate), our own (D, E, G), and the laws between the rates. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FinalCounts, type RateName, responseRates } from '../../../shared/reporting/response-rates.ts';

const none: FinalCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UR: 0, UO: 0, NE: 0 };
const names: readonly RateName[] = [
  ...(['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6', 'COOP1', 'COOP2', 'COOP3', 'COOP4'] as const),
  ...(['REF1', 'REF2', 'REF3', 'CON1', 'CON2', 'CON3'] as const),
];
const a: FinalCounts = { I: 5, P: 3, R: 2, NC: 1, O: 2, UH: 1, UR: 0, UO: 1, NE: 1 };
const b: FinalCounts = { I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UR: 0, UO: 1, NE: 1 };
const d: FinalCounts = { I: 120, P: 8, R: 31, NC: 22, O: 9, UH: 0, UR: 0, UO: 58, NE: 15 };

function expectRates(counts: FinalCounts, e: number | 'proportional', expected: readonly number[], digits: number) {
  const { rates } = responseRates(counts, e);
  expect(Object.keys(rates)).toEqual(names);
  names.forEach((name, i) => {
    expect(rates[name], name).toBeCloseTo(expected[i]!, digits);
  });
}

test('vector A, with e a half', () => {
  const rr = [1 / 3, 8 / 15, 5 / 14, 4 / 7, 5 / 13, 8 / 13];
  expectRates(a, 0.5, [...rr, 5 / 12, 2 / 3, 1 / 2, 4 / 5, 2 / 15, 1 / 7, 2 / 13, 4 / 5, 6 / 7, 12 / 13], 12);
});

test('vector B, with e in proportion', () => {
  const rr = [4 / 11, 6 / 11, 10 / 27, 5 / 9, 4 / 9, 2 / 3];
  const others = [1 / 2, 3 / 4, 4 / 7, 6 / 7, 1 / 11, 5 / 54, 1 / 9, 8 / 11, 20 / 27, 8 / 9];
  expectRates(b, 'proportional', [...rr, ...others], 12);
  expect(responseRates(b, 'proportional')).toMatchObject({ e: 0.9, eligibility: 'proportional' });
});

test('vector D, with e in proportion', () => {
  const rr = [0.483871, 0.516129, 0.492295, 0.525115, 0.631579, 0.673684];
  const coop = [0.714286, 0.761905, 0.754717, 0.805031];
  expectRates(d, 'proportional', [...rr, ...coop, 0.125, 0.127176, 0.163158, 0.677419, 0.689214, 0.884211], 6);
  expect(responseRates(d, 'proportional').e).toBeCloseTo(0.926829, 6);
});

test.each([
  [1, 0.483871, 0.125, 0.677419],
  [0, 0.631579, 0.163158, 0.884211],
])('vector E: D with e = %i', (e, rr3, ref2, con2) => {
  const { rates } = responseRates(d, e);
  expect(rates.RR3).toBeCloseTo(rr3, 6);
  expect(rates.REF2).toBeCloseTo(ref2, 6);
  expect(rates.CON2).toBeCloseTo(con2, 6);
});

test('vector G: only one unknown case', () => {
  const { rates } = responseRates({ ...none, UO: 1 }, 0.3);
  for (const name of ['RR1', 'RR2', 'RR3', 'RR4', 'REF1', 'REF2', 'CON1', 'CON2'] as const) expect(rates[name]).toBe(0);
  for (const name of ['RR5', 'RR6', 'COOP1', 'COOP2', 'COOP3', 'COOP4', 'REF3', 'CON3'] as const)
    expect(rates[name]).toBeNull();
});

test('no closed cases: no rate at all, and no e', () => {
  const { e, rates } = responseRates(none, 'proportional');
  expect(e).toBeNull();
  expect(new Set(Object.values(rates))).toEqual(new Set([null]));
  expect(responseRates({ ...none, UO: 3 }, 'proportional').rates.RR3).toBeNull();
});

test('e outside 0 to 1 is refused', () => {
  for (const e of [-0.01, 1.01, Number.NaN]) expect(() => responseRates(d, e)).toThrow(RangeError);
});

const number = fc.integer({ min: 0, max: 500 });
const counts: fc.Arbitrary<FinalCounts> = fc.record({
  I: number,
  P: number,
  R: number,
  NC: number,
  O: number,
  UH: number,
  UR: number,
  UO: number,
  NE: number,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('law: with e = 1 and e = 0 the estimated rates are the lowest and the highest', () => {
  fc.assert(
    fc.property(counts, (each) => {
      const [all, nobody] = [responseRates(each, 1).rates, responseRates(each, 0).rates];
      for (const [estimated, lowest, highest] of [
        ['RR3', 'RR1', 'RR5'],
        ['RR4', 'RR2', 'RR6'],
        ['REF2', 'REF1', 'REF3'],
        ['CON2', 'CON1', 'CON3'],
      ] as const) {
        expect(all[estimated]).toBe(all[lowest]);
        expect(nobody[estimated]).toBe(nobody[highest]);
      }
    }),
  );
});

test('law: RR1 <= RR3 <= RR5, and every rate lies from 0 to 1', () => {
  fc.assert(
    fc.property(counts, share, (each, e) => {
      const { rates } = responseRates(each, e);
      for (const rate of Object.values(rates)) if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
      if (rates.RR5 !== null) expect(rates.RR1! <= rates.RR3! && rates.RR3! <= rates.RR5).toBe(true);
    }),
  );
});

test('law: the ineligible change only what depends on a proportional e', () => {
  fc.assert(
    fc.property(counts, number, share, (each, other, e) => {
      expect(responseRates({ ...each, NE: other }, e).rates).toEqual(responseRates(each, e).rates);
      const changed = responseRates({ ...each, NE: other }, 'proportional').rates;
      const before = responseRates(each, 'proportional').rates;
      for (const name of names)
        if (!['RR3', 'RR4', 'REF2', 'CON2'].includes(name)) expect(changed[name]).toBe(before[name]);
    }),
  );
});

test('law: a proportional e is the e that it names', () => {
  fc.assert(
    fc.property(counts, (each) => {
      const { e, rates } = responseRates(each, 'proportional');
      if (e !== null) expect(responseRates(each, e).rates).toEqual(rates);
    }),
  );
});

test('law: it makes no difference by which of the three letters a case is unknown', () => {
  fc.assert(
    fc.property(counts, share, (each, e) => {
      const together = { ...each, UH: 0, UR: 0, UO: each.UH + each.UR + each.UO };
      expect(responseRates(each, e).rates).toEqual(responseRates(together, e).rates);
    }),
  );
});
