/** What may happen between two moments of signing in, of making a study, of changing its keyring; and a second office beside the first. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../electron/desk.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { Session } from '../../electron/session.ts';
import { takeOfficeLock } from '../../electron/store/office-lock.ts';
import { Studies } from '../../electron/studies.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import type { Role } from '../../shared/study/person.ts';
import { problemOf } from '../problem-of.ts';
import { officeWithStudy, passphraseOf, quickHost, studySecrets, type TestOffice, temporaryFolder } from './office.ts';
import { openVaultHere } from './vault-here.ts';

const person = (name: string, ...roles: Role[]) => {
  return { name, roles, confidentialityOn: day('2026-01-15'), passphrase: passphraseOf(name) };
};
const signIn = (name: string) => ({ name, passphrase: passphraseOf(name) });

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;
/** Vaults that were opened and not closed. */
let vaults: Set<OpenVault>;

/** A vault takes its time, as one that stretches a passphrase does. */
function slowVault(): OpenVault {
  const vault = openVaultHere();
  const slow: OpenVault = {
    async ask(...question) {
      await setTimeout(5);
      return vault.ask(...question);
    },
    close() {
      vaults.delete(slow);
      vault.close();
    },
  };
  vaults.add(slow);
  return slow;
}

beforeEach(async () => {
  here = temporaryFolder();
  vaults = new Set();
  open = await officeWithStudy(here.folder, { openVault: slowVault });
});
afterEach(() => {
  open.office.close();
  here.remove();
});

const lockModule = new URL('../../electron/store/office-lock.ts', import.meta.url).href;

function anotherOffice(options: Partial<Host> = {}): OpenOffice {
  const host = quickHost(here.folder, options);
  return openOffice(host, host.onBug);
}

describe('signing in', () => {
  test('twice at one seat at the same time lets one in, and no vault is left open behind the other', async () => {
    const { office, ask, folder } = open;
    office.useFolder(folder);
    expect(vaults.size).toBe(0);
    const names = ['manager', 'officer'];
    const outcomes = await Promise.allSettled(names.map((name) => ask('seat', 'study.signIn', signIn(name))));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(vaults.size).toBe(1);
    office.close();
    expect(vaults.size).toBe(0);
  });

  test('to one study lets nobody into another that the host has turned to meanwhile', async () => {
    const { office, ask, folder } = open;
    const other = join(here.folder, 'other');
    office.useFolder(other);
    await ask('door', 'study.create', {
      title: 'Other',
      practice: true,
      people: [person('x', 'manager', 'researcher')],
    });
    office.useFolder(folder);
    const early = refusalOf(ask('a', 'study.signIn', signIn('manager')));
    office.useFolder(other);
    const later = ask('b', 'study.signIn', signIn('x'));
    expect((await early).problem).toBe('study.changed-meanwhile');
    await later;
    expect((await ask('b', 'study.status', {})).title).toBe('Other');
    expect((await refusalOf(ask('a', 'study.status', {}))).problem).toBe('session.nobody-signed-in');
  });

  test('that fails leaves no study open behind it: with the right keyring back, the next one gets in', async () => {
    const { office, ask, folder } = open;
    office.close();
    const other = join(here.folder, 'other');
    office.useFolder(other);
    await ask('door', 'study.create', {
      title: 'Other',
      practice: true,
      people: [person('x', 'manager', 'researcher')],
    });
    const keyring = readFileSync(join(folder, 'keyring'));
    office.useFolder(folder);
    writeFileSync(join(folder, 'keyring'), readFileSync(join(other, 'keyring')));
    expect((await refusalOf(ask('a', 'study.signIn', signIn('x')))).problem).toBe('study.damaged');
    writeFileSync(join(folder, 'keyring'), keyring);
    expect((await ask('a', 'study.signIn', signIn('manager'))).roles).toEqual(['manager']);
  });
});

