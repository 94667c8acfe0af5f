/**
 * Whether the expressions of a survey fit the answers that they are about: told is only what is certain to be wrong, whatever is answered.
 * That an open text will be no number is not certain, so it may be compared with one; that the choices 'ja' and 'nee' are none is.
 */
import { findDay } from '../calendar.ts';
import { type Expression, forEachPart, type Operator } from './expression.ts';
import { type Item, type ItemName, isAsked } from './questionnaire.ts';
import { numberOf, selectedIn } from './value.ts';
import { placeOf } from './xlsform-columns.ts';
import type { Report, Sheet } from './xlsform-sheet.ts';
import type { SurveyEntry } from './xlsform-survey.ts';

/** What is known of what an expression comes to. */
type Sort =
  | { readonly sort: 'literal'; readonly text: string }
  | { readonly sort: 'number'; readonly number?: number }
  | { readonly sort: 'day' }
  /** One of these names, or nothing; `many`: any of them with spaces between. */
  | { readonly sort: 'names'; readonly names: readonly string[]; readonly many: boolean }
  | { readonly sort: 'any' };
const any: Sort = { sort: 'any' };

type Fault = { readonly fault: 'choice-unknown' | 'kinds-mismatch'; readonly what: string };

/** Reports comparisons with a choice that is not there, and numbers made of what never is one. */
export function checkKinds(sheet: Sheet, entries: readonly SurveyEntry[], report: Report): void {
  const items = new Map(entries.flatMap(({ item }) => (item === undefined ? [] : [[item.name, item] as const])));
  for (const { row, item, expressions } of entries)
    for (const { column, expression } of expressions)
      for (const fault of faultsIn(expression, items, item)) report({ ...placeOf(sheet, row, column), ...fault });
}

/** `self`: the item that the expression stands with. */
export function faultsIn(
  expression: Expression,
  items: ReadonlyMap<ItemName, Item>,
  self: Item | undefined,
): readonly Fault[] {
  const faults: Fault[] = [];
  const sortOf = (part: Expression): Sort => sort(part, items, self);
  const number = (part: Expression, beside?: Expression): void => {
    const what = neverNumber(part, sortOf(part), beside === undefined ? any : sortOf(beside));
    if (what !== undefined) faults.push({ fault: 'kinds-mismatch', what });
  };
  forEachPart(expression, (part) => {
    if (part.kind === 'negation') number(part.of);
    if (part.kind === 'operation' && isOrder(part.operator)) {
      faults.push(...chainFault(part.left, sortOf(part.right)), ...chainFault(part.right, sortOf(part.left)));
      number(part.left, part.right);
      number(part.right, part.left);
    } else if (part.kind === 'operation' && arithmetic.has(part.operator)) {
      number(part.left);
      number(part.right);
    } else if (part.kind === 'operation' && (part.operator === '=' || part.operator === '!='))
      faults.push(...equalityFaults(sortOf(part.left), sortOf(part.right)));
    if (part.kind !== 'call') return;
    if (numeric.has(part.function)) for (const given of part.arguments) number(given);
    if (part.function === 'selected')
      faults.push(...selectedFaults(sortOf(part.arguments[0]!), sortOf(part.arguments[1]!)));
  });
  return faults;
}

const arithmetic: ReadonlySet<Operator> = new Set<Operator>(['+', '-', '*', 'div', 'mod']);
const numeric: ReadonlySet<string> = new Set([
  'abs',
  'ceiling',
  'floor',
  'int',
  'max',
  'min',
  'number',
  'round',
  'sum',
]);
const isOrder = (operator: Operator): boolean => ['<', '<=', '>', '>='].includes(operator);

function sort(part: Expression, items: ReadonlyMap<ItemName, Item>, self: Item | undefined): Sort {
  switch (part.kind) {
    case 'text':
      return { sort: 'literal', text: part.text };
    case 'number':
      return { sort: 'number', number: part.number };
    case 'negation':
      return part.of.kind === 'number' ? { sort: 'number', number: -part.of.number } : { sort: 'number' };
    case 'item':
      return sortOfItem(items.get(part.name));
    case 'self':
      return sortOfItem(self);
    case 'column':
      return part.name === 'name' && self?.choices !== undefined ? namesOf(self, false) : any;
    case 'operation':
      return arithmetic.has(part.operator) ? { sort: 'number' } : any;
    case 'call':
      if (part.function === 'selected-at') {
        const of = sort(part.arguments[0]!, items, self);
        return of.sort === 'names' ? { ...of, many: false } : any;
      }
      return part.function === 'today' || part.function === 'date' ? { sort: 'day' } : any;
  }
}

function sortOfItem(item: Item | undefined): Sort {
  if (item === undefined || !isAsked(item)) return any;
  if (item.kind === 'integer' || item.kind === 'decimal') return { sort: 'number' };
  if (item.kind === 'date') return { sort: 'day' };
  if (item.kind === 'acknowledge') return { sort: 'names', names: ['OK'], many: false };
  return item.choices === undefined ? any : namesOf(item, item.kind !== 'select-one');
}

function namesOf({ choices = [] }: Item, many: boolean): Sort {
  return { sort: 'names', names: choices.map(({ name }) => name), many };
}

const isNumber = (text: string): boolean => !Number.isNaN(numberOf(text));

/** What of `part` can never be a number; undefined when it can. Beside a day a text may be one. */
function neverNumber(part: Expression, of: Sort, beside: Sort): string | undefined {
  if (of.sort === 'literal') {
    const isDay = beside.sort === 'day' && findDay(of.text.trim()) !== undefined;
    return isDay || isNumber(of.text) ? undefined : of.text;
  }
  if (of.sort !== 'names' || of.names.some(isNumber) || of.names.length === 0) return undefined;
  return part.kind === 'item' ? part.name : '.';
}

/** `1 < ${a} < 5` asks whether true is less than 5: it always is. */
function chainFault(part: Expression, beside: Sort): readonly Fault[] {
  if (part.kind !== 'operation' || !isOrder(part.operator)) return [];
  const isReckoned = beside.sort === 'number' || beside.sort === 'day' || beside.sort === 'literal';
  return isReckoned ? [{ fault: 'kinds-mismatch', what: part.operator }] : [];
}

function equalityFaults(one: Sort, other: Sort): readonly Fault[] {
  return [...equalityFault(one, other), ...equalityFault(other, one)];
}

function equalityFault(of: Sort, beside: Sort): readonly Fault[] {
  if (beside.sort === 'literal' && beside.text === '') return [];
  if (of.sort === 'names' && beside.sort === 'literal') {
    const words = of.many ? selectedIn(beside.text) : [beside.text];
    return words.filter((word) => !of.names.includes(word)).map((what) => ({ fault: 'choice-unknown', what }));
  }
  if (of.sort === 'names' && beside.sort === 'number' && beside.number !== undefined) {
    const isThere = of.names.some((name) => numberOf(name) === beside.number);
    return isThere ? [] : [{ fault: 'choice-unknown', what: String(beside.number) }];
  }
  if (beside.sort !== 'literal') return [];
  const never =
    (of.sort === 'number' && !isNumber(beside.text)) || (of.sort === 'day' && findDay(beside.text) === undefined);
  return never ? [{ fault: 'kinds-mismatch', what: beside.text }] : [];
}

function selectedFaults(of: Sort, wanted: Sort): readonly Fault[] {
  if (of.sort !== 'names' || wanted.sort !== 'literal') return [];
  return of.names.includes(wanted.text.trim()) ? [] : [{ fault: 'choice-unknown', what: wanted.text }];
}
