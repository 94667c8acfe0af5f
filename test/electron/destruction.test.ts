import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { openOffice } from '../../electron/office.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { Certificate } from '../../shared/destruction/certificate.ts';
import { outOfReach, outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import { officeWithStudy, passphraseOf, quickHost, studySecrets, temporaryFolder } from './office.ts';
import {
  firstDay,
  interviewers,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  surnames,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let instruction: number;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

const note = 'belt zelf terug (verzonnen notitie)';
const said = 'Een verzonnen verhaal in een gesprek';
const halfSaid = 'Een verzonnen begin van een verhaal';

/** Of everything something: letters, e-mails, calls with a note, a finished and an unfinished interview, a web answer, a dataset. */
beforeEach(async () => {
  study = await prepared.open();
  const { ask } = study;
  await ask('manager', 'contact.sendEmails', { group: residents });
  const { batch } = await ask('manager', 'contact.makeLetters', {
    group: residents,
    target: study.host.offerTarget(handout()),
  });
  await ask('manager', 'contact.markPosted', { batch });
  await ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  const interview = async (answers: Readonly<Record<string, string>>) => {
    const next = await ask('interviewer', 'contact.nextCase', {});
    await ask('interviewer', 'interview.begin', { consent: 'spoken' });
    for (const [item, answer] of Object.entries(answers))
      await ask('interviewer', 'interview.answer', { item: item as never, answer });
    return next.kind === 'case' ? next.case.name.split(' ').at(-1)! : '';
  };
  const rung = [await interview({ hulp: 'ja', verhaal: said, terug: 'ja' })];
  await ask('interviewer', 'interview.finish', {});
  rung.push(await interview({ hulp: 'ja', verhaal: halfSaid }));
  const appointment = { on: addDays(firstDay, 1), at: '10:00' };
  await ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment, note });
  const cases = await study.cases();
  const rows = surnames
    .filter((surname) => !rung.includes(surname))
    .map((surname) => ({ code: cases.get(surname)!.code, answers: { hulp: 'nee', terug: 'ja' } }));
  const file = study.offer('returns.csv', returnsOf(rows));
  await ask('manager', 'interview.readReturns', { group: residents, file });
  const text = 'Vernietig alle persoonsgegevens.';
  instruction = (await ask('manager', 'study.recordInstruction', { on: firstDay, by: 'Gemeente', text })).nr;
  await ask('researcher', 'export.dataset', { instruction });
  await ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
});

const folder = () => join(study.folder, 'study');
const handout = () => join(study.folder, 'letters.pdf');
const results = () => readdirSync(join(folder(), 'results')).toSorted();
const certificate = resultFiles.certificate;
const answers = outOfReachQuestions.map((what) => ({ what, answer: `antwoord over ${what}` }));
const destroy = (change: Partial<Asked<'destruction.destroy'>> = {}, seat = 'manager') =>
  study.ask(seat, 'destruction.destroy', { instruction, typedTitle: 'A study', outOfReach: answers, ...change });

/** Everything that is known of the people, to look for in files. */
async function everythingTold(): Promise<readonly string[]> {
  const codes = [...(await study.cases())].map(([, { code }]) => code);
  return [...surnames, ...codes, note, said, halfSaid, '+31689001117', 'aalbersma@wijk.example'];
}
const ownFiles = async () => [...(await filesBelow(folder())), ...(await filesBelow(join(study.folder, 'app')))];

