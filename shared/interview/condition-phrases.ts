/** The words in which conditions are said, per language of a paper form or a window. */
import type { Operator } from '../study/expression.ts';
import type { Language } from '../study/questionnaire.ts';

/** `{item}` stands for a question, `{value}` for what it is compared with. */
export interface ConditionPhrases {
  readonly question: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly answered: string;
  readonly open: string;
  /** With one of these choices, which stand for no answer, it counts as open. */
  readonly answeredBut: string;
  readonly openOr: string;
  readonly chosen: string;
  readonly notChosen: string;
  /** The number of answers ticked. */
  readonly count: string;
  readonly length: string;
  /** The answer that stands `{value}`th, of those that are ticked or put in order. */
  readonly placed: string;
  readonly roundedDown: string;
  readonly today: string;
  readonly always: string;
  readonly never: string;
  /** The answer itself, in its own condition. */
  readonly self: string;
  readonly comparisons: Readonly<Partial<Record<Operator, string>>>;
  /** Of days, where they are said otherwise. */
  readonly ofDays: Readonly<Partial<Record<Operator, string>>>;
  readonly decimalComma: boolean;
}

/** Understood in every language: where a sentence would bend the words around it. */
const plainComparisons = {
  '>': '{item} > {value}',
  '>=': '{item} ≥ {value}',
  '<': '{item} < {value}',
  '<=': '{item} ≤ {value}',
} as const;

const dutch: ConditionPhrases = {
  question: 'vraag {value}',
  and: 'en',
  or: 'of',
  not: 'niet waar is dat {value}',
  answered: '{item} is beantwoord',
  open: '{item} is niet beantwoord',
  answeredBut: '{item} is beantwoord, maar niet met {value}',
  openOr: '{item} is niet beantwoord, of met {value}',
  chosen: 'bij {item} is {value} gekozen',
  notChosen: 'bij {item} is {value} niet gekozen',
  count: 'het aantal antwoorden bij {item}',
  length: 'het aantal tekens bij {item}',
  placed: 'nummer {value} bij {item}',
  roundedDown: '{item} naar beneden afgerond',
  today: 'vandaag',
  always: 'altijd',
  never: 'nooit',
  self: 'het antwoord',
  comparisons: {
    '=': '{item} is {value}',
    '!=': '{item} is niet {value}',
    '>': '{item} is meer dan {value}',
    '>=': '{item} is {value} of meer',
    '<': '{item} is minder dan {value}',
    '<=': '{item} is {value} of minder',
  },
  ofDays: {
    '>': '{item} is na {value}',
    '>=': '{item} is {value} of later',
    '<': '{item} is voor {value}',
    '<=': '{item} is {value} of eerder',
  },
  decimalComma: true,
};

const english: ConditionPhrases = {
  question: 'question {value}',
  and: 'and',
  or: 'or',
  not: 'it is not true that {value}',
  answered: '{item} is answered',
  open: '{item} is not answered',
  answeredBut: '{item} is answered, but not with {value}',
  openOr: '{item} is not answered, or with {value}',
  chosen: '{value} is chosen at {item}',
  notChosen: '{value} is not chosen at {item}',
  count: 'the number of answers at {item}',
  length: 'the number of characters at {item}',
  placed: 'number {value} at {item}',
  roundedDown: '{item} rounded down',
  today: 'today',
  always: 'always',
  never: 'never',
  self: 'the answer',
  comparisons: {
    '=': '{item} is {value}',
    '!=': '{item} is not {value}',
    '>': '{item} is more than {value}',
    '>=': '{item} is {value} or more',
    '<': '{item} is less than {value}',
    '<=': '{item} is {value} or less',
  },
  ofDays: {
    '>': '{item} is after {value}',
    '>=': '{item} is {value} or later',
    '<': '{item} is before {value}',
    '<=': '{item} is {value} or earlier',
  },
  decimalComma: false,
};

