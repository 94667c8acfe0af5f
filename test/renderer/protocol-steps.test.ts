/** The steps of a draft as they are moved, counted otherwise and taken out; and the rules for calling. */
import { describe, expect, test } from 'vitest';
import type { Draft, DraftStep } from '../../renderer/screens/schedule/draft.ts';
import { asOnMonday, callingOf, windowFault, withWindow } from '../../renderer/screens/schedule/draft-calling.ts';
import { stepFaults } from '../../renderer/screens/schedule/draft-faults.ts';
import {
  changedStep,
  countedOtherwise,
  movedStep,
  ofKind,
  possibleBases,
  steppedTo,
  withoutStep,
  withStep,
} from '../../renderer/screens/schedule/draft-moves.ts';
import { protocolOf } from '../../renderer/screens/schedule/draft-protocol.ts';
import { reachOf, withProgress, withReach, withStrata } from '../../renderer/screens/schedule/for-whom.ts';
import { plannedDays } from '../../renderer/screens/schedule/planned.ts';
import { readyMadeDraft } from '../../renderer/screens/schedule/ready-made.ts';
import { remarksOf } from '../../renderer/screens/schedule/remarks.ts';
import { protocolTexts } from '../../renderer/wording/screens/protocol-texts.ts';
import { type Day, day } from '../../shared/calendar.ts';
import { defaultCalling } from '../../shared/study/calling.ts';
import type { StepId } from '../../shared/study/protocol.ts';

/** A Monday, with Easter five weeks later. */
const startsOn = day('2026-03-02');
const paper = readyMadeDraft('paper', { startsOn, closesOn: day('2026-05-01') }, protocolTexts('Gemeente Waterhoven'));
const [letter, reminder, phone] = paper.steps.map(({ key }) => key) as [number, number, number];
const stepIn = (draft: Draft, key: number): DraftStep => draft.steps.find((step) => step.key === key)!;
const dayIn = (draft: Draft, key: number) => plannedDays(draft, startsOn).get(key);
const daysIn = (draft: Draft) => [letter, reminder, phone].map((key) => dayIn(draft, key));

test('a step that counts from another follows it when that is moved', () => {
  expect(daysIn(paper)).toEqual(['2026-03-02', '2026-03-16', '2026-03-30']);
  expect(daysIn(movedStep(paper, letter, 1))).toEqual(['2026-03-03', '2026-03-17', '2026-03-31']);
  expect(daysIn(steppedTo(paper, reminder, day('2026-03-18')))).toEqual(['2026-03-02', '2026-03-18', '2026-04-01']);
  // And never before it.
  expect(dayIn(steppedTo(paper, phone, day('2026-03-03')), phone)).toBe('2026-03-16');
});

test('a step moves over the days on which it cannot be, both ways', () => {
  const saturday = steppedTo(paper, phone, day('2026-04-04'));
  expect(dayIn(saturday, phone)).toBe('2026-04-04');
  // A Sunday and a holiday: nobody is rung.
  const tuesday = movedStep(saturday, phone, 1);
  expect(dayIn(tuesday, phone)).toBe('2026-04-07');
  expect(dayIn(movedStep(tuesday, phone, -1), phone)).toBe('2026-04-04');
});

test('a step that is counted in another way stays on its day', () => {
  const onDate = countedOtherwise(paper, reminder, { when: 'date' });
  expect(stepIn(onDate, reminder)).toMatchObject({ when: 'date', on: '2026-03-16' });
  expect(daysIn(onDate)).toEqual(daysIn(paper));
  const working = countedOtherwise(paper, reminder, { workingDays: true });
  expect(stepIn(working, reminder).afterDays).toBe(10);
  expect(daysIn(working)).toEqual(daysIn(paper));
  const fromStart = countedOtherwise(onDate, reminder, { when: 'start' });
  expect(stepIn(fromStart, reminder)).toMatchObject({ when: 'start', afterDays: 14 });
  // Over Easter there are fewer working days.
  const late = countedOtherwise(steppedTo(paper, reminder, day('2026-04-08')), reminder, { workingDays: true });
  expect(stepIn(late, reminder).afterDays).toBe(26);
  expect(dayIn(late, reminder)).toBe('2026-04-08');
});

test('a step counts from any other, never from itself nor in a circle', () => {
  expect(possibleBases(paper, letter)).toEqual([]);
  expect(possibleBases(paper, phone).map(({ key }) => key)).toEqual([letter, reminder]);
  // By itself it is the last one before it.
  const apart = countedOtherwise(paper, phone, { when: 'start', after: undefined });
  expect(stepIn(countedOtherwise(apart, phone, { when: 'step' }), phone).after).toBe(reminder);
  const circle = changedStep(paper, letter, { when: 'step', after: phone });
  expect([...stepFaults(circle).values()]).toEqual(['in-a-circle', 'in-a-circle', 'in-a-circle']);
  expect(protocolOf(circle, '')).toBeUndefined();
  // Its days are reckoned all the same.
  expect(daysIn(circle)).toHaveLength(3);
  expect(stepFaults(changedStep(paper, phone, { after: undefined })).get(phone)).toBe('after');
  expect(stepFaults(changedStep(paper, phone, { when: 'date' })).get(phone)).toBe('date');
});

