/**
 * The `choices` sheet of an XLSForm workbook: lists of choices by name, with two columns of our own that other tools ignore, and with
 * further columns as far as a choice filter of the survey names them.
 */
import { type Choice, type Missing, missingKinds } from './questionnaire.ts';
import { type Languages, type Report, readText, type Sheet, type SheetRow } from './xlsform-sheet.ts';

export const choicesColumns = {
  list_name: 'plain',
  name: 'plain',
  label: 'translated',
  /** Ours: this choice stands for a missing answer. */
  missing: 'plain',
  /** Ours: this choice counts in 'percentage positive'. */
  positive: 'plain',
} as const;

/** Other ways to write the kinds of missing answer, as Dutch questionnaires name such choices. */
const missingAliases: Readonly<Record<string, Missing>> = {
  weet_niet: 'dont-know',
  'weet-niet': 'dont-know',
  wil_niet: 'refused',
  'wil-niet': 'refused',
  nvt: 'does-not-apply',
  'n.v.t.': 'does-not-apply',
};

/** A choice with the row where it stands. */
export interface ListedChoice {
  readonly choice: Choice;
  readonly row: SheetRow;
}

/** The choices of each list, in the order of the sheet, with what they have in `further` columns. Every cell that is wrong is reported. */
export function readChoices(
  sheet: Sheet | undefined,
  further: ReadonlySet<string>,
  languages: Languages,
  report: Report,
): ReadonlyMap<string, readonly ListedChoice[]> {
  const lists = new Map<string, Map<string, ListedChoice>>();
  for (const row of sheet === undefined ? [] : choiceRows(sheet, report)) {
    const list = sheet!.cell(row, 'list_name');
    const choice = readChoice(sheet!, row, further, languages, report);
    const inList = lists.get(list) ?? new Map<string, ListedChoice>();
    const place = { sheet: sheet!.name, row: row.number };
    if (list === '') report({ fault: 'choice-invalid', ...place, column: sheet!.header('list_name') });
    if (inList.has(choice.name))
      report({ fault: 'choice-twice', ...place, column: sheet!.header('name'), what: choice.name });
    lists.set(list, inList.set(choice.name, { choice, row }));
  }
  return new Map([...lists].map(([list, choices]) => [list, [...choices.values()]]));
}

/** The rows with a choice: a row without list, name and label is a comment. None when the columns are not there. */
function choiceRows(sheet: Sheet, report: Report): readonly SheetRow[] {
  const rows = sheet.rows.filter(
    (row) =>
      sheet.cell(row, 'list_name') !== '' || sheet.cell(row, 'name') !== '' || sheet.texts(row, 'label').size > 0,
  );
  const numbers = new Set(rows.map((row) => row.number));
  sheet.reportColumns(report, (row) => numbers.has(row.number));
  if (rows.length === 0) return [];
  const absent = ['list_name', 'name'].filter((column) => !sheet.has(column));
  for (const column of absent) report({ fault: 'column-missing', sheet: sheet.name, row: 1, column, what: column });
  return absent.length === 0 ? rows : [];
}

function readChoice(
  sheet: Sheet,
  row: SheetRow,
  further: ReadonlySet<string>,
  languages: Languages,
  report: Report,
): Choice {
  const place = { sheet: sheet.name, row: row.number };
  const name = sheet.cell(row, 'name');
  // A select-multiple is written as its choices with spaces between, so a name has none.
  if (name === '' || /\s/.test(name))
    report({ fault: 'choice-invalid', ...place, column: sheet.header('name'), ...(name === '' ? {} : { what: name }) });
  const label = readText(sheet, row, 'label', languages, report);
  const missing = readMissing(sheet, row, report);
  const positive = readPositive(sheet, row, report);
  if (missing !== undefined && positive === true)
    report({
      fault: 'value-unsupported',
      ...place,
      column: sheet.header('positive'),
      what: sheet.cell(row, 'positive'),
    });
  const columns = [...further].map((column) => [column, sheet.cell(row, column)] as const);
  const filled = columns.filter(([, cell]) => cell !== '');
  return {
    name,
    label: label ?? {},
    ...(missing === undefined ? {} : { missing }),
    ...(positive === undefined ? {} : { positive }),
    ...(filled.length === 0 ? {} : { columns: Object.fromEntries(filled) }),
  };
}

function readMissing(sheet: Sheet, row: SheetRow, report: Report): Missing | undefined {
  const written = sheet.cell(row, 'missing').toLowerCase();
  if (written === '' || isNo(written)) return undefined;
  const missing = missingKinds.find((kind) => kind === written);
  if (missing !== undefined) return missing;
  if (Object.hasOwn(missingAliases, written)) return missingAliases[written];
  report({
    fault: 'value-unsupported',
    sheet: sheet.name,
    row: row.number,
    column: sheet.header('missing'),
    what: written,
  });
  return undefined;
}

function readPositive(sheet: Sheet, row: SheetRow, report: Report): boolean | undefined {
  const written = sheet.cell(row, 'positive');
  if (written === '') return undefined;
  if (isYes(written) || isNo(written)) return isYes(written);
  report({
    fault: 'value-unsupported',
    sheet: sheet.name,
    row: row.number,
    column: sheet.header('positive'),
    what: written,
  });
  return undefined;
}

/** 'yes' as XLSForm and Dutch write it. */
export function isYes(written: string): boolean {
  return /^(?:yes|ja|true|true\(\))$/i.test(written);
}

export function isNo(written: string): boolean {
  return /^(?:no|nee|false|false\(\))$/i.test(written);
}
