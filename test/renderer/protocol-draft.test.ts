/** A protocol while it is being written: what the screen reckons itself. */
import { describe, expect, test } from 'vitest';
import {
  changedStep,
  draftOf,
  firstDays,
  movedStep,
  ordinals,
  protocolOf,
  stepFaults,
  withStep,
} from '../../renderer/screens/schedule/draft.ts';
import { placedCards, spanOf } from '../../renderer/screens/schedule/placing.ts';
import { readyMade, readyMadeDraft } from '../../renderer/screens/schedule/ready-made.ts';
import { protocolTexts } from '../../renderer/wording/screens/protocol-texts.ts';
import { day, weekday } from '../../shared/calendar.ts';
import { unknownFields } from '../../shared/contact/message.ts';
import { findProtocolFault } from '../../shared/schedule/protocol-fault.ts';

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
    expect(faultOf({ channel: 'phone', subject: '', body: '' })).toBeUndefined();
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
    expect([...ordinals(longer.steps).values()]).toEqual([1, undefined, 2, undefined, 3, 4]);
  });
});

test('cards of one lane never lie over one another, and all of them within the time line', () => {
  let draft = residents;
  for (let nr = 0; nr < 9; nr += 1) draft = withStep(draft, 'email', texts.reminder);
  for (const [nr, { key }] of draft.steps.entries()) draft = changedStep(draft, key, { afterDays: (nr * 37) % 90 });
  const span = spanOf(days.startsOn, days.closesOn, draft.steps);
  const placed = placedCards(draft.steps, days.startsOn, span);
  expect(placed.map(({ step }) => step.key)).toEqual(draft.steps.map(({ key }) => key));
  for (const one of placed) {
    expect(one.column + one.span - 1).toBeLessThanOrEqual(span.days);
    const over = placed.filter(
      (other) => other !== one && other.row === one.row && Math.abs(other.column - one.column) < one.span,
    );
    expect(over).toEqual([]);
  }
});
