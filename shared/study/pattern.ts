/**
 * Patterns of `regex()` in a questionnaire, matched in time proportional to text times pattern: a pattern comes from an untrusted
 * workbook, and a backtracking matcher can be made to hang by one. `match-pattern.ts` follows all states at once (Thompson 1968).
 *
 * Understood: characters, `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S \t \n \r`, a backslash before a sign, `( )`, `(?: )`, `|`, `* + ?`,
 * `{n}`, `{n,}`, `{n,m}` (a `?` after it changes nothing here), `^` and `$`. Everything else (references back, looking around,
 * Unicode classes) is refused by `findPattern`.
 */

type Range = readonly [from: number, to: number];
export interface CharacterSet {
  /** Sorted, disjoint. */
  readonly ranges: readonly Range[];
  readonly negated: boolean;
}

type Part =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'either'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

type Step =
  | { readonly do: 'take'; readonly set: CharacterSet }
  | { readonly do: 'fork'; readonly to: number; readonly or: number }
  | { readonly do: 'at-start' | 'at-end' | 'match' };

/** A pattern ready to match; only `findPattern` makes one. */
export interface Pattern {
  readonly steps: readonly Step[];
}

const longestPattern = 500;
const mostSteps = 1_000;
const deepestNesting = 50;
const lastCodePoint = 0x10ffff;

const digits: readonly Range[] = [[48, 57]];
const wordCharacters: readonly Range[] = [...digits, [65, 90], [95, 95], [97, 122]];
const whiteSpace: readonly Range[] = [
  [9, 13],
  [32, 32],
  [160, 160],
];
const lineEnds: readonly Range[] = [
  [10, 10],
  [13, 13],
];
const classes: Readonly<Record<string, readonly Range[]>> = { d: digits, w: wordCharacters, s: whiteSpace };
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13 };

/** What lies outside sorted, disjoint `ranges`. */
function outside(ranges: readonly Range[]): readonly Range[] {
  let from = 0;
  const rest: Range[] = [];
  for (const [first, last] of ranges) {
    if (first > from) rest.push([from, first - 1]);
    from = last + 1;
  }
  return [...rest, [from, lastCodePoint]];
}

