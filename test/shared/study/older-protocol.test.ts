import { expect, test } from 'vitest';
import { upgradedProtocol } from '../../../shared/study/older-protocol.ts';

const older = {
  startsOn: '2026-03-02',
  steps: [
    { id: 'email', channel: 'email', afterDays: 0, for: 'with-email' },
    { id: 'letter', channel: 'letter', afterDays: 0, for: 'without-email' },
    { id: 'phone', channel: 'phone', afterDays: 14, for: 'everyone' },
  ],
};

test('whom a step was for in a word is whom it is for as conditions; nothing else changes', () => {
  expect(upgradedProtocol(older)).toEqual({
    ...older,
    steps: [
      { ...older.steps[0], for: { has: ['email'] } },
      { ...older.steps[1], for: { lacks: ['email'] } },
      { ...older.steps[2], for: {} },
    ],
  });
});

test.each([
  ['one that is written as now', { steps: [{ id: 'a', for: { has: ['email'] } }] }],
  ['a word that was never there', { steps: [{ id: 'a', for: 'toString' }] }],
  ['no protocol', 'everyone'],
  ['nothing', undefined],
  ['steps that are none', { steps: [3, null] }],
])('%s stays what it is', (_, given) => {
  expect(upgradedProtocol(given)).toBe(given);
});
