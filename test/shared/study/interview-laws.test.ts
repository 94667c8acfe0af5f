/** Laws of an interview, whatever is asked and answered: filters, ranks and everything that steers the route among it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anonymousRows, fewestPeople } from '../../../shared/export/anonymous-rows.ts';
import type { Answer, Answers } from '../../../shared/study/answer.ts';
import { readAnswer } from '../../../shared/study/check-answer.ts';
import type { Choice, Item, ItemKind, ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import type { Response } from '../../../shared/study/response.ts';
import { answersOnRoute, nextItem, openItems, walkRoute } from '../../../shared/study/route.ts';
import { anyCondition } from './any-condition.ts';

const today = '2026-05-01' as never;
const kinds: readonly ItemKind[] = ['select-one', 'select-multiple', 'rank', 'integer', 'acknowledge', 'calculate'];
const nameOf = (nr: number) => `q${nr}` as ItemName;
const choices: readonly Choice[] = [
  { name: 'a', label: { nl: 'A' }, columns: { part: 'a' } },
  { name: 'b', label: { nl: 'B' }, columns: { part: 'b' } },
  { name: 'c', label: { nl: 'C' }, columns: { part: 'b' } },
  { name: 'wn', label: { nl: 'Weet niet' }, missing: 'dont-know' },
];

/** A questionnaire of up to eight items; each may depend on those before it. */
const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), asks: fc.nat(3) }), { minLength: 3, maxLength: 8 })
  .chain((rows) =>
    fc.tuple(
      ...rows.map(({ kind, asks }, nr): fc.Arbitrary<Item> => {
        const before = rows.slice(0, nr).map((_, at) => ({ kind: 'item', name: nameOf(at) }) as const);
        const isClosed = kind === 'rank' || kind.startsWith('select');
        const base = { name: nameOf(nr), kind, label: { nl: '' }, sections: [], required: asks === 0 };
        const item: Item = isClosed ? { ...base, choices } : base;
        if (before.length === 0) return fc.constant(item);
        const condition = anyCondition(before);
        const filter = anyCondition([...before, { kind: 'column', name: 'name' }, { kind: 'column', name: 'part' }]);
        if (kind === 'calculate') return condition.map((calculation) => ({ ...item, calculation }));
        if (asks === 1) return condition.map((relevant) => ({ ...item, relevant }));
        if (asks === 2 && isClosed) return filter.map((choiceFilter) => ({ ...item, choiceFilter }));
        return condition.map((requiredWhen) => ({ ...item, requiredWhen }));
      }),
    ),
  )
  .map((items) => ({
    ...{ formId: 'f', title: 't', version: '1', languages: ['nl'], defaultLanguage: 'nl', sections: [] },
    items,
  }));

/** What may be typed to an item of each kind, and nothing; some of it is no answer when a filter does not offer it. */
const typings: Readonly<Partial<Record<ItemKind, readonly unknown[]>>> = {
  'select-one': ['a', 'b', 'c', 'wn', null],
  'select-multiple': [['a'], ['b'], ['a', 'b'], ['b', 'c'], 'wn', null],
  rank: [['a', 'b'], ['b', 'a', 'c'], ['c'], 'wn', null],
  integer: [0, 1, 2, 3, null],
  acknowledge: ['OK', null],
};
const anyWill = fc.array(fc.nat(29), { minLength: 8, maxLength: 8 });

function typed({ kind }: Item, nr: number): unknown {
  const all = typings[kind] ?? [null];
  return all[nr % all.length];
}

/** As the office does it: an item that is on the route gets an answer that passes; anything else changes nothing. */
function answered(questionnaire: Questionnaire, answers: Answers, item: Item, nr: number): Answers {
  const { items, values } = walkRoute(questionnaire, answers, today);
  if (!items.includes(item)) return answers;
  const changed = new Map(answers);
  const given = typed(item, nr);
  const checked = given === null ? undefined : readAnswer(item, given, { values, today });
  if (checked?.kind === 'answer') changed.set(item.name, checked.answer);
  else changed.delete(item.name);
  return changed;
}

