/** Conditions at random of which many hold and many do not: comparisons of answers with what they may well be. */
import fc from 'fast-check';
import type { Expression, Operator } from '../../../shared/study/expression.ts';

/** A condition on one item: mostly one that can hold, of a form that is tried out or not. */
function anyTest(side: Expression): fc.Arbitrary<Expression> {
  const operators: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
  const constant = fc.oneof(
    fc.constantFrom('a', 'b', 'wn', '', 'OK').map((text) => ({ kind: 'text', text }) as const),
    fc.integer({ min: 0, max: 3 }).map((number) => ({ kind: 'number', number }) as const),
  );
  const compared = fc
    .tuple(fc.constantFrom(...operators), constant)
    .map(([operator, right]) => ({ kind: 'operation', operator, left: side, right }) as const);
  const selected = fc
    .constantFrom('a', 'b')
    .map((text) => ({ kind: 'call', function: 'selected', arguments: [side, { kind: 'text', text }] }) as const);
  return fc.oneof({ weight: 3, arbitrary: compared }, selected);
}

/** A condition on `sides`, of which there is at least one. */
export function anyCondition(sides: readonly Expression[]): fc.Arbitrary<Expression> {
  const test = fc.constantFrom(...sides).chain(anyTest);
  const joined = (operator: Operator) =>
    fc.tuple(test, test).map(([left, right]) => ({ kind: 'operation', operator, left, right }) as const);
  const negated = test.map((of) => ({ kind: 'call', function: 'not', arguments: [of] }) as const);
  return fc.oneof(test, negated, { weight: 3, arbitrary: joined('and') }, joined('or'));
}
