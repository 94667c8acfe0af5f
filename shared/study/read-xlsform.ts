/**
 * A questionnaire from an XLSForm workbook: the core of XLSForm, taken exactly, and everything else refused with its place. Nothing in
 * the sheets `survey`, `choices` and `settings` is passed over in silence.
 */
import type { QuestionnaireFault } from '../problem.ts';
import type { ContactField } from './contact-data.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Workbook } from './workbook.ts';
import { choicesColumns, readChoices } from './xlsform-choices.ts';
import { surveyAliases, surveyColumns } from './xlsform-columns.ts';
import { checkKinds } from './xlsform-kinds.ts';
import { checkNever } from './xlsform-never.ts';
import { checkReferences } from './xlsform-references.ts';
import { languagesOf, readSettings } from './xlsform-settings.ts';
import { findSheet } from './xlsform-sheet.ts';
import { columnsOfFilters, readSurvey } from './xlsform-survey.ts';

export type XlsformRead =
  | { readonly kind: 'read'; readonly questionnaire: Questionnaire }
  /** All faults at once. */
  | { readonly kind: 'faulty'; readonly faults: readonly QuestionnaireFault[] };

/**
 * The questionnaire that `workbook` writes, or all that is wrong with it. `allowedFields`: of the agreement, when there is one; a text that
 * says more of a person than it allows is a fault then (AVG art. 5(1)(c)).
 */
export function readXlsform(workbook: Workbook, allowedFields?: readonly ContactField[]): XlsformRead {
  const faults = new Map<string, QuestionnaireFault>();
  // A list of choices that several questions use is checked with each of them, and told once.
  const report = (fault: QuestionnaireFault): void => {
    faults.set(JSON.stringify(fault), fault);
  };
  const faulty = (): XlsformRead => ({ kind: 'faulty', faults: [...faults.values()] });
  const { settings, defaultLanguage } = readSettings(workbook, report);
  const survey = findSheet(workbook, 'survey', surveyColumns, surveyAliases);
  const further = survey === undefined ? new Set<string>() : columnsOfFilters(survey);
  const plain = Object.fromEntries([...further].map((column) => [column, 'plain' as const]));
  const choices = findSheet(workbook, 'choices', { ...plain, ...choicesColumns }, { value: 'name' });
  const languages = languagesOf([survey, choices], defaultLanguage, report);
  const lists = readChoices(choices, further, languages, report);
  const missing = ['type', 'name'].filter((column) => survey !== undefined && !survey.has(column));
  for (const column of missing) report({ fault: 'column-missing', sheet: survey!.name, row: 1, column, what: column });
  if (survey === undefined) report({ fault: 'sheet-missing', sheet: 'survey', what: 'survey' });
  if (survey === undefined || missing.length > 0) return faulty();

  const { items, sections, entries } = readSurvey(survey, lists, languages, report);
  checkReferences(survey, choices, entries, allowedFields, report);
  checkKinds(survey, entries, report);
  if (items.length === 0 && faults.size === 0) report({ fault: 'sheet-missing', sheet: survey.name, what: 'survey' });
  // What can never be is asked only of what can be read as a whole.
  if (faults.size === 0) checkNever(survey, entries, report);
  if (faults.size > 0) return faulty();
  const questionnaire = { ...settings, languages: languages.all, defaultLanguage: languages.default, sections, items };
  return { kind: 'read', questionnaire };
}
