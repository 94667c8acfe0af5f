/** What a language is called, in the language of the window: 'nl' is Nederlands or Dutch. */
import type { WordingLanguage } from '../../wording/grammar.ts';

const named: Readonly<Record<WordingLanguage, Intl.DisplayNames>> = {
  nl: new Intl.DisplayNames('nl', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** As people here call them; the window's own list has another name for these, or none. */
const ownNames: Readonly<Record<string, Readonly<Record<WordingLanguage, string>>>> = {
  zgh: { nl: 'Berbers', en: 'Berber' },
  ckb: { nl: 'Koerdisch (Sorani)', en: 'Kurdish (Sorani)' },
  kmr: { nl: 'Koerdisch (Kurmançi)', en: 'Kurdish (Kurmanji)' },
  pap: { nl: 'Papiaments', en: 'Papiamentu' },
  prs: { nl: 'Dari', en: 'Dari' },
  ps: { nl: 'Pasjtoe', en: 'Pashto' },
  fa: { nl: 'Farsi', en: 'Farsi' },
};

/** The code itself where it stands for no language: a questionnaire may call its languages as it likes. */
export function languageName(code: string, language: WordingLanguage): string {
  const own = Object.hasOwn(ownNames, code) ? ownNames[code] : undefined;
  if (own !== undefined) return own[language];
  try {
    return named[language].of(code) ?? code;
  } catch {
    return code;
  }
}
