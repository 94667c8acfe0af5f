/**
 * A questionnaire as a form to fill in by hand: its questions numbered, answers with the digits that choose them on screen, grids as
 * tables, and the routing said in words. Earlier answers in a text are said as the number of their question. How it is set on sheets is
 * for whoever prints it.
 */

import type { Day } from '../calendar.ts';
import { type Expression, printExpression } from '../study/expression.ts';
import {
  type Choice,
  type Item,
  type ItemName,
  isAsked,
  type Language,
  type Questionnaire,
  type Text,
} from '../study/questionnaire.ts';
import { choiceCodes } from './choice-codes.ts';
import { conditionsOf, questionNumbers, textWithoutAnswers } from './condition-words.ts';
import { jumps } from './paper-jumps.ts';
import { type PaperWords, paperWords } from './paper-words.ts';

export interface PaperChoice {
  /** The digits under which it is entered. */
  readonly code: string;
  readonly label: string;
  /** 'ga door naar vraag 7'. */
  readonly goTo?: string;
}

export type PaperAnswer =
  | { readonly kind: 'choices'; readonly multiple: boolean; readonly choices: readonly PaperChoice[] }
  | { readonly kind: 'rank'; readonly choices: readonly PaperChoice[] }
  | { readonly kind: 'lines'; readonly lines: number }
  /** `digits`: boxes before the comma. */
  | { readonly kind: 'number'; readonly digits: number; readonly decimal: boolean }
  | { readonly kind: 'date'; readonly parts: PaperWords['day'] }
  | { readonly kind: 'acknowledge'; readonly label: string };

export type PaperBlock =
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'note'; readonly item: ItemName; readonly text: string; readonly hint?: string }
  | {
      readonly kind: 'question';
      readonly item: ItemName;
      readonly number: number;
      readonly text: string;
      readonly hint?: string;
      readonly howTo?: string;
      readonly answer: PaperAnswer;
    }
  | {
      readonly kind: 'grid';
      readonly text: string;
      readonly howTo: string;
      readonly choices: readonly PaperChoice[];
      readonly rows: readonly { readonly item: ItemName; readonly number: number; readonly text: string }[];
    };

export interface PaperForm {
  readonly title: string;
  readonly version: string;
  readonly language: Language;
  readonly words: PaperWords;
  readonly blocks: readonly PaperBlock[];
}

/** `today`: for conditions that ask for the day; the form is filled in on another one, so only what a single answer decides is said as a jump. */
export function paperForm(questionnaire: Questionnaire, language: Language, today: Day): PaperForm {
  const words = paperWords(language);
  const numbers = questionNumbers(questionnaire);
  const say = conditionsOf(questionnaire, language, language);
  const read = (text: Text | undefined) =>
    textWithoutAnswers(text?.[language] || text?.[questionnaire.defaultLanguage] || '', questionnaire, language)
      .replaceAll(/[ \t\r\f\v]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .trim();
  const jumpAfter = jumps(questionnaire, numbers, words, today);
  const blocks: PaperBlock[] = [];
  const items = questionnaire.items.filter(({ kind }) => kind !== 'calculate');
  let sections: readonly string[] = [];
  let condition = '';
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    for (const name of item.sections.filter((each) => !sections.includes(each))) {
      const section = questionnaire.sections.find((each) => each.name === name);
      const title = read(section?.label);
      // The title of a grid stands with the grid.
      if (title !== '' && section?.isGrid !== true) blocks.push({ kind: 'section', text: title });
    }
    sections = item.sections;
    const own = item.relevant === undefined ? '' : printExpression(item.relevant);
    if (own !== condition && item.relevant !== undefined)
      blocks.push({
        kind: 'condition',
        text: conditionText(items, at, item.relevant, say(item.relevant), numbers, words),
      });
    condition = own;
    const rows = gridFrom(items, at, questionnaire);
    if (rows.length > 1) {
      const grid = questionnaire.sections.find(({ name }) => name === item.sections.at(-1))!;
      blocks.push({
        kind: 'grid',
        text: read(grid.label),
        howTo: item.kind === 'select-one' ? words.oneInEachRow : words.moreInEachRow,
        choices: choiceCodes(item.choices ?? []).map(({ code, choice }) => ({ code, label: read(choice.label) })),
        rows: rows.map(({ name, label }) => ({ item: name, number: numbers.get(name)!, text: read(label) })),
      });
      at += rows.length - 1;
      continue;
    }
    const hint = read(item.hint);
    if (!isAsked(item)) {
      blocks.push({ kind: 'note', item: item.name, text: read(item.label), ...(hint === '' ? {} : { hint }) });
      continue;
    }
    const howTo = howToOf(item, words);
    blocks.push({
      kind: 'question',
      item: item.name,
      number: numbers.get(item.name)!,
      text: read(item.label),
      ...(hint === '' ? {} : { hint }),
      ...(howTo === undefined ? {} : { howTo }),
      answer: answerOf(item, words, read, (choice) => jumpAfter(item, choice)),
    });
  }
  return { title: questionnaire.title, version: questionnaire.version, language, words, blocks };
}

