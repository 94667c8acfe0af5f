/** What an epoch leaves of before: nothing that opens, with every key and passphrase that still exists, laid together in every way. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findTracesInBytes } from '../../../electron/files/find-traces.ts';
import { refusalOf } from '../../../scripts/demo/asking.ts';
import { addDays } from '../../../shared/calendar.ts';
import { canariesOfText } from '../../../shared/destruction/canaries.ts';
import { atWork, callDay, halfTold, note, people, told } from '../at-work.ts';
import { passphraseOf } from '../office.ts';
import { firstDay, type PreparedStudy, prepareStudy, type StudyInUse } from '../prepared.ts';
import { type Opened, openEverything } from './everything.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let instruction: number;
let id: string;

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  ({ instruction } = await atWork(study));
  id = study.rows<{ id: string }>('SELECT id FROM study')[0]!.id;
});

const now = () => join(study.folder, 'study');
const copied = () => join(study.folder, 'copy-of-before');
const copyAll = () => cpSync(now(), copied(), { recursive: true });
const secrets = () => {
  const { deviceSecrets } = study.host;
  return deviceSecrets.epochs(id).map((epoch) => deviceSecrets.find(id, epoch)!);
};
/** Every device secret that exists, with every keyring and every database: together, and laid beside one another. */
function opened(folders: readonly string[]): Opened {
  const ways = secrets().flatMap((deviceSecret) =>
    folders.flatMap((keyringIn) =>
      folders.map((databaseIn) =>
        openEverything({ keyringIn, databaseIn, deviceSecret, secretOf: study.host.secretOf }),
      ),
    ),
  );
  return {
    texts: ways.flatMap(({ texts }) => texts),
    cases: [...new Set(ways.flatMap(({ cases }) => cases))],
    responses: Math.max(...ways.map(({ responses }) => responses)),
    drafts: Math.max(...ways.map(({ drafts }) => drafts)),
    links: [...new Set(ways.flatMap(({ links }) => links))],
  };
}
const found = async ({ texts }: Opened, canaries: readonly string[]) =>
  (await findTracesInBytes(new TextEncoder().encode(texts.join('\n')), canaries)).size;

async function canariesFor(surname: string): Promise<readonly string[]> {
  const { code } = (await study.cases()).get(surname)!;
  const spoken = surname === people.finished ? [told] : [note, halfTold];
  return [surname, code, ...spoken.flatMap(canariesOfText)];
}

