import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked, maskedExamples } from '../../../shared/intake/mask.ts';

describe('a masked value', () => {
  test.each([
    ['Aalbersma', 'A•••'],
    ['q.aalbersma@wijk.example', 'q.•••@•••.••'],
    ['1960-05-17', '1•••-••-••'],
    ['06-89001111', '0•-•••'],
    ['9999 ZZ', '9••• ••'],
    ['v', '•'],
    ['-5', '-•'],
    ['ja', 'j•'],
    ['', ''],
    ['🙂 x', '• •'],
    ['Ünal', 'Ü•••'],
  ])('%s is shown as %s', (value, shown) => {
    expect(masked(value)).toBe(shown);
  });

  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.emailAddress(),
    fc.stringMatching(/^\w{0,40}$/),
  );

  test('law: at most one letter or digit, and it is the first of the value', () => {
    fc.assert(
      fc.property(value, (text) => {
        const readable = (of: string) => [...of].filter((each) => /[\p{L}\p{N}]/u.test(each));
        const shown = readable(masked(text));
        expect(shown.length).toBeLessThanOrEqual(1);
        expect(shown).toEqual(readable(text).length < 2 ? [] : [readable(text)[0]].slice(0, shown.length));
      }),
    );
  });

  test('law: at most 12 characters, each a sign of the value, its first letter or a bullet', () => {
    fc.assert(
      fc.property(value, (text) => {
        const shown = [...masked(text)];
        expect(shown.length).toBeLessThanOrEqual(12);
        for (const each of shown) expect(each === '•' || text.includes(each)).toBe(true);
        if ([...text].length < 2) expect(shown.every((each) => each === '•' || !/[\p{L}\p{N}]/u.test(each))).toBe(true);
      }),
    );
  });

  test('law: words of four letters and more with the same beginning look the same', () => {
    const word = fc.stringMatching(/^[a-z]{4,30}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(masked(`Q${one}`)).toBe(masked(`Q${other}`));
      }),
    );
  });
});

test('examples are the first three that differ; an empty cell gives none', () => {
  expect(maskedExamples([undefined, '', 'Aalbersma', 'Aukema', 'Bessemans', 'Cornippen', 'Dusseljee'])).toEqual([
    'A•••',
    'B•••',
    'C•••',
  ]);
  expect(maskedExamples([])).toEqual([]);
});
