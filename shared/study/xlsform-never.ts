/** Items of a survey that can never be asked, filters that never offer anything, and constraints that nothing can meet, with their place. */
import type { Expression } from './expression.ts';
import { neverCheck } from './never.ts';
import { placeOf } from './xlsform-columns.ts';
import type { Report, Sheet } from './xlsform-sheet.ts';
import type { SurveyEntry } from './xlsform-survey.ts';

/** A group that nobody comes to is told once, and what is in it is not; likewise a constraint of an item that is never asked. */
export function checkNever(sheet: Sheet, entries: readonly SurveyEntry[], report: Report): void {
  const items = entries.flatMap(({ item }) => (item === undefined ? [] : [item]));
  const check = neverCheck(items);
  const conditions = new Map<string, Expression>();
  const never = new Set<string>();
  for (const { name, kind, row, inside, item, expressions } of entries) {
    const own = expressions.find(({ column }) => column === 'relevant')?.expression;
    const around = inside === undefined ? undefined : conditions.get(inside);
    const whole = own === undefined || around === undefined ? (own ?? around) : both(around, own);
    if (kind === 'group' && whole !== undefined) conditions.set(name, whole);
    if (inside !== undefined && never.has(inside)) {
      never.add(name);
      continue;
    }
    if (own !== undefined && check.isNever(whole!)) {
      never.add(name);
      report({ ...placeOf(sheet, row, 'relevant'), fault: 'condition-never' });
      continue;
    }
    if (item === undefined) continue;
    if (check.offersNothing(item)) {
      never.add(name);
      report({ ...placeOf(sheet, row, 'choice_filter'), fault: 'condition-never' });
    } else if (check.isUnmeetable(item)) report({ ...placeOf(sheet, row, 'constraint'), fault: 'constraint-never' });
  }
}

function both(left: Expression, right: Expression): Expression {
  return { kind: 'operation', operator: 'and', left, right };
}
