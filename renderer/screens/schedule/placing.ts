/** Where the cards of a time line stand: which days it shows, and on which row of its lane a card has room. */
import { type Day, daysBetween, mondayOf } from '../../../shared/calendar.ts';
import type { DraftStep } from './draft.ts';

export interface Span {
  /** A Monday. */
  readonly from: Day;
  /** Whole weeks. */
  readonly days: number;
  /** How many days a card covers, however few its step takes. */
  readonly cardDays: number;
}

export interface Placed {
  readonly step: DraftStep;
  readonly column: number;
  readonly span: number;
  readonly row: number;
}

/** A card needs about this much; a time line is at least so wide, and a day at least so wide in it. All in CSS pixels at the normal size. */
const cardPx = 172;
const timeLinePx = 680;
const dayPx = 10.4;
/** Two years: what lies further stands at the end. */
const mostDays = 104 * 7;

const wholeWeeks = (days: number) => Math.ceil(days / 7) * 7;

/** From the Monday before the first day until the last day, or until the last card ends. */
export function spanOf(startsOn: Day, closesOn: Day, days: readonly Day[]): Span {
  const [first = startsOn] = [startsOn, ...days].toSorted();
  const from = mondayOf(first);
  const latest = Math.max(0, ...days.map((on) => daysBetween(from, on))) + 1;
  const base = Math.min(mostDays, wholeWeeks(Math.max(daysBetween(from, closesOn) + 1, latest, 7)));
  const cardDays = Math.ceil(cardPx / Math.max(dayPx, timeLinePx / base));
  return { from, days: Math.max(base, wholeWeeks(Math.min(mostDays, latest - 1 + cardDays))), cardDays };
}

/** Each card on the first row of its lane where no other one stands. */
export function placedCards(
  steps: readonly DraftStep[],
  planned: ReadonlyMap<number, Day>,
  { from, days, cardDays }: Span,
): readonly Placed[] {
  const place = ({ key }: DraftStep) => daysBetween(from, planned.get(key) ?? from);
  const rowEnds: number[] = [];
  const placed = new Map<number, Placed>();
  for (const step of steps.toSorted((a, b) => place(a) - place(b))) {
    const column = Math.min(place(step) + 1, days - cardDays + 1);
    const free = rowEnds.findIndex((end) => end <= column);
    const row = free < 0 ? rowEnds.length : free;
    rowEnds[row] = column + cardDays;
    placed.set(step.key, { step, column, span: cardDays, row: row + 1 });
  }
  // In the order of the draft, so that a card that moves keeps its place in the page, and the focus.
  return steps.map(({ key }) => placed.get(key)!);
}
