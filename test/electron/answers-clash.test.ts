/** An answer that fitted when it was given, and does not since another one was changed. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { dutchSettings, rows } from '../fixtures/workbooks/sheets.ts';
import { type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  const survey = rows([
    'type|name|label|constraint',
    'date|begin|Wanneer begon de hulp?|',
    'date|eind|Wanneer eindigde de hulp?|. >= ${begin}',
  ]);
  const file = study.offer('begin-en-eind.xlsx', workbook({ survey, settings: dutchSettings }));
  await study.ask('researcher', 'study.loadQuestionnaire', { group: residents, file });
  await study.ask('interviewer', 'contact.nextCase', {});
  await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  await say('begin', '1-3-2025');
  await say('eind', '1-6-2025');
});

const say = (item: string, answer: string | null) =>
  study.ask('interviewer', 'interview.answer', { item: item as ItemName, answer });
const finish = () => study.ask('interviewer', 'interview.finish', {});

test('is not recorded as complete: the interview ends when either of the two was changed', async () => {
  await say('begin', '1-9-2025');
  expect(await refusalOf(finish())).toEqual({ problem: 'interview.answers-clash', items: ['eind'] });
  expect(await study.responses()).toEqual([]);
  await say('eind', '1-12-2025');
  expect(await finish()).toMatchObject({ answers: 2 });
});

test('keeps nobody from taking it back, saying why there is none, or breaking off', async () => {
  await say('begin', '1-9-2025');
  await study.ask('interviewer', 'interview.answer', {
    item: 'eind' as ItemName,
    answer: { kind: 'missing', missing: 'dont-know' },
  });
  expect(await finish()).toMatchObject({ answers: 2 });
});

test('breaking off keeps what was said', async () => {
  await say('begin', '1-9-2025');
  await study.ask('interviewer', 'interview.breakOff', {});
  expect((await study.responses())[0]!.answers.length).toBe(2);
});
