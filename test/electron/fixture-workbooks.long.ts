/**
 * Every fixture workbook through the office: out of a spreadsheet file, refused with its faults or loaded, and an interview held with it from
 * the first item to the last. What is kept is what was said and is on the route, and nothing about a special category that is not agreed on.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { Asked } from '../../shared/contract.ts';
import type { Answer } from '../../shared/study/answer.ts';
import { permittedItems } from '../../shared/study/permitted-items.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { answersOnRoute } from '../../shared/study/route.ts';
import type { InterviewView, ItemView } from '../../shared/views.ts';
import { refusedWorkbooks } from '../fixtures/workbooks/refused.ts';
import { type Sheets, workbookOfSheets, xlsxOf } from '../fixtures/workbooks/sheets.ts';
import { sheetsNamed, takenWorkbooks } from '../fixtures/workbooks/workbooks.ts';
import { firstDay, type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

type Typed = Asked<'interview.answer'>['answer'];

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

test('every one that is refused says so with the faults that it has, and changes nothing', async () => {
  const study = await prepared.open();
  for (const { name, sheets } of refusedWorkbooks) {
    const read = readXlsform(workbookOfSheets(sheets));
    const file = study.offer('refused.xlsx', xlsxOf(sheets));
    const problem = await refusalOf(study.ask('manager', 'study.loadQuestionnaire', { group: residents, file }));
    expect(problem, name).toEqual({ problem: 'questionnaire.faulty', faults: read.kind === 'faulty' && read.faults });
  }
  const { questionnaire } = await study.ask('manager', 'study.questionnaire', { group: residents });
  expect(questionnaire.formId).toBe('bewoners');
  study.stop();
});

/** What an interviewer could type, until something is taken. */
function typings({ kind, choices = [] }: ItemView): readonly Typed[] {
  const names = choices.filter(({ missing }) => missing === undefined).map(({ name }) => name);
  switch (kind) {
    case 'select-one':
      return names;
    case 'select-multiple':
      return [names, names.slice(0, 1)];
    case 'rank':
      return [names.toReversed()];
    case 'acknowledge':
      return ['OK'];
    case 'date':
      return ['2026-02-01', '1-3-2026'];
    case 'text':
      return ['Verzonnen woorden', '1234 AB'];
    default:
      return ['20', '2', '2005', '1'];
  }
}

/** Answers every item in turn; one that takes nothing of what is tried is left open. */
async function holdInterview(study: StudyInUse): Promise<ReadonlyMap<ItemName, Answer>> {
  let view: InterviewView = await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  const said = new Map<ItemName, Answer>();
  while (view.next !== undefined) {
    const { item } = view.next;
    let after: InterviewView | undefined;
    for (const answer of [...typings(view.next), null]) {
      if (after !== undefined) break;
      const outcome = await study.ask('interviewer', 'interview.answer', { item, answer }).catch(() => undefined);
      if (outcome === undefined || answer === null) {
        after = outcome;
        continue;
      }
      const seen = await study.ask('interviewer', 'interview.see', { item });
      said.set(item, seen.next!.answer!);
      after = outcome;
    }
    if (after === undefined) throw new Error(`nothing goes on behind ${item}`);
    view = after;
  }
  return said;
}

const withVersion = (sheets: Sheets, version: string): Sheets => ({
  ...sheets,
  settings: sheets.settings!.map((row, nr) => (nr === 1 ? Object.assign([...row], { 2: version }) : row)),
});

const names = [...takenWorkbooks.map(({ name }) => name), 'residents', 'national', 'four-languages', 'every-kind'];
const perStudy = 4;
const parts = Array.from({ length: Math.ceil(names.length / perStudy) }, (_, nr) =>
  names.slice(nr * perStudy, (nr + 1) * perStudy),
);

test.each(parts)('an interview with %s, %s, %s and %s', async (...part) => {
  const study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  for (const [nr, name] of part.entries()) {
    const sheets = withVersion(sheetsNamed(name), name);
    const file = study.offer(`${name}.xlsx`, xlsxOf(sheets));
    await study.ask('manager', 'study.loadQuestionnaire', { group: residents, file });
    const read = readXlsform(workbookOfSheets(sheets));
    if (read.kind === 'faulty') throw new Error(name);
    const asked = permittedItems(read.questionnaire, []);
    const found = await study.ask('interviewer', 'contact.nextCase', {});
    if (found.kind === 'none') throw new Error('nobody is due');
    const said = await holdInterview(study);
    await study.ask('interviewer', 'interview.finish', {});
    const responses = await study.responses();
    expect(responses).toHaveLength(nr + 1);
    const response = responses.find(({ version }) => version === name)!;
    expect(response.answers, name).toEqual([...answersOnRoute(asked, said, firstDay)]);
    const answerable = asked.items.filter(({ kind }) => kind !== 'note' && kind !== 'calculate');
    if (answerable.length > 0) expect(response.answers.length, name).toBeGreaterThan(0);
  }
  study.stop();
});
