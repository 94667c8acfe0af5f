/** What is written as a workbook reads as the same questionnaire. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileBytes, readWorkbook } from '../../../electron/files/read-file.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';
import { xlsformOf } from '../../../shared/study/write-xlsform.ts';

const files = join(import.meta.dirname, '..', '..', '..', 'scripts', 'practice-study', 'files');
const workbooks = readdirSync(files).filter((name) => name.startsWith('questionnaire-'));

function read(workbook: Workbook): Questionnaire {
  const found = readXlsform(workbook);
  if (found.kind === 'faulty') throw new Error(JSON.stringify(found.faults));
  return found.questionnaire;
}

test.each(workbooks)('%s reads the same after it was written', async (name) => {
  const questionnaire = read(await readWorkbook(await readFileBytes(join(files, name))));
  expect(questionnaire.items.length).toBeGreaterThan(10);
  expect(read(xlsformOf(questionnaire))).toEqual(questionnaire);
});

test('two languages, sections in sections, conditions, messages and every kind of item are kept', () => {
  const questionnaire = read(
    new Map([
      [
        'survey',
        [
          [
            ...['type', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'hint::nl', 'hint::en'],
            ...['instruction::nl', 'instruction::en', 'required', 'required_message::nl', 'required_message::en'],
            ...['relevant', 'constraint', 'constraint_message::nl', 'constraint_message::en', 'calculation'],
            'appearance',
          ],
          ['note', 'welkom', 'Welkom', 'Welcome'],
          ['begin group', 'a', 'Deel A', 'Part A'],
          [
            ...['integer', 'jaar', 'Welk jaar?', 'Which year?', 'vier cijfers', 'four digits', 'lees voor', 'read'],
            ...['yes', 'Nodig', 'Needed', '', '. > 1900 and . < 2100', 'Klopt niet', 'Not right', '', 'numbers'],
          ],
          ['begin group', 'b', '', '', '', '', '', '', '', '', '', '${jaar} > 2000'],
          ['select_one jn', 'keuze', 'Wel?', 'Yes?', '', '', '', '', '', '', '', '${jaar} > 2010 or ${jaar} = 2001'],
          ['end group', ''],
          ['select_multiple jn', 'veel', 'Welke (${jaar})?', 'Which (${jaar})?'],
          ['end group', ''],
          ['calculate', 'som', '', '', '', '', '', '', '', '', '', '', '', '', '', "concat(${jaar}, ' - ', 1 div 3)"],
          ['date', 'dag', 'Dag', 'Day'],
          ['decimal', 'uren', 'Uren', 'Hours'],
          ['text', 'tekst', 'Tekst', 'Text', '', '', '', '', '', '', '', '', '', '', '', '', 'multiline'],
        ],
      ],
      [
        'choices',
        [
          ['list_name', 'name', 'label::nl', 'label::en', 'missing', 'positive'],
          ['jn', 'ja', 'Ja', 'Yes', '', 'yes'],
          ['jn', 'nee', 'Nee', 'No', '', 'no'],
          ['jn', 'wn', 'Weet niet', "Don't know", 'dont-know', ''],
        ],
      ],
      [
        'settings',
        [
          ['form_title', 'form_id', 'version', 'default_language'],
          ['Titel', 'f', '2', 'English (en)'],
        ],
      ],
    ]),
  );
  expect(questionnaire).toMatchObject({ languages: ['nl', 'en'], defaultLanguage: 'en' });
  expect(questionnaire.items.find(({ name }) => name === 'keuze')?.sections).toEqual(['a', 'b']);
  expect(read(xlsformOf(questionnaire))).toEqual(questionnaire);
});
