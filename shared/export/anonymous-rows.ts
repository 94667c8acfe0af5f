/**
 * The anonymised dataset (geanonimiseerd bestand) of one group: rows of numbers only, that lead back to nobody. In no row stands an id, a
 * mode, a day, a language, a stratum or an open answer; the rows are shuffled and numbered anew; sex, age band and whether support ended are
 * taken away from people who would stand in too small a class with them; extreme numbers are bounded. What the file then still risks is
 * told with it (k, and how uniform the answers of a class are): it is for the client, not for the public.
 */
import type { Answers } from '../study/answer.ts';
import { type Item, type ItemName, isAsked, type Questionnaire } from '../study/questionnaire.ts';
import type { Response } from '../study/response.ts';
import { answerCells } from './answer-cells.ts';
import { boundExtremes } from './bound-extremes.ts';
import { type Column, datasetColumns, type WhyLeftOut } from './columns.ts';
import { fixedColumns, keyOf } from './key-variables.ts';
import { classSizes, distinctInClass, keyText } from './small-cells.ts';
import { suppressKeys } from './suppress-keys.ts';

/** Of fewer people no dataset is made, and nobody stands in a smaller class. */
export const fewestPeople = 5;

export interface ExportRules {
  /** Uniform integers from 0 up to and not including `below`, from a cryptographic source: the order of the rows must not be guessed. */
  readonly draw: (below: number) => number;
  /** Fewest people in a class or behind a bound; a whole number from 2, `fewestPeople` when absent. */
  readonly k?: number;
  /** Items that the researcher leaves out, because their answers could point at someone. */
  readonly leaveOut?: ReadonlySet<ItemName>;
}

export interface Dataset {
  readonly kind: 'dataset';
  readonly columns: readonly Column[];
  /** A number per column, or null: not asked, passed over, or taken away. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly k: number;
  /** People in the smallest class of equal key variables, a missing one being a category of its own; at least k. */
  readonly smallestClass: number;
  readonly suppressed: {
    /** Rows whose key variables were taken away. */
    readonly keys: number;
    /** Numbers that were replaced by a bound. */
    readonly extremes: number;
    /** Answers that fit no column: of another kind, or a choice that the questionnaire does not have (any more). */
    readonly unplaced: number;
  };
  /** Items without a column, and how many people had answered them in substance. */
  readonly leftOut: readonly { readonly item: ItemName; readonly why: WhyLeftOut; readonly answers: number }[];
  /** Per quantity the bounds that stand for all beyond them; without bounds its column stands empty, because too few people fill it. */
  readonly quantities: readonly {
    readonly item: ItemName;
    readonly bounds?: { readonly lowest: number; readonly highest: number };
  }[];
  /** Distinct l-diversity: per item the fewest different answers in any class, and how many classes gave all the same one. */
  readonly diversity: readonly { readonly item: ItemName; readonly fewest: number; readonly uniformClasses: number }[];
}

export type AnonymousRows =
  | Dataset
  /** No dataset can be made: the whole group is a small cell. */
  | { readonly kind: 'group-too-small'; readonly k: number; readonly people: number };

function shuffled<T>(all: readonly T[], draw: (below: number) => number): readonly T[] {
  const order = [...all];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = draw(last + 1);
    [order[last], order[at]] = [order[at]!, order[last]!];
  }
  return order;
}

interface CodedItem {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly unplaced: number;
}

function codedItem(item: Item, columns: readonly Column[], people: readonly Answers[]): CodedItem {
  const answers = people.map((person) => person.get(item.name));
  const coded = answers.map((answer) => answer && answerCells(item, columns, answer));
  return {
    cells: coded.map((cells) => cells ?? columns.map(() => null)),
    unplaced: coded.filter((cells, i) => answers[i] !== undefined && cells === undefined).length,
  };
}

