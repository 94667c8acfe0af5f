import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import {
  firstDay,
  lastDay,
  mixed,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
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
const codeOf = async (surname: string) => (await study.cases()).get(surname)!.code as string;
const enter = async (surname: string, seat = 'interviewer', mode: 'paper' | 'email' = 'paper') =>
  study.ask(seat, 'interview.beginEntry', { code: await codeOf(surname), mode });
const say = (item: string, answer: Typed, seat = 'interviewer') =>
  study.ask(seat, 'interview.answer', { item: item as ItemName, answer });
const paper: Readonly<Record<string, Typed>> = { hulp: 'ja', uren: 12, verhaal: 'Van papier, verzonnen', terug: 'ja' };
const sayAll = async (answers: Readonly<Record<string, Typed>>, seat?: string) => {
  for (const [item, answer] of Object.entries(answers)) await say(item, answer, seat);
};
const finish = (seat = 'interviewer') => study.ask(seat, 'interview.finish', {});
const leave = (seat = 'interviewer') => study.ask(seat, 'interview.leaveEntry', {});
const row = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  return study.rows(`SELECT state, final_code, mode, held_by FROM cases WHERE id = '${id}'`)[0];
};
const twice = () => study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: true } });

describe('an entry of what came on paper', () => {
  test('is found by its code as it is typed, and becomes one response of that mode, without a call', async () => {
    const code = await codeOf('Fokkinkma');
    const begun = await study.ask('interviewer', 'interview.beginEntry', {
      code: ` ${code.toLowerCase()} `,
      mode: 'paper',
    });
    expect(begun).toMatchObject({ groupTitle: 'Bewoners', interview: { mode: 'paper', saved: 0, entry: { pass: 1 } } });
    expect(begun.code.replaceAll('-', '')).toBe(code);
    expect(JSON.stringify(begun)).not.toContain('Fokkinkma');
    await sayAll(paper);
    expect(await finish()).toEqual({ answers: 4, mode: 'paper', waitsForSecond: false });
    const [response] = await study.responses();
    expect(response).toMatchObject({ of: 'Fokkinkma', mode: 'paper', complete: true, paradata: { sittings: 1 } });
    expect(response!.paradata?.minutes).toBe(undefined);
    expect(await row('Fokkinkma')).toEqual({ state: 'final', final_code: '1.1', mode: 'paper', held_by: null });
    expect(study.rows('SELECT * FROM attempts')).toEqual([]);
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    const { groups } = await study.ask('manager', 'reporting.responseTable', {});
    expect(groups[0]).toMatchObject({ responses: 1, byMode: { paper: 1, phone: 0 } });
  });

  test('by a mistyped code finds nobody', async () => {
    const code = await codeOf('Fokkinkma');
    for (const typed of [code.slice(0, -1), `${code.slice(1)}${code[0]}`, 'papier'])
      expect(
        (await refusalOf(study.ask('interviewer', 'interview.beginEntry', { code: typed, mode: 'paper' }))).problem,
      ).toBe('contact.code-unknown');
  });

  test('is put aside and goes on with a colleague, after a restart too', async () => {
    await enter('Fokkinkma');
    await sayAll({ hulp: 'ja', uren: 3 });
    await leave();
    expect(await row('Fokkinkma')).toMatchObject({ state: 'open', held_by: null });
    await study.restart();
    expect((await enter('Fokkinkma', 'second')).interview).toMatchObject({ saved: 2, next: { item: 'verhaal' } });
    await sayAll({ verhaal: 'Verder', terug: 'nee' }, 'second');
    expect((await finish('second')).answers).toBe(4);
    expect((await study.responses())[0]!.paradata?.sittings).toBe(2);
  });

  test('of the same paper goes on after a crash for whoever had it in hand, and for nobody else', async () => {
    await enter('Fokkinkma');
    await say('hulp', 'ja');
    await study.restart();
    expect(await refusalOf(enter('Fokkinkma', 'second'))).toEqual({
      problem: 'interview.entry-impossible',
      why: 'in-hand',
    });
    expect((await enter('Fokkinkma')).interview.saved).toBe(1);
  });

  test('begun by mistake leaves nothing behind, and its person is rung as before', async () => {
    await enter('Groothuma');
    expect(study.rows('SELECT * FROM drafts').length).toBe(1);
    await leave();
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    const due = await study.ask('manager', 'schedule.due', {});
    expect(due.steps[0]!.cases).toBe(7);
  });

  test('keeps an answer that was acknowledged while it was put aside', async () => {
    const lost: number[] = [];
    for (const ticks of [0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40]) {
      await enter('Fokkinkma');
      const saying = say('hulp', 'ja').then(
        () => true,
        () => false,
      );
      for (let tick = 0; tick < ticks; tick += 1) await undefined;
      await leave().catch(() => undefined);
      const wasAcknowledged = await saying;
      const { n } = study.rows<{ n: number }>('SELECT count(*) AS n FROM drafts')[0]!;
      if (wasAcknowledged && n === 0) lost.push(ticks);
      // For the next time it is empty again.
      if (n === 0) continue;
      await enter('Fokkinkma');
      await study.ask('interviewer', 'interview.answer', { item: 'hulp' as ItemName, answer: null });
      await leave();
      expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    }
    expect(lost).toEqual([]);
  });

  test('keeps its person from being rung, written to or reminded', async () => {
    const rung = new Set<string>();
    await enter('Groothuma', 'third');
    await say('hulp', 'ja', 'third');
    await leave('third');
    expect((await study.ask('manager', 'schedule.due', {})).steps[0]!.cases).toBe(6);
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none') break;
      rung.add(next.case.name);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'busy' });
    }
    expect(rung.size).toBe(6);
    expect([...rung].join()).not.toContain('Groothuma');
  });

  test('keeps its person from getting a letter', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    const letters = async () =>
      (await study.ask('manager', 'schedule.due', {})).steps.find(({ channel }) => channel === 'letter')?.cases;
    const before = await letters();
    await enter('Fokkinkma');
    await say('hulp', 'ja');
    await leave();
    expect(await letters()).toBe(before! - 1);
  });

  test('that is incomplete is refused with what is open, and can be ended as it is', async () => {
    await enter('Fokkinkma', 'interviewer', 'email');
    await say('hulp', 'nee');
    expect(await refusalOf(finish())).toEqual({ problem: 'interview.items-open', items: ['terug'] });
    expect(await study.ask('interviewer', 'interview.breakOff', {})).toEqual({ isPartial: false });
    expect(await row('Fokkinkma')).toMatchObject({ final_code: '2.12', mode: 'email' });
  });

  test.each<readonly [string, string, () => Promise<unknown>]>([
    [
      'answered',
      'Fokkinkma',
      async () => {
        await enter('Fokkinkma');
        await sayAll(paper);
        await finish();
      },
    ],
    [
      'ended',
      'Cornippen',
      async () => {
        const caseId = (await study.cases()).get('Cornippen')!.id;
        await study.ask('manager', 'contact.stopCase', { caseId, why: 'refused' });
      },
    ],
    ['in-hand', 'Fokkinkma', () => enter('Fokkinkma', 'second')],
    ['in-call', 'Fokkinkma', () => study.ask('interviewer', 'contact.nextCase', {})],
  ])('of someone who is %s is refused', async (why, surname, before) => {
    await before();
    expect(await refusalOf(enter(surname))).toEqual({ problem: 'interview.entry-impossible', why });
  });

  test('is no call: it cannot be closed as one, and taking a call puts it aside', async () => {
    await enter('Fokkinkma');
    await say('hulp', 'ja');
    const close = study.ask('interviewer', 'contact.closeCall', { outcome: 'refused' });
    expect((await refusalOf(close)).problem).toBe('contact.no-case-in-hand');
    expect((await refusalOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).problem).toBe(
      'contact.no-case-in-hand',
    );
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    expect(next.kind).toBe('case');
    expect(await row('Fokkinkma')).toMatchObject({ state: 'open', held_by: null });
    expect((await refusalOf(leave())).problem).toBe('interview.not-an-entry');
  });

  test('of someone with whom an interview was begun leaves that as it was, until it is finished', async () => {
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') throw new Error('nobody is due');
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await say('hulp', 'nee');
    const appointment = { on: addDays(firstDay, 1), at: '10:00' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    const surname = next.case.name.split(' ').at(-1)!;
    expect((await enter(surname)).interview).toMatchObject({ mode: 'paper', items: { done: 0 } });
    await leave();
    await study.moveTo(appointment.on);
    expect(await study.ask('interviewer', 'contact.nextCase', {})).toMatchObject({
      case: { caseId: next.case.caseId },
    });
    const begun = await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    expect(begun).toMatchObject({ mode: 'phone', items: { done: 1 } });
  });

  test('is not possible after the last day on which contact data may be used', async () => {
    await study.moveTo(addDays(lastDay, 400));
    expect((await refusalOf(enter('Fokkinkma'))).problem).toMatch(/ended|outside/);
  });
});

