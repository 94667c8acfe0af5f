import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import type { CaseInHand } from '../../shared/views.ts';
import {
  deliveryOf,
  firstDay,
  interviewers,
  lastDay,
  mixed,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  step,
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

type Outcome = Asked<'contact.closeCall'>['outcome'];
const next = (seat: string = 'interviewer') => study.ask(seat, 'contact.nextCase', {});
const close = (call: Asked<'contact.closeCall'>, seat = 'interviewer') => study.ask(seat, 'contact.closeCall', call);
async function take(seat?: string): Promise<CaseInHand> {
  const found = await next(seat);
  if (found.kind === 'none') throw new Error('nobody is due');
  return found.case;
}
const caseRow = (id: string) =>
  study.rows<{ state: string; final_code: string | null; held_by: string | null; next_due: string | null }>(
    `SELECT * FROM cases WHERE id = '${id}'`,
  )[0]!;
const attemptsOf = (id: string) =>
  study.rows<{ channel: string; outcome: string; on_day: string }>(
    `SELECT channel, outcome, on_day FROM attempts WHERE case_id = '${id}' ORDER BY on_day`,
  );
/** Everyone with a telephone. */
const callable = ['Aalbersma', 'Bessemans', 'Dusseljee', 'Eikelstra', 'Groothuma', 'Hooglanda', 'Itersoone'];

/** Rings everyone who is due today and gives the surnames, each call closed with `outcome`. */
async function ringAll(outcome: Outcome = 'no-answer'): Promise<readonly string[]> {
  const rung: string[] = [];
  for (let found = await next(); found.kind === 'case'; found = await next()) {
    rung.push(found.case.name.split(' ').at(-1)!);
    await close({ outcome });
  }
  return rung.toSorted();
}

/** Takes the person of that surname in hand: everyone who comes before is rung in vain. */
async function takeThe(surname: string): Promise<CaseInHand> {
  for (;;) {
    const one = await take();
    if (one.name.endsWith(surname)) return one;
    await close({ outcome: 'no-answer' });
  }
}

/** Everything that a day of the fieldwork does, on every day up to and including the closing day. Who was contacted, by case id. */
async function restOfTheFieldwork(from = 1): Promise<ReadonlySet<string>> {
  const before = new Set(study.rows<{ id: string }>('SELECT id FROM attempts').map(({ id }) => id));
  for (let today = addDays(firstDay, from); today <= lastDay; today = addDays(today, 1)) {
    await study.moveTo(today);
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const { steps } = await study.ask('manager', 'schedule.due', {});
    if (steps.some(({ channel }) => channel === 'letter')) {
      const target = study.host.offerTarget(join(study.folder, `letters-${today}.pdf`));
      const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
      await study.ask('manager', 'contact.markPosted', { batch });
    }
    await ringAll();
  }
  const after = study.rows<{ id: string; case_id: string }>('SELECT id, case_id FROM attempts');
  return new Set(after.filter(({ id }) => !before.has(id)).map(({ case_id }) => case_id));
}

describe('the next case', () => {
  test('is never the same for two of three interviewers who ask at the same moment', async () => {
    const given: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const views = await Promise.all(interviewers.map((seat) => next(seat)));
      const inHand = views.flatMap((view) => (view.kind === 'case' ? [view.case.caseId as string] : []));
      expect(new Set(inHand).size).toBe(inHand.length);
      given.push(...inHand);
      await Promise.all(
        interviewers.map((seat, index) =>
          views[index]!.kind === 'case' ? close({ outcome: 'no-answer' }, seat) : null,
        ),
      );
    }
    expect(given.length).toBe(7);
    expect(new Set(given).size).toBe(7);
    expect(await next()).toEqual({ kind: 'none', nextDue: addDays(firstDay, 2) });
  });

  test('asked twice at the same moment by one interviewer, is one case', async () => {
    const [one, other] = await Promise.all([take(), take()]);
    expect(one.caseId).toBe(other.caseId);
    expect(study.rows('SELECT * FROM attempts').length).toBe(1);
  });

  test('is what one still has in hand, also after a restart', async () => {
    const one = await take();
    expect((await take()).caseId).toBe(one.caseId);
    const other = await take('second');
    expect(other.caseId).not.toBe(one.caseId);
    await study.restart();
    expect((await take()).caseId).toBe(one.caseId);
    expect((await take('second')).caseId).toBe(other.caseId);
    expect(study.rows('SELECT * FROM attempts').length).toBe(2);
  });

  test('shows name, numbers and languages, and nothing of a colleague without a call', async () => {
    const one = await takeThe('Groothuma');
    expect(one).toEqual({
      caseId: one.caseId,
      group: residents,
      groupTitle: 'Bewoners',
      bureau: bureau.name,
      client: agreement.client,
      closesOn: lastDay,
      ifMissed: { on: addDays(firstDay, 2), channel: 'phone' },
      ifEnded: expect.objectContaining({ busy: { next: { on: addDays(firstDay, 1), channel: 'phone' } } }),
      name: 'Q. Groothuma',
      phones: ['+31689001117'],
      languages: ['nl', 'en'],
      history: [],
      hasDraft: false,
      isBegunOnWeb: false,
      contact: 'phone',
      isLastTry: false,
      softRefusal: 'final',
      mayBeVisited: false,
    });
  });

  test('is nobody before the first day, after the closing day, or for someone without a telephone', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    // E-mail and letters are due today, reminders in a week: none of these is a call.
    expect(await next()).toEqual({ kind: 'none', nextDue: addDays(firstDay, 14) });
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    expect(await ringAll()).toEqual(callable);
    await study.moveTo(addDays(lastDay, 1));
    expect(await next()).toEqual({ kind: 'none' });
  });

  test('does not stay in hand after the closing day: the call that was not made is taken back', async () => {
    const one = await take();
    await study.moveTo(addDays(lastDay, 1));
    expect(await next()).toEqual({ kind: 'none' });
    expect(caseRow(one.caseId)).toMatchObject({ state: 'open', held_by: null });
    expect(attemptsOf(one.caseId)).toEqual([]);
    expect((await refusalOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).problem).toBe(
      'contact.no-case-in-hand',
    );
  });

  test('is given to interviewers only', async () => {
    for (const seat of ['manager', 'researcher', 'officer'])
      expect((await refusalOf(next(seat))).problem).toBe('session.role-not-allowed');
    expect((await refusalOf(close({ outcome: 'busy' }))).problem).toBe('contact.no-case-in-hand');
  });
});

