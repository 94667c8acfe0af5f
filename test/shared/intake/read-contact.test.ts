import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { readContact } from '../../../shared/intake/read-contact.ts';
import { contactFields, usableChannels } from '../../../shared/study/contact-data.ts';

/** Ten digits with a zero before them, in E.164: enough of a telephone book for these tests. */
function readPhone(text: string): string | undefined {
  const digits = text.replaceAll(/[ -]/g, '');
  return /^0\d{9}$/.test(digits) ? `+31${digits.slice(1)}` : undefined;
}
const read = (values: RowValues) => readContact(values, readPhone);

describe('the contact data of a row', () => {
  it('holds every field, each in its one form', () => {
    const { contact, stratum, consent, deceased, unreadable } = read({
      clientNumber: ' 1001 ',
      salutation: 'Mevr.',
      initials: 'A.',
      prefix: 'van der',
      surname: 'Proef',
      street: 'Teststraat',
      houseNumber: '12 a',
      postcode: '1234ab',
      town: 'Waterhoven',
      phone: '020-1234567',
      mobile: '06 12345678',
      email: 'A@Example.org',
      birthDate: '12-3-1957',
      sex: 'v',
      stratum: 'Noord',
      supportEnded: 'nee',
      consent: 'ja',
      consentOn: '2026-01-10',
      channels: 'e-mail, brief',
    });
    expect(contact).toEqual({
      clientNumber: '1001',
      salutation: 'Mevr.',
      initials: 'A.',
      prefix: 'van der',
      surname: 'Proef',
      street: 'Teststraat',
      houseNumber: '12 a',
      postcode: '1234 AB',
      town: 'Waterhoven',
      phones: ['+31612345678', '+31201234567'],
      email: 'a@example.org',
      birthDate: '1957-03-12',
      sex: 'female',
      supportEnded: false,
      consentOn: '2026-01-10',
      channels: ['email', 'letter'],
    });
    expect([stratum, consent, deceased, unreadable]).toEqual(['Noord', 'given', false, []]);
    expect(usableChannels(contact)).toEqual(['email', 'letter']);
  });

  it('of an empty row is empty', () => {
    expect(read({})).toEqual({ contact: { phones: [], channels: [] }, deceased: false, unreadable: [] });
  });

  it('leaves out what cannot be read, and remarks on the field', () => {
    const result = read({
      email: 'kapot',
      postcode: '12',
      birthDate: 'vroeger',
      phone: '12',
      mobile: '?',
      sex: '?',
      channels: 'fax',
    });
    expect(result.contact).toEqual({ phones: [], channels: [] });
    expect([...result.unreadable].sort()).toEqual(
      ['birthDate', 'channels', 'email', 'mobile', 'phone', 'postcode', 'sex'].sort(),
    );
  });

  it('reads two numbers in one cell, and the same number once', () => {
    expect(read({ phone: '020-1234567 / 06 12345678' }).contact.phones).toEqual(['+31201234567', '+31612345678']);
    expect(read({ phone: '0612345678', mobile: '06-12345678' }).contact.phones).toEqual(['+31612345678']);
    expect(read({ phone: 'tel. 020-1234567 en 06 12345678' }).contact.phones).toEqual(['+31201234567', '+31612345678']);
    expect(read({ phone: '0612345678 / moeder' })).toMatchObject({ contact: { phones: [] }, unreadable: ['phone'] });
  });

  it('divides a street with its number only where that is certain', () => {
    expect(read({ street: 'Teststraat 12' }).contact).toMatchObject({ street: 'Teststraat', houseNumber: '12' });
    expect(read({ street: '2e Teststraat 12' }).contact).toMatchObject({ street: '2e Teststraat', houseNumber: '12' });
    expect(read({ street: 'Plein 1940 12' }).contact.houseNumber).toBeUndefined();
    expect(read({ street: 'Lange Teststr. 12-bis' }).contact).toMatchObject({
      street: 'Lange Teststr.',
      houseNumber: '12-bis',
    });
    expect(read({ street: 'Plein 1940', houseNumber: '3' }).contact).toMatchObject({
      street: 'Plein 1940',
      houseNumber: '3',
    });
  });

  it('takes no stratum that may tell who someone is', () => {
    for (const text of ['a@example.org', '0612345678', '111222333', 'x'.repeat(41)])
      expect(read({ stratum: text })).toMatchObject({ unreadable: ['stratum'] });
    expect(read({ stratum: 'Team 12' }).stratum).toBe('Team 12');
  });

  it('keeps a foreign address with its country, and none of a country that is not told', () => {
    expect(read({ postcode: 'B-1000' }).contact).toMatchObject({ postcode: '1000', country: 'België' });
    expect(read({ postcode: '50667', country: 'Duitsland' }).contact).toMatchObject({
      postcode: '50667',
      country: 'Duitsland',
    });
    expect(read({ postcode: '1234 AB', country: 'Nederland' }).contact).toEqual({
      postcode: '1234 AB',
      phones: [],
      channels: [],
    });
    expect(read({ postcode: '1000' })).toMatchObject({ unreadable: ['postcode'] });
    expect(read({ country: '5010' })).toMatchObject({ unreadable: ['country'] });
  });

  it('has a representative with what is told of them', () => {
    const { contact } = read({
      representation: 'bewind',
      representativeName: 'Kantoor Proef',
      representativePhone: '020-1234567',
      representativeEmail: 'Kantoor@example.org',
    });
    expect(contact.representative).toEqual({
      kind: 'administrator',
      name: 'Kantoor Proef',
      phones: ['+31201234567'],
      email: 'kantoor@example.org',
    });
    expect(read({ representation: 'mentorschap' }).contact.representative).toEqual({ kind: 'mentor', phones: [] });
    expect(read({ representation: 'nee', representativeName: 'B. Proef' }).contact.representative).toBeUndefined();
    expect(read({ representativeName: 'nee' }).contact.representative).toBeUndefined();
  });

  it('has a guardian where it is not clear what someone may decide', () => {
    expect(read({ representativeName: 'B. Proef' }).contact.representative).toEqual({
      kind: 'guardian',
      name: 'B. Proef',
      phones: [],
    });
    expect(read({ representation: 'zie dossier' })).toMatchObject({
      contact: { representative: { kind: 'guardian' } },
      unreadable: ['representation'],
    });
  });

  it('has a note, the record of a consent, and as much of a birth as is told', () => {
    const { contact, unreadable } = read({
      note: `liefst 's middags,\nspreekt ${'x'.repeat(300)}`,
      consentText: 'Brief 2, versie 3',
      consentSource: 'dossier van het team',
      birthYear: '1957',
    });
    expect(contact).toMatchObject({
      consentText: 'Brief 2, versie 3',
      consentSource: 'dossier van het team',
      birthYear: 1957,
    });
    expect(contact.note).toHaveLength(`liefst 's middags, spreekt ${'x'.repeat(300)}`.length);
    expect(unreadable).toEqual([]);
    expect(read({ ageBand: '60-69' }).contact.ageBand).toBe('60-69');
    expect(read({ ageBand: '?' })).toMatchObject({ unreadable: ['ageBand'] });
    expect(read({ birthYear: '12-03-1957' })).toMatchObject({ unreadable: ['birthYear'] });
  });

  it('has no name without a letter, and no text of signs alone', () => {
    expect(read({ surname: '263', street: '?', town: '!!' })).toMatchObject({
      contact: { phones: [], channels: [] },
      unreadable: ['surname', 'street', 'town'],
    });
  });

  it('passes over cells that say that nothing is known', () => {
    for (const text of ['-', 'n.v.t.', 'onbekend', 'NULL', '#N/B'])
      expect(read({ birthDate: text, email: text, postcode: text, phone: text, sex: text })).toEqual({
        contact: { phones: [], channels: [] },
        deceased: false,
        unreadable: [],
      });
  });

  it('never throws, and remarks only on filled cells, whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ja', '1234 AB', '2026-01-01', 'a@example.org'),
    );
    const values = fc.dictionary(fc.constantFrom(...contactFields), text) as fc.Arbitrary<RowValues>;
    fc.assert(
      fc.property(values, (row) => {
        const { contact, unreadable } = read(row);
        for (const field of unreadable) expect(row[field]?.trim()).toBeTruthy();
        expect(new Set(contact.phones).size).toBe(contact.phones.length);
      }),
    );
  });
});

describe('a name that tells of a death', () => {
  it.each<RowValues>([
    { surname: 'Proef (overleden)' },
    { surname: '† A. Proef' },
    { salutation: 'De erven van', surname: 'Proef' },
    { surname: 'Proef, overl. 2-1-2026' },
  ])('is of someone who died: %j', (row) => {
    expect(read(row).deceased).toBe(true);
  });

  it.each<RowValues>([{ surname: 'van Wijlen' }, { surname: 'Overlander' }, { surname: 'Ervens' }])(
    'is none: %j',
    (row) => {
      expect(read(row).deceased).toBe(false);
    },
  );
});
