/**
 * The staff of a study: whoever adds someone cannot act as them, a forgotten passphrase is mended by another holder of the same keys, and
 * whoever is removed is out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agreement } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import type { KeyName, Role } from '../../shared/study/person.ts';
import type { Invited } from '../../shared/views.ts';
import { officeWithStudy, passphraseOf, type TestOffice, temporaryFolder } from './office.ts';
import { deliveryOf, residents } from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

const confidentialityOn = day('2026-01-15');
const today = () => day('2026-02-23');

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;

beforeEach(async () => {
  here = temporaryFolder();
  open = await officeWithStudy(here.folder, { practice: false, today });
});
afterEach(() => {
  open.office.close();
  here.remove();
});

const add = async (name: string, ...roles: readonly Role[]): Promise<Invited> => {
  const { invited } = await open.ask('manager', 'study.addPerson', { name, roles: [...roles], confidentialityOn });
  return invited!;
};
const signIn = (name: string, passphrase = passphraseOf(name), chosen?: string) =>
  open.ask(name, 'study.signIn', { name, passphrase, ...(chosen === undefined ? {} : { chosen }) });
const enter = ({ name, oneTimePassphrase }: Invited) => signIn(name, oneTimePassphrase, passphraseOf(name));
const staff = async (name: string) =>
  (await open.ask('manager', 'study.people', {})).people.find((one) => one.name === name);

/** The keyring as it stands in the folder. */
const keyring = () => new Uint8Array(readFileSync(join(open.folder, 'keyring')));
/** What someone gets out of a keyring file with a passphrase and the device secret, by code of their own: a vault and the keys that are missing. */
async function unlock(file: Uint8Array, name: string, passphrase: string, chosen?: string) {
  const { study, epoch } = readKeyringHeader(file);
  const { deviceSecrets, secretOf } = open.host;
  const vault: OpenVault = openVaultHere();
  const own = chosen === undefined ? [] : [secretOf(chosen)];
  const opened = await vault.ask('unlock', file, deviceSecrets.find(study, epoch)!, name, secretOf(passphrase), ...own);
  return { vault, awaited: opened.awaited };
}

