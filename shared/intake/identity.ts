/** By what two rows are known to be the same person. These keys are personal data: they live in memory during an intake, or sealed. */
import type { ContactData } from '../study/contact-data.ts';
import type { ConsentBasis } from '../study/group.ts';
import { plainWord } from './plain-word.ts';

/**
 * The keys of one person; two people with a key in common are the same. A client number, and name with birth date and postcode. An e-mail
 * address only for business contacts: residents may share one at home.
 */
export function identityKeys(contact: ContactData, basis: ConsentBasis): readonly string[] {
  const { clientNumber, email, surname, initials, prefix, birthDate, postcode } = contact;
  const keys: string[] = [];
  // Spreadsheets drop the zeros before a number.
  const number = plainWord(clientNumber ?? '').replace(/^0+(?=.)/, '');
  if (number !== '') keys.push(`number ${number}`);
  if (basis === 'business-contact' && email !== undefined) keys.push(`email ${email}`);
  const name = plainWord(`${initials ?? ''}${prefix ?? ''}${surname ?? ''}`);
  if (surname !== undefined && name !== '' && birthDate !== undefined && postcode !== undefined)
    keys.push(`name ${name} ${birthDate} ${postcode}`);
  return keys;
}
