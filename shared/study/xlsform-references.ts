/**
 * Whether everything that an XLSForm survey refers to is there and comes earlier. A route is walked once, in order, so a condition, a
 * calculation or a text can only look back; a constraint may look at its own item too.
 */
import { itemsIn } from './expression.ts';
import type { ItemName } from './questionnaire.ts';
import { hasBrokenReference, itemsNamedIn } from './shown-text.ts';
import type { Report, Sheet } from './xlsform-sheet.ts';
import type { SurveyEntry } from './xlsform-survey.ts';

/** Reports names that stand twice, unknown references, references forward, and those of them that come back to where they began. */
export function checkReferences(sheet: Sheet, entries: readonly SurveyEntry[], report: Report): void {
  const byName = new Map<string, SurveyEntry>();
  for (const entry of entries) {
    if (byName.has(entry.name) && entry.name !== '') reportAt(sheet, entry, 'name', 'name-twice', entry.name, report);
    else byName.set(entry.name, entry);
  }
  for (const entry of entries) {
    for (const { column, expression } of entry.expressions)
      for (const name of itemsIn(expression)) check(sheet, entry, column, name, byName, report);
    for (const { column, text } of entry.texts) {
      for (const name of itemsNamedIn(text)) check(sheet, entry, column, name, byName, report);
      if (hasBrokenReference(text)) reportAt(sheet, entry, column, 'expression-invalid', '${', report);
    }
  }
}

type Column = SurveyEntry['expressions'][number]['column'];

function reportAt(
  sheet: Sheet,
  { row }: SurveyEntry,
  column: Column,
  fault: 'name-twice' | 'reference-unknown' | 'reference-cycle' | 'reference-forward' | 'expression-invalid',
  what: string,
  report: Report,
): void {
  report({ fault, sheet: sheet.name, row: row.number, column: sheet.header(column), what });
}

function check(
  sheet: Sheet,
  from: SurveyEntry,
  column: Column,
  name: ItemName,
  byName: ReadonlyMap<string, SurveyEntry>,
  report: Report,
): void {
  const to = byName.get(name);
  if (to === undefined || to.kind === 'group' || to.kind === 'note')
    reportAt(sheet, from, column, 'reference-unknown', name, report);
  else if (to.kind === 'refused' || (to === from && column === 'constraint')) return;
  else if (to.row.number >= from.row.number) {
    const fault = leadsBack(to, from, byName) ? 'reference-cycle' : 'reference-forward';
    reportAt(sheet, from, column, fault, name, report);
  }
}

/** Whether `from` depends on `to`, through conditions, calculations and the groups around. */
function leadsBack(from: SurveyEntry, to: SurveyEntry, byName: ReadonlyMap<string, SurveyEntry>): boolean {
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
