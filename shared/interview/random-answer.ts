/** A valid answer at random, as any respondent might give it: of the item's kind, of what is offered, and within its constraint. */
import { addDays, type Day, findDay } from '../calendar.ts';
import type { Answer } from '../study/answer.ts';
import { meetsConstraint } from '../study/check-answer.ts';
import type { Scope } from '../study/evaluate.ts';
import { findPattern, type Pattern } from '../study/pattern.ts';
import { type Choice, type Item, missingKinds } from '../study/questionnaire.ts';
import { offeredChoices } from '../study/route.ts';
import { numberOf, type Value } from '../study/value.ts';
import type { TurningPoints } from './turning-points.ts';

/** A uniform integer from 0 up to and not including `below` (at least 1). */
export type Draw = (below: number) => number;

/** How many answers are tried before a constraint counts as one that cannot be met. */
const mostTries = 60;
/** Of a hundred answers without choices, so many are "don't know" and the like. */
const missingPercent = 4;

/** Undefined when no answer was found that fits: nothing is offered, or none of the tries met the constraint. */
export function randomAnswer(item: Item, points: TurningPoints, scope: Scope, draw: Draw): Answer | undefined {
  const offered = offeredChoices(item, scope) ?? [];
  for (let nr = 0; nr < mostTries; nr += 1) {
    const answer = anyAnswer(item, offered, points, scope, draw);
    if (answer !== undefined && meetsConstraint(item, answer, scope)) return answer;
  }
  return undefined;
}

function anyAnswer(
  item: Item,
  offered: readonly Choice[],
  points: TurningPoints,
  scope: Scope,
  draw: Draw,
): Answer | undefined {
  switch (item.kind) {
    case 'select-one':
      return oneOf(offered, points, draw);
    case 'select-multiple':
      return someOf(offered, points, draw);
    case 'rank':
      return orderOf(offered, draw);
    case 'acknowledge':
      return { kind: 'acknowledged' };
    case 'note':
    case 'calculate':
      return undefined;
    default:
      if (draw(100) < missingPercent) return { kind: 'missing', missing: pick(missingKinds, draw) };
      return openAnswer(item.kind, points, scope, draw);
  }
}

function openAnswer(
  kind: 'text' | 'integer' | 'decimal' | 'date',
  points: TurningPoints,
  scope: Scope,
  draw: Draw,
): Answer | undefined {
  if (kind === 'date') return { kind: 'date', day: randomDay(points, scope, draw) };
  if (kind !== 'text') return { kind: 'number', number: randomNumber(kind, points, scope, draw) };
  const text = randomText(points, scope, draw).trim();
  return text === '' ? undefined : { kind: 'text', text };
}

const pick = <T>(from: readonly T[], draw: Draw): T => from[draw(from.length)]!;

function answerOf({ name, missing }: Choice): Answer {
  return missing === undefined ? { kind: 'choice', choice: name } : { kind: 'missing', missing, choice: name };
}

/** Half of the time one of the choices that some condition asks for, where there are any. */
function oneOf(offered: readonly Choice[], points: TurningPoints, draw: Draw): Answer | undefined {
  if (offered.length === 0) return undefined;
  const deciding = decidingOf(offered, points);
  return answerOf(pick(deciding.length > 0 && draw(2) === 0 ? deciding : offered, draw));
}

function decidingOf(offered: readonly Choice[], { texts, numbers }: TurningPoints): readonly Choice[] {
  return offered.filter(({ name }) => texts.includes(name) || numbers.some((number) => String(number) === name));
}

/** A choice that stands for a missing answer goes with no other. */
function someOf(offered: readonly Choice[], points: TurningPoints, draw: Draw): Answer | undefined {
  const missing = offered.filter((choice) => choice.missing !== undefined);
  const real = offered.filter((choice) => choice.missing === undefined);
  if (offered.length === 0) return undefined;
  if (real.length === 0 || (missing.length > 0 && draw(8) === 0)) return answerOf(pick(missing, draw));
  const deciding = decidingOf(real, points);
  const size = 1 + draw(draw(2) === 0 ? real.length : Math.min(3, real.length));
  const taken = new Set(shuffled(real, draw).slice(0, size));
  if (deciding.length > 0 && draw(3) === 0) taken.add(pick(deciding, draw));
  return { kind: 'choices', choices: real.filter((choice) => taken.has(choice)).map(({ name }) => name) };
}

/** Those that stand for a missing answer are in no order; now and then not all are put in it. */
function orderOf(offered: readonly Choice[], draw: Draw): Answer | undefined {
  const real = offered.filter((choice) => choice.missing === undefined);
  const missing = offered.filter((choice) => choice.missing !== undefined);
  if (missing.length > 0 && (real.length === 0 || draw(8) === 0)) return answerOf(pick(missing, draw));
  if (real.length === 0) return undefined;
  const size = draw(4) === 0 ? 1 + draw(real.length) : real.length;
  return {
    kind: 'ranking',
    choices: shuffled(real, draw)
      .slice(0, size)
      .map(({ name }) => name),
  };
}

function shuffled<T>(all: readonly T[], draw: Draw): readonly T[] {
  const order = [...all];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = draw(last + 1);
    [order[last], order[at]] = [order[at]!, order[last]!];
  }
  return order;
}

