/**
 * No expression and no regular expression holds the process for long: the worst that the limits of `parseExpression` let through, on the
 * longest answers that there can be. Measured is what the thread itself worked, since other work on the machine is not the expression's.
 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/study/evaluate.ts';
import { type Expression, parseExpression } from '../../../shared/study/expression.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { longestText, type Value } from '../../../shared/study/value.ts';
import { workedMs } from '../../worked.ts';

/** Milliseconds of one evaluation. */
const most = 50;

function fastest(expression: Expression, text: string): number {
  const values = new Map<ItemName, Value>([
    ['t' as ItemName, text],
    ['m' as ItemName, 'ab '.repeat(longestText / 3)],
  ]);
  const scope = { values, today: '2026-05-01' as never };
  const times = Array.from({ length: 6 }, () => workedMs(() => evaluate(expression, scope)));
  return Math.min(...times);
}

/** As many as the limits allow: the largest count with which `written` is still taken. */
function largest(written: (count: number) => string): Expression {
  let [taken, refused] = [1, 1_100];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    if (parseExpression(written(middle)).kind === 'fault') refused = middle;
    else taken = middle;
  }
  return parseExpression(written(taken)) as Expression;
}

const texts: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(longestText),
  'two letters': 'ab'.repeat(longestText / 2),
  'letters at random': Array.from({ length: longestText }, (_, nr) => 'ab'[(nr * nr * 7 + (nr >> 3)) % 2]).join(''),
  'many words': 'ab '.repeat(longestText / 3),
  'characters of two units': '😀'.repeat(longestText / 2),
};
const item = '$' + '{t}';

const patterns: readonly ((count: number) => string)[] = [
  (count) => `(a*){${count}}`,
  (count) => '.*'.repeat(count),
  (count) => `(.*a.*b){${count}}`,
  (count) => `.*a.{${count}}`,
  (count) => `.*a(.?){${count}}`,
  (count) => `(a|b|ab|ba|.){${count}}.*`,
  (count) => `((a|b)*(b|a)*){${count}}`,
  (count) => `([a-c]?[^x-z]?)*(.?){${count}}`,
  (count) => `([${Array.from({ length: 300 }, (_, nr) => String.fromCharCode(500 + 2 * nr)).join('')}ab]*){${count}}`,
  (count) => `(.*\\w\\s?){${count}}`,
];

test.each(Object.keys(texts))('patterns of any size that is taken, on %s', (name) => {
  for (const pattern of patterns) {
    const expression = largest((count) => `regex(${item}, '${pattern(count)}')`);
    expect(fastest(expression, texts[name]!)).toBeLessThan(most);
  }
});

/** One of many in a chain, each of which says nothing true, so that all of them are worked out. */
const chained: readonly string[] = [
  `contains(${item}, '${'b'.repeat(200)}c')`,
  `contains(${item}, concat('b', substr(${item}, 0, 5000)))`,
  `selected(${item}, 'zz')`,
  `count-selected(${item}) = 0`,
  `selected-at(${item}, 9999) = 'x'`,
  `string-length(${item}) = 1`,
  `substr(${item}, 1, 9999) = 'x'`,
  `concat(${item}, ${item}) = 'x'`,
  `starts-with(${item}, 'b') and ends-with(${item}, 'x')`,
  `number(${item}) = 1`,
  `date(${item}) = 1`,
  `round(1.005 * ${item}, 2) = 7`,
  `coalesce('', ${item}) = 'x'`,
  `regex(${item}, 'x')`,
  `${item} = 'x'`,
];

test.each(chained)('as many of %s as are taken', (one) => {
  const expression = largest((count) => Array.from({ length: count }, () => one).join(' or '));
  const worst = Math.max(...Object.values(texts).map((text) => fastest(expression, text)));
  expect(worst).toBeLessThan(most);
});

test('the measure would notice: patterns that each are taken, together without the limit, take longer', () => {
  const regex = (from: string) => `regex(${item}, '${from}.*.*.*.*.*.*x')`;
  const one = largest((count) => regex('.*'.repeat(count)));
  let together: Expression = one;
  for (let nr = 0; nr < 40; nr += 1) together = { kind: 'operation', operator: 'or', left: together, right: one };
  expect(fastest(together, texts['characters of two units']!)).toBeGreaterThan(most);
  const steps = Array.from({ length: 5 }, () => `regex(${item}, '${'.*'.repeat(60)}')`).join(' or ');
  expect(parseExpression(steps)).toMatchObject({ kind: 'fault', why: 'too-large' });
});