/** Of one question, or of all that follow under the same condition. */
function conditionText(
  items: readonly Item[],
  from: number,
  condition: Expression,
  said: string,
  numbers: ReadonlyMap<ItemName, number>,
  words: PaperWords,
): string {
  const printed = printExpression(condition);
  let until = from;
  while (
    items[until] !== undefined &&
    items[until]!.relevant !== undefined &&
    printExpression(items[until]!.relevant!) === printed
  )
    until += 1;
  const asked = items
    .slice(from, until)
    .filter(isAsked)
    .map(({ name }) => numbers.get(name)!);
  const form = asked.length > 1 ? words.onlyWhenAll : words.onlyWhen;
  return form
    .replace('{first}', String(asked[0]))
    .replace('{last}', String(asked.at(-1)))
    .replace('{value}', () => said);
}

/** The statements of a grid from here on that come up together. */
function gridFrom(items: readonly Item[], from: number, { sections }: Questionnaire): readonly Item[] {
  const first = items[from]!;
  const grid = sections.find(({ name, isGrid }) => name === first.sections.at(-1) && isGrid === true);
  if (grid === undefined || first.choices === undefined) return [];
  const key = (item: Item) => JSON.stringify([item.kind, item.choices, item.relevant, item.sections]);
  const rows: Item[] = [];
  for (let at = from; at < items.length && key(items[at]!) === key(first); at += 1) rows.push(items[at]!);
  return rows;
}

function howToOf(item: Item, words: PaperWords): string | undefined {
  if (item.kind === 'rank') return words.rank;
  // A hint of the researcher's own says it already.
  return item.kind === 'select-multiple' && item.hint === undefined ? words.moreAnswers : undefined;
}

const shortLines = 2;
const longLines = 5;

function answerOf(
  item: Item,
  words: PaperWords,
  read: (text: Text) => string,
  goTo: (choice: Choice) => string | undefined,
): PaperAnswer {
  const choices = choiceCodes(item.choices ?? []).map(({ code, choice }) => {
    const jump = item.kind === 'select-one' ? goTo(choice) : undefined;
    return { code, label: read(choice.label), ...(jump === undefined ? {} : { goTo: jump }) };
  });
  switch (item.kind) {
    case 'select-one':
    case 'select-multiple':
      return { kind: 'choices', multiple: item.kind === 'select-multiple', choices };
    case 'rank':
      return { kind: 'rank', choices };
    case 'integer':
    case 'decimal':
      return { kind: 'number', digits: digitsFor(item), decimal: item.kind === 'decimal' };
    case 'date':
      return { kind: 'date', parts: words.day };
    case 'acknowledge':
      return { kind: 'acknowledge', label: words.agreed };
    default:
      return { kind: 'lines', lines: item.appearance?.includes('multiline') === true ? longLines : shortLines };
  }
}

/** Where nothing says how large a number can be. */
const plainDigits = 7;

function digitsFor({ constraint }: Item): number {
  const highest = constraint === undefined ? undefined : highestIn(constraint.test);
  return highest === undefined ? plainDigits : String(Math.floor(Math.abs(highest))).length;
}

/** The highest number that a constraint lets through, where it says so plainly: `. >= 0 and . <= 168`. */
function highestIn(constraint: Expression): number | undefined {
  if (constraint.kind !== 'operation') return undefined;
  const { operator, left, right } = constraint;
  if (operator === 'and') return highestIn(left) ?? highestIn(right);
  if (operator !== '<=' && operator !== '<') return undefined;
  return left.kind === 'self' && right.kind === 'number' ? right.number : undefined;
}
