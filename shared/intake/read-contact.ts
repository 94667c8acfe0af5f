/**
 * Makes contact data of the cells of one person. What cannot be read is left out and told as a remark with the field only, so that the
 * municipality can mend its file; a value never appears in a remark.
 */
import { findAges } from '../study/age-band.ts';
import type { ContactData, ContactField, Representative } from '../study/contact-data.ts';
import type { RowValues } from './extract.ts';
import { readChannels, readDay, readEmail, readNote, readSex, readText, readYesNo, saysNothing } from './read-cell.ts';
import { type Consent, readConsent, readDeceased } from './read-consent.ts';
import { isNetherlands, readAnyPostcode } from './read-postcode.ts';
import { readRepresentation } from './read-representation.ts';
import { splitStreet } from './split-address.ts';

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
  'consentText',
  'consentSource',
] as const satisfies readonly ContactField[];

const readers = {
  note: readNote,
  country: readCountry,
  email: readEmail,
  birthDate: readDay,
  birthYear: readBirthYear,
  ageBand: readAgeBand,
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
    if (value === undefined && saysNothing(text)) return undefined;
    if (value === undefined) unreadable.push(field);
    return value;
  }

  const fields: [string, unknown][] = [
    ...textFields.map((field) => [field, read(field, field === 'surname' ? readName : readWords)] as [string, unknown]),
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
  const isDead =
    death.deceased ||
    deadByName.test(
      nameFields
        .map((field) => values[field] ?? '')
        .join(' ')
        .trim(),
    );
  const country = values.country?.trim() ? values.country.trim() : undefined;
  const place = read('postcode', (text) => readAnyPostcode(text, country));
  const representative = readRepresentative();

  const contact = {
    ...(place?.country === undefined ? {} : { country: place.country }),
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== '')),
    ...(place === undefined ? {} : { postcode: place.postcode }),
    ...(representative === undefined ? {} : { representative }),
    phones: [...new Set(phones)],
    channels: channels.channels,
  } as ContactData;
  /** Whoever is named is taken for a guardian where nothing says of which kind they are: the strictest. */
  function readRepresentative(): Representative | undefined {
    const { kind, readable } = readRepresentation(values.representation ?? '');
    if (!readable) unreadable.push('representation');
    const name = read('representativeName', (text) => (isNobody.test(text.trim()) ? '' : readText(text)));
    const numbers = read('representativePhone', readPhones(readPhone)) ?? [];
    const address = read('representativeEmail', readEmail);
    const isNamed = Boolean(name) || numbers.length > 0 || address !== undefined;
    const isDenied =
      kind === undefined &&
      readable &&
      (values.representation ?? '').trim() !== '' &&
      !saysNothing(values.representation!);
    if ((kind === undefined && !isNamed) || isDenied) return undefined;
    return {
      kind: kind ?? 'guardian',
      ...(name ? { name } : {}),
      phones: [...new Set(numbers)],
      ...(address === undefined ? {} : { email: address }),
    };
  }

  return {
    contact: withHouseNumber(contact),
    ...(stratum === undefined ? {} : { stratum }),
    ...(consent === undefined ? {} : { consent }),
    deceased: isDead,
    unreadable,
  };
}

const nameFields = ['salutation', 'initials', 'prefix', 'surname'] as const satisfies readonly ContactField[];
/** 'Proef (overleden)', '† A. Proef', 'Erven van A. Proef': as systems write it where they have no field for it. */
const deadByName = /†|\boverl(eden|\.)|\bdeceased\b|^(de\s)?erven\s(van|de|het)\b/i;

const isNobody = /^(nee|geen|n|no|none|0)$/i;

/** Signs alone are no text. */
function readWords(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.test(text) ? readText(text) : undefined;
}

/** A name has a letter: a number in its place is a total, or another column. */
function readName(text: string): string | undefined {
  return /\p{L}/u.test(text) ? readText(text) : undefined;
}

/** As it stands under a foreign address; '' for the Netherlands. A number is none. */
function readCountry(text: string): string | undefined {
  if (isNetherlands(text)) return '';
  return /\d/.test(text) ? undefined : readText(text);
}

function readBirthYear(text: string): number | undefined {
  return /^(19|20)\d{2}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

function readAgeBand(text: string): string | undefined {
  return findAges(text) === undefined || !/[-+]/.test(text) ? undefined : text.trim();
}

/** One cell may hold two numbers: '020 123 45 67 / 06 12345678'. A slash inside a number ('020/1234567') divides nothing. */
function readPhones(readPhone: ReadPhone): (text: string) => readonly string[] | undefined {
  return (text) => {
    const whole = readPhone(bareNumber(text));
    if (whole !== undefined) return [whole];
    const parts = text
      .split(/[;/,|\n]|\s(?:of|en|or|and)\s/)
      .filter((part) => part.trim() !== '')
      .map((part) => readPhone(bareNumber(part)));
    return parts.length === 0 || parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
  };
}

/**
 * Without the word for what it is ('tel. 020-1234567'), and what programs that count make of a number: '612345678.0', '6,12345678E+08'. Of fewer
 * digits than the number has ('6,12E+08') the others are lost.
 */
function bareNumber(text: string): string {
  const [, first, rest, power] = /^\+?(\d)[.,](\d{8,12})E\+?0?(\d{1,2})$/i.exec(text.trim()) ?? [];
  if (first !== undefined && rest!.length === Number(power)) return `${first}${rest}`;
  const [, counted] = /^(\+?\d{9,14})[.,]0$/.exec(text.trim()) ?? [];
  return counted ?? text.trim().replace(/^(tel(efoon)?|mob(iel)?|gsm|thuis|vast|priv[eé])[.:]*\s*(?=[+(\d])/i, '');
}

/** The stratum stands open in the study's database, so a text that may tell who someone is (a number, an address) is not taken. */
function readStratum(text: string): string | undefined {
  const stratum = readText(text);
  return stratum === undefined || stratum.length > 40 || /@|\d{3}/.test(stratum) ? undefined : stratum;
}

/** 'Dorpsstraat 12 a' in a street column without a house number is divided, where that is certain. */
function withHouseNumber(contact: ContactData): ContactData {
  if (contact.houseNumber !== undefined || contact.street === undefined) return contact;
  const divided = splitStreet(contact.street);
  return divided === undefined ? contact : { ...contact, ...divided };
}
