/** The platform's names: short enough, made of letters and digits, each for one thing only, and the same every time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestAnswerCode, longestQuestionCode, platformCodes } from '../../../shared/interview/platform-codes.ts';
import type { Item, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { webQuestionnaire } from '../../fixtures/web-returns/questionnaire.ts';

test('what may stand keeps its name; what may not becomes what is left of it', () => {
  const { questions, grids, choices } = platformCodes(webQuestionnaire);
  expect(questions.get('geholpen' as never)).toBe('geholpen');
  expect(questions.get('hoe_other' as never)).toBe('hoeother');
  expect(grids).toEqual(new Map([['stellingen', 'stellingen']]));
  expect(Object.fromEntries(choices.get('geholpen' as never)!)).toEqual({ ja: 'ja', nee: 'nee', weet_niet: 'weetn' });
  expect(Object.fromEntries(choices.get('volgorde' as never)!)).toEqual({
    tijd: 'tijd',
    luisteren: 'luist',
    kennis: 'kenni',
  });
});

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,30}$/),
  fc.constantFrom(
    'q1',
    'Q1',
    'q_1',
    'token',
    'time',
    'een_hele_lange_naam_van_een_vraag',
    'een_hele_lange_naam_van_een_antwoord',
  ),
);
const kinds = ['select-one', 'select-multiple', 'rank', 'text', 'note', 'calculate'] as const;
const anyQuestionnaire = fc
  .uniqueArray(
    fc.record({
      name,
      kind: fc.constantFrom(...kinds),
      choices: fc.uniqueArray(name, { minLength: 1, maxLength: 9 }),
      grid: fc.boolean(),
    }),
    {
      selector: (one) => one.name,
      minLength: 1,
      maxLength: 12,
    },
  )
  .map(
    (rows): Questionnaire => ({
      formId: 'f',
      title: 't',
      version: '1',
      languages: ['nl'],
      defaultLanguage: 'nl',
      sections: [{ name: 'q1', label: { nl: '' }, isGrid: true }],
      items: rows.map(
        (row): Item => ({
          name: row.name as Item['name'],
          kind: row.kind,
          label: { nl: '' },
          sections: row.grid && row.kind === 'select-one' ? ['q1'] : [],
          required: false,
          ...(row.kind.startsWith('select') || row.kind === 'rank'
            ? { choices: row.choices.map((choice) => ({ name: choice, label: { nl: '' } })) }
            : {}),
        }),
      ),
    }),
  );

test('every name is within the limits of the platform, and no two are the same, whatever the case of their letters', () => {
  let changed = 0;
  const isUnique = (codes: readonly string[]) => new Set(codes.map((code) => code.toLowerCase())).size === codes.length;
  fc.assert(
    fc.property(anyQuestionnaire, (questionnaire) => {
      const codes = platformCodes(questionnaire);
      expect(platformCodes(questionnaire)).toEqual(codes);
      const questions = [...codes.questions.values(), ...codes.grids.values()];
      expect(codes.questions.size).toBe(questionnaire.items.length);
      expect(isUnique(questions)).toBe(true);
      for (const code of questions) {
        expect(code).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
        expect(code.length).toBeLessThanOrEqual(longestQuestionCode);
      }
      changed += questionnaire.items.filter((one) => codes.questions.get(one.name) !== one.name).length;
      for (const item of questionnaire.items) {
        if (item.choices === undefined) continue;
        const answers = [...codes.choices.get(item.name)!.values()];
        expect(answers).toHaveLength(item.choices.length);
        expect(isUnique(answers)).toBe(true);
        const limit = item.kind === 'select-multiple' ? longestQuestionCode : longestAnswerCode;
        for (const code of answers) {
          expect(code).toMatch(/^[A-Za-z0-9]+$/);
          expect(code.length).toBeLessThanOrEqual(limit);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(100);
});
