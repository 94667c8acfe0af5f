/**
 * From what was typed, clicked or exported to an answer: the one check that every answer passes, whichever way it came in.
 *
 * Taken are a text or number as typed, an array of choice names, and an `Answer` itself. A decimal may have a point or a comma, a day
 * is 'YYYY-MM-DD' or 'D-M-YYYY'. Choices that stand for a missing answer become `kind: 'missing'` with that choice. An item without
 * choices takes `{ kind: 'missing', missing }` too: an interviewer may always note that a number was refused.
 *
 * A rank is the names of its choices, the first one first and each at most once. Not all of them need be put in order: who says which two
 * weigh most has answered, on a web form as by telephone. A questionnaire that wants them all says so: `count-selected(.) = 5`. What is
 * agreed to is typed 'OK'.
 */
import type { Day } from '../calendar.ts';
import { findDay } from '../calendar.ts';
import type { Answer, Answers } from './answer.ts';
import { isTrue, type Scope } from './evaluate.ts';
import { type Choice, type Item, type ItemName, isAsked, missingKinds, type Questionnaire } from './questionnaire.ts';
import { offeredChoices, walkRoute } from './route.ts';
import { longestText, type Value, valueOfAnswer } from './value.ts';

/** What would have been an answer. */
export type Expected =
  /** A note or a calculation takes no answer at all. */
  | 'no-answer'
  | 'text'
  | 'shorter-text'
  | 'whole-number'
  | 'number'
  | 'day'
  | 'choice'
  | 'choices'
  /** Choices that are offered, each at most once, in an order. */
  | 'order'
  /** 'OK'. */
  | 'agreement'
  /** A choice that stands for a missing answer goes with no other. */
  | 'choice-alone'
  /** The item's own condition; its message says more. */
  | 'constraint';

export type CheckedAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly expected: Expected };

/** What the other items stand for; from `walkRoute`. */
export type AnswerScope = Pick<Scope, 'values' | 'today'>;

/** The answer to `item` that `given` is, checked for its kind, the choices that are offered now and the item's constraint. */
export function readAnswer(item: Item, given: unknown, scope: AnswerScope): CheckedAnswer {
  const { choiceFilter: _, ...unfiltered } = item;
  const offered = item.choiceFilter === undefined ? undefined : offeredChoices(item, scope);
  const read = readForm(offered === undefined ? item : { ...unfiltered, choices: offered }, given);
  return read.kind === 'refused' || meetsConstraint(item, read.answer, scope) ? read : refused('constraint');
}

/** Whether the item's constraint holds for `answer`. A missing answer has nothing to constrain. */
export function meetsConstraint(item: Item, answer: Answer, scope: AnswerScope): boolean {
  if (item.constraint === undefined || answer.kind === 'missing') return true;
  const self = valueOfAnswer(answer);
  return isTrue(item.constraint.test, { ...scope, values: withSelf(scope.values, item.name, self), self });
}

/** Questions whose answer does not meet the constraint as everything stands now: it did when it was given, and another answer changed since. */
export function clashingItems(questionnaire: Questionnaire, answers: Answers, today: Day): readonly Item[] {
  const walk = walkRoute(questionnaire, answers, today);
  return walk.items.filter((item) => {
    const answer = walk.answers.get(item.name);
    return answer !== undefined && !meetsConstraint(item, answer, { values: walk.values, today });
  });
}

/** `${name}` of the item itself is the new answer too, not the one that it replaces. */
function withSelf(values: Scope['values'], name: ItemName, self: Value): Scope['values'] {
  return values.get(name) === self ? values : new Map(values).set(name, self);
}

/**
 * As `readAnswer`, but without the constraint and whatever a filter offers: for many answers at once, whose route is not known yet. The
 * route then leaves out what was not offered.
 */
export function readForm(item: Item, given: unknown): CheckedAnswer {
  if (!isAsked(item)) return refused('no-answer');
  const content = contentOf(given);
  if (isObject(content)) return readMissing(item, content);
  switch (item.kind) {
    case 'text':
      return readText(content);
    case 'integer':
      return readNumber(content, /^-?\d{1,15}$/, 'whole-number');
    case 'decimal':
      return readNumber(content, /^-?\d{1,15}(?:[.,]\d{1,15})?$/, 'number');
    case 'date':
      return readDay(content);
    case 'acknowledge':
      return content === 'OK' || content === true ? accepted({ kind: 'acknowledged' }) : refused('agreement');
    case 'select-one':
      return readChoice(item.choices ?? [], content);
    case 'rank':
      return readOrder(item.choices ?? [], content);
    default:
      return readChoices(item.choices ?? [], content);
  }
}

