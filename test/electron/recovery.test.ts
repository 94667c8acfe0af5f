/** A study kept from being lost: sheet, recovery file and backup, and a study put back on another machine from them. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { type AskAs, askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import type { Certificate } from '../../shared/destruction/certificate.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import { sheetWords } from '../../shared/study/recovery-words.ts';
import { wordList } from '../../shared/study/word-list.ts';
import { pageTexts, renderPage } from '../read-pdf.ts';
import { readQr } from '../read-qr.ts';
import { officeWithStudy, passphraseOf, quickHost, temporaryFolder } from './office.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { wordsOn } from './put-back.ts';

let prepared: PreparedStudy;
const elsewhere: ReturnType<typeof temporaryFolder>[] = [];
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(async () => {
  await prepared.remove();
  for (const { remove } of elsewhere) remove();
});

const pathIn = (study: StudyInUse, name: string) => join(study.folder, name);
const target = (study: StudyInUse, name: string) => study.host.offerTarget(pathIn(study, name));

/** Makes a sheet and types back what is asked. */
async function newSheet(study: StudyInUse, name = 'sheet.pdf'): Promise<readonly string[]> {
  const { sheet, asked } = await study.ask('manager', 'study.makeRecoverySheet', { target: target(study, name) });
  const words = await wordsOn(pathIn(study, name));
  expect(words).toHaveLength(sheetWords);
  const typed = asked.map((nr) => words[nr - 1]!);
  const view = await study.ask('manager', 'study.confirmRecoverySheet', { words: typed });
  expect(view).toMatchObject({ sheet, isFileLeft: false });
  return words;
}

/** Another machine: nothing of the study is there. */
function otherMachine(): {
  readonly host: LocalHost;
  readonly office: OpenOffice;
  readonly ask: AskAs;
  folder: string;
} {
  const temporary = temporaryFolder();
  elsewhere.push(temporary);
  const host = quickHost(temporary.folder);
  const office = openOffice(host, host.onBug);
  return { host, office, ask: askingAs(office), folder: temporary.folder };
}

function restored(at: ReturnType<typeof otherMachine>, study: StudyInUse, words: readonly string[], files = {}) {
  const { backup = 'study.vwkopie', recoveryFile = 'study.vwherstel' } = files as Record<string, string>;
  return at.ask('door', 'study.restore', {
    backup: at.host.offerSource(pathIn(study, backup)),
    recoveryFile: at.host.offerSource(pathIn(study, recoveryFile)),
    words: words.join(' '),
    where: 'standard',
  });
}

async function safeguarded(): Promise<{ study: StudyInUse; words: readonly string[] }> {
  const study = await prepared.open();
  const words = await newSheet(study);
  await study.ask('manager', 'study.makeRecoveryFile', { target: target(study, 'study.vwherstel') });
  await study.ask('manager', 'study.makeBackup', { target: target(study, 'study.vwkopie') });
  return { study, words };
}

describe('the sheet', () => {
  test('says its words, also to a camera, and is gone from the disk when some were typed back', async () => {
    const study = await prepared.open();
    const { sheet, asked } = await study.ask('manager', 'study.makeRecoverySheet', { target: target(study, 'a.pdf') });
    const words = await wordsOn(pathIn(study, 'a.pdf'));
    const bytes = new Uint8Array(readFileSync(pathIn(study, 'a.pdf')));
    expect(readQr(await renderPage(bytes, 1, 3))).toBe(words.join(' ').toUpperCase());
    expect((await pageTexts(bytes))[0]).toContain(sheet);

    const typed = asked.map((nr) => words[nr - 1]!);
    const wrong = typed.with(1, wordList.find((word) => word !== typed[1])!);
    const differ = refusalOf(study.ask('manager', 'study.confirmRecoverySheet', { words: wrong }));
    expect(await differ).toEqual({ problem: 'recovery.words-differ', places: [asked[1]] });
    expect((await study.ask('manager', 'study.safeguards', {})).sheet).toBeUndefined();
    await study.ask('manager', 'study.confirmRecoverySheet', { words: typed });
    expect(existsSync(pathIn(study, 'a.pdf'))).toBe(false);
    expect((await study.ask('officer', 'study.safeguards', {})).sheet).toBe(sheet);
  });

  test('makes the one before void, with the recovery files that belong to it', async () => {
    const { study, words } = await safeguarded();
    const later = await newSheet(study, 'later.pdf');
    const { safeguards, sheet } = await study.ask('manager', 'study.safeguards', {});
    const states = safeguards.map(({ kind, state, sheet: nr }) => `${kind} ${state} ${nr === sheet}`).toSorted();
    expect(states).toEqual([
      'backup valid false',
      'recovery-file replaced false',
      'recovery-file valid true',
      'recovery-sheet left false',
      'recovery-sheet valid true',
    ]);
    expect(await refusalOf(restored(otherMachine(), study, words))).toMatchObject({ problem: 'recovery.other-sheet' });
    expect(await restored(otherMachine(), study, later)).toMatchObject({ wasHere: false });
  });
});

