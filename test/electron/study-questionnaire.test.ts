/** Questionnaires in the office: looked at and loaded, also during fieldwork, with what was answered before. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import type { Asked } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { firstDay, type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
});

const rows = {
  welkom: ['note', 'welkom', 'Fijn dat u meedoet.', 'Thank you for taking part.', '', '', '', ''],
  hulp: ['select_one janee', 'hulp', 'Kreeg u hulp?', 'Did you get help?', 'yes', '', '', ''],
  uren: ['integer', 'uren', 'Hoeveel uur?', 'How many hours?', '', `\${hulp} = 'ja'`, '. >= 0 and . <= 60', ''],
  verhaal: ['text', 'verhaal', 'Wat vond u ervan?', 'What did you think?', '', `\${hulp} = 'ja'`, '', ''],
  terug: ['select_one janee', 'terug', 'Zou u het aanraden?', 'Would you recommend it?', 'yes', '', '', ''],
};
type Rows = Readonly<Record<string, readonly string[]>>;
let files = 0;
/** The questionnaire above with other rows in it. */
function offer(changed: Rows, version: string, languages = ['label::Nederlands (nl)', 'label::English (en)']) {
  files += 1;
  const all: Rows = { ...rows, ...changed };
  const survey = Object.values(all).filter((row) => row.length > 0);
  return study.offer(
    `vragenlijst-${files}.xlsx`,
    workbook({
      survey: [['type', 'name', ...languages, 'required', 'relevant', 'constraint', 'special_category'], ...survey],
      choices: [
        ['list_name', 'name', ...languages, 'missing'],
        ['janee', 'ja', 'Ja', 'Yes', ''],
        ['janee', 'nee', 'Nee', 'No', ''],
        ['janee', 'weet_niet', 'Weet ik niet', "Don't know", 'dont-know'],
      ],
      settings: [
        ['form_title', 'form_id', 'version', 'default_language'],
        ['Bewoners', 'bewoners', version, 'Nederlands (nl)'],
      ],
    }),
  );
}
const look = (changed: Rows, version = '2', seat = 'manager') =>
  study.ask(seat, 'study.lookAtQuestionnaire', { group: residents, file: offer(changed, version) });
const load = (changed: Rows, version: string) =>
  study.ask('manager', 'study.loadQuestionnaire', { group: residents, file: offer(changed, version) });

type Typed = Asked<'interview.answer'>['answer'];
/** Begins an interview and types these answers. */
async function begin(answers: Readonly<Record<string, Typed>>) {
  await study.ask('interviewer', 'contact.nextCase', {});
  await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  for (const [item, answer] of Object.entries(answers))
    await study.ask('interviewer', 'interview.answer', { item: item as ItemName, answer });
}
const helped = { hulp: 'ja', uren: 12, verhaal: 'Fijn', terug: 'ja' };
async function finished(answers: Readonly<Record<string, Typed>> = helped) {
  await begin(answers);
  await study.ask('interviewer', 'interview.finish', {});
}

describe('a questionnaire', () => {
  test('is seen by everyone in the study, without anyone else in it', async () => {
    for (const seat of ['manager', 'researcher', 'officer', 'interviewer']) {
      const view = await study.ask(seat, 'study.questionnaire', { group: residents });
      expect(view).toMatchObject({ group: residents, title: 'Bewoners', notAsked: [] });
      expect(view.questionnaire.items.map(({ name }) => name)).toContain('verhaal');
      expect(view).not.toHaveProperty('minutes');
    }
  });

  test('of a group that has none, or that is none, is refused', async () => {
    const unknown = { group: 'nobody' as typeof residents };
    expect(await refusalOf(study.ask('manager', 'study.questionnaire', unknown))).toMatchObject({
      problem: 'study.group-unknown',
    });
  });

  test('that is only looked at changes nothing, and tells what it would change', async () => {
    const before = await study.ask('manager', 'study.questionnaire', { group: residents });
    const acts = (await study.acts()).length;
    const seen = await look({
      uren: ['text', 'uren', 'Hoe lang?', 'How long?', '', `\${hulp} = 'ja'`, '', ''],
      verhaal: [],
    });
    const changed = Object.fromEntries(seen.differences!.items.map(({ item, changed: kinds }) => [item, kinds]));
    expect(changed).toMatchObject({ uren: ['text', 'kind', 'constraint'], verhaal: ['removed'], wijk: ['removed'] });
    expect(seen).toMatchObject({ underWay: 0, isLookedInto: true, outOfForm: [] });
    expect(await study.ask('manager', 'study.questionnaire', { group: residents })).toEqual(before);
    expect(await study.acts()).toHaveLength(acts);
  });

  test('with faults is refused with all of them', async () => {
    const broken = {
      uren: ['select_one weg', 'uren', 'x', 'x', '', '', '', ''],
      terug: ['text', 'terug', 'x', 'x', '', '${', '', ''],
    };
    expect(await refusalOf(look(broken))).toMatchObject({ problem: 'questionnaire.faulty' });
  });

  test('without what the agreement does not allow: those items are told, and nobody is asked them', async () => {
    const health = {
      verhaal: ['text', 'verhaal', 'Hoe is uw gezondheid?', 'How is your health?', '', '', '', 'health'],
    };
    const seen = await look(health);
    expect(seen.notAsked).toEqual([{ item: 'verhaal', category: 'health' }]);
    expect(seen.questionnaire.items.map(({ name }) => name)).not.toContain('verhaal');
    expect(await load(health, '2')).toMatchObject({ items: 4, notAsked: 1 });
  });
});

