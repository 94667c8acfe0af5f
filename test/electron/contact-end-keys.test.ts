/** After the last day on which contact data may be used interviewers' keys are gone, and an older copy of the folder is of no use either. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readKeyring, readKeyringHeader } from '../../electron/vault/keyring.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, day } from '../../shared/calendar.ts';
import { atWork, callDay } from './at-work.ts';
import { openEverything } from './epoch-cut/everything.ts';
import { officeWithStudy, passphraseOf, temporaryFolder } from './office.ts';
import { firstDay, type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await atWork(study);
});

const folder = () => join(study.folder, 'study');
const signIn = (name: string) => study.ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
const problem = async (asked: Promise<unknown>) => (await refusalOf(asked)).problem;
function keyring() {
  const file = new Uint8Array(readFileSync(join(folder(), 'keyring')));
  const { study: id, epoch } = readKeyringHeader(file);
  return readKeyring(file, study.host.deviceSecrets.find(id, epoch)!);
}
const heldBy = (name: string) => Object.keys(keyring().people.find((one) => one.name === name)!.keys);

async function endContact(): Promise<void> {
  const { endsOn } = (await study.ask('manager', 'study.agreement', {})).agreement;
  for (const name of ['manager', 'researcher', 'officer', 'interviewer', 'second', 'third'])
    await study.ask(name, 'study.signOut', {}).catch(() => undefined);
  await signIn('officer');
  await study.ask('officer', 'study.moveClock', { today: addDays(endsOn!, 1) });
  await study.ask('officer', 'study.signOut', {});
}

test('whoever signs in first after the end takes the keys of interviewers out of the keyring, also the interviewer', async () => {
  expect(heldBy('interviewer')).toEqual(['study', 'draft']);
  await endContact();
  expect(await problem(signIn('interviewer'))).toBe('session.study-ended');
  expect([heldBy('interviewer'), heldBy('second')]).toEqual([[], []]);
  expect(await problem(signIn('interviewer'))).toBe('session.study-ended');
  // The others have what they need for the dataset and the destruction.
  await signIn('researcher');
  await signIn('manager');
  expect(heldBy('researcher')).toEqual(['study', 'draft', 'answers']);
  expect((await study.ask('researcher', 'destruction.plan', {})).goes.responses).toBe(2);
});

test('with the manager comes a new epoch: what interviewers had copied opens nothing any more', async () => {
  const copied = join(study.folder, 'copied');
  const id = study.rows<{ id: string }>('SELECT id FROM study')[0]!.id;
  cpSync(folder(), copied, { recursive: true });
  await endContact();
  await signIn('manager');
  await study.ask('manager', 'study.status', {});
  const { deviceSecrets, secretOf } = study.host;
  expect(deviceSecrets.epochs(id)).toEqual([2]);
  const attack = { databaseIn: copied, deviceSecret: deviceSecrets.find(id, 2)!, secretOf };
  expect(openEverything({ ...attack, keyringIn: copied }).texts).toEqual([]);
  expect(openEverything({ ...attack, keyringIn: folder() }).cases).toEqual([]);
  // The control: what stands now opens with the manager's keys, and nobody was lost.
  expect(openEverything({ ...attack, keyringIn: folder(), databaseIn: folder() }).cases.length).toBe(11);
  expect(await study.acts().catch(() => signIn('officer').then(() => study.acts()))).toContain('study.endContact');
});

test('a call that was open at the end is put down, and what was answered in it waits for the destruction', async () => {
  // The day of the appointments.
  await study.moveTo(addDays(callDay, 1));
  await study.ask('interviewer', 'contact.nextCase', {});
  expect(study.rows('SELECT id FROM cases WHERE held_by IS NOT NULL').length).toBe(1);
  await endContact();
  // Also before a manager is there: the key in hand would open with an interviewer's own.
  await signIn('officer');
  expect(study.rows('SELECT id FROM cases WHERE held_by IS NOT NULL OR handed_key IS NOT NULL')).toEqual([]);
  expect(study.rows('SELECT id FROM drafts').length).toBe(1);
});

test('on the last day nothing is taken away; the next day no interviewer gets a key any more', async () => {
  const { endsOn } = (await study.ask('manager', 'study.agreement', {})).agreement;
  await study.moveTo(endsOn!);
  await study.ask('officer', 'study.signOut', {});
  await signIn('officer');
  expect(heldBy('interviewer')).toEqual(['study', 'draft']);
  await endContact();
  await signIn('manager');
  await signIn('researcher');
  const late = { name: 'late', roles: ['interviewer' as const], confidentialityOn: firstDay };
  await study.ask('manager', 'study.addPerson', { ...late, passphrase: passphraseOf('late') });
  for (const who of ['manager', 'researcher'])
    expect(await problem(study.ask(who, 'study.passKeysOn', { to: 'late' }))).toBe('study.nothing-to-pass-on');
  expect(heldBy('late')).toEqual([]);
});

test('as long as nothing was taken in, a wrong day of the agreement takes no key from anyone', async () => {
  const here = temporaryFolder();
  const open = await officeWithStudy(here.folder);
  try {
    await open.ask('manager', 'study.moveClock', { today: firstDay });
    const wrong = { startsOn: day('2025-02-23'), endsOn: day('2025-06-30') };
    await open.ask('manager', 'study.recordAgreement', { agreement: wrong });
    const again = (name: string) => open.ask(`${name} again`, 'study.signIn', { name, passphrase: passphraseOf(name) });
    await again('manager');
    expect(await problem(open.ask('manager', 'schedule.due', {}))).toBe('study.contact-ended');
    await open.ask('manager', 'study.recordAgreement', { agreement: { endsOn: day('2026-06-30') } });
    expect((await again('interviewer')).awaited).toEqual([]);
    expect((await open.ask('interviewer again', 'schedule.due', {})).steps).toEqual([]);
  } finally {
    open.office.close();
    here.remove();
  }
});
