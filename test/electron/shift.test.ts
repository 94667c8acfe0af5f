/** The shift of the call room: who gets cases by it and until when, and the PIN that counts as long as it is open. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../electron/desk.ts';
import { filesBelow } from '../../electron/files/find-traces.ts';
import { agreement } from '../../electron/practice/study-set-up.ts';
import { type OpenVault, operate } from '../../electron/vault/open-vault.ts';
import type { PinSealed } from '../../electron/vault/shift-keys.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { isEasyPin } from '../../shared/study/pin.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { passphraseOf } from './office.ts';
import { type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

/** A vault that lets a test look inside. */
class GlassVault extends Vault {
  get contactKey(): Uint8Array | undefined {
    return this.keys.contact;
  }
}

let prepared: PreparedStudy;
let clock: TestClock;
let study: StudyInUse;
let news: string[];
let vaults: { readonly vault: GlassVault; isOpen: boolean }[];
/** Everything that went in and out of vaults, and so through the office. */
let seen: { readonly operation: string; readonly text: string; readonly answer: unknown }[];

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one)) ?? '';

function openGlassVault(): OpenVault {
  const opened = { vault: new GlassVault(), isOpen: true };
  vaults.push(opened);
  return {
    async ask(operation, ...input) {
      if (!opened.isOpen) return refuse('session.keys-gone', {});
      const answer = operate(opened.vault, operation, input);
      seen.push({ operation, text: textOf([input, answer]), answer });
      return answer as never;
    },
    close() {
      opened.isOpen = false;
    },
  };
}

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
const windows = (): Partial<Host> => ({
  clock,
  openVault: openGlassVault,
  onNews: (seat, told) => void news.push(`${seat} ${told}`),
});
beforeEach(async () => {
  clock = testClock();
  news = [];
  vaults = [];
  seen = [];
  study = await prepared.open(windows());
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
});

const open = (until = '21:00') => study.ask('manager', 'contact.openShift', { until });
const nextCase = (who = 'interviewer') => study.ask(who, 'contact.nextCase', {});
const problemOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).problem;
const pin = '480517';
const unlock = (how: { pin: string } | { passphrase: string }) => study.ask('interviewer', 'study.unlock', how);
async function lockedWithPin(chosen = pin): Promise<void> {
  await open();
  await study.ask('interviewer', 'study.setPin', { pin: chosen });
  await study.ask('interviewer', 'study.lock', {});
}