describe('someone who was added', () => {
  test('is in only with a passphrase of their own, after which the one-time passphrase opens nothing', async () => {
    const invited = await add('second', 'manager');
    const { oneTimePassphrase: oneTime } = invited;
    expect(oneTime.split('-').length).toBe(8);
    expect(await staff('second')).toMatchObject({ isInvited: true, awaited: [] });
    expect((await refusalOf(signIn('second', oneTime))).problem).toBe('session.choose-passphrase');
    expect((await refusalOf(signIn('second', oneTime, 'too short'))).problem).toBe('study.passphrase-too-short');
    expect((await refusalOf(signIn('second', oneTime, oneTime))).problem).toBe('study.passphrase-same');
    expect((await refusalOf(signIn('second', passphraseOf('x'), passphraseOf('second')))).problem).toBe(
      'session.wrong-name-or-passphrase',
    );
    expect(await staff('second')).toMatchObject({ isInvited: true });

    expect(await enter(invited)).toMatchObject({ roles: ['manager'], awaited: [] });
    expect(await staff('second')).toMatchObject({ isInvited: false, awaited: [] });
    await open.ask('second', 'study.signOut', {});
    for (const chosen of [undefined, passphraseOf('another')])
      expect((await refusalOf(signIn('second', oneTime, chosen))).problem).toBe('session.wrong-name-or-passphrase');
    expect((await signIn('second')).roles).toEqual(['manager']);
    const acts = (await open.ask('officer', 'study.journal', { entries: 500 })).entries;
    expect(acts.filter(({ by }) => by === 'second').map(({ act }) => act)).toEqual([
      'study.choosePassphrase',
      'study.signIn',
      'study.signIn',
    ]);
  });

  test('cannot be acted for: not with the one-time passphrase and an older keyring, for any key that the adder lacks', async () => {
    const invited = await add('second', 'researcher');
    const before = keyring();
    await enter(invited);
    await open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    const { oneTimePassphrase: oneTime } = invited;
    // The control: by their own passphrase the keys are there.
    expect((await unlock(keyring(), 'second', passphraseOf('second'))).awaited).toEqual([]);

    await expect(unlock(keyring(), 'second', oneTime)).rejects.toMatchObject({
      problem: { problem: 'session.wrong-name-or-passphrase' },
    });
    const asThem = await unlock(before, 'second', oneTime, passphraseOf('whoever added them'));
    expect(asThem.awaited).toEqual(['draft', 'answers']);
    const opening = asThem.vault.ask('openResponses', []);
    expect((await refusalOf(opening)).problem).toBe('session.key-awaited');
    // Put back in the study folder it gives them no more: nobody passes keys on to whoever did not choose a passphrase.
    writeFileSync(join(open.folder, 'keyring'), before);
    const passing = open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    expect((await refusalOf(passing)).problem).toBe('study.not-signed-in-yet');
  });

  test('gets the keys that the adder lacks from who holds them, and not before they chose a passphrase', async () => {
    const invited = await add('second', 'researcher');
    expect(await staff('second')).toMatchObject({ isInvited: true, awaited: ['draft', 'answers'] });
    const passOn = () => open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    expect((await refusalOf(passOn())).problem).toBe('study.not-signed-in-yet');
    expect((await enter(invited)).awaited).toEqual(['draft', 'answers']);
    const byManager = open.ask('manager', 'study.passKeysOn', { to: 'second' });
    expect((await refusalOf(byManager)).problem).toBe('study.nothing-to-pass-on');
    await passOn();
    expect(await staff('second')).toMatchObject({ isInvited: false, awaited: [] });
  });

  test('has no passphrase of another’s choosing in a real study; in a practice study they may', async () => {
    const person = {
      name: 'second',
      roles: ['officer' as const],
      confidentialityOn,
      passphrase: passphraseOf('second'),
    };
    const adding = open.ask('manager', 'study.addPerson', person);
    expect((await refusalOf(adding)).problem).toBe('study.passphrase-for-another');
    const founder = { name: 'a', roles: ['manager' as const], confidentialityOn, passphrase: passphraseOf('a') };
    const other = { name: 'b', roles: ['researcher' as const], confidentialityOn, passphrase: passphraseOf('b') };
    const create = (practice: boolean, people: (typeof founder | typeof other)[]) =>
      open.ask('door', 'study.create', { title: 'T', practice, people, where: 'chosen' });
    open.office.useFolder(join(here.folder, 'next'));
    expect((await refusalOf(create(false, [founder, other]))).problem).toBe('study.passphrase-for-another');
    expect((await refusalOf(create(false, [other, founder]))).problem).toBe('study.passphrase-for-another');
    const { passphrase: _, ...unnamed } = founder;
    expect((await refusalOf(create(false, [unnamed as never, other]))).problem).toBe('study.passphrase-for-another');
    expect((await create(true, [founder, other])).invited).toEqual([]);
    await open.ask('a', 'study.signIn', { name: 'a', passphrase: passphraseOf('a') });
    expect((await open.ask('a', 'study.addPerson', person)).invited).toBeUndefined();
  });

  test('is not active before the day of their confidentiality statement', async () => {
    const later = day('2026-02-24');
    const { invited } = await open.ask('manager', 'study.addPerson', {
      name: 'later',
      roles: ['officer'],
      confidentialityOn: later,
    });
    expect(await refusalOf(enter(invited!))).toEqual({ problem: 'session.not-active-yet', from: later });
    expect(await staff('later')).toMatchObject({ isInvited: true });
  });
});

