/**
 * Whether everything that an XLSForm survey refers to is there and comes earlier. A route is walked once, in order, so a condition, a
 * calculation or a text can only look back; a constraint may look at its own item too. Contact data may stand in texts, never in
 * conditions: what is asked of someone does not depend on who they are.
 */
import type { QuestionnaireFault } from '../problem.ts';
import type { ContactField } from './contact-data.ts';
import { contactFieldIn, mayBeSaid } from './contact-in-text.ts';
import { columnsIn, itemsIn } from './expression.ts';
import type { Text } from './questionnaire.ts';
import { contactNamedIn, hasBrokenReference, isTooLong, itemsNamedIn } from './shown-text.ts';
import { placeOf, type SurveyColumn } from './xlsform-columns.ts';
import type { Report, Sheet } from './xlsform-sheet.ts';
import { columnsOfFilters, type SurveyEntry } from './xlsform-survey.ts';

type Place = Pick<QuestionnaireFault, 'sheet' | 'row' | 'column'>;
/** By name, in their order. */
type Entries = ReadonlyMap<string, SurveyEntry>;

/**
 * Reports names that stand twice, unknown references, references forward, and those of them that come back to where they began. `allowed`:
 * the contact fields of the agreement, when there is one.
 */
export function checkReferences(
  sheet: Sheet,
  choices: Sheet | undefined,
  entries: readonly SurveyEntry[],
  allowed: readonly ContactField[] | undefined,
  report: Report,
): void {
  const byName = new Map<string, SurveyEntry>();
  const further = columnsOfFilters(sheet);
  const known = (column: string) => column === 'name' || (further.has(column) && choices?.has(column) === true);
  for (const entry of entries) {
    if (byName.has(entry.name) && entry.name !== '')
      report({ ...placeOf(sheet, entry.row, 'name'), fault: 'name-twice', what: entry.name });
    else byName.set(entry.name, entry);
  }
  for (const entry of entries) {
    for (const { column, expression } of entry.expressions) {
      const place = placeOf(sheet, entry.row, column);
      for (const name of itemsIn(expression)) checkName(entry, place, column, name, byName, report);
      for (const name of columnsIn(expression))
        if (!known(name)) report({ ...place, fault: 'filter-column-unknown', what: name });
    }
    for (const { column, text } of entry.texts)
      checkText(entry, { ...placeOf(sheet, entry.row, column), of: column }, text, { byName, allowed, report });
    for (const { choice, row } of entry.listed) {
      const place = { sheet: choices!.name, row: row.number, column: choices!.header('label') };
      checkText(entry, { ...place, of: 'label' }, choice.label, { byName, allowed, report });
    }
  }
}

interface TextCheck {
  readonly byName: Entries;
  readonly allowed: readonly ContactField[] | undefined;
  readonly report: Report;
}

function checkText(
  from: SurveyEntry,
  { of, ...place }: Place & { readonly of: SurveyColumn },
  text: Text,
  { byName, allowed, report }: TextCheck,
): void {
  for (const name of itemsNamedIn(text)) checkName(from, place, of, name, byName, report);
  for (const name of contactNamedIn(text)) {
    const field = contactFieldIn(name);
    if (field === undefined || field === 'unknown') report({ ...place, fault: 'contact-field-unknown', what: name });
    else if (allowed !== undefined && !mayBeSaid(field, allowed))
      report({ ...place, fault: 'contact-field-not-allowed', what: name });
  }
  if (hasBrokenReference(text)) report({ ...place, fault: 'expression-invalid', what: '${' });
  if (isTooLong(text)) report({ ...place, fault: 'text-too-long' });
}

function checkName(
  from: SurveyEntry,
  place: Place,
  column: SurveyColumn,
  name: string,
  byName: Entries,
  report: Report,
): void {
  const to = byName.get(name);
  if (to === undefined && contactFieldIn(name) !== undefined)
    report({ ...place, fault: 'contact-in-condition', what: name });
  else if (to === undefined || to.kind === 'group' || to.kind === 'note')
    report({ ...place, fault: 'reference-unknown', what: name });
  else if (to.kind === 'refused' || (to === from && column === 'constraint')) return;
  else if (!isBefore(to, from)) {
    const fault = leadsBack(to, from, byName) ? 'reference-cycle' : 'reference-forward';
    report({ ...place, fault, what: name });
  }
}

/** Whether `to` is asked earlier than `from`; the question that `or_other` adds comes behind the one in its row. */
function isBefore(to: SurveyEntry, from: SurveyEntry): boolean {
  return to.row.number < from.row.number || (to.row === from.row && from.name === `${to.name}_other`);
}

/** Whether `from` depends on `to`, through conditions, calculations and the groups around. */
function leadsBack(from: SurveyEntry, to: SurveyEntry, byName: Entries): boolean {
  const seen = new Set<SurveyEntry>();
  const open = [from];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (entry === to) return true;
    if (seen.has(entry)) continue;
    seen.add(entry);
    const deciding = entry.expressions.filter(({ column }) => column !== 'constraint');
    const names: readonly (string | undefined)[] = [
      entry.inside,
      ...deciding.flatMap(({ expression }) => [...itemsIn(expression)]),
    ];
    for (const name of names) {
      const next = name === undefined ? undefined : byName.get(name);
      if (next !== undefined) open.push(next);
    }
  }
  return false;
}
