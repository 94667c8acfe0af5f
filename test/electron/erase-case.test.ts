/** After one person is erased nothing of them is left in any file, with whatever key that still exists; everyone else is as they were. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { openStudy } from '../../electron/opened-study.ts';
import { openStore } from '../../electron/store/store.ts';
import { Integrity } from '../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { canariesOf, canariesOfText } from '../../shared/destruction/canaries.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import {
  atWork,
  callDay,
  halfNote,
  halfTold,
  helpAsked,
  itemNote,
  lettersName,
  note,
  people,
  told,
} from './at-work.ts';
import { passphraseOf } from './office.ts';
import {
  firstDay,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let instruction: number;

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

beforeEach(async () => {
  study = await prepared.open();
  ({ instruction } = await atWork(study));
});

const folder = () => join(study.folder, 'study');
const app = () => join(study.folder, 'app');
const letters = () => join(study.folder, lettersName);
const caseFile = () => join(study.folder, 'inzage.html');
/** The request to erase this person, with everything that it needs. */
async function requestFor(surname: string): Promise<number> {
  const { ask } = study;
  const { id } = (await study.cases()).get(surname)!;
  const came = { article: '17', receivedOn: firstDay, channel: 'client' } as const;
  const { nr } = await ask('manager', 'contact.recordCaseRequest', came);
  await ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id, identityCheckedBy: 'manager', instruction });
  await ask('researcher', 'export.agreeToCaseRequest', { nr });
  return nr;
}
const erase = (nr: number, surname: string, movedAreDestroyed = false) =>
  study.ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${surname}`, movedAreDestroyed });

/** A file with all that is held on this person, as a request for access makes it. */
async function handOut(surname: string): Promise<void> {
  const { ask, host } = study;
  const { id } = (await study.cases()).get(surname)!;
  const came = { article: '15', receivedOn: firstDay, channel: 'client' } as const;
  const { nr } = await ask('manager', 'contact.recordCaseRequest', came);
  await ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id, identityCheckedBy: 'manager' });
  await ask('researcher', 'export.agreeToCaseRequest', { nr });
  await ask('manager', 'contact.exportCase', { nr, target: host.offerTarget(caseFile()) });
}

/** Everything that the passphrases of everyone in the study open of a study folder, by the device secrets that are left. */
async function opened(studyFolder: string): Promise<readonly string[]> {
  const file = new Uint8Array(readFileSync(join(studyFolder, 'keyring')));
  const { study: id, epoch } = readKeyringHeader(file);
  const secret = study.host.deviceSecrets.find(id, epoch);
  if (secret === undefined) return [];
  const unlocked = async (name: string) => {
    const vault = openVaultHere();
    const keys = await vault.ask('unlock', file, secret, name, study.host.secretOf(passphraseOf(name)));
    return { vault, keys };
  };
  const manager = await unlocked('manager');
  const researcher = await unlocked('researcher');
  const store = openStore(join(studyFolder, 'study.db'), new Integrity(manager.keys.integrityKey));
  try {
    return (await openStudy(store, manager.vault, { ...researcher.keys, vault: researcher.vault })).texts;
  } finally {
    store.close();
  }
}

const bytesOf = (texts: readonly string[]) => new TextEncoder().encode(texts.join('\n'));

/** What tells of this person and of nobody else in the study. */
async function canariesFor(surname: string): Promise<readonly string[]> {
  const texts = await opened(folder());
  const contacts = texts.filter((text) => text.startsWith('{"') && text.includes('"surname"'));
  const contactOf = (text: string) => JSON.parse(text.split('\n')[0]!) as ContactData;
  const isTheirs = (text: string) => contactOf(text).surname === surname;
  const others = new Set(contacts.filter((text) => !isTheirs(text)).flatMap((text) => canariesOf(contactOf(text))));
  const own = canariesOf(contactOf(contacts.find(isTheirs)!)).filter((canary) => !others.has(canary));
  const { code } = (await study.cases()).get(surname)!;
  const spoken = surname === people.finished ? [told, itemNote] : [note, halfTold, halfNote, helpAsked];
  return [...own, code, ...spoken.flatMap(canariesOfText)];
}

const ownFiles = async () => [...(await filesBelow(folder())), ...(await filesBelow(app()))];

describe('one person erased', () => {
  test.each(Object.entries(people))('with an interview that is %s: nothing of them in any file', async (_, surname) => {
    const canaries = await canariesFor(surname);
    expect(canaries.length).toBeGreaterThan(5);
    await handOut(surname);
    const before = await opened(folder());
    const casesBefore = await study.cases();
    const responsesBefore = await study.responses();
    // The control: opened with the keys of two, every one of them is there.
    expect((await findTracesInBytes(bytesOf(before), canaries)).size).toBe(canaries.length);

    const nr = await requestFor(surname);
    expect(await erase(nr, surname)).toEqual({ files: 2, isExported: false });
    const after = await opened(folder());
    expect(after.length).toBeGreaterThan(10);
    expect((await findTracesInBytes(bytesOf(after), canaries)).size).toBe(0);
    expect((await findTraces(await ownFiles(), canaries)).found.size).toBe(0);
    // The search of the files finds what does lie in one.
    writeFileSync(join(app(), 'bugs.log'), `went wrong at ${canaries[0]}`);
    expect((await findTraces(await ownFiles(), canaries)).found.size).toBe(1);
    rmSync(join(app(), 'bugs.log'));
    expect(existsSync(letters())).toBe(false);
    expect(existsSync(caseFile())).toBe(false);

    const casesAfter = await study.cases();
    expect(casesAfter.has(surname)).toBe(false);
    expect([...casesAfter.keys()].toSorted()).toEqual(
      [...casesBefore.keys()].filter((name) => name !== surname).toSorted(),
    );
    expect((await study.responses()).map(({ of }) => of).toSorted()).toEqual(
      responsesBefore
        .map(({ of }) => of)
        .filter((of) => of !== surname)
        .toSorted(),
    );
    // Whoever asks again is nobody here.
    const { total } = await study.ask('manager', 'contact.lookUp', { text: surname });
    expect(total).toBe(0);
    await study.restart();
    expect((await study.ask('manager', 'study.status', {})).groups[0]!.cases).toBe(casesAfter.size - 2);
  });

  test('is still counted, as a refusal, and what was tried too: the tables add up as before', async () => {
    const table = () => study.ask('researcher', 'reporting.responseTable', {});
    const attempts = async () => {
      const { counts } = await study.ask('researcher', 'reporting.attempts', {});
      return Object.fromEntries(counts.map((one) => [`${one.group} ${one.channel} ${one.outcome}`, one.count]));
    };
    const [before, tried] = [await table(), await attempts()];
    expect(before.total).toMatchObject({ invited: 11, responses: 2, open: 9 });
    for (const surname of Object.values(people)) await erase(await requestFor(surname), surname, true);
    const after = await table();
    expect(after.total).toMatchObject({ invited: 11, responses: 1, open: 8, final: { I: 1, R: 2 } });
    expect(await attempts()).toEqual(tried);
    const { groups } = await study.ask('researcher', 'reporting.curve', {});
    expect(groups.map(({ invited }) => invited)).toEqual([9, 2]);
    expect(study.rows('SELECT group_code, final_code, cases FROM erased_cases')).toEqual([
      { group_code: 'residents', final_code: '2.11', cases: 2 },
    ]);
    study.stop();
    study.alter('UPDATE erased_cases SET cases = 3');
    await study.restart();
    expect((await refusalOf(table())).problem).toBe('study.damaged');
  });

  test('is planned first: what goes, and the files outside the study', async () => {
    await handOut(people.finished);
    const nr = await requestFor(people.finished);
    renameSync(caseFile(), join(study.folder, 'elsewhere.html'));
    expect(await study.ask('manager', 'destruction.caseErasure', { nr })).toEqual({
      goes: { attempts: 2, responses: 1, drafts: 0 },
      unposted: 0,
      files: [
        { kind: 'case-file', madeOn: callDay, name: 'inzage.html', isThere: false },
        { kind: 'letters', madeOn: firstDay, name: 'letters.pdf', isThere: true },
      ],
      instruction,
      agreedBy: 'researcher',
      isExported: false,
    });
    expect(await refusalOf(erase(nr, people.finished))).toEqual({ problem: 'destruction.files-elsewhere', files: 1 });
    expect(existsSync(letters())).toBe(true);
    expect(await erase(nr, people.finished, true)).toMatchObject({ files: 1 });
  });

  test('is not erased by a slip: another name, another role, no agreement, no instruction, a letter that waits', async () => {
    const surname = 'Aalbersma';
    const nr = await requestFor(surname);
    expect((await refusalOf(erase(nr, people.finished))).problem).toBe('destruction.not-confirmed');
    for (const seat of ['researcher', 'interviewer', 'officer']) {
      const asked = study.ask(seat, 'destruction.eraseCase', { nr, typedName: `Q. ${surname}` });
      expect((await refusalOf(asked)).problem).toBe('session.role-not-allowed');
    }
    await study.ask('researcher', 'study.signOut', {});
    expect((await refusalOf(erase(nr, surname))).problem).toBe('session.colleague-needed');
    await study.ask('researcher', 'study.signIn', { name: 'researcher', passphrase: passphraseOf('researcher') });
    expect((await refusalOf(erase(nr, surname))).problem).toBe('session.colleague-needed');

    const came = { article: '17', receivedOn: firstDay, channel: 'phone' } as const;
    const { nr: bare } = await study.ask('manager', 'contact.recordCaseRequest', came);
    const { id } = (await study.cases()).get(surname)!;
    await study.ask('manager', 'contact.fillInCaseRequest', { nr: bare, caseId: id, identityCheckedBy: 'manager' });
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr: bare });
    expect((await refusalOf(erase(bare, surname))).problem).toBe('case.instruction-missing');

    const waiting = 'Fokkinkma';
    const target = study.host.offerTarget(join(study.folder, 'more.pdf'));
    const protocol = { ...phoneFirst, steps: [...phoneFirst.steps, step('again', 'letter', 0)] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    const made = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    expect(made.letters).toBe(1);
    const held = await requestFor(waiting);
    expect(await refusalOf(erase(held, waiting))).toEqual({ problem: 'destruction.letters-unposted', batches: 1 });
    await study.ask('manager', 'contact.discardBatch', { batch: made.batch });
    await erase(held, waiting);
    expect([...(await study.cases()).keys()]).toContain(surname);
  });

  test('with letters that were made again: theirs are posted or undone first, and those of others stay', async () => {
    const again = async (surname: string) => {
      const { code } = (await study.cases()).get(surname)!;
      const path = join(study.folder, `again-${surname}.pdf`);
      const target = study.host.offerTarget(path);
      const { batch } = await study.ask('manager', 'contact.reprint', { code, newCode: true, target });
      return { path, batch };
    };
    const theirs = await again('Fokkinkma');
    const others = await again(people.unfinished);
    const nr = await requestFor('Fokkinkma');
    expect(await refusalOf(erase(nr, 'Fokkinkma'))).toEqual({ problem: 'destruction.letters-unposted', batches: 1 });
    await study.ask('manager', 'contact.markPosted', { batch: theirs.batch });
    await erase(nr, 'Fokkinkma');
    expect([existsSync(theirs.path), existsSync(others.path)]).toEqual([false, true]);
    await study.ask('manager', 'contact.markPosted', { batch: others.batch });
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches.find(({ batch }) => batch === others.batch)?.postedOn).toBeDefined();
  });
});
