/** The codebook: every cell of a dataset can be read with it, and its counts are those of the rows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anonymousRows, type Dataset } from '../../../shared/export/anonymous-rows.ts';
import { codebook, codebookRows } from '../../../shared/export/codebook.ts';
import { csvText } from '../../../shared/export/csv.ts';
import { choice, item, questionnaireOf, randomStudy, responseOf } from './random-study.ts';

function made(answer: ReturnType<typeof anonymousRows>): Dataset {
  if (answer.kind !== 'dataset') throw new Error('no dataset');
  return answer;
}

test('law: each cell has a meaning, and the counts add up to the rows', () => {
  let cells = 0;
  fc.assert(
    fc.property(randomStudy, ({ questionnaire, responses }) => {
      const dataset = made(anonymousRows(responses, questionnaire, { draw: () => 0 }));
      const book = codebook(dataset, questionnaire);
      expect(book.variables.map((each) => each.name)).toEqual(dataset.columns.map((each) => each.name));
      book.variables.forEach((variable, i) => {
        expect(variable.answered + variable.missed + variable.empty).toBe(dataset.rows.length);
        const codes = [...variable.values, ...variable.missing].map((each) => each.code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const row of dataset.rows) {
          const cell = row[i];
          if (cell === null || cell === undefined || variable.kind === 'number') continue;
          const { bounds } = variable;
          const meant = codes.includes(cell) || (bounds && cell >= bounds.lowest && cell <= bounds.highest);
          expect(Boolean(meant), `a ${variable.kind}`).toBe(true);
          cells += 1;
        }
      });
    }),
  );
  expect(cells).toBeGreaterThan(1000);
});

test('as rows for a file', () => {
  const form = questionnaireOf([
    item('oordeel', 'select-one', { choices: [choice('goed'), choice('slecht')] }),
    item('uren', 'integer'),
    item('verhaal', 'text'),
  ]);
  const responses = Array.from({ length: 6 }, (_, i) =>
    responseOf({
      oordeel: i === 0 ? { kind: 'missing', missing: 'dont-know' } : { kind: 'choice', choice: 'goed' },
      uren: { kind: 'number', number: i },
      verhaal: { kind: 'text', text: 'iets' },
    }),
  );
  const book = codebook(made(anonymousRows(responses, form, { draw: () => 0, k: 3 })), form);
  const rows = codebookRows(book);
  expect(rows).toContainEqual(['Niet in het bestand', 'verhaal', 'open antwoorden worden niet geleverd', 6]);
  expect(rows).toContainEqual(['oordeel', 'Vraag oordeel', 'keuze', null, null, 5, 1, 0]);
  expect(rows).toContainEqual(['oordeel', null, null, 1, 'Antwoord goed']);
  expect(rows).toContainEqual(['oordeel', null, null, 98, 'weet niet (telt niet mee)']);
  expect(rows).toContainEqual(['uren', null, null, 2, 'dit getal of lager']);
  expect(rows).toContainEqual(['uren', null, null, 3, 'dit getal of hoger']);
  expect(rows).toContainEqual(['Kleinste groep met gelijke achtergrond', 6, 'ten minste 3 (k)']);
  expect(csvText(rows)).toContain('\r\noordeel;Vraag oordeel;keuze;;;5;1;0\r\n');
});

test('a quantity that stayed empty says so', () => {
  const form = questionnaireOf([item('uren', 'integer')]);
  const responses = Array.from({ length: 5 }, (_, i) => responseOf({ uren: { kind: 'number', number: i } }));
  const rows = codebookRows(codebook(made(anonymousRows(responses, form, { draw: () => 0 })), form));
  expect(rows).toContainEqual(['uren', null, null, null, 'leeg gelaten: te weinig mensen gaven een getal']);
});
