/** An expression as text, cut into words and signs (XPath 1.0, 3.7). */
import type { ExpressionFault } from './expression.ts';

/** A word or sign of an expression; `at` counts characters from 0. */
export interface Token {
  readonly kind: 'number' | 'text' | 'item' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const tokenForms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d*)?|\.\d+/y],
  ['text', /'[^']*'|"[^"]*"/y],
  ['item', /\$\{ *[A-Za-z_][A-Za-z0-9_.-]* *\}/y],
  ['name', /[A-Za-z_][A-Za-z0-9_.-]*/y],
  ['sign', /!=|<=|>=|[=<>+\-*(),.]/y],
];

/** Thrown within the parser only. */
export class Unreadable extends Error {
  readonly fault: ExpressionFault;
  constructor(why: ExpressionFault['why'], token: { readonly at: number; readonly text: string }) {
    super(why);
    this.fault = { kind: 'fault', why, at: token.at + 1, what: token.text };
  }
}

/** The words and signs of `text`, an end behind the last; throws Unreadable at a sign that no expression has. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const skipSpace = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1;
  };
  for (skipSpace(); at < text.length; skipSpace()) {
    const token = tokenAt(text, at);
    if (token === undefined) throw new Unreadable('character-unknown', { at, text: text[at]! });
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [kind, form] of tokenForms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return { kind, text: found[0], at };
  }
  return undefined;
}
