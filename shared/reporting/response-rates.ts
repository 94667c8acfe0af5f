/**
 * The rates of AAPOR's Standard Definitions (10th edition, 2023) for a sample of named persons: response, cooperation, refusal and contact
 * rates. They are defined over closed cases; cases that are still open are in none of them.
 */
import type { FinalGroup } from '../study/disposition.ts';

/** Closed cases by AAPOR's letter, as a line of the response table gives them. */
export type FinalCounts = Readonly<Record<FinalGroup, number>>;

/**
 * e, the share of the unknown cases that is taken to be eligible (0 to 1): a number of the researcher's own, or `proportional`: as among the
 * known cases, (I+P+R+NC+O) / (I+P+R+NC+O+NE). A report names the value and the method.
 */
export type Eligibility = number | 'proportional';

// Each line: what the numerator counts of I, P, R, NC and O; what the denominator counts of them; and how the unknown cases (UH, UR and UO) count in
// the denominator: all (1), none (0), or the share that is taken to be eligible ('e').
const definitions = {
  RR1: [[1, 0, 0, 0, 0], [1, 1, 1, 1, 1], 1],
  RR2: [[1, 1, 0, 0, 0], [1, 1, 1, 1, 1], 1],
  RR3: [[1, 0, 0, 0, 0], [1, 1, 1, 1, 1], 'e'],
  RR4: [[1, 1, 0, 0, 0], [1, 1, 1, 1, 1], 'e'],
  RR5: [[1, 0, 0, 0, 0], [1, 1, 1, 1, 1], 0],
  RR6: [[1, 1, 0, 0, 0], [1, 1, 1, 1, 1], 0],
  COOP1: [[1, 0, 0, 0, 0], [1, 1, 1, 0, 1], 0],
  COOP2: [[1, 1, 0, 0, 0], [1, 1, 1, 0, 1], 0],
  COOP3: [[1, 0, 0, 0, 0], [1, 1, 1, 0, 0], 0],
  COOP4: [[1, 1, 0, 0, 0], [1, 1, 1, 0, 0], 0],
  REF1: [[0, 0, 1, 0, 0], [1, 1, 1, 1, 1], 1],
  REF2: [[0, 0, 1, 0, 0], [1, 1, 1, 1, 1], 'e'],
  REF3: [[0, 0, 1, 0, 0], [1, 1, 1, 1, 1], 0],
  CON1: [[1, 1, 1, 0, 1], [1, 1, 1, 1, 1], 1],
  CON2: [[1, 1, 1, 0, 1], [1, 1, 1, 1, 1], 'e'],
  CON3: [[1, 1, 1, 0, 1], [1, 1, 1, 1, 1], 0],
} as const satisfies Readonly<Record<string, readonly [readonly number[], readonly number[], 0 | 1 | 'e']>>;
const known = ['I', 'P', 'R', 'NC', 'O'] as const satisfies readonly FinalGroup[];

export type RateName = keyof typeof definitions;

export interface ResponseRates {
  /** The e that was used; null when it was to be proportional and no case is known to be eligible or not. */
  readonly e: number | null;
  readonly eligibility: 'given' | 'proportional';
  /** Each rate from 0 to 1, or null when its denominator is 0 or its e unknown: no rate is never nought. */
  readonly rates: Readonly<Record<RateName, number | null>>;
}

function weighted(counts: FinalCounts, weights: readonly number[]): number {
  return known.reduce((sum, letter, i) => sum + weights[i]! * counts[letter], 0);
}

/** All rates of `counts`. Throws RangeError when `eligibility` is a number outside 0 to 1. */
export function responseRates(counts: FinalCounts, eligibility: Eligibility): ResponseRates {
  if (typeof eligibility === 'number' && !(eligibility >= 0 && eligibility <= 1))
    throw new RangeError('e is a share: 0 to 1');
  const eligible = weighted(counts, [1, 1, 1, 1, 1]);
  const decided = eligible + counts.NE;
  const proportional = decided === 0 ? null : eligible / decided;
  const e = eligibility === 'proportional' ? proportional : eligibility;
  const rateOf = ([numerator, denominator, unknown]: (typeof definitions)[RateName]): number | null => {
    const share = unknown === 'e' ? e : unknown;
    if (share === null) return null;
    const below = weighted(counts, denominator) + share * (counts.UH + counts.UR + counts.UO);
    return below === 0 ? null : weighted(counts, numerator) / below;
  };
  const rates = Object.entries(definitions).map(([name, definition]) => [name, rateOf(definition)] as const);
  return {
    e,
    eligibility: eligibility === 'proportional' ? 'proportional' : 'given',
    rates: Object.fromEntries(rates) as Record<RateName, number | null>,
  };
}
