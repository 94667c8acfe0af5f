/**
 * Conditions and calculations of a questionnaire as data: the part of XPath 1.0 that XLSForm uses. `parseExpression` reads text into a
 * tree, `printExpression` writes a tree as text that reads back into the same tree. `evaluate.ts` says what a tree means.
 *
 *   ${item}  .  12  1.5  'text'  "text"  ( )  or  and  =  !=  <  <=  >  >=  +  -  *  div  mod  and the functions of functions.ts
 * and, in a choice filter only, the bare name of a column of the choices.
 */
import { type Token, tokensOf, Unreadable } from './expression-tokens.ts';
import { argumentCounts, type FunctionName } from './functions.ts';
import { findPattern } from './pattern.ts';
import { numberText } from './plain-number.ts';
import type { ItemName } from './questionnaire.ts';

/** Operators from the loosest to the tightest binding; all are taken from left to right. */
const operatorLevels = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']] as const;
export type Operator = (typeof operatorLevels)[number][number];

/** Plain data, so it can be stored with the questionnaire. */
export type Expression =
  /** Holds at most one of the two kinds of quotes: XPath 1.0 has no way to write both. */
  | { readonly kind: 'text'; readonly text: string }
  /** Finite and not negative; `-5` is a negation of 5. */
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'item'; readonly name: ItemName }
  /** A bare name: a further column of the choice that a choice filter is about. */
  | { readonly kind: 'column'; readonly name: string }
  /** `.`: the answer that a constraint is about. */
  | { readonly kind: 'self' }
  | { readonly kind: 'negation'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly arguments: readonly Expression[] };

/** Why a text is no expression. `at` counts characters from 1; `what` is the word that stands there, empty at the end of the text. */
export interface ExpressionFault {
  readonly kind: 'fault';
  readonly why:
    | 'empty'
    | 'character-unknown'
    | 'unexpected'
    | 'function-unknown'
    | 'arguments-count'
    /** The pattern of regex() is not written out as a text, or not one that is understood. */
    | 'pattern-unsupported'
    | 'number-too-large'
    /** More than 100 nested brackets, 500 parts, or patterns of 150 steps or 500 characters together: any more could take over 50 ms. */
    | 'too-large';
  readonly at: number;
  readonly what: string;
}

const deepestNesting = 100;
const mostParts = 500;
/** Of all patterns in one expression together. */
const mostPatternSteps = 150;
const mostPatternCharacters = 500;

/** Where an expression stands: a choice filter may name columns of the choices. */
export interface ExpressionPlace {
  readonly hasColumns?: boolean;
}

