/** Whom the manager has to decide on, as texts beside one another. Personal data: in a view, and nowhere else. */
import type { IntakeResult } from '../../shared/intake/gate.ts';
import { type ContactData, fullName } from '../../shared/study/contact-data.ts';
import type { FieldText, IntakeQuestion } from '../../shared/views.ts';

export function questionsOf({ questions }: IntakeResult): readonly IntakeQuestion[] {
  return questions.map(({ contact, news, other, ...question }) => {
    const one = [...textsOf(contact), ...(news === undefined ? [] : [{ field: 'news', text: news }])];
    if (other === undefined) return { ...question, one };
    const { contact: others, ...where } = other;
    return { ...question, one, other: { ...where, fields: textsOf(others) } };
  });
}

/** What two people are told apart by; what is not known is left out. */
function textsOf(contact: ContactData): readonly FieldText[] {
  const { street, houseNumber, postcode, town, country, representative } = contact;
  const texts: readonly (readonly [FieldText['field'], string | undefined])[] = [
    ['clientNumber', contact.clientNumber],
    ['organisation', contact.organisation],
    ['wholeName', fullName(contact)],
    ['birthDate', contact.birthDate],
    ['birthYear', contact.birthYear?.toString()],
    ['ageBand', contact.ageBand],
    ['wholeAddress', [street, houseNumber, postcode, town, country].filter(Boolean).join(' ')],
    ['phone', contact.phones.join(', ')],
    ['email', contact.email],
    ['representation', representative?.kind],
    ['representativeName', representative?.name],
    ['representativePhone', representative?.phones.join(', ')],
    ['representativeEmail', representative?.email],
    ['note', contact.note],
  ];
  return texts.flatMap(([field, text]) => (text === undefined || text === '' ? [] : [{ field, text }]));
}
