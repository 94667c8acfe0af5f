/**
 * The route (routing): which items are asked, given the answers so far. It is always computed from the questionnaire and the answers,
 * in one pass in the order of the workbook, and never stored. An answer that is itself off the route counts as not given, so nothing
 * that an earlier change took off the route can steer what follows.
 *
 * `today` is the day of the interview, for `today()` in conditions.
 */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from './answer.ts';
import { evaluate, isEmpty, isTrue, type Scope, type Value, valueOfAnswer } from './evaluate.ts';
import { type Item, type ItemName, isAsked, type Questionnaire } from './questionnaire.ts';

/** The route with the values on it. */
export interface Walk {
  /** Items on the route in order: questions and notes; a calculation is never shown. */
  readonly items: readonly Item[];
  /** Answers on the route and calculations that came out; what is not in it is unanswered. */
  readonly values: ReadonlyMap<ItemName, Value>;
}

export function walkRoute(questionnaire: Questionnaire, answers: Answers, today: Day): Walk {
  const items: Item[] = [];
  const values = new Map<ItemName, Value>();
  const scope = { values, today };
  for (const item of questionnaire.items) {
    if (item.relevant !== undefined && !isTrue(item.relevant, scope)) continue;
    if (item.kind === 'calculate') {
      const value = item.calculation === undefined ? '' : evaluate(item.calculation, scope);
      if (!isEmpty(value)) values.set(item.name, value);
      continue;
    }
    items.push(item);
    const answer = isAsked(item) ? answers.get(item.name) : undefined;
    if (answer !== undefined) values.set(item.name, valueOfAnswer(answer));
  }
  return { items, values };
}

/** The items on the route now, notes among them, in order. */
export function route(questionnaire: Questionnaire, answers: Answers, today: Day): readonly Item[] {
  return walkRoute(questionnaire, answers, today).items;
}

/**
 * The first item on the route that comes after `after` in the workbook, whether or not `after` is still on the route itself; without
 * `after` the first of all. Undefined at the end, and when `after` is no item of the questionnaire.
 */
export function nextItem(
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
  after?: ItemName,
): Item | undefined {
  const onRoute = route(questionnaire, answers, today);
  if (after === undefined) return onRoute[0];
  const passed = new Set<Item>();
  for (const item of questionnaire.items) {
    passed.add(item);
    if (item.name === after) return onRoute.find((candidate) => !passed.has(candidate));
  }
  return undefined;
}

/** The answers that count: those to questions on the route, in the order of the workbook. */
export function answersOnRoute(questionnaire: Questionnaire, answers: Answers, today: Day): Answers {
  const kept = new Map<ItemName, Answer>();
  for (const item of route(questionnaire, answers, today)) {
    const answer = isAsked(item) ? answers.get(item.name) : undefined;
    if (answer !== undefined) kept.set(item.name, answer);
  }
  return kept;
}

/** Whether an answer is needed now: always, or when the item's own condition says so. */
export function isRequired({ required, requiredWhen }: Item, scope: Pick<Scope, 'values' | 'today'>): boolean {
  return required || (requiredWhen !== undefined && isTrue(requiredWhen, scope));
}

/** Required questions on the route without an answer. "Don't know" is an answer. */
export function openItems(questionnaire: Questionnaire, answers: Answers, today: Day): readonly Item[] {
  const { items, values } = walkRoute(questionnaire, answers, today);
  return items.filter((item) => isAsked(item) && !answers.has(item.name) && isRequired(item, { values, today }));
}