describe('the keyring', () => {
  test('loses nobody when people are added at the same time', async () => {
    const { ask } = open;
    const names = ['one', 'two', 'three'];
    await Promise.all(names.map((name) => ask('manager', 'study.addPerson', person(name, 'officer'))));
    const { people } = await ask('manager', 'study.people', {});
    expect(
      people
        .slice(4)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names.toSorted());
    for (const name of names) expect((await ask(name, 'study.signIn', signIn(name))).roles).toEqual(['officer']);
  });

  test('loses nobody while keys are passed on, and the passing on stands in the journal with whom', async () => {
    const { ask } = open;
    await ask('manager', 'study.addPerson', person('second', 'interviewer'));
    const passing = ask('researcher', 'study.passKeysOn', { to: 'second' });
    await ask('manager', 'study.addPerson', person('third', 'interviewer'));
    await passing;
    const { people } = await ask('manager', 'study.people', {});
    expect(people.map(({ name }) => name)).toContain('third');
    expect((await ask('second', 'study.signIn', signIn('second'))).awaited).toEqual([]);
    // Signing in passes nothing on: the manager who added someone may know their passphrase.
    await ask('researcher', 'study.signOut', {});
    await ask('researcher', 'study.signIn', signIn('researcher'));
    expect((await ask('third', 'study.signIn', signIn('third'))).awaited).toEqual(['draft']);
    expect((await refusalOf(ask('researcher', 'study.passKeysOn', { to: 'nobody' }))).problem).toBe(
      'study.nothing-to-pass-on',
    );
    const { entries } = await ask('officer', 'study.journal', {});
    const second = people.find(({ name }) => name === 'second')!;
    const passed = entries.filter(({ act }) => act === 'study.passKeysOn');
    expect(passed).toMatchObject([{ by: 'researcher', detail: { to: second.id } }]);
  });
});

describe('the secrets of a study', () => {
  test('are all forgotten, whatever the readable part of the keyring says of their epoch', () => {
    const { host, folder } = open;
    const file = join(folder, 'keyring');
    const { study } = readKeyringHeader(readFileSync(file));
    host.deviceSecrets.keep(study, 7, new Uint8Array(32));
    host.deviceSecrets.keep('another', 1, new Uint8Array(32));
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), epoch: 1 }));
    expect(host.deviceSecrets.epochs(study).toSorted()).toEqual([1, 7]);
    new Studies(host, new Session()).forgetSecrets(study, folder);
    expect(host.deviceSecrets.epochs(study)).toEqual([]);
    expect(existsSync(file)).toBe(false);
    expect(host.deviceSecrets.epochs('another')).toEqual([1]);
  });
});

describe('making a study', () => {
  const create = (office: OpenOffice) =>
    askingAs(office)('door', 'study.create', {
      title: 'T',
      practice: true,
      people: [person('x', 'manager', 'researcher')],
    });
  const secrets = () => studySecrets(here.folder);

  test('twice in one folder at the same time makes one, whole', async () => {
    const office = anotherOffice({ openVault: slowVault });
    office.useFolder(join(here.folder, 'new'));
    const before = secrets().length;
    const made = await Promise.allSettled([create(office), create(office)]);
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(secrets().length).toBe(before + 1);
    expect((await askingAs(office)('s', 'study.signIn', signIn('x'))).name).toBe('x');
    office.close();
  });

  test('that fails half-way leaves no file and no secret behind', async () => {
    const before = secrets();
    const office = anotherOffice({
      onWriteStep: (step) => {
        if (step === 'written') throw new Error('the disk is full');
      },
    });
    office.useFolder(join(here.folder, 'new'));
    await expect(create(office)).rejects.toThrow('failed');
    expect(readdirSync(join(here.folder, 'new'))).toEqual([]);
    expect(secrets()).toEqual(before);
    office.close();
  });
});

describe('two values for one setting at the same time', () => {
  test('do not overwrite one another unseen: the second is told to look again', async () => {
    const { ask } = open;
    // What a study owes when its manager comes is done first.
    await ask('manager', 'study.status', {});
    const stored = await Promise.allSettled([
      ask('manager', 'study.recordAgreement', { agreement: { subject: 'one' } }),
      ask('manager', 'study.recordAgreement', { agreement: { purpose: 'two' } }),
    ]);
    expect(stored.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await ask('manager', 'study.recordAgreement', { agreement: { purpose: 'two' } });
    await ask('manager', 'study.recordAgreement', { agreement: { subject: 'one' } });
    expect((await ask('manager', 'study.agreement', {})).agreement).toEqual({ subject: 'one', purpose: 'two' });
  });
});

describe('a second office', () => {
  test('does not get into a study that is open, and does once it is closed', async () => {
    const second = anotherOffice();
    second.useFolder(open.folder);
    const enter = () => askingAs(second)('s', 'study.signIn', signIn('manager'));
    expect((await refusalOf(enter())).problem).toBe('study.open-elsewhere');
    open.office.close();
    expect((await enter()).name).toBe('manager');
    expect(readdirSync(open.folder).filter((name) => name.startsWith('office'))).toEqual(['office.lock']);
    second.close();
  });

  test('gets in after the first one was killed', async () => {
    open.office.close();
    const path = join(here.folder, 'office.lock');
    const program = `const { takeOfficeLock } = await import(${JSON.stringify(lockModule)});
      globalThis.letGo = takeOfficeLock(${JSON.stringify(path)});
      process.stdout.write('taken');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      expect(problemOf(() => takeOfficeLock(path))).toBe('study.open-elsewhere');
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'close');
    takeOfficeLock(path)();
  });
});