describe('a forgotten passphrase', () => {
  test('is mended by another holder: they are signed out, the old passphrase opens nothing, the keys come back', async () => {
    await enter(await add('second', 'manager'));
    const before = keyring();
    const invited = await open.ask('manager', 'study.renewPerson', { name: 'second' });
    expect((await refusalOf(open.ask('second', 'study.status', {}))).problem).toBe('session.nobody-signed-in');
    expect((await refusalOf(signIn('second'))).problem).toBe('session.wrong-name-or-passphrase');
    expect((await signIn('second', invited.oneTimePassphrase, 'another passphrase of theirs')).awaited).toEqual([]);
    expect((await open.ask('second', 'study.bureau', {})).bureau).toBeUndefined();
    await open.ask('second', 'study.signOut', {});
    expect((await signIn('second', 'another passphrase of theirs')).roles).toEqual(['manager']);
    // The control: the keyring of before did open by the old one.
    expect((await unlock(before, 'second', passphraseOf('second'))).awaited).toEqual([]);
  });

  test('by someone with other keys brings back what that one holds; the rest is passed on by another', async () => {
    await enter(await add('second', 'researcher'));
    await open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    const invited = await open.ask('manager', 'study.renewPerson', { name: 'second' });
    expect((await enter(invited)).awaited).toEqual(['draft', 'answers']);
    await open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    expect(await staff('second')).toMatchObject({ awaited: [] });
  });

  test('of the only holder is not: the data would be lost, and nobody renews or removes themselves', async () => {
    const keys: readonly KeyName[] = ['answers'];
    for (const name of ['study.renewPerson', 'study.removePerson'] as const) {
      expect(await refusalOf(open.ask('manager', name, { name: 'researcher' }))).toEqual({
        problem: 'study.only-holder',
        keys,
      });
      expect((await refusalOf(open.ask('manager', name, { name: 'manager' }))).problem).toBe('study.not-yourself');
      expect((await refusalOf(open.ask('manager', name, { name: 'nobody' }))).problem).toBe('study.person-unknown');
    }
    // With a second holder it is possible.
    await enter(await add('second', 'researcher'));
    await open.ask('researcher', 'study.passKeysOn', { to: 'second' });
    expect((await open.ask('manager', 'study.renewPerson', { name: 'researcher' })).name).toBe('researcher');
  });

  test('is not asked of who only wants another: they give the present one', async () => {
    const change = (passphrase: string, chosen: string) =>
      open.ask('officer', 'study.changePassphrase', { passphrase, chosen });
    const own = passphraseOf('officer');
    expect((await refusalOf(change('not theirs at all', 'a new passphrase'))).problem).toBe(
      'session.wrong-name-or-passphrase',
    );
    expect((await refusalOf(change(own, 'short'))).problem).toBe('study.passphrase-too-short');
    expect((await refusalOf(change(own, own))).problem).toBe('study.passphrase-same');
    await change(own, 'a new passphrase');
    await open.ask('officer', 'study.signOut', {});
    expect((await refusalOf(signIn('officer'))).problem).toBe('session.wrong-name-or-passphrase');
    expect((await signIn('officer', 'a new passphrase')).roles).toEqual(['officer']);
  });
});

