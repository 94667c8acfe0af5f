/**
 * Random walks through a questionnaire: every item on the route gets a valid answer at random, time and again. They show which items are
 * reached and how often (when chance did not find one, walks are aimed at it), whether any walk comes to an item that has to be answered and cannot be, and how long the routes are.
 *
 * An item that no walk reached is not proven unreachable: it was 'not reached in 1,000 walks', and a person should look at its condition.
 * That a walk ends needs no luck: conditions only look back, so a walk passes every item once.
 */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from '../study/answer.ts';
import { evaluate, isTrue } from '../study/evaluate.ts';
import { itemsIn } from '../study/expression.ts';
import { type Item, type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { offeredChoices } from '../study/route.ts';
import { isEmpty, type Value, valueOfAnswer } from '../study/value.ts';
import { type Aim, aimAt } from './aim.ts';
import { itemSeconds } from './length.ts';
import { type Draw, randomAnswer } from './random-answer.ts';
import { type TurningPoints, turningPoints } from './turning-points.ts';

/** So many walks go anywhere; from then on every other one is aimed at an item that was not reached yet, as long as there is one. */
const blindFirst = 100;
/** How many answers to one item are tried for one that leads to where a walk is aimed. */
const mostAimed = 40;
/** Of 100 items that may be left open, so many are. */
const leftOpenPercent = 10;

export interface WalksAsked {
  readonly walks: number;
  /** What is drawn from: the same draws give the same walks. */
  readonly draw: Draw;
  readonly today: Day;
  /** In which the interview is held, for its minutes. */
  readonly language: Language;
}

export interface Spread {
  readonly shortest: number;
  /** Half of the walks are no longer. */
  readonly typical: number;
  readonly mean: number;
  readonly longest: number;
}

export interface Walks {
  readonly walks: number;
  /** Questions and notes in the order of the questionnaire, and in how many walks each came up. */
  readonly reached: readonly { readonly item: ItemName; readonly walks: number }[];
  /** Those that no walk came to. */
  readonly notReached: readonly ItemName[];
  /** Items for which no valid answer was found, and in how many walks; when it has to be answered an interview cannot go on there. */
  readonly withoutAnswer: readonly { readonly item: ItemName; readonly walks: number }[];
  /** Walks that came to the end with every required item answered. */
  readonly ended: number;
  /** Items that ask something, per walk. */
  readonly items: Spread;
  readonly minutes: Spread;
  /** Per item that decides what follows, and per choice of it: how long the walks with that choice were. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly item: ItemName;
  readonly choice: string;
  readonly walks: number;
  readonly items: Spread;
  readonly minutes: Spread;
}

export interface Walked {
  readonly answers: Answers;
  /** Questions and notes that came up. */
  readonly items: readonly Item[];
  /** For which no valid answer was found. */
  readonly withoutAnswer: readonly ItemName[];
  /** No such item had to be answered. */
  readonly ends: boolean;
}

/** One walk from the first item to the last. */
export function walkOnce(
  questionnaire: Questionnaire,
  points: ReadonlyMap<ItemName, TurningPoints>,
  today: Day,
  draw: Draw,
  aim?: Aim,
): Walked {
  const values = new Map<ItemName, Value>();
  const answers = new Map<ItemName, Answer>();
  const items: Item[] = [];
  const withoutAnswer: ItemName[] = [];
  let ends = true;
  const scope = { values, today };
  for (const item of questionnaire.items) {
    if (item.relevant !== undefined && !isTrue(item.relevant, scope)) continue;
    if (item.kind === 'calculate') {
      const value = item.calculation === undefined ? '' : evaluate(item.calculation, scope);
      if (!isEmpty(value)) values.set(item.name, value);
      continue;
    }
    if (item.choiceFilter !== undefined && offeredChoices(item, scope)?.length === 0) continue;
    items.push(item);
    if (!isAsked(item)) continue;
    const required = item.required || (item.requiredWhen !== undefined && isTrue(item.requiredWhen, scope));
    if (!required && aim === undefined && draw(100) < leftOpenPercent) continue;
    let answer: Answer | undefined;
    for (let nr = 0; nr < (aim === undefined ? 1 : mostAimed); nr += 1) {
      answer = randomAnswer(item, points.get(item.name)!, scope, draw);
      if (answer === undefined) break;
      values.set(item.name, valueOfAnswer(answer));
      if (aim?.(item.name, scope) !== false) break;
    }
    if (answer === undefined) {
      withoutAnswer.push(item.name);
      ends &&= !required;
      continue;
    }
    answers.set(item.name, answer);
  }
  return { answers, items, withoutAnswer, ends };
}

/** Walks that are gone in turns, so that a window stays alive meanwhile. */
export interface WalksUnderWay {
  /** So many more. */
  readonly walk: (walks: number) => void;
  /** Of all that were gone so far; RangeError without any. */
  readonly soFar: () => Walks;
}

/** RangeError without any walk. */
export function randomWalks(questionnaire: Questionnaire, { walks, ...asked }: WalksAsked): Walks {
  if (!Number.isInteger(walks)) throw new RangeError('a whole number of walks');
  const under = beginWalks(questionnaire, asked);
  under.walk(walks);
  return under.soFar();
}

export function beginWalks(
  questionnaire: Questionnaire,
  { draw, today, language }: Omit<WalksAsked, 'walks'>,
): WalksUnderWay {
  const points = turningPoints(questionnaire);
  const seconds = new Map(questionnaire.items.map((item) => [item, itemSeconds(item, language)]));
  const reached = new Map<ItemName, number>();
  const withoutAnswer = new Map<ItemName, number>();
  const lengths: Length[] = [];
  const perChoice = new Map<string, { item: ItemName; choice: string; lengths: Length[] }>();
  const deciding = questionnaire.items.filter((item) => isDeciding(item, questionnaire));
  const shown = questionnaire.items.filter(({ kind }) => kind !== 'calculate').map(({ name }) => name);
  let ended = 0;
  let gone = 0;
  const findAim = () => {
    if (gone < blindFirst || gone % 2 === 0) return undefined;
    const left = shown.filter((item) => !reached.has(item));
    return left.length === 0 ? undefined : aimAt(left[((gone - 1) / 2) % left.length]!, questionnaire);
  };
  const one = () => {
    const aim = findAim();
    gone += 1;
    const walked = walkOnce(questionnaire, points, today, draw, aim);
    for (const { name } of walked.items) reached.set(name, (reached.get(name) ?? 0) + 1);
    for (const name of walked.withoutAnswer) withoutAnswer.set(name, (withoutAnswer.get(name) ?? 0) + 1);
    if (walked.ends) ended += 1;
    // A walk that was aimed says nothing of how long walks are.
    if (aim !== undefined) return;
    const length = {
      items: walked.items.filter(isAsked).length,
      minutes: walked.items.reduce((sum, item) => sum + seconds.get(item)!, 0) / 60,
    };
    lengths.push(length);
    for (const { name } of deciding) {
      const choice = choiceOf(walked.answers.get(name));
      if (choice === undefined) continue;
      const key = `${name} ${choice}`;
      const branch = perChoice.get(key) ?? { item: name, choice, lengths: [] };
      perChoice.set(key, branch);
      branch.lengths.push(length);
    }
  };
  return {
    walk(walks) {
      for (let nr = 0; nr < walks; nr += 1) one();
    },
    soFar() {
      if (lengths.length === 0) throw new RangeError('at least one walk');
      return {
        walks: gone,
        reached: shown.map((item) => ({ item, walks: reached.get(item) ?? 0 })),
        notReached: shown.filter((item) => !reached.has(item)),
        withoutAnswer: [...withoutAnswer].map(([item, count]) => ({ item, walks: count })),
        ended,
        ...spreads(lengths),
        branches: inOrder(deciding, perChoice),
      };
    },
  };
}

interface Length {
  readonly items: number;
  readonly minutes: number;
}

function spreads(lengths: readonly Length[]): { readonly items: Spread; readonly minutes: Spread } {
  return { items: spread(lengths.map(({ items }) => items)), minutes: spread(lengths.map(({ minutes }) => minutes)) };
}

function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((one, other) => one - other);
  return {
    shortest: sorted[0]!,
    typical: sorted[Math.ceil(sorted.length / 2) - 1]!,
    mean: sorted.reduce((sum, number) => sum + number, 0) / sorted.length,
    longest: sorted.at(-1)!,
  };
}

/** A closed question that some later condition asks for by a choice. */
function isDeciding({ kind, name, choices = [] }: Item, { items }: Questionnaire): boolean {
  if (kind !== 'select-one' || choices.length > 12) return false;
  return items.some((item) => item.relevant !== undefined && itemsIn(item.relevant).has(name));
}

function choiceOf(answer: Answer | undefined): string | undefined {
  if (answer?.kind === 'choice') return answer.choice;
  return answer?.kind === 'missing' ? answer.choice : undefined;
}

function inOrder(
  deciding: readonly Item[],
  perChoice: ReadonlyMap<string, { item: ItemName; choice: string; lengths: readonly Length[] }>,
): readonly Branch[] {
  return deciding.flatMap(({ name, choices = [] }) =>
    choices.flatMap((choice) => {
      const branch = perChoice.get(`${name} ${choice.name}`);
      if (branch === undefined) return [];
      const { item, lengths } = branch;
      return [{ item, choice: choice.name, walks: lengths.length, ...spreads(lengths) }];
    }),
  );
}
