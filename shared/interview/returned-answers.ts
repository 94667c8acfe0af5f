/**
 * From the cells of one row to answers: choices by their name, by the platform's code, or by their label in any language of the
 * questionnaire; several choices in a column each or in one; a ranking in a column per place. What it makes passes the same check as what an interviewer types.
 */
import type { Answer } from '../study/answer.ts';
import { readForm } from '../study/check-answer.ts';
import type { Item, ItemName, Questionnaire } from '../study/questionnaire.ts';
import type { ReadColumn } from './export-columns.ts';
import { plainText } from './export-headings.ts';
import { otherTextOf } from './other-text.ts';
import { platformCodes } from './platform-codes.ts';

/** Where the answer to an item stands in a row. */
export interface ItemColumns {
  readonly item: Item;
  /** In one column; or in several, below. */
  readonly whole?: number;
  readonly choices: readonly (readonly [choice: string, index: number])[];
  /** In the order of the places. */
  readonly places: readonly number[];
  /** "Other" has no column of its own: it was chosen by whoever wrote in this one what else it was. */
  readonly implied?: readonly [choice: string, index: number];
  /** The column of the choice "other", when it holds the text itself. */
  readonly otherText?: { readonly choice: string; readonly text: Item; readonly index: number };
}

export type RowAnswers =
  | { readonly kind: 'answers'; readonly given: ReadonlyMap<ItemName, Answer> }
  | { readonly kind: 'fault'; readonly index: number };

export interface AnswerReader {
  readonly columns: readonly ItemColumns[];
  read(cells: readonly string[]): RowAnswers;
  /** The column to look at when the answer to this item is refused as a whole. */
  indexOf(item: ItemName, cells: readonly string[]): number;
}

export function answerReader(questionnaire: Questionnaire, columns: readonly ReadColumn[]): AnswerReader {
  const placed = placedColumns(questionnaire, columns);
  const choiceIn = choicesOf(questionnaire);
  return {
    columns: placed,
    read(cells) {
      const given = new Map<ItemName, Answer>();
      for (const column of placed) {
        const content = contentOf(column, cells, choiceIn);
        if (content === '' || (Array.isArray(content) && content.length === 0)) continue;
        const checked = content === undefined ? undefined : readForm(column.item, content);
        if (checked?.kind !== 'answer') return { kind: 'fault', index: faultyIndex(column, cells) };
        given.set(column.item.name, checked.answer);
        const other = column.otherText;
        const text = other === undefined ? '' : (cells[other.index] ?? '');
        if (other === undefined || text === '' || isMark(text)) continue;
        const namely = readForm(other.text, text);
        if (namely.kind !== 'answer') return { kind: 'fault', index: other.index };
        given.set(other.text.name, namely.answer);
      }
      return { kind: 'answers', given };
    },
    indexOf(name, cells) {
      const own = placed.find(({ item }) => item.name === name);
      if (own !== undefined) return faultyIndex(own, cells);
      return placed.find(({ otherText }) => otherText?.text.name === name)?.otherText?.index ?? 0;
    },
  };
}

function placedColumns(questionnaire: Questionnaire, columns: readonly ReadColumn[]): readonly ItemColumns[] {
  const whole = new Map<Item, number>();
  const parts = new Map<Item, [string | number, number][]>();
  for (const [index, { target }] of columns.entries()) {
    if (target?.kind === 'answer') whole.set(target.item, index);
    if (target?.kind === 'choice') parts.set(target.item, [...(parts.get(target.item) ?? []), [target.choice, index]]);
    if (target?.kind === 'place') parts.set(target.item, [...(parts.get(target.item) ?? []), [target.place, index]]);
  }
  return questionnaire.items.flatMap((item): readonly ItemColumns[] => {
    const own = whole.get(item);
    const inParts = parts.get(item) ?? [];
    if (own === undefined && inParts.length === 0) return [];
    const choices = inParts.filter((part): part is [string, number] => typeof part[0] === 'string');
    const places = inParts.filter((part): part is [number, number] => typeof part[0] === 'number');
    const other = otherTextOf(questionnaire, item);
    const textAt = other && whole.get(other.text);
    const ofOther = other && choices.find(([choice]) => choice === other.choice.name);
    const at = textAt === undefined ? ofOther : undefined;
    const isImplied = choices.length > 0 && ofOther === undefined && textAt !== undefined;
    return [
      {
        item,
        ...(own === undefined ? {} : { whole: own }),
        choices,
        places: places.toSorted(([a], [b]) => a - b).map(([, index]) => index),
        ...(other && isImplied ? { implied: [other.choice.name, textAt] as const } : {}),
        ...(other && at ? { otherText: { choice: other.choice.name, text: other.text, index: at[1] } } : {}),
      },
    ];
  });
}

