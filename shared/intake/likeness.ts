/**
 * Whether two people may be one who was written down twice in different ways. It is only ever proposed to a person, never decided here. Pure
 * and symmetric; whoever shares an identity key is the same anyhow and is not proposed.
 *
 * The surnames have to be near (near-name.ts), and what is known of both may not tell them apart: not the initials, not the day or year of
 * birth, and, unless their initials are the same, not their sex. So twins and a father with his son at one address are two people. Then one
 * of these has to agree as well:
 * - the day of birth, with an address in common, or with the initials known of both and no more than one letter wrong in the name;
 * - a telephone number or e-mail address;
 * - the address, with the initials known of both, or of none and exactly the same surname;
 * - the organisation, with the initials known of both: a colleague who stands in two lists under two e-mail addresses.
 */
import type { Day } from '../calendar.ts';
import type { ContactData, Sex } from '../study/contact-data.ts';
import { addressKey } from './identity.ts';
import { initialLetters, initialsAgree, nearSurname, surnameParts } from './near-name.ts';
import { plainWord } from './plain-word.ts';

/** Someone as they are compared. */
export interface Portrait {
  readonly surname: readonly string[];
  readonly initials: string;
  readonly sex: Sex | undefined;
  readonly birthDate: Day | undefined;
  readonly birthYear: number | undefined;
  readonly phones: readonly string[];
  readonly email: string | undefined;
  readonly address: string | undefined;
  readonly organisation: string;
  readonly identity: readonly string[];
}

const saidOfSex: ReadonlyMap<string, Sex> = new Map<string, Sex>([
  ...'dhr heer deheer meneer mr mister'.split(' ').map((word) => [word, 'male'] as const),
  ...'mw mevr mevrouw mejuffrouw mrs ms miss'.split(' ').map((word) => [word, 'female'] as const),
]);

export function portraitOf(contact: ContactData, identity: readonly string[]): Portrait {
  const { surname, initials, sex, salutation, birthDate, birthYear, phones, email } = contact;
  return {
    surname: surnameParts(surname),
    initials: initialLetters(initials),
    sex: sex ?? saidOfSex.get(plainWord(salutation ?? '')),
    birthDate,
    birthYear: birthYear ?? (birthDate === undefined ? undefined : Number(birthDate.slice(0, 4))),
    phones,
    email,
    address: addressKey(contact),
    organisation: plainWord(contact.organisation ?? ''),
    identity,
  };
}

export function perhapsSame(one: Portrait, other: Portrait): boolean {
  if (one.identity.some((key) => other.identity.includes(key))) return false;
  const initials = initialsAgree(one.initials, other.initials);
  if (initials === false || isBornOtherwise(one, other)) return false;
  if (initials === undefined && one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false;
  const isAtOneAddress = one.address !== undefined && one.address === other.address;
  const isAtOnePlace = isAtOneAddress || (one.organisation !== '' && one.organisation === other.organisation);
  const isReachedAlike =
    (one.email !== undefined && one.email === other.email) || one.phones.some((phone) => other.phones.includes(phone));
  const isBornAlike = one.birthDate !== undefined && one.birthDate === other.birthDate;
  const agrees = isReachedAlike || (isBornAlike && isAtOneAddress) || (isAtOnePlace && initials);
  if (agrees) return nearSurname(one.surname, other.surname);
  // In a large list thousands of strangers share a day of birth and an initial: one slip in the name, no more.
  if (isBornAlike && initials) return nearSurname(one.surname, other.surname, 1);
  const hasNoInitials = one.initials === '' && other.initials === '';
  return isAtOneAddress && hasNoInitials && one.surname.length > 0 && one.surname.join() === other.surname.join();
}

/** Another day or year of birth. A day with its month swapped for it (3-12 and 12-3) may be the same day. */
function isBornOtherwise(one: Portrait, other: Portrait): boolean {
  if (one.birthYear === undefined || other.birthYear === undefined) return false;
  if (one.birthYear !== other.birthYear) return true;
  if (one.birthDate === undefined || other.birthDate === undefined || one.birthDate === other.birthDate) return false;
  const [, month, day] = one.birthDate.split('-');
  return other.birthDate.slice(5) !== `${day}-${month}`;
}