/** `ranges` sorted, and those that touch put together. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last === undefined || from > last[1] + 1) merged.push([from, to]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return merged;
}

class NotUnderstood extends Error {}

function parse(text: string): Part {
  const characters = [...text];
  let at = 0;
  const peek = (): string | undefined => characters[at];
  const take = (sign: string): boolean => {
    if (peek() !== sign) return false;
    at += 1;
    return true;
  };
  const next = (): string => {
    const character = characters[at];
    if (character === undefined) throw new NotUnderstood();
    at += 1;
    return character;
  };

  function escaped(): readonly Range[] {
    const letter = next();
    const known = classes[letter.toLowerCase()];
    if (known !== undefined) return letter === letter.toLowerCase() ? known : outside(known);
    const control = controls[letter];
    if (control !== undefined) return [[control, control]];
    if (/[A-Za-z0-9]/.test(letter)) throw new NotUnderstood();
    return [[letter.codePointAt(0)!, letter.codePointAt(0)!]];
  }

  function classMember(): readonly Range[] {
    const character = next();
    if (character === '[') throw new NotUnderstood();
    return character === '\\' ? escaped() : [[character.codePointAt(0)!, character.codePointAt(0)!]];
  }

  function characterClass(): Part {
    const negated = take('^');
    const ranges: Range[] = [];
    while (!take(']')) {
      const member = classMember();
      if (peek() !== '-' || characters[at + 1] === ']' || characters[at + 1] === undefined) {
        ranges.push(...member);
        continue;
      }
      at += 1;
      const last = classMember();
      const from = member[0]![0];
      const to = last[0]![1];
      const single = (range: readonly Range[]) => range.length === 1 && range[0]![0] === range[0]![1];
      if (!single(member) || !single(last) || from > to) throw new NotUnderstood();
      ranges.push([from, to]);
    }
    if (ranges.length === 0) throw new NotUnderstood();
    return { kind: 'set', set: { ranges: inOrder(ranges), negated } };
  }

  function single(depth: number): Part {
    const character = next();
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    if (character === '.') return { kind: 'set', set: { ranges: lineEnds, negated: true } };
    if (character === '[') return characterClass();
    if (character === '\\') return { kind: 'set', set: { ranges: escaped(), negated: false } };
    if (character === '(') {
      if (depth === deepestNesting) throw new NotUnderstood();
      if (take('?') && !take(':')) throw new NotUnderstood();
      const inside = either(depth + 1);
      if (!take(')')) throw new NotUnderstood();
      return inside;
    }
    if ('*+?{})]'.includes(character)) throw new NotUnderstood();
    const code = character.codePointAt(0)!;
    return { kind: 'set', set: { ranges: [[code, code]], negated: false } };
  }

  function counts(): readonly [least: number, most: number] | undefined {
    if (take('*')) return [0, Number.POSITIVE_INFINITY];
    if (take('+')) return [1, Number.POSITIVE_INFINITY];
    if (take('?')) return [0, 1];
    if (!take('{')) return undefined;
    const close = characters.indexOf('}', at);
    const [, least, comma, most] =
      /^(\d{1,3})(,?)(\d{0,3})$/.exec(characters.slice(at, Math.max(close, at)).join('')) ?? [];
    if (least === undefined || (comma === '' && most !== '')) throw new NotUnderstood();
    at = close + 1;
    const upTo = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
    if (upTo < Number(least)) throw new NotUnderstood();
    return [Number(least), upTo];
  }

  function repeated(depth: number): Part {
    const part = single(depth);
    const count = counts();
    if (count === undefined) return part;
    if (part.kind === 'start' || part.kind === 'end') throw new NotUnderstood();
    take('?');
    if (peek() !== undefined && '*+?{'.includes(peek()!)) throw new NotUnderstood();
    return { kind: 'repeat', part, least: count[0], most: count[1] };
  }

  function sequence(depth: number): Part {
    const parts: Part[] = [];
    while (peek() !== undefined && peek() !== '|' && peek() !== ')') parts.push(repeated(depth));
    return { kind: 'sequence', parts };
  }

  function either(depth: number): Part {
    const parts = [sequence(depth)];
    while (take('|')) parts.push(sequence(depth));
    return parts.length === 1 ? parts[0]! : { kind: 'either', parts };
  }

  const whole = either(0);
  if (at < characters.length) throw new NotUnderstood();
  return whole;
}

function compile(whole: Part): readonly Step[] {
  const steps: Step[] = [];
  const add = (step: Step): number => {
    if (steps.length === mostSteps) throw new NotUnderstood();
    return steps.push(step) - 1;
  };
  /** A fork to the step after it; the other way is filled in when it is known. */
  const fork = (): number => add({ do: 'fork', to: steps.length + 1, or: -1 });
  const point = (at: number, or: number): void => {
    steps[at] = { do: 'fork', to: at + 1, or };
  };

  function write(part: Part): void {
    if (part.kind === 'set') add({ do: 'take', set: part.set });
    else if (part.kind === 'start') add({ do: 'at-start' });
    else if (part.kind === 'end') add({ do: 'at-end' });
    else if (part.kind === 'sequence') part.parts.forEach(write);
    else if (part.kind === 'either') writeEither(part.parts);
    else writeRepeat(part);
  }

  function writeEither(parts: readonly Part[]): void {
    const ends: number[] = [];
    parts.forEach((part, index) => {
      if (index === parts.length - 1) {
        write(part);
        return;
      }
      const start = fork();
      write(part);
      ends.push(add({ do: 'fork', to: -1, or: -1 }));
      point(start, steps.length);
    });
    for (const end of ends) steps[end] = { do: 'fork', to: steps.length, or: steps.length };
  }

  function writeRepeat({ part, least, most }: Extract<Part, { kind: 'repeat' }>): void {
    for (let i = 0; i < least; i += 1) {
      const before = steps.length;
      write(part);
      if (steps.length === before) break; // nothing, however often
    }
    if (most === Number.POSITIVE_INFINITY) {
      const start = fork();
      write(part);
      add({ do: 'fork', to: start, or: start });
      point(start, steps.length);
      return;
    }
    const starts: number[] = [];
    for (let i = least; i < most; i += 1) {
      starts.push(fork());
      write(part);
    }
    for (const start of starts) point(start, steps.length);
  }

  write(whole);
  add({ do: 'match' });
  return steps;
}

/** The pattern that `text` writes; undefined when it is not understood, or too large (500 characters, 1,000 steps). */
export function findPattern(text: string): Pattern | undefined {
  if (text.length > longestPattern) return undefined;
  try {
    return { steps: compile(parse(text)) };
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}
