/** A questionnaire as a form to fill in by hand: jumps, conditions and tables that say what the route would do. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { pcg32 } from '../../../shared/intake/pcg32.ts';
import { questionNumbers } from '../../../shared/interview/condition-words.ts';
import { type PaperForm, paperForm } from '../../../shared/interview/paper-form.ts';
import { turningPoints } from '../../../shared/interview/turning-points.ts';
import { walkOnce } from '../../../shared/interview/walks.ts';
import { withoutCalculations } from '../../../shared/interview/without-calculations.ts';
import { isTrue } from '../../../shared/study/evaluate.ts';
import { parseExpression } from '../../../shared/study/expression.ts';
import { isAsked, type Questionnaire } from '../../../shared/study/questionnaire.ts';
import { walkRoute } from '../../../shared/study/route.ts';
import { anyInterview, questionnaireOf } from '../study/small-questionnaires.ts';

const today = day('2026-11-20');
const columns = ['relevant', 'calculation'];
const formOf = (rows: readonly (readonly string[])[]) => paperForm(questionnaireOf(rows, columns), 'nl', today);
const jumps = ({ blocks }: PaperForm) =>
  blocks.flatMap((block) =>
    block.kind === 'question' && block.answer.kind === 'choices'
      ? block.answer.choices.map(({ label, goTo }) => `${block.number} ${label}: ${goTo ?? 'verder'}`)
      : [],
  );
const conditions = ({ blocks }: PaperForm) =>
  blocks.flatMap((block) => (block.kind === 'condition' ? [block.text] : []));

const branches = [
  ['select_one yesno', 'helped', 'Bent u geholpen?', '', ''],
  ['calculate', 'was', '', '', "if(${helped} = 'ja', 'ja', 'nee')"],
  ['text', 'how', 'Hoe?', "${was} = 'ja'", ''],
  ['text', 'who', 'Door wie?', "${was} = 'ja'", ''],
  ['text', 'why', 'Waarom niet?', "${helped} = 'nee'", ''],
];

test('an answer that skips what follows says where to go on, through a calculation too', () => {
  expect(jumps(formOf([...branches, ['text', 'last', 'Nog iets?', '', '']]))).toEqual([
    '1 Ja: verder',
    '1 Nee: ga door naar vraag 4',
    '1 Weet ik niet: ga door naar vraag 5',
  ]);
});

test('an answer that skips all that is left goes to the end', () => {
  expect(jumps(formOf(branches))).toContain('1 Weet ik niet: ga door naar het einde');
});

test('what asks for more than this answer is jumped over when this answer alone says no, and so is what asks for what was skipped', () => {
  const rows = [
    ...branches.slice(0, 1),
    ['select_multiple teams', 'which', 'Welke teams?', "${helped} = 'ja'", ''],
    ['text', 'old', 'En?', "${helped} = 'ja' and ${which} != ''", ''],
    ['text', 'north', 'Noord?', "selected(${which}, 'noord')", ''],
    ['text', 'last', 'Nog iets?', '', ''],
  ];
  expect(jumps(formOf(rows)).filter((jump) => jump.startsWith('1'))).toEqual([
    '1 Ja: verder',
    '1 Nee: ga door naar vraag 5',
    '1 Weet ik niet: ga door naar vraag 5',
  ]);
});

test('nothing is jumped over that another answer may still bring up', () => {
  const rows = [
    ...branches.slice(0, 1),
    ['integer', 'age', 'Leeftijd?', '', ''],
    ['text', 'old', 'En?', "${helped} = 'ja' or ${age} > 60", ''],
  ];
  expect(jumps(formOf(rows)).filter((jump) => !jump.endsWith('verder'))).toEqual([]);
});

test('a question whose answers are filtered jumps as any other', () => {
  const made = questionnaireOf(branches, columns);
  const choiceFilter = parseExpression("${region} = 'x'");
  if (choiceFilter.kind === 'fault') throw new Error('a filter');
  const filtered = {
    ...made,
    items: made.items.map((item) => (item.name === 'helped' ? { ...item, choiceFilter } : item)),
  };
  expect(jumps(paperForm(filtered, 'nl', today))).toEqual(jumps(formOf(branches)));
});

test('what depends on the day is never jumped over: nobody knows when it is filled in', () => {
  const rows = [
    ...branches.slice(0, 1),
    ['text', 'late', 'Laat?', "today() > date('2099-01-01')", ''],
    ['text', 'last', 'Nog iets?', '', ''],
  ];
  expect(jumps(formOf(rows)).filter((jump) => !jump.endsWith('verder'))).toEqual([]);
});

test.each([
  ['. >= 0 and . <= 168', 3],
  ['. < 10', 2],
  ['. >= 0', 7],
  ['', 7],
])('a number with the constraint "%s" has %i boxes', (constraint, digits) => {
  const made = questionnaireOf([['integer', 'hours', 'Hoeveel uur?', constraint]], ['constraint']);
  expect(paperForm(made, 'nl', today).blocks[0]).toMatchObject({ answer: { kind: 'number', digits, decimal: false } });
});

test('a condition stands once above all questions that share it', () => {
  expect(conditions(formOf(branches))).toEqual([
    'Vraag 2 tot en met 3: alleen invullen als vraag 1 is ‘Ja’.',
    'Alleen invullen als vraag 1 is ‘Nee’.',
  ]);
});

test('a grid is one table, and an item on another scale stands by itself', () => {
  const questionnaire = questionnaireOf([
    ['select_one yesno', 'one', 'Een'],
    ['select_one yesno', 'two', 'Twee'],
    ['select_one teams', 'three', 'Drie'],
  ]);
  const grid: Questionnaire = {
    ...questionnaire,
    sections: [{ name: 'g', label: { nl: 'Stellingen' }, appearance: 'table-list', isGrid: true }],
    items: questionnaire.items.map((item) => ({ ...item, sections: ['g'] })),
  };
  const { blocks } = paperForm(grid, 'nl', today);
  expect(blocks.map(({ kind }) => kind)).toEqual(['grid', 'question']);
  expect(blocks[0]).toMatchObject({ text: 'Stellingen', rows: [{ number: 1 }, { number: 2 }] });
});

test('law: every question stands on the form once, in its order and under its number', () => {
  fc.assert(
    fc.property(anyInterview, ({ questionnaire }) => {
      const { blocks } = paperForm(questionnaire, 'nl', today);
      const numbers = blocks.flatMap((block) =>
        block.kind === 'grid'
          ? block.rows.map(({ number }) => number)
          : block.kind === 'question'
            ? [block.number]
            : [],
      );
      expect(numbers).toEqual(questionnaire.items.filter(isAsked).map((_, index) => index + 1));
    }),
  );
});

test('law: where every calculation comes out, a condition without them holds exactly when it held with them', () => {
  fc.assert(
    fc.property(anyInterview, ({ questionnaire, answers }) => {
      const plain = withoutCalculations(questionnaire);
      const { values } = walkRoute(questionnaire, answers, today);
      const calculations = questionnaire.items.filter(({ kind }) => kind === 'calculate');
      fc.pre(calculations.length > 0 && calculations.every(({ name }) => values.has(name)));
      for (const { relevant } of questionnaire.items)
        if (relevant !== undefined)
          expect(isTrue(plain(relevant), { values, today })).toBe(isTrue(relevant, { values, today }));
    }),
    { numRuns: 500 },
  );
});

test('law: whoever follows the jumps misses no question that the route would have asked', () => {
  fc.assert(
    fc.property(anyBranching, fc.nat(), (questionnaire, seed) => {
      const points = turningPoints(questionnaire);
      const { answers, items: onRoute } = walkOnce(questionnaire, points, today, pcg32(BigInt(seed), 3n).below);
      const form = paperForm(questionnaire, 'nl', today);
      const numbers = questionNumbers(questionnaire);
      const asked = new Set(onRoute.map(({ name }) => numbers.get(name)));
      for (const block of form.blocks) {
        if (block.kind !== 'question' || block.answer.kind !== 'choices' || !asked.has(block.number)) continue;
        const answer = answers.get(block.item);
        if (answer?.kind !== 'choice') continue;
        const goTo = block.answer.choices.find(({ label }) => label === answer.choice)?.goTo;
        if (goTo === undefined) continue;
        jumped += 1;
        const to = Number(/\d+/.exec(goTo)?.[0] ?? numbers.size + 1);
        for (let number = block.number + 1; number < to; number += 1) expect(asked.has(number)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  expect(jumped).toBeGreaterThan(100);
});
let jumped = 0;

/** Closed questions under conditions on those before them, some of two parts. */
const anyBranching: fc.Arbitrary<Questionnaire> = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', '=', '!=', 'and', 'or', 'not')), {
    minLength: 2,
    maxLength: 10,
  })
  .map((rows) => {
    const conditionOf = (index: number, [one, other, how]: (typeof rows)[number]) => {
      if (index === 0 || how === '') return '';
      const named = (nr: number) => `\${q${nr % index}}`;
      const first = `${named(one)} = 'ja'`;
      if (how === '=' || how === '!=') return `${named(one)} ${how} 'ja'`;
      return how === 'not' ? `not(${first})` : `${first} ${how} ${named(other)} != 'nee'`;
    };
    return questionnaireOf(
      rows.map((row, index) => ['select_one yesno', `q${index}`, `V${index}`, conditionOf(index, row), '']),
      columns,
    );
  })
  // So that a label says which choice it is.
  .map((made) => ({
    ...made,
    items: made.items.map((item) => ({
      ...item,
      choices: item.choices!.map((choice) => ({ ...choice, label: { nl: choice.name } })),
    })),
  }));
