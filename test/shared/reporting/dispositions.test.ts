/** Codes counted: the attempt's number with each outcome, the contact before a response, and what is open told apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar.ts';
import { type CodedCase, dispositions } from '../../../shared/reporting/dispositions.ts';
import { channels } from '../../../shared/study/contact-data.ts';
import { type AttemptOutcome, attemptOutcomes, codesByStrength } from '../../../shared/study/disposition.ts';
import type { StepId } from '../../../shared/study/protocol.ts';

const first = day('2026-03-02');
const nothing = { final: [], attempts: [] };
const attempt = (step: string, channel: (typeof channels)[number], afterDays: number, outcome: AttemptOutcome) => ({
  step: step as StepId,
  channel,
  on: addDays(first, afterDays),
  outcome,
});
const answered = (afterDays: number, attempts: CodedCase['attempts']): CodedCase => ({
  code: '1.1',
  isOpen: false,
  respondedOn: addDays(first, afterDays),
  attempts,
});

test('the response by reminder: which contact came before it, and the how manieth it was (complaint 11)', () => {
  const email = attempt('email', 'email', 0, 'sent');
  const reminder = attempt('reminder', 'email', 7, 'sent');
  const { beforeResponse } = dispositions(
    [
      answered(3, [reminder, email]),
      answered(6, [email, reminder]),
      answered(7, [reminder, email]),
      // The first one bounced, so the letter was the first that reached them.
      answered(9, [attempt('email', 'email', 0, 'bounced'), attempt('letter', 'letter', 7, 'posted')]),
      answered(16, [email, reminder, attempt('phone', 'phone', 16, 'completed')]),
      answered(0, []),
    ],
    nothing,
  );
  expect(beforeResponse).toEqual([
    { responses: 1 },
    { nr: 1, channel: 'email', step: 'email', responses: 2 },
    { nr: 1, channel: 'letter', step: 'letter', responses: 1 },
    { nr: 2, channel: 'email', step: 'reminder', responses: 1 },
    { nr: 3, channel: 'phone', step: 'phone', responses: 1 },
  ]);
});

test('attempts carry their number in their channel, and failed ones stay in (complaint 9)', () => {
  const { attempts } = dispositions(
    [
      {
        code: '2.11',
        isOpen: false,
        attempts: [
          attempt('phone', 'phone', 4, 'refused'),
          attempt('phone', 'phone', 2, 'no-answer'),
          attempt('email', 'email', 0, 'failed'),
          attempt('letter', 'letter', 1, 'intended'),
        ],
      },
      { code: '3.13', isOpen: true, attempts: [attempt('phone', 'phone', 2, 'no-answer')] },
    ],
    { final: [], attempts: [{ channel: 'phone', outcome: 'no-answer', attempts: 5 }] },
  );
  expect(attempts).toEqual([
    { channel: 'email', nr: 1, outcome: 'failed', code: '3.30', attempts: 1 },
    { channel: 'phone', outcome: 'no-answer', code: '3.13', attempts: 5 },
    { channel: 'phone', nr: 1, outcome: 'no-answer', code: '3.13', attempts: 2 },
    { channel: 'phone', nr: 2, outcome: 'refused', code: '2.11', attempts: 1 },
  ]);
});

const someCase: fc.Arbitrary<CodedCase> = fc.record({
  code: fc.constantFrom(...codesByStrength),
  isOpen: fc.boolean(),
  attempts: fc.array(
    fc.record({
      step: fc.constantFrom('a' as StepId, 'b' as StepId),
      channel: fc.constantFrom(...channels),
      on: fc.nat({ max: 40 }).map((days) => addDays(first, days)),
      outcome: fc.constantFrom(...attemptOutcomes),
    }),
    { maxLength: 8 },
  ),
});

test('law: everyone is counted once, open or closed, and every attempt that was made is too', () => {
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 20 }), (cases) => {
      const counted = dispositions(cases, nothing);
      const sum = (counts: readonly { readonly cases: number }[]) => counts.reduce((all, one) => all + one.cases, 0);
      expect(sum(counted.open)).toBe(cases.filter(({ isOpen }) => isOpen).length);
      expect(sum(counted.final) + sum(counted.open)).toBe(cases.length);
      const made = cases.flatMap((one) => one.attempts).filter(({ outcome }) => outcome !== 'intended');
      expect(counted.attempts.reduce((all, one) => all + one.attempts, 0)).toBe(made.length);
    }),
  );
});
