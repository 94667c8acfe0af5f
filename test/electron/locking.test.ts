/** Locking: when a place locks and when it does not, what is gone then, what is kept, and how someone comes back. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../electron/desk.ts';
import { openOffice } from '../../electron/office.ts';
import type { SeatId } from '../../electron/session.ts';
import { type OpenVault, openVaultProcess } from '../../electron/vault/open-vault.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { type RequestName, requestNames } from '../../shared/contract.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { askedOf } from './asked-of.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { officeWithStudy, passphraseOf, quickHost, temporaryFolder } from './office.ts';
import { type PreparedStudy, phoneFirst, prepareStudy, residents, returnsOf, type StudyInUse } from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
let clock: TestClock;
/** Seats that were told that they are locked, in order. */
let told: string[];
let study: StudyInUse;

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

const windows = (): Partial<Host> => ({ clock, onNews: (seat, news) => void told.push(`${seat} ${news}`) });
beforeEach(async () => {
  clock = testClock();
  told = [];
  study = await prepared.open(windows());
});

/** Something that waits until it is released. */
function held(): { readonly promise: Promise<void>; release(): void } {
  let release = () => {};
  const promise = new Promise<void>((done) => {
    release = done;
  });
  return { promise, release: () => release() };
}

/** Vaults that stop at an operation until they are released. */
function heldAt(stop: Parameters<OpenVault['ask']>[0]) {
  const { promise, release } = held();
  const { promise: reached, release: reach } = held();
  const openVault = (): OpenVault => {
    const vault = openVaultHere();
    return {
      async ask(operation, ...input) {
        if (operation === stop) {
          reach();
          await promise;
        }
        return vault.ask(operation, ...input);
      },
      close: () => vault.close(),
    };
  };
  return { openVault, reached, release };
}

const problemAt = async (seat: string, name: RequestName = 'study.status') => {
  try {
    return (await refusalOf(study.ask(seat, name, {} as never))).problem;
  } catch {
    return 'answered';
  }
};
const unlock = (who: string) => study.ask(who, 'study.unlock', { passphrase: passphraseOf(who) });
/** A case in the hand of the interviewer. */
async function takeCase(): Promise<void> {
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  expect((await study.ask('interviewer', 'contact.nextCase', {})).kind).toBe('case');
}

describe('a place that nobody is at', () => {
  test.each([
    ['manager', 5],
    ['researcher', 5],
    ['officer', 5],
    ['interviewer', 10],
  ])('of a %s locks after %i minutes and not before', async (who, minutes) => {
    await study.ask(who, 'study.stillHere', {});
    clock.pass(minutes - 0.2);
    expect(told).not.toContain(`${who} locked`);
    expect(await problemAt(who, 'study.stillHere')).toBe('answered');
    clock.pass(minutes + 0.2);
    expect(told).toContain(`${who} locked`);
    expect(await problemAt(who)).toBe('session.locked');
  });

  test('never during a call, and after it like any other', async () => {
    await takeCase();
    clock.pass(120);
    expect(told.toSorted()).toEqual(
      ['manager', 'officer', 'researcher', 'second', 'third'].map((who) => `${who} locked`),
    );
    expect(await problemAt('interviewer')).toBe('answered');
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    clock.pass(9.8);
    expect(told).not.toContain('interviewer locked');
    clock.pass(0.4);
    expect(told).toContain('interviewer locked');
  });

  test('stays open under the hands of whoever works, and not for what a window asks by itself', async () => {
    for (let minute = 0; minute < 12; minute += 1) {
      clock.pass(1);
      await study.ask('manager', 'study.stillHere', {});
      await study.ask('researcher', 'study.here', {});
    }
    expect(told).not.toContain('manager locked');
    expect(told).toContain('researcher locked');
  });

  test('locks after the times that the manager set, between one minute and an hour', async () => {
    const times = { manager: 60, researcher: 1, interviewer: 2, officer: 60 };
    await study.ask('manager', 'study.setIdleTimes', { minutes: times });
    expect(await study.ask('manager', 'study.idleTimes', {})).toEqual({ minutes: times });
    clock.pass(1.1);
    expect(told).toEqual(['researcher locked']);
    clock.pass(1);
    expect(told).toHaveLength(4);
    for (const manager of [0, 61, 1.5]) {
      const refused = await refusalOf(study.ask('manager', 'study.setIdleTimes', { minutes: { ...times, manager } }));
      expect(refused.problem).toBe('request.input-invalid');
    }
    // They stand in the study: another start knows them too.
    await study.restart(windows());
    told = [];
    clock.pass(1.1);
    expect(told).toEqual(['researcher locked']);
  });

  test('waits for long work that goes on for it, and locks when that ended', async () => {
    const { promise, release } = held();
    await study.restart({ ...windows(), readSource: () => promise.then(() => new Uint8Array()) });
    const file = study.offer('extract.csv', 'x');
    const long = study.ask('manager', 'intake.preview', { group: residents, files: [{ file }] }).catch(() => undefined);
    await setTimeout(20);
    clock.pass(30);
    expect(told).toContain('researcher locked');
    expect(told).not.toContain('manager locked');
    release();
    await long;
    clock.pass(0.2);
    expect(told).toContain('manager locked');
  });

  test('waits as long as its keys are at work for a colleague', async () => {
    const { openVault, reached, release } = heldAt('openLinks');
    await study.restart({ ...windows(), openVault });
    // Rows lie in no order, and partners are in another group.
    const first = (await study.cases()).get('Aalbersma');
    const returned = returnsOf([{ code: first!.code, answers: { hulp: 'nee', terug: 'ja' } }]);
    const file = study.offer('returns.csv', returned);
    await study.ask('manager', 'interview.readReturns', { group: residents, file });
    await study.ask('manager', 'contact.stopCase', { caseId: first!.id, why: 'withdrew' });
    // The manager's key finds which answers are meant.
    const going = study.ask('researcher', 'export.removeAnswers', {});
    await reached;
    clock.pass(30);
    expect(told.toSorted()).toEqual(['interviewer', 'officer', 'second', 'third'].map((who) => `${who} locked`));
    release();
    expect(await going).toMatchObject({ removed: 1 });
    clock.pass(0.5);
    expect(told).toContain('manager locked');
    expect(told).toContain('researcher locked');
  });

  test('is left alone where there is no window to be told', async () => {
    await study.restart({ clock });
    clock.pass(600);
    expect(await problemAt('manager')).toBe('answered');
  });
});

