/** The slip that lies beside a letter: to give a telephone number, to ask for another language, or to say that one does not take part. It bears no name, only the code. */

import { breakLines } from './break-lines.ts';
import { hasGlyphs } from './fonts.ts';
import { setQr } from './qr.ts';
import { type Sheets, type Style, setBox, setLine, setRule, widthOf } from './sheet.ts';

export interface AnswerSlip {
  /** The freepost address, line by line; it shows in the window of the envelope that goes back. */
  readonly to: readonly string[];
  readonly window: 'left' | 'right';
  /** Languages that can be ticked, each as it calls itself. */
  readonly languages: readonly string[];
  readonly objectTo: string;
}

const left = 25;
const right = 185;
const box = 5;

const styles = {
  title: { face: 'bold', size: 18, leading: 8 },
  text: { face: 'regular', size: 12, leading: 6 },
  question: { face: 'bold', size: 12, leading: 6 },
  small: { face: 'regular', size: 9.5, leading: 4.6, grey: 0.25 },
  address: { face: 'regular', size: 11, leading: 5.2 },
  code: { face: 'bold', size: 18, leading: 8, tracking: 1.2, tabular: true },
} as const satisfies Readonly<Record<string, Style>>;

/** Lines of an address that stay in the window of an envelope. */
const mostLines = 5;
const addressWidth = 75;
const digits = 10;
const digitWidth = 9;

export function slipFits(sheets: Sheets, slip: AnswerSlip): 'fits' | 'too-long' | 'unprintable' {
  if (![...slip.to, ...slip.languages, slip.objectTo].every(hasGlyphs)) return 'unprintable';
  const fits =
    slip.to.length <= mostLines &&
    slip.to.every((line) => widthOf(sheets, styles.address, line) <= addressWidth) &&
    slip.languages.length <= 12;
  return fits ? 'fits' : 'too-long';
}

export function setSlip(sheets: Sheets, slip: AnswerSlip, printed: string, code: string): void {
  sheets.addPage();
  setLine(sheets, styles.title, 'Antwoordstrook', left, 28);
  const addressLeft = slip.window === 'left' ? left : 113;
  for (const [nr, line] of slip.to.entries())
    setLine(sheets, styles.address, line, addressLeft, 60 + nr * styles.address.leading);
  for (const fold of [99, 198]) setRule(sheets, 5, 8, fold);
  let at = 104;
  const say = (style: Style, text: string, from = left) => {
    for (const line of breakLines(sheets, style, text, right - from)) {
      setLine(sheets, style, line, from, at);
      at += style.leading;
    }
  };
  const tick = (text: string, from = left) => {
    setBox(sheets, from, at - 4.2, box, box);
    setLine(sheets, styles.text, text, from + box + 3, at);
  };
  say(
    styles.text,
    'Stuur deze strook terug in de antwoordenvelop. Een postzegel is niet nodig. Uw naam hoeft er niet op.',
  );
  at += 5;
  say(styles.question, 'U mag mij bellen voor de vragen. Mijn telefoonnummer:');
  at += 2;
  for (let nr = 0; nr < digits; nr += 1) setBox(sheets, left + nr * digitWidth, at - 4, digitWidth, 9);
  at += 16;
  say(styles.question, 'Ik krijg de vragen liever in een andere taal:');
  at += 2;
  const columns = 3;
  const step = (right - left) / columns;
  for (const [nr, language] of slip.languages.entries()) {
    tick(language, left + (nr % columns) * step);
    if (nr % columns === columns - 1 || nr === slip.languages.length - 1) at += 7.5;
  }
  tick('anders:');
  setRule(sheets, left + 28, right, at + 1, 0.5, 0.3);
  at += 13;
  tick('Ik doe niet mee. Neem over dit onderzoek geen contact meer met mij op.');
  at += 8;
  say(styles.small, `U kunt ook mailen: ${slip.objectTo}. Zet er uw code bij.`);
  setRule(sheets, left, right, 252);
  setLine(sheets, styles.small, 'Code', left, 260);
  setLine(sheets, styles.code, printed, left, 269);
  setQr(sheets, code, right - 24, 257, 24);
}