describe('a call that reached nobody', () => {
  test('is tried again after the days of the protocol, and not before', async () => {
    for (const outcome of ['no-answer', 'voicemail'] as const) {
      study = await prepared.open();
      await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
      expect(await ringAll(outcome)).toEqual(callable);
      await study.moveTo(addDays(firstDay, 1));
      expect(await ringAll(outcome)).toEqual([]);
      await study.moveTo(addDays(firstDay, 2));
      expect(await ringAll(outcome)).toEqual(callable);
    }
  });

  test('is tried again a day later when the line was busy', async () => {
    expect(await ringAll('busy')).toEqual(callable);
    expect(await ringAll('busy')).toEqual([]);
    await study.moveTo(addDays(firstDay, 1));
    expect(await ringAll('busy')).toEqual(callable);
  });

  test('counts from the day on which it was closed, when it was taken in hand the day before', async () => {
    const { caseId } = await take();
    await study.moveTo(addDays(firstDay, 1));
    await study.restart();
    await close({ outcome: 'no-answer' });
    expect(attemptsOf(caseId)).toEqual([{ channel: 'phone', outcome: 'no-answer', on_day: addDays(firstDay, 1) }]);
    expect(caseRow(caseId).next_due).toBe(addDays(firstDay, 3));
  });

  test('is tried as often as the protocol says and no more; then the next channel comes', async () => {
    await restOfTheFieldwork(0);
    const cases = await study.cases();
    for (const surname of callable)
      expect(attemptsOf(cases.get(surname)!.id).filter(({ channel }) => channel === 'phone').length).toBe(3);
    const channels = (surname: string) => attemptsOf(cases.get(surname)!.id).map(({ channel }) => channel);
    expect(channels('Aalbersma')).toEqual(['phone', 'phone', 'phone', 'email']);
    expect(channels('Eikelstra')).toEqual(['phone', 'phone', 'phone', 'letter']);
    expect(channels('Itersoone')).toEqual(['phone', 'phone', 'phone']);
    expect(channels('Cornippen')).toEqual(['email']);
    expect(study.rows(`SELECT * FROM cases WHERE group_code = 'residents' AND state = 'final'`)).toEqual([]);
  });

  test('leaves a note that is sealed in the file and stands in the history next time, oldest first', async () => {
    const one = await takeThe('Groothuma');
    await close({ outcome: 'voicemail', note: 'heeft een hond (notitie)' });
    for (const { note } of study.rows<{ note: Buffer | null }>('SELECT note FROM attempts'))
      expect(note === null || !note.includes('hond')).toBe(true);
    await study.restart();
    await study.moveTo(addDays(firstDay, 2));
    const again = await takeThe('Groothuma');
    expect(again.caseId).toBe(one.caseId);
    expect(again.history).toEqual([
      { on: firstDay, channel: 'phone', outcome: 'voicemail', note: 'heeft een hond (notitie)' },
    ]);
    await close({ outcome: 'busy', note: 'in gesprek' });
    await study.moveTo(addDays(firstDay, 4));
    expect((await takeThe('Groothuma')).history.map(({ note }) => note)).toEqual([
      'heeft een hond (notitie)',
      'in gesprek',
    ]);
  });
});

