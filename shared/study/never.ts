/**
 * Conditions that can never hold, and constraints that nothing can meet. Told is only what is proven: every combination of answers that
 * the condition can tell apart is tried out, with the evaluator itself, and none holds.
 *
 * A calculation counts for what it is made of. What this cannot see, and then says nothing of: sums over several numbers and comparisons of two answers with each other, open texts
 * and their patterns, ranks, the day of today, how a filter and a condition work together, and conditions over so many questions that not
 * all combinations can be tried. Each of these is taken to be possibly true.
 */
import type { Day } from '../calendar.ts';
import { isTrue } from './evaluate.ts';
import { type Expression, forEachPart, itemsIn, mapped } from './expression.ts';
import { constantOf, isPlainComparison, type PossibleAnswers, possibleAnswers } from './possible-answers.ts';
import { type Choice, type Item, type ItemName, isAsked } from './questionnaire.ts';
import type { Value } from './value.ts';
import { readThrough, sizeOf, withCalculations } from './with-calculations.ts';

/** Parts worked out for one condition, and for a whole questionnaire (about a tenth of a second); beyond them nothing is proven. */
const mostForOne = 30_000;
const mostForAll = 300_000;
const anyDay = '2000-01-01' as Day;

/** What does not change of a part, however often it is worked out. */
interface PartFacts {
  readonly size: number;
  readonly names: readonly ItemName[];
  readonly isTriable: boolean;
}

type Known = ReadonlyMap<ItemName, Value | 'open'>;

export interface NeverCheck {
  /** Whether nobody can come to an item with this condition. */
  readonly isNever: (condition: Expression) => boolean;
  /** Whether no answer of substance to `item` meets its constraint, whenever it is asked. */
  readonly isUnmeetable: (item: Item) => boolean;
  /** Whether the filter of `item` lets no choice through, whenever it is asked. */
  readonly offersNothing: (item: Item) => boolean;
}

/** For a questionnaire of `written` items, of which every condition looks back. */
export function neverCheck(written: readonly Item[]): NeverCheck {
  const plain = withCalculations(written);
  const items = written.map((item) => readThrough(item, plain));
  const byName = new Map(items.map((item) => [item.name, item]));
  const constants = constantsOf(items);
  const possible = new Map<ItemName, PossibleAnswers | undefined>();
  const answersOf = (item: Item): PossibleAnswers | undefined => {
    if (!possible.has(item.name)) possible.set(item.name, possibleAnswers(item, constants.get(item.name) ?? new Set()));
    return possible.get(item.name);
  };

  let workedOut = 0;

  /** Whether some answers make `condition` true: 'maybe' too when that is not known. */
  function canHold(condition: Expression, given: Known): boolean {
    const until = Math.min(workedOut + mostForOne, mostForAll);
    const search = (known: Known): boolean => {
      if (workedOut > until) return true;
      const truth = allOf([condition, ...conditionsOf(known)].map((each) => truthOf(each, known)));
      if (truth !== undefined) return truth;
      const next = nextOpen([condition, ...conditionsOf(known)], known);
      if (next === undefined) return true;
      const values = answersOf(next)!.values;
      return [...values, 'open' as const].some((value) => search(new Map(known).set(next.name, value)));
    };
    return search(given);
  }

  /** An answer counts only when its item is asked: of every item with a value the condition holds as well. */
  function conditionsOf(known: Known): readonly Expression[] {
    return [...known].flatMap(([name, value]) => {
      const relevant = value === 'open' ? undefined : byName.get(name)?.relevant;
      return relevant === undefined ? [] : [relevant];
    });
  }

  /** True, false, or undefined when it hangs on what is not known. */
  function truthOf(part: Expression, known: Known): boolean | undefined {
    if (part.kind === 'operation' && part.operator === 'and')
      return allOf([truthOf(part.left, known), truthOf(part.right, known)]);
    if (part.kind === 'operation' && part.operator === 'or')
      return anyOf([truthOf(part.left, known), truthOf(part.right, known)]);
    if (part.kind === 'call' && (part.function === 'not' || part.function === 'boolean')) {
      const truth = truthOf(part.arguments[0]!, known);
      return truth === undefined || part.function === 'boolean' ? truth : !truth;
    }
    const { size, names, isTriable } = factsOf(part);
    workedOut += 1;
    if (!isTriable || !names.every((name) => known.has(name))) return undefined;
    workedOut += size;
    const values = new Map<ItemName, Value>();
    for (const name of names) {
      const value = known.get(name)!;
      if (value !== 'open') values.set(name, value);
    }
    return isTrue(part, { values, today: anyDay });
  }

  const facts = new Map<Expression, PartFacts>();
  function factsOf(part: Expression): PartFacts {
    const found = facts.get(part);
    if (found !== undefined) return found;
    const names = [...itemsIn(part)];
    const isTriable = !asksForMore(part) && names.every((name) => canBeTried(part, byName.get(name)!));
    const made = { size: sizeOf(part), names, isTriable };
    facts.set(part, made);
    return made;
  }

  /** Whether the few values that stand for the answers to `item` stand for all of them in `part`. */
  function canBeTried(part: Expression, item: Item): boolean {
    const answers = answersOf(item);
    if (answers === undefined || answers.isWhole) return answers !== undefined;
    return isPlainComparison(part, item.name) && isTriedBeside(part, constants.get(item.name)!);
  }

  /** The first item that `conditions` hang on and that can be tried out. */
  function nextOpen(conditions: readonly Expression[], known: Known): Item | undefined {
    for (const condition of conditions)
      for (const name of factsOf(condition).names) {
        const item = byName.get(name);
        if (item !== undefined && isAsked(item) && !known.has(name) && answersOf(item) !== undefined) return item;
      }
    return undefined;
  }

  return {
    isNever: (condition) => !canHold(plain(condition), new Map()),
    isUnmeetable: (asked) => {
      const item = readThrough(asked, plain);
      const { constraint } = item;
      if (constraint === undefined) return false;
      const test = withoutSelf(constraint.test, item.name);
      // What its own answers can be is asked without the constraint: it is the constraint that is in question.
      const { constraint: _, ...free } = item;
      const answers = possibleAnswers(free, constants.get(item.name) ?? new Set());
      const real = answers?.values.filter((value) => typeof value !== 'object' || value.kind !== 'missing');
      return real !== undefined && !real.some((value) => canHold(test, new Map([[item.name, value]])));
    },
    offersNothing: (asked) => {
      const { choices = [], choiceFilter, relevant } = readThrough(asked, plain);
      if (choiceFilter === undefined) return false;
      const offered = choices.map((choice) => withColumns(choiceFilter, choice));
      return offered.every((each) => !canHold(relevant === undefined ? each : bothOf(relevant, each), new Map()));
    },
  };
}

function allOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function anyOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

/** Whether `part` hangs on more than the answers to items. */
function asksForMore(part: Expression): boolean {
  let more = false;
  forEachPart(part, (each) => {
    more ||= each.kind === 'self' || each.kind === 'column' || (each.kind === 'call' && each.function === 'today');
  });
  return more;
}

function bothOf(left: Expression, right: Expression): Expression {
  return { kind: 'operation', operator: 'and', left, right };
}

/** Whether answers at and beside the constant of a plain comparison are among those that are tried. */
function isTriedBeside(part: Expression, constants: ReadonlySet<number>): boolean {
  if (part.kind !== 'operation') return false;
  const constant = constantOf(part.right) ?? constantOf(part.left);
  return constant === undefined || constants.has(constant);
}

/** A filter as the condition of one choice: what stands in its columns in the place of their names. */
function withColumns(part: Expression, { name, columns }: Choice): Expression {
  const cells: Readonly<Record<string, string>> = { ...columns, name };
  return mapped(part, (each) =>
    each.kind === 'column' ? { kind: 'text', text: Object.hasOwn(cells, each.name) ? cells[each.name]! : '' } : each,
  );
}

/** `.` as the name of the item itself: what is asked of the one is asked of the other. */
function withoutSelf(part: Expression, name: ItemName): Expression {
  return mapped(part, (each) => (each.kind === 'self' ? { kind: 'item', name } : each));
}

/** Per item all constants that it stands beside in a comparison anywhere. */
function constantsOf(items: readonly Item[]): ReadonlyMap<ItemName, ReadonlySet<number>> {
  const found = new Map<ItemName, Set<number>>(items.map(({ name }) => [name, new Set()]));
  const see = (written: Expression | undefined, self: ItemName): void => {
    if (written === undefined) return;
    forEachPart(withoutSelf(written, self), (part) => {
      if (part.kind !== 'operation') return;
      for (const [item, beside] of [
        [part.left, part.right],
        [part.right, part.left],
      ] as const) {
        const constant = constantOf(beside);
        if (item.kind === 'item' && constant !== undefined) found.get(item.name)?.add(constant);
      }
    });
  };
  for (const { name, relevant, constraint, choiceFilter, choices = [] } of items) {
    see(relevant, name);
    see(constraint?.test, name);
    if (choiceFilter !== undefined) for (const choice of choices) see(withColumns(choiceFilter, choice), name);
  }
  return found;
}
