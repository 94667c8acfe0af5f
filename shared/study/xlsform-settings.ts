/** The `settings` sheet of an XLSForm workbook, and the languages that all its sheets name together. */
import type { Language, Questionnaire } from './questionnaire.ts';
import type { Workbook } from './workbook.ts';
import { findSheet, hasTranslation, type Languages, languageIn, type Report, type Sheet } from './xlsform-sheet.ts';

export type Settings = Pick<Questionnaire, 'formId' | 'title' | 'version'>;

const columns = { form_title: 'plain', form_id: 'plain', version: 'plain', default_language: 'plain' } as const;

/** Sheets of XLSForm that would change the questionnaire and are not supported; any other sheet is no part of the form. */
const otherSheets = ['entities', 'external_choices', 'osm'];

/** Columns that a sheet may have per language; one of them twice for one language would leave it open which counts. */
const translatedColumns = [
  ...['label', 'hint', 'instruction', 'probe', 'required_message', 'constraint_message'],
  ...['other_label', 'other_question'],
] as const;

export interface SettingsRead {
  readonly settings: Settings;
  /** As the sheet has it. */
  readonly defaultLanguage?: Language;
}

/** The form's id, title (its id where there is none), version and default language. */
export function readSettings(workbook: Workbook, report: Report): SettingsRead {
  for (const name of workbook.keys())
    if (otherSheets.includes(name.trim().toLowerCase()))
      report({ fault: 'value-unsupported', sheet: name, what: name });
  const sheet = findSheet(workbook, 'settings', columns, { title: 'form_title', id: 'form_id' });
  const row = sheet?.rows[0];
  if (sheet === undefined) report({ fault: 'sheet-missing', sheet: 'settings', what: 'settings' });
  sheet?.reportColumns(report, () => true);
  for (const { number } of sheet?.rows.slice(1) ?? [])
    report({ fault: 'value-unsupported', sheet: sheet!.name, row: number });
  const cell = (column: string): string => (row === undefined ? '' : sheet!.cell(row, column));
  const formId = cell('form_id');
  if (sheet !== undefined && formId === '')
    report({ fault: 'column-missing', sheet: sheet.name, row: row?.number ?? 2, column: 'form_id', what: 'form_id' });
  const settings = { formId, title: cell('form_title') || formId, version: cell('version') };
  const written = cell('default_language');
  const language = languageIn(written);
  if (written !== '' && language === undefined)
    report({
      fault: 'value-unsupported',
      sheet: sheet!.name,
      row: row!.number,
      column: sheet!.header('default_language'),
      what: written,
    });
  return language === undefined ? { settings } : { settings, defaultLanguage: language };
}

/**
 * The languages of the texts. A column without a language is in the default one: that of the settings, else the first that a header
 * names, else Dutch. A default language that no label is in is a fault.
 */
export function languagesOf(
  sheets: readonly (Sheet | undefined)[],
  defaultLanguage: Language | undefined,
  report: Report,
): Languages {
  const present = sheets.filter((sheet) => sheet !== undefined);
  const named = [...new Set(present.flatMap((sheet) => sheet.languages))];
  const chosen = defaultLanguage ?? named[0] ?? 'nl';
  const languages = { all: named.includes(chosen) ? named : [chosen, ...named], default: chosen };
  for (const sheet of present) {
    if (sheet.rows.length === 0) continue;
    for (const language of languages.all)
      if (!hasTranslation(sheet, 'label', language, languages))
        report({
          fault: 'column-missing',
          sheet: sheet.name,
          row: 1,
          column: `label::${language}`,
          what: `label::${language}`,
        });
    for (const column of translatedColumns)
      if (sheet.has(column) && sheet.has(column, chosen))
        report({ fault: 'column-unsupported', sheet: sheet.name, row: 1, column: sheet.header(column), what: column });
  }
  return languages;
}