describe('after one person was erased', () => {
  async function erase(surname: string): Promise<void> {
    const { ask } = study;
    const caseId = (await study.cases()).get(surname)!.id;
    const came = { article: '17', receivedOn: firstDay, channel: 'client' } as const;
    const { nr } = await ask('manager', 'contact.recordCaseRequest', came);
    await ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'manager', instruction });
    await ask('researcher', 'export.agreeToCaseRequest', { nr });
    await ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${surname}` });
  }

  test.each(Object.entries(people))('with an interview that was %s', async (_, surname) => {
    const canaries = await canariesFor(surname);
    expect(canaries.length).toBeGreaterThan(2);
    copyAll();
    // The control: before, the copy opens, and all of that person is in it.
    const was = opened([copied()]);
    expect(await found(was, canaries)).toBe(canaries.length);
    const { id: erased } = (await study.cases()).get(surname)!;

    await erase(surname);
    expect(secrets().length).toBe(1);
    const left = opened([now(), copied()]);
    expect(await found(left, canaries)).toBe(0);
    // Everyone else opens, each with everything, and the copy of before opens nobody at all.
    expect(left.cases.toSorted()).toEqual(was.cases.filter((one) => one !== erased).toSorted());
    expect(opened([copied()])).toMatchObject({ texts: [], cases: [], responses: 0, drafts: 0, links: [] });
    const goneResponses = surname === people.finished ? 1 : 0;
    expect(left.responses).toBe(was.responses - goneResponses);
    expect(left.drafts).toBe(was.drafts - (1 - goneResponses));
    await study.restart();
    expect((await study.ask('manager', 'study.status', {})).groups[0]!.cases).toBe(8);
  });

  test('it is the device secret that does it: put back, the copy would open again', async () => {
    const canaries = await canariesFor(people.finished);
    copyAll();
    const [old] = secrets();
    await erase(people.finished);
    const { secretOf } = study.host;
    const attack = { keyringIn: copied(), databaseIn: copied(), deviceSecret: old!, secretOf };
    expect(await found(openEverything(attack), canaries)).toBe(canaries.length);
  });
});

describe('after cases and responses were unlinked', () => {
  const title = 'A study';
  async function unlink(): Promise<void> {
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle: title });
    await study.ask('manager', 'destruction.unlink', { typedTitle: title });
  }

  test('no link and no unfinished interview opens, now or in a copy, and responses have other ids', async () => {
    copyAll();
    const was = opened([copied()]);
    expect(was).toMatchObject({ responses: 2, drafts: 1 });
    expect(was.links.length).toBe(2);
    const idsOf = () => study.rows<{ id: string }>('SELECT id FROM responses').map((row) => row.id);
    const ids = idsOf();

    await unlink();
    const left = opened([now(), copied()]);
    expect(left).toMatchObject({ drafts: 0, links: [] });
    expect(await found(left, canariesOfText(halfTold))).toBe(0);
    expect(idsOf().length).toBe(2);
    expect(idsOf().filter((one) => ids.includes(one))).toEqual([]);
    expect(study.rows('SELECT id FROM links')).toEqual([]);
    // Nobody is lost: every case opens, and what was answered is there.
    expect(opened([now()])).toMatchObject({ responses: 2 });
    expect(left.cases.toSorted()).toEqual(was.cases.toSorted());
    await study.restart();
    expect(await study.ask('officer', 'study.journal', { entries: 500 })).toMatchObject({ isWhole: true });
  });

  test('only by two: the researcher has to agree at a seat of their own, and no case may be in hand', async () => {
    const asked = () => study.ask('manager', 'destruction.unlink', { typedTitle: title });
    expect((await refusalOf(asked())).problem).toBe('destruction.agreement-missing');
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle: title });
    await study.ask('researcher', 'study.signOut', {});
    expect((await refusalOf(asked())).problem).toBe('destruction.agreement-missing');
    await study.ask('researcher', 'study.signIn', { name: 'researcher', passphrase: passphraseOf('researcher') });
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle: title });
    expect((await refusalOf(study.ask('manager', 'destruction.unlink', { typedTitle: 'x' }))).problem).toBe(
      'destruction.not-confirmed',
    );
    // The day of the appointments.
    await study.moveTo(addDays(callDay, 1));
    await study.ask('interviewer', 'contact.nextCase', {});
    expect((await refusalOf(asked())).problem).toBe('study.case-in-hand');
  });
});

describe('after someone left', () => {
  test('they are not let in, and an older copy of the folder is of no use to them', async () => {
    copyAll();
    const third = { name: 'third', passphrase: passphraseOf('third') };
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    expect((await refusalOf(study.ask('third', 'study.status', {}))).problem).toBe('session.nobody-signed-in');
    expect((await refusalOf(study.ask('third', 'study.signIn', third))).problem).toBe(
      'session.wrong-name-or-passphrase',
    );
    expect(opened([copied()])).toMatchObject({ texts: [], cases: [] });
    // The others work on, in the seats where they were.
    expect((await study.ask('interviewer', 'study.status', {})).title).toBe(title());
    expect((await study.ask('manager', 'study.people', {})).people.map(({ name }) => name)).not.toContain('third');
  });
  const title = () => 'A study';

  test('nobody removes themselves, or whoever alone holds a key', async () => {
    const remove = async (name: string) =>
      (await refusalOf(study.ask('manager', 'study.removePerson', { name }))).problem;
    expect(await remove('manager')).toBe('study.not-yourself');
    expect(await remove('researcher')).toBe('study.only-holder');
    expect(await remove('nobody')).toBe('study.person-unknown');
  });
});

describe('what fails inside a turn', () => {
  /** Fails at this moment of the write that turns the database; gives what opens afterwards, and the epochs of which there is a secret. */
  async function failing(at: 'written' | 'committed') {
    let isTurning = false;
    await study.restart({
      onEpochStep: (step) => {
        isTurning = step === 'keyring-written';
      },
      onWriteStep: (step) => {
        if (isTurning && step === at) throw new Error('the disk is full');
      },
    });
    const was = opened([now()]);
    await expect(study.ask('manager', 'study.removePerson', { name: 'third' })).rejects.toThrow();
    await study.restart({}, ['manager', 'researcher']);
    return { was, epochs: study.host.deviceSecrets.epochs(id), left: opened([now()]) };
  }

  test('before the database turned: everything is as it was', async () => {
    const { was, epochs, left } = await failing('written');
    expect(epochs).toEqual([1]);
    expect(left.cases.toSorted()).toEqual(was.cases.toSorted());
  });

  test('after it turned: the new keys are kept, and nobody is orphaned', async () => {
    const { was, epochs, left } = await failing('committed');
    expect(epochs).toEqual([2]);
    expect(left.cases.toSorted()).toEqual(was.cases.toSorted());
    expect(left).toMatchObject({ responses: was.responses, drafts: was.drafts });
  });
});