/** Numbers that answers are compared with: constants, and what the items beside them came to. */
function numbersBeside({ numbers, texts, items }: TurningPoints, { values, today }: Scope): readonly number[] {
  const others = items.map((name) => values.get(name)).filter((value): value is Value => value !== undefined);
  const written = texts.map((text) => numberOf(dayOrText(text)));
  const known = [...numbers, ...written, ...others.map(numberOf), ...derived(numbers, others)];
  return [...known, Number(today.slice(0, 4))].filter((number) => Number.isFinite(number));
}

/** Where a sum or a share over the others comes to a constant: `${hours} + ${more} <= 168`. */
function derived(numbers: readonly number[], others: readonly Value[]): readonly number[] {
  const sum = others.map(numberOf).reduce((total, number) => (Number.isFinite(number) ? total + number : total), 0);
  return sum === 0 ? [] : numbers.map((number) => number - sum);
}

const dayOrText = (text: string): Value => {
  const day = findDay(text);
  return day === undefined ? text : { kind: 'day', day };
};

const reaches = [2, 11, 101, 1_001, 100_001] as const;

function randomNumber(kind: 'integer' | 'decimal', points: TurningPoints, scope: Scope, draw: Draw): number {
  const beside = numbersBeside(points, scope);
  const near = points.numbers.length + points.items.length > 0 && draw(3) > 0;
  const base = near ? Math.trunc(pick(beside, draw)) + draw(3) - 1 : draw(pick(reaches, draw));
  const whole = !near && draw(20) === 0 ? -base : base;
  const number = kind === 'decimal' && draw(2) === 0 ? whole + (draw(19) - 9) / 10 : whole;
  return Number.isSafeInteger(Math.trunc(number)) ? Number(number.toFixed(1)) : 0;
}

/** Days a person can have lived, days around those in conditions, and today. */
function randomDay(points: TurningPoints, { values, today }: Scope, draw: Draw): Day {
  const days = points.texts.flatMap((text) => findDay(text) ?? []);
  for (const name of points.items) {
    const value = values.get(name);
    if (typeof value === 'object' && value.kind === 'day') days.push(value.day);
  }
  const way = draw(6);
  if (way < 2 && days.length > 0) return addDays(pick(days, draw), draw(3) - 1);
  if (way === 2) return addDays(today, draw(3) - 1);
  if (way === 3) return addDays(today, draw(800) - 400);
  // So many years, or so many days, ago as some condition asks for.
  const number = points.numbers.length > 0 && way === 4 ? pick(points.numbers, draw) : Number.NaN;
  if (number > 0 && number <= 120) return addDays(today, draw(3) - 1 - Math.round(number * 365.25));
  if (number > 0 && number < 40_000) return addDays(today, draw(3) - 1 - Math.round(number));
  return addDays(today, -draw(36_525));
}

const words = ['ja', 'nee', 'soms', 'de', 'buurt', 'is', 'rustig', 'en', 'schoon', 'hulp', 'kwam', 'op', 'tijd'];

function randomText(points: TurningPoints, { values }: Scope, draw: Draw): string {
  const patterns = points.patterns.flatMap((text) => findPattern(text) ?? []);
  const way = draw(4);
  if (patterns.length > 0 && way < 3) return textMatching(pick(patterns, draw), draw);
  if (way === 0 && points.texts.length > 0) return pick(points.texts, draw);
  if (way === 1 && points.items.length > 0) {
    const value = values.get(pick(points.items, draw));
    if (typeof value === 'string') return value;
  }
  if (way < 3 && points.numbers.length > 0) {
    // As long, or as much, as some condition asks for.
    const number = Math.trunc(pick(points.numbers, draw)) + draw(3) - 1;
    return draw(2) === 0 ? String(number) : 'a'.repeat(Math.min(Math.max(number, 1), 2_000));
  }
  return Array.from({ length: 1 + draw(12) }, () => pick(words, draw)).join(' ');
}

const longestMatch = 200;

/** A text that `pattern` takes, or the beginning of one that grew too long. */
export function textMatching({ steps }: Pattern, draw: Draw): string {
  let text = '';
  for (let at = 0, taken = 0; taken < 20 * longestMatch && text.length < longestMatch; taken += 1) {
    const step = steps[at]!;
    if (step.do === 'match') return text;
    if (step.do === 'fork') {
      at = draw(2) === 0 ? step.to : step.or;
      continue;
    }
    if (step.do === 'take') text += characterOf(step.set, draw);
    at += 1;
  }
  return text;
}

/** Of what one types, for a class that leaves out: any other character is as good. */
function characterOf(set: Extract<Pattern['steps'][number], { do: 'take' }>['set'], draw: Draw): string {
  const [from, to] = set.ranges[draw(Math.max(set.ranges.length, 1))] ?? [97, 97];
  if (!set.negated) return String.fromCodePoint(from + draw(Math.min(to - from + 1, 0x10000)));
  const typed = [...'abcdefghijklmnopqrstuvwxyz0123456789 ABC@-.'];
  const fits = typed.filter((character) => {
    const code = character.codePointAt(0)!;
    return !set.ranges.some(([first, last]) => code >= first && code <= last);
  });
  return fits.length === 0 ? 'é' : pick(fits, draw);
}
