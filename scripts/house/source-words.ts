/**
 * A TypeScript or TSX text as words, without comments: enough to tell an import from a sentence about imports. Not a parser: it only knows
 * where strings, templates, regular expressions and comments begin and end.
 */

export interface Word {
  /** text: a string or a stretch of a template, without its quotes. */
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'pattern';
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

const name = /[\p{ID_Start}$_#][\p{ID_Continue}$]*/uy;
const number = /\d[\w.]*/y;
const string = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const pattern = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const templateStretch = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
const sign = /\?\.|=>|\.\.\.|[\s\S]/uy;

/** After these a slash begins a regular expression; after a value it divides. */
const beforePattern = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'yield',
  'await',
  'delete',
]);
const afterValue = new Set([')', ']', '}', '<']);

function mayBeginPattern(before: Word | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'name') return beforePattern.has(before.value);
  return before.kind === 'sign' && !afterValue.has(before.value);
}

/** The words of `source` in their order. Anything that is not understood (an apostrophe in JSX) is a sign of its own. */
export function sourceWords(source: string): readonly Word[] {
  const words: Word[] = [];
  /** For every template that is open: how many braces are open inside its ${ }. */
  const templates: number[] = [];
  let at = 0;
  let line = 1;

  const take = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const taken = form.exec(source)?.[0];
    if (taken === undefined) return undefined;
    at += taken.length;
    return taken;
  };
  const say = (kind: Word['kind'], value: string, length = value) => {
    words.push({ kind, value, line });
    line += length.split('\n').length - 1;
  };
  const stretch = () => {
    const text = take(templateStretch) ?? '';
    say('text', text);
    if (source.startsWith('${', at)) {
      at += 2;
      templates.push(0);
    } else at += 1;
  };

  while (at < source.length) {
    const skipped = take(/\s+/y) ?? take(comment);
    if (skipped !== undefined) {
      line += skipped.split('\n').length - 1;
      continue;
    }
    const quoted = take(string);
    if (quoted !== undefined) {
      say('text', quoted.slice(1, -1), quoted);
      continue;
    }
    if (source[at] === '`') {
      at += 1;
      stretch();
      continue;
    }
    const depth = templates.at(-1);
    if (depth === 0 && source[at] === '}') {
      templates.pop();
      at += 1;
      stretch();
      continue;
    }
    const named = take(name);
    if (named !== undefined) {
      say('name', named);
      continue;
    }
    const counted = take(number);
    if (counted !== undefined) {
      say('number', counted);
      continue;
    }
    const matched = source[at] === '/' && mayBeginPattern(words.at(-1)) ? take(pattern) : undefined;
    if (matched !== undefined) {
      say('pattern', matched);
      continue;
    }
    const signed = take(sign)!;
    if (depth !== undefined && signed === '{') templates[templates.length - 1] = depth + 1;
    if (depth !== undefined && signed === '}') templates[templates.length - 1] = depth - 1;
    say('sign', signed);
  }
  return words;
}