describe('a machine that sleeps or is locked itself', () => {
  test('locks every place, also in the middle of a call', async () => {
    const here = temporaryFolder();
    const { office, ask } = await officeWithStudy(here.folder, windows());
    try {
      office.lockAll();
      expect(told.toSorted()).toEqual(
        ['interviewer', 'manager', 'officer', 'researcher'].map((who) => `${who} locked`),
      );
      for (const who of ['manager', 'interviewer'])
        expect((await refusalOf(ask(who, 'study.status', {}))).problem).toBe('session.locked');
    } finally {
      office.close();
      here.remove();
    }
  });

  test('locks them when it wakes, where nobody told that it slept', async () => {
    await takeCase();
    clock.sleep(3);
    clock.pass(0.1);
    expect(told).toHaveLength(6);
    expect(told).toContain('interviewer locked');
  });
});

describe('a place that is locked', () => {
  test('answers nothing but the way back and the way out', async () => {
    const asked = await askedOf(study);
    const allowed: readonly string[] = ['study.here', 'study.unlock', 'study.signOut', 'study.recent', 'study.choose'];
    const untried = ['study.create', 'study.restore', 'study.createPractice', 'study.dropFromRecent', ...allowed];
    await study.ask('manager', 'study.lock', {});
    for (const name of requestNames.filter((each) => !untried.includes(each)))
      expect((await refusalOf(study.ask('manager', name, asked[name] as never))).problem, name).toBe('session.locked');
    expect(await study.ask('manager', 'study.here', {})).toMatchObject({
      locked: { name: 'manager', roles: ['manager'] },
    });
    expect(await study.ask('manager', 'study.here', {})).not.toHaveProperty('signedIn');
    await unlock('manager');
    expect(await problemAt('manager')).toBe('answered');
  });

  test('opens with the passphrase of whoever locked it, and with nothing else', async () => {
    await study.ask('manager', 'study.lock', {});
    for (const passphrase of ['something else', passphraseOf('researcher')]) {
      const refused = await refusalOf(study.ask('manager', 'study.unlock', { passphrase }));
      expect(refused.problem).toBe('session.wrong-name-or-passphrase');
      expect(await problemAt('manager')).toBe('session.locked');
    }
    const other = { name: 'researcher', passphrase: passphraseOf('researcher') };
    expect((await refusalOf(study.ask('manager', 'study.signIn', other))).problem).toBe('session.locked');
    expect(await unlock('manager')).toEqual({ name: 'manager', roles: ['manager'], awaited: [] });
    expect((await refusalOf(unlock('manager'))).problem).toBe('session.nobody-signed-in');
    const acts = await study.acts();
    expect(acts.filter((act) => ['study.lock', 'study.unlock'].includes(act))).toEqual(['study.lock', 'study.unlock']);
  });

  test('keeps the study open for whoever is locked, and closes it when the last one leaves', async () => {
    for (const who of ['manager', 'researcher', 'officer', 'second', 'third', 'interviewer'])
      await study.ask(who, 'study.lock', {});
    await unlock('manager');
    await study.ask('manager', 'study.signOut', {});
    await unlock('interviewer');
    expect(await problemAt('interviewer')).toBe('answered');
    for (const who of ['researcher', 'officer', 'second', 'third', 'interviewer'])
      await study.ask(who, 'study.signOut', {});
    expect(await problemAt('interviewer')).toBe('session.nobody-signed-in');
    expect(await study.ask('interviewer', 'study.here', {})).not.toHaveProperty('locked');
    await study.ask('researcher', 'study.signIn', { name: 'researcher', passphrase: passphraseOf('researcher') });
  });

  test('keeps the case in hand and the interview at its item', async () => {
    await takeCase();
    const { view: begun } = { view: await study.ask('interviewer', 'interview.begin', { consent: 'spoken' }) };
    const help = 'hulp' as ItemName;
    expect(begun.route).toContain('welkom');
    await study.ask('interviewer', 'interview.see', {});
    await study.ask('interviewer', 'interview.answer', { item: 'welkom' as ItemName, answer: null });
    const at = await study.ask('interviewer', 'interview.answer', { item: help, answer: 'ja' });
    await study.ask('interviewer', 'study.lock', {});
    await unlock('interviewer');
    const back = await study.ask('interviewer', 'interview.see', { item: at.next!.item });
    expect(back).toEqual(at);
    const again = await study.ask('interviewer', 'contact.nextCase', {});
    expect(again).toMatchObject({ kind: 'case', case: { hasDraft: true } });
  });

  test('counts no longer among two who do something together', async () => {
    const { nr } = await study.ask('manager', 'study.recordInstruction', {
      on: '2026-03-02' as never,
      by: 'A client',
      text: 'Destroy it.',
    });
    await study.ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
    expect((await study.ask('manager', 'destruction.plan', {})).agreedBy).toBe('researcher');
    await study.ask('researcher', 'study.lock', {});
    expect(await study.ask('manager', 'destruction.plan', {})).not.toHaveProperty('agreedBy');
    const outOfReach = outOfReachQuestions.map((what) => ({ what, answer: 'none' }));
    const refused = await refusalOf(
      study.ask('manager', 'destruction.destroy', { instruction: nr, typedTitle: 'A study', outOfReach }),
    );
    expect(refused.problem).toBe('destruction.agreement-missing');
    await unlock('researcher');
    expect(await study.ask('manager', 'destruction.plan', {})).not.toHaveProperty('agreedBy');
  });

  test('cuts off what went on for it, which is told as such', async () => {
    const { openVault, reached, release } = heldAt('sealSettings');
    const times = { manager: 7, researcher: 7, interviewer: 7, officer: 7 };
    await study.restart({ ...windows(), openVault });
    const going = refusalOf(study.ask('manager', 'study.setIdleTimes', { minutes: times }));
    await reached;
    await study.ask('manager', 'study.lock', {});
    release();
    expect((await going).problem).toBe('session.keys-gone');
    await unlock('manager');
    expect((await study.ask('manager', 'study.idleTimes', {})).minutes.manager).toBe(5);
  });
});

