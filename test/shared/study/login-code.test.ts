import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalLink } from '../../../shared/study/bureau.ts';
import { codeAlphabet, findLoginCode, newLoginCode, printedCode } from '../../../shared/study/login-code.ts';

const code = fc.array(fc.nat({ max: codeAlphabet.length - 1 }), { minLength: 8, maxLength: 8 }).map((draws) => {
  let at = 0;
  return newLoginCode(() => draws[at++]!);
});

describe('the login code', () => {
  test('is found as it is printed, in lower case, with spaces or hyphens', () => {
    fc.assert(
      fc.property(code, (one) => {
        for (const typed of [one, printedCode(one), printedCode(one).toLowerCase(), [...one].join(' ')])
          expect(findLoginCode(typed)).toBe(one);
      }),
    );
  });

  test('is found in the link that a scanner reads from a letter', () => {
    fc.assert(
      fc.property(code, (one) => {
        for (const webAddress of ['https://vragen.example/w', 'https://vragen.example/w?lang=nl'])
          expect(findLoginCode(`${personalLink({ webAddress }, one)}\n`)).toBe(one);
        expect(findLoginCode(`https://vragen.example/${one}`)).toBeUndefined();
      }),
    );
  });

  test('every single wrong character is found', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 8 }), fc.constantFrom(...codeAlphabet), (one, at, other) => {
        fc.pre(one[at] !== other);
        expect(findLoginCode(one.slice(0, at) + other + one.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('every swap of two different neighbours is found', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 7 }), (one, at) => {
        fc.pre(one[at] !== one[at + 1]);
        expect(findLoginCode(one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('has no character that is read or heard as another', () => {
    for (const confusing of '01OILS5') expect(codeAlphabet).not.toContain(confusing);
    expect(new Set(codeAlphabet).size).toBe(29);
  });

  test.each(['', 'ABCD', '0000-0000-0', 'ABCDEFGHJK', 'AAAA AAAA ?'])('%j is no code', (typed) => {
    expect(findLoginCode(typed)).toBeUndefined();
  });
});
