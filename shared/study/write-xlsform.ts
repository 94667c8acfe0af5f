/** A questionnaire as an XLSForm workbook: what `readXlsform` reads from it is the same questionnaire, but for sections without an item. */
import { columnsIn, type Expression, printExpression } from './expression.ts';
import type { Item, Language, Questionnaire, Text } from './questionnaire.ts';
import type { Workbook } from './workbook.ts';

const translated = ['label', 'hint', 'instruction', 'probe', 'required_message', 'constraint_message'] as const;
const plain = [
  'type',
  'name',
  'required',
  'relevant',
  'constraint',
  'calculation',
  'default',
  'choice_filter',
  'appearance',
  'read_aloud',
  'special_category',
] as const;
type Cells = { readonly [C in (typeof plain)[number]]?: string | undefined } & {
  readonly [C in (typeof translated)[number]]?: Text | undefined;
};

/** Conditions of the sections stand with the items that they are about. */
export function xlsformOf(questionnaire: Questionnaire): Workbook {
  const { languages, formId, title, version, defaultLanguage } = questionnaire;
  const rows = surveyRows(questionnaire).map((cells) => [
    ...plain.map((column) => cells[column] ?? ''),
    ...translated.flatMap((column) => languages.map((language) => cells[column]?.[language] ?? '')),
  ]);
  return new Map([
    ['survey', [[...plain, ...translated.flatMap((column) => headers(column, languages))], ...rows]],
    ['choices', choiceRows(questionnaire)],
    [
      'settings',
      [
        ['form_title', 'form_id', 'version', 'default_language'],
        [title, formId, version, defaultLanguage],
      ],
    ],
  ]);
}

const headers = (column: string, languages: readonly Language[]) =>
  languages.map((language) => `${column}::${language}`);

function surveyRows({ items, sections }: Questionnaire): readonly Cells[] {
  const rows: Cells[] = [];
  let open: readonly string[] = [];
  const turnTo = (wanted: readonly string[]) => {
    const kept = open.findIndex((name, index) => wanted[index] !== name);
    const staying = kept === -1 ? open.length : kept;
    for (let nr = open.length; nr > staying; nr -= 1) rows.push({ type: 'end group' });
    for (const name of wanted.slice(staying)) begin(name);
    open = wanted;
  };
  const begin = (name: string) => {
    const section = sections.find((one) => one.name === name);
    rows.push({ type: 'begin group', name, label: section?.label, appearance: section?.appearance });
  };
  for (const item of items) {
    turnTo(item.sections);
    rows.push(itemRow(item));
  }
  turnTo([]);
  return rows;
}

function itemRow(item: Item): Cells {
  const print = (expression: Expression | undefined) =>
    expression === undefined ? undefined : printExpression(expression);
  return {
    type: item.choices === undefined ? item.kind : `${item.kind.replace('-', '_')} ${item.name}`,
    name: item.name,
    label: item.label,
    hint: item.hint,
    instruction: item.instruction,
    probe: item.probe,
    required: item.required ? 'yes' : print(item.requiredWhen),
    required_message: item.requiredMessage,
    relevant: print(item.relevant),
    constraint: print(item.constraint?.test),
    constraint_message: item.constraint?.message,
    calculation: print(item.calculation),
    default: print(item.default),
    choice_filter: print(item.choiceFilter),
    appearance: item.appearance,
    read_aloud: item.readsAnswers === undefined ? undefined : yesOrNo(item.readsAnswers),
    special_category: item.specialCategory,
  };
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** A list of its own for every item: which items shared one is not kept, nor does it matter. */
function choiceRows({ items, languages }: Questionnaire): readonly (readonly string[])[] {
  const all = items.flatMap(({ name, choices = [] }) => choices.map((choice) => ({ list: name, choice })));
  const further = [...new Set(items.flatMap(({ choiceFilter }) => columnsNamed(choiceFilter)))];
  const header = ['list_name', 'name', 'missing', 'positive', ...further, ...headers('label', languages)];
  const rows = all.map(({ list, choice }) => [
    list,
    choice.name,
    choice.missing ?? '',
    choice.positive === undefined ? '' : yesOrNo(choice.positive),
    ...further.map((column) => cellOf(choice.columns, column)),
    ...languages.map((language) => choice.label[language] ?? ''),
  ]);
  return [header, ...rows];
}

/** The further columns that a filter names; `name` is no further one. */
function columnsNamed(filter: Expression | undefined): readonly string[] {
  return filter === undefined ? [] : [...columnsIn(filter)].filter((column) => column !== 'name');
}

function cellOf(columns: Readonly<Record<string, string>> | undefined, column: string): string {
  return columns !== undefined && Object.hasOwn(columns, column) ? columns[column]! : '';
}
