/** People are written to, rung, called in and heard by post: of their names, addresses, numbers and codes nothing stands readable in the study or the app's own folder. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse, surnames } from './prepared.ts';
import { cameBack, readIn } from './replies.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let canaries: readonly string[];
/** What the office said no with. */
const problems: unknown[] = [];
const printList = 'list-for-a-printer.csv';
const begun = new Set(readdirSync(tmpdir()));
const slipNumber = '+31689001777';
const note = 'een verzonnen notitie 660301';

beforeAll(async () => {
  prepared = await prepareStudy();
  study = await prepared.open();
  const { ask, host, folder } = study;
  const target = (name: string) => host.offerTarget(join(folder, name));
  const refused = async (asked: Promise<unknown>) => void problems.push(await refusalOf(asked));
  await ask('manager', 'contact.sendEmails', { group: residents });
  await readIn(
    study,
    cameBack(study, 'Aalbersma', 'bounced/postfix'),
    cameBack(study, 'Bessemans', 'to-read/question'),
  );
  const { batch } = await ask('manager', 'contact.makeLetters', { group: residents, target: target('letters.pdf') });
  await ask('manager', 'contact.savePrintList', { batch, target: target(printList) });
  await ask('manager', 'contact.markPosted', { batch });
  const [dusseljee, eikelstra] = ['Dusseljee', 'Eikelstra'].map(async (name) => (await study.cases()).get(name)!);
  const old = (await dusseljee!).code;
  await ask('manager', 'contact.reprint', { code: old, newCode: true, target: target('again.pdf') });
  await refused(ask('manager', 'contact.findCase', { code: old }));
  await ask('manager', 'contact.recordReturn', { code: (await eikelstra!).code, kind: 'undeliverable' });
  const fokkinkma = (await study.cases()).get('Fokkinkma')!.code;
  await ask('manager', 'contact.recordSlip', { code: fokkinkma, phone: slipNumber, language: 'tr' });
  await study.moveTo(addDays(firstDay, 14));
  await ask('interviewer', 'contact.findCaller', { text: 'Groothuma' });
  const { found } = await ask('interviewer', 'contact.findCaller', { text: 'Hooglanda' });
  await ask('interviewer', 'contact.takeCaller', { caseId: found[0]!.caseId });
  await ask('interviewer', 'contact.closeCall', { outcome: 'refused-soft', note });
  await refused(ask('manager', 'contact.recordReturn', { code: 'Groothuma', kind: 'moved' }));
  await refused(ask('manager', 'contact.recordSlip', { code: fokkinkma, phone: 'geen nummer van Itersoone' }));
  const codes = [...(await study.cases()).values()].map(({ code }) => code);
  canaries = [
    ...surnames.map((name) => `${name.toLowerCase()}@wijk.example`),
    ...surnames.filter((name) => name.length > 7),
    ...[old, ...codes].flatMap((code) => [code, printedCode(code)]),
    ...[slipNumber, slipNumber.replace('+31', '0'), note],
  ];
});
afterAll(() => prepared.remove());

const names = (indexes: ReadonlySet<number>) => [...indexes].map((index) => canaries[index]);

test('the search finds them where they are meant to be: in the list for a print house', async () => {
  const { found } = await findTraces([join(study.folder, printList)], canaries);
  expect(names(found)).toEqual(expect.arrayContaining(['Dusseljee', 'Eikelstra', 'Fokkinkma']));
});

test('and nowhere in the files of the study and of the app, their names, or what was left in the folder for temporary files', async () => {
  const files = [...(await filesBelow(join(study.folder, 'study'))), ...(await filesBelow(join(study.folder, 'app')))];
  expect(files.length).toBeGreaterThan(3);
  expect(names((await findTraces(files, canaries)).found)).toEqual([]);
  const left = readdirSync(tmpdir()).filter((name) => !begun.has(name));
  const called = new TextEncoder().encode([...files.map((path) => basename(path)), ...left].join('\n'));
  expect(names(await findTracesInBytes(called, canaries))).toEqual([]);
});

test('nor in the journal, or in what the office said no with', async () => {
  const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
  const acts = entries.map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['contact.findCaller', 'contact.recordSlip', 'contact.recordReturn']));
  expect(problems.length).toBe(3);
  const told = new TextEncoder().encode(JSON.stringify([entries, problems]));
  expect(names(await findTracesInBytes(told, canaries))).toEqual([]);
  expect(JSON.stringify(problems)).not.toMatch(/Groothuma|Itersoone/);
});
