/**
 * The columns of the anonymised dataset. They follow from the questionnaire alone, never from what anyone answered, so that the shape of
 * the file tells nothing. Labels are Dutch: the file is for the client.
 */
import {
  type Item,
  type ItemName,
  isAsked,
  type Missing,
  missingKinds,
  type Questionnaire,
} from '../study/questionnaire.ts';

export interface Code {
  readonly code: number;
  readonly label: string;
}

export interface Column {
  /** Unique in the file, whatever the case of its letters. */
  readonly name: string;
  readonly label: string;
  /** number: of the row. key: sex, age band, support ended. choice: one of `values`. mention: 1 or 0. place: of one choice in a ranking, 1 for the first. quantity: a number, bounded. */
  readonly kind: 'number' | 'key' | 'choice' | 'mention' | 'place' | 'quantity';
  /** The item it comes from; the number and the key variables come from none. */
  readonly item?: ItemName;
  /** Names of the choices that give each value, in the order of `values`; of a mention the one choice. */
  readonly choices: readonly string[];
  readonly values: readonly Code[];
  readonly missing: readonly (Code & { readonly kind: Missing })[];
}

/**
 * Why an item has no column: open answers could name people, dates point at one; the researcher chose so; or it is not asked any more, since
 * the questionnaire has another version, or the agreement other categories.
 */
export type WhyLeftOut = 'open-text' | 'date' | 'chosen' | 'gone';

export interface DatasetColumns {
  readonly columns: readonly Column[];
  readonly leftOut: readonly { readonly item: ItemName; readonly why: WhyLeftOut }[];
}

const missingLabels: Readonly<Record<Missing, string>> = {
  'does-not-apply': 'niet van toepassing',
  'dont-know': 'weet niet',
  refused: 'wil niet zeggen',
};
const missingDigits: Readonly<Record<Missing, number>> = { 'does-not-apply': 97, 'dont-know': 98, refused: 99 };

/** The values of a column that says whether something is so. */
export const yesNo: readonly Code[] = [
  { code: 0, label: 'nee' },
  { code: 1, label: 'ja' },
];

/** The text of a label in Dutch, else in the questionnaire's own language; on one line. */
function inDutch(text: Item['label'], { defaultLanguage }: Questionnaire): string {
  return (text.nl ?? text[defaultLanguage] ?? '').replaceAll(/\s+/g, ' ').trim();
}

/**
 * The codes for missing answers: 97, 98 and 99, or 997 and on beside 97 or more choices. Of a quantity they are negative, since 97 can be
 * an answer. A choice that stands for a missing answer ('no opinion') gives the code its own label.
 */
function missingOf(item: Item, substantive: number, questionnaire: Questionnaire): Column['missing'] {
  const above = 10 ** Math.max(2, String(substantive + 3).length) - 100;
  return [...missingKinds]
    .sort((a, b) => missingDigits[a] - missingDigits[b])
    .map((kind) => {
      const own = item.choices?.filter((choice) => choice.missing === kind) ?? [];
      const code = missingDigits[kind] + above;
      return {
        kind,
        code: item.choices ? code : -code,
        label: own.map((choice) => inDutch(choice.label, questionnaire)).join(' / ') || missingLabels[kind],
      };
    });
}

function columnsOfItem(item: Item, questionnaire: Questionnaire): readonly Column[] {
  const label = inDutch(item.label, questionnaire) || item.name;
  const choices = item.choices?.filter((choice) => choice.missing === undefined) ?? [];
  const labels = choices.map((choice) => inDutch(choice.label, questionnaire) || choice.name);
  const columns = (kind: Column['kind'], codes: number) => ({
    kind,
    item: item.name,
    missing: missingOf(item, codes, questionnaire),
  });
  if (item.kind === 'integer' || item.kind === 'decimal')
    return [{ name: item.name, label, choices: [], values: [], ...columns('quantity', 0) }];
  if (item.kind === 'select-multiple')
    return choices.map((choice, i) => ({
      name: `${item.name}_${i + 1}`,
      label: `${label}: ${labels[i]}`,
      choices: [choice.name],
      values: yesNo,
      ...columns('mention', 1),
    }));
  if (item.kind === 'rank') {
    const places = choices.map((_, i) => ({ code: i + 1, label: `plaats ${i + 1}` }));
    return choices.map((choice, i) => ({
      name: `${item.name}_${i + 1}`,
      label: `${label}: ${labels[i]}`,
      choices: [choice.name],
      values: places,
      ...columns('place', choices.length),
    }));
  }
  if (item.kind === 'acknowledge')
    return [{ name: item.name, label, choices: [], values: [{ code: 1, label: 'akkoord' }], ...columns('choice', 1) }];
  const values = labels.map((each, i) => ({ code: i + 1, label: each }));
  const names = choices.map((choice) => choice.name);
  return [{ name: item.name, label, choices: names, values, ...columns('choice', choices.length) }];
}

function whyLeftOut(item: Item, chosen: ReadonlySet<ItemName>): WhyLeftOut | undefined {
  if (item.kind === 'text') return 'open-text';
  if (item.kind === 'date') return 'date';
  return chosen.has(item.name) ? 'chosen' : undefined;
}

/**
 * The columns of the items in the order of the questionnaire, behind those that stand `before` them, without the items that are `chosen` to
 * be left out.
 */
export function datasetColumns(
  questionnaire: Questionnaire,
  before: readonly Column[],
  chosen: ReadonlySet<ItemName>,
): DatasetColumns {
  const taken = new Set(before.map((column) => column.name.toLowerCase()));
  const unique = (name: string): string => {
    if (taken.has(name.toLowerCase())) return unique(`${name}_`);
    taken.add(name.toLowerCase());
    return name;
  };
  const asked = questionnaire.items.filter(isAsked);
  const inFile = asked.filter((item) => whyLeftOut(item, chosen) === undefined);
  return {
    columns: [
      ...before,
      ...inFile
        .flatMap((item) => columnsOfItem(item, questionnaire))
        .map((column) => ({ ...column, name: unique(column.name) })),
    ],
    leftOut: asked.flatMap((item) => {
      const why = whyLeftOut(item, chosen);
      return why ? [{ item: item.name, why }] : [];
    }),
  };
}
