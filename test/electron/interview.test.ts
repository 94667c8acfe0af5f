import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { testClock } from './clock-here.ts';
import {
  firstDay,
  invited,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
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
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
});

type Typed = Asked<'interview.answer'>['answer'];
const named = (item: string) => item as ItemName;
const take = async (seat = 'interviewer') => {
  const found = await study.ask(seat, 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
  return found.case;
};
const begin = (seat = 'interviewer', language?: string) =>
  study.ask(seat, 'interview.begin', { consent: 'spoken', ...(language === undefined ? {} : { language }) });
const say = (item: string, answer: Typed, seat = 'interviewer') =>
  study.ask(seat, 'interview.answer', { item: named(item), answer });
const see = (item?: string, seat = 'interviewer') =>
  study.ask(seat, 'interview.see', item === undefined ? {} : { item: named(item) });
const finish = (seat = 'interviewer') => study.ask(seat, 'interview.finish', {});
/** Answers in the log, which begins with its sitting. */
const acknowledged = () => stored('draft_answers') - 1;
const stored = (table: string) => study.rows(`SELECT * FROM ${table}`).length;

/** Types each answer in turn and gives the item that is asked after the last one. */
async function sayAll(answers: Readonly<Record<string, Typed>>): Promise<string | undefined> {
  let next: string | undefined;
  for (const [item, answer] of Object.entries(answers)) next = (await say(item, answer)).next?.item;
  return next;
}
const helped = {
  welkom: null,
  hulp: 'ja',
  uren: 12,
  verhaal: 'Heel fijn verzonnen verhaal',
  wijk: ['zuid'],
  terug: 'ja',
};

describe('an interview', () => {
  test('from the first item to the last: one response, opened only by the researcher, with the background and no name', async () => {
    // Its minutes are counted: on a clock that stands, however slow this machine is.
    study = await prepared.open({ clock: testClock() });
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const one = await take();
    const first = await begin();
    expect(first).toMatchObject({ language: 'nl', saved: 0, items: { done: 0, onRoute: 3 }, next: { item: 'welkom' } });
    expect((await say('welkom', null)).next).toMatchObject({
      item: 'hulp',
      text: 'Kreeg u hulp?',
      required: true,
      choices: [
        { name: 'ja', label: 'Ja' },
        { name: 'nee', label: 'Nee' },
        { name: 'weet_niet', label: 'Weet ik niet' },
      ],
    });
    expect(await sayAll(helped)).toBe(undefined);
    expect(await finish()).toEqual({ answers: 5, mode: 'phone', waitsForSecond: false });

    const [response, ...others] = await study.responses();
    expect(others).toEqual([]);
    const { surname, sex } = invited.find(({ surname: of }) => one.name.endsWith(of))!;
    expect(response).toEqual({
      of: surname,
      group: residents,
      mode: 'phone',
      language: 'nl',
      complete: true,
      version: '1',
      conduct: { answeredBy: 'self', participants: 1 },
      paradata: { minutes: 0, sittings: 1 },
      background: { sex: sex === 'm' ? 'male' : 'female', age: 65, stratum: 'Noord' },
      answers: [
        ['hulp', { kind: 'choice', choice: 'ja' }],
        ['uren', { kind: 'number', number: 12 }],
        ['verhaal', { kind: 'text', text: helped.verhaal }],
        ['wijk', { kind: 'choices', choices: ['zuid'] }],
        ['terug', { kind: 'choice', choice: 'ja' }],
      ],
    });
    const { of, ...content } = response!;
    for (const told of [of, one.caseId, 'Q.', ...one.phones]) expect(JSON.stringify(content)).not.toContain(told);
    expect(stored('drafts') + stored('draft_answers')).toBe(0);
    for (const row of study.rows<{ content: Buffer }>('SELECT content FROM responses'))
      expect(row.content.includes('verzonnen')).toBe(false);
    expect(study.rows(`SELECT outcome FROM attempts WHERE case_id = '${one.caseId}'`)).toEqual([
      { outcome: 'completed' },
    ]);
    const table = await study.ask('manager', 'reporting.responseTable', {});
    expect(table.groups[0]).toMatchObject({ invited: surnames.length, responses: 1, byMode: { phone: 1, web: 0 } });
  });

  test('in another language is asked in it; one that the questionnaire does not have is asked in its own', async () => {
    await take();
    expect((await begin('interviewer', 'en')).language).toBe('en');
    expect((await say('welkom', null)).next?.text).toBe('Did you get help?');
    await take('second');
    expect((await begin('second', 'fy')).language).toBe('nl');
  });

  test('begun twice, also at the same moment, is one interview', async () => {
    await take();
    const [one, other] = await Promise.all([begin(), begin()]);
    expect(one).toEqual(other);
    expect(stored('drafts')).toBe(1);
    await say('hulp', 'ja');
    expect((await begin()).saved).toBe(1);
  });

  test('needs a case in hand and to have been begun, and an interviewer', async () => {
    expect((await refusalOf(begin())).problem).toBe('contact.no-case-in-hand');
    await take();
    for (const asked of [say('hulp', 'ja'), see(), finish(), study.ask('interviewer', 'interview.breakOff', {})])
      expect((await refusalOf(asked)).problem).toBe('interview.none-begun');
    for (const seat of ['manager', 'researcher', 'officer'])
      for (const asked of [begin(seat), say('hulp', 'ja', seat), see(undefined, seat), finish(seat)])
        expect((await refusalOf(asked)).problem).toBe('session.role-not-allowed');
  });
});

describe('an answer', () => {
  beforeEach(async () => {
    await take();
    await begin();
  });

  test.each<readonly [item: string, answer: Typed, expected: string]>([
    ['hulp', 'misschien', 'choice'],
    ['hulp', ['ja', 'nee'], 'choice'],
    ['hulp', 3, 'choice'],
    ['uren', 'veel', 'whole-number'],
    ['uren', 1.5, 'whole-number'],
    ['uren', 61, 'constraint'],
    ['uren', -1, 'constraint'],
    ['verhaal', '   ', 'text'],
    ['wijk', ['oost'], 'choices'],
    ['welkom', 'tekst', 'no-answer'],
  ])(
    'that does not fit %s (%j) is refused with what was expected, and nothing is saved',
    async (item, answer, expected) => {
      await say('hulp', 'ja');
      expect(await refusalOf(say(item, answer))).toEqual({ problem: 'interview.answer-invalid', item, expected });
      expect(acknowledged()).toBe(1);
      expect((await see()).saved).toBe(1);
    },
  );

  test('to an item off the route, or to none, is refused; so is looking at it', async () => {
    const offRoute = { problem: 'interview.not-this-item', item: 'uren' };
    expect(await refusalOf(say('uren', 3))).toEqual(offRoute);
    expect(await refusalOf(see('uren'))).toEqual(offRoute);
    await say('hulp', 'nee');
    expect(await refusalOf(say('uren', 3))).toEqual(offRoute);
    expect((await refusalOf(say('nergens', 3))).problem).toBe('interview.not-this-item');
    expect((await refusalOf(see('nergens'))).problem).toBe('interview.not-this-item');
    expect((await see('reden')).next?.item).toBe('reden');
    expect(acknowledged()).toBe(1);
  });

  test('of nothing goes past the item and saves nothing; a required one that was passed keeps the interview from being finished', async () => {
    expect(await sayAll({ welkom: null, hulp: null, wijk: null })).toBe('terug');
    expect((await say('terug', null)).next).toBe(undefined);
    expect(acknowledged()).toBe(0);
    expect(await refusalOf(finish())).toEqual({ problem: 'interview.items-open', items: ['hulp', 'terug'] });
    await say('hulp', 'weet_niet');
    expect(await refusalOf(finish())).toEqual({ problem: 'interview.items-open', items: ['terug'] });
    await say('terug', { kind: 'missing', missing: 'dont-know' });
    expect(await finish()).toEqual({ answers: 2, mode: 'phone', waitsForSecond: false });
    const [response] = await study.responses();
    expect(response!.answers).toEqual([
      ['hulp', { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }],
      ['terug', { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }],
    ]);
  });

  test('that is taken back is gone', async () => {
    await sayAll({ hulp: 'ja', uren: 12 });
    const view = await say('uren', null);
    expect(view).toMatchObject({ saved: 3, items: { done: 1 }, next: { item: 'verhaal' } });
    expect((await see('uren')).next?.answer).toBe(undefined);
    await sayAll({ wijk: ['noord'], terug: 'ja' });
    await finish();
    const [response] = await study.responses();
    expect(response!.answers.map(([item]) => item)).toEqual(['hulp', 'wijk', 'terug']);
  });

  test('that is changed later changes the route, and what is off it does not come into the response', async () => {
    await sayAll(helped);
    const back = await see('hulp');
    expect(back.next).toMatchObject({ item: 'hulp', answer: { kind: 'choice', choice: 'ja' } });
    const changed = await say('hulp', 'nee');
    expect(changed.next?.item).toBe('reden');
    expect(changed.items).toEqual({ done: 3, onRoute: 4 });
    await say('reden', 'Nooit nodig gehad, verzonnen');
    await finish();
    const [response] = await study.responses();
    expect(response!.answers.map(([item]) => item)).toEqual(['hulp', 'reden', 'wijk', 'terug']);
    expect(JSON.stringify(response)).not.toContain(helped.verhaal);
  });

  test('and back again: what was said on the first route counts again', async () => {
    await sayAll(helped);
    await say('hulp', 'nee');
    await say('hulp', 'ja');
    expect((await see('verhaal')).next?.answer).toEqual({ kind: 'text', text: helped.verhaal });
    expect(await finish()).toEqual({ answers: 5, mode: 'phone', waitsForSecond: false });
  });

  test('pressed twice at the same moment is saved once, and never fails', async () => {
    const both = await Promise.allSettled([say('hulp', 'ja'), say('hulp', 'ja')]);
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason.problem?.problem] : []));
    expect(refused).toEqual(['study.changed-meanwhile']);
    expect((await see()).saved).toBe(1);
  });

  test('that is acknowledged while the interview is being finished is never lost', async () => {
    await sayAll(helped);
    const [ended, answered] = await Promise.allSettled([finish(), say('uren', 40)]);
    expect([ended!.status, answered!.status]).toEqual(['rejected', 'fulfilled']);
    expect((await see('uren')).next?.answer).toEqual({ kind: 'number', number: 40 });
    await finish();
    const [response] = await study.responses();
    expect(response!.answers).toContainEqual(['uren', { kind: 'number', number: 40 }]);
  });

  test('finished twice at the same moment is one response', async () => {
    await sayAll(helped);
    const both = await Promise.allSettled([finish(), finish()]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await study.responses()).toHaveLength(1);
  });
});