describe('an appointment', () => {
  const on = addDays(firstDay, 5);

  test('without a day, before today, after the closing day or at no hour is refused, and the call stays open', async () => {
    const { caseId } = await take();
    expect((await refusalOf(close({ outcome: 'appointment' }))).problem).toBe('contact.appointment-missing');
    for (const outside of [addDays(firstDay, -1), addDays(lastDay, 1)])
      expect(await refusalOf(close({ outcome: 'appointment', appointment: { on: outside, at: '10:00' } }))).toEqual({
        problem: 'contact.appointment-outside',
        from: firstDay,
        until: lastDay,
      });
    expect((await refusalOf(close({ outcome: 'appointment', appointment: { on, at: '25:00' } }))).problem).toBe(
      'request.input-invalid',
    );
    expect((await take()).caseId).toBe(caseId);
    expect(attemptsOf(caseId)).toEqual([{ channel: 'phone', outcome: 'intended', on_day: firstDay }]);
  });

  test('is kept on its day and at the head of the queue, by whoever is there, with its hour in the history', async () => {
    const { caseId } = await takeThe('Hooglanda');
    await close({ outcome: 'appointment', appointment: { on, at: '19:15' }, note: 'na het eten' });
    await ringAll();
    for (let today = addDays(firstDay, 1); today < on; today = addDays(today, 1)) {
      await study.moveTo(today);
      expect(await ringAll()).not.toContain('Hooglanda');
    }
    await study.moveTo(on);
    const kept = await take('third');
    expect(kept.caseId).toBe(caseId);
    expect(kept.history).toEqual([
      {
        on: firstDay,
        channel: 'phone',
        outcome: 'appointment',
        note: 'na het eten',
        appointment: { on, at: '19:15' },
      },
    ]);
    await close({ outcome: 'no-answer' }, 'third');
    expect(caseRow(caseId).next_due).toBe(addDays(on, 2));
  });

  test('made in the last call is still kept', async () => {
    await ringAll();
    await study.moveTo(addDays(firstDay, 2));
    await ringAll();
    await study.moveTo(addDays(firstDay, 4));
    const { caseId } = await takeThe('Hooglanda');
    await close({ outcome: 'appointment', appointment: { on, at: '10:00' } });
    await ringAll();
    await study.moveTo(on);
    expect((await take()).caseId).toBe(caseId);
    await close({ outcome: 'no-answer' });
    expect(caseRow(caseId)).toMatchObject({ state: 'open', next_due: null });
  });
});