describe('what is to be destroyed', () => {
  test('is counted for manager, researcher and officer, with what stays, who agreed, and what is out of reach', async () => {
    const plan = {
      title: 'A study',
      goes: { cases: 11, links: 8, attempts: 3 + 3 + 2, responses: 8, drafts: 1, handouts: 1 },
      stays: ['codebook-residents.csv', 'dataset-residents.csv'],
      agreedBy: 'researcher',
      outOfReach: outOfReachQuestions,
    };
    for (const seat of ['manager', 'researcher', 'officer'])
      expect(await study.ask(seat, 'destruction.plan', {})).toEqual(plan);
    const refused = await refusalOf(study.ask('interviewer', 'destruction.plan', {}));
    expect(refused.problem).toBe('session.role-not-allowed');
    await study.ask('researcher', 'study.signOut', {});
    const { agreedBy: _, ...nobody } = plan;
    expect(await study.ask('manager', 'destruction.plan', {})).toEqual(nobody);
  });

  test('is not destroyed by a slip: wrong title, no such instruction, a question left, no researcher, another role', async () => {
    expect((await refusalOf(destroy({ typedTitle: 'a study' }))).problem).toBe('destruction.not-confirmed');
    expect(await refusalOf(destroy({ instruction: 7 }))).toEqual({ problem: 'destruction.instruction-unknown', nr: 7 });
    expect(await refusalOf(destroy({ outOfReach: answers.slice(1, -1) }))).toEqual({
      problem: 'destruction.answers-missing',
      questions: [outOfReachQuestions[0], outOfReachQuestions.at(-1)],
    });
    for (const seat of ['researcher', 'interviewer', 'officer'])
      expect((await refusalOf(destroy({}, seat))).problem).toBe('session.role-not-allowed');
    await study.ask('researcher', 'study.signOut', {});
    expect(await refusalOf(destroy())).toEqual({ problem: 'destruction.agreement-missing' });
    await study.ask('researcher', 'study.signIn', { name: 'researcher', passphrase: passphraseOf('researcher') });
    expect(await refusalOf(destroy())).toEqual({ problem: 'destruction.agreement-missing' });
    const agree = (typedTitle: string, seat = 'researcher') => study.ask(seat, 'destruction.agree', { typedTitle });
    expect((await refusalOf(agree('another study'))).problem).toBe('destruction.not-confirmed');
    expect((await refusalOf(agree('A study', 'manager'))).problem).toBe('session.role-not-allowed');
    expect(await refusalOf(destroy())).toEqual({ problem: 'destruction.agreement-missing' });

    expect(existsSync(handout())).toBe(true);
    expect(await study.acts()).not.toContain('destruction.destroy');
    expect(results()).toEqual(['codebook-residents.csv', 'dataset-residents.csv']);
    await study.restart();
    expect((await study.ask('manager', 'study.status', {})).groups[0]!.cases).toBe(surnames.length);
    expect(await study.responses()).toHaveLength(8);
  });

  test('a study in which nobody was taken in is not destroyed: there would be nothing to show', async () => {
    const here = temporaryFolder();
    const empty = await officeWithStudy(here.folder);
    const { nr } = await empty.ask('manager', 'study.recordInstruction', { on: firstDay, by: 'G', text: 'Weg.' });
    const asked = { instruction: nr, typedTitle: 'A study', outOfReach: answers };
    await empty.ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
    expect((await refusalOf(empty.ask('manager', 'destruction.destroy', asked))).problem).toBe(
      'destruction.control-failed',
    );
    expect((await empty.ask('manager', 'study.status', {})).title).toBe('A study');
    expect(existsSync(join(empty.folder, 'study.db'))).toBe(true);
    empty.office.close();
    here.remove();
  });
});