describe('an interview that is interrupted', () => {
  test('goes on after a restart at the item where it stopped, for the same interviewer only', async () => {
    const one = await take();
    await begin();
    await sayAll({ welkom: null, hulp: 'ja', uren: 12 });
    await study.restart();
    expect((await refusalOf(say('verhaal', 'iets', 'second'))).problem).toBe('contact.no-case-in-hand');
    await take('second');
    expect((await refusalOf(say('verhaal', 'iets', 'second'))).problem).toBe('interview.none-begun');
    const again = await take();
    expect(again).toMatchObject({ caseId: one.caseId, hasDraft: true });
    expect(await begin()).toMatchObject({ saved: 2, next: { item: 'verhaal' } });
    expect((await see('hulp')).next?.answer).toEqual({ kind: 'choice', choice: 'ja' });
    await sayAll({ verhaal: 'Verder verteld na de pauze', terug: 'ja' });
    expect((await finish()).answers).toBe(4);
  });

  test('by an appointment goes on in another call with another interviewer, and each call keeps its own outcome', async () => {
    const one = await take();
    await begin();
    await sayAll({ hulp: 'ja', uren: 12 });
    const on = addDays(firstDay, 1);
    const appointment = { on, at: '10:30' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    await study.moveTo(on);
    expect(await take('second')).toMatchObject({ caseId: one.caseId, hasDraft: true });
    expect((await refusalOf(say('verhaal', 'iets'))).problem).toBe('contact.no-case-in-hand');
    expect(await begin('second')).toMatchObject({ saved: 2, next: { item: 'verhaal' } });
    for (const [item, answer] of Object.entries({ verhaal: 'Verzonnen vervolg', terug: 'nee' }))
      await say(item, answer, 'second');
    expect((await finish('second')).answers).toBe(4);
    expect(study.rows(`SELECT on_day, outcome FROM attempts WHERE case_id = '${one.caseId}' ORDER BY on_day`)).toEqual([
      { on_day: firstDay, outcome: 'appointment' },
      { on_day: on, outcome: 'completed' },
    ]);
  });

  test('broken off: what was said is kept apart from the complete ones, and nobody rings again', async () => {
    const one = await take();
    await begin();
    await sayAll({ hulp: 'ja', uren: 12 });
    await study.ask('interviewer', 'interview.breakOff', {});
    const [response] = await study.responses();
    expect(response).toMatchObject({
      complete: false,
      answers: [
        ['hulp', {}],
        ['uren', {}],
      ],
    });
    expect(study.rows(`SELECT state, final_code FROM cases WHERE id = '${one.caseId}'`)).toEqual([
      { state: 'final', final_code: '2.12' },
    ]);
    expect(study.rows(`SELECT outcome FROM attempts WHERE case_id = '${one.caseId}'`)).toEqual([
      { outcome: 'broke-off' },
    ]);
    expect(stored('drafts') + stored('draft_answers')).toBe(0);
    expect((await take()).caseId).not.toBe(one.caseId);
  });

  test('ended by a refusal in the call: what was said is not kept', async () => {
    await take();
    await begin();
    await say('hulp', 'ja');
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'refused' });
    expect([stored('drafts'), stored('draft_answers'), stored('responses')]).toEqual([0, 0, 0]);
  });

  test('once finished can be opened by nobody, and its case is given to nobody', async () => {
    const one = await take();
    await begin();
    await sayAll(helped);
    await finish();
    for (const asked of [begin(), see('hulp'), say('hulp', 'nee'), finish()])
      expect((await refusalOf(asked)).problem).toBe('contact.no-case-in-hand');
    expect((await refusalOf(study.ask('interviewer', 'contact.closeCall', { outcome: 'busy' }))).problem).toBe(
      'contact.no-case-in-hand',
    );
    await study.restart();
    const given = [];
    for (let round = 0; round < 6; round += 1) {
      given.push((await take()).caseId);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'busy' });
    }
    expect(given).not.toContain(one.caseId);
    expect(await study.ask('interviewer', 'contact.nextCase', {})).toMatchObject({ kind: 'none' });
  });
});

