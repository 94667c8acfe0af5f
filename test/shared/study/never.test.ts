/** What is told to be never is never: no answers at all come to such an item, or meet such a constraint. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../../shared/study/answer.ts';
import { meetsConstraint } from '../../../shared/study/check-answer.ts';
import type { Expression } from '../../../shared/study/expression.ts';
import { neverCheck } from '../../../shared/study/never.ts';
import type { Item, ItemName } from '../../../shared/study/questionnaire.ts';
import { route, walkRoute } from '../../../shared/study/route.ts';
import { anyCondition } from './any-condition.ts';
import { faultsOf } from './faults-of.ts';
import { rowsOf, workbookOf } from './small-questionnaires.ts';

const today = '2026-05-01' as never;
const more = ['relevant', 'constraint', 'calculation'];
const faults = (lines: string) => faultsOf(workbookOf(rowsOf(lines), more));

describe('nothing is told of', () => {
  test.each<[string, string]>([
    ['a number within bounds', 'integer|a|A|||\ntext|q|Q|${a} > 60 and ${a} < 62||'],
    [
      'a number between the constants of a constraint that is no plain comparison',
      'integer|a|A||. mod 2 = 0|\ntext|q|Q|${a} > 10 and ${a} < 14||',
    ],
    ['a decimal between two whole numbers', 'decimal|a|A|||\ntext|q|Q|${a} > 1 and ${a} < 2||'],
    ['a day in the far future', "date|q|Q||. > '4500-01-01'|"],
    ['two answers compared with each other', 'integer|a|A|||\ninteger|b|B|||\ntext|q|Q|${a} > ${b} and ${a} < ${b}||'],
    ['the day of today', "date|q|Q||. > today() and . < '1900-01-01'|"],
    ['an open text', "text|a|A|||\ntext|q|Q|${a} = 'x' and ${a} = 'y'||"],
    ['a calculation', 'integer|a|A|||\ncalculate|c||||${a} * 0\ntext|q|Q|${c} = 1||'],
    [
      'a calculation that comes out empty, or is not made',
      "select_one yesno|a|A|||\ncalculate|c||${a} = 'ja'||'1'\ntext|q|Q|${c} = '' and ${a} = 'nee'||\ntext|r|R|not(${c} > 0) and ${c} != 1||",
    ],
    ['a missing answer', "select_one yesno|a|A|||\ntext|q|Q|${a} = 'weet_niet' and ${a} = ''||"],
    [
      'an unanswered question',
      "select_one yesno|a|A|||\ntext|q|Q|${a} != 'ja' and ${a} != 'nee' and ${a} != 'weet_niet'||",
    ],
  ])('%s', (_, lines) => {
    expect(faults(lines)).toEqual([]);
  });
});

describe('told is', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a whole number between two that follow each other',
      'integer|a|A|||\ntext|q|Q|${a} > 60 and ${a} < 61||',
      ['survey 3 relevant: condition-never'],
    ],
    [
      'a day after the last one',
      "date|a|A||. <= '2026-01-01'|\ntext|q|Q|${a} > '2026-06-01'||",
      ['survey 3 relevant: condition-never'],
    ],
    [
      'what needs two choices of one question',
      "select_one teams|a|A|||\ntext|q|Q|selected(${a}, 'noord') and ${a} = 'zuid'||",
      ['survey 3 relevant: condition-never'],
    ],
    [
      'more chosen than there are',
      'select_multiple yesno|a|A|||\ntext|q|Q|count-selected(${a}) > 2||',
      ['survey 3 relevant: condition-never'],
    ],
    [
      'what a calculation never comes to',
      "select_one yesno|a|A|||\ncalculate|c||||if(${a} = 'ja', 1, 2)\ncalculate|d||||${c} + 1\ntext|q|Q|${d} = 4||",
      ['survey 5 relevant: condition-never'],
    ],
    [
      'a calculation that is not made when it would have to be',
      "select_one yesno|a|A|||\ncalculate|c||${a} = 'ja'||'1'\ntext|q|Q|${c} = '1' and ${a} = 'nee'||",
      ['survey 4 relevant: condition-never'],
    ],
    ['a plain contradiction', 'text|q|Q|1 = 2||', ['survey 2 relevant: condition-never']],
    [
      'a number that its constraint refuses',
      'integer|q|Q||. > 5 and not(. > 2)|',
      ['survey 2 constraint: constraint-never'],
    ],
  ])('%s', (_, lines, told) => {
    expect(faults(lines)).toEqual(told);
  });
});

const nameOf = (nr: number) => `q${nr}` as ItemName;
const kinds = ['select-one', 'select-multiple', 'integer', 'acknowledge'] as const;
const listed = ['a', 'b', 'c'].map((name) => ({ name, label: { nl: name } }));
const choices: Item['choices'] = [...listed, { name: 'wn', label: { nl: 'wn' }, missing: 'dont-know' }];

const anyItems = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), isFree: fc.boolean() }), { minLength: 2, maxLength: 3 })
  .chain((rows) =>
    fc.tuple(
      ...rows.map(({ kind, isFree }, nr): fc.Arbitrary<Item> => {
        const before = rows.slice(0, nr).map((_, at): Expression => ({ kind: 'item', name: nameOf(at) }));
        const base = { name: nameOf(nr), kind, label: { nl: '' }, sections: [], required: false };
        const item: Item = kind.startsWith('select') ? { ...base, choices: choices! } : base;
        const relevant = before.length === 0 || isFree ? fc.constant(undefined) : anyCondition(before);
        const constraint = fc.option(anyCondition([{ kind: 'self' }, ...before]), { nil: undefined, freq: 2 });
        return fc.tuple(relevant, constraint).map(([condition, ask]) => ({
          ...item,
          ...(condition === undefined ? {} : { relevant: condition }),
          ...(ask === undefined ? {} : { constraint: { test: ask } }),
        }));
      }),
    ),
  );

/** The same with a calculation behind each item but the last, made of those before it; conditions are on the calculations as much. */
const withCalculated = anyItems.chain((items) => {
  const last = items.at(-1)!;
  const asked = items.slice(0, -1);
  const base = { kind: 'calculate', label: { nl: '' }, sections: [], required: false } as const;
  const calculated = asked.map(({ name }, nr): fc.Arbitrary<Item> => {
    const sides = asked.slice(0, nr + 1).map((one): Expression => ({ kind: 'item', name: one.name }));
    const plain: fc.Arbitrary<Expression> = fc.constantFrom(...sides, { kind: 'text', text: '' } as const);
    const value = fc.oneof(
      plain,
      fc.constantFrom<Expression>({ kind: 'text', text: 'a' }, { kind: 'number', number: 1 }),
    );
    const chosen = fc
      .tuple(anyCondition(sides), value, value)
      .map((given): Expression => ({ kind: 'call', function: 'if', arguments: given }));
    const sum = value.map(
      (left): Expression => ({
        ...{ kind: 'operation', operator: '+', left },
        right: { kind: 'number', number: 1 },
      }),
    );
    return fc
      .tuple(fc.oneof(chosen, sum), fc.option(anyCondition(sides), { nil: undefined, freq: 2 }))
      .map(([calculation, relevant]) => ({
        ...{ ...base, name: `c_${name}` as ItemName, calculation },
        ...(relevant === undefined ? {} : { relevant }),
      }));
  });
  return fc.tuple(...calculated).chain((made) => {
    const sides = made.map(({ name }): Expression => ({ kind: 'item', name }));
    const all = asked.flatMap((item, nr) => [item, made[nr]!]);
    return fc
      .tuple(anyCondition(sides), anyCondition([{ kind: 'self' }, ...sides]))
      .map(([relevant, test]): readonly Item[] => [...all, { ...last, relevant, constraint: { test } }]);
  });
});

