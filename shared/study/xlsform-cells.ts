/** What stands in the cells of one row of the survey: its type, name, texts and expressions, each as far as it can be read. */
import { dayTyped } from './check-answer.ts';
import { type Expression, type ExpressionFault, mentionsSelf, parseExpression } from './expression.ts';
import type { ItemKind, Text } from './questionnaire.ts';
import { isNo, isYes } from './xlsform-choices.ts';
import { placeOf, reportUntaken, type SurveyColumn, takenBy } from './xlsform-columns.ts';
import { type Languages, type Report, readText, type Sheet, type SheetRow } from './xlsform-sheet.ts';
import { type RowType, readType } from './xlsform-type.ts';

export interface Cells {
  readonly type: RowType;
  readonly name: string;
  readonly expressions: readonly { readonly column: SurveyColumn; readonly expression: Expression }[];
  readonly texts: readonly { readonly column: SurveyColumn; readonly text: Text }[];
}

const textColumns = ['label', 'hint', 'instruction', 'probe', 'required_message', 'constraint_message'] as const;
const expressionColumns = ['relevant', 'required', 'constraint', 'calculation', 'choice_filter', 'default'] as const;
type ExpressionColumn = (typeof expressionColumns)[number];

export const textIn = (cells: Cells, column: SurveyColumn): Text | undefined =>
  cells.texts.find((text) => text.column === column)?.text;
export const expressionIn = (cells: Cells, column: SurveyColumn): Expression | undefined =>
  cells.expressions.find((expression) => expression.column === column)?.expression;

export function readCells(sheet: Sheet, row: SheetRow, languages: Languages, report: Report): Cells {
  const written = sheet.cell(row, 'type');
  const type = readType(written);
  const name = sheet.cell(row, 'name');
  if (type.kind === 'unsupported') {
    const place = placeOf(sheet, row, 'type');
    if (type.lacksList) report({ ...place, fault: 'list-unknown' });
    else report({ ...place, fault: 'type-unsupported', ...(written === '' ? {} : { what: written }) });
    return { type, name, expressions: [], texts: [] };
  }
  const kind = type.kind === 'item' || type.kind === 'select' ? type.item : type.kind;
  const taken = takenBy[kind];
  reportUntaken(sheet, row, taken, report);
  if (kind === 'end-group') return { type, name, expressions: [], texts: [] };
  checkName(sheet, row, name, report);
  const texts = textColumns.flatMap((column) => {
    // A section may stand without a title; any other label is needed.
    const wanted = taken.includes(column) && (kind !== 'begin-group' || sheet.texts(row, column).size > 0);
    const text = wanted ? readText(sheet, row, column, languages, report) : undefined;
    return text === undefined ? [] : [{ column, text }];
  });
  const expressions = expressionColumns.flatMap((column) => {
    const expression = taken.includes(column) ? readExpression(sheet, row, column, kind, report) : undefined;
    return expression === undefined ? [] : [{ column, expression }];
  });
  return { type, name, expressions, texts };
}

function checkName(sheet: Sheet, row: SheetRow, name: string, report: Report): void {
  const place = placeOf(sheet, row, 'name');
  if (name === '') report({ ...place, fault: 'name-missing' });
  else if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) report({ ...place, fault: 'name-invalid', what: name });
  else if (/^contact\./.test(name)) report({ ...place, fault: 'name-reserved', what: name });
}

/** Spreadsheets turn straight quotes into curly ones and spaces into unbreakable ones: around what an expression says they mean the plain ones. */
function plainSigns(written: string): string {
  return written
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll('\u00a0', ' ');
}

/** The expression that a cell of `column` writes. */
export function parseCell(written: string, column: ExpressionColumn): Expression | ExpressionFault {
  const place = { hasColumns: column === 'choice_filter' };
  const asWritten = parseExpression(written, place);
  return asWritten.kind === 'fault' ? parseExpression(plainSigns(written), place) : asWritten;
}

function readExpression(
  sheet: Sheet,
  row: SheetRow,
  column: ExpressionColumn,
  kind: ItemKind | 'begin-group',
  report: Report,
): Expression | undefined {
  const written = sheet.cell(row, column);
  if (written === '' || (column === 'required' && (isYes(written) || isNo(written)))) {
    reportAbsent(sheet, row, column, report);
    return undefined;
  }
  const literal = column === 'default' ? literalDefault(written, kind) : undefined;
  const expression = literal ?? parseCell(written, column);
  if (expression.kind === 'fault') {
    reportUnread(sheet, row, column, expression, report);
    return undefined;
  }
  // `.` is the item's own answer, which cannot decide whether it is asked or what it comes to.
  if (column !== 'constraint' && mentionsSelf(expression))
    report({ ...placeOf(sheet, row, column), fault: 'reference-cycle', what: '.' });
  return expression;
}

function reportAbsent(sheet: Sheet, row: SheetRow, column: ExpressionColumn, report: Report): void {
  if (column === 'calculation') report({ ...placeOf(sheet, row, column), fault: 'expression-invalid' });
  if (column === 'constraint' && sheet.texts(row, 'constraint_message').size > 0)
    report({ ...placeOf(sheet, row, 'constraint_message'), fault: 'value-unsupported', what: 'constraint_message' });
}

const faultOf = {
  'function-unknown': 'function-unknown',
  'arguments-count': 'arguments-count',
  'pattern-unsupported': 'pattern-unsupported',
  'too-large': 'expression-too-large',
  empty: 'expression-invalid',
  'character-unknown': 'expression-invalid',
  unexpected: 'expression-invalid',
  'number-too-large': 'expression-invalid',
} as const satisfies Readonly<Record<ExpressionFault['why'], string>>;

function reportUnread(
  sheet: Sheet,
  row: SheetRow,
  column: ExpressionColumn,
  { why, what, at }: ExpressionFault,
  report: Report,
): void {
  report({ ...placeOf(sheet, row, column), fault: faultOf[why], ...(what === '' ? {} : { what }), at });
}

/**
 * The default that is written as it is to stand there: a text, a number, a day or names of choices. Undefined when it says that it is to
 * be calculated: by a reference, a function or quotes.
 */
function literalDefault(written: string, kind: ItemKind | 'begin-group'): Expression | undefined {
  if (kind === 'integer' || kind === 'decimal') return numberLiteral(written);
  if (kind === 'date') {
    const day = dayTyped(written);
    return day === undefined ? undefined : { kind: 'text', text: day };
  }
  const plain = plainSigns(written);
  const isCalculated = plain.includes('${') || /^(?:'[^']*'|"[^"]*"|[a-z-]+\(.*\))$/s.test(plain);
  return isCalculated ? undefined : textLiteral(written);
}

function numberLiteral(written: string): Expression | undefined {
  const [, minus, digits] = /^(-?)(\d{1,15}(?:[.,]\d{1,15})?)$/.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const number: Expression = { kind: 'number', number: Number(digits.replace(',', '.')) };
  return minus === '' ? number : { kind: 'negation', of: number };
}

/** XPath 1.0 cannot write a text with both kinds of quotes in it: such a one is put together. */
function textLiteral(text: string): Expression {
  if (!text.includes("'") || !text.includes('"')) return { kind: 'text', text };
  const parts = text.split(/(')/).filter((part) => part !== '');
  return { kind: 'call', function: 'concat', arguments: parts.map((part) => ({ kind: 'text', text: part })) };
}
