/** The anonymised dataset: recounted here by other means than its own, on invented studies. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anonymousRows, type Dataset } from '../../../shared/export/anonymous-rows.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import type { Response } from '../../../shared/study/response.ts';
import { choice, item, openAnswer, questionnaireOf, randomStudy, responseOf } from './random-study.ts';

/** A source of draws that repeats itself for the same seed. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function datasetOf(responses: readonly Response[], questionnaire: Questionnaire, k = 5, seed = 1): Dataset {
  const made = anonymousRows(responses, questionnaire, { draw: drawFrom(seed), k });
  if (made.kind !== 'dataset') throw new Error('no dataset');
  return made;
}

const many = (n: number, answer: (i: number) => Readonly<Record<string, Answer>>) =>
  Array.from({ length: n }, (_, i) => responseOf(answer(i)));
/** The values of one column, in rising order: the rows are shuffled. */
function column(dataset: Dataset, name: string): readonly (number | null)[] {
  const at = dataset.columns.findIndex((each) => each.name === name);
  return dataset.rows.map((row) => row[at]!).sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
}

test('closed answers become the number of their choice, missing ones 97 to 99, what was not asked stays empty', () => {
  const scale = [choice('oneens'), choice('geen-mening', { missing: 'dont-know' }), choice('eens')];
  const answers: readonly (Answer | undefined)[] = [
    { kind: 'choice', choice: 'oneens' },
    { kind: 'choice', choice: 'eens' },
    { kind: 'missing', missing: 'does-not-apply' },
    { kind: 'missing', missing: 'dont-know', choice: 'geen-mening' },
    { kind: 'missing', missing: 'refused' },
    { kind: 'choice', choice: 'geen-mening' },
    undefined,
  ];
  const made = datasetOf(
    many(7, (i) => (answers[i] ? { stelling: answers[i] } : {})),
    questionnaireOf([item('stelling', 'select-one', { choices: scale })]),
  );
  expect(column(made, 'stelling')).toEqual([1, 2, 97, 98, 98, 99, null]);
  const described = made.columns.at(-1)!;
  expect(described.values.map((each) => each.label)).toEqual(['Antwoord oneens', 'Antwoord eens']);
  expect(described.missing.map((each) => each.label)).toEqual([
    'niet van toepassing',
    'Antwoord geen-mening',
    'wil niet zeggen',
  ]);
});

test('multiple choice becomes a column of 0 and 1 per choice', () => {
  const list = [choice('a'), choice('b'), choice('geen', { missing: 'does-not-apply' })];
  const given: readonly Answer[] = [
    { kind: 'choices', choices: ['a', 'b'] },
    { kind: 'choices', choices: ['b'] },
    { kind: 'choices', choices: ['geen'] },
    { kind: 'choices', choices: ['a', 'geen'] },
    { kind: 'missing', missing: 'refused' },
  ];
  const made = datasetOf(
    many(5, (i) => ({ wat: given[i]! })),
    questionnaireOf([item('wat', 'select-multiple', { choices: list })]),
  );
  expect(made.columns.map((each) => each.name)).toEqual(['nr', 'geslacht', 'leeftijd', 'gestopt', 'wat_1', 'wat_2']);
  expect(column(made, 'wat_1')).toEqual([0, 1, 1, 97, 99]);
  expect(column(made, 'wat_2')).toEqual([0, 1, 1, 97, 99]);
});

test('with 97 choices or more the codes of missing answers move out of their way', () => {
  for (const [n, code] of [
    [96, 99],
    [97, 999],
    [996, 999],
    [997, 9999],
  ] as const) {
    const list = Array.from({ length: n }, (_, i) => choice(`c${i}`));
    const made = datasetOf(
      many(5, () => ({ q: { kind: 'missing', missing: 'refused' } })),
      questionnaireOf([item('q', 'select-one', { choices: list })]),
    );
    expect(column(made, 'q')).toEqual([code, code, code, code, code]);
  }
});

