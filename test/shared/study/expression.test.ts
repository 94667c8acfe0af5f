/** Expressions as text and as trees: one way and back. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Expression,
  itemsIn,
  mentionsSelf,
  parseExpression,
  printExpression,
} from '../../../shared/study/expression.ts';
import { anyExpression } from './any-expression.ts';

describe('parse and print', () => {
  test('every tree is printed as text that reads back into the same tree', () => {
    fc.assert(
      fc.property(anyExpression(['a', 'q_1', 'Q-2.b']), (tree) => {
        expect(parseExpression(printExpression(tree))).toEqual(tree);
      }),
      { numRuns: 2_000 },
    );
  });

  test('so is a choice filter, whatever its columns are called', () => {
    fc.assert(
      fc.property(anyExpression(['a'], ['name', 'or', 'div', 'selected', 'a-b.c', 'x']), (tree) => {
        expect(parseExpression(printExpression(tree), { hasColumns: true })).toEqual(tree);
      }),
      { numRuns: 500 },
    );
    expect(parseExpression('x')).toMatchObject({ kind: 'fault' });
  });

  test('the law would notice brackets that are left out', () => {
    const tree = parseExpression('1 - (2 - 3)') as Expression;
    expect(parseExpression(printExpression(tree).replaceAll(/[()]/g, ''))).not.toEqual(tree);
  });

  test.each([
    ["${q} = 'ja'", "${q} = 'ja'"],
    ['.<=150', '. <= 150'],
    ["selected( ${m} ,'x')and not( ${q}='a' )", "selected(${m}, 'x') and not(${q} = 'a')"],
    ['1 + 2 * 3', '1 + 2 * 3'],
    ['(1 + 2) * 3', '(1 + 2) * 3'],
    ['((1))', '1'],
    ['1 - 2 - 3', '1 - 2 - 3'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['1 < 2 = true()', '1 < 2 = true()'],
    ['1 < (2 = true())', '1 < (2 = true())'],
    ["${a}='' or ${b}='' and ${c}=''", "${a} = '' or ${b} = '' and ${c} = ''"],
    ['--5', '--5'],
    ['-(1 + 2)', '-(1 + 2)'],
    ['5.', '5'],
    ['.5', '0.5'],
    ['0.0000001', '0.0000001'],
    ['today()-1', 'today() - 1'],
    ['6 div 4 mod 2', '6 div 4 mod 2'],
    ['${ a }', '${a}'],
    ['"it\'s"', '"it\'s"'],
    ['\t1\n+\r1', '1 + 1'],
    ["if(${a}>1,'x',concat('y',.))", "if(${a} > 1, 'x', concat('y', .))"],
  ])('%s', (written, printed) => {
    const tree = parseExpression(written);
    expect(tree.kind).not.toBe('fault');
    expect(printExpression(tree as Expression)).toBe(printed);
  });

  test('a text with both kinds of quotes cannot be written', () => {
    expect(() => printExpression({ kind: 'text', text: `'"` })).toThrow(RangeError);
  });

  test.each([
    ['', 'empty', 1, ''],
    ['  ', 'empty', 3, ''],
    ['1 +', 'unexpected', 4, ''],
    ['1 1', 'unexpected', 3, '1'],
    ["${q} == 'a'", 'unexpected', 7, '='],
    ['(1', 'unexpected', 3, ''],
    ['1)', 'unexpected', 2, ')'],
    ["'open", 'character-unknown', 1, "'"],
    ['${q', 'character-unknown', 1, '$'],
    ['${1q}', 'character-unknown', 1, '$'],
    ['${a b}', 'character-unknown', 1, '$'],
    ['a', 'unexpected', 1, 'a'],
    ['../a', 'character-unknown', 3, '/'],
    ['/a', 'character-unknown', 1, '/'],
    ['1 > 2 & 3', 'character-unknown', 7, '&'],
    ['pulldata(1)', 'function-unknown', 1, 'pulldata'],
    ['constructor(1)', 'function-unknown', 1, 'constructor'],
    ['1 + eval(1)', 'function-unknown', 5, 'eval'],
    ['not()', 'arguments-count', 1, 'not'],
    ['true(1)', 'arguments-count', 1, 'true'],
    ['if(1, 2)', 'arguments-count', 1, 'if'],
    ['concat(1,)', 'unexpected', 10, ')'],
    ['regex(., ${q})', 'pattern-unsupported', 1, 'regex'],
    ["regex(., '(a)\\1')", 'pattern-unsupported', 1, 'regex'],
    [`1${'0'.repeat(400)}`, 'number-too-large', 1, `1${'0'.repeat(400)}`],
  ])('refuses %s', (written, why, at, what) => {
    expect(parseExpression(written)).toEqual({ kind: 'fault', why, at, what });
  });

  test.each([
    ['brackets', '('.repeat(50_000)],
    ['minus signs', '-'.repeat(50_000)],
    ['calls', 'not('.repeat(50_000)],
    ['a chain', `1${' + 1'.repeat(50_000)}`],
    ['arguments', `concat(${'1, '.repeat(50_000)} 1)`],
  ])('refuses too many %s without running out of stack', (_, written) => {
    expect(parseExpression(written)).toMatchObject({ kind: 'fault', why: 'too-large' });
  });

  test('any text at all is a tree or a fault with a place in the text', () => {
    const piece = fc.constantFrom(
      '${a}',
      "'",
      '"',
      '(',
      ')',
      ',',
      '.',
      ' ',
      '1',
      '-',
      '=',
      '!',
      '<',
      'and',
      'not',
      '$',
      '{',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = parseExpression(text);
        if (found.kind !== 'fault') expect(parseExpression(printExpression(found))).toEqual(found);
        else expect(text.slice(found.at - 1).startsWith(found.what)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the items in an expression, each once', () => {
  const tree = parseExpression("if(${a} = -${b}, concat(${a}, ${c}), 'x')") as Expression;
  expect([...itemsIn(tree)]).toEqual(['a', 'b', 'c']);
  expect(mentionsSelf(tree)).toBe(false);
  expect(mentionsSelf(parseExpression('not(1 < -.)') as Expression)).toBe(true);
});
