/** Every open case is due at some moment, or stands in the list of what is stuck, with the reason. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { lotOf } from '../../shared/schedule/reach.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { StuckReason } from '../../shared/study/stuck-reason.ts';
import {
  firstDay,
  invited,
  lastDay,
  mixed,
  type PreparedStudy,
  type Protocol,
  partners,
  phoneFirst,
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

const setProtocol = (protocol: Protocol, group = residents) =>
  study.ask('manager', 'schedule.setProtocol', { group, protocol });
const stuck = async (of = residents) => {
  const { counts } = await study.ask('manager', 'schedule.stuck', {});
  return Object.fromEntries(counts.filter(({ group }) => group === of).map(({ reason, cases }) => [reason, cases]));
};
const names = async (reason: StuckReason, group = residents) => {
  const { cases, total } = await study.ask('manager', 'contact.stuckCases', { group, reason });
  expect(total).toBe(cases.length);
  return cases.map(({ name }) => name.split(' ').at(-1)).toSorted();
};

describe('nothing is stuck', () => {
  test('as long as something is due for everyone, now or later', async () => {
    expect(await stuck()).toEqual({});
    await study.moveTo(addDays(firstDay, 3));
    expect(await stuck()).toEqual({});
  });

  test('of whom it is known how it ended', async () => {
    const { id } = (await study.cases()).get('Cornippen')!;
    await setProtocol({ ...mixed, steps: [step('phone', 'phone', 14)] });
    expect(await names('no-step')).toEqual(['Cornippen', 'Fokkinkma']);
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' });
    expect(await names('no-step')).toEqual(['Fokkinkma']);
  });
});

describe('what is stuck is shown with the reason', () => {
  test('nobody tells it to a group without a protocol', async () => {
    const group = 'team' as GroupCode;
    await study.ask('manager', 'study.addGroup', { code: group, title: 'T', consentBasis: 'business-contact' });
    const file = study.offer('team.csv', 'E-mail;Achternaam\nlammertsma@team.example;Lammertsma\n');
    await study.ask('manager', 'intake.accept', { group, files: [{ file }] });
    expect(await stuck(group)).toEqual({ 'no-protocol': 1 });
    expect(await names('no-protocol', group)).toEqual(['Lammertsma']);
  });

  test('steps done; letters that wait for the post; the soft launch; calls used up; after the closing day', async () => {
    await study.ask('manager', 'contact.sendEmails', { group: partners });
    expect(await stuck(partners)).toEqual({ 'steps-done': 2 });

    const target = study.host.offerTarget(`${study.folder}/letters.pdf`);
    await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    expect(await stuck()).toEqual({ 'letter-not-posted': 3 });
    expect(await names('letter-not-posted')).toEqual(['Dusseljee', 'Eikelstra', 'Fokkinkma']);

    // Whoever has a letter goes on with it; the others wait.
    await setProtocol({ ...mixed, softLaunch: { percent: 50 } });
    const without = invited.filter(({ by }) => !by.includes('letter')).map(({ surname }) => surname);
    const cases = await study.cases();
    const waiting = without.filter((surname) => lotOf(cases.get(surname)!.id) >= 50);
    expect((await stuck())['soft-launch'] ?? 0).toBe(waiting.length);
    expect(await names('soft-launch')).toEqual(waiting.toSorted());
    await setProtocol({ ...mixed, callsMaximum: 0 });
    expect(await names('calls-used-up')).toEqual(['Groothuma', 'Hooglanda', 'Itersoone']);

    await setProtocol({ ...mixed, closesOn: addDays(firstDay, 20) });
    await study.moveTo(addDays(firstDay, 21));
    expect(await stuck()).toEqual({ 'letter-not-posted': 3, 'after-closing': 6 });
  });

  test('a number that does not work, when there is no other one', async () => {
    await setProtocol({ ...phoneFirst, steps: [step('phone', 'phone', 0)] });
    const taken = await study.ask('interviewer', 'contact.nextCase', {});
    if (taken.kind !== 'case') throw new Error('nobody to be rung');
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'disconnected' });
    expect(await names('no-number-works')).toHaveLength(1);
  });
});

describe('the list', () => {
  test('is for the manager, of a group that there is', async () => {
    for (const seat of ['researcher', 'interviewer', 'officer']) {
      expect((await refusalOf(study.ask(seat, 'schedule.stuck', {}))).problem).toBe('session.role-not-allowed');
      const asked = study.ask(seat, 'contact.stuckCases', { group: residents, reason: 'no-step' });
      expect((await refusalOf(asked)).problem).toBe('session.role-not-allowed');
    }
    const nowhere = study.ask('manager', 'contact.stuckCases', { group: 'nobody' as GroupCode, reason: 'no-step' });
    expect((await refusalOf(nowhere)).problem).toBe('study.group-unknown');
    expect(await names('after-closing')).toEqual([]);
  });

  test('law: whoever is open has a next day or stands in it, all through the fieldwork', async () => {
    for (let days = 0; addDays(firstDay, days) <= addDays(lastDay, 1); days += 13) {
      await study.moveTo(addDays(firstDay, days));
      await study.ask('manager', 'contact.sendEmails', { group: residents }).catch(() => undefined);
      const { counts } = await study.ask('manager', 'schedule.stuck', {});
      const [{ open, due }] = study.rows<{ open: number; due: number }>(
        `SELECT count(*) AS open, count(next_due) AS due FROM cases WHERE state = 'open'`,
      ) as [{ open: number; due: number }];
      const noted = counts
        .filter(({ reason }) => reason !== 'after-closing')
        .reduce((sum, { cases }) => sum + cases, 0);
      expect(open - due).toBe(noted);
    }
  });
});