describe('a turn to another epoch', () => {
  test('makes backup and recovery file void and makes them anew at their places; the sheet stays', async () => {
    const { study, words } = await safeguarded();
    const files = study.rows<{ id: string }>('SELECT id FROM safeguards').length;
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    const { safeguards } = await study.ask('manager', 'study.safeguards', {});
    expect(safeguards.length).toBe(files + 2);
    expect(safeguards.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'backup replaced',
      'backup valid',
      'recovery-file replaced',
      'recovery-file valid',
      'recovery-sheet valid',
    ]);
    // What stands at the old places now belongs to the new epoch: it opens with the same sheet.
    expect(await restored(otherMachine(), study, words)).toMatchObject({ wasHere: false });
  });

  test('that was cut short before that is made good when the manager is next there', async () => {
    const { study, words } = await safeguarded();
    await study.restart({
      onEpochStep: (step) => {
        if (step === 'secret-forgotten') throw new Error('the power went');
      },
    });
    const removing = study.ask('manager', 'study.removePerson', { name: 'third' });
    await expect(removing).rejects.toThrow();
    await study.restart({}, ['manager', 'researcher']);
    const states = (await study.ask('manager', 'study.safeguards', {})).safeguards.map(
      ({ kind, state }) => `${kind} ${state}`,
    );
    expect(states).toContain('backup replaced');
    expect(states).toContain('recovery-file valid');
    expect(await restored(otherMachine(), study, words)).toMatchObject({ wasHere: false });
  });
});

