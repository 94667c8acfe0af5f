/**
 * A hint on how well a text is understood when it is heard once. The aim is B1, which most people in the Netherlands follow; a formula does
 * not measure that, it points at texts to look at again.
 *
 * Dutch is scored with Flesch-Douma (W.H. Douma, 'De leesbaarheid van landbouwbladen', 1960): 206.84 - 0.77 x syllables per 100 words
 * - 0.93 x words per sentence; on his scale 60 to 70 is normal, 80 to 90 easy. English with Flesch's reading ease (1948): 206.835 - 84.6 x
 * syllables per word - 1.015 x words per sentence. Of other languages only sentences and questions are looked at.
 */
import { type Item, type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { wordsIn } from './length.ts';
import { plainerWords } from './plain-words.ts';
import { dutchSyllables, englishSyllables } from './syllables.ts';

export type TextPart = 'label' | 'hint' | 'probe' | 'choices';

export type ReadingHint =
  /** More words in one sentence than most people keep in mind while they listen. */
  | { readonly kind: 'long-sentence'; readonly words: number }
  | { readonly kind: 'long-word'; readonly word: string }
  | { readonly kind: 'hard-word'; readonly word: string; readonly instead: string }
  | { readonly kind: 'double-negation' }
  /** 'en/of', or two question marks: two questions get one answer. */
  | { readonly kind: 'two-questions' }
  /** The whole text scores below what is easy to follow. */
  | { readonly kind: 'hard-text'; readonly score: number };

export interface TextReadability {
  readonly item: ItemName;
  readonly language: Language;
  readonly part: TextPart;
  readonly hints: readonly ReadingHint[];
}

export interface Readability {
  /** Texts with something to look at, in the order of the questionnaire. */
  readonly texts: readonly TextReadability[];
  readonly languages: readonly {
    readonly language: Language;
    /** Over all that is read aloud; 0 hard to 100 easy, from 60 on plain. Absent where there is no formula for the language, or no text. */
    readonly score?: number;
    readonly wordsPerSentence: number;
    readonly texts: number;
    readonly textsWithHints: number;
  }[];
}

export const longestSentence = 20;
/** A text is only scored by itself from so many words on: in a shorter one a single word decides. */
const fewestScored = 20;
const plainFrom = 60;
/** Syllables and letters; Dutch joins words, so many letters alone say little. */
const longWord = { syllables: 5, letters: 16 } as const;

/** The language without its country: 'nl' of 'nl-BE'. */
const mainOf = (language: Language) => language.toLowerCase().split(/[-_]/)[0]!;

const formulas: Readonly<
  Record<string, { readonly syllables: (word: string) => number; readonly score: (w: number, s: number) => number }>
> = {
  nl: { syllables: dutchSyllables, score: (perWord, perSentence) => 206.84 - 77 * perWord - 0.93 * perSentence },
  en: { syllables: englishSyllables, score: (perWord, perSentence) => 206.835 - 84.6 * perWord - 1.015 * perSentence },
};

export function hasReadingFormula(language: Language): boolean {
  return Object.hasOwn(formulas, mainOf(language));
}

/** Sentences of a text, without what is filled in; a line of its own is one too. */
export function sentencesIn(text: string): readonly string[] {
  const bare = text
    .replaceAll(/\$\{[^}]*\}/g, 'x')
    .replaceAll(/\b(bijv|d\.w\.z|o\.a|e\.d|enz|nr|dhr|mevr|mr|mrs|e\.g|i\.e)\./gi, '$1');
  return bare.split(/[.!?:;…؟。]+(?=\s|$)|\n+/).filter((sentence) => wordsIn(sentence).length > 0);
}

/** The reading ease of `text`, 0 hard to 100 easy; beyond both where a text is extreme. Undefined without a formula or without words. */
export function readingEase(text: string, language: Language): number | undefined {
  const formula = formulas[mainOf(language)];
  const sentences = sentencesIn(text);
  const words = sentences.flatMap(wordsIn);
  if (formula === undefined || words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + formula.syllables(word), 0);
  return formula.score(syllables / words.length, words.length / sentences.length);
}