describe('an outcome that ends a case', () => {
  test.each([
    ['refused', '2.11'],
    ['withdrew', '2.11'],
    ['deceased', '2.31'],
    ['unable', '2.32'],
    ['language', '2.33'],
  ] as const)('%s: code %s, and no contact afterwards by phone, e-mail or letter', async (outcome, code) => {
    const cases = await study.cases();
    const ended: string[] = [];
    // One who has e-mail and one who has an address: both would be written to after the calls.
    for (const surname of ['Aalbersma', 'Eikelstra']) {
      await takeThe(surname);
      await close({ outcome });
      const { id } = cases.get(surname)!;
      ended.push(id);
      expect(caseRow(id)).toMatchObject({ state: 'final', final_code: code, held_by: null, next_due: null });
      if (surname === 'Aalbersma') await study.moveTo(addDays(firstDay, 2));
    }
    const contacted = await restOfTheFieldwork(3);
    for (const id of ended) expect(contacted.has(id)).toBe(false);
    // The same round did reach the others.
    expect(contacted.has(cases.get('Bessemans')!.id)).toBe(true);
    expect(contacted.has(cases.get('Dusseljee')!.id)).toBe(true);
    expect(study.mailbox.messages.flatMap(({ to }) => to)).not.toContain('aalbersma@wijk.example');
  });

  test('a wrong number ends the calls only: the person is still written to', async () => {
    const { caseId } = await takeThe('Aalbersma');
    await close({ outcome: 'wrong-number' });
    expect(caseRow(caseId).state).toBe('open');
    await restOfTheFieldwork();
    expect(attemptsOf(caseId).map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['phone', 'wrong-number'],
      ['email', 'sent'],
    ]);
  });
});

describe('what comes in while a case is in hand', () => {
  test('an answer on the web ends the case: it is told before ringing and before the first item', async () => {
    const one = await takeThe('Aalbersma');
    const { code } = (await study.cases()).get('Aalbersma')!;
    const returns = returnsOf([{ code, answers: { hulp: 'ja', terug: 'ja' } }]);
    expect(await study.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'go-on' });
    const file = study.offer('returns.csv', returns);
    const read = () => study.ask('manager', 'interview.readReturns', { group: residents, file });
    expect(await read()).toMatchObject({ read: 1, accepted: 1, refused: {}, offRoute: 0 });
    expect(await study.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'stop', why: 'answered' });
    expect(await refusalOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).toEqual({
      problem: 'contact.ended-meanwhile',
      why: 'answered',
    });
    await close({ outcome: 'no-answer' });
    expect(await read()).toMatchObject({ accepted: 0, refused: { 'answered-before': 1 } });
    expect(caseRow(one.caseId)).toMatchObject({ state: 'final', final_code: '1.1', next_due: null });
    expect((await restOfTheFieldwork()).has(one.caseId)).toBe(false);
  });

  test('a withdrawal: the interviewer is told, and whichever way the call is left, it stays withdrawn', async () => {
    const one = await take();
    await study.ask('manager', 'contact.stopCase', { caseId: one.caseId, why: 'withdrew' });
    expect((await refusalOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).problem).toBe(
      'contact.ended-meanwhile',
    );
    await close({ outcome: 'no-answer' });
    expect(caseRow(one.caseId)).toMatchObject({ state: 'final', final_code: '2.11', held_by: null });

    const other = await take();
    await study.ask('manager', 'contact.stopCase', { caseId: other.caseId, why: 'deceased' });
    expect((await take()).caseId).not.toBe(other.caseId);
    expect(caseRow(other.caseId)).toMatchObject({ state: 'final', final_code: '2.31', held_by: null });
    // Of the call that was not to be made any more nothing stays open.
    expect(attemptsOf(other.caseId)).toEqual([]);
    expect(attemptsOf(one.caseId).map(({ outcome }) => outcome)).toEqual(['no-answer']);
  });

  test('a later delivery that tells of a death ends the case under the call, and takes the begun interview with it', async () => {
    const one = await takeThe('Eikelstra');
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
    const list = deliveryOf([{ surname: 'Eikelstra', by: ['letter', 'phone'], deceased: '2026-03-01' }]);
    const file = study.offer('later.csv', list);
    await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    expect(caseRow(one.caseId)).toMatchObject({ state: 'final', final_code: '2.31' });
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    expect(study.rows('SELECT * FROM draft_answers')).toEqual([]);
    expect((await refusalOf(study.ask('interviewer', 'interview.see', {}))).problem).toBe('contact.case-final');
    expect(await ringAll()).not.toContain('Eikelstra');
  });

  test('another protocol does not put a case that is in hand in anyone else’s', async () => {
    const one = await take();
    const renamed = { ...phoneFirst, steps: [step('telefoon', 'phone', 0)] };
    // Under another name a step that was done would be done again.
    expect(
      await refusalOf(study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: renamed })),
    ).toEqual({
      problem: 'schedule.protocol-faulty',
      step: 'phone',
      fault: 'in-use',
    });
    const protocol = { ...phoneFirst, callAgainAfterDays: 1, steps: [...phoneFirst.steps, ...renamed.steps] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    const others = await Promise.all([take('second'), take('third')]);
    expect(others.map(({ caseId }) => caseId)).not.toContain(one.caseId);
    await close({ outcome: 'no-answer' });
    expect(caseRow(one.caseId).held_by).toBe(null);
  });
});

