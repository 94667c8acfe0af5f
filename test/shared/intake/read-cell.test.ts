import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  readChannels,
  readDay,
  readEmail,
  readPostcode,
  readSex,
  readText,
  readYesNo,
} from '../../../shared/intake/read-cell.ts';
import { objectionOfAnswer, readConsent, readDeceased } from '../../../shared/intake/read-consent.ts';

test.each([
  ['2026-02-03', '2026-02-03'],
  ['2026-2-3', '2026-02-03'],
  ['03-02-2026', '2026-02-03'],
  ['3/2/2026', '2026-02-03'],
  ['3.2.2026', '2026-02-03'],
  ['20260203', '2026-02-03'],
  ['3-2-2026 0:00', '2026-02-03'],
  ['2026-02-03T12:30:00Z', '2026-02-03'],
  ['29-02-2024', '2024-02-29'],
  ['29-02-2026', undefined],
  ['31-04-2026', undefined],
  ['00-00-1950', undefined],
  ['13/13/2026', undefined],
  ['3-2-26', undefined],
  ['2-30-2026', undefined],
  ['0001-01-01', undefined],
  ['46056', undefined],
  ['maart 1957', undefined],
])('the day %s is %s', (text, expected) => {
  expect(readDay(text)).toBe(expected);
});

test.each([
  ['1234AB', '1234 AB'],
  [' 1234 ab ', '1234 AB'],
  ['0234 AB', undefined],
  ['1234 SS', undefined],
  ['1234', undefined],
  ['12345 AB', undefined],
  ['2000', undefined],
])('the postcode %s is %s', (text, expected) => {
  expect(readPostcode(text)).toBe(expected);
});

describe('an e-mail address', () => {
  test.each([
    ['Test.Persoon@Example.ORG', 'test.persoon@example.org'],
    [' a@example.org ', 'a@example.org'],
    ['mailto:a@example.org', 'a@example.org'],
    ["o'test+x@sub.example.nl", "o'test+x@sub.example.nl"],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
  ])('%s is read', (text, expected) => {
    expect(readEmail(text)).toBe(expected);
  });

  test.each([
    'a',
    'a@',
    '@example.org',
    'a@example',
    'a@example.1',
    'a b@example.org',
    'a@exam ple.org',
    'a@@example.org',
    'a..b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a@-example.org',
    'a@example..org',
    'a@example.org, b@example.org',
    'Test <a@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\u0000',
    'a@exämple.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(130)}org`,
  ])('%j is not read', (text) => {
    expect(readEmail(text)).toBeUndefined();
  });

  it('never holds a control character or space, whatever is read', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc.string().map((s) => `a${s}@example.org`),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(readEmail(typed) ?? '').not.toMatch(/[\s\p{C}]/u);
      }),
    );
  });
});

test.each([
  ['m', 'male'],
  ['Man', 'male'],
  ['V', 'female'],
  ['vrouw', 'female'],
  ['F', 'female'],
  ['female', 'female'],
  ['x', 'other'],
  ['?', undefined],
])('the sex %s is %s', (text, expected) => {
  expect(readSex(text)).toBe(expected);
});

test.each([
  ['ja', true],
  ['J', true],
  ['TRUE', true],
  ['1', true],
  ['12-01-2026', true],
  ['nee', false],
  ['N', false],
  ['0', false],
  ['soms', undefined],
])('%s as yes or no is %s', (text, expected) => {
  expect(readYesNo(text)).toBe(expected);
});

test.each([
  ['e-mail, brief, telefoon', ['email', 'letter', 'phone'], true],
  ['Telefoon en brief', ['phone', 'letter'], true],
  ['E-mail;e-mail', ['email'], true],
  ['tel. / huisbezoek', ['phone', 'visit'], true],
  ['geen', [], true],
  ['', [], true],
  ['brief, postduif', ['letter'], false],
])('the channels %j', (text, channels, complete) => {
  expect(readChannels(text)).toEqual({ channels, complete });
});

describe('a text', () => {
  it('becomes one line, without invisible characters', () => {
    expect(readText('  van\u00a0der \r\n Test\u200b\u202e ')).toBe('van der Test');
    expect(readText('Zoe\u0308')).toBe('Zoë');
  });

  it('is not read with control characters, or when it is too long', () => {
    expect(readText('a\u0000b')).toBeUndefined();
    expect(readText('a\u001bb')).toBeUndefined();
    expect(readText('a'.repeat(200))).toHaveLength(200);
    expect(readText('a'.repeat(201))).toBeUndefined();
    expect(readText(' \u200b ')).toBeUndefined();
  });

  it('never carries a line break or control character on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readText(typed) ?? '').not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});

test.each([
  ['ja', 'given'],
  ['JA', 'given'],
  ['Akkoord', 'given'],
  ['nee', 'not-given'],
  ['Geen toestemming', 'not-given'],
  ['bezwaar', 'objection'],
  ['Bezwaar gemaakt', 'objection'],
  ['geen bezwaar', undefined],
  ['', undefined],
  ['-', undefined],
  ['n.v.t.', undefined],
  ['misschien', 'unreadable'],
  ['✓', 'unreadable'],
  ['?', 'unreadable'],
])('consent %j is %s', (text, expected) => {
  expect(readConsent(text)).toBe(expected);
});

test.each([
  ['ja', 'bezwaar'],
  ['nee', ''],
  ['', ''],
  ['bezwaar', 'bezwaar'],
  ['misschien', 'misschien'],
])('under a header Bezwaar, %j is %j', (text, expected) => {
  expect(objectionOfAnswer(text)).toBe(expected);
});

test.each([
  ['', false, true],
  ['nee', false, true],
  ['-', false, true],
  ['ja', true, true],
  ['overleden', true, true],
  ['3-1-2026', true, true],
  ['00-00-2026', true, false],
  ['†', true, false],
])('deceased %j is %s, readable %s', (text, deceased, readable) => {
  expect(readDeceased(text)).toEqual({ deceased, readable });
});
