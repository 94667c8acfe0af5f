import { expect, test } from 'vitest';
import { defaultIdleTimes, idleMinutesOf } from '../../../shared/study/idle-times.ts';
import { isEasyPin } from '../../../shared/study/pin.ts';

test('someone with two roles locks after the shorter of their times', () => {
  expect(idleMinutesOf(['interviewer'], defaultIdleTimes)).toBe(10);
  expect(idleMinutesOf(['interviewer', 'manager'], defaultIdleTimes)).toBe(5);
  expect(idleMinutesOf(['interviewer', 'manager'], { ...defaultIdleTimes, manager: 60 })).toBe(10);
});

test('a PIN is easy when it is one digit, a run, or something over and over: 1,100 of the million', () => {
  expect(['000000', '999999', '123456', '654321', '565656', '707707'].every(isEasyPin)).toBe(true);
  expect(['100000', '112233', '135790', '480517', '123457'].some(isEasyPin)).toBe(false);
  const all = Array.from({ length: 1_000_000 }, (_, nr) => String(nr).padStart(6, '0'));
  const easy = all.filter(isEasyPin).length;
  expect(easy).toBe(1100);
});
