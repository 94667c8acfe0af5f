/** The `survey` sheet of an XLSForm workbook: its rows as items and sections, and every cell that is not taken. */
import { type Expression, type ExpressionFault, mentionsSelf, parseExpression } from './expression.ts';
import type { Choice, Item, ItemKind, ItemName, Section, Text } from './questionnaire.ts';
import { isNo, isYes } from './xlsform-choices.ts';
import { type Languages, type Report, readText, type Sheet, type SheetRow } from './xlsform-sheet.ts';
import { type RowType, readType } from './xlsform-type.ts';

export const surveyColumns = {
  type: 'plain',
  name: 'plain',
  label: 'translated',
  hint: 'translated',
  /** Ours: for the interviewer, never read aloud. */
  instruction: 'translated',
  required: 'plain',
  required_message: 'translated',
  relevant: 'plain',
  constraint: 'plain',
  constraint_message: 'translated',
  calculation: 'plain',
  appearance: 'plain',
} as const;
type SurveyColumn = keyof typeof surveyColumns;

/** What a kind of row takes besides type and name; content in any other column is a fault. */
const asked = [
  'label',
  'hint',
  'instruction',
  'required',
  'required_message',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
] as const;
const takenBy: Readonly<Record<ItemKind | 'begin-group' | 'end-group', readonly SurveyColumn[]>> = {
  text: asked,
  integer: asked,
  decimal: asked,
  date: asked,
  'select-one': asked,
  'select-multiple': asked,
  rank: asked,
  acknowledge: asked,
  note: ['label', 'hint', 'instruction', 'relevant', 'appearance'],
  calculate: ['relevant', 'calculation'],
  'begin-group': ['label', 'relevant', 'appearance'],
  'end-group': [],
};

/** One row of the sheet that names something, with where it refers to what; for the check of references. */
export interface SurveyEntry {
  readonly name: string;
  readonly row: SheetRow;
  /** 'refused': a row of a type that is not taken, known so that references to it are no second fault. */
  readonly kind: ItemKind | 'group' | 'refused';
  /** Name of the group around it. */
  readonly inside?: string;
  readonly expressions: readonly { readonly column: SurveyColumn; readonly expression: Expression }[];
  readonly texts: readonly { readonly column: SurveyColumn; readonly text: Text }[];
}

export interface SurveyRead {
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
  readonly entries: readonly SurveyEntry[];
}

interface OpenGroup {
  readonly name: string;
  readonly row: SheetRow;
  readonly relevant?: Expression;
}

/** Reads every row, reporting what is wrong in each. */
export function readSurvey(
  sheet: Sheet,
  lists: ReadonlyMap<string, readonly Choice[]>,
  languages: Languages,
  report: Report,
): SurveyRead {
  const items: Item[] = [];
  const sections: Section[] = [];
  const entries: SurveyEntry[] = [];
  const groups: OpenGroup[] = [];
  sheet.reportColumns(report, (row) => !isComment(sheet, row));
  for (const row of sheet.rows) {
    if (isComment(sheet, row)) continue;
    const cells = readCells(sheet, row, languages, report);
    if (cells.type.kind === 'unsupported') {
      entries.push({ ...cells, row, kind: 'refused' });
      continue;
    }
    if (cells.type.kind === 'end-group') {
      closeGroup(sheet, row, groups, report);
      continue;
    }
    const inside = groups.at(-1)?.name;
    const kind = cells.type.kind === 'begin-group' ? 'group' : cells.type.item;
    entries.push({ ...cells, row, kind, ...(inside === undefined ? {} : { inside }) });
    if (cells.type.kind === 'begin-group') {
      groups.push({ name: cells.name, row, ...optional('relevant', expressionIn(cells, 'relevant')) });
      sections.push(sectionOf(cells, languages, sheet.cell(row, 'appearance')));
    } else items.push(itemOf(sheet, row, cells, cells.type, groups, lists, languages, report));
  }
  for (const { name, row } of groups) report({ ...placeOf(sheet, row, 'type'), fault: 'group-unbalanced', what: name });
  return { items, sections, entries };
}

