/**
 * Answers that were given and do not fit a questionnaire, because it is another version than the one in which they were given: an answer
 * stays what it was, and is told of instead of being made to fit.
 */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from './answer.ts';
import { meetsConstraint } from './check-answer.ts';
import { type Item, type ItemKind, type ItemName, isAsked, type Questionnaire } from './questionnaire.ts';
import { walkRoute } from './route.ts';

export const misfits = ['item-gone', 'kind-changed', 'choice-gone', 'constraint'] as const;
export type Misfit = (typeof misfits)[number];

const kindsFor: Readonly<Record<Exclude<Answer['kind'], 'missing'>, readonly ItemKind[]>> = {
  text: ['text'],
  number: ['integer', 'decimal'],
  date: ['date'],
  choice: ['select-one'],
  choices: ['select-multiple'],
  ranking: ['rank'],
  acknowledged: ['acknowledge'],
};

/** Why `answer` does not fit `item` by itself, or undefined; the item's constraint is not looked at. */
export function misfitOf(item: Item | undefined, answer: Answer): Exclude<Misfit, 'constraint'> | undefined {
  if (item === undefined || !isAsked(item)) return 'item-gone';
  const { kind, choices } = item;
  if (answer.kind === 'missing') return missingFits(answer, choices) ? undefined : 'choice-gone';
  if (!kindsFor[answer.kind].includes(kind)) return 'kind-changed';
  if (answer.kind === 'number' && kind === 'integer' && !Number.isInteger(answer.number)) return 'kind-changed';
  const named = answer.kind === 'choice' ? [answer.choice] : 'choices' in answer ? answer.choices : [];
  return named.every((name) => choices?.some((choice) => choice.name === name)) ? undefined : 'choice-gone';
}

/** By its choice where it names one; noted without a choice it fits whatever the item offers. */
function missingFits({ missing, choice }: Extract<Answer, { kind: 'missing' }>, choices: Item['choices']): boolean {
  return choice === undefined || choices?.some((one) => one.name === choice && one.missing === missing) === true;
}

/** Answers on the route of `questionnaire` or to items that it has not; those that only fell off the route fit. `today`: that of the interview. */
export function answersOutOfForm(
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
): readonly { readonly item: ItemName; readonly why: Misfit }[] {
  const items = new Map(questionnaire.items.map((item) => [item.name, item]));
  const { values, items: onRoute } = walkRoute(questionnaire, answers, today);
  const asked = new Set(onRoute);
  const found: { readonly item: ItemName; readonly why: Misfit }[] = [];
  for (const [name, answer] of answers) {
    const item = items.get(name);
    const why = misfitOf(item, answer);
    if (why !== undefined) found.push({ item: name, why });
    else if (asked.has(item!) && !meetsConstraint(item!, answer, { values, today }))
      found.push({ item: name, why: 'constraint' });
  }
  return found;
}

/** Counted per item and reason, in the order of the questionnaire; items that it has not come last. */
export function countedMisfits(
  questionnaire: Questionnaire,
  found: readonly { readonly item: ItemName; readonly why: Misfit }[],
): readonly { readonly item: ItemName; readonly why: Misfit; readonly answers: number }[] {
  const places = new Map(questionnaire.items.map(({ name }, index) => [name, index]));
  const counts = new Map<string, { readonly item: ItemName; readonly why: Misfit; answers: number }>();
  for (const { item, why } of found) {
    const known = counts.get(`${item} ${why}`);
    if (known === undefined) counts.set(`${item} ${why}`, { item, why, answers: 1 });
    else known.answers += 1;
  }
  const placeOf = (item: ItemName) => places.get(item) ?? Number.POSITIVE_INFINITY;
  return [...counts.values()].toSorted(
    (one, other) => order(placeOf(one.item), placeOf(other.item)) || order(one.item, other.item),
  );
}

const order = <T extends string | number>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);
