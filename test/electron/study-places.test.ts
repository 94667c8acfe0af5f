import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../electron/desk.ts';
import { folderNameOf } from '../../electron/folder-name.ts';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { agreement, practicePeople } from '../../electron/practice/study-set-up.ts';
import { recentStudiesFile } from '../../electron/recent-studies.ts';
import { type AskAs, askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { passphraseOf, quickHost, studySecrets, temporaryFolder } from './office.ts';

let here: ReturnType<typeof temporaryFolder>;
let host: LocalHost;
let office: OpenOffice;
let ask: AskAs;

function begin(options: Partial<Host> = {}): void {
  host = quickHost(here.folder, options);
  office = openOffice(host, host.onBug);
  ask = askingAs(office);
}
beforeEach(() => {
  here = temporaryFolder();
  begin();
});
afterEach(() => {
  office.close();
  here.remove();
});

const staff = ['Verzonnen Leidster', 'Verzonnen Onderzoeker'] as const;
const [manager, researcher] = staff;
const people = [
  { name: manager, roles: ['manager' as const] },
  { name: researcher, roles: ['researcher' as const] },
].map((person) => ({
  ...person,
  confidentialityOn: day('2026-01-15'),
  passphrase: passphraseOf(person.name),
}));
const create = (title: string, more = {}) =>
  ask('s', 'study.create', { title, practice: true, people, where: 'standard', ...more });
const signIn = (seat: string, name: string = manager) =>
  ask(seat, 'study.signIn', { name, passphrase: passphraseOf(name) });
const recent = async () => (await ask('s', 'study.recent', {})).studies;
const listFile = () => join(here.folder, 'app', recentStudiesFile);
const listText = () => readFileSync(listFile(), 'utf8');
const standard = () => join(here.folder, 'studies');

describe('a study without a chosen folder', () => {
  test('is made in a new folder named for it, and never over another', async () => {
    await create('Wijkteams Één & Twee, 2026!');
    await create('wijkteams een   twee 2026');
    await create('CON');
    await create('日本');
    expect(readdirSync(standard()).toSorted()).toEqual([
      'onderzoek',
      'onderzoek-con',
      'wijkteams-een-twee-2026',
      'wijkteams-een-twee-2026-2',
    ]);
    expect((await signIn('s')).roles).toEqual(['manager']);
    expect((await ask('s', 'study.status', {})).title).toBe('日本');
  });

  test.each([
    ['LPT1', 'onderzoek-lpt1'],
    ['a/../../b', 'a-b'],
    ['..', 'onderzoek'],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
    [' - a. ', 'a'],
  ])('%s gives a name that every system takes', (title, name) => {
    expect(folderNameOf(title)).toBe(name);
  });

  test('leaves nothing behind when it could not be made: no folder, no secret, no line on the list', async () => {
    office.close();
    let isCut = false;
    begin({
      onWriteStep: (step) => {
        if (step === 'written') {
          isCut = true;
          throw new Error('cut');
        }
      },
    });
    await expect(create('Half')).rejects.toThrow('failed');
    expect(isCut).toBe(true);
    expect(readdirSync(standard())).toEqual([]);
    expect(studySecrets(here.folder)).toEqual([]);
    expect(await recent()).toEqual([]);
    expect((await refusalOf(create('Short', { people: [{ ...people[0], passphrase: 'x' }] }))).problem).toBe(
      'study.passphrase-too-short',
    );
    expect(readdirSync(standard())).toEqual([]);
  });
});

describe('the list of recent studies', () => {
  test('has the last opened first, with its end date as soon as that is recorded, and is this account’s alone', async () => {
    await create('One');
    await create('Two');
    expect((await recent()).map(({ title }) => title)).toEqual(['Two', 'One']);
    const [, one] = await recent();
    expect(await ask('s', 'study.choose', { study: one!.study })).toEqual({
      title: 'One',
      isPractice: true,
      practicePeople: [],
    });
    await signIn('s');
    expect((await recent()).map(({ title }) => title)).toEqual(['One', 'Two']);
    await ask('s', 'study.recordAgreement', { agreement: { endsOn: day('2026-06-30') } });
    expect((await recent())[0]).toMatchObject({
      title: 'One',
      endsOn: '2026-06-30',
      state: 'alive',
      study: one!.study,
    });
    if (process.platform !== 'win32') expect(statSync(listFile()).mode & 0o077).toBe(0);
  });

  test('knows a study that was made in a chosen folder and one that was found elsewhere', async () => {
    const chosen = join(here.folder, 'chosen');
    office.useFolder(chosen);
    await create('Chosen', { where: 'chosen' });
    expect((await ask('s', 'study.here', {})).chosen?.title).toBe('Chosen');
    await ask('s', 'study.dropFromRecent', { study: (await recent())[0]!.study });
    expect(await recent()).toEqual([]);
    // Until someone opened it, it is called by its folder.
    expect((await ask('s', 'study.here', {})).chosen).toEqual({
      title: 'chosen',
      isPractice: false,
      practicePeople: [],
    });
    await signIn('s');
    expect(await recent()).toMatchObject([{ title: 'Chosen' }]);
    expect(readdirSync(chosen)).toContain('keyring');
  });

  test('tells what became of each: destroyed, or not there; the latter is found again when it is back', async () => {
    await create('Gone');
    await create('Destroyed');
    const folder = (name: string) => join(standard(), name);
    rmSync(join(folder('destroyed'), 'keyring'));
    mkdirSync(join(folder('destroyed'), 'results'));
    writeFileSync(join(folder('destroyed'), 'results', resultFiles.begun), '{}');
    renameSync(folder('gone'), folder('away'));
    const states = async () => Object.fromEntries((await recent()).map(({ title, state }) => [title, state]));
    expect(await states()).toEqual({ Gone: 'missing', Destroyed: 'destroyed' });
    const gone = (await recent()).find(({ title }) => title === 'Gone')!.study;
    expect((await refusalOf(ask('s', 'study.choose', { study: gone }))).problem).toBe('study.not-found');
    renameSync(folder('away'), folder('gone'));
    expect(await states()).toEqual({ Gone: 'alive', Destroyed: 'destroyed' });
    expect((await ask('s', 'study.choose', { study: gone })).title).toBe('Gone');
    const destroyed = (await recent()).find(({ title }) => title === 'Destroyed')!.study;
    await ask('s', 'study.choose', { study: destroyed });
    expect((await refusalOf(signIn('s'))).problem).toBe('study.destroyed');
    expect(office.resultsFolder()).toBe(join(folder('destroyed'), 'results'));
  });

  test.each([
    ['no JSON', '{"studies": ['],
    ['another shape', '{"studies": {"a": 1}}'],
    ['empty', ''],
    ['no object', 'null'],
    [
      'broken lines',
      '{"studies": [null, 3, {"place": 1}, {"place": "p", "folder": "f", "title": "t", "openedOn": "x"}]}',
    ],
  ])('is empty when its file is broken (%s), and written anew', async (_, text) => {
    await create('One');
    writeFileSync(listFile(), text);
    expect(await recent()).toEqual([]);
    await signIn('s');
    expect((await recent()).map(({ title }) => title)).toEqual(['One']);
  });

  test('keeps nobody from their study when it cannot be written', async () => {
    await create('One');
    rmSync(listFile());
    mkdirSync(join(listFile(), 'in the way'), { recursive: true });
    expect((await signIn('s')).name).toBe(manager);
    expect(await recent()).toEqual([]);
  });

  test('holds no names, passphrases or contact data; a title would be found in it', async () => {
    await create('Een vindbare titel');
    await signIn('s');
    await signIn('r', researcher);
    const group = 'g' as GroupCode;
    await ask('s', 'study.moveClock', { today: day('2026-02-23') });
    await ask('s', 'study.recordAgreement', { agreement });
    await ask('s', 'study.addGroup', { code: group, title: 'G', consentBasis: 'business-contact' });
    writeFileSync(join(here.folder, 'list.csv'), 'E-mail;Achternaam\nverzonnen@example.org;Achternaamsma\n');
    const file = host.offerSource(join(here.folder, 'list.csv'));
    expect((await ask('s', 'intake.accept', { group, files: [{ file }] })).accepted).toBe(1);
    await ask('s', 'study.signOut', {});
    await signIn('s');
    expect(listText()).toContain('Een vindbare titel');
    for (const canary of [...staff, ...staff.map(passphraseOf), 'verzonnen@', 'Achternaamsma', agreement.signedBy!])
      expect(listText()).not.toContain(canary);
  });
});

describe('turning to another study', () => {
  test('signs out the one who turns, and is refused while a colleague is in', async () => {
    await create('One');
    await create('Two');
    const one = (await recent()).find(({ title }) => title === 'One')!.study;
    await signIn('s');
    await signIn('r', researcher);
    for (const turning of [
      () => ask('s', 'study.choose', { study: one }),
      () => create('Three'),
      () => ask('s', 'study.createPractice', {}),
    ])
      expect((await refusalOf(turning())).problem).toBe('study.in-use');
    expect(await ask('s', 'study.here', {})).toMatchObject({ signedIn: { name: manager }, chosen: { title: 'Two' } });
    await ask('r', 'study.signOut', {});
    await ask('s', 'study.choose', { study: one });
    expect(await ask('s', 'study.here', {})).toEqual({
      chosen: { title: 'One', isPractice: true, practicePeople: [] },
      appVersion: 'test',
      deviceSecretIn: 'file',
    });
    expect((await refusalOf(ask('s', 'study.status', {}))).problem).toBe('session.nobody-signed-in');
    await signIn('s');
    expect((await ask('s', 'study.status', {})).title).toBe('One');
  });

  test('to the study that is open already leaves everyone in', async () => {
    await create('One');
    await signIn('s');
    await signIn('r', researcher);
    await ask('s', 'study.choose', { study: (await recent())[0]!.study });
    expect((await ask('r', 'study.status', {})).title).toBe('One');
    expect((await ask('s', 'study.here', {})).signedIn).toEqual({ name: manager, roles: ['manager'], awaited: [] });
  });
});

describe('the practice study', () => {
  test('is made ready for its first day, with nobody signed in, and its people sign in with what is shown', async () => {
    office.close();
    const steps: string[] = [];
    begin({ onProgress: (seat, done, total) => steps.push(`${seat} ${done}/${total}`) });
    await ask('s', 'study.createPractice', {});
    expect(steps.at(0)).toMatch(/^s 0\//);
    expect(steps.at(-1)).toMatch(/^s (\d+)\/\1$/);
    const { chosen, signedIn } = await ask('s', 'study.here', {});
    expect(signedIn).toBeUndefined();
    expect(chosen?.practicePeople).toEqual(practicePeople);
    expect(new Set(chosen!.practicePeople.flatMap(({ roles }) => roles)).size).toBe(4);
    for (const { name, passphrase } of chosen!.practicePeople)
      expect(await ask(name, 'study.signIn', { name, passphrase })).toMatchObject({ name, awaited: [] });
    const status = await ask('Marit', 'study.status', {});
    expect(status).toMatchObject({
      isPractice: true,
      today: '2026-03-02',
      agreementMissing: [],
      hasBureau: true,
      hasMailHost: true,
      isContacted: false,
    });
    expect(status.groups.map(({ cases, open, hasQuestionnaire }) => [cases, open, hasQuestionnaire])).toEqual([
      [263, 263, true],
      [166, 166, true],
      [54, 54, true],
    ]);
    const due = await ask('Marit', 'schedule.due', {});
    expect(due.steps.map(({ step, cases }) => `${step} ${cases}`).toSorted()).toEqual([
      'email 63',
      'invitation 166',
      'invitation 54',
      'letter 200',
    ]);
    const [line] = await recent();
    expect(line).toMatchObject({ isPractice: true, endsOn: '2026-06-30', state: 'alive' });
    for (const { name, passphrase } of practicePeople)
      for (const canary of [name, passphrase]) expect(listText()).not.toContain(canary);
  }, 180_000);

  test('that was taken off the list is known again by whoever signs in with a passphrase that everyone may know', async () => {
    await ask('s', 'study.createPractice', {});
    await ask('s', 'study.dropFromRecent', { study: (await recent())[0]!.study });
    const { name, passphrase } = practicePeople[0]!;
    await ask('s', 'study.signIn', { name, passphrase });
    expect((await ask('s', 'study.here', {})).chosen?.practicePeople).toEqual(practicePeople);
  }, 180_000);

  test('leaves nothing behind when it could not be made', async () => {
    office.close();
    begin({ practiceFiles: join(here.folder, 'nothing here') });
    expect((await refusalOf(ask('s', 'study.createPractice', {}))).problem).toBe('file.not-found');
    expect(readdirSync(standard())).toEqual([]);
    expect(studySecrets(here.folder)).toEqual([]);
    expect(await recent()).toEqual([]);
    expect(await ask('s', 'study.here', {})).not.toHaveProperty('chosen');
  });

  test('that someone makes by hand has no passphrases to show', async () => {
    await create('Mine');
    await signIn('s');
    expect((await ask('s', 'study.here', {})).chosen).toEqual({ title: 'Mine', isPractice: true, practicePeople: [] });
  });
});
