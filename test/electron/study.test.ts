import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../../electron/office.ts';
import { agreement } from '../../electron/practice/study-set-up.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import { agreementFields } from '../../shared/study/agreement.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { officeWithStudy, passphraseOf, quickHost, studySecrets, type TestOffice, temporaryFolder } from './office.ts';

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;

beforeEach(async () => {
  here = temporaryFolder();
  open = await officeWithStudy(here.folder);
});
afterEach(() => {
  open.office.close();
  here.remove();
});

/** The same study from a new office, as after a restart. */
function reopened(options = {}) {
  open.office.close();
  const host = quickHost(here.folder, options);
  const office = openOffice(host, host.onBug);
  office.useFolder(open.folder);
  return { office, ask: askingAs(office) };
}
const signIn = (name: string, passphrase = passphraseOf(name)) => ({ name, passphrase });

describe('a study', () => {
  test('is entered again after a restart, and refused without its device secret, with a wrong passphrase or a damaged keyring', async () => {
    const { office, ask } = reopened();
    expect(await refusalOf(ask('s', 'study.signIn', signIn('manager', 'not the right one')))).toEqual({
      problem: 'session.wrong-name-or-passphrase',
    });
    expect(await refusalOf(ask('s', 'study.signIn', signIn('somebody else')))).toEqual({
      problem: 'session.wrong-name-or-passphrase',
    });
    expect((await ask('s', 'study.signIn', signIn('manager'))).roles).toEqual(['manager']);
    expect((await ask('s', 'study.status', {})).title).toBe('A study');
    office.close();
    const keyring = join(open.folder, 'keyring');
    const whole = readFileSync(keyring);
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 20]! ^= 1;
    writeFileSync(keyring, damaged);
    expect((await refusalOf(ask('s', 'study.signIn', signIn('manager')))).problem).toBe('study.damaged');
    writeFileSync(keyring, whole);
    rmSync(join(here.folder, 'app', 'device-secrets'), { recursive: true });
    expect((await refusalOf(ask('s', 'study.signIn', signIn('manager')))).problem).toBe('study.device-secret-missing');
  });

  test('is made in an empty folder only, by people who together hold every key, with passphrases long enough', async () => {
    const host = quickHost(here.folder);
    const office = openOffice(host, host.onBug);
    const ask = askingAs(office);
    const person = {
      name: 'one',
      roles: ['manager' as const],
      confidentialityOn: day('2026-01-01'),
      passphrase: passphraseOf('one'),
    };
    const create = (people: (typeof person)[]) => ask('door', 'study.create', { title: 'T', practice: true, people });
    expect((await refusalOf(create([person]))).problem).toBe('study.first-people-incomplete');
    expect((await refusalOf(create([{ ...person, passphrase: 'too short' }]))).problem).toBe(
      'study.passphrase-too-short',
    );
    const both = { ...person, roles: ['manager', 'researcher'] as never };
    expect((await refusalOf(create([both]))).problem).toBe('study.none-open');
    office.useFolder(open.folder);
    expect((await refusalOf(create([both]))).problem).toBe('study.folder-not-empty');
    office.useFolder(join(here.folder, 'other'));
    await create([both]);
    expect(readdirSync(join(here.folder, 'other')).toSorted()).toEqual(['keyring', 'office.lock', 'study.db']);
    office.close();
  });

  test('keeps its device secret outside its folder, readable by this account only', () => {
    const folder = join(here.folder, 'app', 'device-secrets');
    const [secret] = studySecrets(here.folder);
    expect(statSync(join(folder, secret!)).size).toBe(32);
    if (process.platform !== 'win32') expect(statSync(join(folder, secret!)).mode & 0o077).toBe(0);
    expect(existsSync(join(open.folder, secret!))).toBe(false);
  });

  test('moves its clock in practice only, and never backwards', async () => {
    const { ask } = open;
    await ask('manager', 'study.moveClock', { today: day('2026-03-02') });
    expect((await ask('officer', 'study.status', {})).today).toBe('2026-03-02');
    expect(await refusalOf(ask('manager', 'study.moveClock', { today: day('2026-03-01') }))).toEqual({
      problem: 'study.clock-backwards',
      stands: '2026-03-02',
    });
    const real = await officeWithStudy(join(here.folder, 'real'), { practice: false });
    expect((await refusalOf(real.ask('manager', 'study.moveClock', { today: day('2026-03-02') }))).problem).toBe(
      'study.clock-is-real',
    );
    real.office.close();
  });

  test('does not let anyone in before the day of their confidentiality statement, AVG art. 28(3)(b)', async () => {
    const { ask } = open;
    await ask('manager', 'study.moveClock', { today: day('2026-03-02') });
    const late = {
      name: 'late',
      roles: ['officer' as const],
      confidentialityOn: day('2026-04-01'),
      passphrase: passphraseOf('late'),
    };
    await ask('manager', 'study.addPerson', late);
    expect(await refusalOf(ask('s', 'study.signIn', signIn('late')))).toEqual({
      problem: 'session.not-active-yet',
      from: '2026-04-01',
    });
    await ask('manager', 'study.moveClock', { today: day('2026-04-01') });
    expect((await ask('s', 'study.signIn', signIn('late'))).name).toBe('late');
  });

  test('whose destruction was cut short after secret and keyring went is cleared away and called destroyed; before that, no machine touches it', async () => {
    const { ask, office } = reopened();
    const results = join(open.folder, 'results');
    mkdirSync(results);
    writeFileSync(join(results, resultFiles.begun), '{}');
    expect((await ask('s', 'study.signIn', signIn('manager'))).roles).toEqual(['manager']);
    await ask('s', 'study.signOut', {});
    // On a machine that never had the secret it looks like this too, while elsewhere the study lives.
    const files = readdirSync(open.folder);
    rmSync(join(here.folder, 'app', 'device-secrets'), { recursive: true });
    expect((await refusalOf(ask('s', 'study.signIn', signIn('manager')))).problem).toBe('study.device-secret-missing');
    expect(readdirSync(open.folder)).toEqual(files);
    rmSync(join(open.folder, 'keyring'));
    for (let times = 0; times < 2; times += 1) {
      expect((await refusalOf(ask('s', 'study.signIn', signIn('manager')))).problem).toBe('study.destroyed');
      expect(readdirSync(open.folder)).toEqual(['results']);
    }
    office.close();
  });

  test('opens nothing from a copy of its folder alone', async () => {
    const copy = join(here.folder, 'copy');
    const elsewhere = quickHost(join(here.folder, 'elsewhere'));
    const office = openOffice(elsewhere, elsewhere.onBug);
    open.office.close();
    office.useFolder(copy);
    mkdirSync(copy);
    for (const name of readdirSync(open.folder)) copyFileSync(join(open.folder, name), join(copy, name));
    expect((await refusalOf(askingAs(office)('s', 'study.signIn', signIn('manager')))).problem).toBe(
      'study.device-secret-missing',
    );
    office.close();
  });
});

