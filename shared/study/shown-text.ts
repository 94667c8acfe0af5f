/** A text of the questionnaire as it is read aloud or shown, with `${name}` filled in from the answers and `${contact.surname}` from contact data. */
import type { Day } from '../calendar.ts';
import type { Answers } from './answer.ts';
import { type ContactTexts, contactFieldIn, type SpokenField } from './contact-in-text.ts';
import { numberText } from './plain-number.ts';
import type { Item, ItemName, Language, Questionnaire, Text } from './questionnaire.ts';
import { walkRoute } from './route.ts';
import { longestText, selectedIn, textOf, type Value } from './value.ts';

/** Where a text refers to an item or to contact data. */
const reference = /\$\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\}/g;

/** Of one text in one language: more would let a questionnaire grow without bounds when it is filled in. */
export const mostReferences = 50;

function namesIn(text: Text): readonly string[] {
  return Object.values(text).flatMap((written) => [...written.matchAll(reference)].map(([, name]) => name!));
}

/** The items that any of the languages of `text` refers to. */
export function itemsNamedIn(text: Text): ReadonlySet<ItemName> {
  return new Set(namesIn(text).filter((name) => contactFieldIn(name) === undefined) as ItemName[]);
}

/** What `text` says of contact data: fields, and names that mean none. */
export function contactNamedIn(text: Text): ReadonlySet<string> {
  return new Set(namesIn(text).filter((name) => contactFieldIn(name) !== undefined));
}

/** The contact fields that any text of the questionnaire says, in no order. */
export function contactFieldsIn({ items, sections }: Questionnaire): ReadonlySet<SpokenField> {
  const texts = [
    ...sections.map(({ label }) => label),
    ...items.flatMap(({ label, hint, instruction, probe, requiredMessage, constraint, choices = [] }) => [
      ...[label, hint, instruction, probe, requiredMessage, constraint?.message],
      ...choices.map((choice) => choice.label),
    ]),
  ];
  const fields = texts.flatMap((text) => (text === undefined ? [] : [...contactNamedIn(text)].map(contactFieldIn)));
  return new Set(fields.filter((field) => field !== undefined && field !== 'unknown'));
}

/** Whether some `${` in `text` begins nothing that can be filled in. */
export function hasBrokenReference(text: Text): boolean {
  return Object.values(text).some((written) => written.replaceAll(reference, '').includes('${'));
}

/** Whether `text` has more characters or references than one that is filled in may have. */
export function isTooLong(text: Text): boolean {
  return Object.values(text).some(
    (written) => written.length > longestText || [...written.matchAll(reference)].length > mostReferences,
  );
}

/** What the texts of one interview are filled with. */
export interface Filling {
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  /** Of a walk: what stands on the route. */
  readonly values: ReadonlyMap<ItemName, Value>;
  /** What the agreement lets a text say of the person (`contactTexts`); absent: nothing is known. */
  readonly contact?: ContactTexts;
}

/**
 * Fills texts of one interview in: a text in `language` (in the default language when it is not translated) with every `${name}`
 * replaced. A choice by its label, itself filled in; a day as '5-3-2026', a number with a decimal comma (English: '2026-03-05' and a
 * point); an unanswered item, one off the route, and contact data that is not there by nothing. Replaced once only: an answer that itself
 * holds `${…}` is shown as it was given.
 */
export function textFiller({ questionnaire, language, values, contact = {} }: Filling): (text: Text) => string {
  const items = new Map(questionnaire.items.map((item) => [item.name as string, item]));
  const shown = new Map<string, string>();
  const written = (text: Text) => inLanguage(text, language, questionnaire);
  const fill = (text: string): string =>
    text.includes('${') ? text.replaceAll(reference, (_, name) => filling(name)) : text;

  function filling(name: string): string {
    const field = contactFieldIn(name);
    if (field !== undefined) return field === 'unknown' ? '' : (contact[field] ?? '');
    const known = shown.get(name);
    if (known !== undefined) return known;
    const item = items.get(name);
    const value = values.get(name as ItemName);
    if (item === undefined || value === undefined) return '';
    // Its own label names only earlier items; should it name itself all the same, that leaves nothing.
    shown.set(name, '');
    const text = shownValue(item, value);
    shown.set(name, text.length > longestText ? '' : text);
    return shown.get(name)!;
  }

  function shownValue(item: Item, value: Value): string {
    if (item.choices === undefined) return plainValue(value, language);
    const label = (name: string) =>
      item.choices!.filter((choice) => choice.name === name).map((one) => fill(written(one.label)));
    return listed(selectedIn(value).flatMap(label), language);
  }

  return (text) => fill(written(text));
}

/** One text, filled in as `textFiller` does. */
export function shownText(
  text: Text,
  language: Language,
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
  contact: ContactTexts = {},
): string {
  if (!inLanguage(text, language, questionnaire).includes('${')) return inLanguage(text, language, questionnaire);
  const { values } = walkRoute(questionnaire, answers, today);
  return textFiller({ questionnaire, language, values, contact })(text);
}

function inLanguage(text: Text, language: Language, { defaultLanguage }: Questionnaire): string {
  if (Object.hasOwn(text, language)) return text[language]!;
  return Object.hasOwn(text, defaultLanguage) ? text[defaultLanguage]! : '';
}

/** `texts` one after the other, with the comma of the language between. */
export function listed(texts: readonly string[], language: Language): string {
  return texts.join(/^(?:ar|fa|ur)\b/.test(language) ? '، ' : ', ');
}

/** A number or a day as the language writes it. */
export function plainValue(value: Value, language: Language): string {
  const english = /^en\b/.test(language);
  if (typeof value === 'number') return english ? numberText(value) : numberText(value).replace('.', ',');
  if (typeof value !== 'object' || value.kind === 'missing' || english) return textOf(value);
  const [year, month, date] = value.day.split('-').map(Number);
  return `${date}-${month}-${year}`;
}