describe('a sending under which its place is locked', () => {
  test('stops, and what it sent is sent once; unlocked, it goes on with the rest', async () => {
    let locking: Promise<unknown> | undefined;
    await study.restart({
      ...windows(),
      onProgress: (_, done) => {
        if (done === 1) locking ??= study.ask('manager', 'study.lock', {});
      },
    });
    const sending = await refusalOf(study.ask('manager', 'contact.sendEmails', { group: residents }));
    expect(sending.problem).toBe('session.keys-gone');
    await locking;
    const first = study.mailbox.messages.length;
    expect(first).toBeGreaterThan(0);
    await unlock('manager');
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toEqual([]);
    const rest = await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(rest).toMatchObject({ failed: 0, postponed: 0, unclear: 0 });
    const to = study.mailbox.messages.map(({ to: address }) => String(address));
    expect(to).toHaveLength(first + rest.sent);
    expect(new Set(to).size).toBe(3);
    expect(to).toHaveLength(3);
  });
});

describe('the vault process of someone who is locked', () => {
  /** Processes that this one started and that are still there. */
  const children = () =>
    readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter((pid) => pid !== '');

  test.runIf(process.platform === 'linux')('is gone, and another one is there after unlocking', async () => {
    const here = temporaryFolder();
    const made = await officeWithStudy(here.folder);
    made.office.close();
    const before = new Set(children());
    const host = quickHost(here.folder, { ...windows(), openVault: openVaultProcess });
    const office = openOffice(host, host.onBug);
    const ask = askingAs(office);
    try {
      office.useFolder(made.folder);
      for (const name of ['manager', 'interviewer'])
        await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
      const two = children().filter((pid) => !before.has(pid));
      expect(two).toHaveLength(2);
      await office.ask('manager' as SeatId, 'study.lock', {});
      const left = async () => {
        const until = Date.now() + 30_000;
        let now = children().filter((pid) => two.includes(pid));
        while (now.length > 1 && Date.now() < until) {
          await setTimeout(10);
          now = children().filter((pid) => two.includes(pid));
        }
        return now;
      };
      expect(await left()).toEqual([two[1]]);
      expect(() => process.kill(Number(two[0]), 0)).toThrow();
      // The others are not troubled.
      await ask('interviewer', 'study.status', {});
      await ask('manager', 'study.unlock', { passphrase: passphraseOf('manager') });
      await ask('manager', 'study.status', {});
      expect(children().filter((pid) => !before.has(pid))).toHaveLength(2);
    } finally {
      office.close();
      here.remove();
    }
  });
});
