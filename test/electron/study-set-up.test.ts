import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { SourceFile } from '../../shared/contract.ts';
import { officeWithStudy, passphraseOf, type TestOffice, temporaryFolder } from './office.ts';
import { mixed, type PreparedStudy, partners, prepareStudy, residents, type StudyInUse, surnames } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let here: ReturnType<typeof temporaryFolder>;
let next: TestOffice;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  here = temporaryFolder();
  next = await officeWithStudy(here.folder);
});
afterEach(() => {
  next.office.close();
  here.remove();
});

/** The file of the prepared study, with a mail server and its password. */
async function saved(): Promise<string> {
  const { ask, host, folder } = study;
  const server = { host: 'mail.bureau.example', port: 465, secure: true, from: bureau.objectTo };
  const login = { kind: 'password' as const, user: 'bureau', password: 'een geheim van de mailserver' };
  await ask('manager', 'study.setMailHost', { ...server, login });
  const path = join(folder, 'set-up.json');
  await ask('manager', 'study.saveSetUp', { target: host.offerTarget(path) });
  return readFileSync(path, 'utf8');
}

function offered(text: string | Uint8Array): SourceFile {
  writeFileSync(join(here.folder, 'set-up.json'), text);
  return next.host.offerSource(join(here.folder, 'set-up.json'));
}
const load = async (text: string | Uint8Array) => next.ask('manager', 'study.loadSetUp', { file: offered(text) });

