/** A text of the questionnaire as it is read aloud or shown, with `${name}` filled in from the answers. */
import type { Day } from '../calendar.ts';
import type { Answers } from './answer.ts';
import { numberText } from './plain-number.ts';
import type { Item, ItemName, Language, Questionnaire, Text } from './questionnaire.ts';
import { walkRoute } from './route.ts';
import { textOf, type Value } from './value.ts';

/** Where a text refers to an item. */
const reference = /\$\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\}/g;

/** The items that any of the languages of `text` refers to. */
export function itemsNamedIn(text: Text): ReadonlySet<ItemName> {
  const names = Object.values(text).flatMap((written) => [...written.matchAll(reference)].map(([, name]) => name!));
  return new Set(names as ItemName[]);
}

/** Whether some `${` in `text` begins nothing that can be filled in. */
export function hasBrokenReference(text: Text): boolean {
  return Object.values(text).some((written) => written.replaceAll(reference, '').includes('${'));
}

/**
 * `text` in `language` (in the default language when it is not translated) with every `${name}` replaced: a choice by its label, a day
 * as '5-3-2026', a number with a decimal comma (English: '2026-03-05' and a point), an unanswered item or one off the route by nothing.
 * Replaced once only: an answer that itself holds `${…}` is shown as it was given.
 */
export function shownText(
  text: Text,
  language: Language,
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
): string {
  const written = inLanguage(text, language, questionnaire);
  if (!written.includes('${')) return written;
  const { values } = walkRoute(questionnaire, answers, today);
  const items = new Map(questionnaire.items.map((item) => [item.name, item]));
  return written.replaceAll(reference, (_, name: ItemName) => {
    const item = items.get(name);
    const value = values.get(name);
    return item === undefined || value === undefined ? '' : shownValue(item, value, language, questionnaire);
  });
}

function inLanguage(text: Text, language: Language, { defaultLanguage }: Questionnaire): string {
  if (Object.hasOwn(text, language)) return text[language]!;
  return Object.hasOwn(text, defaultLanguage) ? text[defaultLanguage]! : '';
}

function shownValue(item: Item, value: Value, language: Language, questionnaire: Questionnaire): string {
  if (item.choices !== undefined) {
    const names = typeof value === 'object' && value.kind === 'missing' ? [value.choice] : textOf(value).split(' ');
    const chosen = item.choices.filter((choice) => names.includes(choice.name));
    return chosen.map((choice) => inLanguage(choice.label, language, questionnaire)).join(', ');
  }
  const english = /^en\b/.test(language);
  if (typeof value === 'number') return english ? numberText(value) : numberText(value).replace('.', ',');
  if (typeof value !== 'object' || value.kind === 'missing' || english) return textOf(value);
  const [year, month, date] = value.day.split('-').map(Number);
  return `${date}-${month}-${year}`;
}
