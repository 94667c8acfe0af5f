/**
 * A column that nobody knows, and that may all the same say of someone that they died or do not want it: by its header ('Bezwaar?', 'Niet
 * bellen', 'In leven'), or by a cell that says nothing else ('Status': 'overleden'). Unread, it would let in whoever must be left alone (AVG
 * art. 7(3), 21), so a person says what it is, or that it is not to be read, before anyone is taken in.
 */
import { isObjectionHeader, longestHeader } from './header-meaning.ts';
import { plainWord } from './plain-word.ts';

export interface No {
  readonly meaning: 'consent' | 'deceased';
  /** Its cells say it, as those of a column of news do; else its header. */
  readonly isInCells: boolean;
}

const ofDeath = /overled|overlij|^overl$|gestorven|deceased|inleven|leeftnog|isalive/;
const ofConsent =
  /toestemming|akkoord|bezwaar|consent|objection|optin|optout|meedoen|doet?mee|meewerk|deelname|deelnemen|neemtdeel|mag(niet)?bel|benaderen|benaderdworden/;

/** 'Nee' under this header says that someone died. */
export function asksWhoLives(header: string): boolean {
  return /inleven|leeftnog|isalive/.test(plainWord(header));
}

const deaths = new Set('overleden isoverleden gestorven deceased died'.split(' '));
const noes = new Set(
  `bezwaar maaktbezwaar heeftbezwaar bezwaargemaakt heeftbezwaargemaakt wilnietmeedoen wilniet doetnietmee nietbenaderen nietmeerbenaderen
  nietbellen geweigerd weigert afgemeld geentoestemming toestemmingingetrokken objection objected optout refused`.split(
    /\s+/,
  ),
);
/** Few cells need a longer look. */
const maybe = /overl|gestorv|died|deceas|bezwaar|niet|weiger|afgemeld|toestemming|objec|opt|refus/i;

/** Of which kind a column may tell that nobody knows; undefined: of neither, or it is empty. */
export function mayTellNo(header: string, cells: Iterable<string>): No | undefined {
  const word = header.length > longestHeader ? '' : plainWord(header);
  const said = ofDeath.test(word)
    ? 'deceased'
    : isObjectionHeader(word) || ofConsent.test(word)
      ? 'consent'
      : undefined;
  let found: No | undefined;
  for (const cell of cells) {
    if (cell === '') continue;
    if (said !== undefined) return { meaning: said, isInCells: false };
    if (cell.length > 30 || !maybe.test(cell)) continue;
    const each = plainWord(cell);
    if (deaths.has(each)) return { meaning: 'deceased', isInCells: true };
    if (noes.has(each)) found = { meaning: 'consent', isInCells: true };
  }
  return found;
}
