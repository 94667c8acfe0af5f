/**
 * A questionnaire as LimeSurvey's tab-separated survey structure: settings (S), texts of the survey (SL), groups (G), questions (Q), subquestions
 * (SQ) and answers (A), each row once per language, so that the web asks what an interviewer asks. A section is a group, a grid an
 * array, "other, namely" a part of its question. What the platform cannot do is refused; what stands there otherwise than here is told.
 */
import type { Expression } from '../study/expression.ts';
import {
  type Item,
  type ItemName,
  isAsked,
  type Language,
  type Questionnaire,
  type Text,
} from '../study/questionnaire.ts';
import { expressionScript, type ScriptNames, scriptNames } from './expression-script.ts';
import { otherTextOf } from './other-text.ts';
import { type Adapted, adaptations, isFiveStars, plainDefault } from './platform-adaptations.ts';
import { arrayOf, type PlatformCodes, platformCodes } from './platform-codes.ts';
import { platformText } from './platform-text.ts';

export const structureHeaders = [
  ...['class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'validation', 'mandatory', 'other'],
  ...['default', 'same_default', 'em_validation_q', 'em_validation_q_tip', 'num_value_int_only', 'exclude_all_others'],
  ...['min_answers', 'slider_rating', 'equation', 'hidden'],
] as const;
type Header = (typeof structureHeaders)[number];
type Row = Partial<Record<Header, string>>;

export type PlatformStructure =
  | {
      readonly kind: 'structure';
      /** The headers first. */
      readonly rows: readonly (readonly string[])[];
      /** Questions that ask something. */
      readonly items: number;
      readonly adapted: readonly Adapted[];
    }
  | { readonly kind: 'impossible'; readonly item: ItemName; readonly why: 'kind' | 'expression' };

interface Form {
  readonly questionnaire: Questionnaire;
  readonly codes: PlatformCodes;
  readonly names: ScriptNames;
}

class Impossible extends Error {
  readonly item: ItemName;
  readonly why: 'kind' | 'expression';
  constructor(item: ItemName, why: 'kind' | 'expression') {
    super(why);
    this.item = item;
    this.why = why;
  }
}

export function platformStructure(questionnaire: Questionnaire): PlatformStructure {
  try {
    const codes = platformCodes(questionnaire);
    const form: Form = { questionnaire, codes, names: scriptNames(questionnaire, codes) };
    const rows = [...surveyRows(questionnaire), ...groupRows(form)];
    return {
      kind: 'structure',
      rows: [structureHeaders, ...rows.map((row) => structureHeaders.map((header) => row[header] ?? ''))],
      items: questionnaire.items.filter(isAsked).length,
      adapted: adaptations(questionnaire, codes),
    };
  } catch (error) {
    if (error instanceof Impossible) return { kind: 'impossible', item: error.item, why: error.why };
    throw error;
  }
}

const languagesOf = ({ defaultLanguage, languages }: Questionnaire): readonly Language[] => [
  defaultLanguage,
  ...languages.filter((language) => language !== defaultLanguage),
];

function surveyRows(questionnaire: Questionnaire): readonly Row[] {
  const [base, ...others] = languagesOf(questionnaire);
  const settings: readonly (readonly [string, string])[] = [
    ['language', base!],
    ['additional_languages', others.join(' ')],
    ['format', 'G'],
    // The code says whose answers they are; no address on the internet is kept, and nobody answers twice under one code.
    ['anonymized', 'N'],
    ['datestamp', 'Y'],
    ['ipaddr', 'N'],
    ['refurl', 'N'],
    ['savetimings', 'N'],
    ['allowregister', 'N'],
    ['alloweditaftercompletion', 'N'],
    ['tokenanswerspersistence', 'Y'],
  ];
  return [
    ...settings.map(([name, text]): Row => ({ class: 'S', name, text })),
    ...[base!, ...others].map(
      (language): Row => ({ class: 'SL', name: 'surveyls_title', text: platformText(questionnaire.title), language }),
    ),
  ];
}

/** The rows as the platform reads them: a tab between cells, quotes around a cell that holds some. */
export function structureText(rows: readonly (readonly string[])[]): string {
  const written = (cell: string) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(written).join('\t')}\n`).join('');
}

/** Items one after another in the same outermost section. */
function groupRows(form: Form): readonly Row[] {
  const { questionnaire } = form;
  const rows: Row[] = [];
  const done = new Set<string>();
  const within = new Set(questionnaire.items.flatMap((item) => otherTextOf(questionnaire, item)?.text ?? []));
  let group: string | undefined;
  let nr = 0;
  for (const item of questionnaire.items) {
    const section = item.sections[0] ?? '';
    if (section !== group) {
      group = section;
      nr += 1;
      const label = questionnaire.sections.find(({ name }) => name === section)?.label;
      for (const language of languagesOf(questionnaire)) {
        const name = textIn(label, language, questionnaire) || questionnaire.title;
        rows.push({ class: 'G', 'type/scale': String(nr), name: platformText(name), relevance: '1', language });
      }
    }
    if (within.has(item)) continue;
    const array = arrayOf(questionnaire, item);
    if (array === undefined) rows.push(...questionRows(form, item));
    else if (!done.has(array.name) && isAsked(item)) {
      done.add(array.name);
      rows.push(...arrayRows(form, array.name, array.label));
    }
  }
  return rows;
}

function textIn(text: Text | undefined, language: Language, { defaultLanguage }: Questionnaire): string {
  return text?.[language] ?? text?.[defaultLanguage] ?? '';
}

const types: Readonly<Record<Item['kind'], string>> = {
  text: 'S',
  integer: 'N',
  decimal: 'N',
  date: 'D',
  'select-one': 'L',
  'select-multiple': 'M',
  rank: 'R',
  acknowledge: 'L',
  note: 'X',
  calculate: '*',
};

function questionRows(form: Form, item: Item): readonly Row[] {
  const { questionnaire, codes } = form;
  const code = codes.questions.get(item.name)!;
  const other = otherTextOf(questionnaire, item);
  if (item.choiceFilter !== undefined) throw new Impossible(item.name, 'expression');
  const isFive = isFiveStars(item);
  const proposed = plainDefault(item);
  const plain: Row = {
    class: 'Q',
    'type/scale': isFive
      ? '5'
      : item.kind === 'text' && item.appearance?.includes('multiline')
        ? 'T'
        : types[item.kind],
    name: code,
    relevance: scriptOf(form, item, item.relevant) ?? '1',
    mandatory: item.required && isAsked(item) ? 'Y' : 'N',
    other: other === undefined ? 'N' : 'Y',
    ...(item.kind === 'integer' ? { num_value_int_only: '1' } : {}),
    ...(isFive ? { slider_rating: '1' } : {}),
    ...exclusive(item, codes.choices.get(item.name)),
    // Putting some in order is enough here; there a required question asks for all of them unless it is told.
    ...(item.kind === 'rank' && item.required ? { min_answers: '1' } : {}),
    ...(item.kind === 'calculate' ? equation(form, item) : {}),
    ...(proposed === undefined ? {} : { default: proposed, same_default: '1' }),
  };
  const validation = validationOf(form, item);
  return languagesOf(questionnaire).flatMap((language): readonly Row[] => [
    {
      ...plain,
      text: item.kind === 'calculate' ? (plain.equation ?? '') : questionText(form, item.label, language),
      help: questionText(form, item.hint, language),
      language,
      ...(validation === undefined
        ? {}
        : {
            em_validation_q: validation,
            em_validation_q_tip: questionText(form, item.constraint?.message, language),
          }),
    },
    ...(isFive ? [] : choiceRows(form, item, language)),
  ]);
}

function choiceRows(form: Form, item: Item, language: Language): readonly Row[] {
  if (item.kind === 'acknowledge') return [{ class: 'A', 'type/scale': '0', name: 'OK', text: 'OK', language }];
  const { questionnaire } = form;
  const codes = form.codes.choices.get(item.name);
  const other = otherTextOf(questionnaire, item)?.choice;
  return (item.choices ?? [])
    .filter((choice) => choice !== other)
    .map(
      ({ name, label }): Row => ({
        class: item.kind === 'select-multiple' ? 'SQ' : 'A',
        'type/scale': '0',
        name: codes!.get(name)!,
        text: questionText(form, label, language),
        language,
        ...(item.kind === 'select-multiple' ? { relevance: '1' } : {}),
      }),
    );
}

function arrayRows(form: Form, section: string, label: Text): readonly Row[] {
  const { questionnaire, codes } = form;
  const rows = questionnaire.items.filter((item) => arrayOf(questionnaire, item)?.name === section);
  const first = rows[0]!;
  if (rows.some(({ choiceFilter }) => choiceFilter !== undefined)) throw new Impossible(first.name, 'expression');
  const conditions = rows.map((item) => scriptOf(form, item, item.relevant) ?? '1');
  const isAlike = new Set(conditions).size === 1;
  return languagesOf(questionnaire).flatMap((language): readonly Row[] => [
    {
      class: 'Q',
      'type/scale': 'F',
      name: codes.grids.get(section)!,
      relevance: isAlike ? conditions[0]! : '1',
      text: questionText(form, label, language),
      language,
      mandatory: first.required ? 'Y' : 'N',
      other: 'N',
    },
    ...rows.map(
      (item, nr): Row => ({
        class: 'SQ',
        'type/scale': '0',
        name: codes.questions.get(item.name)!,
        relevance: isAlike ? '1' : conditions[nr]!,
        text: questionText(form, item.label, language),
        language,
      }),
    ),
    ...choiceRows(form, first, language),
  ]);
}

function scriptOf(form: Form, item: Item, expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  const script = expressionScript(form.questionnaire, form.names, item);
  return script.condition(expression) ?? refuseExpression(item);
}

function refuseExpression(item: Item): never {
  throw new Impossible(item.name, 'expression');
}

/** What has to hold for an answer; of a question that is required under a condition, that it is answered then. */
function validationOf(form: Form, item: Item): string | undefined {
  if (item.constraint === undefined && item.requiredWhen === undefined) return undefined;
  const { names } = form;
  const when = scriptOf(form, item, item.requiredWhen);
  const test = scriptOf(form, item, item.constraint?.test);
  const parts = [
    ...(when === undefined ? [] : [`(!(${when}) || !${names.isEmpty(item)})`]),
    ...(test === undefined ? [] : [`(${names.isEmpty(item)} || ${test})`]),
  ];
  return parts.join(' && ');
}

function equation({ questionnaire, names }: Form, item: Item): Row {
  if (item.calculation === undefined) return {};
  const script = expressionScript(questionnaire, names, item).value(item.calculation) ?? refuseExpression(item);
  return { equation: `{${script}}`, hidden: '1' };
}

/** "None of these" goes with no other answer. */
function exclusive(item: Item, codes: ReadonlyMap<string, string> | undefined): Row {
  const alone = (item.choices ?? [])
    .filter(({ missing }) => missing !== undefined)
    .map(({ name }) => codes!.get(name)!);
  return item.kind === 'select-multiple' && alone.length > 0 ? { exclude_all_others: alone.join(';') } : {};
}

function questionText(form: Form, text: Text | undefined, language: Language): string {
  return platformText(textIn(text, language, form.questionnaire), form);
}
