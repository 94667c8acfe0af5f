/** One row of the survey as an item: what its cells say, checked against its kind and its choices. */
import { meetsConstraint, readForm } from './check-answer.ts';
import { evaluate } from './evaluate.ts';
import { columnsIn, type Expression, forEachPart, itemsIn } from './expression.ts';
import type { Choice, Item, ItemName, Section } from './questionnaire.ts';
import { type SpecialCategory, specialCategories } from './special-category.ts';
import { textOf } from './value.ts';
import { type Cells, expressionIn, textIn } from './xlsform-cells.ts';
import { isNo, isYes, type ListedChoice } from './xlsform-choices.ts';
import { placeOf, type SurveyColumn } from './xlsform-columns.ts';
import { reportUnused, withOther } from './xlsform-other.ts';
import type { Languages, Report, Sheet, SheetRow } from './xlsform-sheet.ts';
import type { RowType } from './xlsform-type.ts';

export interface OpenGroup {
  readonly name: string;
  readonly row: SheetRow;
  readonly relevant?: Expression;
  readonly specialCategory?: SpecialCategory;
}

/** What reading an item needs to know of the rest of the workbook. */
export interface ItemSurroundings {
  readonly sheet: Sheet;
  readonly groups: readonly OpenGroup[];
  readonly lists: ReadonlyMap<string, readonly ListedChoice[]>;
  readonly languages: Languages;
  readonly report: Report;
}

/** `{ [key]: value }`, or nothing when there is no value. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

export function sectionOf(cells: Cells, languages: Languages, appearance: string): Section {
  const untitled = Object.fromEntries(languages.all.map((language) => [language, '']));
  return {
    name: cells.name,
    label: textIn(cells, 'label') ?? untitled,
    ...optional('appearance', appearance || undefined),
  };
}

export function itemOf(
  row: SheetRow,
  cells: Cells,
  type: Extract<RowType, { kind: 'item' | 'select' }>,
  around: ItemSurroundings,
): Item {
  const { sheet, groups, report } = around;
  const test = expressionIn(cells, 'constraint');
  const constraint =
    test === undefined ? undefined : { test, ...optional('message', textIn(cells, 'constraint_message')) };
  const conditions = [...groups.map((group) => group.relevant), expressionIn(cells, 'relevant')];
  const category = specialCategoryOf(row, groups.at(-1)?.specialCategory, around);
  const item: Item = {
    name: cells.name as ItemName,
    kind: type.item,
    label: textIn(cells, 'label') ?? {},
    sections: groups.map((group) => group.name),
    required: isYes(sheet.cell(row, 'required')),
    ...optional('hint', textIn(cells, 'hint')),
    ...optional('instruction', textIn(cells, 'instruction')),
    ...optional('probe', textIn(cells, 'probe')),
    ...optional('readsAnswers', readsAnswers(row, around)),
    ...optional('specialCategory', category),
    ...optional('requiredWhen', expressionIn(cells, 'required')),
    ...optional('requiredMessage', textIn(cells, 'required_message')),
    ...optional('relevant', allOf(conditions.filter((condition) => condition !== undefined))),
    ...optional('constraint', constraint),
    ...optional('calculation', expressionIn(cells, 'calculation')),
    ...optional('default', expressionIn(cells, 'default')),
    ...optional('choices', type.kind === 'select' ? choicesOf(row, cells, type, around) : undefined),
    ...optional('choiceFilter', expressionIn(cells, 'choice_filter')),
    ...optional('appearance', appearanceOf(row, around)),
  };
  if (type.kind === 'item' || !type.orOther) reportUnused(sheet, row, otherColumns, report);
  if (item.default !== undefined && isLiteral(item.default) && !canBeDefault(item, item.default))
    report({ ...placeOf(sheet, row, 'default'), fault: 'default-invalid', what: sheet.cell(row, 'default') });
  return item;
}

const otherColumns: readonly SurveyColumn[] = ['other_label', 'other_question'];

function readsAnswers(row: SheetRow, { sheet, report }: ItemSurroundings): boolean | undefined {
  const written = sheet.cell(row, 'read_aloud');
  if (written === '') return undefined;
  if (!isYes(written) && !isNo(written))
    report({ ...placeOf(sheet, row, 'read_aloud'), fault: 'value-unsupported', what: written });
  return isYes(written);
}

/** As Dutch questionnaires and laws call them. */
const categoryAliases: Readonly<Record<string, SpecialCategory>> = {
  afkomst: 'ethnicity',
  etniciteit: 'ethnicity',
  ras: 'ethnicity',
  politiek: 'politics',
  geloof: 'religion',
  godsdienst: 'religion',
  levensovertuiging: 'religion',
  vakbond: 'union',
  genetisch: 'genetic',
  biometrisch: 'biometric',
  gezondheid: 'health',
  seksualiteit: 'sex-life',
  'seksueel leven': 'sex-life',
  veroordelingen: 'convictions',
  strafrechtelijk: 'convictions',
};

