/** The routing of a paper form in jumps: 'go to question 7' behind an answer that decides what is not asked next. */
import type { Day } from '../calendar.ts';
import type { Answer } from '../study/answer.ts';
import { isTrue } from '../study/evaluate.ts';
import { type Expression, itemsIn, printExpression } from '../study/expression.ts';
import { type Choice, type Item, type ItemName, isAsked, type Questionnaire } from '../study/questionnaire.ts';
import { walkRoute } from '../study/route.ts';
import type { PaperWords } from './paper-words.ts';

/**
 * Where to go on after this answer: over the items that directly follow and that this one answer decides not to ask. Undefined when the
 * next question comes up, or may.
 */
export function jumps(
  questionnaire: Questionnaire,
  numbers: ReadonlyMap<ItemName, number>,
  words: PaperWords,
  today: Day,
): (from: Item, choice: Choice) => string | undefined {
  const { items } = questionnaire;
  const bare = { ...questionnaire, items: items.map(alwaysAsked) };
  const depends = dependencies(questionnaire);
  return (from, choice) => {
    const given: Answer =
      choice.missing === undefined
        ? { kind: 'choice', choice: choice.name }
        : { kind: 'missing', missing: choice.missing, choice: choice.name };
    // With this one answer, everything that depends on it alone has the value that it would have.
    const { values } = walkRoute(bare, new Map([[from.name, given]]), today);
    // Known is this answer, and of whatever it skips that there is none.
    const known = new Set([from.name]);
    // The day on which it is filled in is nobody's to know.
    const isKnown = (part: Expression) =>
      !printExpression(part).includes('today(') &&
      [...itemsIn(part)].every((name) => [...(depends.get(name) ?? [name])].every((each) => known.has(each)));
    const skipped: Item[] = [];
    let next: Item | undefined;
    for (const item of items.slice(items.indexOf(from) + 1)) {
      if (item.kind === 'calculate') continue;
      const { relevant } = item;
      if (relevant === undefined || truthOf(relevant, isKnown, (part) => isTrue(part, { values, today })) !== false) {
        next = item;
        break;
      }
      skipped.push(item);
      known.add(item.name);
    }
    if (!skipped.some(isAsked)) return undefined;
    const to = next === undefined ? undefined : items.slice(items.indexOf(next)).find(isAsked);
    return to === undefined ? words.goToEnd : words.goTo.replace('{value}', String(numbers.get(to.name)));
  };
}

/** What a condition comes to, as far as its parts are known; undefined when that depends on the others. */
function truthOf(
  condition: Expression,
  isKnown: (part: Expression) => boolean,
  holds: (part: Expression) => boolean,
): boolean | undefined {
  if (isKnown(condition)) return holds(condition);
  const part = (of: Expression) => truthOf(of, isKnown, holds);
  if (condition.kind === 'call' && condition.function === 'not') {
    const inside = part(condition.arguments[0]!);
    return inside === undefined ? undefined : !inside;
  }
  if (condition.kind !== 'operation') return undefined;
  const { operator, left, right } = condition;
  if (operator !== 'and' && operator !== 'or') return undefined;
  // One part that is false decides an 'and', one that is true an 'or'.
  const deciding = operator === 'or';
  return part(left) === deciding || part(right) === deciding ? deciding : undefined;
}

/** So that the one answer counts, whatever has to be so before it or decides that it is offered; a calculation keeps its condition. */
function alwaysAsked(item: Item): Item {
  if (item.kind === 'calculate') return item;
  const { relevant: _, choiceFilter: __, ...asked } = item;
  return asked;
}

/** Per calculation the questions that it comes from, also those that decide whether it comes out at all. */
function dependencies({ items }: Questionnaire): ReadonlyMap<ItemName, ReadonlySet<ItemName>> {
  const found = new Map<ItemName, ReadonlySet<ItemName>>();
  for (const { name, kind, calculation, relevant } of items) {
    if (kind !== 'calculate') continue;
    const named = [calculation, relevant].flatMap((part) => (part === undefined ? [] : [...itemsIn(part)]));
    found.set(name, new Set(named.flatMap((each) => [...(found.get(each) ?? [each])])));
  }
  return found;
}
