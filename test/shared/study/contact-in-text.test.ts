/** Contact data in the texts of a questionnaire: only what the agreement allows, and never more than belongs in a question. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { expect, test } from 'vitest';
import { type ContactData, contactFields } from '../../../shared/study/contact-data.ts';
import { contactFieldIn, contactTexts, spokenFields } from '../../../shared/study/contact-in-text.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { contactFieldsIn, shownText } from '../../../shared/study/shown-text.ts';
import { answersOf, questionnaireOf, workbookOf } from './small-questionnaires.ts';

const contact: ContactData = {
  ...{ salutation: 'Mevr.', initials: 'A.', prefix: 'van der', surname: 'Verzonnen', organisation: 'De Brug' },
  ...{ street: 'Dorpsstraat', houseNumber: '1', postcode: '1234 AB', town: 'Waterhoven', email: 'a@example.org' },
  ...{
    phones: ['+31689001234'],
    birthYear: 1951,
    note: 'liever niet bellen',
    clientNumber: 'K12',
    channels: ['phone'],
  },
  representative: { kind: 'mentor', name: 'B. Bedacht', phones: [] },
};

test('a field is there when the agreement allows it, and not otherwise', () => {
  expect(contactTexts(contact, 'Noord', contactFields)).toEqual({
    ...{ salutation: 'Mevr.', initials: 'A.', prefix: 'van der', surname: 'Verzonnen', organisation: 'De Brug' },
    ...{ street: 'Dorpsstraat', houseNumber: '1', postcode: '1234 AB', town: 'Waterhoven', email: 'a@example.org' },
    ...{ phone: '+31689001234', birthYear: '1951', stratum: 'Noord', representativeName: 'B. Bedacht' },
  });
  for (const field of spokenFields) {
    const without = contactTexts(
      contact,
      'Noord',
      contactFields.filter((one) => one !== field && one !== 'mobile'),
    );
    expect(without).not.toHaveProperty(field);
    expect(contactTexts(contact, 'Noord', [field])).toHaveProperty(field);
    expect(Object.keys(contactTexts(contact, 'Noord', [field]))).toHaveLength(1);
  }
  expect(contactTexts(contact, 'Noord', [])).toEqual({});
  expect(contactTexts({ phones: [], channels: [] }, undefined, contactFields)).toEqual({});
});

test('what is not for saying aloud has no name in a text', () => {
  expect(contactFieldIn('contact.surname')).toBe('surname');
  for (const name of ['contact.note', 'contact.consent', 'contact.birthDate', 'contact.', 'contact.constructor'])
    expect(contactFieldIn(name)).toBe('unknown');
  for (const name of ['surname', 'contact', 'contacts.surname']) expect(contactFieldIn(name)).toBeUndefined();
});

test('a questionnaire tells which fields its texts say', () => {
  const questionnaire = questionnaireOf([['text', 'q', 'Woont u in ${contact.town}, ${contact.surname}?']]);
  expect([...contactFieldsIn(questionnaire)].toSorted()).toEqual(['surname', 'town']);
});

test('contact data that looks like a reference is shown as it is', () => {
  const questionnaire = questionnaireOf([['text', 'q', 'Bent u ${contact.surname}?']]);
  const text = questionnaire.items[0]!.label;
  const shown = shownText(text, 'nl', questionnaire, answersOf({}), '2026-05-01' as never, { surname: '${q} $&' });
  expect(shown).toBe('Bent u ${q} $&?');
});

test('a workbook that says more than the agreement allows is refused with the place, once there is an agreement', () => {
  const workbook = workbookOf([['text', 'q', 'Woont u in ${contact.town}, ${contact.surname}?']]);
  expect(readXlsform(workbook).kind).toBe('read');
  expect(readXlsform(workbook, ['town', 'surname']).kind).toBe('read');
  expect(readXlsform(workbook, ['surname'])).toEqual({
    kind: 'faulty',
    faults: [{ fault: 'contact-field-not-allowed', sheet: 'survey', row: 2, column: 'label', what: 'contact.town' }],
  });
});
