/** A protocol while it is being written: what the screen reckons itself. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDays } from '../../renderer/screens/schedule/draft.ts';
import { stepFaults } from '../../renderer/screens/schedule/draft-faults.ts';
import { changedStep, movedStep, ordinals, withStep } from '../../renderer/screens/schedule/draft-moves.ts';
import { draftOf, protocolOf } from '../../renderer/screens/schedule/draft-protocol.ts';
import { placedCards, spanOf } from '../../renderer/screens/schedule/placing.ts';
import { plannedDays } from '../../renderer/screens/schedule/planned.ts';
import { readyMade, readyMadeDraft } from '../../renderer/screens/schedule/ready-made.ts';
import { protocolTexts } from '../../renderer/wording/screens/protocol-texts.ts';
import { addDays, day, isWorkingDay, weekday } from '../../shared/calendar.ts';
import { unknownFields } from '../../shared/contact/message.ts';
import { findProtocolFault } from '../../shared/schedule/protocol-fault.ts';
import { planOf } from '../../shared/schedule/step-days.ts';
import type { Step } from '../../shared/study/protocol.ts';
import { anyProtocol } from './any-protocol.ts';

const texts = protocolTexts('Gemeente Waterhoven');
const days = { startsOn: day('2026-03-02'), closesOn: day('2026-05-01') };
const residents = readyMadeDraft('residents', days, texts);

describe('a ready-made protocol', () => {
  test.each(['Gemeente Waterhoven', undefined])('has no field that a message does not know, for %s', (client) => {
    for (const text of Object.values(protocolTexts(client))) expect(unknownFields(text)).toEqual([]);
  });

  test.each(readyMade.filter((kind) => kind !== 'empty'))('%s can be set as it is', (kind) => {
    const protocol = protocolOf(readyMadeDraft(kind, days, texts), 'Introductie');
    expect(protocol && findProtocolFault(protocol)).toBeUndefined();
    expect(protocol).toBeDefined();
  });

  test.each(readyMade)('%s has messages on working days only, whenever it begins', (kind) => {
    const offDays = (draft: ReturnType<typeof readyMadeDraft>) =>
      [...plannedDays(draft, days.startsOn).values()].filter((on) => !isWorkingDay(on));
    // A day that can not be is seen.
    expect(offDays(changedStep(residents, residents.steps[0]!.key, { afterDays: 5 }))).toHaveLength(1);
    for (let nr = 0; nr < 400; nr += 1) {
      const startsOn = addDays(days.startsOn, nr);
      const draft = readyMadeDraft(kind, { startsOn, closesOn: addDays(startsOn, 60) }, texts);
      const planned = plannedDays(draft, draft.startsOn || startsOn);
      for (const { key, kind: own } of draft.steps)
        if (own !== 'phone') expect(isWorkingDay(planned.get(key)!), `${kind} from ${startsOn}`).toBe(true);
    }
  });

  test('of the national survey is open from 23 April until 22 May, with one reminder three weeks in', () => {
    const national = readyMadeDraft('national', days, texts);
    expect([national.startsOn, national.closesOn]).toEqual(['2026-04-23', '2026-05-22']);
    // Three weeks later is Ascension Day: the day after it.
    expect([...plannedDays(national, day('2026-04-23')).values()]).toEqual(['2026-04-23', '2026-05-15']);
    const later = readyMadeDraft('national', { ...days, startsOn: day('2026-04-24') }, texts);
    expect(later.startsOn).toBe('2027-04-23');
  });

  test('begins on a Monday within the agreement', () => {
    expect(weekday(firstDays(day('2026-03-04'), undefined, undefined).startsOn)).toBe(1);
    expect(firstDays(day('2026-03-02'), undefined, undefined).startsOn).toBe('2026-03-02');
    expect(firstDays(day('2026-01-05'), day('2026-02-23'), day('2026-03-31'))).toEqual({
      startsOn: '2026-02-23',
      closesOn: '2026-03-31',
    });
    // No Monday is left: the day itself.
    expect(firstDays(day('2026-03-31'), undefined, day('2026-04-02')).startsOn).toBe('2026-03-31');
  });
});

describe('a draft', () => {
  test('is the protocol that it was made of', () => {
    const protocol = protocolOf(residents, 'Introductie')!;
    expect(protocolOf(draftOf(protocol), 'Introductie')).toEqual(protocol);
  });

  test('is any protocol that it was made of, and reckons its days as the schedule does', () => {
    fc.assert(
      fc.property(anyProtocol, (protocol) => {
        const draft = draftOf(protocol);
        expect(protocolOf(draft, 'Introductie')).toEqual(protocol);
        const planned = plannedDays(draft, protocol.startsOn);
        const byId = new Map(planOf(protocol).map(({ step, on }) => [step.id, on]));
        expect(draft.steps.map(({ key }) => planned.get(key))).toEqual(
          protocol.steps.map(({ id }: Step) => byId.get(id)),
        );
      }),
    );
  });

  test('is no protocol as long as something is missing, and says what', () => {
    const [first, second] = residents.steps;
    expect(protocolOf({ ...residents, closesOn: '' }, '')).toBeUndefined();
    expect(protocolOf({ ...residents, callAgainAfterDays: undefined }, '')).toBeUndefined();
    const faultOf = (change: Parameters<typeof changedStep>[2]) =>
      stepFaults(changedStep(residents, second!.key, change)).get(second!.key);
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ id: 'Brief 1' })).toBe('id');
    expect(faultOf({ id: first!.id })).toBe('id-twice');
    expect(faultOf({ afterDays: 1.5 })).toBe('days');
    expect(faultOf({ subject: ' ' })).toBe('subject');
    expect(faultOf({ body: '' })).toBe('body');
    expect(faultOf({ body: 'x'.repeat(10_001) })).toBe('too-long');
    expect(faultOf({ body: 'Beste {{naam}}' })).toBe('unknown-fields');
    expect(faultOf({ kind: 'phone', subject: '', body: '' })).toBeUndefined();
  });

  test('moves a step, never before the first day', () => {
    const key = residents.steps[2]!.key;
    const daysOf = (byDays: number) =>
      movedStep(residents, key, byDays).steps.find((step) => step.key === key)?.afterDays;
    expect(daysOf(7)).toBe(14);
    expect(daysOf(-30)).toBe(0);
  });

  test('gives a new step a name of its own, a week after the last', () => {
    const longer = withStep(withStep(residents, 'email', texts.reminder), 'email', texts.reminder);
    expect(longer.steps.slice(-2).map(({ id, afterDays }) => [id, afterDays])).toEqual([
      ['email-2', 21],
      ['email-3', 28],
    ]);
    expect([...ordinals(longer).values()]).toEqual([1, undefined, 2, undefined, 3, 4]);
  });
});

test('cards of one lane never lie over one another, and all of them within the time line', () => {
  let draft = residents;
  for (let nr = 0; nr < 9; nr += 1) draft = withStep(draft, 'email', texts.reminder);
  for (const [nr, { key }] of draft.steps.entries()) draft = changedStep(draft, key, { afterDays: (nr * 37) % 90 });
  const planned = plannedDays(draft, days.startsOn);
  const span = spanOf(days.startsOn, days.closesOn, [...planned.values()]);
  const placed = placedCards(draft.steps, planned, span);
  expect(placed.map(({ step }) => step.key)).toEqual(draft.steps.map(({ key }) => key));
  for (const one of placed) {
    expect(one.column + one.span - 1).toBeLessThanOrEqual(span.days);
    const over = placed.filter(
      (other) => other !== one && other.row === one.row && Math.abs(other.column - one.column) < one.span,
    );
    expect(over).toEqual([]);
  }
});
