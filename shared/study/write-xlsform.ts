/** A questionnaire as an XLSForm workbook: what `readXlsform` reads from it is the same questionnaire, but for sections without an item. */
import { type Expression, printExpression } from './expression.ts';
import type { Item, Language, Questionnaire, Text } from './questionnaire.ts';
import type { Workbook } from './workbook.ts';

const translated = ['label', 'hint', 'instruction', 'required_message', 'constraint_message'] as const;
const plain = ['type', 'name', 'required', 'relevant', 'constraint', 'calculation', 'appearance'] as const;
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
    required: item.required ? 'yes' : undefined,
    required_message: item.requiredMessage,
    relevant: print(item.relevant),
    constraint: print(item.constraint?.test),
    constraint_message: item.constraint?.message,
    calculation: print(item.calculation),
    appearance: item.appearance,
  };
}

/** A list of its own for every item: which items shared one is not kept, nor does it matter. */
function choiceRows({ items, languages }: Questionnaire): readonly (readonly string[])[] {
  const header = ['list_name', 'name', 'missing', 'positive', ...headers('label', languages)];
  const rows = items.flatMap(({ name, choices = [] }) =>
    choices.map((choice) => [
      name,
      choice.name,
      choice.missing ?? '',
      choice.positive === undefined ? '' : choice.positive ? 'yes' : 'no',
      ...languages.map((language) => choice.label[language] ?? ''),
    ]),
  );
  return [header, ...rows];
}
