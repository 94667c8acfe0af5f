/**
 * Files of a study put back as they were: the database, the keyring, both. Nobody is contacted from an older database, and nobody gets in by
 * a passphrase that counted once.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { type AskAs, askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { officeWithStudy, passphraseOf, quickHost, temporaryFolder } from './office.ts';
import { type AttackedStudy, attackedStudy } from './tampered.ts';

const problem = async (asked: Promise<unknown>) => (await refusalOf(asked)).problem;

describe('a database put back', () => {
  let study: AttackedStudy;
  let older: string;
  beforeAll(async () => {
    study = await attackedStudy();
    older = `${await study.atWork(async () => undefined)}-older`;
    cpSync(older.slice(0, -'-older'.length), older, { recursive: true });
  });
  afterAll(async () => {
    rmSync(older, { recursive: true, force: true });
    await study.remove();
  });

  /** Everyone who was due gets their e-mail, and one of them objects; then these files are as they were before. */
  async function putBack(...files: readonly string[]) {
    const folder = await study.atWork(async (ask) => {
      for (const group of ['residents', 'partners'] as const)
        await ask('manager', 'contact.sendEmails', { group: group as never });
      const { found } = await ask('manager', 'contact.lookUp', { text: 'Aalbersma' });
      await ask('manager', 'contact.stopCase', { caseId: found[0]!.caseId, why: 'refused' });
    });
    const newer = `${folder}-newer`;
    cpSync(folder, newer, { recursive: true });
    const seen = await study.seen((at) => {
      rmSync(at, { recursive: true });
      cpSync(newer, at, { recursive: true });
      for (const file of files) cpSync(join(older, file), join(at, file), { recursive: true });
    });
    rmSync(newer, { recursive: true });
    const asked = (what: string) => [...seen.outcomes].filter(([label]) => label.includes(what)).map(([, one]) => one);
    return { sent: seen.sent, sendings: asked('contact.sendEmails'), calls: asked('contact.nextCase') };
  }

  test('contacts nobody, alone or with the keyring of then: the head of its journal outside is newer', async () => {
    for (const files of [['study/study.db'], ['study/study.db', 'study/keyring']]) {
      const { sent, sendings, calls } = await putBack(...files);
      expect(sent).toEqual([]);
      for (const one of [...sendings, ...calls]) expect(one).toEqual({ problem: 'recovery.not-reconciled' });
    }
  });

  test('would have sent everything once more; with the head of then beside it nobody can tell', async () => {
    const { sent } = await putBack('study/study.db', 'app');
    expect(sent.map((one) => one.split('@')[0]).toSorted()).toEqual(['aalbersma', 'jellemans', 'kuiperda']);
    expect((await putBack()).sent).toEqual([]);
  });
});

describe('a keyring put back', () => {
  let here: ReturnType<typeof temporaryFolder>;
  let folder: string;
  let office: OpenOffice;
  let ask: AskAs;
  beforeEach(async () => {
    here = temporaryFolder();
    const made = await officeWithStudy(here.folder, { practice: false, today: () => day('2026-02-23') });
    ({ folder, office, ask } = made);
  });
  afterEach(() => {
    office.close();
    here.remove();
  });

  const path = () => join(folder, 'keyring');
  const signIn = (name: string, passphrase = passphraseOf(name), chosen?: string) =>
    ask(`${name} again`, 'study.signIn', { name, passphrase, ...(chosen === undefined ? {} : { chosen }) });
  function reopen(): void {
    office.close();
    const host = quickHost(here.folder, { today: () => day('2026-02-23') });
    office = openOffice(host, host.onBug);
    office.useFolder(folder);
    ask = askingAs(office);
  }

  test('lets nobody in by the passphrase that they had before', async () => {
    const before = readFileSync(path());
    const chosen = 'another passphrase of the manager';
    await ask('manager', 'study.changePassphrase', { passphrase: passphraseOf('manager'), chosen });
    const after = readFileSync(path());
    for (const file of [before, after]) {
      reopen();
      writeFileSync(path(), file);
      const isOlder = file === before;
      expect(await problem(signIn('manager'))).toBe(isOlder ? 'study.damaged' : 'session.wrong-name-or-passphrase');
      if (isOlder) expect(await problem(signIn('officer'))).toBe('study.damaged');
    }
    expect((await signIn('manager', chosen)).name).toBe('manager');
  });

  test('does not bring the one-time passphrase back, which whoever added someone has seen', async () => {
    const known = { roles: ['researcher' as const], confidentialityOn: day('2026-01-15') };
    const { invited } = await ask('manager', 'study.addPerson', { name: 'second', ...known });
    const before = readFileSync(path());
    const { oneTimePassphrase } = invited!;
    await signIn('second', oneTimePassphrase, 'a passphrase that second chose');
    reopen();
    writeFileSync(path(), before);
    const asAnother = signIn('second', oneTimePassphrase, 'a passphrase of who added second');
    expect(await problem(asAnother)).toBe('study.damaged');
    expect(readFileSync(path()).equals(before)).toBe(true);
  });

  test('is only an older one: a newer one, of which the journal does not tell yet, is taken', async () => {
    const journal = readFileSync(join(folder, 'study.db'));
    expect(journal.length).toBeGreaterThan(0);
    office.close();
    cpSync(here.folder, `${here.folder}-copy`, { recursive: true });
    reopen();
    await signIn('manager');
    await ask('manager again', 'study.addPerson', {
      name: 'third',
      roles: ['officer'],
      confidentialityOn: day('2026-01-15'),
    });
    // As after a crash between the two: the keyring is new, the database is not.
    const newer = readFileSync(path());
    office.close();
    rmSync(folder, { recursive: true });
    for (const part of ['study', 'app'])
      cpSync(join(`${here.folder}-copy`, part), join(here.folder, part), { recursive: true });
    rmSync(`${here.folder}-copy`, { recursive: true });
    writeFileSync(path(), newer);
    reopen();
    expect((await signIn('officer')).name).toBe('officer');
  });
});
