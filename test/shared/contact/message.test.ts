/** Whom a message speaks to: the person, and where a guardian decides for them the guardian, who is told for whom. */
import { describe, expect, test } from 'vitest';
import { fieldsFor, messageOf, receiverOf, spokenTo } from '../../../shared/contact/message.ts';
import type { Bureau } from '../../../shared/study/bureau.ts';
import { type ContactData, type Representation, representations } from '../../../shared/study/contact-data.ts';
import type { LoginCode } from '../../../shared/study/login-code.ts';

const person: ContactData = {
  salutation: 'Mevr.',
  initials: 'Q.',
  surname: 'Verzonnenaar',
  phones: [],
  channels: ['email'],
};
const of = (kind: Representation, name?: string): ContactData => ({
  ...person,
  representative: { kind, phones: [], ...(name === undefined ? {} : { name }) },
});
const bureau = {
  name: 'Bureau Veldzicht',
  objectTo: 'bezwaar@example.org',
  webAddress: 'https://vragen.example/w',
} as Bureau;

describe('whom a message speaks to', () => {
  test('is the person, whatever an administrator or a mentor decides', () => {
    expect(spokenTo(person)).toBe('Mevr. Q. Verzonnenaar');
    for (const kind of representations.filter((one) => one !== 'guardian')) {
      expect(spokenTo(of(kind, 'P. Bewind'))).toBe('Mevr. Q. Verzonnenaar');
      expect(receiverOf(of(kind, 'P. Bewind'))).toBe('Mevr. Q. Verzonnenaar');
    }
  });

  test('is the guardian who decides for them, by name where it is known, and told for whom', () => {
    expect(spokenTo(of('guardian', 'P. Bewind'))).toBe('P. Bewind, namens Mevr. Q. Verzonnenaar');
    expect(spokenTo(of('guardian'))).toBe('vertegenwoordiger, namens Mevr. Q. Verzonnenaar');
    expect(spokenTo({ ...of('guardian', 'P. Bewind'), salutation: '', initials: '', surname: '' })).toBe('P. Bewind');
    expect(receiverOf(of('guardian', 'P. Bewind'))).toBe('P. Bewind');
    expect(receiverOf(of('guardian'))).toBe('');
  });

  test('stands in the text as its field says, and never in the subject', () => {
    const fields = fieldsFor(of('guardian', 'P. Bewind'), 'ABCD23' as LoginCode, bureau);
    const { subject, paragraphs } = messageOf({ subject: 'Vraag van {{bureau}}', body: 'Geachte {{name}},' }, fields);
    expect(paragraphs).toEqual(['Geachte P. Bewind, namens Mevr. Q. Verzonnenaar,']);
    expect(subject).toBe('Vraag van Bureau Veldzicht');
  });
});