/** A row that only says something to its reader: no type, name, label, nor anything that would do something. */
function isComment(sheet: Sheet, row: SheetRow): boolean {
  const says: readonly SurveyColumn[] = ['type', 'name', 'required', 'relevant', 'constraint', 'calculation'];
  return says.every((column) => sheet.cell(row, column) === '') && sheet.texts(row, 'label').size === 0;
}

interface Cells {
  readonly type: RowType;
  readonly name: string;
  readonly expressions: SurveyEntry['expressions'];
  readonly texts: SurveyEntry['texts'];
}

function readCells(sheet: Sheet, row: SheetRow, languages: Languages, report: Report): Cells {
  const written = sheet.cell(row, 'type');
  const type = readType(written);
  const name = sheet.cell(row, 'name');
  if (type.kind === 'unsupported') {
    report({ ...placeOf(sheet, row, 'type'), fault: 'type-unsupported', ...(written === '' ? {} : { what: written }) });
    return { type, name, expressions: [], texts: [] };
  }
  const taken = takenBy[type.kind === 'item' || type.kind === 'select' ? type.item : type.kind];
  reportUntaken(sheet, row, taken, report);
  if (type.kind === 'end-group') return { type, name, expressions: [], texts: [] };
  if (name === '') report({ ...placeOf(sheet, row, 'name'), fault: 'name-missing' });
  else if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name))
    report({ ...placeOf(sheet, row, 'name'), fault: 'name-invalid', what: name });
  const texts = (['label', 'hint', 'instruction', 'required_message', 'constraint_message'] as const).flatMap(
    (column) => {
      // A section may stand without a title; any other label is needed.
      const wanted = taken.includes(column) && (type.kind !== 'begin-group' || sheet.texts(row, column).size > 0);
      const text = wanted ? readText(sheet, row, column, languages, report) : undefined;
      return text === undefined ? [] : [{ column, text }];
    },
  );
  const expressions = (['relevant', 'constraint', 'calculation'] as const).flatMap((column) => {
    const expression = taken.includes(column) ? readExpression(sheet, row, column, report) : undefined;
    return expression === undefined ? [] : [{ column, expression }];
  });
  return { type, name, expressions, texts };
}

function reportUntaken(sheet: Sheet, row: SheetRow, taken: readonly SurveyColumn[], report: Report): void {
  for (const column of Object.keys(surveyColumns) as SurveyColumn[]) {
    if (column === 'type' || column === 'name' || taken.includes(column)) continue;
    const given =
      surveyColumns[column] === 'plain' ? sheet.cell(row, column) : [...sheet.texts(row, column).values()][0];
    if (given === undefined || given === '' || (column === 'required' && isNo(given))) continue;
    report({ ...placeOf(sheet, row, column), fault: 'value-unsupported', what: column });
  }
}

function placeOf(sheet: Sheet, row: SheetRow, column: SurveyColumn) {
  return { sheet: sheet.name, row: row.number, column: sheet.header(column) } as const;
}

/** Spreadsheets turn straight quotes into curly ones and spaces into unbreakable ones: in an expression they mean the plain ones. */
function plainSigns(written: string): string {
  return written
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll('\u00a0', ' ');
}

function readExpression(
  sheet: Sheet,
  row: SheetRow,
  column: 'relevant' | 'constraint' | 'calculation',
  report: Report,
): Expression | undefined {
  const written = plainSigns(sheet.cell(row, column));
  if (written === '') {
    if (column === 'calculation') report({ ...placeOf(sheet, row, column), fault: 'expression-invalid' });
    if (column === 'constraint' && sheet.texts(row, 'constraint_message').size > 0)
      report({ ...placeOf(sheet, row, 'constraint_message'), fault: 'value-unsupported', what: 'constraint_message' });
    return undefined;
  }
  const expression: Expression | ExpressionFault = parseExpression(written);
  if (expression.kind === 'fault') {
    const { what, at } = expression;
    report({ ...placeOf(sheet, row, column), fault: 'expression-invalid', ...(what === '' ? {} : { what }), at });
    return undefined;
  }
  // `.` is the item's own answer, which cannot decide whether it is asked or what it comes to.
  if (column !== 'constraint' && mentionsSelf(expression))
    report({ ...placeOf(sheet, row, column), fault: 'reference-cycle', what: '.' });
  return expression;
}