describe('two holders of every key', () => {
  const accept = () => {
    const path = join(here.folder, 'residents.csv');
    writeFileSync(path, deliveryOf([{ surname: 'Aalbersma', by: ['email'] }]));
    return open.ask('manager', 'intake.accept', { group: residents, files: [{ file: open.host.offerSource(path) }] });
  };
  beforeEach(async () => {
    await open.ask('manager', 'study.recordAgreement', { agreement });
    await open.ask('manager', 'study.addGroup', { code: residents, title: 'Bewoners', consentBasis: 'no-objection' });
  });
  const few = async () => (await open.ask('manager', 'study.holders', {})).few;

  test('are asked for before anyone is taken in, unless someone signed for the risk', async () => {
    const keys = ['contact', 'link', 'answers'];
    expect(await few()).toEqual(keys);
    expect((await open.ask('manager', 'study.status', {})).fewHolders).toEqual(keys);
    expect(await refusalOf(accept())).toEqual({ problem: 'study.too-few-holders', keys });
    const signing = open.ask('researcher', 'study.acceptFewHolders', { by: 'D. Directeur' });
    expect((await refusalOf(signing)).problem).toBe('session.role-not-allowed');
    const signed = await open.ask('manager', 'study.acceptFewHolders', { by: 'D. Directeur' });
    expect(signed).toMatchObject({ few: keys, accepted: { by: 'D. Directeur', on: today() } });
    expect((await open.ask('manager', 'study.status', {})).fewHolders).toEqual([]);
    expect((await accept()).accepted).toBe(1);
    const { entries } = await open.ask('officer', 'study.journal', { entries: 500 });
    expect(entries.find(({ act }) => act === 'study.acceptFewHolders')?.detail).toEqual({ keys: keys.join(' ') });
  });

  test('are there when a second manager and a second researcher chose a passphrase, not when they were only invited', async () => {
    const manager = await add('second manager', 'manager');
    const researcher = await add('second researcher', 'researcher');
    expect(await few()).toEqual(['contact', 'link', 'answers']);
    await enter(manager);
    expect(await few()).toEqual(['answers']);
    await enter(researcher);
    expect(await few()).toEqual(['answers']);
    await open.ask('researcher', 'study.passKeysOn', { to: 'second researcher' });
    expect(await few()).toEqual([]);
    expect((await accept()).accepted).toBe(1);
    // One person with both roles holds all keys, and is one person.
    await open.ask('manager', 'study.removePerson', { name: 'second manager' });
    expect(await few()).toEqual(['contact', 'link']);
    expect((await open.ask('manager', 'study.status', {})).fewHolders).toEqual(['contact', 'link']);
  });
});

describe('someone who is removed', () => {
  test('is signed out where they are, is let in no more, and turns the study to other keys', async () => {
    await enter(await add('second', 'manager'));
    expect((await open.ask('second', 'study.people', {})).people.length).toBe(5);
    const before = readKeyringHeader(keyring()).epoch;
    const { people } = await open.ask('manager', 'study.removePerson', { name: 'second' });
    expect(people.map(({ name }) => name)).not.toContain('second');
    expect((await refusalOf(open.ask('second', 'study.people', {}))).problem).toBe('session.nobody-signed-in');
    expect((await refusalOf(signIn('second'))).problem).toBe('session.wrong-name-or-passphrase');
    expect(readKeyringHeader(keyring()).epoch).toBe(before + 1);
    // Everyone else goes on where they are.
    for (const seat of ['manager', 'researcher', 'interviewer', 'officer'])
      expect((await open.ask(seat, 'study.status', {})).title).toBe('A study');
    const { entries } = await open.ask('officer', 'study.journal', { entries: 500 });
    const removal = entries.findLast(({ act }) => act === 'study.removePerson');
    expect(removal).toMatchObject({ by: 'manager', detail: { epoch: before + 1 } });
  });

  test('one person with two roles has the keys of both, and the journal says so', async () => {
    const both = await add('both', 'manager', 'researcher');
    await enter(both);
    await open.ask('researcher', 'study.passKeysOn', { to: 'both' });
    expect(await staff('both')).toMatchObject({ roles: ['manager', 'researcher'], awaited: [] });
    expect((await open.ask('both', 'export.plan', {})).groups).toEqual([]);
    expect((await open.ask('both', 'study.bureau', {})).bureau).toBeUndefined();
    const { entries } = await open.ask('officer', 'study.journal', { entries: 500 });
    const theirs = entries.find(({ act, by }) => act === 'study.signIn' && by === 'both');
    expect(theirs?.detail).toEqual({ roles: 'manager researcher' });
  });
});
