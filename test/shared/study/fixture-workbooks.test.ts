/** Every small fixture workbook is taken or refused as it says, reads the same after it was written, and has a name of its own. */
import { describe, expect, test } from 'vitest';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { xlsformOf } from '../../../shared/study/write-xlsform.ts';
import { refusedWorkbooks } from '../../fixtures/workbooks/refused.ts';
import { workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { sheetsNamed, takenWorkbooks } from '../../fixtures/workbooks/workbooks.ts';
import { faultsOf } from './faults-of.ts';

function taken(name: string): Questionnaire {
  const read = readXlsform(workbookOfSheets(sheetsNamed(name)));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire;
}

describe('taken', () => {
  test.each(takenWorkbooks)('$name', ({ name, items, sections = [] }) => {
    const questionnaire = taken(name);
    const found = new Map<string, object>(questionnaire.items.map((item) => [item.name, item]));
    for (const [item, facts] of Object.entries(items)) expect(found.get(item)).toMatchObject(facts);
    for (const facts of sections) expect(questionnaire.sections).toContainEqual(expect.objectContaining(facts));
  });

  test.each(takenWorkbooks)('$name, and the same after it was written', ({ name }) => {
    const questionnaire = taken(name);
    expect(readXlsform(xlsformOf(questionnaire))).toEqual({ kind: 'read', questionnaire });
  });
});

test.each(refusedWorkbooks)('refused: $name', ({ name, faults }) => {
  expect(faultsOf(workbookOfSheets(sheetsNamed(name)))).toEqual(faults);
});

test.each(['residents', 'partners', 'team-members', 'national', 'four-languages'])('the larger one: %s', (name) => {
  const questionnaire = taken(name);
  expect(questionnaire.items.length).toBeGreaterThan(10);
  expect(readXlsform(xlsformOf(questionnaire))).toEqual({ kind: 'read', questionnaire });
});

test('there are enough of them, each with a name of its own, and a name that none has is told', () => {
  const names = [...takenWorkbooks, ...refusedWorkbooks].map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
  expect(() => sheetsNamed('geen')).toThrow(RangeError);
});