test('without a step the others stay where they were', () => {
  const without = withoutStep(paper, reminder);
  expect(without.steps.map(({ key }) => key)).toEqual([letter, phone]);
  expect(stepIn(without, phone)).toMatchObject({ when: 'start', afterDays: 28 });
  expect(dayIn(without, phone)).toBe('2026-03-30');
});

test('a name that changes takes along the steps that count from it', () => {
  const protocol = protocolOf(changedStep(paper, letter, { id: 'brief' }), '')!;
  expect(protocol.steps.map(({ id, after }) => [id, after])).toEqual([
    ['brief', undefined],
    ['reminder', 'brief'],
    ['phone', 'reminder'],
  ]);
});

test('a paper questionnaire is a letter that encloses it; no other step keeps an answer slip', () => {
  const enclosed = (draft: Draft) => protocolOf(draft, '')?.steps.map(({ channel, encloses }) => [channel, encloses]);
  expect(enclosed(paper)?.[1]).toEqual(['letter', ['questionnaire', 'slip']]);
  expect(enclosed(changedStep(paper, reminder, ofKind('letter')))?.[1]).toEqual(['letter', ['slip']]);
  expect(enclosed(changedStep(paper, reminder, ofKind('email')))?.[1]).toEqual(['email', undefined]);
  expect(withStep(paper, 'paper', undefined).steps.at(-1)).toMatchObject({ id: 'paper', kind: 'paper' });
});

test('the conditions of a step are added and taken out one at a time', () => {
  const lacks = withReach({ has: ['email'] }, 'email', 'lacks');
  expect(lacks).toEqual({ lacks: ['email'] });
  expect(reachOf(lacks, 'email')).toBe('lacks');
  const more = withProgress(withStrata(withReach(lacks, 'phone', 'has'), ['s2']), 'started');
  expect(more).toEqual({ has: ['phone'], lacks: ['email'], strata: ['s2'], progress: 'started' });
  const [first, second] = [withReach(more, 'email', 'any'), withReach(more, 'phone', 'any')];
  expect([reachOf(first, 'email'), reachOf(second, 'phone')]).toEqual(['any', 'any']);
  expect(withStrata(withProgress({ strata: ['s2'], progress: 'started' }, undefined), [])).toEqual({});
});

describe('the rules for calling', () => {
  test('are left out when they are what every protocol begins with', () => {
    expect(callingOf(defaultCalling)).toBeUndefined();
    const closedOn: readonly Day[] = [day('2026-03-20'), day('2026-03-19')];
    expect(callingOf({ ...defaultCalling, closedOn })).toMatchObject({ closedOn: ['2026-03-19', '2026-03-20'] });
    // Boxes that were emptied again.
    expect(callingOf({ ...defaultCalling, targets: { s1: undefined } })).toBeUndefined();
    expect(callingOf({ ...defaultCalling, targets: { s1: 15 } })).toMatchObject({ targets: { s1: 15 } });
  });

  test('are incomplete as long as hours are, or a number cannot be', () => {
    expect(callingOf(withWindow(defaultCalling, 1))).toBe('incomplete');
    expect(callingOf({ ...defaultCalling, againAfterDays: { busy: 0 } })).toBe('incomplete');
    expect(callingOf({ ...defaultCalling, targets: { s1: 1.5 } })).toBe('incomplete');
    expect(protocolOf({ ...paper, calling: withWindow(defaultCalling, 1) }, '')).toBeUndefined();
    expect(protocolOf({ ...paper, softLaunch: { isOn: true, percent: 100 } }, '')).toBeUndefined();
    expect(protocolOf({ ...paper, softLaunch: { isOn: true, percent: 10 } }, '')?.softLaunch).toEqual({ percent: 10 });
    expect(protocolOf({ ...paper, softLaunch: { isOn: false, percent: 100 } }, '')).not.toHaveProperty('softLaunch');
  });

  test.each([
    [[], undefined],
    [
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
      undefined,
    ],
    [[{ from: '', to: '12:00' }], 'incomplete'],
    [[{ from: '12:00', to: '12:00' }], 'turned'],
    [
      [
        { from: '13:00', to: '17:00' },
        { from: '09:00', to: '13:30' },
      ],
      'overlapping',
    ],
  ] as const)('say what is wrong with the hours of a day: %j', (windows, fault) => {
    expect(windowFault(windows)).toBe(fault);
  });

  test('begin a day without hours with its usual ones, and take Monday over for the other four', () => {
    const sunday = withWindow(defaultCalling, 7);
    expect(sunday.windows[7]).toEqual([{ from: '10:00', to: '17:00' }]);
    const evenings = { ...sunday, windows: { ...sunday.windows, 1: [{ from: '18:00', to: '21:00' }] } };
    const { windows } = asOnMonday(evenings);
    expect([windows[5], windows[6], windows[7]]).toEqual([
      evenings.windows[1],
      defaultCalling.windows[6],
      sunday.windows[7],
    ]);
  });
});

test('a card says what is wrong before what should be looked at', () => {
  const warning = { kind: 'nobody', step: 'phone' as StepId } as const;
  const remarks = remarksOf(paper, {
    own: new Map([[letter, 'own']]),
    office: { step: 'reminder', text: 'office' },
    warnings: [{ kind: 'left-out', cases: 2 }, { ...warning, step: 'letter' as StepId }, warning],
    textOf: ({ kind }) => kind,
  });
  expect([...remarks]).toEqual([
    [letter, 'own'],
    [reminder, 'office'],
    [phone, 'nobody'],
  ]);
});
