/**
 * The response table of a report: per group how many people were invited, how many answered and in which mode, and what became of the
 * others. It counts cases as the store tallies them, so no person is read for it.
 */
import { type Mode, modes } from '../study/contact-data.ts';
import { type FinalCode, type FinalGroup, finalCodes, finalGroups } from '../study/disposition.ts';
import type { GroupCode } from '../study/group.ts';

/** So many cases of a group with the same final code and mode; an open case has neither, until the fieldwork of its group is closed. */
export interface Tally {
  readonly group: GroupCode;
  readonly final?: FinalCode;
  readonly mode?: Mode;
  /** It was still open when the fieldwork closed: `final` is what it is counted as. */
  readonly isFolded?: boolean;
  readonly count: number;
}

/** One line of the table: a group, or all of them. */
export interface ResponseCounts {
  /** Every case, whatever became of it, the ineligible and the open ones too. The AAPOR rates leave those out; the printed table does not. */
  readonly invited: number;
  /** Completed interviews (1.1). Partial ones stand apart, in `final.P`. */
  readonly responses: number;
  /** Responses per hundred invited, a whole number, halves upwards; null when nobody was invited. */
  readonly percent: number | null;
  /** The responses by the way they were held; adds up to `responses`. */
  readonly byMode: Readonly<Record<Mode, number>>;
  /** The cases that are closed, by AAPOR's letter. */
  readonly final: Readonly<Record<FinalGroup, number>>;
  /** Nog open: no final code yet. With the cases of `final` it adds up to `invited`. */
  readonly open: number;
  /** Of the cases in `final`: those that were still open when the fieldwork closed, and are counted as they stood. */
  readonly folded: Readonly<Record<FinalGroup, number>>;
}

export interface ResponseTable {
  /** In the order in which the groups were given. */
  readonly groups: readonly (ResponseCounts & { readonly group: GroupCode })[];
  readonly total: ResponseCounts;
}

/** `part` per hundred of `whole` as a whole number, halves upwards; null when `whole` is 0. Counts, so exact in integers. */
export function wholePercent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}

function countsOf(tallies: readonly Tally[]): ResponseCounts {
  const sum = (of: readonly Tally[]) => of.reduce((total, tally) => total + tally.count, 0);
  const letterOf = (tally: Tally) => tally.final && finalCodes[tally.final];
  const completes = tallies.filter((tally) => letterOf(tally) === 'I');
  if (completes.some((tally) => tally.mode === undefined)) throw new RangeError('a completed interview without a mode');
  const invited = sum(tallies);
  const responses = sum(completes);
  const byMode = modes.map((mode) => [mode, sum(completes.filter((tally) => tally.mode === mode))] as const);
  const byLetter = (of: readonly Tally[]) =>
    Object.fromEntries(
      finalGroups.map((letter) => [letter, sum(of.filter((tally) => letterOf(tally) === letter))] as const),
    ) as Record<FinalGroup, number>;
  return {
    invited,
    responses,
    percent: wholePercent(responses, invited),
    byMode: Object.fromEntries(byMode) as Record<Mode, number>,
    final: byLetter(tallies),
    open: sum(tallies.filter((tally) => tally.final === undefined)),
    folded: byLetter(tallies.filter(({ isFolded }) => isFolded === true)),
  };
}

/**
 * The table over `groups` (each named once); tallies of other groups are left out, of the total too. Throws RangeError when a completed
 * interview has no mode: the office always stores one.
 */
export function responseTable(tallies: readonly Tally[], groups: readonly GroupCode[]): ResponseTable {
  return {
    groups: groups.map((group) => ({ group, ...countsOf(tallies.filter((tally) => tally.group === group)) })),
    total: countsOf(tallies.filter((tally) => groups.includes(tally.group))),
  };
}
