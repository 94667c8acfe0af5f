import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { officeWithStudy, temporaryFolder } from './office.ts';
import { type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});
const own = {
  kind: 'own' as const,
  title: { nl: 'De wijkkrant' },
  text: { nl: 'Zie de krant van {{client}}.', en: '' },
};

describe('scripts', () => {
  test('of a study that changed nothing are those that every study begins with, filled in for this one', async () => {
    const view = await study.ask('manager', 'study.scripts', {});
    expect(view).toMatchObject({ isOwn: false, languages: ['nl', 'en'] });
    const { scripts } = await study.ask('interviewer', 'interview.scripts', {});
    expect(scripts.map(({ kind }) => kind)).toEqual(view.scripts.map(({ kind }) => kind));
    const [source] = scripts.filter(({ kind }) => kind === 'how-number');
    expect(source!.paragraphs.join(' ')).toContain(agreement.client);
    expect(source!.paragraphs.join(' ')).toContain(bureau.objectTo);
    expect(JSON.stringify(scripts)).not.toContain('{{');
  });

  test('that a study wrote itself take the place of those, and own ones come last', async () => {
    const voicemail = { kind: 'voicemail' as const, title: { nl: 'Voicemail' }, text: { nl: 'Tot later.' } };
    await study.ask('manager', 'study.setScripts', { scripts: [own, voicemail] });
    const view = await study.ask('researcher', 'study.scripts', {});
    expect(view.isOwn).toBe(true);
    expect(view.scripts.at(-1)).toEqual({ ...own, text: { nl: own.text.nl } });
    expect(view.scripts.filter(({ kind }) => kind === 'voicemail')).toEqual([voicemail]);
    const { scripts } = await study.ask('interviewer', 'interview.scripts', { language: 'en' });
    expect(scripts.at(-1)).toMatchObject({
      otherLanguage: 'nl',
      paragraphs: [`Zie de krant van ${agreement.client}.`],
    });
    expect(scripts.find(({ kind }) => kind === 'consent')!.otherLanguage).toBe(undefined);
    expect(await study.acts()).toContain('study.setScripts');
  });

  test('are read in the language of the interview that is going on', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    await study.ask('interviewer', 'contact.nextCase', {});
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken', language: 'en' });
    const { scripts } = await study.ask('interviewer', 'interview.scripts', {});
    expect(scripts[0]!.paragraphs[0]).toMatch(/voluntary/);
  });

  test.each([
    ['a field that no script has', [{ ...own, text: { nl: 'Dag {{name}}' } }], 'study.script-field-unknown'],
    ['nothing written', [{ ...own, text: { nl: '' } }], 'request.input-invalid'],
    ['a kind twice', [own, own].map((script) => ({ ...script, kind: 'purpose' as const })), 'request.input-invalid'],
  ])('with %s are refused, and nothing is changed', async (_, scripts, problem) => {
    expect((await refusalOf(study.ask('manager', 'study.setScripts', { scripts }))).problem).toBe(problem);
    expect((await study.ask('manager', 'study.scripts', {})).isOwn).toBe(false);
  });
});

describe('rules for interviews', () => {
  test('are safe where nothing was set, and kept once they are', async () => {
    const here = temporaryFolder();
    const untouched = await officeWithStudy(here.folder);
    expect(await untouched.ask('manager', 'study.interviewRules', {})).toEqual({
      rules: { doubleEntry: false, returnsWithinDays: 0 },
    });
    untouched.office.close();
    here.remove();
    const rules = { partialFromPercent: 60, doubleEntry: true };
    await study.ask('manager', 'study.setInterviewRules', { rules });
    await study.restart();
    expect(await study.ask('officer', 'study.interviewRules', {})).toEqual({ rules });
  });
});
