/** Texts of a questionnaire as they stand in it, in one of its languages; an item by its text or, without one, by its name. */
import { textWithoutAnswers } from '../../../shared/interview/condition-words.ts';
import { askedText } from '../../../shared/study/answer-text.ts';
import type { ItemName, Language, Questionnaire, Text } from '../../../shared/study/questionnaire.ts';

/** In the default language where it was not translated. */
export function textIn(text: Text, language: Language, { defaultLanguage }: Questionnaire): string {
  return text[language] || text[defaultLanguage] || '';
}

/** The text of an item to recognise it by, in the language nearest to that of the window; empty when it is not in this questionnaire. */
export function textOfItem(name: ItemName, questionnaire: Questionnaire, windowLanguage: string): string {
  const item = questionnaire.items.find((one) => one.name === name);
  if (item === undefined) return '';
  const asked = askedText(item, '', languageToRead(questionnaire, windowLanguage), questionnaire);
  const text = textWithoutAnswers(asked, questionnaire, windowLanguage);
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

/** The language of the window when the questionnaire has it, else its default language. */
export function languageToRead({ languages, defaultLanguage }: Questionnaire, windowLanguage: string): Language {
  return languages.includes(windowLanguage) ? windowLanguage : defaultLanguage;
}

/** Written from right to left. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}