/** What was answered and is not asked any more: left out, and told. */
function goneItems(
  { items }: Questionnaire,
  people: readonly Answers[],
): readonly { readonly item: ItemName; readonly why: WhyLeftOut }[] {
  const known = new Set(items.filter(isAsked).map(({ name }) => name));
  const gone = new Set(people.flatMap((answers) => [...answers.keys()].filter((name) => !known.has(name))));
  return [...gone].sort().map((item) => ({ item, why: 'gone' as const }));
}

/** The numbers of a quantity within bounds, its codes for missing answers untouched; all empty when there are no bounds. */
function boundedItem(item: ItemName, column: Column, { cells }: CodedItem, answers: readonly Answers[], k: number) {
  const given = cells.map(([cell], i) => (answers[i]!.get(item)?.kind === 'number' ? (cell ?? null) : null));
  const bounded = boundExtremes(given, k);
  // a number as low as the codes for missing answers could not be told from them
  const codes = column.missing.map((each) => each.code);
  if (!bounded || bounded.lowest <= Math.max(...codes)) return { item, changed: 0, cells: cells.map(() => [null]) };
  const { lowest, highest, changed, numbers } = bounded;
  return { item, changed, bounds: { lowest, highest }, cells: cells.map(([cell], i) => [numbers[i] ?? cell ?? null]) };
}

/**
 * The dataset of `responses`, all of one group with this questionnaire; those that were broken off are in it when they are given. Its
 * columns depend on the questionnaire and `leaveOut` only. RangeError when the responses are of several groups or k is no whole number from 2.
 */
export function anonymousRows(
  responses: readonly Response[],
  questionnaire: Questionnaire,
  { draw, k = fewestPeople, leaveOut = new Set() }: ExportRules,
): AnonymousRows {
  if (!Number.isInteger(k) || k < 2) throw new RangeError('k is a whole number from 2');
  if (new Set(responses.map((response) => response.group)).size > 1)
    throw new RangeError('responses of several groups');
  if (responses.length < k) return { kind: 'group-too-small', k, people: responses.length };

  const people = shuffled(responses, draw);
  const answers = people.map((person): Answers => new Map(person.answers));
  const { columns, leftOut } = datasetColumns(questionnaire, fixedColumns, leaveOut);
  const { keys, suppressed } = suppressKeys(
    people.map((person) => keyOf(person.background)),
    k,
  );

  const inFile = questionnaire.items.filter((item) => columns.some((column) => column.item === item.name));
  const coded = inFile.map((item) => {
    const own = columns.filter((column) => column.item === item.name);
    const plain = codedItem(item, own, answers);
    const bounded = own[0]!.kind === 'quantity' ? boundedItem(item.name, own[0]!, plain, answers, k) : undefined;
    return { item: item.name, cells: bounded?.cells ?? plain.cells, unplaced: plain.unplaced, bounded };
  });
  const quantities = coded.flatMap(({ bounded }) => (bounded ? [bounded] : []));

  return {
    kind: 'dataset',
    columns,
    rows: keys.map((key, i) => [i + 1, ...(key as (number | null)[]), ...coded.flatMap(({ cells }) => cells[i]!)]),
    k,
    smallestClass: Math.min(...classSizes(keys)),
    suppressed: {
      keys: suppressed,
      extremes: quantities.reduce((sum, { changed }) => sum + changed, 0),
      unplaced: coded.reduce((sum, { unplaced }) => sum + unplaced, 0),
    },
    leftOut: [...leftOut, ...goneItems(questionnaire, answers)].map((each) => ({
      ...each,
      answers: answers.filter((person) => (person.get(each.item)?.kind ?? 'missing') !== 'missing').length,
    })),
    quantities: quantities.map(({ item, bounds }) => ({ item, ...(bounds && { bounds }) })),
    diversity: coded.map(({ item, cells }) => {
      const distinct = distinctInClass(keys, cells.map(keyText));
      const classes = new Map(keys.map((key, i) => [keyText(key), distinct[i]!]));
      return {
        item,
        fewest: Math.min(...distinct),
        uniformClasses: [...classes.values()].filter((different) => different === 1).length,
      };
    }),
  };
}
