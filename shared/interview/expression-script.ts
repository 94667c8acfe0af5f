/**
 * A condition as LimeSurvey's ExpressionScript, with the meaning that it has here: what is unanswered, off the route or answered "don't
 * know" is empty, equals nothing but the empty text, and is neither more nor less than anything. There an empty answer counts as 0 beside a number, so every comparison
 * of order, and of numbers, asks first whether there is an answer. What has no counterpart is not written at all: undefined.
 */
import type { Expression } from '../study/expression.ts';
import { numberText } from '../study/plain-number.ts';
import type { Item, Questionnaire } from '../study/questionnaire.ts';
import { otherTextOf } from './other-text.ts';
import { arrayOf, type PlatformCodes } from './platform-codes.ts';

export interface Script {
  /** As a condition: whether it is true. */
  readonly condition: (expression: Expression) => string | undefined;
  /** As a calculation: its value. */
  readonly value: (expression: Expression) => string | undefined;
}

/** `self`: the item that a constraint is about. */
export function expressionScript({ items }: Questionnaire, names: ScriptNames, self?: Item): Script {
  const itemIn = (expression: Expression): Item | undefined =>
    expression.kind === 'self'
      ? self
      : expression.kind === 'item'
        ? items.find(({ name }) => name === expression.name)
        : undefined;
  const write = (expression: Expression): string => {
    switch (expression.kind) {
      case 'text':
        return quoted(expression.text);
      case 'number':
        return numberText(expression.number);
      case 'item':
      case 'self':
        return names.value(itemIn(expression) ?? impossible());
      case 'negation':
        return `(-${write(expression.of)})`;
      case 'operation':
        return operation(expression);
      case 'call':
        return call(expression);
      case 'column':
        return impossible();
    }
  };
  const truth = (expression: Expression): string => {
    const item = itemIn(expression);
    if (item === undefined) return write(expression);
    // A number is true unless it is 0, anything else unless it is empty.
    const isNumber = item.kind === 'integer' || item.kind === 'decimal';
    return isNumber ? `(!${names.isEmpty(item)} && !(${names.value(item)} == 0))` : `!${names.isEmpty(item)}`;
  };
  const operation = ({ operator, left, right }: Extract<Expression, { kind: 'operation' }>): string => {
    if (operator === 'and') return `(${truth(left)} && ${truth(right)})`;
    if (operator === 'or') return `(${truth(left)} || ${truth(right)})`;
    if (operator === 'mod') return impossible();
    const sign = {
      '=': '==',
      '!=': '!=',
      '<': '<',
      '<=': '<=',
      '>': '>',
      '>=': '>=',
      '+': '+',
      '-': '-',
      '*': '*',
      div: '/',
    }[operator];
    if (operator === '=' || operator === '!=') {
      const compared = equality(left, right) ?? equality(right, left);
      if (compared !== undefined) return operator === '=' ? compared : `!${compared}`;
    }
    const plain = `${write(left)} ${sign} ${write(right)}`;
    if (['+', '-', '*', 'div'].includes(operator)) return `(${plain})`;
    const asked = [...new Set([...itemsIn(left), ...itemsIn(right)])].map((item) => `!${names.isEmpty(item)}`);
    // Beside an answer that is not there nothing is equal, and so everything is unequal.
    return operator === '!='
      ? `!(${[...asked, `${write(left)} == ${write(right)}`].join(' && ')})`
      : `(${[...asked, plain].join(' && ')})`;
  };
  const itemsIn = (expression: Expression): readonly Item[] => {
    const item = itemIn(expression);
    if (item !== undefined) return [item];
    if (expression.kind === 'negation') return itemsIn(expression.of);
    if (expression.kind === 'operation') return [...itemsIn(expression.left), ...itemsIn(expression.right)];
    return expression.kind === 'call' ? expression.arguments.flatMap(itemsIn) : [];
  };
  /** An item beside a text: empty, or the name of a choice. */
  const equality = (left: Expression, right: Expression): string | undefined => {
    const item = itemIn(left);
    if (item === undefined || right.kind !== 'text') return undefined;
    if (right.text === '') return names.isEmpty(item);
    if (item.kind === 'select-multiple' || item.kind === 'rank') return impossible();
    if (item.choices !== undefined || item.kind === 'acknowledge') return names.isChosen(item, right.text);
    return `(${names.value(item)} == ${quoted(right.text)})`;
  };
  const call = ({ function: name, arguments: given }: Extract<Expression, { kind: 'call' }>): string => {
    const [first, second, third] = given;
    const item = first && itemIn(first);
    const written = (nr: number) => write(given[nr] ?? impossible());
    switch (name) {
      case 'true':
        return '1';
      case 'false':
        return '0';
      case 'not':
        return `!(${truth(first!)})`;
      case 'boolean':
        return truth(first!);
      case 'number':
      case 'string':
        return written(0);
      case 'if':
        return `if(${truth(first!)}, ${write(second!)}, ${write(third!)})`;
      case 'selected':
        return item !== undefined && second?.kind === 'text' ? names.isChosen(item, second.text.trim()) : impossible();
      case 'count-selected':
        return item?.kind === 'select-multiple' ? `count(${names.parts(item).join(', ')})` : impossible();
      case 'coalesce': {
        const rest = given.slice(1).reduceRight<string>((after, one) => {
          const of = itemIn(one);
          return of === undefined ? write(one) : `if(!${names.isEmpty(of)}, ${write(one)}, ${after})`;
        }, '""');
        return item === undefined ? impossible() : `if(!${names.isEmpty(item)}, ${written(0)}, ${rest})`;
      }
      case 'concat':
        return `join(${given.map(write).join(', ')})`;
      case 'string-length':
        return `strlen(${written(0)})`;
      case 'abs':
        return `abs(${written(0)})`;
      case 'ceiling':
        return `ceil(${written(0)})`;
      case 'floor':
        return `floor(${written(0)})`;
      case 'int':
        return `intval(${written(0)})`;
      case 'round':
        return `round(${given.map(write).join(', ')})`;
      case 'regex':
        return second?.kind === 'text'
          ? `regexMatch(${quoted(`/^(?:${second.text.replaceAll('/', '\\/')})$/`)}, ${written(0)})`
          : impossible();
      case 'contains':
        return `(strpos(${written(0)}, ${written(1)}) !== false)`;
      case 'today':
        return 'date("Y-m-d")';
      case 'date':
        return first?.kind === 'text' ? quoted(first.text) : impossible();
      default:
        return impossible();
    }
  };
  const orNot = (writing: (expression: Expression) => string) => (expression: Expression) => {
    try {
      return writing(expression);
    } catch (error) {
      if (error instanceof Impossible) return undefined;
      throw error;
    }
  };
  return { condition: orNot(truth), value: orNot(write) };
}

