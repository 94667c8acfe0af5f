/** Whether a text matches a pattern: every state that it can be in is followed at once, a character at a time. */
import type { CharacterSet, Pattern } from './pattern.ts';

function holds({ ranges, negated }: CharacterSet, code: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] < code) low = middle + 1;
    else high = middle;
  }
  return (low < ranges.length && ranges[low]![0] <= code) !== negated;
}

function codePoints(text: string): Int32Array {
  const codes = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    codes[count++] = code;
    if (code > 0xffff) at += 1;
  }
  return codes.subarray(0, count);
}

/** Kinds of step as numbers: a step is looked at once for every character, and objects would cost three times as much. */
const take = 0;
const fork = 1;
const match = 2;
const atStart = 3;
const atEnd = 4;
const kindOf = { take, fork, match, 'at-start': atStart, 'at-end': atEnd } as const;

/** Whether the whole of `text` matches, as `regex()` of ODK has it; a part is not enough. */
export function matchesWhole({ steps }: Pattern, text: string): boolean {
  const codes = codePoints(text);
  const kinds = Uint8Array.from(steps, (step) => kindOf[step.do]);
  const sets = [...new Set(steps.flatMap((step) => (step.do === 'take' ? [step.set] : [])))];
  /** Of a step that takes the number of its set, of a fork one way; repeated steps share a set. */
  const one = Int32Array.from(steps, (step) => {
    return step.do === 'take' ? sets.indexOf(step.set) : step.do === 'fork' ? step.to : 0;
  });
  const other = Int32Array.from(steps, (step) => (step.do === 'fork' ? step.or : 0));
  const reachedAt = new Int32Array(steps.length).fill(-1);
  const open = new Int32Array(2 * steps.length + 1);
  const held = new Uint8Array(sets.length);
  let takers = new Int32Array(steps.length);
  let next = new Int32Array(steps.length);
  let count = 0;
  let matched = false;

  /** Adds to `next` all steps that take a character and are reached from `from` without taking any. */
  function follow(from: number, position: number): void {
    let depth = 1;
    open[0] = from;
    while (depth > 0) {
      const at = open[--depth]!;
      if (reachedAt[at] === position) continue;
      reachedAt[at] = position;
      const kind = kinds[at];
      if (kind === take) next[count++] = at;
      else if (kind === fork) {
        open[depth++] = other[at]!;
        open[depth++] = one[at]!;
      } else if (kind === match) matched ||= position === codes.length;
      else if (position === (kind === atStart ? 0 : codes.length)) open[depth++] = at + 1;
    }
  }

  follow(0, 0);
  for (let position = 0; position < codes.length && count > 0; position += 1) {
    for (let set = 0; set < sets.length; set += 1) held[set] = holds(sets[set]!, codes[position]!) ? 1 : 0;
    const before = count;
    [takers, next] = [next, takers];
    count = 0;
    for (let nr = 0; nr < before; nr += 1) {
      const at = takers[nr]!;
      if (held[one[at]!] === 1) follow(at + 1, position + 1);
    }
  }
  return matched;
}
