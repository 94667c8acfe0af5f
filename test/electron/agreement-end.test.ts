/** After an end of the agreement nobody can do, in any role, what the agreement no longer allows. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, day } from '../../shared/calendar.ts';
import { contract, requestNames } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { requestUntil } from '../../shared/request-until.ts';
import { type AskedOf, askedOf } from './asked-of.ts';
import { passphraseOf } from './office.ts';
import { firstDay, type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';

const endsOn = day('2026-06-30');
const answersEndOn = day('2026-07-28');
const people = ['manager', 'researcher', 'interviewer', 'officer'] as const;

let prepared: PreparedStudy;
let study: StudyInUse;
let asked: AskedOf;
beforeAll(async () => {
  prepared = await prepareStudy();
});
beforeEach(async () => {
  study = await prepared.open();
  asked = await askedOf(study);
});
afterAll(() => prepared.remove());

/** What someone may ask about themselves as long as anything of them is there: these look up, hand out, set aside and stop. */
const rights = /^contact\.(stopCase|lookUp|case|exportCase|correctCase|restrictCase|\w*[cC]aseRequests?)$/;
const fieldwork = requestNames.filter(
  (name) => /^(intake|schedule|contact|interview)\./.test(name) && !rights.test(name),
);

/** Whether something is still open, ending it, the counts of what came in, and which of two answers stays: these contact nobody. */
const stops = [
  'contact.pauseSending',
  'contact.stopReading',
  'contact.cancelLetters',
  'contact.shift',
  'contact.closeShift',
  'intake.cancel',
  'interview.returns',
  'interview.settleSecond',
  'intake.deliveries',
];

/** The problem with which each request is refused to each of these people, 'ok' when it is not; in the order of the contract. */
async function outcomes(names: readonly (typeof requestNames)[number][]) {
  const found: { readonly name: string; readonly who: string; readonly problem: string }[] = [];
  for (const name of names)
    for (const who of people) {
      const roles: readonly string[] = contract[name].roles as never;
      if (contract[name].roles !== 'anyone' && !roles.includes(who)) continue;
      try {
        await study.ask(who, name, asked[name] as never);
        found.push({ name, who, problem: 'ok' });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        found.push({ name, who, problem: error.problem.problem });
      }
    }
  return found;
}
const names = (found: Awaited<ReturnType<typeof outcomes>>, isMeant: (problem: string) => boolean) =>
  [...new Set(found.filter(({ problem }) => isMeant(problem)).map(({ name }) => name))].toSorted();

describe('with the clock past the last day on which contact data may be used', () => {
  test('every request of intake, schedule, contact and interview is refused to everyone who may ask it; on that day most are not', async () => {
    await study.moveTo(endsOn);
    const before = await outcomes(fieldwork);
    expect(before.length).toBeGreaterThan(fieldwork.length - 1);
    expect(before.filter(({ problem }) => problem.endsWith('-ended'))).toEqual([]);
    const succeeded = names(before, (problem) => problem === 'ok');
    expect(succeeded.length).toBeGreaterThanOrEqual(10);
    for (const stage of ['intake', 'schedule', 'contact'])
      expect(succeeded.filter((name) => name.startsWith(stage))).not.toEqual([]);

    await study.moveTo(addDays(endsOn, 1));
    const sent = study.mailbox.messages.length;
    const after = await outcomes(fieldwork);
    expect(after.length).toBe(before.length);
    const refused = after.filter(({ name }) => !stops.includes(name));
    expect(refused.length).toBeGreaterThan(25);
    // An interviewer is at no seat any more: their keys are gone since the manager asked something.
    const ofInterviewer = refused.filter(({ problem }) => problem === 'session.nobody-signed-in');
    expect(new Set(ofInterviewer.map(({ who }) => who))).toEqual(new Set(['interviewer']));
    const ofOthers = refused.filter((one) => !ofInterviewer.includes(one));
    expect(new Set(ofOthers.map(({ problem }) => problem))).toEqual(new Set(['study.contact-ended']));
    expect(study.mailbox.messages.length).toBe(sent);
  });

  test('the table of the contract is what the office does, on both sides of both ends', async () => {
    // A request that carries on to another study or ends the one at hand would take the seat away under the others.
    const leaves = [
      'study.signOut',
      'study.lock',
      'study.unlock',
      'study.moveClock',
      'destruction.destroy',
      'study.createPractice',
      'study.create',
    ];
    const all = requestNames.filter((name) => !leaves.includes(name));
    const table: Record<string, readonly string[]> = {};
    for (const today of [endsOn, addDays(endsOn, 1), answersEndOn, addDays(answersEndOn, 1)]) {
      await study.moveTo(today);
      const found = await outcomes(all);
      const isForInterviewersOnly = ({ name }: { name: string }) =>
        found.filter((one) => one.name === name).every(({ problem }) => problem === 'session.nobody-signed-in');
      const ended = found.filter(
        (one) => /^study\.(contact|answers)-ended$/.test(one.problem) || isForInterviewersOnly(one),
      );
      table[today] = names(ended, () => true);
    }
    const until = (...which: string[]) => all.filter((name) => which.includes(requestUntil[name])).toSorted();
    expect(table).toEqual({
      [endsOn]: [],
      [addDays(endsOn, 1)]: until('contact-end'),
      [answersEndOn]: until('contact-end'),
      [addDays(answersEndOn, 1)]: until('contact-end', 'answers-end'),
    });
    expect(until('contact-end').length).toBeGreaterThan(30);
    expect(until('answers-end')).toContain('export.dataset');
    for (const name of leaves) expect(requestUntil[name as 'study.signOut']).toBe('always');
  });

  test('whoever only interviews cannot sign in any more; whoever has another role too can', async () => {
    const both = { name: 'both', roles: ['interviewer' as const, 'researcher' as const] };
    const statement = { confidentialityOn: firstDay, passphrase: passphraseOf('both') };
    await study.ask('manager', 'study.addPerson', { ...both, ...statement });
    const signIn = (name: string) =>
      study.ask(`${name} again`, 'study.signIn', { name, passphrase: passphraseOf(name) });
    await study.moveTo(endsOn);
    expect((await signIn('interviewer')).roles).toEqual(['interviewer']);
    await study.ask('interviewer again', 'study.signOut', {});
    await study.moveTo(addDays(endsOn, 1));
    expect(await refusalOf(signIn('interviewer'))).toEqual({ problem: 'session.study-ended', endsOn });
    expect(await refusalOf(study.ask('interviewer again', 'study.status', {}))).toEqual({
      problem: 'session.nobody-signed-in',
    });
    for (const name of ['both', 'manager', 'researcher', 'officer']) expect((await signIn(name)).name).toBe(name);
    await study.moveTo(addDays(answersEndOn, 1));
    expect(await refusalOf(signIn('second'))).toEqual({ problem: 'session.study-ended', endsOn });
    expect((await study.ask('manager', 'study.status', {})).answersEndOn).toBe(answersEndOn);
  });
});

test('everything that is asked before signing in is there always: there is no agreement to read yet', () => {
  for (const name of requestNames) if (contract[name].roles === 'anyone') expect(requestUntil[name]).toBe('always');
});