describe('a study put back', () => {
  test('opens on another machine with everyone`s own passphrase, and holds what it held', async () => {
    const { study, words } = await safeguarded();
    const there = otherMachine();
    const { study: id, wasHere } = await restored(there, study, words);
    expect({ id, wasHere }).toEqual({ id: study.rows('SELECT id FROM study')[0]!.id, wasHere: false });
    for (const name of ['manager', 'researcher', 'officer'])
      await there.ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    const groups = (at: AskAs) => at('manager', 'study.status', {}).then((status) => status.groups);
    expect(await groups(there.ask)).toEqual(await groups(study.ask));
    expect((await there.ask('officer', 'study.journal', {})).isWhole).toBe(true);
    there.office.close();
  });

  test('tells what does not fit: words, another sheet, another study, a byte', async () => {
    const { study, words } = await safeguarded();
    const other = await safeguarded();
    const at = otherMachine();
    const problem = (given: readonly string[], files = {}) => refusalOf(restored(at, study, given, files));
    const fault = (given: readonly string[]) => problem(given).then((told) => (told as { fault?: object }).fault);
    expect(await fault(words.with(2, 'qwerty'))).toEqual({ kind: 'unknown-words', places: [3] });
    expect(await fault(words.slice(1))).toEqual({ kind: 'count', typed: 16, expected: 17 });
    // Two that stand beside one another and are not the same; in another order they may fit by chance.
    const first = words.findIndex((word, nr) => word !== words[nr + 1]);
    const swapped = words.with(first, words[first + 1]!).with(first + 1, words[first]!);
    expect(await fault(swapped)).toEqual({ kind: 'check' });
    expect(await problem(other.words)).toMatchObject({ problem: 'recovery.other-sheet' });

    const copy = (name: string, from: string, change: (bytes: Buffer) => void) => {
      const bytes = readFileSync(pathIn(study, from));
      change(bytes);
      writeFileSync(pathIn(study, name), bytes);
    };
    const another = otherMachine();
    const { ask, host } = await officeWithStudy(another.folder);
    await ask('manager', 'study.makeBackup', { target: host.offerTarget(pathIn(study, 'theirs')) });
    expect(await problem(words, { backup: 'theirs' })).toMatchObject({
      problem: 'recovery.files-differ',
      what: 'study',
    });
    for (const place of [20, 150, 5_000, -1]) {
      copy('changed', 'study.vwkopie', (bytes) => {
        bytes[(place + bytes.length) % bytes.length]! ^= 1;
      });
      expect((await problem(words, { backup: 'changed' })).problem).toMatch(/^recovery\./);
    }
    copy('changed', 'study.vwherstel', (bytes) => {
      // One letter in 64 is this one already.
      const letter = bytes.length - 30;
      bytes[letter] = bytes[letter] === 0x41 ? 0x42 : 0x41;
    });
    expect(await problem(words, { recoveryFile: 'changed' })).toMatchObject({ problem: 'recovery.file-unreadable' });
    expect(await problem(words, { recoveryFile: 'study.vwkopie' })).toMatchObject({
      problem: 'recovery.file-unreadable',
    });
    expect(await restored(at, study, words)).toMatchObject({ wasHere: false });
    at.office.close();
  });

  test('is refused where a later epoch is known, and the files of an earlier one do not go together with a later', async () => {
    const { study, words } = await safeguarded();
    for (const name of ['study.vwkopie', 'study.vwherstel'])
      writeFileSync(pathIn(study, `old-${name}`), readFileSync(pathIn(study, name)));
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    await study.ask('manager', 'study.makeRecoveryFile', { target: target(study, 'study.vwherstel') });
    await study.ask('manager', 'study.makeBackup', { target: target(study, 'study.vwkopie') });
    const old = { backup: 'old-study.vwkopie', recoveryFile: 'old-study.vwherstel' };
    study.stop();
    const here = openOffice(study.host, study.host.onBug);
    const at = { ...otherMachine(), host: study.host, office: here, ask: askingAs(here) };
    expect(await refusalOf(restored(at, study, words, old))).toEqual({ problem: 'recovery.void' });
    const mixed = refusalOf(restored(at, study, words, { backup: old.backup }));
    expect(await mixed).toEqual({ problem: 'recovery.files-differ', what: 'epoch', older: 'backup' });
    expect(await restored(at, study, words)).toMatchObject({ wasHere: true });
    here.close();
  });
});

describe('where the files may come', () => {
  test('not inside the study, nor on top of something else; together in one folder is said', async () => {
    const { study } = await safeguarded();
    const { ask } = study;
    const inside = target(study, 'study/results.vwkopie');
    expect(await refusalOf(ask('manager', 'study.makeBackup', { target: inside }))).toEqual({
      problem: 'file.inside-study-folder',
    });
    writeFileSync(pathIn(study, 'mine.txt'), 'not ours');
    const taken = ask('manager', 'study.makeBackup', { target: target(study, 'mine.txt') });
    expect(await refusalOf(taken)).toEqual({ problem: 'file.exists' });
    const nowhere = ask('manager', 'study.makeBackup', { target: target(study, 'gone/study.vwkopie') });
    expect(await refusalOf(nowhere)).toEqual({ problem: 'file.not-written' });
    const { isTogether, safeguards } = await ask('manager', 'study.safeguards', {});
    expect({ isTogether, made: safeguards.length }).toEqual({ isTogether: true, made: 3 });
    rmSync(pathIn(study, 'study.vwkopie'));
    const after = await ask('manager', 'study.safeguards', {});
    expect(after.safeguards.find(({ kind }) => kind === 'backup')).toMatchObject({ state: 'valid', isThere: false });
  });

  test('holds nothing readable of anyone', async () => {
    const study = await prepared.open();
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await newSheet(study);
    for (const name of ['a.vwherstel', 'a.vwkopie'])
      await study.ask('manager', name.endsWith('kopie') ? 'study.makeBackup' : 'study.makeRecoveryFile', {
        target: target(study, name),
      });
    const text = ['a.vwherstel', 'a.vwkopie']
      .map((name) => readFileSync(pathIn(study, name)).toString('latin1'))
      .join();
    // What stands readable in the database does not in the backup.
    const database = ['study.db', 'study.db-wal'].map((name) => readFileSync(pathIn(study, `study/${name}`), 'latin1'));
    for (const plain of ['contact.sent', 'residents', 'SQLite']) expect(database.join()).toContain(plain);
    for (const plain of ['contact.sent', 'residents', 'SQLite', 'Aalbersma', 'manager'])
      expect(text).not.toContain(plain);
  });
});