const refused = (expected: Expected): CheckedAnswer => ({ kind: 'refused', expected });
const accepted = (answer: Answer): CheckedAnswer => ({ kind: 'answer', answer });

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const contentFields: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'number',
  date: 'day',
  choice: 'choice',
  choices: 'choices',
  ranking: 'choices',
};

/** What an `Answer` of any kind but missing holds; anything else as it is. */
function contentOf(given: unknown): unknown {
  if (isObject(given) && given.kind === 'acknowledged') return 'OK';
  if (!isObject(given) || typeof given.kind !== 'string' || !Object.hasOwn(contentFields, given.kind)) return given;
  return given[contentFields[given.kind]!];
}

const expectedOf: Readonly<Record<string, Expected>> = {
  text: 'text',
  integer: 'whole-number',
  decimal: 'number',
  date: 'day',
  'select-one': 'choice',
  'select-multiple': 'choices',
  rank: 'order',
  acknowledge: 'agreement',
};

function readMissing(item: Item, given: Readonly<Record<string, unknown>>): CheckedAnswer {
  const missing = missingKinds.find((kind) => given.kind === 'missing' && kind === given.missing);
  if (missing === undefined) return refused(expectedOf[item.kind] ?? 'no-answer');
  if (item.choices === undefined)
    return given.choice === undefined ? accepted({ kind: 'missing', missing }) : refused(expectedOf[item.kind]!);
  const choice = item.choices.find(
    (candidate) => candidate.missing === missing && (given.choice === undefined || given.choice === candidate.name),
  );
  return choice === undefined ? refused(expectedOf[item.kind]!) : accepted(choiceAnswer(choice));
}

function choiceAnswer(choice: Choice): Answer {
  return choice.missing === undefined
    ? { kind: 'choice', choice: choice.name }
    : { kind: 'missing', missing: choice.missing, choice: choice.name };
}

function readText(given: unknown): CheckedAnswer {
  const text = typeof given === 'string' ? given.trim() : '';
  if (text === '') return refused('text');
  return text.length > longestText ? refused('shorter-text') : accepted({ kind: 'text', text });
}

function readNumber(given: unknown, form: RegExp, expected: Expected): CheckedAnswer {
  const typed = typeof given === 'string' ? given.trim() : undefined;
  if (typed !== undefined && !form.test(typed)) return refused(expected);
  const number = typed === undefined ? given : Number(typed.replace(',', '.'));
  if (typeof number !== 'number' || !Number.isFinite(number)) return refused(expected);
  if (expected === 'whole-number' && !Number.isSafeInteger(number)) return refused(expected);
  return accepted({ kind: 'number', number: number === 0 ? 0 : number });
}

function readDay(given: unknown): CheckedAnswer {
  const day = typeof given === 'string' ? dayTyped(given.trim()) : undefined;
  return day === undefined ? refused('day') : accepted({ kind: 'date', day });
}

/** A day as 'YYYY-MM-DD' or, as the Dutch write it, 'D-M-YYYY'. */
export function dayTyped(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return findDay(year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`);
}

function readChoice(choices: readonly Choice[], given: unknown): CheckedAnswer {
  const choice = choices.find((candidate) => candidate.name === given);
  return choice === undefined ? refused('choice') : accepted(choiceAnswer(choice));
}

/** What was typed as names: apart in an array, or with a space between. */
function namesIn(given: unknown): readonly unknown[] {
  if (typeof given === 'string') return given.split(/\s+/).filter((name) => name !== '');
  return Array.isArray(given) ? given : [];
}

function readOrder(choices: readonly Choice[], given: unknown): CheckedAnswer {
  const names = namesIn(given);
  const order = names.flatMap((name) => choices.find((choice) => choice.name === name) ?? []);
  if (order.length === 0 || order.length !== names.length || new Set(order).size !== order.length)
    return refused('order');
  if (!order.some(({ missing }) => missing !== undefined))
    return accepted({ kind: 'ranking', choices: order.map(({ name }) => name) });
  return order.length === 1 ? accepted(choiceAnswer(order[0]!)) : refused('choice-alone');
}

/** In the order of the questionnaire, whatever the order in which they were ticked. */
function readChoices(choices: readonly Choice[], given: unknown): CheckedAnswer {
  const names = namesIn(given);
  if (names.length === 0 || names.length > choices.length) return refused('choices');
  const chosen = choices.filter((choice) => names.includes(choice.name));
  if (chosen.length !== names.length) return refused('choices');
  if (!chosen.some((choice) => choice.missing !== undefined))
    return accepted({ kind: 'choices', choices: chosen.map((choice) => choice.name) });
  return chosen.length === 1 ? accepted(choiceAnswer(chosen[0]!)) : refused('choice-alone');
}