const negations: Readonly<Record<string, RegExp>> = {
  nl: /(?<!\p{L})(?:niet|geen|nooit|niemand|niets|nergens|zonder|onvoldoende|ontevreden|oneens|onmogelijk|onjuist)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:not|no|never|nobody|nothing|nowhere|without|\p{L}+n['’]t|dissatisfied|insufficient|impossible)(?!\p{L})/giu,
};
const joined: Readonly<Record<string, RegExp>> = { nl: /\ben\s?\/\s?of\b/i, en: /\band\s?\/\s?or\b/i };

/** What to look at in one text. */
export function readingHints(text: string, language: Language): readonly ReadingHint[] {
  const main = mainOf(language);
  const sentences = sentencesIn(text);
  const words = sentences.flatMap(wordsIn).map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const hints: ReadingHint[] = [];
  for (const sentence of sentences) {
    const length = wordsIn(sentence).length;
    if (length > longestSentence) hints.push({ kind: 'long-sentence', words: length });
  }
  const small = ` ${words.join(' ').toLowerCase()} `;
  for (const [word, instead] of Object.entries(plainerWords[main] ?? {}))
    if (small.includes(` ${word} `)) hints.push({ kind: 'hard-word', word, instead });
  const formula = formulas[main];
  if (formula !== undefined)
    for (const word of new Set(words))
      if (word.length >= longWord.letters || formula.syllables(word) >= longWord.syllables)
        hints.push({ kind: 'long-word', word });
  if (
    negations[main] !== undefined &&
    sentences.some((sentence) => (sentence.match(negations[main]!)?.length ?? 0) > 1)
  )
    hints.push({ kind: 'double-negation' });
  const marks = text.match(/[?؟]+/g)?.length ?? 0;
  if (marks > 1 || joined[main]?.test(text)) hints.push({ kind: 'two-questions' });
  const score = words.length < fewestScored ? undefined : readingEase(text, language);
  if (score !== undefined && score < plainFrom) hints.push({ kind: 'hard-text', score: Math.round(score) });
  return hints;
}

/** A choice like 'niet eens en niet oneens' is the middle of a scale, not a sentence with two negations; and a list of answers is no running text. */
function hintsOf(part: TextPart, text: string, language: Language): readonly ReadingHint[] {
  const hints = readingHints(text, language);
  return part === 'choices' ? hints.filter(({ kind }) => kind !== 'double-negation' && kind !== 'hard-text') : hints;
}

/** All that is read aloud, in every language of the questionnaire. */
export function readability(questionnaire: Questionnaire): Readability {
  const found: TextReadability[] = [];
  const languages = questionnaire.languages.map((language) => {
    const texts = questionnaire.items.flatMap((item) =>
      spokenTexts(item, language).map((part) => ({ ...part, item: item.name })),
    );
    const withHints = texts
      .map(({ item, part, text }) => ({ item, language, part, hints: hintsOf(part, text, language) }))
      .filter(({ hints }) => hints.length > 0);
    found.push(...withHints);
    const questions = texts.filter(({ part }) => part !== 'choices').map(({ text }) => text);
    const sentences = questions.flatMap(sentencesIn);
    const words = sentences.flatMap(wordsIn).length;
    // A question without its mark at the end is a sentence too.
    const score = readingEase(questions.join('\n'), language);
    return {
      language,
      ...(score === undefined ? {} : { score: Math.round(score) }),
      wordsPerSentence: sentences.length === 0 ? 0 : Math.round((words / sentences.length) * 10) / 10,
      texts: texts.length,
      textsWithHints: withHints.length,
    };
  });
  const order = new Map(questionnaire.items.map(({ name }, index) => [name, index]));
  return { texts: found.toSorted((one, other) => order.get(one.item)! - order.get(other.item)!), languages };
}

function spokenTexts(item: Item, language: Language): readonly { readonly part: TextPart; readonly text: string }[] {
  if (item.kind === 'calculate') return [];
  const choices = item.readsAnswers === false ? [] : (item.choices ?? []);
  return [
    { part: 'label' as const, text: item.label[language] ?? '' },
    { part: 'hint' as const, text: item.hint?.[language] ?? '' },
    { part: 'probe' as const, text: (isAsked(item) ? item.probe?.[language] : undefined) ?? '' },
    { part: 'choices' as const, text: choices.map(({ label }) => label[language] ?? '').join('\n') },
  ].filter(({ text }) => text.trim() !== '');
}