/** The tree that `text` writes, or why there is none. */
export function parseExpression(text: string, place: ExpressionPlace = {}): Expression | ExpressionFault {
  try {
    return treeOf(tokensOf(text), place);
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

function treeOf(tokens: readonly Token[], { hasColumns = false }: ExpressionPlace): Expression {
  let next = 0;
  let parts = 0;
  let patternSteps = 0;
  let patternCharacters = 0;
  let nesting = 0;
  const peek = (): Token => tokens[next]!;
  const take = (): Token => tokens[next++]!;
  const isSign = (sign: string): boolean => peek().kind === 'sign' && peek().text === sign;
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw new Unreadable('unexpected', peek());
    take();
  };
  const made = (tree: Expression, token: Token): Expression => {
    parts += 1;
    if (parts > mostParts) throw new Unreadable('too-large', token);
    return tree;
  };
  const nested = (read: () => Expression, token: Token): Expression => {
    nesting += 1;
    if (nesting > deepestNesting) throw new Unreadable('too-large', token);
    const tree = read();
    nesting -= 1;
    return tree;
  };

  function operation(level: number): Expression {
    const operators: readonly string[] | undefined = operatorLevels[level];
    if (operators === undefined) return negation();
    let left = operation(level + 1);
    while ((peek().kind === 'name' || peek().kind === 'sign') && operators.includes(peek().text)) {
      const token = take();
      const operator = token.text as Operator;
      left = made({ kind: 'operation', operator, left, right: operation(level + 1) }, token);
    }
    return left;
  }

  function negation(): Expression {
    if (!isSign('-')) return single();
    const token = take();
    return made({ kind: 'negation', of: nested(negation, token) }, token);
  }

  function single(): Expression {
    const token = take();
    if (token.kind === 'number') return number(token);
    if (token.kind === 'text') return made({ kind: 'text', text: token.text.slice(1, -1) }, token);
    if (token.kind === 'item') return made({ kind: 'item', name: token.text.slice(2, -1).trim() as ItemName }, token);
    if (token.kind === 'name') return hasColumns && !isSign('(') ? column(token) : call(token);
    if (token.kind === 'sign' && token.text === '.') return made({ kind: 'self' }, token);
    if (token.kind !== 'sign' || token.text !== '(') throw new Unreadable('unexpected', token);
    const inside = nested(() => operation(0), token);
    expect(')');
    return inside;
  }

  function column(token: Token): Expression {
    // Headers of columns are compared in lower case.
    return made({ kind: 'column', name: token.text.toLowerCase() }, token);
  }

  function number(token: Token): Expression {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw new Unreadable('number-too-large', token);
    return made({ kind: 'number', number: value }, token);
  }

  function call(token: Token): Expression {
    if (!isSign('(')) throw new Unreadable('unexpected', token);
    if (!Object.hasOwn(argumentCounts, token.text)) throw new Unreadable('function-unknown', token);
    const name = token.text as FunctionName;
    const given: Expression[] = [];
    take();
    if (!isSign(')')) {
      do given.push(nested(() => operation(0), token));
      while (isSign(',') && take());
    }
    expect(')');
    const [least, most] = argumentCounts[name];
    if (given.length < least || given.length > most) throw new Unreadable('arguments-count', token);
    if (name === 'regex') addPattern(given[1], token);
    return made({ kind: 'call', function: name, arguments: given }, token);
  }

  function addPattern(argument: Expression | undefined, token: Token): void {
    const pattern = argument?.kind === 'text' ? findPattern(argument.text) : undefined;
    if (argument?.kind !== 'text' || pattern === undefined) throw new Unreadable('pattern-unsupported', token);
    patternSteps += pattern.steps.length;
    patternCharacters += argument.text.length;
    if (patternSteps > mostPatternSteps || patternCharacters > mostPatternCharacters)
      throw new Unreadable('too-large', token);
  }

  if (peek().kind === 'end') throw new Unreadable('empty', peek());
  const tree = operation(0);
  if (peek().kind !== 'end') throw new Unreadable('unexpected', peek());
  return tree;
}

const levelOf = new Map<Operator, number>(
  operatorLevels.flatMap((operators, level) => operators.map((operator) => [operator, level] as const)),
);

/** `expression` as text, with no more brackets than needed. Throws RangeError for a text with both kinds of quotes in it. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return quoted(expression.text);
    case 'number':
      return numberText(expression.number);
    case 'item':
      return `\${${expression.name}}`;
    case 'column':
      return expression.name;
    case 'self':
      return '.';
    case 'negation':
      return `-${bracketed(expression.of, expression.of.kind === 'operation')}`;
    case 'operation': {
      const { operator } = expression;
      const left = bracketed(expression.left, bindsLooser(expression.left, operator, 'left'));
      return `${left} ${operator} ${bracketed(expression.right, bindsLooser(expression.right, operator, 'right'))}`;
    }
    case 'call':
      return `${expression.function}(${expression.arguments.map(printExpression).join(', ')})`;
  }
}

/** Whether `side` of `operator` needs brackets to stay one part. */
export function bindsLooser(side: Expression, operator: Operator, at: 'left' | 'right'): boolean {
  if (side.kind !== 'operation') return false;
  const level = levelOf.get(side.operator)!;
  return level < levelOf.get(operator)! || (at === 'right' && level === levelOf.get(operator)!);
}

function bracketed(expression: Expression, needed: boolean): string {
  return needed ? `(${printExpression(expression)})` : printExpression(expression);
}

function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  throw new RangeError('a text with both kinds of quotes cannot be written');
}

/** The items that `expression` names, each once. */
export function itemsIn(expression: Expression): ReadonlySet<ItemName> {
  const names = new Set<ItemName>();
  forEachPart(expression, (part) => {
    if (part.kind === 'item') names.add(part.name);
  });
  return names;
}

/** The columns of the choices that `expression` names, each once. */
export function columnsIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  forEachPart(expression, (part) => {
    if (part.kind === 'column') names.add(part.name);
  });
  return names;
}

/** Whether `expression` asks for `.`, which only a constraint may. */
export function mentionsSelf(expression: Expression): boolean {
  let found = false;
  forEachPart(expression, (part) => {
    found ||= part.kind === 'self';
  });
  return found;
}

/** Calls `see` with `expression` and with every part of it. */
export function forEachPart(expression: Expression, see: (part: Expression) => void): void {
  see(expression);
  if (expression.kind === 'negation') forEachPart(expression.of, see);
  if (expression.kind === 'operation') {
    forEachPart(expression.left, see);
    forEachPart(expression.right, see);
  }
  if (expression.kind === 'call') for (const argument of expression.arguments) forEachPart(argument, see);
}

/** `part` with every part of it that holds no other replaced by what `put` makes of it. */
export function mapped(part: Expression, put: (leaf: Expression) => Expression): Expression {
  const inside = (each: Expression) => mapped(each, put);
  if (part.kind === 'negation') return { ...part, of: inside(part.of) };
  if (part.kind === 'operation') return { ...part, left: inside(part.left), right: inside(part.right) };
  if (part.kind === 'call') return { ...part, arguments: part.arguments.map(inside) };
  return put(part);
}