describe('a set-up', () => {
  test('carries the scripts and the rules for interviews', async () => {
    const scripts = [{ kind: 'own' as const, title: { nl: 'Iets' }, text: { nl: 'Van {{bureau}}.' } }];
    const rules = { partialFromPercent: 70, doubleEntry: true };
    await study.ask('manager', 'study.setScripts', { scripts });
    await study.ask('manager', 'study.setInterviewRules', { rules });
    const text = await saved();
    await load(text);
    expect((await next.ask('manager', 'study.scripts', {})).scripts.at(-1)).toEqual(scripts[0]);
    expect(await next.ask('manager', 'study.interviewRules', {})).toEqual({ rules });
    const unknown = text.replace('{{bureau}}', '{{surname}}');
    expect((await refusalOf(load(unknown))).problem).toBe('study.set-up-unreadable');
  });

  test('carries what a study can be begun with into a new one', async () => {
    const status = await load(await saved());
    expect(
      status.groups.map(({ group, cases, hasProtocol, hasQuestionnaire }) => [
        group.code,
        cases,
        hasProtocol,
        hasQuestionnaire,
      ]),
    ).toEqual([
      [residents, 0, true, true],
      [partners, 0, true, true],
    ]);
    expect(status.agreementMissing.toSorted()).toEqual([
      'answersEndOn',
      'documentReference',
      'endsOn',
      'signedBy',
      'signedOn',
      'startsOn',
    ]);
    const { startsOn, endsOn, answersEndOn, documentReference, signedOn, signedBy, ...terms } = agreement;
    expect((await next.ask('manager', 'study.agreement', {})).agreement).toEqual(terms);
    expect(await next.ask('manager', 'study.bureau', {})).toEqual({
      bureau,
      mailHost: {
        ...{ host: 'mail.bureau.example', port: 465, secure: true, from: bureau.objectTo },
        login: { kind: 'password', user: 'bureau', hasSecret: false },
      },
    });
    expect((await study.ask('manager', 'study.bureau', {})).mailHost?.login?.hasSecret).toBe(true);
    // The same protocol and the same questionnaire: loaded again and saved again, the file is the same.
    const again = join(here.folder, 'again.json');
    await next.ask('manager', 'study.saveSetUp', { target: next.host.offerTarget(again) });
    expect(JSON.parse(readFileSync(again, 'utf8'))).toEqual(JSON.parse(await saved()));
    expect(JSON.parse(await saved()).groups[0].protocol).toEqual(mixed);
  });

  test('of an earlier version, in which a word said whom a step is for, is read as what it meant', async () => {
    const text = await saved();
    const older = text
      .replaceAll(/"for": \{\s*"has": \[\s*"email"\s*\]\s*\}/g, '"for": "with-email"')
      .replaceAll(/"for": \{\s*"lacks": \[\s*"email"\s*\]\s*\}/g, '"for": "without-email"')
      .replaceAll(/"for": \{\s*\}/g, '"for": "everyone"');
    expect(older.match(/"for": "/g)).toHaveLength(5);
    await load(older);
    expect((await next.ask('manager', 'schedule.protocol', { group: residents })).protocol).toEqual(mixed);
    const unknown = older.replace('"for": "everyone"', '"for": "nobody"');
    expect((await refusalOf(load(unknown))).problem).toBe('study.set-up-unreadable');
  });

  test('never holds people: no one sampled, no staff, no signature, no password; a text of the study would be found', async () => {
    const people = [
      ...surnames,
      'Jellemans',
      'Kuiperda',
      'Verzonnenlaan',
      '06-8900',
      '@wijk.example',
      '@partner.example',
    ];
    const cases = [...(await study.cases()).values()].map(({ code }) => code);
    const staff = ['interviewer', 'second', 'third', 'researcher', 'officer'].map(passphraseOf);
    const text = await saved();
    expect(surnames.length).toBeGreaterThan(5);
    expect(cases.length).toBe(11);
    for (const control of [agreement.purpose!, bureau.name, 'Uw code is {{code}}', 'hulp'])
      expect(text).toContain(control);
    for (const canary of [
      ...people,
      ...cases,
      ...staff,
      agreement.signedBy!,
      'een geheim van de mailserver',
      'A study',
    ])
      expect(text.includes(canary), canary).toBe(false);
  });

  test('goes outside the study folder, and over an older one', async () => {
    const { ask, host, folder } = study;
    const inside = host.offerTarget(join(folder, 'study', 'set-up.json'));
    expect((await refusalOf(ask('manager', 'study.saveSetUp', { target: inside }))).problem).toBe(
      'file.inside-study-folder',
    );
    expect(existsSync(join(folder, 'study', 'set-up.json'))).toBe(false);
    await saved();
    expect(JSON.parse(await saved())).toMatchObject({ format: 'veldwerk-set-up', version: 1 });
    expect(readdirSync(folder).filter((name) => name.startsWith('set-up'))).toEqual(['set-up.json']);
    expect(await study.acts()).toContain('study.saveSetUp');
  });

  test('is not loaded into a study with cases, and leaves it as it was', async () => {
    const text = await saved();
    const file = study.offer('again.json', text);
    expect((await refusalOf(study.ask('manager', 'study.loadSetUp', { file }))).problem).toBe(
      'study.agreement-in-force',
    );
  });

  test('keeps what the new study has already: its dates, its own group, its mail server', async () => {
    const { ask } = next;
    const group = 'own' as typeof residents;
    await ask('manager', 'study.addGroup', { code: group, title: 'Own', consentBasis: 'opt-in' });
    await ask('manager', 'study.recordAgreement', { agreement: { startsOn: agreement.startsOn } });
    await ask('manager', 'study.setMailHost', {
      ...{ host: 'own.example', port: 465, secure: true, from: bureau.objectTo },
      login: { kind: 'password', user: 'own', password: 'own secret' },
    });
    const status = await load(await saved());
    expect(status.groups.map((one) => one.group.code)).toEqual([group, residents, partners]);
    expect(status.startsOn).toBe(agreement.startsOn);
    expect((await ask('manager', 'study.bureau', {})).mailHost).toMatchObject({
      host: 'own.example',
      login: { hasSecret: true },
    });
    // Once more: its groups are there by now and are written over.
    expect((await load(await saved())).groups.length).toBe(3);
  });

  describe('that is not right is refused whole', () => {
    type File = Record<string, never> & { groups: never[] };
    const faults: Readonly<Record<string, (file: File) => unknown>> = {
      'no JSON': () => '{',
      'another format': (file) => ({ ...file, format: 'x' }),
      'a newer version': (file) => ({ ...file, version: 2 }),
      'a field of the wrong kind': (file) => ({ ...file, agreement: { purpose: 3 } }),
      'an address without https': (file) => ({ ...file, bureau: { ...bureau, webAddress: 'http://x.example' } }),
      'one group twice': (file) => ({ ...file, groups: [file.groups[0], file.groups[0]] }),
      'no groups': ({ groups, ...file }) => file,
      'a protocol with a step twice': (file) =>
        changed(file, { protocol: { ...mixed, steps: [mixed.steps[0], mixed.steps[0]] } }),
      'a text with a field that nobody fills in': (file) =>
        changed(file, {
          protocol: { ...mixed, steps: [{ ...mixed.steps[0], text: { subject: 'S', body: '{{onbekend}}' } }] },
        }),
    };
    const changed = (file: File, change: object) => ({
      ...file,
      groups: [{ ...(file.groups[0]! as object), ...change }],
    });

    test.each(Object.keys(faults))('%s', async (name) => {
      const made = faults[name]!(JSON.parse(await saved()));
      const text = typeof made === 'string' ? made : JSON.stringify(made);
      expect((await refusalOf(load(text))).problem).toBe('study.set-up-unreadable');
      expect((await next.ask('manager', 'study.status', {})).groups).toEqual([]);
      expect((await next.ask('manager', 'study.agreement', {})).agreement).toEqual({});
    });

    test('bytes that are no text, and a questionnaire with a fault in it', async () => {
      expect((await refusalOf(load(new Uint8Array([0xff, 0xfe, 0x00])))).problem).toBe('study.set-up-unreadable');
      const file = JSON.parse(await saved());
      file.groups[0].questionnaire.survey[1][0] = 'no such type';
      expect(await refusalOf(load(JSON.stringify(file)))).toMatchObject({
        problem: 'questionnaire.faulty',
        faults: [{ fault: 'type-unsupported' }],
      });
      expect((await next.ask('manager', 'study.status', {})).groups).toEqual([]);
    });
  });

  test('takes only what it knows: a password or a name that someone wrote into the file is left out', async () => {
    const file = JSON.parse(await saved());
    file.mailHost.login.password = 'written in by hand';
    file.agreement.signedBy = 'Somebody';
    await load(JSON.stringify(file));
    expect((await next.ask('manager', 'study.bureau', {})).mailHost?.login?.hasSecret).toBe(false);
    expect((await next.ask('manager', 'study.agreement', {})).agreement).not.toHaveProperty('signedBy');
  });
});