/** That of the row, else that of the group around it; a row about another one than its group is a fault, since it would need both. */
export function specialCategoryOf(
  row: SheetRow,
  around: SpecialCategory | undefined,
  { sheet, report }: Pick<ItemSurroundings, 'sheet' | 'report'>,
): SpecialCategory | undefined {
  const cell = sheet.cell(row, 'special_category');
  if (cell === '') return around;
  const written = cell.toLowerCase();
  const alias = Object.hasOwn(categoryAliases, written) ? categoryAliases[written] : undefined;
  const category = specialCategories.find((each) => each === written.replaceAll(/[ _]/g, '-')) ?? alias;
  if (category === undefined || (around !== undefined && around !== category))
    report({ ...placeOf(sheet, row, 'special_category'), fault: 'value-unsupported', what: cell });
  return category;
}

/** Words of an appearance with which ODK asks for another answer than Veldwerk would take. */
const otherMeaning =
  /^(?:year|month-year|ethiopian|coptic|islamic|bikram-sambat|myanmar|persian|buddhist|search\(.*|ex:.*|printer:.*)$/i;

export function appearanceOf(row: SheetRow, { sheet, report }: Pick<ItemSurroundings, 'sheet' | 'report'>) {
  const written = sheet.cell(row, 'appearance');
  const word = written.split(/\s+/).find((each) => otherMeaning.test(each));
  const place = placeOf(sheet, row, 'appearance');
  if (word !== undefined) report({ ...place, fault: 'value-unsupported', what: word });
  // In ODK such a row shows the labels of a table and takes no answer.
  if (/(?:^|\s)label(?:\s|$)/i.test(written)) report({ ...place, fault: 'grid-heading' });
  return written === '' ? undefined : written;
}

function choicesOf(
  row: SheetRow,
  cells: Cells,
  type: Extract<RowType, { kind: 'select' }>,
  { sheet, lists, languages, report }: ItemSurroundings,
): readonly Choice[] {
  const list = lists.get(type.list);
  if (list === undefined) report({ ...placeOf(sheet, row, 'type'), fault: 'list-unknown', what: type.list });
  const filter = expressionIn(cells, 'choice_filter');
  const named = filter === undefined ? new Set<string>() : columnsIn(filter);
  const choices = (list ?? []).map(({ choice }) => withColumns(choice, named));
  if (!type.orOther) return choices;
  if (filter !== undefined) report({ ...placeOf(sheet, row, 'choice_filter'), fault: 'other-with-filter' });
  return withOther(choices, sheet, row, languages, report);
}

/** Only the further columns that the item's own filter names. */
function withColumns({ columns = {}, ...choice }: Choice, named: ReadonlySet<string>): Choice {
  const kept = Object.entries(columns).filter(([column]) => named.has(column));
  return kept.length === 0 ? choice : { ...choice, columns: Object.fromEntries(kept) };
}

/** Whether nothing in `expression` can change. */
function isLiteral(expression: Expression): boolean {
  let changes = false;
  forEachPart(expression, (part) => {
    changes ||= part.kind === 'item' || (part.kind === 'call' && part.function === 'today');
  });
  return !changes;
}

const anyDay = '2000-01-01' as const;

function canBeDefault(item: Item, written: Expression): boolean {
  const scope = { values: new Map(), today: anyDay as never };
  const { kind } = item;
  const read = readForm(item, textOf(evaluate(written, scope)));
  if (read.kind === 'refused' || (kind === 'text' && read.answer.kind !== 'text')) return false;
  // Where the constraint looks at other answers or at the day, it is asked when the answer is given.
  const test = item.constraint?.test;
  return test === undefined || !isLiteral(test) || itemsIn(test).size > 0 || meetsConstraint(item, read.answer, scope);
}

/** All of `conditions` together; undefined when there are none. */
function allOf(conditions: readonly Expression[]): Expression | undefined {
  const [first, ...others] = conditions;
  if (first === undefined) return undefined;
  return others.reduce((left, right) => ({ kind: 'operation', operator: 'and', left, right }), first);
}