describe('intake without a complete agreement', () => {
  test.each(agreementFields.flatMap(({ nr, filledBy }) => filledBy.map((property) => ({ nr, property }))))(
    'is refused: field $nr, $property',
    async ({ property }) => {
      const { ask } = open;
      const group = 'g' as GroupCode;
      await ask('manager', 'study.moveClock', { today: day('2026-02-23') });
      await ask('manager', 'study.addGroup', { code: group, title: 'G', consentBasis: 'business-contact' });
      const { [property]: left, ...rest } = agreement;
      await ask('manager', 'study.recordAgreement', { agreement: rest });
      const take = () =>
        ask('manager', 'intake.accept', {
          group,
          files: [{ file: open.host.offerSource(join(here.folder, 'list.csv')) }],
        });
      writeFileSync(join(here.folder, 'list.csv'), 'E-mail;Achternaam\nx@example.org;Verzonnen\n');
      expect(await refusalOf(take())).toEqual({ problem: 'study.agreement-incomplete', missing: [property] });
      await ask('manager', 'study.recordAgreement', { agreement: { [property]: left } });
      expect((await take()).accepted).toBe(1);
    },
  );

  test('is refused outside the days of the agreement', async () => {
    const { ask } = open;
    const group = 'g' as GroupCode;
    await ask('manager', 'study.moveClock', { today: day('2026-02-22') });
    await ask('manager', 'study.addGroup', { code: group, title: 'G', consentBasis: 'business-contact' });
    await ask('manager', 'study.recordAgreement', { agreement });
    writeFileSync(join(here.folder, 'list.csv'), 'E-mail;Achternaam\nx@example.org;Verzonnen\n');
    const take = () =>
      ask('manager', 'intake.accept', {
        group,
        files: [{ file: open.host.offerSource(join(here.folder, 'list.csv')) }],
      });
    expect((await refusalOf(take())).problem).toBe('study.outside-agreement-dates');
    await ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    expect((await take()).accepted).toBe(1);
    expect((await refusalOf(take())).problem).toBe('intake.file-taken-before');
    await ask('manager', 'study.moveClock', { today: day('2026-07-01') });
    expect((await refusalOf(take())).problem).toBe('study.contact-ended');
  });
});