describe('what respondents answered on the web', () => {
  const complete = { hulp: 'ja', uren: '12', verhaal: 'Via de website verteld', 'wijk[noord]': 'Y', terug: 'ja' };
  let nr = 0;
  const read = (sent: Parameters<typeof returnsOf>[0], group = residents) => {
    nr += 1;
    const file = study.offer(`returns-${nr}.csv`, returnsOf(sent));
    return study.ask('manager', 'interview.readReturns', { group, file });
  };

  test('every row ends as accepted, set aside, begun or refused with its reason, and together they are all', async () => {
    const cases = await study.cases();
    const code = (surname: string) => cases.get(surname)!.code;
    const view = await read([
      { code: code('Aalbersma'), answers: complete },
      { code: '222222222', answers: complete },
      { code: 'geen code', answers: complete },
      { code: code('Aalbersma'), answers: complete },
      { code: code('Bessemans'), on: '', answers: {} },
      { code: code('Cornippen'), answers: { hulp: 'ja' } },
      { code: code('Dusseljee'), answers: { ...complete, uren: '99' } },
      { code: code('Jellemans'), answers: complete },
      { code: code('Eikelstra'), answers: { ...complete, reden: 'niet van toepassing' } },
    ]);
    expect(view.refusedRows.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'code-unknown'],
      [4, 'code-invalid'],
      [6, 'incomplete'],
      [8, 'answer-invalid'],
      [9, 'code-unknown'],
    ]);
    expect(view).toMatchObject({ read: 9, accepted: 2, aside: 1, begun: 1, offRoute: 1 });
    const refused = Object.values(view.refused).reduce((sum, count) => sum + count, 0);
    const { accepted, aside, begun } = view;
    expect([accepted + aside + begun + refused, view.refusedRows.length]).toEqual([view.read, refused]);
    expect(JSON.stringify(view)).not.toContain(code('Aalbersma'));

    const responses = await study.responses();
    expect(responses.map(({ of }) => of).toSorted()).toEqual(['Aalbersma', 'Eikelstra']);
    for (const response of responses) {
      expect(response).toMatchObject({ mode: 'web', complete: true, group: residents });
      expect(response.answers.map(([item]) => item)).toEqual(['hulp', 'uren', 'verhaal', 'wijk', 'terug']);
    }
  });

  test('read again, as the platform exports everything every day: only what is new is taken', async () => {
    const cases = await study.cases();
    const row = (surname: string) => ({
      code: cases.get(surname)!.code,
      answers: { ...complete, reden: 'van de route' },
    });
    expect(await read([row('Aalbersma')])).toMatchObject({ accepted: 1, offRoute: 1 });
    const second = await read([row('Aalbersma'), row('Bessemans')]);
    expect(second).toMatchObject({ read: 2, accepted: 1, refused: { 'answered-before': 1 }, offRoute: 1 });
    expect(await study.responses()).toHaveLength(2);
  });

  test('two windows that read the same file at the same moment take everyone once', async () => {
    const { code } = (await study.cases()).get('Aalbersma')!;
    const row = { code, answers: complete };
    const both = await Promise.allSettled([read([row]), read([row])]);
    const accepted = both.map((each) => (each.status === 'fulfilled' ? each.value.accepted : 0));
    expect(accepted.reduce((sum, count) => sum + count)).toBe(1);
    for (const each of both)
      if (each.status === 'rejected') expect(each.reason.problem?.problem).toBe('study.changed-meanwhile');
    expect(await study.responses()).toHaveLength(1);
  });

  test('of someone who had refused is not taken; of someone who was interviewed it is set aside', async () => {
    const cases = await study.cases();
    const { id, code } = cases.get('Cornippen')!;
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' });
    const one = await take();
    await begin();
    await sayAll(helped);
    await finish();
    const interviewed = [...cases.values()].find((each) => each.id === one.caseId)!;
    const view = await read([
      { code, answers: complete },
      { code: interviewed.code, answers: complete },
    ]);
    expect(view).toMatchObject({ accepted: 0, aside: 1, refused: { 'case-final': 1 } });
    expect((await study.responses()).map(({ mode }) => mode)).toEqual(['phone']);
  });

  test('of someone whose interview was begun by phone: the web answers stand, and of the call nothing is kept', async () => {
    const one = await take();
    await begin();
    await say('hulp', 'nee');
    const appointment = { on: addDays(firstDay, 3), at: '10:30' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    const { code } = [...(await study.cases()).values()].find(({ id }) => id === one.caseId)!;
    expect((await read([{ code, answers: complete }])).accepted).toBe(1);
    expect([stored('drafts'), stored('draft_answers')]).toEqual([0, 0]);
    await study.moveTo(addDays(firstDay, 3));
    for (let round = 0; round < 6; round += 1) {
      expect((await take()).caseId).not.toBe(one.caseId);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'busy' });
    }
  });

  test('in a file without the columns that it needs, without rows, or for no group: nothing is read', async () => {
    const file = study.offer('wrong.csv', 'id,token,hulp\r\n1,222222222,ja\r\n');
    expect(await refusalOf(study.ask('manager', 'interview.readReturns', { group: residents, file }))).toEqual({
      problem: 'interview.returns-columns',
      missing: ['submitdate', 'uren', 'verhaal', 'reden', 'wijk[noord]', 'wijk[zuid]', 'terug'],
      twice: [],
    });
    const unknown = read([{ code: '222222222', answers: complete }], 'nobody' as never);
    expect((await refusalOf(unknown)).problem).toBe('study.group-unknown');
    expect(await read([], partners)).toMatchObject({ read: 0, accepted: 0, refusedRows: [] });
    expect(stored('responses')).toBe(0);
  });
});

