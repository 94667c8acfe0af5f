/** The numbers of a person once another one was given during a call. */

export type NumbersGiven =
  | { readonly kind: 'numbers'; readonly phones: readonly string[]; readonly isChanged: boolean }
  /** There is no number in that place. */
  | { readonly kind: 'no-such-place' };

/**
 * `phones` in the order in which they are rung. A new one is rung first; with `instead`, the place from 0 of the one that was wrong, it
 * takes that place. Never twice the same.
 */
export function withNewNumber(phones: readonly string[], given: string, instead?: number): NumbersGiven {
  if (instead !== undefined && instead >= phones.length) return { kind: 'no-such-place' };
  const changed = instead === undefined ? added(phones, given) : phones.with(instead, given);
  const distinct = [...new Set(changed)];
  return { kind: 'numbers', phones: distinct, isChanged: distinct.join(' ') !== phones.join(' ') };
}

/** One that is known already stays where it is. */
const added = (phones: readonly string[], given: string) => (phones.includes(given) ? phones : [given, ...phones]);
