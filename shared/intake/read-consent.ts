/** What a cell says about consent, and about having died. In doubt nobody is contacted, so what cannot be read never counts as a yes. */
import { plainWord } from './plain-word.ts';
import { readDay } from './read-cell.ts';

/** `unreadable`: something stands there, but neither a yes nor a no. */
export type Consent = 'given' | 'not-given' | 'objection' | 'unreadable';

const yes = new Set('ja j yes y true waar 1 x akkoord toestemming gegeven toestemminggegeven optin'.split(' '));
const no = new Set('nee neen n no false onwaar 0 geentoestemming geweigerd weigert refused'.split(' '));
const objected = new Set(
  'bezwaar bezwaargemaakt maaktbezwaar heeftbezwaar heeftbezwaargemaakt afgemeld objection objected optout'.split(' '),
);
const noObjection = new Set('geenbezwaar noobjection'.split(' '));
const nothing = new Set(['nvt', 'onbekend', 'geenreactie', 'unknown']);
/** An empty cell, or a dash or dot in place of one. */
const blank = /^[\s.–/-]*$/;

/** Undefined when the cell says nothing: empty, '-', 'n.v.t.', 'onbekend'. */
export function readConsent(text: string): Consent | undefined {
  const word = plainWord(text);
  if (blank.test(text) || nothing.has(word)) return undefined;
  if (yes.has(word)) return 'given';
  // Not having objected is no consent: the opt-in groups need a yes.
  if (noObjection.has(word)) return undefined;
  if (objected.has(word)) return 'objection';
  if (no.has(word)) return 'not-given';
  return 'unreadable';
}

/** Under a header such as 'Bezwaar' a yes means an objection, and so does its day; a no says nothing about consent. */
export function objectionOfAnswer(text: string): string {
  const said = readConsent(text);
  if (said === 'given' || readDay(text) !== undefined) return 'bezwaar';
  return said === 'not-given' ? '' : text;
}

/** From what forbids least to what forbids most. */
const strictness: readonly (Consent | undefined)[] = [undefined, 'given', 'unreadable', 'not-given', 'objection'];

/** Of two cells about one person's consent the one that forbids more. */
export function stricterConsent(one: string, other: string): string {
  const of = (text: string) => strictness.indexOf(readConsent(text));
  return of(other) > of(one) ? other : one;
}

/** Of two cells about one person's death the one that tells of it. */
export function deathOf(one: string, other: string): string {
  return readDeceased(one).deceased ? one : other;
}

/** Also how a system writes that somebody is still there, where one column says both. */
const alive = new Set(
  'nee neen n no false onwaar 0 inleven levend nvt actief active lopend open ingeschreven verhuisd vertrokken nieuw gewijzigd ongewijzigd'.split(
    ' ',
  ),
);
const died = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', 'overleden', 'deceased']);

/** Whether someone has died, by a yes or a date; what cannot be read counts as yes, with `readable` false. */
export function readDeceased(text: string): { readonly deceased: boolean; readonly readable: boolean } {
  const word = plainWord(text);
  if (blank.test(text) || alive.has(word)) return { deceased: false, readable: true };
  return { deceased: true, readable: died.has(word) || readDay(text) !== undefined };
}

/** Under a header such as 'In leven' a no tells of a death. */
export function deathOfAnswer(text: string): string {
  const said = readConsent(text);
  return said === 'given' ? '' : said === 'not-given' ? 'ja' : text;
}
