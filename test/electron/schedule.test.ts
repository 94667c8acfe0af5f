import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, mondayOf } from '../../shared/calendar.ts';
import { lotOf } from '../../shared/schedule/reach.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import {
  firstDay,
  invited,
  mixed,
  type PreparedStudy,
  type Protocol,
  partners,
  prepareStudy,
  residents,
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
});
const preview = (protocol: Protocol) => study.ask('manager', 'schedule.preview', { group: residents, protocol });
const seen = (group = residents) => study.ask('manager', 'schedule.protocol', { group });
const everything = () =>
  JSON.stringify(['settings', 'cases', 'journal'].map((table) => study.rows(`SELECT * FROM ${table}`)));

describe('a protocol as it is shown', () => {
  test('has its load per day, and the hours of the week in which is rung', async () => {
    const view = await seen();
    expect(view.protocol).toEqual(mixed);
    expect(view.days).toEqual((await study.ask('manager', 'schedule.load', { group: residents })).days);
    expect(view.fault).toBe(undefined);
    // Seven people with a telephone: 7, 4.9 and 3.43 calls.
    expect(view.hours.map(({ week, calls }) => [week, calls])).toEqual([[mondayOf(addDays(firstDay, 14)), 15]]);
    expect(view.assumed).toEqual({ minutesPerCall: 4, minutesPerInterview: 15, share: 0.4, callsPerCase: 2.2 });
    expect(view.hours[0]!.hours).toBeCloseTo((15.33 * 4 + 7 * 0.4 * 15) / 60, 1);
  });

  test('without calls asks for no hours; a group without one shows nothing; no group is refused', async () => {
    expect(await seen(partners)).toMatchObject({ hours: [], assumed: { callsPerCase: 0 } });
    await study.ask('manager', 'study.addGroup', {
      code: 'team' as GroupCode,
      title: 'T',
      consentBasis: 'business-contact',
    });
    const empty = await seen('team' as GroupCode);
    expect(empty).toMatchObject({ days: [], hours: [] });
    expect('protocol' in empty || 'fault' in empty).toBe(false);
    expect((await refusalOf(seen('nobody' as never))).problem).toBe('study.group-unknown');
  });
});

describe('a preview', () => {
  test('tells what a change would bring about, and keeps nothing', async () => {
    const before = everything();
    const protocol = { ...mixed, steps: mixed.steps.filter(({ id }) => id !== 'reminder'), callsMaximum: 1 };
    const view = await preview(protocol);
    expect(view.days.map(({ step: id }) => id)).not.toContain('reminder');
    expect(view.hours.map(({ calls }) => calls)).toEqual([7]);
    expect(everything()).toBe(before);
    expect((await seen()).protocol).toEqual(mixed);
  });

  test('gives the fault of what cannot be used where keeping it would refuse', async () => {
    const { text: _, ...noText } = step('email', 'email', 0);
    const faulty: readonly (readonly [Protocol, string, string])[] = [
      [{ ...mixed, closesOn: addDays(firstDay, -1) }, 'protocol', 'dates'],
      [{ ...mixed, steps: [step('a', 'phone', 0), step('a', 'phone', 1)] }, 'a', 'twice'],
      [{ ...mixed, steps: [noText] }, 'email', 'text-missing'],
      [{ ...mixed, steps: [step('late', 'phone', 3000)] }, 'late', 'after-closing'],
    ];
    for (const [protocol, id, fault] of faulty) {
      expect((await preview(protocol)).fault).toEqual({ step: id, fault });
      const kept = study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
      expect(await refusalOf(kept)).toEqual({ problem: 'schedule.protocol-faulty', step: id, fault });
    }
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const renamed = { ...mixed, steps: [step('phone', 'phone', 0)] };
    expect((await preview(renamed)).fault).toEqual({ step: 'email', fault: 'in-use' });
  });

  test('names a field that no message has, and is the manager only', async () => {
    const text = { subject: 'S', body: 'Dag {{nobody}}' };
    const asked = preview({ ...mixed, steps: [step('phone', 'phone', 0, { text })] });
    expect(await refusalOf(asked)).toEqual({ problem: 'contact.texts-incomplete', missing: ['nobody'] });
    for (const seat of ['researcher', 'interviewer', 'officer']) {
      const refused = await refusalOf(study.ask(seat, 'schedule.preview', { group: residents, protocol: mixed }));
      expect(refused.problem).toBe('session.role-not-allowed');
    }
  });
});

