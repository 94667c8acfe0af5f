import { expect, test } from 'vitest';
import { changedDraft, lastDayOf } from '../../renderer/screens/study/answers-end.ts';
import { day } from '../../shared/calendar.ts';

const endsOn = day('2026-06-30');

test('the last day of the answers follows the end and the days after it, in whichever order they are filled in', () => {
  const first = changedDraft({}, { endsOn });
  expect(first).toEqual({ endsOn });
  expect(changedDraft(first, { afterEndDays: 28 }).answersEndOn).toBe('2026-07-28');
  expect(changedDraft(changedDraft({}, { afterEndDays: 28 }), { endsOn }).answersEndOn).toBe('2026-07-28');
});

test('it goes along when either is changed, until someone chooses another day', () => {
  const reckoned = changedDraft({ endsOn }, { afterEndDays: 28 });
  expect(changedDraft(reckoned, { endsOn: day('2026-07-01') }).answersEndOn).toBe('2026-07-29');
  expect(changedDraft(reckoned, { afterEndDays: 0 }).answersEndOn).toBe('2026-06-30');
  const chosen = changedDraft(reckoned, { answersEndOn: day('2026-07-10') });
  expect(changedDraft(chosen, { endsOn: day('2026-07-01') }).answersEndOn).toBe('2026-07-10');
});

test('what cannot be reckoned with changes nothing', () => {
  const reckoned = changedDraft({ endsOn }, { afterEndDays: 28 });
  for (const afterEndDays of [-1, 1.5, 3654, undefined])
    expect(changedDraft(reckoned, { afterEndDays }).answersEndOn).toBe('2026-07-28');
  expect(lastDayOf({ endsOn: 'no day' as never, afterEndDays: 1 })).toBeUndefined();
});

test('an emptied box stays empty', () => {
  const reckoned = changedDraft({ endsOn }, { afterEndDays: 28 });
  expect(changedDraft(reckoned, { answersEndOn: undefined }).answersEndOn).toBeUndefined();
});