describe('the language of an interview', () => {
  const speak = (language: string, item?: string) =>
    study.ask(
      'interviewer',
      'interview.setLanguage',
      item === undefined ? { language } : { language, item: named(item) },
    );

  test('is changed at the item in hand, stays changed, and is the language of the response', async () => {
    await take();
    const first = await begin();
    expect(first.languages).toEqual(['nl', 'en']);
    await say('hulp', 'ja');
    const english = await speak('en', 'uren');
    expect(english).toMatchObject({ language: 'en', saved: 1, next: { item: 'uren', text: 'How many hours?' } });
    expect((await see()).language).toBe('en');
    expect((await begin()).language).toBe('en');
    expect((await speak('nl')).next?.item).toBe('uren');
    const back = await speak('en');
    expect(back).toEqual(await speak('en'));
    const { acts } = { acts: await study.acts() };
    expect(acts.filter((act) => act === 'interview.setLanguage').length).toBe(3);
    for (const [item, answer] of Object.entries(helped)) await say(item, answer);
    await finish();
    expect((await study.responses())[0]!.language).toBe('en');
  });

  test('is one of the questionnaire, and the item is on the route', async () => {
    expect((await refusalOf(speak('en'))).problem).toBe('contact.no-case-in-hand');
    await take();
    expect((await refusalOf(speak('en'))).problem).toBe('interview.none-begun');
    await begin();
    expect(await refusalOf(speak('fy'))).toMatchObject({ problem: 'request.input-invalid', field: 'language' });
    expect((await refusalOf(speak('en', 'uren'))).problem).toBe('interview.not-this-item');
    expect((await see()).language).toBe('nl');
  });

  test('changed at another window of the same interviewer while the interview ends: the ending waits', async () => {
    await take();
    await begin();
    for (const [item, answer] of Object.entries(helped)) await say(item, answer);
    const [ended, spoken] = await Promise.allSettled([finish(), speak('en')]);
    expect([ended.status, spoken.status]).toContain('fulfilled');
    const [response] = await study.responses();
    if (ended.status === 'fulfilled') expect(response!.language).toBe(spoken.status === 'fulfilled' ? 'en' : 'nl');
    else expect(response).toBe(undefined);
  });
});

test('the route is all that is shown, notes too, as the answers make it; a missing choice says which kind it is', async () => {
  await take();
  const { route } = await begin();
  expect(route).toEqual(['welkom', 'hulp', 'wijk', 'terug']);
  const after = await say('hulp', 'ja');
  expect(after.route).toEqual(['welkom', 'hulp', 'uren', 'verhaal', 'wijk', 'terug']);
  const { next } = await see('hulp');
  expect(next!.choices!.map(({ missing }) => missing)).toEqual([undefined, undefined, 'dont-know']);
});