function answersTo({ kind }: Item): readonly (Answer | undefined)[] {
  if (kind === 'calculate') return [undefined];
  const missing: Answer = { kind: 'missing', missing: 'dont-know', choice: 'wn' };
  if (kind === 'acknowledge') return [undefined, { kind: 'acknowledged' }];
  if (kind === 'integer')
    return [undefined, ...[-1, 0, 1, 2, 3, 4].map((number): Answer => ({ kind: 'number', number }))];
  if (kind === 'select-one')
    return [undefined, missing, ...['a', 'b', 'c'].map((choice): Answer => ({ kind: 'choice', choice }))];
  const sets = [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']];
  return [undefined, missing, ...sets.map((chosen): Answer => ({ kind: 'choices', choices: chosen }))];
}

/** All interviews that could be: every combination of valid answers. */
function everyInterview(items: readonly Item[]): readonly Answers[] {
  let all: readonly Answers[] = [new Map()];
  for (const item of items)
    all = all.flatMap((given) =>
      answersTo(item).map((answer) => (answer === undefined ? given : new Map(given).set(item.name, answer))),
    );
  return all;
}

test.each([
  ['on answers', anyItems],
  ['through calculations', withCalculated],
])(
  'an item that is told to be never asked is asked in no interview at all, and a constraint never met is never met: %s',
  (_, any) => {
    const told = { never: 0, unmeetable: 0, free: 0 };
    fc.assert(
      fc.property(any, (items) => {
        const check = neverCheck(items);
        const questionnaire = {
          formId: 'f',
          title: 't',
          version: '1',
          languages: ['nl'],
          defaultLanguage: 'nl',
          sections: [],
          items,
        };
        const last = items.at(-1)!;
        const isNever = last.relevant !== undefined && check.isNever(last.relevant);
        const isUnmeetable = check.isUnmeetable(last);
        if (!isNever && !isUnmeetable) told.free += 1;
        if (isNever) told.never += 1;
        if (isUnmeetable) told.unmeetable += 1;
        if (!isNever && !isUnmeetable) return;
        for (const answers of everyInterview(items.slice(0, -1))) {
          const walk = walkRoute(questionnaire, answers, today);
          const isValid = items.every((item) => {
            const answer = walk.answers.get(item.name);
            return answer === undefined || meetsConstraint(item, answer, { values: walk.values, today });
          });
          if (!isValid || !route(questionnaire, answers, today).includes(last)) continue;
          expect(isNever).toBe(false);
          for (const answer of answersTo(last))
            if (answer !== undefined && answer.kind !== 'missing')
              expect(meetsConstraint(last, answer, { values: walk.values, today })).toBe(false);
        }
      }),
      { numRuns: 600 },
    );
    expect(Math.min(told.never, told.unmeetable, told.free)).toBeGreaterThan(20);
  },
);

test('a filter that is told to offer nothing offers nothing in any interview', () => {
  const told = { nothing: 0, something: 0 };
  const columns = [{ part: 'a' }, { part: '2' }, {}, {}];
  const filtered = anyItems.chain((items) => {
    const sides: readonly Expression[] = [
      ...items.map(({ name }) => ({ kind: 'item', name }) as const),
      { kind: 'column', name: 'part' },
    ];
    const beside = fc.constantFrom(...items).map(
      ({ name }): Expression => ({
        ...{ kind: 'operation', operator: '<=' },
        ...{ left: { kind: 'column', name: 'part' }, right: { kind: 'item', name } },
      }),
    );
    return fc.tuple(fc.constant(items), fc.oneof(anyCondition(sides), beside));
  });
  fc.assert(
    fc.property(filtered, ([items, choiceFilter]) => {
      const offering = choices!.map((choice, nr) => ({ ...choice, columns: columns[nr]! }));
      const base = {
        name: 'last' as ItemName,
        kind: 'select-one',
        label: { nl: '' },
        sections: [],
        required: false,
      } as const;
      const last: Item = { ...base, choices: offering, choiceFilter };
      const offersNothing = neverCheck([...items, last]).offersNothing(last);
      told[offersNothing ? 'nothing' : 'something'] += 1;
      if (!offersNothing) return;
      const questionnaire = {
        ...{ formId: 'f', title: 't', version: '1', languages: ['nl'], defaultLanguage: 'nl', sections: [] },
        items: [...items, last],
      };
      for (const answers of everyInterview(items)) {
        const walk = walkRoute(questionnaire, answers, today);
        const isValid = items.every((item) => {
          const answer = walk.answers.get(item.name);
          return answer === undefined || meetsConstraint(item, answer, { values: walk.values, today });
        });
        if (isValid) expect(walk.items).not.toContain(last);
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(told.nothing, told.something)).toBeGreaterThan(5);
});
