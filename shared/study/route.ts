/**
 * The route (routing): which items are asked and which choices they offer, given the answers so far. It is always computed from the
 * questionnaire and the answers, in one pass in the order of the workbook, and never stored. An answer that is itself off the route
 * counts as not given, so nothing that an earlier change took off the route can steer what follows. Off the route is an answer to an
 * item that is not asked, and one that names a choice that the item does not offer (any more): here it is decided, and nowhere else.
 *
 * `today` is the day of the interview, for `today()` in conditions.
 */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from './answer.ts';
import { evaluate, isTrue, type Scope } from './evaluate.ts';
import { type Choice, type Item, type ItemName, isAsked, type Questionnaire } from './questionnaire.ts';
import { isEmpty, type Value, valueOfAnswer } from './value.ts';

/** The route with the values on it. */
export interface Walk {
  /** Items on the route in order: questions and notes; a calculation is never shown. */
  readonly items: readonly Item[];
  /** Answers on the route and calculations that came out; what is not in it is unanswered. */
  readonly values: ReadonlyMap<ItemName, Value>;
  /** The answers that count, in the order of the workbook. */
  readonly answers: Answers;
}

/** What the items before stand for; of a walk. */
type Standing = Pick<Scope, 'values' | 'today'>;

export function walkRoute(questionnaire: Questionnaire, answers: Answers, today: Day): Walk {
  const items: Item[] = [];
  const values = new Map<ItemName, Value>();
  const counted = new Map<ItemName, Answer>();
  const scope = { values, today };
  for (const item of questionnaire.items) {
    if (item.relevant !== undefined && !isTrue(item.relevant, scope)) continue;
    if (item.kind === 'calculate') {
      const value = item.calculation === undefined ? '' : evaluate(item.calculation, scope);
      if (!isEmpty(value)) values.set(item.name, value);
      continue;
    }
    const offered = offeredChoices(item, scope);
    if (offered?.length === 0 && item.choiceFilter !== undefined) continue;
    items.push(item);
    const answer = isAsked(item) ? answers.get(item.name) : undefined;
    if (answer === undefined || (item.choiceFilter !== undefined && !isOffered(answer, offered ?? []))) continue;
    counted.set(item.name, answer);
    values.set(item.name, valueOfAnswer(answer));
  }
  return { items, values, answers: counted };
}

/**
 * The choices of `item` that are offered as the answers stand; all of them without a filter, undefined for an item without choices. In a
 * filter a bare name is a column of the choice, `name` the name of the choice itself. A question of which the filter leaves nothing is
 * not asked.
 */
export function offeredChoices(
  { choices, choiceFilter }: Pick<Item, 'choices' | 'choiceFilter'>,
  { values, today }: Standing,
): readonly Choice[] | undefined {
  if (choices === undefined || choiceFilter === undefined) return choices;
  return choices.filter(({ name, columns }) => isTrue(choiceFilter, { values, today, columns: { ...columns, name } }));
}

/** Whether `answer` names only choices that are offered. */
function isOffered(answer: Answer, offered: readonly Choice[]): boolean {
  const has = (name: string) => offered.some((choice) => choice.name === name);
  switch (answer.kind) {
    case 'choice':
      return has(answer.choice);
    case 'choices':
    case 'ranking':
      return answer.choices.every(has);
    case 'missing':
      return answer.choice === undefined || has(answer.choice);
    default:
      return true;
  }
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
  return walkRoute(questionnaire, answers, today).answers;
}

/** Whether an answer is needed now: always, or when the item's own condition says so. */
export function isRequired({ required, requiredWhen }: Item, scope: Standing): boolean {
  return required || (requiredWhen !== undefined && isTrue(requiredWhen, scope));
}

/** Required questions on the route without an answer that counts. "Don't know" is an answer. */
export function openItems(questionnaire: Questionnaire, answers: Answers, today: Day): readonly Item[] {
  const walk = walkRoute(questionnaire, answers, today);
  return walk.items.filter(
    (item) => isAsked(item) && !walk.answers.has(item.name) && isRequired(item, { values: walk.values, today }),
  );
}