/** From the first item to the last, each answered as someone wants it in the end. */
function wentThrough(questionnaire: Questionnaire, before: Answers, will: readonly number[]): Answers {
  let answers = before;
  let at = nextItem(questionnaire, answers, today);
  while (at !== undefined) {
    answers = answered(questionnaire, answers, at, will[questionnaire.items.indexOf(at)]!);
    at = nextItem(questionnaire, answers, today, at.name);
  }
  return answers;
}

test('going back and forth in any order ends in the same response, and in the same open items', () => {
  const step = fc.record({ item: fc.nat(7), nr: fc.nat(29) });
  let differed = 0;
  fc.assert(
    fc.property(
      anyQuestionnaire,
      anyWill,
      fc.array(step, { minLength: 5, maxLength: 30 }),
      (questionnaire, will, steps) => {
        let wandered: Answers = new Map<ItemName, Answer>();
        for (const { item, nr } of steps) {
          const one = questionnaire.items[item % questionnaire.items.length]!;
          wandered = answered(questionnaire, wandered, one, nr);
        }
        const straight = wentThrough(questionnaire, new Map(), will);
        const back = wentThrough(questionnaire, wandered, will);
        if ([...back.keys()].length > straight.size) differed += 1;
        expect([...answersOnRoute(questionnaire, back, today)]).toEqual([
          ...answersOnRoute(questionnaire, straight, today),
        ]);
        expect(openItems(questionnaire, back, today)).toEqual(openItems(questionnaire, straight, today));
      },
    ),
    { numRuns: 3_000 },
  );
  // What fell off the route on the way is still there, and counts for nothing; it happens in two of a hundred.
  expect(differed).toBeGreaterThan(5);
});

test('what counts is on the route and offered, stays so by itself, and needs nothing that does not count', () => {
  let left = 0;
  fc.assert(
    fc.property(anyQuestionnaire, fc.array(anyWill, { minLength: 2, maxLength: 4 }), (questionnaire, wills) => {
      const answers = wills.reduce<Answers>((before, will) => wentThrough(questionnaire, before, will), new Map());
      const walk = walkRoute(questionnaire, answers, today);
      left += answers.size - walk.answers.size;
      const again = walkRoute(questionnaire, walk.answers, today);
      expect(again.items).toEqual(walk.items);
      expect([...again.answers]).toEqual([...walk.answers]);
      for (const [name, answer] of walk.answers) {
        const item = walk.items.find((one) => one.name === name);
        expect(item).toBeDefined();
        expect(readAnswer(item!, answer, { values: walk.values, today })).toEqual({ kind: 'answer', answer });
      }
    }),
    { numRuns: 2_000 },
  );
  expect(left).toBeGreaterThan(20);
});

test('no answer off the route is exported', () => {
  const seen = { empty: 0, filled: 0, left: 0 };
  fc.assert(
    fc.property(anyQuestionnaire, fc.array(anyWill, { minLength: 2, maxLength: 4 }), (questionnaire, wills) => {
      const answers = wills.reduce<Answers>((before, will) => wentThrough(questionnaire, before, will), new Map());
      const kept = answersOnRoute(questionnaire, answers, today);
      const background = { sex: 'female' } as const;
      const response: Response = {
        ...{ group: 'g' as never, mode: 'phone', language: 'nl', complete: true, background },
        answers: [...kept],
      };
      const people = Array.from({ length: fewestPeople }, () => response);
      const dataset = anonymousRows(people, questionnaire, { draw: () => 0 });
      if (dataset.kind !== 'dataset') throw new Error('no dataset');
      dataset.columns.forEach(({ item }, at) => {
        if (item === undefined) return;
        const cells = dataset.rows.map((row) => row[at]);
        if (kept.has(item)) seen.filled += cells.filter((cell) => cell !== null).length;
        else {
          seen.empty += 1;
          seen.left += answers.has(item) ? 1 : 0;
          expect(cells.every((cell) => cell === null)).toBe(true);
        }
      });
    }),
    { numRuns: 2_000 },
  );
  // Some of what stands empty was answered on the way.
  expect(Math.min(seen.empty, seen.filled, seen.left)).toBeGreaterThan(20);
});