describe('a destruction', () => {
  test('tells of letters that were moved, and leaves alone what stands in their place', async () => {
    writeFileSync(handout(), 'something else by now');
    writeFileSync(join(folder(), 'results', 'own-notes.txt'), 'of the researcher');
    await destroy();
    expect(readFileSync(handout(), 'utf8')).toBe('something else by now');
    const told = JSON.parse(readFileSync(join(folder(), 'results', certificate), 'utf8'));
    expect(told.outOfReach.at(-1)).toMatchObject({ answer: '1' });
    expect(told.outOfReach.length).toBe(answers.length + 1);
    const kinds = Object.fromEntries(told.kept.map(({ name, what }: { name: string; what: string }) => [name, what]));
    expect(kinds).toEqual({
      'codebook-residents.csv': 'codeboek',
      'dataset-residents.csv': 'geanonimiseerd bestand',
      'own-notes.txt': 'bestand dat niet door de toepassing is gemaakt',
    });
    expect(told.checkedBy).toBe('researcher');
  });

  test('tells of copies of its secret, when that stood in a folder that other machines get a copy of', async () => {
    const own = join(study.folder, 'app');
    await study.restart({ findSync: (path) => (path === own ? 'OneDrive' : undefined) });
    await study.ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
    await destroy();
    const told = JSON.parse(readFileSync(join(folder(), 'results', certificate), 'utf8'));
    expect(told.outOfReach.at(-1)).toMatchObject({ answer: 'OneDrive' });
    expect(told.outOfReach.length).toBe(answers.length + 1);
  });

  test('waits for e-mails that are being sent', async () => {
    // A mail server that takes the call and then says nothing.
    const calls: Socket[] = [];
    const silent = createServer((socket) => calls.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await study.ask('manager', 'study.setMailHost', {
      host: '127.0.0.1',
      port,
      secure: false,
      from: 'b@bureau.example',
    });
    const sending = study.ask('manager', 'contact.sendEmails', { group: partners });
    expect((await refusalOf(destroy())).problem).toBe('study.work-going-on');
    expect(existsSync(handout())).toBe(true);
    for (const socket of calls) socket.destroy();
    silent.close();
    expect(await sending).toMatchObject({ sent: 0, postponed: 2 });
    expect((await destroy()).check.foundAfter).toBe(0);
  });

  test('leaves the results and a certificate, and nothing else: no file, no letter, no key, no trace', async () => {
    const told = await everythingTold();
    const copy = join(study.folder, 'copy');
    cpSync(folder(), copy, { recursive: true });
    const { check, files } = await destroy();
    expect(check.canaries).toBeGreaterThan(surnames.length * 3);
    expect(check).toMatchObject({ foundBefore: check.canaries, foundAfter: 0 });
    expect(check.filesScanned).toBeGreaterThan(0);

    const kept = [certificate, resultFiles.certificatePdf, 'codebook-residents.csv', 'dataset-residents.csv'];
    expect(files.toSorted()).toEqual(kept);
    expect(results()).toEqual(kept);
    expect(readdirSync(folder())).toEqual(['results']);
    expect(existsSync(handout())).toBe(false);
    expect(studySecrets(study.folder)).toEqual([]);
    expect((await findTraces(await ownFiles(), told)).found.size).toBe(0);

    // A copy that someone made before opens nothing any more.
    study.stop();
    const host = quickHost(study.folder);
    const office = openOffice(host, host.onBug);
    const signIn = { name: 'manager', passphrase: passphraseOf('manager') };
    office.useFolder(copy);
    expect((await refusalOf(askingAs(office)('s', 'study.signIn', signIn))).problem).toBe(
      'study.device-secret-missing',
    );
    office.useFolder(folder());
    expect((await refusalOf(askingAs(office)('s', 'study.signIn', signIn))).problem).toBe('study.destroyed');
    office.close();
  });

  test('is agreed to and carried out at one seat where one person holds both roles', async () => {
    const roles = ['manager', 'researcher'] as const;
    const both = { name: 'both', roles: [...roles], confidentialityOn: firstDay, passphrase: passphraseOf('both') };
    await study.ask('manager', 'study.addPerson', both);
    // The manager's keys came with being added.
    await study.ask('researcher', 'study.passKeysOn', { to: 'both' });
    for (const seat of roles) await study.ask(seat, 'study.signOut', {});
    await study.ask('both', 'study.signIn', { name: 'both', passphrase: passphraseOf('both') });
    expect(await refusalOf(destroy({}, 'both'))).toEqual({ problem: 'destruction.agreement-missing' });
    await study.ask('both', 'destruction.agree', { typedTitle: 'A study' });
    expect((await study.ask('both', 'destruction.plan', {})).agreedBy).toBe('both');
    const { check } = await destroy({}, 'both');
    expect(check).toMatchObject({ foundBefore: check.canaries, foundAfter: 0 });
    expect(results()).toContain(certificate);
  });

  test('signs every window out', async () => {
    await destroy();
    for (const seat of ['manager', 'researcher', 'officer', ...interviewers])
      expect((await refusalOf(study.ask(seat, 'study.status', {}))).problem).toBe('session.nobody-signed-in');
    expect((await refusalOf(destroy())).problem).toBe('session.nobody-signed-in');
  });

  test('certifies the counts, the instruction and the answers, by the people who did and checked it', async () => {
    const { goes } = await study.ask('manager', 'destruction.plan', {});
    const { check } = await destroy();
    const told = JSON.parse(readFileSync(join(folder(), 'results', certificate), 'utf8')) as Certificate;
    expect(told).toMatchObject({
      studyTitle: 'A study',
      client: 'Gemeente Waterhoven',
      instruction: { nr: instruction, on: firstDay, by: 'Gemeente', text: 'Vernietig alle persoonsgegevens.' },
      destroyedOn: firstDay,
      counts: goes,
      period: { from: '2026-02-23', to: firstDay },
      check,
      performedBy: 'manager',
      checkedBy: 'researcher',
      method: { secretStore: 'file' },
    });
    expect(told.sources.map(({ rows }) => rows).toSorted()).toEqual([2, 9]);
    expect(told.kept.map(({ name }) => name)).toEqual(['codebook-residents.csv', 'dataset-residents.csv']);
    expect(told.outOfReach).toEqual(answers.map(({ what, answer }) => ({ what: outOfReach[what], answer })));
    expect(
      readFileSync(join(folder(), 'results', resultFiles.certificatePdf))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test.each([
    ['a surname in a file of the app', 'app/bugs.log', 'something went wrong with Groothuma'],
    ['a note in a file beside the study', 'study/scratch.txt', note],
    ['an open answer in the results, in another encoding', 'study/results/notes.txt', Buffer.from(said, 'utf16le')],
    ['what was said in an unfinished interview', 'app/draft.json', JSON.stringify({ halfSaid })],
  ] as const)('finds %s, and gives no certificate', async (_, name, planted) => {
    writeFileSync(join(study.folder, name), planted);
    expect(await refusalOf(destroy())).toEqual({ problem: 'destruction.traces-found', found: 1, files: 1 });
    expect(results()).not.toContain(certificate);
    expect(results()).not.toContain(resultFiles.certificatePdf);
    // The study itself is gone all the same.
    expect(existsSync(join(folder(), 'study.db'))).toBe(false);
    const again = study.ask('manager', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
    expect((await refusalOf(again)).problem).toBe('study.destroyed');
  });

  test('goes on when a letter batch was deleted by hand before', async () => {
    rmSync(handout());
    expect((await destroy()).check.foundAfter).toBe(0);
    expect(results()).toContain(certificate);
  });
});