describe('a shift', () => {
  test('gives cases out while no manager is there; without one nobody does', async () => {
    await study.ask('manager', 'study.lock', {});
    expect(await problemOf(nextCase())).toBe('contact.no-shift');
    await study.ask('manager', 'study.unlock', { passphrase: passphraseOf('manager') });
    expect(await study.ask('interviewer', 'contact.shift', {})).toEqual({ hasPin: false, mayChoosePin: false });
    expect(await open()).toMatchObject({ until: '21:00', openedBy: 'manager', mayChoosePin: false });
    expect(await study.ask('interviewer', 'contact.shift', {})).toMatchObject({ until: '21:00', mayChoosePin: true });
    await study.ask('manager', 'study.lock', {});
    expect((await nextCase()).kind).toBe('case');
    await study.ask('manager', 'study.signOut', {});
    expect((await nextCase('second')).kind).toBe('case');
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  });

  test('gets the contact key in a form that the office cannot read', async () => {
    await open();
    const key = vaults.map(({ vault }) => vault.contactKey).find((one) => one !== undefined)!;
    const holders = vaults.filter(({ vault }) => Buffer.compare(vault.contactKey ?? new Uint8Array(), key) === 0);
    // The manager's and that of the shift.
    expect(holders).toHaveLength(2);
    const carried = (bytes: Uint8Array) => {
      const text = Buffer.from(bytes).toString('base64').replace(/=+$/, '');
      return seen.filter((one) => one.text.includes(text)).map(({ operation }) => operation);
    };
    const [publicKey] = seen.filter(({ operation }) => operation === 'beginShift').map(({ answer }) => answer);
    expect(carried(publicKey as Uint8Array)).toEqual(['beginShift', 'giveContact']);
    expect(carried(key)).toEqual([]);
  });

  test('ends at its hour, and not before', async () => {
    const minutes = { manager: 60, researcher: 60, interviewer: 60, officer: 60 };
    await study.ask('manager', 'study.setIdleTimes', { minutes });
    await open('09:30');
    clock.pass(29);
    expect((await study.ask('interviewer', 'contact.shift', {})).until).toBe('09:30');
    const shift = vaults.at(-1)!;
    expect(shift.isOpen).toBe(true);
    clock.pass(1.1);
    expect(shift.isOpen).toBe(false);
    expect(await study.ask('interviewer', 'contact.shift', {})).toEqual({ hasPin: false, mayChoosePin: false });
    await study.ask('manager', 'study.signOut', {});
    expect(await problemOf(nextCase())).toBe('contact.no-shift');
    expect(news).toContain('interviewer shift');
    expect((await study.acts()).filter((act) => /Shift/.test(act))).toEqual([
      'contact.openShift',
      'contact.closeShift',
    ]);
  });

  test('does not last longer when the hour is set back, nor when the machine slept through its hour', async () => {
    await open('10:00');
    clock.set(8);
    clock.pass(61);
    expect(vaults.filter(({ isOpen }) => isOpen)).toHaveLength(0);
    await study.restart(windows());
    clock.set(9);
    await open('10:00');
    const shift = vaults.at(-1)!;
    clock.sleep(24 * 60);
    clock.pass(0.2);
    expect(shift.isOpen).toBe(false);
  });

  test('gets another hour while it is open, and only one that is still to come', async () => {
    expect(await problemOf(open('09:00'))).toBe('contact.shift-hour-over');
    expect(await problemOf(open('9:30'))).toBe('request.input-invalid');
    await lockedWithPin();
    const before = vaults.length;
    expect((await open('22:00')).until).toBe('22:00');
    expect(vaults).toHaveLength(before);
    await unlock({ pin });
    expect((await study.ask('interviewer', 'contact.shift', {})).hasPin).toBe(true);
  });

  test('ends when a manager closes it, when the last day is over, and with the study', async () => {
    await open();
    const closed = vaults.at(-1)!;
    expect(await study.ask('manager', 'contact.closeShift', {})).toEqual({ hasPin: false, mayChoosePin: false });
    expect(closed.isOpen).toBe(false);
    await study.ask('manager', 'contact.closeShift', {});

    await study.moveTo(agreement.endsOn!);
    await open();
    const over = vaults.at(-1)!;
    clock.pass(0.2);
    expect(over.isOpen).toBe(true);
    await study.moveTo(addDays(agreement.endsOn!, 1));
    clock.pass(0.2);
    expect(over.isOpen).toBe(false);
    expect(await problemOf(open())).toBe('study.contact-ended');
  });

  test('ends when nobody has a place any more, and not while someone is locked', async () => {
    await open();
    const shift = vaults.at(-1)!;
    for (const who of ['manager', 'researcher', 'officer', 'second', 'third'])
      await study.ask(who, 'study.signOut', {});
    await study.ask('interviewer', 'study.lock', {});
    expect(shift.isOpen).toBe(true);
    await study.ask('interviewer', 'study.signOut', {});
    expect(shift.isOpen).toBe(false);
  });

  test('goes on with the key of a new epoch, and whoever was removed while locked has no place any more', async () => {
    await open();
    for (const who of ['second', 'third']) {
      await study.ask(who, 'study.setPin', { pin });
      await study.ask(who, 'study.lock', {});
    }
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    await study.ask('manager', 'study.signOut', {});
    expect(await problemOf(study.ask('third', 'study.unlock', { pin }))).toBe('session.nobody-signed-in');
    expect((await study.ask('second', 'study.unlock', { pin })).name).toBe('second');
    expect((await nextCase('second')).kind).toBe('case');
    await study.ask('second', 'interview.begin', { consent: 'spoken' });
  });
});