describe('entered twice', () => {
  beforeEach(twice);

  test('the first time counts nothing yet; the second begins empty, and equal entries are one response', async () => {
    await enter('Fokkinkma');
    await sayAll(paper);
    expect(await finish()).toEqual({ answers: 4, mode: 'paper', waitsForSecond: true });
    expect(await row('Fokkinkma')).toMatchObject({ state: 'open', held_by: null });
    expect(await study.responses()).toEqual([]);
    expect((await enter('Fokkinkma', 'second')).interview).toMatchObject({ entry: { pass: 2 }, items: { done: 0 } });
    await sayAll(paper, 'second');
    expect(await study.ask('second', 'interview.differences', {})).toEqual({ items: [] });
    expect(await finish('second')).toEqual({ answers: 4, mode: 'paper', waitsForSecond: false });
    expect((await study.responses())[0]!.answers.length).toBe(4);
  });

  test('the first time ends no case, also where the paper is recorded as it is', async () => {
    await enter('Fokkinkma');
    await say('hulp', 'ja');
    expect(await study.ask('interviewer', 'interview.breakOff', {})).toEqual({ isPartial: false });
    expect(await row('Fokkinkma')).toMatchObject({ state: 'open', held_by: null });
    expect(await study.responses()).toEqual([]);
    expect((await enter('Fokkinkma', 'second')).interview).toMatchObject({ entry: { pass: 2 } });
  });

  test('what differs has to be decided, and only what is still asked', async () => {
    await enter('Fokkinkma');
    await sayAll(paper);
    await finish();
    await enter('Fokkinkma', 'second');
    await sayAll({ hulp: 'nee', reden: 'Verlezen', terug: 'nee' }, 'second');
    expect(await refusalOf(finish('second'))).toEqual({
      problem: 'interview.entries-differ',
      items: ['hulp', 'reden', 'terug'],
    });
    const { items } = await study.ask('second', 'interview.differences', {});
    expect(items.map(({ item, first, second }) => [item, first, second])).toEqual([
      ['hulp', 'Ja', 'Nee'],
      ['reden', '', 'Verlezen'],
      ['terug', 'Ja', 'Nee'],
    ]);
    const settle = (item: string, take: 'first' | 'second') =>
      study.ask('second', 'interview.settleDifference', { item: item as ItemName, take });
    expect((await refusalOf(settle('wijk', 'first'))).problem).toBe('interview.not-this-item');
    // The first was right: now what it said on that branch differs, and the other branch is off the route.
    expect((await settle('hulp', 'first')).items.map(({ item }) => item)).toEqual(['hulp', 'uren', 'verhaal', 'terug']);
    await settle('uren', 'first');
    await settle('verhaal', 'first');
    await study.restart();
    await enter('Fokkinkma', 'second');
    expect((await refusalOf(finish('second'))).problem).toBe('interview.entries-differ');
    await settle('terug', 'second');
    await finish('second');
    const [response] = await study.responses();
    expect(response!.answers).toEqual([
      ['hulp', { kind: 'choice', choice: 'ja' }],
      ['uren', { kind: 'number', number: 12 }],
      ['verhaal', { kind: 'text', text: paper.verhaal }],
      ['terug', { kind: 'choice', choice: 'nee' }],
    ]);
  });

  test('an interview is no entry', async () => {
    await study.ask('interviewer', 'contact.nextCase', {});
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    for (const asked of [study.ask('interviewer', 'interview.differences', {}), leave()])
      expect((await refusalOf(asked)).problem).toBe('interview.not-an-entry');
  });
});
