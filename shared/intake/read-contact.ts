/**
 * Makes contact data of the cells of one person. What cannot be read is left out and told as a remark with the field only, so that the
 * municipality can mend its file; a value never appears in a remark.
 */
import type { ContactData, ContactField } from '../study/contact-data.ts';
import type { RowValues } from './extract.ts';
import { readChannels, readDay, readEmail, readPostcode, readSex, readText, readYesNo } from './read-cell.ts';
import { type Consent, readConsent, readDeceased } from './read-consent.ts';

/** Gives a telephone number in E.164, or undefined when the text is none. */
export type ReadPhone = (text: string) => string | undefined;

export interface ContactRead {
  /** Its channels are those of the extract; none when the extract names none. */
  readonly contact: ContactData;
  readonly stratum?: string;
  readonly consent?: Consent;
  readonly deceased: boolean;
  /** Fields whose cell holds something that cannot be read. */
  readonly unreadable: readonly ContactField[];
}

const textFields = [
  'clientNumber',
  'organisation',
  'salutation',
  'initials',
  'prefix',
  'surname',
  'street',
  'houseNumber',
  'town',
] as const satisfies readonly ContactField[];

const readers = {
  postcode: readPostcode,
  email: readEmail,
  birthDate: readDay,
  consentOn: readDay,
  sex: readSex,
  supportEnded: readYesNo,
} as const;

/** Reads the cells of one row; never throws, whatever they hold. */
export function readContact(values: RowValues, readPhone: ReadPhone): ContactRead {
  const unreadable: ContactField[] = [];

  function read<T>(field: ContactField, reader: (text: string) => T | undefined): T | undefined {
    const text = values[field];
    if (text === undefined || text.trim() === '') return undefined;
    const value = reader(text);
    if (value === undefined) unreadable.push(field);
    return value;
  }

  const fields: [string, unknown][] = [
    ...textFields.map((field) => [field, read(field, readText)] as [string, unknown]),
    ...Object.entries(readers).map(
      ([field, reader]) => [field, read<unknown>(field as ContactField, reader)] as [string, unknown],
    ),
  ];
  // A mobile telephone is more often answered by the person meant, so it is rung first.
  const phones = [...(read('mobile', readPhones(readPhone)) ?? []), ...(read('phone', readPhones(readPhone)) ?? [])];
  const channels = readChannels(values.channels ?? '');
  if (!channels.complete) unreadable.push('channels');
  const stratum = read('stratum', readStratum);
  const consent = readConsent(values.consent ?? '');
  if (consent === 'unreadable') unreadable.push('consent');
  const death = readDeceased(values.deceased ?? '');
  if (!death.readable) unreadable.push('deceased');

  const contact = {
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    phones: [...new Set(phones)],
    channels: channels.channels,
  } as ContactData;
  return {
    contact: withHouseNumber(contact),
    ...(stratum === undefined ? {} : { stratum }),
    ...(consent === undefined ? {} : { consent }),
    deceased: death.deceased,
    unreadable,
  };
}

/** One cell may hold two numbers: '020 123 45 67 / 06 12345678'. A slash inside a number ('020/1234567') divides nothing. */
function readPhones(readPhone: ReadPhone): (text: string) => readonly string[] | undefined {
  return (text) => {
    const whole = readPhone(text);
    if (whole !== undefined) return [whole];
    const parts = text.split(/[;/,]|\sof\s/).map((part) => readPhone(part.trim()));
    return parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
  };
}

/** The stratum stands open in the study's database, so a text that may tell who someone is (a number, an address) is not taken. */
function readStratum(text: string): string | undefined {
  const stratum = readText(text);
  return stratum === undefined || stratum.length > 40 || /@|\d{3}/.test(stratum) ? undefined : stratum;
}

/** 'Dorpsstraat 12 a' in a street column without a house number is divided, when it has one number only. */
function withHouseNumber(contact: ContactData): ContactData {
  if (contact.houseNumber !== undefined || contact.street === undefined) return contact;
  const [, street, houseNumber] =
    /^((?:\d{1,2}e\s)?\D*\p{L}\.?)\s+(\d+(?:\s?[-/]?\s?[\p{L}]{1,4})?)$/u.exec(contact.street) ?? [];
  return street === undefined || houseNumber === undefined ? contact : { ...contact, street, houseNumber };
}
