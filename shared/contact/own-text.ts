/** What someone wrote themselves in an answer, without what they answered to and without what their program put under it; and whether it is only a word to stop. */

/** As the usual programs introduce what is answered to, in Dutch, English and German. */
const introductions = [
  /^(?:op|on|am|le)\b.{4,300}\b(?:schreef|wrote|schrieb|geschreven)\b.{0,300}:\s*$/i,
  /^.{0,200}\b(?:schreef|wrote|schrieb)\b.{0,200}:\s*$/i,
  /^-{2,}\s*(?:oorspronkelijk bericht|doorgestuurd bericht|original message|forwarded message|urspr\u00fcngliche nachricht)\s*-{2,}/i,
  /^(?:van|from|von)\s*:\s*\S/i,
  /^_{10,}$/,
  /^>/,
];
/** As programs on telephones sign. */
const signed = /^(?:verstuurd|verzonden|sent|gesendet|von meinem|get outlook|outlook (?:voor|for|f\u00fcr))\b.{0,80}$/i;

/** Lines of an introduction may be broken: 'Op ... heeft <adres>' and 'het volgende geschreven:'. */
const brokenIntroduction = /^(?:op|on|am)\b.{4,300}(?:heeft|schreef|wrote|hat|schrieb)?\b.{0,300}$/i;
const introductionEnd = /^.{0,200}(?:schreef|wrote|schrieb|geschreven|geschrieben)\s*:\s*$/i;

export function ownText(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const own: string[] = [];
  for (const [nr, line] of lines.entries()) {
    const bare = line.trim();
    // RFC 3676, 4.3: the line before a signature; its space at the end is often lost
    if (bare === '--') break;
    if (introductions.some((introduction) => introduction.test(bare))) break;
    if (brokenIntroduction.test(bare) && introductionEnd.test((lines[nr + 1] ?? '').trim())) break;
    if (signed.test(bare)) continue;
    own.push(bare);
  }
  return own.join('\n').trim();
}

/** Whoever writes only this wants to hear nothing any more. */
const stopWords: readonly string[] = [
  ...['afmelden', 'uitschrijven', 'stop', 'stoppen', 'unsubscribe', 'opt out', 'opt-out', 'abmelden', 'austragen'],
];

/** What is longer is more than a word; and what anyone may have written is not searched at length. */
const longest = 200;

const bareWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b\ufeff]+/g, ' ')
    .replaceAll(/^[\s"'\u2018-\u201f*_.!,:;-]+|[\s"'\u2018-\u201f*_.!,:;-]+$/g, '');

/** Nothing but one of the words to stop: as the text, or as the subject when nothing was written under it. */
export function saysStop({ subject, text }: { readonly subject: string; readonly text: string }): boolean {
  const own = ownText(text);
  if (own.length > longest) return false;
  const said = bareWord(own);
  if (said !== '') return stopWords.includes(said);
  return subject.length <= longest && stopWords.includes(bareWord(subject));
}