test('numbers are bounded; their missing answers have codes below nought', () => {
  const hours = [1, 2, 3, 97, 98, 99, 400];
  const made = datasetOf(
    many(8, (i) => ({ uren: i < 7 ? { kind: 'number', number: hours[i]! } : { kind: 'missing', missing: 'refused' } })),
    questionnaireOf([item('uren', 'integer')]),
    2,
  );
  expect(column(made, 'uren')).toEqual([-99, 2, 2, 3, 97, 98, 99, 99]);
  expect(made.quantities).toEqual([{ item: 'uren', bounds: { lowest: 2, highest: 99 } }]);
  expect(made.suppressed.extremes).toBe(2);
});

test('a number column with too few numbers, or with some that look like codes, stands empty', () => {
  const form = questionnaireOf([item('uren', 'integer')]);
  const few = datasetOf(
    many(9, (i) => (i < 3 ? { uren: { kind: 'number', number: i } } : {})),
    form,
    2,
  );
  const low = datasetOf(
    many(9, (i) => ({ uren: { kind: 'number', number: -101 + i } })),
    form,
    2,
  );
  for (const made of [few, low]) {
    expect(new Set(column(made, 'uren'))).toEqual(new Set([null]));
    expect(made.quantities).toEqual([{ item: 'uren' }]);
  }
});

test('open answers, dates and what the researcher leaves out have no column and are counted', () => {
  const form = questionnaireOf([
    item('verhaal', 'text'),
    item('sinds', 'date'),
    item('team', 'select-one', { choices: [choice('a')] }),
    item('uitleg', 'note'),
    item('som', 'calculate'),
  ]);
  const responses = many(6, (i) => ({
    ...(i < 4 && { verhaal: { kind: 'text', text: `${openAnswer}${i}` } }),
    ...(i === 5 && { verhaal: { kind: 'missing', missing: 'refused' } as const }),
    team: { kind: 'choice', choice: 'a' },
  }));
  const made = anonymousRows(responses, form, { draw: drawFrom(3), leaveOut: new Set(['team' as ItemName]) });
  if (made.kind !== 'dataset') throw new Error('no dataset');
  expect(made.leftOut).toEqual([
    { item: 'verhaal', why: 'open-text', answers: 4 },
    { item: 'sinds', why: 'date', answers: 0 },
    { item: 'team', why: 'chosen', answers: 6 },
  ]);
  expect(made.columns.map((each) => each.name)).toEqual(['nr', 'geslacht', 'leeftijd', 'gestopt']);
});