describe('a case found by its code', () => {
  test('as it was typed from a letter, and stopped: nothing more is due, and it cannot be stopped twice', async () => {
    const { id, code } = (await study.cases()).get('Cornippen')!;
    const typed = ` ${printedCode(code).toLowerCase().replaceAll('-', ' ')} `;
    for (const seat of ['manager', 'interviewer'])
      expect(await study.ask(seat, 'contact.findCase', { code: typed })).toEqual({
        caseId: id,
        group: residents,
        name: 'Q. Cornippen',
        isFinal: false,
      });
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    expect((await study.ask('manager', 'contact.findCase', { code })).isFinal).toBe(true);
    const again = study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' });
    expect((await refusalOf(again)).problem).toBe('contact.case-final');
    expect(caseRow(id)).toMatchObject({ state: 'final', final_code: '2.11', next_due: null });
  });

  test('is not found by a code that is wrong, or right in form but nobody’s', async () => {
    const { code } = (await study.cases()).get('Cornippen')!;
    const wrong = code.replace(/.$/, code.endsWith('Z') ? 'Y' : 'Z');
    for (const typed of [wrong, 'niets', '222222222', code.slice(0, 5)])
      expect((await refusalOf(study.ask('manager', 'contact.findCase', { code: typed }))).problem).toBe(
        'contact.code-unknown',
      );
    const unknown = study.ask('manager', 'contact.stopCase', { caseId: 'nobody' as never, why: 'refused' });
    expect((await refusalOf(unknown)).problem).toBe('contact.code-unknown');
    expect(
      (await refusalOf(study.ask('interviewer', 'contact.stopCase', { caseId: 'x' as never, why: 'refused' }))).problem,
    ).toBe('session.role-not-allowed');
  });

  test('stopped while an interview is open somewhere: what was said goes too', async () => {
    const one = await take();
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
    const stop = () => study.ask('manager', 'contact.stopCase', { caseId: one.caseId, why: 'withdrew' });
    const typed = study.ask('interviewer', 'interview.answer', { item: 'uren' as never, answer: 3 });
    const [answered] = await Promise.allSettled([typed, stop()]);
    expect(study.rows('SELECT * FROM draft_answers')).toEqual([]);
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    if (answered!.status === 'rejected')
      expect(['study.changed-meanwhile', 'contact.case-final']).toContain(answered!.reason.problem.problem);
    expect((await refusalOf(study.ask('interviewer', 'interview.finish', {}))).problem).toBe('contact.case-final');
    expect(study.rows('SELECT * FROM responses')).toEqual([]);
  });
});

test('attempts are counted per group, channel and outcome, and never listed', async () => {
  await ringAll();
  await study.ask('manager', 'contact.sendEmails', { group: 'partners' as never });
  const { counts } = await study.ask('researcher', 'reporting.attempts', {});
  expect(counts.toSorted((a, b) => (a.group < b.group ? -1 : 1))).toEqual([
    { group: 'partners', channel: 'email', outcome: 'sent', count: 2 },
    { group: residents, channel: 'phone', outcome: 'no-answer', count: 7 },
  ]);
  expect((await refusalOf(study.ask('interviewer', 'reporting.attempts', {}))).problem).toBe(
    'session.role-not-allowed',
  );
});
