import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopiedNumber, copiedForMs } from '../../electron/copied-number.ts';

const number = '+31689000000';
const another = '+31689000001';
let text = '';
const clipboard = {
  readText: async () => text,
  writeText: async (written: string) => {
    text = written;
  },
  clear: () => {
    text = '';
  },
};
let copied: CopiedNumber;

beforeEach(() => {
  vi.useFakeTimers();
  text = 'van iemand anders';
  copied = new CopiedNumber(clipboard);
});
afterEach(() => void vi.useRealTimers());

test('a number leaves the clipboard after a minute, and not before', async () => {
  expect(await copied.copy(number)).toBe(true);
  await vi.advanceTimersByTimeAsync(copiedForMs - 1);
  expect(text).toBe(number);
  await vi.advanceTimersByTimeAsync(1);
  expect(text).toBe('');
});

test('what someone copied since stays', async () => {
  await copied.copy(number);
  text = 'van iemand anders';
  await vi.advanceTimersByTimeAsync(copiedForMs);
  expect(text).toBe('van iemand anders');
});

test('the next number has a minute of its own', async () => {
  await copied.copy(number);
  await vi.advanceTimersByTimeAsync(copiedForMs / 2);
  await copied.copy(another);
  await vi.advanceTimersByTimeAsync(copiedForMs / 2);
  expect(text).toBe(another);
  await vi.advanceTimersByTimeAsync(copiedForMs / 2);
  expect(text).toBe('');
});

test('it goes at once when the place is locked or the program ends, and only once', async () => {
  await copied.copy(number);
  await copied.forget();
  expect([text, copied.isThere]).toEqual(['', false]);
  // Typed over from a screen since: nobody's business.
  text = number;
  await vi.advanceTimersByTimeAsync(copiedForMs);
  await copied.forget();
  expect(text).toBe(number);
});

test.each(['Q. Groothuma', '0689000000', 'tel:+31689000000', '', 5, null])(
  '%j is no number, and stays out',
  async (given) => {
    expect(await copied.copy(given)).toBe(false);
    expect(text).toBe('van iemand anders');
  },
);
