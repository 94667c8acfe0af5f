import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { Candidate } from '../../../shared/intake/candidate.ts';
import { fieldsMissing } from '../../../shared/intake/column-map.ts';
import { approached, isMinor, rowRefusal } from '../../../shared/intake/row-rule.ts';
import type { ContactData, Representative } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';

const nobody: ContactData = { phones: [], channels: [] };
const group: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'no-objection',
  consentBasisByStratum: {},
  excludesMinors: true,
};

describe('whether someone is a minor', () => {
  test.each([
    ['the day before the 18th birthday', '2008-03-01', '2026-02-28', true],
    ['the 18th birthday', '2008-03-01', '2026-03-01', false],
    ['born on a leap day, on 28 February', '2008-02-29', '2026-02-28', true],
    ['born on a leap day, on 1 March', '2008-02-29', '2026-03-01', false],
    ['the 18th birthday in a leap year', '2010-02-28', '2028-02-28', false],
    ['born today', '2026-03-01', '2026-03-01', true],
    ['an old man', '1930-01-01', '2026-03-01', false],
  ])('by the day of birth: %s', (_, birthDate, today, expected) => {
    expect(isMinor({ ...nobody, birthDate: day(birthDate) }, day(today))).toBe(expected);
  });

  test.each([
    [2009, '2026-12-31', true],
    // Eighteen on 1 January at the earliest, on 31 December at the latest: not known.
    [2008, '2026-01-01', false],
    [2008, '2026-12-31', false],
    [2007, '2026-01-01', false],
  ])('by the year: %i, on %s: %s', (birthYear, today, expected) => {
    expect(isMinor({ ...nobody, birthYear }, day(today))).toBe(expected);
  });

  test.each([
    ['10-17', true],
    ['0-9', true],
    ['12 t/m 17 jaar', true],
    ['17', true],
    ['t/m 18', false],
    ['10-19', false],
    ['18-24', false],
    ['65+', false],
    ['16 jaar en ouder', false],
    ['15+', false],
    ['onbekend', false],
    ['jongere', false],
  ])('by the band: %s: %s', (ageBand, expected) => {
    expect(isMinor({ ...nobody, ageBand }, day('2026-03-01'))).toBe(expected);
  });

  test('of whom nothing is known: no', () => {
    expect(isMinor(nobody, day('2026-03-01'))).toBe(false);
  });
});

const person: ContactData = {
  surname: 'Proef',
  phones: ['+31689001101'],
  email: 'a@example.org',
  ...{ street: 'Teststraat', houseNumber: '1', postcode: '1234 AB', town: 'Waterhoven', clientNumber: '41' },
  channels: ['email', 'letter', 'phone'],
};
const standing = (kind: Representative['kind'], more: Partial<Representative> = {}): ContactData => ({
  ...person,
  representative: { kind, name: 'Verzonnen Bureau', phones: [], ...more },
});
const reached = { phones: ['+31689001102'], email: 'b@example.org' };
const candidate = (contact: ContactData, read: Partial<Candidate['read']> = {}): Candidate => ({
  ...{ file: 1, row: 2, basis: 'no-objection', identity: [], contact },
  read: { deceased: false, unreadable: [], ...read },
});
const refusal = (contact: ContactData, more: Partial<Group> = {}, read: Partial<Candidate['read']> = {}) =>
  rowRefusal(candidate(contact, read), { ...group, ...more }, day('2026-03-01'));

describe('who is represented', () => {
  test.each<[string, ContactData, ReturnType<typeof refusal>]>([
    ['a guardian who can be reached', standing('guardian', reached), undefined],
    ['a guardian of whom nothing is known', standing('guardian'), 'represented'],
    [
      'a guardian by e-mail, where only a letter was agreed to',
      { ...standing('guardian', reached), channels: ['letter'] },
      'represented',
    ],
    ['an administrator of whom nothing is known', standing('administrator'), undefined],
    ['a mentor of whom nothing is known', standing('mentor'), undefined],
    ['nobody', person, undefined],
  ])('by %s', (_, contact, expected) => {
    expect(refusal(contact)).toBe(expected);
  });

  test('by someone of whom it cannot be read what they decide: refused', () => {
    expect(refusal(standing('guardian', reached), {}, { unreadable: ['representation'] })).toBe('represented');
    expect(refusal(person, {}, { unreadable: ['representation'] })).toBe('represented');
    expect(refusal(person, {}, { unreadable: ['postcode'] })).toBe(undefined);
  });

  test('by a guardian is approached through the guardian only, by what was agreed to', () => {
    expect(approached(standing('guardian', reached))).toMatchObject({ ...reached, channels: ['email', 'phone'] });
    const byPhone = { ...standing('guardian', reached), channels: ['phone', 'letter'] as const };
    expect(approached(byPhone).channels).toEqual(['phone']);
    const { email: _, ...withoutEmail } = approached(standing('guardian', { phones: reached.phones }));
    expect(approached(standing('guardian', { phones: reached.phones }))).toEqual(withoutEmail);
  });

  test('by an administrator or mentor is approached themselves, and who stands beside them is noted', () => {
    for (const kind of ['administrator', 'mentor'] as const) {
      const contact = standing(kind, reached);
      expect(approached(contact)).toEqual(contact);
    }
  });
});

describe('where the client posts the letters', () => {
  const known: ContactData = { clientNumber: '41', phones: [], channels: ['letter'] };

  test('a number is enough for a letter', () => {
    expect(refusal(known, { postedByClient: true })).toBe(undefined);
    expect(refusal(known)).toBe('unreachable');
    expect(refusal({ phones: [], channels: ['letter'] }, { postedByClient: true })).toBe('unreachable');
  });

  test.each([
    ['no-objection', [], ['clientNumber']],
    ['business-contact', [], ['clientNumber']],
    ['opt-in', [], ['clientNumber', 'consent', 'consentOn', 'channels']],
    ['opt-in', ['clientNumber', 'consent', 'consentOn', 'channels'], []],
  ] as const)(
    'a list needs the number, and under opt-in what shows the consent: %s %j',
    (consentBasis, has, missing) => {
      const columns = has.map((becomes) => ({ column: 'A', hidden: false, becomes }));
      expect(fieldsMissing(columns, { ...group, consentBasis, postedByClient: true })).toEqual(missing);
      // Elsewhere the name is needed, or the e-mail address.
      const other = fieldsMissing(columns, { ...group, consentBasis });
      expect(other).toContain(consentBasis === 'business-contact' ? 'email' : 'surname');
    },
  );
});