const german: ConditionPhrases = {
  question: 'Frage {value}',
  and: 'und',
  or: 'oder',
  not: 'nicht: {value}',
  answered: '{item} ist beantwortet',
  open: '{item} ist nicht beantwortet',
  answeredBut: '{item} ist beantwortet, aber nicht mit {value}',
  openOr: '{item} ist nicht beantwortet oder mit {value}',
  chosen: 'bei {item} ist {value} gewählt',
  notChosen: 'bei {item} ist {value} nicht gewählt',
  count: 'Anzahl der Antworten bei {item}',
  length: 'Anzahl der Zeichen bei {item}',
  placed: 'Nummer {value} bei {item}',
  roundedDown: '{item} abgerundet',
  today: 'heute',
  always: 'immer',
  never: 'nie',
  self: 'die Antwort',
  comparisons: { '=': '{item} ist {value}', '!=': '{item} ist nicht {value}', ...plainComparisons },
  ofDays: {},
  decimalComma: true,
};

const turkish: ConditionPhrases = {
  question: 'soru {value}',
  and: 've',
  or: 'veya',
  not: 'şu doğru değilse: {value}',
  answered: '{item} cevaplandı',
  open: '{item} cevaplanmadı',
  answeredBut: '{item} cevaplandı, ama {value} değil',
  openOr: '{item} cevaplanmadı veya cevap {value}',
  chosen: '{item}: {value} seçildi',
  notChosen: '{item}: {value} seçilmedi',
  count: '{item}: cevap sayısı',
  length: '{item}: karakter sayısı',
  placed: '{item}: {value}. sıra',
  roundedDown: '{item} (aşağı yuvarlanmış)',
  today: 'bugün',
  always: 'her zaman',
  never: 'hiçbir zaman',
  self: 'cevap',
  comparisons: { '=': '{item}: {value}', '!=': '{item}: {value} değil', ...plainComparisons },
  ofDays: {},
  decimalComma: true,
};

const polish: ConditionPhrases = {
  question: 'pytanie {value}',
  and: 'i',
  or: 'lub',
  not: 'nieprawda, że {value}',
  answered: '{item}: jest odpowiedź',
  open: '{item}: brak odpowiedzi',
  answeredBut: '{item}: jest odpowiedź, ale nie {value}',
  openOr: '{item}: brak odpowiedzi lub {value}',
  chosen: '{item}: wybrano {value}',
  notChosen: '{item}: nie wybrano {value}',
  count: '{item}: liczba odpowiedzi',
  length: '{item}: liczba znaków',
  placed: '{item}: nr {value}',
  roundedDown: '{item} (zaokrąglone w dół)',
  today: 'dzisiaj',
  always: 'zawsze',
  never: 'nigdy',
  self: 'odpowiedź',
  comparisons: { '=': '{item}: {value}', '!=': '{item}: nie {value}', ...plainComparisons },
  ofDays: {},
  decimalComma: true,
};

const arabic: ConditionPhrases = {
  question: 'السؤال {value}',
  and: 'و',
  or: 'أو',
  not: 'ليس صحيحا أن {value}',
  answered: 'تمت الإجابة عن {item}',
  open: 'لم تتم الإجابة عن {item}',
  answeredBut: 'تمت الإجابة عن {item}، ولكن ليس بـ {value}',
  openOr: 'لم تتم الإجابة عن {item} أو أجيب بـ {value}',
  chosen: 'في {item} تم اختيار {value}',
  notChosen: 'في {item} لم يتم اختيار {value}',
  count: 'عدد الإجابات في {item}',
  length: 'عدد الأحرف في {item}',
  placed: 'رقم {value} في {item}',
  roundedDown: '{item} (مقربا إلى الأسفل)',
  today: 'اليوم',
  always: 'دائما',
  never: 'أبدا',
  self: 'الإجابة',
  comparisons: {
    '=': '{item} هو {value}',
    '!=': '{item} ليس {value}',
    '>': '{item} أكثر من {value}',
    '>=': '{item} هو {value} أو أكثر',
    '<': '{item} أقل من {value}',
    '<=': '{item} هو {value} أو أقل',
  },
  ofDays: {
    '>': '{item} بعد {value}',
    '>=': '{item} هو {value} أو بعده',
    '<': '{item} قبل {value}',
    '<=': '{item} هو {value} أو قبله',
  },
  decimalComma: false,
};

const phrases: Readonly<Record<string, ConditionPhrases>> = {
  nl: dutch,
  en: english,
  de: german,
  tr: turkish,
  pl: polish,
  ar: arabic,
};

/** In English where there are none in `language`. */
export function phrasesFor(language: Language): ConditionPhrases {
  return phrases[language.toLowerCase().split(/[-_]/)[0]!] ?? english;
}
