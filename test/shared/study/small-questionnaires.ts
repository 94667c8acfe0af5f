/** Small questionnaires for tests: one as a workbook, and others at random. */
import fc from 'fast-check';
import type { Answer, Answers } from '../../../shared/study/answer.ts';
import type { Item, ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';
import { anyExpression } from './any-expression.ts';

export type Rows = readonly (readonly string[])[];

/** Rows written one to a line, with | between the cells. */
export function rowsOf(text: string): Rows {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

/** A workbook of survey rows under `type,name,label` and the columns of `more`, with two lists of choices. */
export function workbookOf(
  survey: Rows,
  more: readonly string[] = [],
  sheets: Readonly<Record<string, Rows>> = {},
): Workbook {
  return new Map<string, Rows>([
    ['survey', [['type', 'name', 'label', ...more], ...survey]],
    ['choices', choices],
    ['settings', settings],
    ...Object.entries(sheets),
  ]);
}

export const choices: Rows = [
  ['list_name', 'name', 'label', 'missing', 'positive'],
  ['yesno', 'ja', 'Ja', '', 'yes'],
  ['yesno', 'nee', 'Nee', '', ''],
  ['yesno', 'weet_niet', 'Weet ik niet', 'dont-know', ''],
  ['teams', 'noord', 'Noord', '', ''],
  ['teams', 'zuid', 'Zuid', '', ''],
  ['teams', 'geen', 'Geen van deze', 'does-not-apply', ''],
];
export const settings: Rows = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Bewoners', 'bewoners', '3', 'Nederlands (nl)'],
];

/** The questionnaire of `survey`; throws with its faults when it has any. */
export function questionnaireOf(survey: Rows, more: readonly string[] = []): Questionnaire {
  const read = readXlsform(workbookOf(survey, more));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire;
}

/** Answers by the name of their item. */
export function answersOf(answers: Readonly<Record<string, Answer>>): Answers {
  return new Map(Object.entries(answers) as [ItemName, Answer][]);
}

const kinds = ['text', 'integer', 'select-one', 'note', 'calculate'] as const;

/** Up to twelve items that are asked under conditions on those before them, and answers to any of them, on the route or not. */
export const anyInterview: fc.Arbitrary<{ questionnaire: Questionnaire; answers: Answers }> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      required: fc.boolean(),
      conditional: fc.boolean(),
      answer: fc.option(
        fc.oneof(
          fc.constantFrom('a', 'b', '1', '').map((text) => ({ kind: 'text', text }) as const),
          fc.integer({ min: -2, max: 3 }).map((number) => ({ kind: 'number', number }) as const),
          fc.constant({ kind: 'missing', missing: 'dont-know', choice: 'b' } as const),
        ),
        { freq: 3 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((rows) => {
    const nameOf = (index: number) => `q${index}` as ItemName;
    const before = (index: number) => anyCondition(rows.slice(0, index).map((_, earlier) => nameOf(earlier)));
    return fc.tuple(...rows.map((_, index) => before(index))).map((expressions) => ({
      questionnaire: {
        formId: 'random',
        title: 'random',
        version: '1',
        languages: ['nl'],
        defaultLanguage: 'nl',
        sections: [],
        items: rows.map(
          ({ kind, required, conditional }, index): Item => ({
            name: nameOf(index),
            kind,
            label: { nl: '' },
            sections: [],
            required,
            ...(conditional && kind !== 'calculate' ? { relevant: expressions[index]! } : {}),
            ...(kind === 'calculate' ? { calculation: expressions[index]! } : {}),
          }),
        ),
      },
      answers: new Map(
        rows.flatMap(({ answer }, index) => (answer === null ? [] : [[nameOf(index), answer] as const])),
      ),
    }));
  });

/** Conditions of which many hold and many do not: half of them ask for one earlier item plainly. */
function anyCondition(names: readonly ItemName[]) {
  if (names.length === 0) return anyExpression([]);
  const plain = fc.record({
    kind: fc.constant('operation' as const),
    operator: fc.constantFrom('=' as const, '!=' as const),
    left: fc.constantFrom(...names).map((name) => ({ kind: 'item', name }) as const),
    right: fc.constantFrom('a', 'b', '1', '').map((text) => ({ kind: 'text', text }) as const),
  });
  return fc.oneof(plain, anyExpression(names));
}
