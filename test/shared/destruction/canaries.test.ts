/** Which values are canaries: identifying, long enough, and still in the content they come from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import {
  canariesOf,
  canariesOfAnswers,
  canariesOfResponse,
  canariesOfText,
  leastBytes,
  notInPlainTexts,
} from '../../../shared/destruction/canaries.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { Response } from '../../../shared/study/response.ts';

const invented: ContactData = {
  clientNumber: 'ZK-2026-00017',
  organisation: 'Stichting Voorbeeld',
  salutation: 'De heer of mevrouw',
  initials: 'Q.',
  prefix: 'van der',
  surname: 'Zanddoorn',
  street: 'Laan',
  houseNumber: '12-III',
  postcode: '9999 ZZ',
  town: 'Verzonnenstad',
  phones: ['+31612345678', '+3225550123'],
  email: 'q.zanddoorn@voorbeeld.invalid',
  birthDate: day('1961-07-05'),
  sex: 'female',
  consentOn: day('2026-02-03'),
  channels: ['email', 'letter'],
};

test('a note and a representative are looked for too', () => {
  const { channels } = invented;
  const representative = {
    kind: 'mentor',
    name: 'Verzonnen Kantoor',
    phones: ['+31201234567'],
    email: 'k@voorbeeld.invalid',
  } as const;
  expect(canariesOf({ phones: [], channels, note: 'liefst in de middag', representative })).toEqual([
    'liefst in de middag',
    'Verzonnen Kantoor',
    'k@voorbeeld.invalid',
    '+31201234567',
    '31201234567',
    '0201234567',
  ]);
});

test('what identifies a person, in the forms in which it may be stored', () => {
  expect(canariesOf(invented)).toEqual([
    'ZK-2026-00017',
    'Stichting Voorbeeld',
    'Zanddoorn',
    'Q. van der Zanddoorn',
    'Laan 12-III',
    'q.zanddoorn@voorbeeld.invalid',
    '1961-07-05',
    '+31612345678',
    '31612345678',
    '0612345678',
    '+3225550123',
    '3225550123',
  ]);
});

test('an empty sheet has no canaries', () => {
  expect(canariesOf({ phones: [], channels: [] })).toEqual([]);
});

test('eight bytes, counted in UTF-8, are enough; fewer are not', () => {
  expect(canariesOfText('abcdefg')).toEqual([]);
  expect(canariesOfText('abcdefgh')).toEqual(['abcdefgh']);
  expect(canariesOfText('ééé')).toEqual([]);
  expect(canariesOfText('éééé')).toEqual(['éééé']);
  expect(canariesOfText('👍👍')).toEqual(['👍👍']);
});

test('only open answers are canaries', () => {
  const answers: readonly (readonly [string, Answer])[] = [
    ['remark', { kind: 'text', text: 'een heel eigen verhaal' }],
    ['again', { kind: 'text', text: 'een heel eigen verhaal' }],
    ['short', { kind: 'text', text: 'nee' }],
    ['team', { kind: 'choice', choice: 'a-long-choice-name' }],
    ['hours', { kind: 'number', number: 123_456_789 }],
  ];
  const named = answers as readonly (readonly [ItemName, Answer])[];
  const response: Response = {
    group: 'residents' as GroupCode,
    mode: 'web',
    language: 'nl',
    complete: true,
    background: {},
    answers: named,
  };
  expect(canariesOfResponse(response)).toEqual(['een heel eigen verhaal']);
  expect(canariesOfAnswers(new Map(named))).toEqual(['een heel eigen verhaal']);
});

test('law: the canaries of a text are parts of it, long enough, distinct, and none is long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const canaries = canariesOfText(text);
      expect(new Set(canaries).size).toBe(canaries.length);
      for (const canary of canaries) {
        expect(text.includes(canary)).toBe(true);
        expect(Buffer.byteLength(canary)).toBeGreaterThanOrEqual(leastBytes);
        expect(Array.from(canary).length).toBeLessThanOrEqual(64);
      }
      if (Buffer.byteLength(text) >= leastBytes) expect(canaries.length).toBeGreaterThan(0);
    }),
  );
});

test('what the study keeps readable is no canary', () => {
  const canaries = ['Gemeente Verzonnenstad', 'Zanddoorn'];
  expect(notInPlainTexts(canaries, [])).toEqual(canaries);
  expect(notInPlainTexts(canaries, ['Titel', 'Opdrachtgever: Gemeente Verzonnenstad'])).toEqual(['Zanddoorn']);
});
