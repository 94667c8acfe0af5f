/**
 * XLSForm's shorthand `or_other`: a choice 'other' and a text question after it, with a proper text in each language. XLSForm itself puts
 * the English words in every language; here a language without words of ours has to get its own, in `other_label` and `other_question`.
 */
import type { Choice, Item, ItemName, Language, Text } from './questionnaire.ts';
import { placeOf, type SurveyColumn } from './xlsform-columns.ts';
import { type Languages, plainLanguage, type Report, type Sheet, type SheetRow } from './xlsform-sheet.ts';

export const otherChoice = 'other';

interface Words {
  readonly other_label: string;
  readonly other_question: string;
}

/** By the first part of the language's code, or its own name where the workbook gives no code. */
const words: Readonly<Record<string, Words>> = {
  nl: { other_label: 'Anders, namelijk', other_question: 'Wat is het andere antwoord?' },
  en: { other_label: 'Other, namely', other_question: 'What is the other answer?' },
  de: { other_label: 'Anderes, und zwar', other_question: 'Was ist die andere Antwort?' },
  fr: { other_label: 'Autre, à savoir', other_question: 'Quelle est l’autre réponse ?' },
  es: { other_label: 'Otro, a saber', other_question: '¿Cuál es la otra respuesta?' },
  it: { other_label: 'Altro, cioè', other_question: 'Qual è l’altra risposta?' },
  pt: { other_label: 'Outro, a saber', other_question: 'Qual é a outra resposta?' },
  tr: { other_label: 'Başka, yani', other_question: 'Diğer cevap nedir?' },
  ar: { other_label: 'غير ذلك، وهو', other_question: 'ما هي الإجابة الأخرى؟' },
  pl: { other_label: 'Inne, mianowicie', other_question: 'Jaka jest inna odpowiedź?' },
  uk: { other_label: 'Інше, а саме', other_question: 'Яка інша відповідь?' },
  ru: { other_label: 'Другое, а именно', other_question: 'Какой другой ответ?' },
  ro: { other_label: 'Altceva, și anume', other_question: 'Care este celălalt răspuns?' },
  so: { other_label: 'Wax kale, kuwaas oo ah', other_question: 'Waa maxay jawaabta kale?' },
  zh: { other_label: '其他，即', other_question: '其他答案是什么？' },
};
const names: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  english: 'en',
  engels: 'en',
  deutsch: 'de',
  français: 'fr',
  español: 'es',
  italiano: 'it',
  português: 'pt',
  türkçe: 'tr',
  polski: 'pl',
  română: 'ro',
  soomaali: 'so',
  العربية: 'ar',
  українська: 'uk',
  русский: 'ru',
  中文: 'zh',
  turks: 'tr',
  turkish: 'tr',
  arabisch: 'ar',
  arabic: 'ar',
  pools: 'pl',
  polish: 'pl',
  duits: 'de',
  german: 'de',
  frans: 'fr',
  french: 'fr',
};

function wordsIn(language: Language): Words | undefined {
  const first = language.toLowerCase().split('-')[0]!;
  const code = Object.hasOwn(names, first) ? names[first]! : first;
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** What stands in `column` of the row, else our own words; a language with neither is reported. */
function otherText(
  sheet: Sheet,
  row: SheetRow,
  column: 'other_label' | 'other_question',
  languages: Languages,
  report: Report,
): Text {
  const given = sheet.texts(row, column);
  const text = languages.all.map((language) => {
    const plain = language === languages.default ? given.get(plainLanguage) : undefined;
    const written = given.get(language) ?? plain ?? wordsIn(language)?.[column];
    if (written === undefined)
      report({
        ...placeOf(sheet, row, 'type'),
        fault: 'other-untranslated',
        what: `${column}::${language}`,
      });
    return [language, written ?? ''] as const;
  });
  return Object.fromEntries(text);
}

/** `choices` with one for another answer behind those of substance; as they are when the list has one called 'other' itself. */
export function withOther(
  choices: readonly Choice[],
  sheet: Sheet,
  row: SheetRow,
  languages: Languages,
  report: Report,
): readonly Choice[] {
  if (choices.some(({ name }) => name === otherChoice)) {
    reportUnused(sheet, row, ['other_label'], report);
    return choices;
  }
  const other: Choice = { name: otherChoice, label: otherText(sheet, row, 'other_label', languages, report) };
  const missingFrom = choices.findIndex(({ missing }) => missing !== undefined);
  const at = missingFrom < 0 ? choices.length : missingFrom;
  return [...choices.slice(0, at), other, ...choices.slice(at)];
}

/** Reports texts for another answer that nothing would show. */
export function reportUnused(sheet: Sheet, row: SheetRow, columns: readonly SurveyColumn[], report: Report): void {
  for (const column of columns)
    if (sheet.texts(row, column).size > 0)
      report({ ...placeOf(sheet, row, column), fault: 'value-unsupported', what: column });
}

/** The text question behind `item`, asked when 'other' was chosen. */
export function otherItem(item: Item, sheet: Sheet, row: SheetRow, languages: Languages, report: Report): Item {
  const { name, sections, relevant, specialCategory } = item;
  const chosen: Item['relevant'] = {
    kind: 'call',
    function: 'selected',
    arguments: [
      { kind: 'item', name },
      { kind: 'text', text: otherChoice },
    ],
  };
  return {
    name: `${name}_other` as ItemName,
    kind: 'text',
    label: otherText(sheet, row, 'other_question', languages, report),
    sections,
    required: false,
    relevant: relevant === undefined ? chosen : { kind: 'operation', operator: 'and', left: relevant, right: chosen },
    ...(specialCategory === undefined ? {} : { specialCategory }),
  };
}
