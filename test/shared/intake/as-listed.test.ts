/** What the study learned of someone since a list said otherwise stands against the same list again, and gives way to another value. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asListed } from '../../../shared/intake/as-listed.ts';
import { candidateOf } from '../../../shared/intake/candidate.ts';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { isSameContact, type ListKind, newerContact } from '../../../shared/intake/newer-contact.ts';
import { type ContactData, contactFields } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';

const group: Group = {
  code: 'people' as GroupCode,
  title: 'People',
  consentBasis: 'no-objection',
  consentBasisByStratum: {},
};
const readPhone = (text: string) => (/^\+31\d{9}$/.test(text) ? text : undefined);
const candidate = (values: RowValues) =>
  candidateOf(
    { file: 1, rows: [] },
    { row: 2, values },
    { group, agreement: { allowedFields: contactFields }, readPhone },
  );
const [one, two, three, own] = ['+31689000001', '+31689000002', '+31689000003', '+31689000009'] as const;
const row = {
  ...{ surname: 'Toets', initials: 'A.', phone: `${one};${two}`, email: 'toets@wijk.example' },
  ...{ street: 'Dorpsstraat', houseNumber: '1', postcode: '9999 AB', town: 'Waterhoven' },
} satisfies RowValues;
const columns = new Set(contactFields.filter((field) => field in row));
/** As they are taken in. */
const takenIn = (values: RowValues = row): ContactData => {
  const { contact } = candidate(values);
  return { ...contact, asListed: asListed(contact) };
};
const again = (known: ContactData, values: RowValues = row, kind: ListKind = 'list') =>
  newerContact(known, candidate(values), columns, kind);

describe('the same list again', () => {
  test.each<[string, Partial<ContactData>]>([
    ['a number that someone gave', { phones: [own, one, two] }],
    ['a number in the place of another', { phones: [own, two] }],
    ['a number found wrong', { phones: [two] }],
    ['an e-mail address that was corrected', { email: 'ander@elders.example' }],
    ['a name that was corrected', { surname: 'Toets-Proef' }],
    ['a language', { language: 'tr' }],
    ['an address that was corrected', { street: 'Kerklaan', houseNumber: '8', postcode: '8888 AB' }],
  ])('leaves %s', (_, learned) => {
    const known = { ...takenIn(), ...learned };
    expect(isSameContact(again(known), known)).toBe(true);
    // Without what the list said then, nobody knows that it says nothing new.
    const { asListed: __, ...unmarked } = known;
    if (!('language' in learned)) expect(isSameContact(again(unmarked), unmarked)).toBe(false);
  });

  it('leaves an address away that was wrong, so that nothing goes there', () => {
    const { email: _, ...known } = takenIn();
    expect(again(known)).not.toHaveProperty('email');
    expect(again(known, { ...row, email: 'nieuw@wijk.example' }).email).toBe('nieuw@wijk.example');
  });

  it('with another number gives it; what was added stays, and what was found wrong does not come back', () => {
    const known = { ...takenIn(), phones: [own, two] };
    expect(again(known, { ...row, phone: `${one};${three}` }).phones).toEqual([own, three]);
    const dead: ContactData = { ...takenIn({ ...row, phone: one }), unreachable: ['phone'] };
    expect(again(dead, { ...row, phone: `${one};${three}` })).toMatchObject({ phones: [three] });
    expect(again(dead, { ...row, phone: one })).toMatchObject({ phones: [one], unreachable: ['phone'] });
  });

  it('with another address gives all of it, also over one that was corrected', () => {
    const known = { ...takenIn(), street: 'Kerklaan', houseNumber: '8', postcode: '8888 AB', town: 'Elders' };
    const moved = { street: 'Havenweg', houseNumber: '2', postcode: '7777 AB' };
    expect(again(known, { ...row, ...moved })).toMatchObject({ ...moved, town: 'Waterhoven', phones: [one, two] });
  });

  it('says nothing against a list of news, which says nothing against what was learned since', () => {
    const told = again(takenIn(), { ...row, phone: three }, 'news');
    expect(told.phones).toEqual([three]);
    expect(again(told).phones).toEqual([three]);
    const learned = { ...told, phones: [own] };
    expect(again(learned, { ...row, phone: three }, 'news').phones).toEqual([own]);
    expect(again(learned, { ...row, phone: two }, 'news').phones).toEqual([own, two]);
  });
});

test('who has no guardian any more has their own number back, whatever the lists said meanwhile', () => {
  const guarded = { ...row, phone: one, representation: 'curator', representativePhone: own };
  const fields = new Set([...columns, 'representation', 'representativePhone'] as const);
  const known = newerContact(takenIn({ ...row, phone: one }), candidate(guarded), fields, 'list');
  const twice = newerContact(known, candidate(guarded), fields, 'list');
  expect([known.phones, twice.phones]).toEqual([[own], [own]]);
  expect(newerContact(twice, candidate({ ...row, phone: one }), fields, 'list').phones).toEqual([one]);
});

test('law: nothing learned, the newer row counts as a whole, as often as it comes', () => {
  const value = (...values: readonly string[]) => fc.constantFrom('', ...values);
  const cells = fc.record({
    ...{ surname: value('Toets', 'Proef'), email: value('a@wijk.example', 'b@wijk.example') },
    phone: fc.subarray([one, two, three]).map((numbers) => numbers.join(';')),
    ...{ street: value('Dorpsstraat', 'Kerklaan'), houseNumber: value('1', '2'), postcode: value('9999 AB') },
  });
  fc.assert(
    fc.property(cells, fc.array(cells, { minLength: 1, maxLength: 5 }), (before, rows) => {
      let known = takenIn(before);
      for (const values of rows) known = again(known, values);
      expect(isSameContact(known, candidate(rows.at(-1)!).contact)).toBe(true);
    }),
  );
});