test('columns have different names, also for items named as the fixed ones and as mentions', () => {
  const list = [choice('a')];
  const form = questionnaireOf([
    item('Geslacht', 'integer'),
    item('q', 'select-multiple', { choices: list }),
    item('Q_1', 'integer'),
    item('q_1_', 'integer'),
  ]);
  const names = datasetOf(
    many(5, () => ({})),
    form,
  ).columns.map((each) => each.name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

test('a group smaller than k is refused as a whole', () => {
  const form = questionnaireOf([item('q', 'integer')]);
  expect(
    anonymousRows(
      many(4, () => ({})),
      form,
      { draw: drawFrom(1) },
    ),
  ).toEqual({ kind: 'group-too-small', k: 5, people: 4 });
  expect(
    anonymousRows(
      many(5, () => ({})),
      form,
      { draw: drawFrom(1) },
    ).kind,
  ).toBe('dataset');
  expect(anonymousRows([], form, { draw: drawFrom(1) }).kind).toBe('group-too-small');
});

test('a ranking becomes the place of each choice, and something agreed to a 1', () => {
  const form = questionnaireOf([
    item('r', 'rank', { choices: [choice('a'), choice('b'), choice('c')] }),
    item('ok', 'acknowledge'),
  ]);
  const made = datasetOf(
    many(5, () => ({ r: { kind: 'ranking', choices: ['c', 'a'] }, ok: { kind: 'acknowledged' } })),
    form,
  );
  const at = (name: string) => made.columns.findIndex((column) => column.name === name);
  expect(made.rows.map((row) => ['r_1', 'r_2', 'r_3', 'ok'].map((name) => row[at(name)]))).toEqual(
    made.rows.map(() => [2, null, 1, 1]),
  );
  expect(made.columns[at('r_1')]!.values.map(({ code }) => code)).toEqual([1, 2, 3]);
  expect(made.suppressed.unplaced).toBe(0);
});

test('answers of an earlier version that the codebook does not have are left out and told', () => {
  const form = questionnaireOf([item('whole', 'integer'), item('kept', 'integer')]);
  const made = datasetOf(
    many(6, (i) => ({
      whole: { kind: 'number', number: i === 0 ? 1.5 : 4 },
      kept: { kind: 'number', number: 7 },
      before: { kind: 'choice', choice: 'a' },
    })),
    form,
  );
  expect(made.suppressed.unplaced).toBe(1);
  expect(made.leftOut).toContainEqual({ item: 'before', why: 'gone', answers: 6 });
  expect(JSON.stringify(made.rows)).not.toContain('1.5');
});

test('answers that fit nowhere are counted, not passed over in silence', () => {
  const form = questionnaireOf([
    item('q', 'select-one', { choices: [choice('a')] }),
    item('m', 'select-multiple', { choices: [choice('a')] }),
  ]);
  const made = datasetOf(
    many(5, (i) => ({
      q: i === 0 ? { kind: 'choice', choice: 'b' } : { kind: 'number', number: 1 },
      m: { kind: 'choices', choices: ['a', 'b'] },
    })),
    form,
  );
  expect(made.suppressed.unplaced).toBe(10);
});

test('wrong use is refused', () => {
  const form = questionnaireOf([item('q', 'integer')]);
  const responses = many(9, () => ({}));
  for (const k of [1, 0, 2.5, Number.NaN]) expect(() => datasetOf(responses, form, k)).toThrow(RangeError);
  expect(() => datasetOf([...responses, { ...responses[0]!, group: 'partners' as GroupCode }], form)).toThrow(
    RangeError,
  );
});

test('how uniform the answers of a class are is told', () => {
  const people = Array.from({ length: 12 }, (_, i) =>
    responseOf({ q: { kind: 'choice', choice: i < 6 ? 'a' : ['a', 'b'][i % 2]! } }, { sex: i < 6 ? 'female' : 'male' }),
  );
  const made = datasetOf(people, questionnaireOf([item('q', 'select-one', { choices: [choice('a'), choice('b')] })]));
  expect(made.diversity).toEqual([{ item: 'q', fewest: 1, uniformClasses: 1 }]);
});

/** Counts rows that fewer than k share their first columns with: plain loops, nothing of the product. */
function rowsInSmallClasses(keys: readonly (readonly unknown[])[], k: number): number {
  let violations = 0;
  for (const one of keys) {
    let people = 0;
    for (const other of keys) if (one.every((value, i) => value === other[i])) people += 1;
    if (people < k) violations += 1;
  }
  return violations;
}

test('law: in no dataset stands anyone in a class of fewer than k; in the responses they do', () => {
  let before = 0;
  fc.assert(
    fc.property(randomStudy, fc.integer({ min: 2, max: 5 }), fc.nat(), ({ questionnaire, responses }, k, seed) => {
      const band = (age: number | undefined) => age && Math.floor(age / 10);
      before += rowsInSmallClasses(
        responses.map(({ background: b }) => [b.sex, band(b.age), b.supportEnded]),
        k,
      );
      const made = datasetOf(responses, questionnaire, k, seed);
      const keys = made.rows.map((row) => row.slice(1, 4));
      expect(rowsInSmallClasses(keys, k)).toBe(0);
      const sizes = keys.map((one) => keys.filter((other) => `${one}` === `${other}`).length);
      expect(made.smallestClass).toBe(Math.min(...sizes));
      expect(made.rows.length).toBe(responses.length);
    }),
    { numRuns: 300 },
  );
  expect(before).toBeGreaterThan(1000);
});

test('law: extreme numbers are shared by at least k people', () => {
  let bounded = 0;
  fc.assert(
    fc.property(randomStudy, fc.integer({ min: 2, max: 5 }), ({ questionnaire, responses }, k) => {
      const made = datasetOf(responses, questionnaire, k);
      for (const { item: name, bounds } of made.quantities) {
        const codes = [-97, -98, -99];
        const numbers = column(made, name).filter((cell) => cell !== null && !codes.includes(cell));
        expect(bounds === undefined).toBe(numbers.length === 0);
        if (!bounds) continue;
        bounded += 1;
        for (const bound of [Math.min(...(numbers as number[])), Math.max(...(numbers as number[]))])
          expect(numbers.filter((number) => number === bound).length).toBeGreaterThanOrEqual(k);
      }
    }),
  );
  expect(bounded).toBeGreaterThan(20);
});

test('law: only numbers and empty cells; no open answer, mode, language or stratum anywhere in the dataset', () => {
  let open = 0;
  fc.assert(
    fc.property(randomStudy, ({ questionnaire, responses }) => {
      open += JSON.stringify(responses).split(openAnswer).length - 1;
      const made = datasetOf(responses, questionnaire);
      for (const cell of made.rows.flat()) expect(cell === null || typeof cell === 'number').toBe(true);
      expect(JSON.stringify(made)).not.toMatch(/eigen-verhaal|"(web|phone|visit|paper|noord|zuid|nl|en)"|2026/);
    }),
  );
  expect(open).toBeGreaterThan(100);
});

test('law: the columns follow from the questionnaire, whatever was answered, and every row has them all', () => {
  fc.assert(
    fc.property(randomStudy, ({ questionnaire, responses, others }) => {
      const [one, other] = [datasetOf(responses, questionnaire), datasetOf(others, questionnaire, 5, 9)];
      expect(other.columns).toEqual(one.columns);
      expect(other.leftOut.map(({ item: name, why }) => [name, why])).toEqual(
        one.leftOut.map(({ item: name, why }) => [name, why]),
      );
      for (const row of one.rows) expect(row.length).toBe(one.columns.length);
      expect(one.rows.map((row) => row[0])).toEqual(responses.map((_, i) => i + 1));
    }),
  );
});

test('law: mode, day, language, stratum and completeness change nothing; nor does the order, but for the order', () => {
  const text = ({ rows, ...rest }: Dataset) =>
    JSON.stringify([rows.map((row) => JSON.stringify(row.slice(1))).sort(), rest]);
  fc.assert(
    fc.property(randomStudy, ({ questionnaire, responses }) => {
      const plain = responses.map((each): Response => {
        const { stratum: _, ...background } = each.background;
        return { ...each, mode: 'paper', language: 'pl', complete: true, background };
      });
      expect(datasetOf(plain, questionnaire)).toEqual(datasetOf(responses, questionnaire));
      expect(text(datasetOf([...responses].reverse(), questionnaire, 5, 77))).toBe(
        text(datasetOf(responses, questionnaire)),
      );
    }),
  );
});

test('the order of the rows is drawn: over many draws every person stands anywhere', () => {
  const form = questionnaireOf([
    item('q', 'select-one', { choices: Array.from({ length: 6 }, (_, i) => choice(`c${i}`)) }),
  ]);
  const responses = many(6, (i) => ({ q: { kind: 'choice', choice: `c${i}` } }));
  const seen = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 0));
  const draw = drawFrom(12);
  for (let run = 0; run < 3000; run += 1) {
    const made = anonymousRows(responses, form, { draw });
    if (made.kind !== 'dataset') throw new Error('no dataset');
    made.rows.forEach((row, place) => {
      seen[place]![row.at(-1)! - 1]! += 1;
    });
  }
  // 500 are expected in each place; a standard deviation is 20
  for (const often of seen.flat()) expect(Math.abs(often - 500)).toBeLessThan(120);
});