describe('what a protocol is checked for', () => {
  test('is told of the real people, by stratum too', async () => {
    const view = await seen();
    expect(view.strata).toEqual([{ code: 's1', name: 'Noord' }]);
    expect((await seen(partners)).strata).toEqual([]);
    expect(view.warnings).toEqual([]);
    const whom = (of: Protocol['steps'][number]['for']) => ({ for: of });
    const protocol: Protocol = {
      ...mixed,
      steps: [
        step('letter', 'letter', 0, whom({ strata: ['s1'] })),
        step('again', 'letter', 1, whom({ lacks: ['email'] })),
        step('phone', 'phone', 2, whom({ has: ['letter'] })),
        step('nobody', 'email', 20, whom({ lacks: ['email'] })),
        step('date', 'email', 0, { on: addDays(firstDay, 5) }),
      ],
    };
    expect((await preview(protocol)).warnings).toEqual([
      { kind: 'close-together', step: 'again', before: 'letter', days: 1, cases: 3 },
      { kind: 'before-letter', step: 'phone', before: 'again', cases: 2 },
      { kind: 'not-a-working-day', step: 'date', on: addDays(firstDay, 5) },
      { kind: 'nobody', step: 'nobody' },
      // Reached by telephone only.
      { kind: 'left-out', cases: 3 },
    ]);
  });

  test('a condition on the stratum leaves out whoever is of another one', async () => {
    const protocol = { ...mixed, steps: [step('phone', 'phone', 0, { for: { strata: ['s2'] } })] };
    expect((await preview(protocol)).warnings).toEqual([
      { kind: 'nobody', step: 'phone' },
      { kind: 'left-out', cases: 9 },
    ]);
  });
});

describe('what a change does', () => {
  test('is told before it is kept, and not of the protocol that is', async () => {
    expect(await seen()).not.toHaveProperty('changes');
    expect(await preview(mixed)).not.toHaveProperty('changes');
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const protocol: Protocol = {
      ...mixed,
      steps: [
        ...mixed.steps.filter(({ id }) => id !== 'reminder' && id !== 'letter'),
        step('reminder', 'email', 10, { for: { has: ['email'] } }),
        step('late', 'letter', 3, { for: { lacks: ['email'] } }),
      ],
    };
    const { changes } = await preview(protocol);
    // The reminder of three comes later, and so does the letter of three.
    expect(changes).toMatchObject({ sooner: 0, later: 6, begun: 0, stopped: 0 });
    expect(changes?.steps.toSorted((a, b) => (a.step < b.step ? -1 : 1))).toEqual([
      { step: 'late', before: 0, after: 3 },
      { step: 'letter', before: 3, after: 0 },
    ]);
    const without = { ...mixed, steps: mixed.steps.filter(({ id }) => id === 'email') };
    expect((await preview(without)).changes).toMatchObject({ stopped: 9, later: 0 });
  });

  test('of a soft launch: who goes first goes as before, the others wait until it is lifted', async () => {
    // Who goes first follows from random ids: of those who are due at the begin some are to go, and one is to wait.
    const cases = await study.cases();
    const lotsOf = (people: typeof invited) => people.map(({ surname }) => lotOf(cases.get(surname)!.id));
    const percent = Math.max(...lotsOf(invited.filter(({ by }) => by.includes('email') || by.includes('letter'))));
    const softly = { ...mixed, softLaunch: { percent } };
    const { changes, days } = await preview(softly);
    const waiting = changes!.stopped;
    expect(waiting).toBe(lotsOf(invited).filter((lot) => lot >= percent).length);
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThan(9);
    const first = (of: typeof days) => of.filter(({ step: id }) => id === 'email' || id === 'letter');
    const people = (of: typeof days) => first(of).reduce((sum, { cases }) => sum + cases, 0);
    expect(people(days)).toBeLessThan(people((await seen()).days));
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: softly });
    expect((await preview(mixed)).changes).toMatchObject({ begun: waiting, stopped: 0 });
    // Begun late: whoever was contacted already waits for nothing, and is counted.
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const late = await preview({ ...mixed, softLaunch: { percent: 1 } });
    expect(late.days.find(({ step: id }) => id === 'reminder')?.cases).toBe(3);
  });
});
