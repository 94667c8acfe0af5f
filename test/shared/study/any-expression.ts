/** Expressions at random, for laws. */
import fc from 'fast-check';
import type { Expression, Operator } from '../../../shared/study/expression.ts';
import { argumentCounts, type FunctionName } from '../../../shared/study/functions.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';

const operators: readonly Operator[] = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'];
/** Every function but regex(), of which the pattern has to be written out, with as few and (up to 3) as many arguments as it takes. */
const arities = Object.entries(argumentCounts).flatMap(([name, [least, most]]) =>
  name === 'regex'
    ? []
    : [...new Set([least, Math.min(most, Math.max(least, 3))])].map((count) => [name, count] as const),
) as readonly (readonly [FunctionName, number])[];

/** An expression over items called `names`, and for a choice filter over `columns`. */
export function anyExpression(names: readonly string[], columns: readonly string[] = []): fc.Arbitrary<Expression> {
  const text = fc
    .oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', 'a', 'b', '1', '12.5', '2026-03-01', 'é ï', "it's", 'a b'))
    .filter((candidate) => !(candidate.includes("'") && candidate.includes('"')));
  const number = fc.oneof(
    fc.nat(),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  );
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    text.map((written) => ({ kind: 'text', text: written }) as const),
    number.map((value) => ({ kind: 'number', number: value }) as const),
    fc.constant({ kind: 'self' } as const),
    ...(columns.length === 0 ? [] : [fc.constantFrom(...columns).map((name) => ({ kind: 'column', name }) as const)]),
    ...(names.length === 0
      ? []
      : [fc.constantFrom(...names).map((name) => ({ kind: 'item', name: name as ItemName }) as const)]),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      leaf,
      fc.record({
        kind: fc.constant('operation' as const),
        operator: fc.constantFrom(...operators),
        left: tie('tree'),
        right: tie('tree'),
      }),
      tie('tree').map((of) => ({ kind: 'negation', of }) as const),
      fc
        .constantFrom(...arities)
        .chain(([name, count]) =>
          fc
            .array(tie('tree'), { minLength: count, maxLength: count })
            .map((given) => ({ kind: 'call', function: name, arguments: given }) as const),
        ),
      fc
        .tuple(tie('tree'), fc.constantFrom('^[a-z]+$', '\\d{4} ?[A-Z]{2}', 'a|b|'))
        .map(
          ([of, pattern]) =>
            ({ kind: 'call', function: 'regex', arguments: [of, { kind: 'text', text: pattern }] }) as const,
        ),
    ),
  }));
  return tree;
}