function closeGroup(sheet: Sheet, row: SheetRow, groups: OpenGroup[], report: Report): void {
  const group = groups.pop();
  const name = sheet.cell(row, 'name');
  if (group === undefined || (name !== '' && name !== group.name))
    report({ ...placeOf(sheet, row, 'type'), fault: 'group-unbalanced', ...(name === '' ? {} : { what: name }) });
}

const textIn = (cells: Cells, column: SurveyColumn): Text | undefined =>
  cells.texts.find((text) => text.column === column)?.text;
const expressionIn = (cells: Cells, column: SurveyColumn): Expression | undefined =>
  cells.expressions.find((expression) => expression.column === column)?.expression;

/** `{ [key]: value }`, or nothing when there is no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function sectionOf(cells: Cells, languages: Languages, appearance: string): Section {
  const untitled = Object.fromEntries(languages.all.map((language) => [language, '']));
  const label = textIn(cells, 'label') ?? untitled;
  return { name: cells.name, label, ...optional('appearance', appearance || undefined) };
}

function itemOf(
  sheet: Sheet,
  row: SheetRow,
  cells: Cells,
  type: Extract<RowType, { kind: 'item' | 'select' }>,
  groups: readonly OpenGroup[],
  lists: ReadonlyMap<string, readonly Choice[]>,
  languages: Languages,
  report: Report,
): Item {
  const test = expressionIn(cells, 'constraint');
  const constraint =
    test === undefined ? undefined : { test, ...optional('message', textIn(cells, 'constraint_message')) };
  const conditions = [...groups.map((group) => group.relevant), expressionIn(cells, 'relevant')];
  return {
    name: cells.name as ItemName,
    kind: type.item,
    label: textIn(cells, 'label') ?? {},
    sections: groups.map((group) => group.name),
    required: readRequired(sheet, row, report),
    ...optional('hint', textIn(cells, 'hint')),
    ...optional('instruction', textIn(cells, 'instruction')),
    ...optional('requiredMessage', textIn(cells, 'required_message')),
    ...optional('relevant', allOf(conditions.filter((condition) => condition !== undefined))),
    ...optional('constraint', constraint),
    ...optional('calculation', expressionIn(cells, 'calculation')),
    ...optional('choices', type.kind === 'select' ? choicesOf(sheet, row, type, lists, languages, report) : undefined),
    ...optional('appearance', sheet.cell(row, 'appearance') || undefined),
  };
}

function readRequired(sheet: Sheet, row: SheetRow, report: Report): boolean {
  const written = sheet.cell(row, 'required');
  if (written === '' || isNo(written)) return false;
  if (!isYes(written)) report({ ...placeOf(sheet, row, 'required'), fault: 'value-unsupported', what: written });
  return true;
}

function choicesOf(
  sheet: Sheet,
  row: SheetRow,
  type: Extract<RowType, { kind: 'select' }>,
  lists: ReadonlyMap<string, readonly Choice[]>,
  languages: Languages,
  report: Report,
): readonly Choice[] {
  const choices = lists.get(type.list);
  if (choices === undefined) report({ ...placeOf(sheet, row, 'type'), fault: 'list-unknown', what: type.list });
  if (type.orOther) {
    const translated = languages.all.length > 1;
    const fault = translated ? 'or-other-translated' : 'type-unsupported';
    report({ ...placeOf(sheet, row, 'type'), fault, what: 'or_other' });
  }
  return choices ?? [];
}

/** All of `conditions` together; undefined when there are none. */
function allOf(conditions: readonly Expression[]): Expression | undefined {
  const [first, ...others] = conditions;
  if (first === undefined) return undefined;
  return others.reduce((left, right) => ({ kind: 'operation', operator: 'and', left, right }), first);
}
