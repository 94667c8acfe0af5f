/**
 * What the answer to an item can be, as far as conditions can tell answers apart: a few values that stand for all of them. Of a closed
 * question every answer; of a number or a day the constants that it is compared with, those beside them and between.
 */
import { addDays, type Day, daysBetween, findDay } from '../calendar.ts';
import type { Answer } from './answer.ts';
import { meetsConstraint } from './check-answer.ts';
import { type Expression, forEachPart, itemsIn } from './expression.ts';
import type { Item, ItemName } from './questionnaire.ts';
import { firstDay, type Value, valueOfAnswer } from './value.ts';

export interface PossibleAnswers {
  /** Values that an answer of substance, or a choice that stands for a missing one, comes to; never the absence of an answer. */
  readonly values: readonly Value[];
  /** Every answer is among them: any expression over it can be tried out. Otherwise only a comparison with a constant can. */
  readonly isWhole: boolean;
}

/** A select-multiple with more choices has more combinations than are tried. */
const mostCombined = 8;
const anyDay = '2000-01-01' as Day;

/**
 * The answers that `item` can have; undefined for one whose answers cannot be told apart so: open texts, ranks, and long lists of which
 * several may be chosen. `constants`: what it is compared with anywhere.
 */
export function possibleAnswers(item: Item, constants: ReadonlySet<number>): PossibleAnswers | undefined {
  const answers = answersTo(item, constants);
  if (answers === undefined) return undefined;
  const isWhole = item.choices !== undefined || item.kind === 'acknowledge';
  const test = item.constraint?.test;
  // A constraint that asks for nothing but its own answer leaves out what it refuses; of numbers only one that the few can speak for.
  const isOwn = test !== undefined && (isWhole ? isAboutOneself(test, item.name) : isComparedOnly(test, item.name));
  const kept = isOwn
    ? answers.filter((answer) => meetsConstraint(item, answer, { values: new Map(), today: anyDay }))
    : answers;
  return { values: kept.map(valueOfAnswer), isWhole };
}

function isAboutOneself(test: Expression, name: ItemName): boolean {
  let asksForToday = false;
  forEachPart(test, (part) => {
    asksForToday ||= part.kind === 'call' && part.function === 'today';
  });
  return !asksForToday && [...itemsIn(test)].every((each) => each === name);
}

const comparing: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** Whether `part` compares the answer to the item with a constant, and does nothing else. */
export function isPlainComparison(part: Expression, name: ItemName): boolean {
  if (part.kind !== 'operation' || !comparing.has(part.operator)) return false;
  const isItem = (side: Expression) => side.kind === 'self' || (side.kind === 'item' && side.name === name);
  const constant = isItem(part.left) ? part.right : isItem(part.right) ? part.left : undefined;
  if (constant === undefined) return false;
  return constantOf(constant) !== undefined || (constant.kind === 'text' && constant.text === '');
}

function isComparedOnly(part: Expression, name: ItemName): boolean {
  if (part.kind === 'operation' && (part.operator === 'and' || part.operator === 'or'))
    return isComparedOnly(part.left, name) && isComparedOnly(part.right, name);
  if (part.kind === 'call' && part.function === 'not') return isComparedOnly(part.arguments[0]!, name);
  return isPlainComparison(part, name);
}

function answersTo({ kind, choices = [] }: Item, constants: ReadonlySet<number>): readonly Answer[] | undefined {
  const real = choices.filter(({ missing }) => missing === undefined).map(({ name }) => name);
  const missing = choices.flatMap(({ name, missing: of }): readonly Answer[] =>
    of === undefined ? [] : [{ kind: 'missing', missing: of, choice: name }],
  );
  switch (kind) {
    case 'acknowledge':
      return [{ kind: 'acknowledged' }];
    case 'select-one':
      return [...real.map((choice): Answer => ({ kind: 'choice', choice })), ...missing];
    case 'select-multiple':
      if (real.length > mostCombined) return undefined;
      return [...combinations(real).map((chosen): Answer => ({ kind: 'choices', choices: chosen })), ...missing];
    case 'integer':
    case 'decimal':
      return numbersAround(constants, kind === 'integer').map((number) => ({ kind: 'number', number }));
    case 'date':
      return numbersAround(constants, true).flatMap((number): readonly Answer[] => {
        const day = dayAfter(number);
        return day === undefined ? [] : [{ kind: 'date', day }];
      });
    default:
      return undefined;
  }
}

/** Every choice of one or more, in order. */
function combinations(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length - 1 }, (_, nr) =>
    names.filter((_name, at) => ((nr + 1) >> at) % 2 === 1),
  );
}

/** The constants, and of each gap between them, below and above, a number in it where there is one. */
function numbersAround(constants: ReadonlySet<number>, isWhole: boolean): readonly number[] {
  const sorted = [...constants, 0].toSorted((one, other) => one - other);
  const around = sorted.flatMap((number, nr) => {
    const next = sorted[nr + 1] ?? number + 2;
    return isWhole
      ? [Math.ceil(number) - 1, Math.floor(number), Math.ceil(number), Math.floor(number) + 1]
      : [number, (number + next) / 2];
  });
  return [...new Set(isWhole ? around : [sorted[0]! - 1, ...around])];
}

/** Days since 1970-01-01 of the first and the last day that can be typed: 0001-01-01 and 9999-12-31. */
const typedDays = [-719_162, 2_932_896] as const;

function dayAfter(days: number): Day | undefined {
  return days < typedDays[0] || days > typedDays[1] ? undefined : addDays(firstDay, days);
}

/** A constant as a number to order by: a number, its negation, or a text that writes a number or a day. Undefined for anything else. */
export function constantOf(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.number;
  if (expression.kind === 'negation' && expression.of.kind === 'number') return -expression.of.number;
  if (expression.kind === 'call' && expression.function === 'date') return constantOf(expression.arguments[0]!);
  if (expression.kind !== 'text') return undefined;
  const day = findDay(expression.text.trim());
  if (day !== undefined) return daysBetween(firstDay, day);
  const number = Number(expression.text.trim() === '' ? Number.NaN : expression.text);
  return Number.isFinite(number) ? number : undefined;
}
