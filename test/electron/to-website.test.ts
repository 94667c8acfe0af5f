/** What goes to the survey platform: codes without a name, and the questionnaire; both stay where they were put, and are known of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { readStructure } from '../shared/interview/survey-structure.ts';
import {
  firstDay,
  type PreparedStudy,
  partners,
  prepareStudy,
  residents,
  type StudyInUse,
  surnames,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const path = (name: string) => join(study.folder, name);
const target = (name: string) => study.host.offerTarget(path(name));
const save = (name = 'codes.csv', group = residents) =>
  study.ask('manager', 'contact.saveParticipants', { group, target: target(name) });

test('the list holds the code of everyone who may still answer, and nothing by which anyone is known', async () => {
  const cases = await study.cases();
  await study.ask('manager', 'contact.stopCase', { caseId: cases.get('Cornippen')!.id, why: 'refused' });
  expect(await save()).toMatchObject({ participants: surnames.length - 1 });
  const bytes = readFileSync(path('codes.csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
  const names = [
    'firstname',
    'lastname',
    'email',
    'emailstatus',
    'token',
    'language',
    'validfrom',
    'validuntil',
    'usesleft',
  ];
  expect(header).toBe(names.map((name) => `"${name}"`).join(','));
  const open = surnames.filter((surname) => surname !== 'Cornippen').map((surname) => cases.get(surname)!.code);
  expect(lines).toEqual(open.toSorted().map((code) => `"","${code}","","OK","${code}","nl","","","1"`));
  const text = bytes.toString('utf8').toLowerCase();
  // What would be found is found in the delivery that these people came in with.
  const known = [...surnames.map((surname) => surname.toLowerCase()), 'wijk.example', 'verzonnenlaan', '0689001'];
  const delivered = readFileSync(path('residents.csv'), 'utf8').toLowerCase().replaceAll('-', '');
  for (const part of known) {
    expect(delivered).toContain(part);
    expect(text).not.toContain(part);
  }
});

test('the list is known of: it is registered, and goes with a person who is erased', async () => {
  const { sha256 } = await save();
  const [row] = study.rows<{ kind: string; pieces: number; sha256: string; made_on: string }>('SELECT * FROM handouts');
  expect(row).toMatchObject({ kind: 'participants', pieces: surnames.length, sha256, made_on: firstDay });
  const came = { article: '17', receivedOn: firstDay, channel: 'client' } as const;
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', came);
  const { id } = (await study.cases()).get('Aalbersma')!;
  await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id, identityCheckedBy: 'balie' });
  const { files } = await study.ask('manager', 'destruction.caseErasure', { nr });
  expect(files).toEqual([{ kind: 'participants', madeOn: firstDay, name: 'codes.csv', isThere: true }]);
});

test('it is not made within the study folder, nor of a group in which nobody may answer any more', async () => {
  const inside = study.host.offerTarget(path('study/codes.csv'));
  const saving = study.ask('manager', 'contact.saveParticipants', { group: residents, target: inside });
  expect((await refusalOf(saving)).problem).toBe('file.inside-study-folder');
  const cases = await study.cases();
  for (const surname of ['Jellemans', 'Kuiperda'])
    await study.ask('manager', 'contact.stopCase', { caseId: cases.get(surname)!.id, why: 'refused' });
  expect((await refusalOf(save('codes.csv', partners))).problem).toBe('contact.nothing-due');
  expect(study.rows('SELECT * FROM handouts')).toEqual([]);
});

test('the questionnaire goes there as it is in use, for whoever may change it', async () => {
  const made = await study.ask('researcher', 'study.saveStructure', { group: residents, target: target('survey.txt') });
  expect(made).toMatchObject({
    items: 6,
    adapted: [
      { item: 'hulp', why: 'answer-names' },
      { item: 'terug', why: 'answer-names' },
    ],
  });
  const survey = readStructure(readFileSync(path('survey.txt'), 'utf8'));
  expect(survey.questions.map(({ code }) => code)).toEqual([
    'welkom',
    'hulp',
    'uren',
    'verhaal',
    'reden',
    'wijk',
    'terug',
  ]);
  expect(survey.questions.map(({ mandatory }) => mandatory)).toEqual([false, true, false, false, false, false, true]);
  expect(survey.questions[4]!.relevance).toBe('(hulp.NAOK == "nee")');
});
