/** A question that names an earlier answer, where it is shown after it was asked: to who compares two entries, and to who is told what is held. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { dutchSettings, rows } from '../fixtures/workbooks/sheets.ts';
import { firstDay, type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  const sheets = {
    survey: rows([
      'type|name|label',
      'decimal|uren|Hoeveel uur per week?',
      'select_one wat|wat|Wat vond u van die ${uren} uur?',
    ]),
    choices: rows(['list_name|name|label', 'wat|genoeg|${uren} uur was genoeg', 'wat|weinig|Te weinig']),
    settings: dutchSettings,
  };
  const file = study.offer('eerdere-antwoorden.xlsx', workbook(sheets));
  await study.ask('researcher', 'study.loadQuestionnaire', { group: residents, file });
});

const say = (item: string, answer: string, seat = 'interviewer') =>
  study.ask(seat, 'interview.answer', { item: item as ItemName, answer });

test('two entries are compared by the numbers and the words of the paper', async () => {
  await study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: true } });
  const { code } = (await study.cases()).get('Fokkinkma')!;
  for (const [seat, hours, what] of [
    ['interviewer', '2,5', 'genoeg'],
    ['second', '25', 'weinig'],
  ] as const) {
    await study.ask(seat, 'interview.beginEntry', { code: code!, mode: 'paper' });
    await say('uren', hours, seat);
    await say('wat', what, seat);
    if (seat === 'interviewer') await study.ask(seat, 'interview.finish', {});
  }
  const { items } = await study.ask('second', 'interview.differences', {});
  expect(items.map(({ text, first, second }) => [text, first, second])).toEqual([
    ['1. Hoeveel uur per week?', '2,5', '25'],
    ['2. Wat vond u van die (vraag 1) uur?', '(vraag 1) uur was genoeg', 'Te weinig'],
  ]);
});

test('whoever is told what is held reads the question as it was asked', async () => {
  const found = await study.ask('interviewer', 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
  await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  await say('uren', '2,5');
  await say('wat', 'genoeg');
  await study.ask('interviewer', 'interview.finish', {});
  const came = { article: '15', receivedOn: firstDay, channel: 'client' } as const;
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', came);
  const order = { on: firstDay, by: 'Gemeente', text: 'Doe wat deze persoon vraagt.' };
  const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', order);
  const known = { caseId: found.case.caseId, identityCheckedBy: 'balie', forwardedOn: firstDay, instruction };
  await study.ask('manager', 'contact.fillInCaseRequest', { nr, ...known });
  await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
  const held = await study.ask('manager', 'contact.case', { request: nr });
  expect(JSON.stringify(held)).toContain('"question":"Wat vond u van die 2,5 uur?","answer":"2,5 uur was genoeg"');
});
