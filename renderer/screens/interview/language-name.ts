/** What a language is called, in the language of the window: 'nl' is Nederlands or Dutch. */
import type { WordingLanguage } from '../../wording/grammar.ts';

const named: Readonly<Record<WordingLanguage, Intl.DisplayNames>> = {
  nl: new Intl.DisplayNames('nl', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** The code itself where it stands for no language: a questionnaire may call its languages as it likes. */
export function languageName(code: string, language: WordingLanguage): string {
  try {
    return named[language].of(code) ?? code;
  } catch {
    return code;
  }
}
