import { expect, test } from 'vitest';
import { readPhone } from '../../../electron/files/phone-number.ts';

test.each([
  ['0612345678', '+31612345678'],
  ['06-12345678', '+31612345678'],
  ['06 1234 5678', '+31612345678'],
  ['06/12345678', '+31612345678'],
  ['612345678', '+31612345678'],
  ['31612345678', '+31612345678'],
  ['0031 6 12345678', '+31612345678'],
  ['+31 (0)20-123 4567', '+31201234567'],
  ['(020) 1234567', '+31201234567'],
  ['+32 2 765 43 21', '+3227654321'],
  ['06-1234567', undefined],
  ['06-123456789', undefined],
  ['112', undefined],
  ['0900-1234', undefined],
  ['06-12345678 (moeder)', undefined],
  ['020 1234567 ext 3', undefined],
  ['geen', undefined],
  ['', undefined],
])('the number %j is %s', (text, expected) => {
  expect(readPhone(text)).toBe(expected);
});
