/** The text of one cell as a value of the field it belongs to. Every function gives undefined when it cannot be read. */
import { type Day, findDay } from '../calendar.ts';
import type { Channel, Sex } from '../study/contact-data.ts';
import { plainWord } from './plain-word.ts';

export { readPostcode } from './read-postcode.ts';

const longestText = 200;
const longestNote = 1_000;

/**
 * A name, street or number as it may stand in a letter and in the header of an e-mail: one line, no control characters, and without the
 * invisible characters that change the order or look of a text.
 */
export function readText(text: string): string | undefined {
  return readLine(text, longestText);
}

/** A remark of a few sentences, as one line. */
export function readNote(text: string): string | undefined {
  return readLine(text, longestNote);
}

/** What a spreadsheet shows where it could not compute, in English and Dutch: on no envelope. */
const sheetError =
  /^(#(null!|leeg!|div\/0!|deel\/0!|value!|waarde!|ref!|verw!|name\?|naam\?|num!|getal!|n\/a|n\/b|getting_data|spill!|calc!)|err:\d{3})$/i;

function readLine(text: string, longest: number): string | undefined {
  const line = text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line === '' || sheetError.test(line) || line.length > longest || /\p{Cc}/u.test(line) ? undefined : line;
}

/** What stands in a cell of which nothing is known. */
const nothingKnown =
  /^([\s.–/-]*|n\.?v\.?t\.?|onbekend|niet bekend|niet ingevuld|leeg|unknown|n\/a|null|#n\/a|#n\/b)$/i;

/** Whether a cell that should hold a code, a day or an address says that it holds none: nothing to remark on. */
export function saysNothing(text: string): boolean {
  return nothingKnown.test(text.trim());
}

/** ISO, dd-mm-yyyy, d/m/yyyy, dd.mm.yyyy or yyyymmdd, with or without a time after it; the year in four digits. */
export function readDay(text: string): Day | undefined {
  const date = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?([AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date);
  const [year, month, dayOfMonth] = iso ? iso.slice(1) : dutch ? [dutch[3], dutch[2], dutch[1]] : [];
  if (year === undefined || month === undefined || dayOfMonth === undefined || year < '1900') return undefined;
  return findDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

/** An address of the plain kind, lower case; no quoted local parts, comments, display names or control characters. */
export function readEmail(text: string): string | undefined {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  if (address.length > 254) return undefined;
  const [, local, domain] = /^([a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([a-z0-9.-]+)$/.exec(address) ?? [];
  if (local === undefined || domain === undefined || /^\.|\.\.|\.$/.test(local)) return undefined;
  const labels = domain.split('.');
  const isDomain = labels.length >= 2 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return isDomain && /^(?=.*[a-z])[a-z0-9-]{2,}$/.test(labels.at(-1)!) ? address : undefined;
}

/** Letters and words, and the 1 and 2 of older exports of the population register; its O, like an X, is neither. */
const sexes: ReadonlyMap<string, Sex> = new Map<string, Sex>([
  ...'m man mannelijk mannen male jongen heer dhr 1'.split(' ').map((word) => [word, 'male'] as const),
  ...'v vrouw vrouwelijk f female w meisje mevrouw mevr mw 2'.split(' ').map((word) => [word, 'female'] as const),
  ...'x o anders overig other nonbinair nonbinary genderneutraal neutraal divers'
    .split(' ')
    .map((word) => [word, 'other'] as const),
]);

export function readSex(text: string): Sex | undefined {
  return sexes.get(plainWord(text));
}

const yes = new Set('ja j yes y true waar 1 x'.split(' '));
const no = new Set('nee neen n no false onwaar 0'.split(' '));

/** A yes or a no; a date is a yes (a column 'Dossier afgesloten' may hold the day). */
export function readYesNo(text: string): boolean | undefined {
  const word = plainWord(text);
  if (yes.has(word) || readDay(text) !== undefined) return true;
  return no.has(word) ? false : undefined;
}

const channelOfWord: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ...'email mail emails digitaal'.split(' ').map((word) => [word, 'email'] as const),
  ...'brief brieven post letter schriftelijk'.split(' ').map((word) => [word, 'letter'] as const),
  ...'telefoon telefonisch tel bellen phone telephone'.split(' ').map((word) => [word, 'phone'] as const),
  ...'bezoek huisbezoek thuis visit'.split(' ').map((word) => [word, 'visit'] as const),
]);

export interface ChannelsRead {
  readonly channels: readonly Channel[];
  /** Every word was known. */
  readonly complete: boolean;
}

/** 'e-mail, brief en telefoon', in any order and without duplicates; 'geen' is none. Unknown words give no channel. */
export function readChannels(text: string): ChannelsRead {
  const words = text
    .split(/[,;/+&|\n]|\s(?:en|of|and|or)\s/)
    .map(plainWord)
    .filter((word) => word !== '' && word !== 'geen' && word !== 'none');
  const found = words.map((word) => channelOfWord.get(word));
  return {
    channels: [...new Set(found.filter((channel) => channel !== undefined))],
    complete: !found.includes(undefined),
  };
}
