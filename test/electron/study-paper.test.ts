/** The questionnaire on paper in the office: who gets a copy, and what is known of the file afterwards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import { pageTexts } from '../read-pdf.ts';
import { atWork } from './at-work.ts';
import {
  firstDay,
  invited,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const pathOf = (name: string) => join(study.folder, name);
const save = (name: string, withCodes = false, language = 'nl', seat = 'manager') =>
  study.ask(seat, 'study.savePaper', {
    group: residents,
    target: study.host.offerTarget(pathOf(name)),
    language,
    withCodes,
  });
const read = async (name: string) => (await pageTexts(new Uint8Array(readFileSync(pathOf(name))))).join('\n');
const handouts = () => study.rows('SELECT kind, pieces FROM handouts');

test('a form without codes can be made in each language, and leaves nothing behind in the study', async () => {
  const acts = (await study.acts()).length;
  expect(await save('leeg.pdf')).toMatchObject({ copies: 1, pages: 2 });
  expect(await read('leeg.pdf')).toContain('Kreeg u hulp?');
  await save('blank.pdf', false, 'en');
  expect(await read('blank.pdf')).toContain('Did you get help?');
  expect(handouts()).toEqual([]);
  expect(await study.acts()).toHaveLength(acts);
});

test('everyone who was not heard yet has one copy, under their own code, and the file is known to the study', async () => {
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  await study.ask('interviewer', 'contact.nextCase', {});
  await study.ask('interviewer', 'contact.closeCall', { outcome: 'refused' });
  const made = await save('papier.pdf', true);
  expect(made.copies).toBe(invited.length - 1);
  const text = await read('papier.pdf');
  const cases = [...(await study.cases()).values()];
  const open = study
    .rows<{ id: string; state: string }>("SELECT * FROM cases WHERE group_code = 'residents'")
    .filter(({ state }) => state === 'open');
  const isOpen = new Set(open.map(({ id }) => id));
  const inFile = cases.filter(({ code }) => text.includes(printedCode(code))).map(({ id }) => id);
  expect(new Set(inFile)).toEqual(new Set(cases.map(({ id }) => id).filter((id) => isOpen.has(id as never))));
  expect(inFile).toHaveLength(invited.length - 1);
  for (const { surname } of invited) expect(text).not.toContain(surname);
  expect(handouts()).toEqual([{ kind: 'papers', pieces: invited.length - 1 }]);
  expect((await study.acts()).slice(-2)).toEqual(['study.savePaper', 'study.paperMade']);
});

test('what cannot be made leaves no file, and nothing in the study', async () => {
  expect(await refusalOf(save('x.pdf', false, 'fr'))).toMatchObject({
    problem: 'request.input-invalid',
    field: 'language',
  });
  expect(await refusalOf(save('study/x.pdf'))).toMatchObject({ problem: 'file.inside-study-folder' });
  expect(await refusalOf(save('x.pdf', false, 'nl', 'interviewer'))).toMatchObject({
    problem: 'session.role-not-allowed',
  });
  await save('twice.pdf', true);
  expect(await refusalOf(save('twice.pdf', true))).toMatchObject({ problem: 'file.exists' });
  expect(existsSync(pathOf('x.pdf'))).toBe(false);
  expect(handouts()).toHaveLength(1);
  expect((await study.acts()).at(-1)).toBe('study.paperNotMade');
});

test('the making is stopped half-way, and nothing of it stays', async () => {
  const begun = save('stopped.pdf', true).catch((error: unknown) => error);
  await study.ask('manager', 'study.cancelPaper', {});
  for (let nr = 0; nr < 200 && !existsSync(pathOf('stopped.pdf')); nr += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await study.ask('manager', 'study.cancelPaper', {});
  const end = await begun;
  expect(end).toMatchObject({ problem: { problem: 'study.paper-cancelled' } });
  expect(existsSync(pathOf('stopped.pdf'))).toBe(false);
  expect(handouts()).toEqual([]);
});

test('the file goes when one person is erased: it may hold their code', async () => {
  const { instruction } = await atWork(study);
  await save('papier.pdf', true);
  const { id } = (await study.cases()).get('Aalbersma')!;
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
    article: '17',
    receivedOn: firstDay,
    channel: 'client',
  });
  await study.ask('manager', 'contact.fillInCaseRequest', {
    nr,
    caseId: id,
    identityCheckedBy: 'manager',
    instruction,
  });
  await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
  const { files } = await study.ask('manager', 'destruction.caseErasure', { nr });
  expect(files).toContainEqual({ kind: 'papers', madeOn: expect.any(String), name: 'papier.pdf', isThere: true });
  await study.ask('manager', 'destruction.eraseCase', { nr, typedName: 'Q. Aalbersma', movedAreDestroyed: false });
  expect(existsSync(pathOf('papier.pdf'))).toBe(false);
  expect(handouts().filter(({ kind }) => kind === 'papers')).toEqual([]);
});
