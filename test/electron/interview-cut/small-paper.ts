/** A questionnaire that is soon entered, with an item of each kind that is typed in its own way: a paper is entered twice, and cut at every step. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workbook } from '../../../scripts/practice-study/workbook.ts';

const survey = [
  ['type', 'name', 'label::Nederlands (nl)', 'required', 'relevant'],
  ['select_one janee', 'hulp', 'Kreeg u hulp?', 'yes', ''],
  ['integer', 'uren', 'Hoeveel uur?', '', ''],
  ['select_multiple wijken', 'wijk', 'In welke wijken?', '', ''],
  ['text', 'verhaal', 'Wat vond u ervan?', '', ''],
  ['text', 'slot', 'Wilt u nog iets zeggen?', '', ''],
];
const choices = [
  ['list_name', 'name', 'label::Nederlands (nl)'],
  ['janee', 'ja', 'Ja'],
  ['janee', 'nee', 'Nee'],
  ['wijken', 'noord', 'Noord'],
  ['wijken', 'zuid', 'Zuid'],
];
const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Papier', 'papier', '1', 'Nederlands (nl)'],
];

/** Leaves the workbook in `folder`. */
export function smallPaper(folder: string): URL {
  const path = join(folder, 'small-paper.xlsx');
  writeFileSync(path, workbook({ survey, choices, settings }));
  return pathToFileURL(path);
}
