/**
 * How long an interview takes, estimated from what is read aloud and from the kind of each answer. Measured minutes, once there are, say it
 * better.
 *
 * Both are assumptions of ours, for residents on the telephone. Two words a second, 120 a minute, is unhurried speech, which someone who is
 * hard of hearing can follow. To choose from a known scale is quick, to count or to remember a day takes thought, and an open answer is said
 * and typed.
 */
import { type Item, type ItemKind, isAsked, type Language, type Text } from '../study/questionnaire.ts';

export const wordsPerSecond = 2;

export const answerSeconds: Readonly<Record<ItemKind, number>> = {
  text: 25,
  integer: 6,
  decimal: 8,
  date: 8,
  'select-one': 4,
  'select-multiple': 8,
  rank: 20,
  acknowledge: 3,
  note: 1,
  calculate: 0,
};

/** Words of a text: what stands between spaces and has a letter or a figure. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/**
 * Seconds for one item in `language`: text and hint, the answers where they are read aloud (`readsAnswers`; where the workbook does not say,
 * those of an item with choices are), and the answer itself. An earlier answer in a text counts as one word.
 */
export function itemSeconds(item: Item, language: Language): number {
  const { kind, label, hint, choices = [], readsAnswers = choices.length > 0 } = item;
  if (kind === 'calculate') return 0;
  const spoken = [label, ...(hint === undefined ? [] : [hint])];
  const answers = readsAnswers
    ? choices.filter(({ missing }) => missing === undefined).map((choice) => choice.label)
    : [];
  const words = [...spoken, ...answers].reduce((sum, text) => sum + wordsIn(written(text, language)).length, 0);
  return words / wordsPerSecond + (isAsked(item) ? answerSeconds[kind] : answerSeconds.note);
}

const written = (text: Text, language: Language) => text[language] ?? Object.values(text)[0] ?? '';
