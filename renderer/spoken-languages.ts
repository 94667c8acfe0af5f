/** Languages in which people here are interviewed, the most spoken first; by their code (BCP 47). Another one is not kept: it says too much. */
import { languageName } from './screens/interview/language-name.ts';
import type { WordingLanguage } from './wording/grammar.ts';

export const spokenLanguages = [
  ...['en', 'tr', 'ar', 'pl', 'uk', 'ti', 'fa', 'so', 'zgh', 'pap', 'es', 'fr', 'de', 'ru', 'bg', 'ro', 'pt'],
  ...['zh', 'ckb', 'kmr', 'ps', 'prs', 'ur', 'hi', 'vi', 'id', 'it', 'el', 'hu', 'hr', 'sr', 'bs', 'sq', 'am', 'sw'],
  ...['th', 'ta', 'fy'],
  'nl',
] as const;

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** Those whose name in Dutch or English has a word that begins with what was typed; all of them when nothing was. */
export function languagesFound(typed: string, codes: readonly string[] = spokenLanguages): readonly string[] {
  const asked = plain(typed);
  if (asked === '') return codes;
  const names = (code: string) =>
    (['nl', 'en'] as const satisfies WordingLanguage[]).map((in_) => plain(languageName(code, in_)));
  return codes.filter((code) =>
    names(code).some((name) => name.split(/[\s(-]+/).some((word) => word.startsWith(asked))),
  );
}
