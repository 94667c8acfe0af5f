/** Every way in which a source file reaches another module, read from its words. */
import type { Word } from './source-words.ts';

export interface Import {
  /** As written; undefined when it is computed. */
  readonly from: string | undefined;
  readonly line: number;
  /** Gone when the types are stripped. `import { type A }` is not: the module is still loaded. */
  readonly typeOnly: boolean;
}

const isSign = (word: Word | undefined, ...values: readonly string[]) =>
  word?.kind === 'sign' && values.includes(word.value);
const isName = (word: Word | undefined, ...values: readonly string[]) =>
  word?.kind === 'name' && values.includes(word.value);

/** The text of a call's only or first argument, when it is a plain string. */
function argument(words: readonly Word[], open: number): string | undefined {
  const text = words[open + 1];
  return text?.kind === 'text' && isSign(words[open + 2], ')', ',') ? text.value : undefined;
}

/** What stands after `from` in the statement that begins at `start`; undefined when it has none, as `export { a }`. */
function statementFrom(words: readonly Word[], start: number): string | undefined {
  for (let i = start + 1; i < words.length; i += 1) {
    const word = words[i]!;
    if (isName(word, 'from') && words[i + 1]?.kind === 'text') return words[i + 1]!.value;
    if (isSign(word, '}') && !isName(words[i + 1], 'from')) return undefined;
    if (word.kind === 'sign' && !['{', '}', ',', '*'].includes(word.value)) return undefined;
  }
  return undefined;
}

/** `import type { A }`, `import type A`, `export type { A }`, `export type * `; not `import type from`, where type is a name. */
function isTypeOnly(words: readonly Word[], start: number): boolean {
  if (!isName(words[start + 1], 'type')) return false;
  const next = words[start + 2];
  return (
    isSign(next, '{', '*') || (next?.kind === 'name' && !(next.value === 'from' && words[start + 3]?.kind === 'text'))
  );
}

/** The imports of a file: static, re-exported, dynamic, required, of types. In the order of the text. */
export function importsOf(words: readonly Word[]): readonly Import[] {
  const imports: Import[] = [];
  words.forEach((word, i) => {
    const { line } = word;
    const before = words[i - 1];
    const next = words[i + 1];
    if (word.kind !== 'name' || isSign(before, '.', '?.')) {
      if (isName(word, 'getBuiltinModule') && isSign(next, '('))
        imports.push({ from: argument(words, i + 1), line, typeOnly: false });
      return;
    }
    if (word.value === 'import') {
      if (isSign(next, '(')) imports.push({ from: argument(words, i + 1), line, typeOnly: isName(before, 'typeof') });
      else if (next?.kind === 'text') imports.push({ from: next.value, line, typeOnly: false });
      else {
        const from = statementFrom(words, i);
        if (from !== undefined) imports.push({ from, line, typeOnly: isTypeOnly(words, i) });
      }
    } else if (word.value === 'export' && (isSign(next, '{', '*') || isTypeOnly(words, i))) {
      const from = statementFrom(words, i);
      if (from !== undefined) imports.push({ from, line, typeOnly: isTypeOnly(words, i) });
    } else if (word.value === 'require') {
      const open = isSign(next, '.') && isName(words[i + 2], 'resolve') ? i + 3 : i + 1;
      if (isSign(words[open], '(')) imports.push({ from: argument(words, open), line, typeOnly: false });
    }
  });
  return imports;
}