class Impossible extends Error {}
function impossible(): never {
  throw new Impossible();
}

/** In a text with the other quotes when it holds these; XPath has no text with both. */
const quoted = (text: string) => (text.includes('"') ? `'${text}'` : `"${text}"`);

export interface ScriptNames {
  readonly value: (item: Item) => string;
  /** Without an answer of substance. */
  readonly isEmpty: (item: Item) => string;
  readonly isChosen: (item: Item, choice: string) => string;
  readonly parts: (item: Item) => readonly string[];
}

/** What items are called in a script; `NAOK`: also when they are not shown. */
export function scriptNames(questionnaire: Questionnaire, codes: PlatformCodes): ScriptNames {
  const owners = new Map<Item, Item>();
  for (const item of questionnaire.items) {
    const other = otherTextOf(questionnaire, item);
    if (other !== undefined) owners.set(other.text, item);
  }
  const nameOf = (item: Item): string => {
    const array = arrayOf(questionnaire, item);
    const code = codes.questions.get(item.name)!;
    return array === undefined ? code : `${codes.grids.get(array.name)!}_${code}`;
  };
  const codeOf = (item: Item, choice: string): string => codes.choices.get(item.name)?.get(choice) ?? impossible();
  const partOf = (item: Item, choice: string): string => {
    const isOther = otherTextOf(questionnaire, item)?.choice.name === choice;
    return `${nameOf(item)}_${isOther ? 'other' : codeOf(item, choice)}.NAOK`;
  };
  const value = (item: Item): string => {
    // The text of "other" belongs to its question there.
    const owner = owners.get(item);
    if (owner !== undefined) return `${nameOf(owner)}_other.NAOK`;
    if (item.kind === 'select-multiple' || item.kind === 'rank') return impossible();
    return item.kind === 'date' ? `substr(${nameOf(item)}.NAOK, 0, 10)` : `${nameOf(item)}.NAOK`;
  };
  const isChosen = (item: Item, choice: string): string => {
    if (item.kind === 'rank') return impossible();
    if (item.kind === 'acknowledge') return choice === 'OK' ? `(${value(item)} == "OK")` : '0';
    if (item.kind === 'select-multiple') {
      const isOther = otherTextOf(questionnaire, item)?.choice.name === choice;
      return isOther ? `!is_empty(${partOf(item, choice)})` : `(${partOf(item, choice)} == "Y")`;
    }
    if (otherTextOf(questionnaire, item)?.choice.name === choice) return `(${value(item)} == "-oth-")`;
    return `(${value(item)} == ${quoted(codeOf(item, choice))})`;
  };
  const substantive = (item: Item) => (item.choices ?? []).filter(({ missing }) => missing === undefined);
  return {
    value,
    isChosen,
    parts: (item) => substantive(item).map(({ name }) => partOf(item, name)),
    isEmpty(item) {
      if (item.kind === 'rank') return `is_empty(${nameOf(item)}_1.NAOK)`;
      if (item.kind === 'select-multiple')
        return `(count(${substantive(item)
          .map(({ name }) => partOf(item, name))
          .join(', ')}) == 0)`;
      const missing = (item.choices ?? []).filter((choice) => choice.missing !== undefined);
      const empty = `is_empty(${item.kind === 'date' ? `${nameOf(item)}.NAOK` : value(item)})`;
      return missing.length === 0
        ? empty
        : `(${[empty, ...missing.map(({ name }) => isChosen(item, name))].join(' || ')})`;
    },
  };
}
