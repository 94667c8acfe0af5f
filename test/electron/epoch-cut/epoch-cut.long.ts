/** A turn to another epoch that is cut by kill -9: at the next start it is finished or undone, and no case is ever orphaned. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { epochSteps } from '../../../electron/epoch.ts';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import { atWork, people } from '../at-work.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { firstDay, type PreparedStudy, prepareStudy, type StudyInUse } from '../prepared.ts';
import { type Ran, runKilled } from '../run-killed.ts';
import { type Opened, openEverything } from './everything.ts';

const program = new URL('./turning.ts', import.meta.url).pathname;
let prepared: PreparedStudy;
let study: StudyInUse;
let id: string;
let request: number;
let erased: CaseId;
let was: Opened;
let copies = 0;

beforeAll(async () => {
  prepared = await prepareStudy();
  study = await prepared.open();
  const { ask } = study;
  const { instruction } = await atWork(study);
  erased = (await study.cases()).get(people.unfinished)!.id;
  const came = { article: '17', receivedOn: firstDay, channel: 'client' } as const;
  request = (await ask('manager', 'contact.recordCaseRequest', came)).nr;
  await ask('manager', 'contact.fillInCaseRequest', {
    nr: request,
    caseId: erased,
    identityCheckedBy: 'manager',
    instruction,
  });
  id = study.rows<{ id: string }>('SELECT id FROM study')[0]!.id;
  study.stop();
  // The letters are beside the study and not copied with it: an erasure would wait for a word about them.
  was = opened(study.folder);
});
afterAll(() => prepared.remove());

const secretsIn = (folder: string) => quickHost(folder).deviceSecrets;

/** What opens with the keyring and the device secret that stand. */
function opened(folder: string): Opened {
  const host = quickHost(folder);
  const epochs = host.deviceSecrets.epochs(id);
  const study = join(folder, 'study');
  const deviceSecret = host.deviceSecrets.find(id, Math.max(...epochs))!;
  return openEverything({ keyringIn: study, databaseIn: study, deviceSecret, secretOf: host.secretOf });
}

/** Turns the epoch of a copy and cuts it as `where` says; `look` sees the folder. */
async function cut(where: readonly string[], look: (folder: string, cut: Ran) => Promise<void>): Promise<Ran> {
  copies += 1;
  const folder = `${study.folder}-cut-${copies}`;
  cpSync(study.folder, folder, { recursive: true });
  // Where the letters were is sealed in the study: each copy erases those of its own run.
  cpSync(join(study.folder, 'letters.pdf'), `${folder}-letters.pdf`);
  try {
    const made = await runKilled(program, [folder, String(request), ...where]);
    await look(folder, made);
    return made;
  } finally {
    cpSync(`${folder}-letters.pdf`, join(study.folder, 'letters.pdf'));
    rmSync(`${folder}-letters.pdf`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Someone signs in after the crash: the turn is finished or undone, and everyone who should be there opens. Gives which. */
async function settled(folder: string): Promise<'finished' | 'undone'> {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  try {
    office.useFolder(join(folder, 'study'));
    for (const name of ['manager', 'officer'])
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    expect((await ask('officer', 'study.journal', { entries: 500 })).isWhole).toBe(true);
    await ask('manager', 'schedule.due', {});
  } finally {
    office.close();
  }
  expect(existsSync(join(folder, 'study', 'keyring.next'))).toBe(false);
  expect(secretsIn(folder).epochs(id).length).toBe(1);
  const left = opened(folder);
  const isFinished = !left.cases.includes(erased);
  expect(left.cases.toSorted()).toEqual(was.cases.filter((one) => !isFinished || one !== erased).toSorted());
  expect(left.responses).toBe(was.responses);
  expect(left.links.toSorted()).toEqual(was.links.toSorted());
  expect(left.drafts).toBe(isFinished ? was.drafts - 1 : was.drafts);
  return isFinished ? 'finished' : 'undone';
}

const numbered = (said: readonly string[]) =>
  said.filter((line) => line.startsWith('step ')).map((line) => line.slice(5));
const moments = [
  // The intent to erase stands in the journal by itself, before the letters go.
  ...['write begun', 'write written', 'write journalled', 'write committed'],
  ...epochSteps.slice(0, 3),
  ...['write begun', 'write written', 'write journalled', 'write committed'],
  ...epochSteps.slice(3),
];

describe('a turn to another epoch', () => {
  test('is counted whole: every numbered moment, and at the end nobody is orphaned', async () => {
    expect(was).toMatchObject({ responses: 2, drafts: 1 });
    const { said, wasKilled } = await cut(['never'], async (folder) => {
      expect(await settled(folder)).toBe('finished');
    });
    expect(wasKilled).toBe(false);
    expect(numbered(said)).toEqual(moments);
  });

  test('the check itself finds an orphan: a case whose key is under no key that is left', async () => {
    const broken = cut(['never'], async (folder) => {
      const secrets = secretsIn(folder);
      const [epoch] = secrets.epochs(id);
      // The keyring of before, under the secret that is left: as if the old one had been forgotten too soon.
      cpSync(join(study.folder, 'study', 'study.db'), join(folder, 'study', 'study.db'));
      expect(epoch).toBe(2);
      await settled(folder);
    });
    await expect(broken).rejects.toThrow();
  });

  test('cut at every numbered moment: undone before the database turned, finished after it', async () => {
    const outcomes: string[] = [];
    for (let step = 1; step <= moments.length; step += 1) {
      const { wasKilled } = await cut(['step', String(step)], async (folder) => {
        outcomes.push(await settled(folder));
      });
      expect(wasKilled).toBe(true);
    }
    const turnedAt = moments.lastIndexOf('write committed');
    expect(outcomes).toEqual(moments.map((_, index) => (index < turnedAt ? 'undone' : 'finished')));
  });

  test('cut at 20 random moments inside it', async () => {
    const { said } = await cut(['never'], async () => undefined);
    // Also somewhat later than it took: another time it takes longer. What was cut after its end counts for nothing, and shows that by now it
    // goes faster; where a late moment is before the turn, it goes slower: other work on the machine comes and goes.
    let span = 1.2 * Number(said.at(-1)!.replace('turned in ', ''));
    let inside = 0;
    const outcomes = new Set<string>();
    for (let tries = 0; (inside < 20 || outcomes.size < 2) && tries < 80; tries += 1) {
      const part = ((tries % 20) + Math.random()) / 20;
      let outcome = '';
      const made = await cut(['moment', String(Math.floor(span * part))], async (folder) => {
        outcome = await settled(folder);
      });
      const isOver = made.said.at(-1)?.startsWith('turned') === true;
      if (isOver) span *= 0.85;
      else if (part > 0.7 && outcome === 'undone') span *= 1.2;
      if (!made.wasKilled || isOver || !made.said.includes('turning')) continue;
      inside += 1;
      outcomes.add(outcome);
    }
    expect(inside).toBeGreaterThanOrEqual(20);
    expect([...outcomes].toSorted()).toEqual(['finished', 'undone']);
  });
});
