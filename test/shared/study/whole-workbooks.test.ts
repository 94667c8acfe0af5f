/** The larger fixture workbooks: a national survey with two branches, and one questionnaire in four languages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileBytes, readWorkbook } from '../../../electron/files/read-file.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { isAsked, type Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { route } from '../../../shared/study/route.ts';
import { xlsformOf } from '../../../shared/study/write-xlsform.ts';
import { fourLanguages } from '../../fixtures/workbooks/four-languages.ts';
import { national, nationalBranch } from '../../fixtures/workbooks/national.ts';
import { type Sheets, workbookOfSheets, xlsxOf } from '../../fixtures/workbooks/sheets.ts';
import { answersOf } from './small-questionnaires.ts';

const today = '2026-05-01' as never;

function questionnaireIn(sheets: Sheets): Questionnaire {
  const read = readXlsform(workbookOfSheets(sheets));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire;
}

test.each([
  ['national', national],
  ['in four languages', fourLanguages],
])('the %s one is the same out of a spreadsheet file, and when it was written', async (_, sheets) => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  const path = join(folder, 'questionnaire.xlsx');
  await writeFile(path, xlsxOf(sheets));
  const read = readXlsform(await readWorkbook(await readFileBytes(path)));
  await rm(folder, { recursive: true });
  const questionnaire = questionnaireIn(sheets);
  expect(read).toEqual({ kind: 'read', questionnaire });
  expect(readXlsform(xlsformOf(questionnaire))).toEqual(read);
});

test('one early question of the national one sends to either of two sets of 27', () => {
  const questionnaire = questionnaireIn(national);
  const branches = questionnaire.items.filter(isAsked).map(({ sections }) => sections[0]);
  expect(branches.filter((section) => section === 'met')).toHaveLength(nationalBranch);
  expect(branches.filter((section) => section === 'zonder')).toHaveLength(nationalBranch);
  const taken = (answer: string) => {
    const answers = answersOf({ heeft_team: { kind: 'choice', choice: answer } satisfies Answer });
    const sections = route(questionnaire, answers, today).map((item) => item.sections[0]);
    return [...new Set(sections.filter((section) => section !== undefined))];
  };
  expect(taken('ja')).toEqual(['met']);
  expect(taken('nee')).toEqual(['zonder']);
});

test('every text of the other one is translated: no two languages have the same words', () => {
  const { items, languages } = questionnaireIn(fourLanguages);
  expect(languages).toEqual(['nl', 'en', 'tr', 'ar']);
  for (const { label, choices = [] } of items)
    for (const text of [label, ...choices.map((choice) => choice.label)]) {
      expect(new Set(Object.values(text)).size).toBe(4);
      expect(text.ar).toMatch(/\p{Script=Arabic}/u);
    }
});