describe('a PIN', () => {
  test('unlocks during the shift, with the case in hand and the interview at its item', async () => {
    await open();
    await study.ask('interviewer', 'study.setPin', { pin });
    await nextCase();
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'welkom' as ItemName, answer: null });
    const at = await study.ask('interviewer', 'interview.answer', { item: 'hulp' as ItemName, answer: 'ja' });
    await study.ask('interviewer', 'study.lock', {});
    expect((await study.ask('interviewer', 'study.here', {})).locked).toEqual({
      name: 'interviewer',
      roles: ['interviewer'],
      hasPin: true,
    });
    expect(await unlock({ pin })).toEqual({ name: 'interviewer', roles: ['interviewer'], awaited: [] });
    expect(await study.ask('interviewer', 'interview.see', { item: at.next!.item })).toEqual(at);
    await study.ask('interviewer', 'interview.answer', { item: at.next!.item, answer: 3 });
    expect(await study.acts()).toContain('study.unlock');
  });

  test('is gone after three wrong ones, and the passphrase is needed', async () => {
    await lockedWithPin();
    const wrong = () => refusalOf(unlock({ pin: '111112' }));
    expect(await wrong()).toEqual({ problem: 'session.wrong-pin', left: 2 });
    expect(await wrong()).toEqual({ problem: 'session.wrong-pin', left: 1 });
    expect(await wrong()).toEqual({ problem: 'session.pin-gone' });
    expect((await study.ask('interviewer', 'study.here', {})).locked?.hasPin).toBe(false);
    expect(await problemOf(unlock({ pin }))).toBe('session.pin-gone');
    expect((await study.acts()).filter((act) => act === 'study.wrongPin')).toHaveLength(3);
    await unlock({ passphrase: passphraseOf('interviewer') });
    expect((await nextCase()).kind).toBe('case');
  });

  test('counts anew after a right one', async () => {
    await lockedWithPin();
    for (let times = 0; times < 3; times += 1) {
      for (const left of [2, 1])
        expect(await refusalOf(unlock({ pin: '111112' }))).toEqual({ problem: 'session.wrong-pin', left });
      await unlock({ pin });
      await study.ask('interviewer', 'study.lock', {});
    }
  });

  test('is no more when the shift is over, when another one is opened, and when its owner signed out', async () => {
    await lockedWithPin();
    await study.ask('manager', 'contact.closeShift', {});
    expect(await problemOf(unlock({ pin }))).toBe('session.pin-gone');
    await open();
    expect(await problemOf(unlock({ pin }))).toBe('session.pin-gone');
    await unlock({ passphrase: passphraseOf('interviewer') });
    await study.ask('interviewer', 'study.setPin', { pin });
    await study.ask('interviewer', 'study.signOut', {});
    const secret = { passphrase: passphraseOf('interviewer') };
    await study.ask('interviewer', 'study.signIn', { name: 'interviewer', ...secret });
    expect((await study.ask('interviewer', 'contact.shift', {})).hasPin).toBe(false);
    await study.ask('interviewer', 'study.lock', {});
    expect(await problemOf(unlock({ pin }))).toBe('session.pin-gone');
  });

  test('is for whoever only interviews, during a shift, and not one that everyone tries first', async () => {
    expect(await problemOf(study.ask('interviewer', 'study.setPin', { pin }))).toBe('session.pin-without-shift');
    await open();
    expect(await problemOf(study.ask('manager', 'study.setPin', { pin }))).toBe('session.role-not-allowed');
    for (const bad of ['12345', '1234567', 'abcdef', ''])
      expect(await problemOf(study.ask('interviewer', 'study.setPin', { pin: bad }))).toBe('request.input-invalid');
    const easy = ['000000', '123456', '987654', '121212', '123123'];
    for (const bad of easy)
      expect(await problemOf(study.ask('interviewer', 'study.setPin', { pin: bad }))).toBe('session.pin-too-easy');
    expect([pin, '112233', '314159', '100000'].filter(isEasyPin)).toEqual([]);
  });

  test('leaves nothing on the disk, and nothing that opens without the vault of the shift', async () => {
    const files = await filesBelow(study.folder);
    const holding = (bytes: Uint8Array) => files.filter((path) => readFileSync(path).includes(Buffer.from(bytes)));
    // Six digits stand somewhere in random ones now and then.
    const own = [pin, '705148', '841507'].find((one) => holding(Buffer.from(one)).length === 0)!;
    await lockedWithPin(own);
    const { answer } = seen.findLast(({ operation }) => operation === 'sealForPin')!;
    const { salt, sealed } = answer as PinSealed;
    expect(await filesBelow(study.folder)).toEqual(files);
    expect(holding(readFileSync(join(study.folder, 'study', 'keyring')).subarray(0, 60))).toHaveLength(1);
    for (const bytes of [salt, sealed, Buffer.from(own)]) expect(holding(bytes)).toEqual([]);
    // With the right PIN, and the pepper of another shift that was shown the same PIN.
    const shift = new Vault();
    const publicKey = shift.beginShift();
    const vault = new Vault();
    const id = 'someone' as never;
    const pepper = shift.makePepper(vault.showPin(id, own, publicKey, salt));
    const file = new Uint8Array(readFileSync(join(study.folder, 'study', 'keyring')));
    expect(() => vault.unlockWithPin(file, new Uint8Array(32), { study: 's', id, sealed }, pepper)).toThrow(
      'study.damaged',
    );
  });
});
