/** The message of one step to one person: its text with the fields filled in. */
import type { Day } from '../calendar.ts';
import { type Bureau, personalLink } from '../study/bureau.ts';
import { type ContactData, fullName } from '../study/contact-data.ts';
import { type LoginCode, printedCode } from '../study/login-code.ts';
import type { StepText } from '../study/protocol.ts';
import { fillText } from './fill-text.ts';

export interface Message {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** The fields that a text may use. */
export const messageFields = ['name', 'code', 'link', 'bureau', 'objectTo'] as const;

/** What each field stands for in a message to this person. A person without a name in the extract is addressed by function: empty. */
export function fieldsFor(contact: ContactData, code: LoginCode, bureau: Bureau): ReadonlyMap<string, string> {
  return new Map<(typeof messageFields)[number], string>([
    ['name', spokenTo(contact)],
    ['code', printedCode(code)],
    ['link', personalLink(bureau, code)],
    ['bureau', bureau.name],
    ['objectTo', bureau.objectTo],
  ]);
}

/**
 * Whom a message speaks to: the person, or the guardian who decides in their place (BW 1:378, of a minor 1:245) and has to know for whom, as
 * they may decide for many. Dutch, as the messages are.
 */
export function spokenTo(contact: ContactData): string {
  const { representative } = contact;
  const name = fullName(contact);
  if (representative?.kind !== 'guardian') return name;
  const guardian = representative.name ?? 'vertegenwoordiger';
  return name === '' ? guardian : `${guardian}, namens ${name}`;
}

/** Whose name stands on the envelope of an e-mail: the guardian's where it goes to theirs. */
export function receiverOf(contact: ContactData): string {
  const { representative } = contact;
  return representative?.kind === 'guardian' ? (representative.name ?? '') : fullName(contact);
}

/** A subject is read over a shoulder: only the bureau may stand in it. */
const subjectFields = ['bureau'] as const satisfies readonly (typeof messageFields)[number][];

/** The fields in a text that no message has there; a text with one is not used on anyone. */
export function unknownFields(text: StepText): readonly string[] {
  const unknown = (part: string, fields: readonly string[]) => {
    const filled = fillText(part, new Map(fields.map((field) => [field, ''])));
    return filled.kind === 'filled' ? [] : filled.fields;
  };
  return [...unknown(text.subject, subjectFields), ...unknown(text.body, messageFields)];
}

/** The last paragraph of an e-mail whose writer told nobody where to object, AVG art. 21(4). Dutch, as the messages are. */
const wayToObject = 'Wilt u hierover geen berichten meer? Mail dan naar {{objectTo}}.';

/** The text of an e-mail with a way to object in it. */
export function emailTextOf(text: StepText, bureau: Pick<Bureau, 'objectTo'>): StepText {
  return namesObjection(text, bureau) ? text : { ...text, body: `${text.body.trimEnd()}\n\n${wayToObject}` };
}

/** Whether the writer says where to object: by the field, or by the address as it is. */
export function namesObjection({ body }: StepText, { objectTo }: Pick<Bureau, 'objectTo'>): boolean {
  return /\{\{\s*objectTo\s*\}\}/.test(body) || body.toLowerCase().includes(objectTo.toLowerCase());
}

/** Words of five letters and more in the subject that also stand in one of the names: of the study, its client, its groups. */
export function subjectTells({ subject }: Pick<StepText, 'subject'>, names: readonly string[]): readonly string[] {
  const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]{5,}/gu) ?? [];
  const telling = new Set(names.flatMap((name) => wordsOf(name).map((word) => word.toLowerCase())));
  return [...new Set(wordsOf(subject).filter((word) => telling.has(word.toLowerCase())))];
}

/** The text with its fields filled in; paragraphs are what an empty line separates. Throws on an unknown field: check the text before. */
export function messageOf(text: StepText, fields: ReadonlyMap<string, string>): Message {
  const fill = (part: string) => {
    const filled = fillText(part, fields);
    if (filled.kind !== 'filled') throw new RangeError('a text with an unknown field is in use');
    return filled.text;
  };
  return { subject: fill(text.subject), paragraphs: text.body.split(/\n\s*\n/).map((part) => fill(part.trim())) };
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** A day as a Dutch letter writes it: '14 mei 2026'. */
export function writtenDay(day: Day): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** What the country of an address may be called that needs no line of its own. */
const netherlands = /^(nl|nld|nederland|the netherlands|netherlands|holland)$/i;

/**
 * The address block: name first, 'postcode  TOWN' last. Under a foreign address the town stands as it was given and the country last, in
 * capitals (Universal Postal Union, S42). Absent parts leave no line.
 */
export function addressLines(contact: ContactData): readonly string[] {
  const { organisation, postcode, town } = contact;
  const street = [contact.street, contact.houseNumber].filter(Boolean).join(' ');
  const country = foreignCountry(contact);
  const last =
    country === undefined
      ? [[postcode, town?.toUpperCase()].filter(Boolean).join('  ')]
      : [[postcode, town].filter(Boolean).join(' '), country.toUpperCase()];
  return [organisation, fullName(contact), street, ...last].filter((text): text is string => Boolean(text));
}

function foreignCountry({ country }: ContactData): string | undefined {
  return country === undefined || netherlands.test(country.trim()) ? undefined : country.trim();
}

/** What letters are laid in order by, as the post bundles them: those at home by postcode and house number, then the others by country. */
export function postOrder(a: ContactData, b: ContactData): number {
  const key = (one: ContactData) => [foreignCountry(one) ?? '', one.postcode ?? ''] as const;
  const [[countryA, postcodeA], [countryB, postcodeB]] = [key(a), key(b)];
  if (countryA !== countryB) return countryA < countryB ? -1 : 1;
  if (postcodeA !== postcodeB) return postcodeA < postcodeB ? -1 : 1;
  return (Number.parseInt(a.houseNumber ?? '', 10) || 0) - (Number.parseInt(b.houseNumber ?? '', 10) || 0);
}