/** As people do before a destruction. */
async function destroyed(study: StudyInUse) {
  const { ask } = study;
  const order = { on: firstDay, by: 'Gemeente', text: 'Vernietig alles.' };
  const { nr: instruction } = await ask('manager', 'study.recordInstruction', order);
  const { title: typedTitle } = await ask('manager', 'study.status', {});
  await ask('researcher', 'destruction.agree', { typedTitle });
  const answers = outOfReachQuestions.map((what) => ({ what, answer: 'geen' }));
  await ask('manager', 'destruction.destroy', { instruction, typedTitle, outOfReach: answers });
  const file = pathIn(study, `study/results/${resultFiles.certificate}`);
  const { outOfReach } = JSON.parse(readFileSync(file, 'utf8')) as Certificate;
  return outOfReach.slice(outOfReachQuestions.length).map(({ what, answer }) => `${what}: ${answer}`);
}

describe('when the study is destroyed', () => {
  test('its recovery files and backups go too; what was moved, and the paper, stand on the certificate', async () => {
    const { study, words } = await safeguarded();
    await study.ask('manager', 'study.makeBackup', { target: target(study, 'second.vwkopie') });
    const [kept, keptFile] = ['study.vwkopie', 'study.vwherstel'].map((name) => readFileSync(pathIn(study, name)));
    renameSync(pathIn(study, 'second.vwkopie'), pathIn(study, 'moved.vwkopie'));
    expect(await destroyed(study)).toEqual([
      'Herstelbladen op papier: 1',
      'Reservekopieën (versleuteld) die niet op hun plaats stonden: 1',
    ]);
    expect(['study.vwkopie', 'study.vwherstel'].map((name) => existsSync(pathIn(study, name)))).toEqual([false, false]);
    // The backup that was moved is nothing without a recovery file, of which none is left.
    const at = otherMachine();
    const refused = restored(at, study, words, { backup: 'moved.vwkopie', recoveryFile: 'moved.vwkopie' });
    expect(await refusalOf(refused)).toMatchObject({ problem: 'recovery.file-unreadable' });
    // Had both been kept, they would still open it: that is why they are removed, and why the certificate names what is left.
    writeFileSync(pathIn(study, 'study.vwkopie'), kept!);
    writeFileSync(pathIn(study, 'study.vwherstel'), keptFile!);
    expect(await restored(at, study, words)).toMatchObject({ wasHere: false });
    at.office.close();
  });
});

describe('after an erasure', () => {
  test('what could not be reached stays on the list until someone says that it was destroyed', async () => {
    const { study, words } = await safeguarded();
    const gone = pathIn(study, 'stick');
    mkdirSync(gone);
    await study.ask('manager', 'study.makeBackup', { target: target(study, 'stick/on-a-stick.vwkopie') });
    renameSync(gone, pathIn(study, 'pulled-out'));
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    const { safeguards, epoch } = await study.ask('manager', 'study.safeguards', {});
    const listed = safeguards.map(({ kind, name = '', state, isThere = '' }) => `${kind} ${name} ${state} ${isThere}`);
    expect(epoch).toBe(2);
    expect(listed.toSorted()).toEqual([
      'backup on-a-stick.vwkopie left false',
      'backup study.vwkopie replaced false',
      'backup study.vwkopie valid true',
      'recovery-file study.vwherstel replaced false',
      'recovery-file study.vwherstel valid true',
      'recovery-sheet  valid ',
    ]);
    const left = safeguards.find(({ state }) => state === 'left')!;
    const after = await study.ask('manager', 'study.settleSafeguard', { safeguard: left.id });
    expect(after.safeguards.filter(({ state }) => state === 'left')).toEqual([]);
    expect(await restored(otherMachine(), study, words)).toMatchObject({ wasHere: false });
  });
});
