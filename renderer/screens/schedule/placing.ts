/** Where the cards of a time line stand: which days it shows, and on which row of its lane a card has room. */
import { addDays, type Day, daysBetween, mondayOf } from '../../../shared/calendar.ts';
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
export function spanOf(startsOn: Day, closesOn: Day, steps: readonly DraftStep[]): Span {
  const from = mondayOf(startsOn);
  const lead = daysBetween(from, startsOn);
  const latest = lead + Math.max(0, ...steps.map(({ afterDays }) => afterDays ?? 0)) + 1;
  const base = Math.min(mostDays, wholeWeeks(Math.max(daysBetween(from, closesOn) + 1, latest, 7)));
  const cardDays = Math.ceil(cardPx / Math.max(dayPx, timeLinePx / base));
  return { from, days: Math.max(base, wholeWeeks(Math.min(mostDays, latest - 1 + cardDays))), cardDays };
}

/** Each card on the first row of its lane where no other one stands. */
export function placedCards(
  steps: readonly DraftStep[],
  startsOn: Day,
  { from, days, cardDays }: Span,
): readonly Placed[] {
  const lead = daysBetween(from, startsOn);
  const rowEnds: number[] = [];
  const placed = new Map<number, Placed>();
  for (const step of steps.toSorted((a, b) => (a.afterDays ?? 0) - (b.afterDays ?? 0))) {
    const column = Math.min(lead + (step.afterDays ?? 0) + 1, days - cardDays + 1);
    const free = rowEnds.findIndex((end) => end <= column);
    const row = free < 0 ? rowEnds.length : free;
    rowEnds[row] = column + cardDays;
    placed.set(step.key, { step, column, span: cardDays, row: row + 1 });
  }
  // In the order of the draft, so that a card that moves keeps its place in the page, and the focus.
  return steps.map(({ key }) => placed.get(key)!);
}

/** The day on which a step falls. */
export function dayOf(startsOn: Day, step: DraftStep): Day {
  return addDays(startsOn, step.afterDays ?? 0);
}
