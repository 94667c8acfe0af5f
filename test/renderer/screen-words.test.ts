/** The words of every screen: the same in both languages, Dutch in short sentences with "u", and nothing of the other language in between. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../renderer/wording/screens/', import.meta.url);
type Said = readonly (readonly [path: string, text: string])[];

/** Every text in `words`, with its place; one that is made of something is made of a name. */
function textsIn(words: unknown, path = ''): Said {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return textsIn(madeBy(words as (...given: unknown[]) => unknown), path);
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}

const name = '“x”';
function madeBy(make: (...given: unknown[]) => unknown): unknown {
  for (const given of [name, 2, [name], {}])
    try {
      return make(...Array.from({ length: make.length || 1 }, () => given));
    } catch {
      // It is made of something else.
    }
  return undefined;
}

const placesOf = (said: Said) => said.map(([path]) => path).toSorted();

const english =
  /\b(?:the|and|not|files?|sheet|row|column|please|invalid|must|your|you|has|have|study|answers?|with|this)\b/i;
const dutch = /\b(?:de|het|een|niet|u|uw|van|wordt|bestand|blad|rij|kolom|kies|onderzoek|met|dit|vraag|geen)\b/i;
const familiar = /\b(?:je|jij|jou|jouw|jullie)\b/i;
const mostWords = 26;

/** Everything that is wrong with a text, in words; what is quoted and the names of people are nobody's language. */
function faultsOf(language: 'nl' | 'en', text: string): readonly string[] {
  const own = text.replaceAll(/“[^”]*”+|\{\{\w+\}\}|\bDe (?=\p{Lu})/gu, '“”');
  const foreign = (language === 'nl' ? english : dutch).exec(own)?.[0];
  return [
    ...(foreign === undefined ? [] : [`a foreign word: ${foreign}`]),
    ...(language === 'nl' && familiar.test(own) ? ['not said with u'] : []),
    ...own.split(/(?<=[.?!:]) |\n/).flatMap((one) => (one.split(' ').length > mostWords ? [`too long: ${one}`] : [])),
  ];
}

test('the check finds what is wrong', () => {
  expect(faultsOf('nl', 'Kies een bestand. Daarna ziet u wat erin staat.')).toEqual([]);
  expect(faultsOf('nl', 'Kies je antwoord')).toEqual(['not said with u']);
  expect(faultsOf('nl', 'Choose your bestand')).toEqual(['a foreign word: your']);
  expect(faultsOf('en', 'Choose het file')).toEqual(['a foreign word: het']);
  expect(faultsOf('nl', Array.from({ length: 27 }, () => 'woord').join(' '))).toHaveLength(1);
  expect(textsIn({ a: (one: string) => `met ${one}`, b: { c: 'zo' } })).toEqual([
    ['.a', `met ${name}`],
    ['.b.c', 'zo'],
  ]);
});

describe.each(readdirSync(folder).filter((file) => file.endsWith('.ts')))('%s', (file) => {
  test('says the same in Dutch and in English, in short sentences of that language', async () => {
    const module = (await import(new URL(file, folder).href)) as Readonly<Record<string, unknown>>;
    const both = Object.values(module).filter(
      (one): one is { readonly nl: unknown; readonly en: unknown } =>
        typeof one === 'object' && one !== null && 'nl' in one && 'en' in one,
    );
    for (const { nl, en } of both) {
      const [ours, theirs] = [textsIn(nl), textsIn(en)];
      expect(placesOf(theirs)).toEqual(placesOf(ours));
      for (const [path, text] of ours) expect(faultsOf('nl', text), `nl${path}`).toEqual([]);
      for (const [path, text] of theirs) expect(faultsOf('en', text), `en${path}`).toEqual([]);
    }
  });
});
