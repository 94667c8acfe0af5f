/** Where two entries of the same paper differ, and the one set of answers that they come to once that was decided. */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from '../study/answer.ts';
import { type ItemName, isAsked, type Questionnaire } from '../study/questionnaire.ts';
import { answersOnRoute, route } from '../study/route.ts';

export type Take = 'first' | 'second';

export interface TwoEntries {
  readonly first: Answers;
  readonly second: Answers;
  /** What was decided, by item. */
  readonly settled: ReadonlyMap<ItemName, Take>;
  /** The day on which the entry began. */
  readonly today: Day;
}

export interface Difference {
  readonly item: ItemName;
  readonly first?: Answer;
  readonly second?: Answer;
  readonly taken?: Take;
}

export interface MergedEntries {
  /** The second entry, with the first where that was decided. */
  readonly answers: Answers;
  /** In the order of the questionnaire; only what the route of `answers` asks: what a decision took off it need not be decided. */
  readonly differences: readonly Difference[];
}

export function mergeEntries(
  questionnaire: Questionnaire,
  { first, second, settled, today }: TwoEntries,
): MergedEntries {
  const one = answersOnRoute(questionnaire, first, today);
  const other = answersOnRoute(questionnaire, second, today);
  const answers = new Map(other);
  for (const [item, take] of settled) {
    const taken = (take === 'first' ? one : other).get(item);
    if (taken === undefined) answers.delete(item);
    else answers.set(item, taken);
  }
  const differences = route(questionnaire, answers, today)
    .filter((item) => isAsked(item) && !isSame(one.get(item.name), other.get(item.name)))
    .map(({ name }): Difference => {
      const [a, b, taken] = [one.get(name), other.get(name), settled.get(name)];
      return {
        item: name,
        ...(a === undefined ? {} : { first: a }),
        ...(b === undefined ? {} : { second: b }),
        ...(taken === undefined ? {} : { taken }),
      };
    });
  return { answers, differences };
}

/** Answers to one item come from one check, which builds them alike. */
const isSame = (one: Answer | undefined, other: Answer | undefined) => JSON.stringify(one) === JSON.stringify(other);
