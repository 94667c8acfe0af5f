/** Texts of a questionnaire as they stand in it, in one of its languages; an item by its text or, without one, by its name. */
import { textWithoutAnswers } from '../../../shared/interview/condition-words.ts';
import { type ContactTexts, type SpokenField, spokenFields } from '../../../shared/study/contact-in-text.ts';
import type { ItemName, Language, Questionnaire, Text } from '../../../shared/study/questionnaire.ts';
import type { WordingLanguage } from '../../wording/grammar.ts';
import { words } from '../../wording/wording.ts';

/** In the default language where it was not translated. */
export function textIn(text: Text, language: Language, { defaultLanguage }: Questionnaire): string {
  return text[language] || text[defaultLanguage] || '';
}

const contactReference = /\$\{ *contact\.([A-Za-z]+) *\}/g;

/** As nobody has answered yet: earlier answers by the number of their question, contact data by the name of the field. */
export function writtenText(
  text: Text,
  language: Language,
  questionnaire: Questionnaire,
  windowLanguage: WordingLanguage,
): string {
  const named = contactPlaceholders(windowLanguage);
  const written = textIn(text, language, questionnaire).replaceAll(
    contactReference,
    (_, field: SpokenField) => named[field] ?? '…',
  );
  return textWithoutAnswers(written, questionnaire, language);
}

/** What stands in the place of contact data where there is no person: '[achternaam]'. */
export function contactPlaceholders(windowLanguage: WordingLanguage): Required<ContactTexts> {
  const { contactFields } = words[windowLanguage];
  return Object.fromEntries(
    spokenFields.map((field) => [field, `[${contactFields[field]}]`]),
  ) as unknown as Required<ContactTexts>;
}

/** The text of an item to recognise it by, in the language nearest to that of the window; empty when it is not in this questionnaire. */
export function textOfItem(name: ItemName, questionnaire: Questionnaire, windowLanguage: WordingLanguage): string {
  const item = questionnaire.items.find((one) => one.name === name);
  if (item === undefined) return '';
  const text = writtenText(item.label, languageToRead(questionnaire, windowLanguage), questionnaire, windowLanguage);
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