type ChoiceIn = (item: Item, cell: string) => string | undefined;

/** The name of the choice that a cell means; undefined when it means none, or when two have this label. */
function choicesOf(questionnaire: Questionnaire): ChoiceIn {
  const codes = platformCodes(questionnaire);
  const known = new Map<Item, ReadonlyMap<string, string | undefined>>();
  const byLabel = (item: Item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const labels = new Map<string, string | undefined>();
    for (const { name, label } of item.choices ?? [])
      for (const text of new Set(Object.values(label).map(plainText)))
        labels.set(text, labels.has(text) && labels.get(text) !== name ? undefined : name);
    known.set(item, labels);
    return labels;
  };
  return (item, cell) => {
    const choices = item.choices ?? [];
    if (choices.some(({ name }) => name === cell)) return cell;
    for (const [choice, code] of codes.choices.get(item.name) ?? []) if (code === cell) return choice;
    if (cell === '-oth-') return otherTextOf(questionnaire, item)?.choice.name;
    return byLabel(item).get(plainText(cell));
  };
}

/** LimeSurvey's word for a question that was not shown, in answers written out. */
const notShown = 'N/A';

/** As `readForm` takes it: '' when nothing stands there, undefined when it cannot be read at all. */
function contentOf(
  column: ItemColumns,
  cells: readonly string[],
  choiceIn: ChoiceIn,
): string | readonly string[] | undefined {
  const { item, whole, choices, places, implied, otherText } = column;
  if (choices.length > 0) {
    const marks = choices.map(([choice, index]) => [choice, cells[index] ?? ''] as const);
    const isRead = ([choice, mark]: readonly [string, string]) => isMark(mark) || choice === otherText?.choice;
    if (!marks.every(isRead)) return undefined;
    const chosen = marks.flatMap(([choice, mark]) => (isYes(mark) || !isMark(mark) ? [choice] : []));
    const said = implied === undefined ? '' : (cells[implied[1]] ?? '');
    return implied === undefined || isMark(said) ? chosen : [...chosen, implied[0]];
  }
  if (places.length > 0) {
    const named = places.map((index) => cells[index] ?? '').map((cell) => (cell === notShown ? '' : cell));
    const filled = named.filter((cell) => cell !== '');
    // A place left open before one that is filled is no ranking.
    if (named.slice(0, filled.length).includes('')) return undefined;
    return allOf(filled.map((cell) => choiceIn(item, cell)));
  }
  const cell = cells[whole!] ?? '';
  if (cell === '') return '';
  switch (item.kind) {
    case 'text':
      return cell;
    case 'select-one':
      return choiceIn(item, cell) ?? (cell === notShown ? '' : undefined);
    case 'select-multiple':
    case 'rank':
      return cell === notShown ? '' : severalIn(item, cell, choiceIn);
    case 'acknowledge':
      return isYes(cell) || cell === 'OK' ? 'OK' : isMark(cell) ? '' : undefined;
    case 'date':
      // LimeSurvey writes a day with a time, and may write a whole number with decimals.
      return cell === notShown ? '' : cell.replace(/[ T]00:00(?::00)?$/, '');
    case 'integer':
      return cell === notShown ? '' : cell.replace(/[.,]0+$/, '');
    default:
      return cell === notShown ? '' : cell;
  }
}

/** Several choices in one column: names with spaces between, or labels with a semicolon or a comma between. */
function severalIn(item: Item, cell: string, choiceIn: ChoiceIn): readonly string[] | undefined {
  for (const between of [';', /\s/, ',', '|']) {
    const found = allOf(
      cell
        .split(between)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => choiceIn(item, part)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function allOf(found: readonly (string | undefined)[]): readonly string[] | undefined {
  return found.includes(undefined) ? undefined : (found as readonly string[]);
}

const yes: readonly string[] = ['y', 'yes', 'ja', '1'];
const no: readonly string[] = ['', 'n', 'no', 'nee', '0', 'n/a'];
const isYes = (cell: string) => yes.includes(cell.toLowerCase());
const isMark = (cell: string) => isYes(cell) || no.includes(cell.toLowerCase());

/** Of several the first that is no mark, else the first that is marked. */
function faultyIndex({ whole, choices, places }: ItemColumns, cells: readonly string[]): number {
  if (whole !== undefined) return whole;
  const indexes = choices.length > 0 ? choices.map(([, index]) => index) : places;
  const wrong =
    indexes.find((index) => !isMark(cells[index] ?? '')) ?? indexes.find((index) => isYes(cells[index] ?? ''));
  return wrong ?? indexes[0] ?? 0;
}
