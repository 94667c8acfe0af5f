/** Patterns of regex(): the same answer as a regular expression, without its worst case. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesWhole } from '../../../shared/study/match-pattern.ts';
import { findPattern, type Pattern } from '../../../shared/study/pattern.ts';

const matches = (pattern: string, text: string): boolean => matchesWhole(findPattern(pattern) as Pattern, text);

describe('patterns', () => {
  test('match as the regular expressions of the language do', () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', maxDepth: 4 },
        fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-c1]', '\\d', '\\w', '\\S', '\\.', '', '^', '$', '-'),
        fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => left + right),
        fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '{0}'))
          .map(([part, count]) => `(?:${part})${count}`),
      ),
    }));
    const text = fc.array(fc.constantFrom('a', 'b', '1', '.', '-', ' ', '\n', 'é', '😀'), { maxLength: 6 });
    let matched = 0;
    fc.assert(
      fc.property(pattern, text, (written, characters) => {
        const given = characters.join('');
        const expected = new RegExp(`^(?:${written})$`, 'u').test(given);
        if (expected) matched += 1;
        expect(matches(written, given)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  test.each([
    ['^[1-9][0-9]{3} ?[A-Za-z]{2}$', '1234 AB', true],
    ['^[1-9][0-9]{3} ?[A-Za-z]{2}$', '0234 AB', false],
    ['[0-9]{2}', '123', false],
    ['\\+31\\d{9}', '+31612345678', true],
    ['a]b', 'a]b', undefined],
    ['[a\\]-]+', 'a]-', true],
    ['[-a]+', '-a', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s on %s', (pattern, text, expected) => {
    if (expected === undefined) expect(findPattern(pattern)).toBeUndefined();
    else expect(matches(pattern, text)).toBe(expected);
  });

  test.each([
    '(a)\\1',
    '(?=a)b',
    '(?<n>a)',
    '\\p{L}',
    '\\bword',
    'a**',
    'a{2}{3}',
    'a++',
    '*a',
    '(a',
    'a)',
    '[a',
    '[]',
    '[b-a]',
    '[\\d-z]',
    '[[:alpha:]]',
    'a{',
    'a{x}',
    'a{3,2}',
    'a{,3}',
    '^*',
    'a\\',
    `${'('.repeat(60)}a${')'.repeat(60)}`,
    '((((a{99}){99}){99}){99})',
    'a'.repeat(501),
  ])('refuses %s', (pattern) => {
    expect(findPattern(pattern)).toBeUndefined();
  });

  test('patterns that make a backtracking matcher hang come back at once', () => {
    expect(matches('(a+)+', `${'a'.repeat(9_999)}b`)).toBe(false);
    expect(matches('(a|a)*b?', 'a'.repeat(10_000))).toBe(true);
    expect(matches('(a?){200}a{200}', 'a'.repeat(200))).toBe(true);
    expect(findPattern('((((((){999}){999}){999}){999}){999})')).toBeDefined();
  });
});
