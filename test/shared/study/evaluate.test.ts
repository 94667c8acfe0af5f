/** What expressions mean. The vectors of XPath were computed with libxml2 2.14.6, an independent implementation. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { evaluate, isTrue, type Scope } from '../../../shared/study/evaluate.ts';
import { type Expression, parseExpression } from '../../../shared/study/expression.ts';
import { numberIn, numberText } from '../../../shared/study/plain-number.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { textOf, type Value, valueOfAnswer } from '../../../shared/study/value.ts';
import { anyExpression } from './any-expression.ts';

const today = day('2026-11-20');
const scopeOf = (values: Readonly<Record<string, Value>>, self?: Value): Scope => ({
  values: new Map(Object.entries(values) as [ItemName, Value][]),
  today,
  ...(self === undefined ? {} : { self }),
});
const meaning = (written: string, scope: Scope = scopeOf({})): Value => {
  const tree = parseExpression(written);
  if (tree.kind === 'fault') throw new Error(`${written}: ${tree.why}`);
  return evaluate(tree, scope);
};

test.each([
  ['1 + 1', '2'],
  ["'1' + '2'", '3'],
  ['5 div 2', '2.5'],
  ['5 mod 2', '1'],
  ['-5 mod 2', '-1'],
  ['5 mod -2', '1'],
  ['1.5 mod 0.5', '0'],
  ['0 div 0', 'NaN'],
  ['1 div 0', 'Infinity'],
  ['-1 div 0', '-Infinity'],
  ['-0', '0'],
  ['- 3 - -3', '0'],
  ['2 * 3 + 4', '10'],
  ['2 + 3 * 4', '14'],
  ['10 - 4 - 3', '3'],
  ['12 div 3 div 2', '2'],
  ["'' = 0", 'false'],
  ["'' = ''", 'true'],
  ["'0' = 0", 'true'],
  ["' 1 ' = 1", 'true'],
  ["'1.0' = 1", 'true'],
  ["'1.0' = '1'", 'false'],
  ["'a' = 'a'", 'true'],
  ["'a' != 'b'", 'true'],
  ["'a' = 0", 'false'],
  ["'a' != 0", 'true'],
  ['0 div 0 = 0 div 0', 'false'],
  ['0 div 0 != 0 div 0', 'true'],
  ["true() = 'x'", 'true'],
  ["true() = ''", 'false'],
  ['false() = 0', 'true'],
  ["false() = ''", 'true'],
  ['true() = 1', 'true'],
  ['true() = 2', 'true'],
  ["'false' = true()", 'true'],
  ["'10' < '9'", 'false'],
  ["'10' < 9", 'false'],
  ["'a' < 'b'", 'false'],
  ['true() > false()', 'true'],
  ['1 < 2 < 3', 'true'],
  ['3 > 2 > 1', 'false'],
  ['3 > 2 = true()', 'true'],
  ['1 = 1 = 1', 'true'],
  ["not('')", 'true'],
  ["not('0')", 'false'],
  ['not(0)', 'true'],
  ["boolean('false')", 'true'],
  ['boolean(0 div 0)', 'false'],
  ["number('')", 'NaN'],
  ["number(' 7 ')", '7'],
  ["number('1.')", '1'],
  ["number('.5')", '0.5'],
  ["number('-.5')", '-0.5'],
  ["number('+1')", 'NaN'],
  ['number(true())', '1'],
  ['string(1.0)', '1'],
  ['string(0.5)', '0.5'],
  ['string(-0.5)', '-0.5'],
  ['string(true())', 'true'],
  ['string(1 div 0)', 'Infinity'],
  ["string-length('één')", '3'],
  ['string-length(12.50)', '4'],
  ["concat('a', 1, true())", 'a1true'],
  ['round(2.5)', '3'],
  ['round(-2.5)', '-2'],
  ['round(-0.2)', '0'],
  ["round('x')", 'NaN'],
  ['true() or false() and false()', 'true'],
  ['(true() or false()) and false()', 'false'],
  ["'a' and 0", 'false'],
  ["'a' or 0", 'true'],
  ['${s} + 1', '13'],
  ['${s} = 12', 'true'],
  ["${s} = '12.0'", 'false'],
  ["${n} = '3.50'", 'true'],
  ["${m} = ''", 'true'],
  ['${m} < 1', 'false'],
  ['${s} * ${n}', '42'],
  ['-${s} + ${n}', '-8.5'],
])('XPath 1.0: string(%s) is %s', (written, text) => {
  expect(textOf(meaning(written, scopeOf({ s: '12', n: 3.5, m: '' })))).toBe(text);
});

describe('missing answers', () => {
  const scope = scopeOf({
    dontKnow: valueOfAnswer({ kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }),
    coded: valueOfAnswer({ kind: 'missing', missing: 'refused', choice: '-99' }),
    refused: valueOfAnswer({ kind: 'missing', missing: 'refused' }),
    given: 'ja',
  });
  test.each([
    ["${open} = ''", true],
    ["${open} != ''", false],
    ["${open} = 'ja'", false],
    ["${open} != 'ja'", true],
    ['${open} = 0', false],
    ['${open} != 0', true],
    ['${open} < 1', false],
    ['${open} >= 0', false],
    ['${open}', false],
    ['not(${open})', true],
    ['${open} = false()', true],
    ['${open} = true()', false],
    ["concat('x', ${open}) = 'x'", true],
    ['string-length(${open}) = 0', true],
    ['count-selected(${open}) = 0', true],
    ["selected(${open}, 'ja')", false],
    ["selected(${open}, '')", false],
    ["coalesce(${open}, ${given}) = 'ja'", true],
    ['coalesce(${open} + 1, 2) = 2', true],
    ["${dontKnow} = 'weet_niet'", true],
    ["'weet_niet' = ${dontKnow}", true],
    ["${dontKnow} != 'weet_niet'", false],
    ["${dontKnow} = ''", true],
    ["${dontKnow} = 'ja'", false],
    ["${dontKnow} != 'ja'", true],
    ["selected(${dontKnow}, 'weet_niet')", true],
    ["selected(${dontKnow}, 'ja')", false],
    ['count-selected(${dontKnow}) = 0', true],
    ["string(${dontKnow}) = 'weet_niet'", false],
    ['${dontKnow}', false],
    ['${coded} = -99', true],
    ["${coded} = '-99'", true],
    ['${coded} < 0', false],
    ['${coded} + 1 = -98', false],
    ['${refused} = ${open}', true],
    ["${refused} = 'weet_niet'", false],
    ['${dontKnow} = ${refused}', true],
  ])('%s is %s', (written, truth) => {
    expect(isTrue(parseExpression(written) as Expression, scope)).toBe(truth);
  });
});

describe('days', () => {
  const scope = scopeOf({ born: { kind: 'day', day: day('1980-05-01') }, text: '1980-05-01' });
  test.each([
    ["${born} = '1980-05-01'", true],
    ["${born} = date('1980-05-01')", true],
    ['${born} = ${text}', true],
    ['${born} < today()', true],
    ["${born} < '1980-05-02'", true],
    ["'1980-05-02' > ${born}", true],
    ["${born} < 'nonsense'", false],
    ["${born} >= 'nonsense'", false],
    ["${text} < '1980-05-02'", false],
    ["today() - date('2026-11-01') = 19", true],
    ["number(date('1970-01-02')) = 1", true],
    ["date(today() + 1) = '2026-11-21'", true],
    ["date(1 div 0) = ''", true],
    ["date(9999999) = ''", true],
    ["date('2026-02-30') = ''", true],
    ["concat('', today()) = '2026-11-20'", true],
  ])('%s is %s', (written, truth) => {
    expect(meaning(written, scope)).toBe(truth);
  });
});

describe('functions of XLSForm', () => {
  const scope = scopeOf({ many: 'a b c', one: 'ab', number: 7.5 }, 42);
  test.each<[string, Value]>([
    ["selected(${many}, 'b')", true],
    ["selected(${many}, 'a b')", false],
    ["selected(${one}, 'a')", false],
    ["selected-at(${many}, 1) = 'b'", true],
    ["selected-at(${many}, 7) = ''", true],
    ["selected-at(${many}, -1) = ''", true],
    ["contains('wijkteam', 'team')", true],
    ["contains('wijkteam', 'Team')", false],
    ["starts-with('wijkteam', 'wijk') and not(starts-with('wijkteam', 'team'))", true],
    ["ends-with('wijkteam', 'team') and not(ends-with('wijkteam', 'wijk'))", true],
    ["substr('wijkteam', 4)", 'team'],
    ["substr('wijkteam', 0, 4)", 'wijk'],
    ["substr('wijkteam', -4, -1)", 'tea'],
    ["substr('a😀b', 1, 2)", '😀'],
    ["substr('wijkteam', 'x')", ''],
    ['max(1, 3, 2)', 3],
    ['min(4, 3, 5)', 3],
    ['sum(1, 2, 3)', 6],
    ["string(sum(1, ''))", 'NaN'],
    ['abs(-2)', 2],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['count-selected(${many})', 3],
    ["if(${number} > 7, 'high', 'low')", 'high'],
    ["if(${number} > 8, 'high', 'low')", 'low'],
    ['int(7.9)', 7],
    ['int(-7.9)', -7],
    ['round(2.5)', 3],
    ['round(-2.5)', -2],
    ['round(1.005, 2)', 1.01],
    ['round(1234, -2)', 1200],
    ["round('x', 1)", Number.NaN],
    ["string-length('een😀')", 4],
    ["regex('1234 AB', '[1-9][0-9]{3} ?[A-Z]{2}')", true],
    ["regex('1234 ABC', '[1-9][0-9]{3} ?[A-Z]{2}')", false],
    ['. + 1', 43],
    ['7 mod 2', 1],
    ['-7 mod 2', -1],
    ['1 div 0', Number.POSITIVE_INFINITY],
  ])('%s is %s', (written, value) => {
    expect(meaning(written, scope)).toBe(value);
  });
});

test('the side that does not count is not looked at', () => {
  const seen: string[] = [];
  const values = new Map<ItemName, Value>();
  const watched = {
    ...scopeOf({}),
    values: { get: (name: ItemName) => void seen.push(name) } as unknown as typeof values,
  };
  meaning('true() or ${a}', watched);
  meaning('false() and ${b}', watched);
  meaning('if(true(), 1, ${c})', watched);
  expect(seen).toEqual([]);
  meaning('false() or ${d}', watched);
  expect(seen).toEqual(['d']);
});

test('every expression has a value, and != says the opposite of =, whatever the answers', () => {
  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.string().map((text) => ({ kind: 'text', text }) as const),
    fc.double({ noNaN: true }).map((number) => ({ kind: 'number', number }) as const),
    fc.constant({ kind: 'date', day: day('2024-02-29') } as const),
    fc.constant({ kind: 'choices', choices: ['a', 'b'] } as const),
    fc.constant({ kind: 'missing', missing: 'refused', choice: 'a' } as const),
    fc.constant({ kind: 'missing', missing: 'dont-know' } as const),
  );
  const both = anyExpression(['a', 'b']);
  fc.assert(
    fc.property(both, both, anyAnswer, fc.option(anyAnswer), (left, right, a, b) => {
      const scope = scopeOf({ a: valueOfAnswer(a), ...(b === null ? {} : { b: valueOfAnswer(b) }) }, valueOfAnswer(a));
      const compared = (operator: '=' | '!='): Value => evaluate({ kind: 'operation', operator, left, right }, scope);
      expect(compared('!=')).toBe(!compared('='));
      expect(compared('=')).toBe(evaluate({ kind: 'operation', operator: '=', left: right, right: left }, scope));
    }),
    { numRuns: 2_000 },
  );
});

test('a number is written without an exponent and read back as itself', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const written = numberText(number);
      expect(written).toMatch(/^-?\d+(\.\d+)?$/);
      expect(numberIn(written)).toBe(number === 0 ? 0 : number);
    }),
  );
  expect(numberText(1e21)).toBe('1000000000000000000000');
  expect(numberText(1.5e-7)).toBe('0.00000015');
  expect(['1e3', '+1', '1 2', '', '-', '.', '0x1', '1,5'].map(numberIn)).toEqual(Array(8).fill(Number.NaN));
});