describe('a new version during fieldwork', () => {
  const shorter = {
    verhaal: [],
    uren: ['integer', 'uren', 'Hoeveel uur?', 'How many?', '', `\${hulp} = 'ja'`, '. <= 10', ''],
  };

  test('interviews under way are looked into with the keys of a manager and a researcher, and only counted', async () => {
    await begin({ hulp: 'ja', uren: 12, verhaal: 'Geheim verzonnen verhaal' });
    const seen = await look(shorter, '2', 'researcher');
    expect(seen).toMatchObject({ underWay: 1, isLookedInto: true });
    expect(seen.outOfForm).toEqual([
      { item: 'uren', why: 'constraint', answers: 1 },
      { item: 'verhaal', why: 'item-gone', answers: 1 },
    ]);
    expect(JSON.stringify(seen)).not.toContain('Geheim');
  });

  test('where nobody holds both keys that is said, and nothing is opened', async () => {
    await begin({ hulp: 'ja' });
    await study.restart({}, ['researcher', 'interviewer']);
    const seen = await look(shorter, '2', 'researcher');
    expect(seen).toMatchObject({ underWay: 1, isLookedInto: false, outOfForm: [] });
  });

  test('whoever may not read answers learns none by a workbook that would refuse one of them', async () => {
    await begin({ hulp: 'ja', uren: 12 });
    const probing = { uren: ['integer', 'uren', 'Hoeveel uur?', 'How many?', '', '', '. != 12', ''] };
    expect((await look(probing, '2', 'researcher')).outOfForm).toHaveLength(1);
    expect(await look(probing)).toMatchObject({ underWay: 1, isLookedInto: false, outOfForm: [] });
  });

  test('an interview under way goes on with it, and what it does not ask any more is left out at the end', async () => {
    await begin({ hulp: 'ja', uren: 8, verhaal: 'Fijn' });
    await load(shorter, '2');
    await study.ask('interviewer', 'interview.answer', { item: 'terug' as ItemName, answer: 'ja' });
    await study.ask('interviewer', 'interview.finish', {});
    const [response] = await study.responses();
    expect(response!.answers.map(([name]) => name)).toEqual(['hulp', 'uren', 'terug']);
    expect(response!.version).toBe('2');
  });

  test('may not bear the name of one that was answered, not even the first of three', async () => {
    await load({}, '1');
    await load(shorter, '1');
    await finished({ hulp: 'nee', terug: 'ja' });
    expect(await refusalOf(load({}, '1'))).toMatchObject({ problem: 'study.questionnaire-version-used' });
    expect(await look({}, '1')).toMatchObject({ isVersionUsed: true });
    expect(await look({}, '2')).toMatchObject({ isVersionUsed: false });
    await load({}, '2');
    await begin({ hulp: 'nee' });
    await load({ verhaal: [] }, '3');
    expect(await refusalOf(load({ verhaal: [] }, '1'))).toMatchObject({ problem: 'study.questionnaire-version-used' });
    // The very same workbook as before is no other questionnaire.
    expect(await load(shorter, '1')).toMatchObject({ version: '1' });
  });

  test('answers of finished interviews that do not fit it are counted for the researcher', async () => {
    await finished();
    await finished({ ...helped, uren: 3 });
    expect(await study.ask('researcher', 'study.answersOutOfForm', { group: residents })).toEqual({ items: [] });
    await load(shorter, '2');
    expect(await study.ask('researcher', 'study.answersOutOfForm', { group: residents })).toEqual({
      items: [
        { item: 'uren', why: 'constraint', answers: 1 },
        { item: 'verhaal', why: 'item-gone', answers: 2 },
      ],
    });
    expect(await refusalOf(study.ask('manager', 'study.answersOutOfForm', { group: residents }))).toMatchObject({
      problem: 'session.role-not-allowed',
    });
  });
});

test('while someone asked to have their answers removed nobody is counted, and no minutes are told', async () => {
  for (let nr = 0; nr < 5; nr += 1) await finished({ hulp: 'nee', terug: 'ja' });
  const [response] = await study.responses();
  const { id } = (await study.cases()).get(response!.of)!;
  const asked = () => study.ask('researcher', 'study.answersOutOfForm', { group: residents });
  const seen = () => study.ask('researcher', 'study.questionnaire', { group: residents });
  expect(await asked()).toEqual({ items: [] });
  expect(await seen()).toHaveProperty('minutes');
  await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
  expect(await refusalOf(asked())).toMatchObject({ problem: 'export.removals-waiting' });
  expect(await seen()).not.toHaveProperty('minutes');
});

test('what was answered under an earlier version is still read in its words', async () => {
  await finished();
  const [response] = await study.responses();
  await load(
    { verhaal: [], terug: ['select_one janee', 'terug', 'Andere woorden?', 'Other words?', 'yes', '', '', ''] },
    '2',
  );
  const { id } = (await study.cases()).get(response!.of)!;
  const came = { article: '15', receivedOn: firstDay, channel: 'client' } as const;
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', came);
  await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id, identityCheckedBy: 'manager' });
  await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
  const { finished: said } = await study.ask('manager', 'contact.case', { request: nr });
  expect(said[0]!.items!.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
    'Kreeg u hulp? Ja',
    'Hoeveel uur per week? 12',
    'Wat vond u ervan? Fijn',
    'Zou u het aanraden? Ja',
  ]);
});

test('minutes are told from five interviews on, and only to whoever opens answers', async () => {
  for (let nr = 0; nr < 4; nr += 1) await finished({ hulp: 'nee', terug: 'ja' });
  const view = () => study.ask('researcher', 'study.questionnaire', { group: residents });
  expect(await view()).not.toHaveProperty('minutes');
  await finished({ hulp: 'nee', terug: 'ja' });
  expect((await view()).minutes).toBe(0);
  expect(await study.ask('manager', 'study.questionnaire', { group: residents })).not.toHaveProperty('minutes');
});
