/** A condition of a questionnaire in words: 'het antwoord op “Heeft u hulp?” is “ja” of …'. For reading, never for reckoning. */
import type { Expression, Operator } from '../../shared/study/expression.ts';
import type { Item, ItemName, Questionnaire } from '../../shared/study/questionnaire.ts';
import { grammarOf, type WordingLanguage } from './grammar.ts';

type Call = Extract<Expression, { kind: 'call' }>;

const nl = {
  operators: {
    or: 'of',
    and: 'en',
    '=': 'is',
    '!=': 'is niet',
    '<': 'is minder dan',
    '<=': 'is hoogstens',
    '>': 'is meer dan',
    '>=': 'is minstens',
    '+': 'plus',
    '-': 'min',
    '*': 'keer',
    div: 'gedeeld door',
    mod: 'rest na deling door',
  } satisfies Record<Operator, string>,
  self: 'het antwoord',
  answered: (what: string) => `${what} is beantwoord`,
  open: (what: string) => `${what} is niet beantwoord`,
  chosen: (what: string, choice: string) => `bij ${what} is ${choice} gekozen`,
  notChosen: (what: string, choice: string) => `bij ${what} is ${choice} niet gekozen`,
  not: (what: string) => `niet: ${what}`,
  chosenCount: (what: string) => `het aantal antwoorden bij ${what}`,
  length: (what: string) => `het aantal tekens van ${what}`,
  pattern: (what: string, pattern: string) => `${what} past bij het patroon ${pattern}`,
  rounded: (what: string) => `${what}, afgerond`,
  if: (when: string, then: string, otherwise: string) => `als ${when} dan ${then}, anders ${otherwise}`,
  first: (parts: readonly string[]) => `de eerste die er is van ${parts.join(', ')}`,
  joined: (parts: readonly string[]) => `${parts.join(' en ')} achter elkaar`,
  today: 'vandaag',
  always: 'altijd',
  never: 'nooit',
  column: (name: string) => `kolom “${name}” van het antwoord`,
};

const en: typeof nl = {
  operators: {
    or: 'or',
    and: 'and',
    '=': 'is',
    '!=': 'is not',
    '<': 'is less than',
    '<=': 'is at most',
    '>': 'is more than',
    '>=': 'is at least',
    '+': 'plus',
    '-': 'minus',
    '*': 'times',
    div: 'divided by',
    mod: 'modulo',
  },
  self: 'the answer',
  answered: (what) => `${what} is answered`,
  open: (what) => `${what} is not answered`,
  chosen: (what, choice) => `${choice} is chosen in ${what}`,
  notChosen: (what, choice) => `${choice} is not chosen in ${what}`,
  not: (what) => `not: ${what}`,
  chosenCount: (what) => `the number of choices in ${what}`,
  length: (what) => `the number of characters of ${what}`,
  pattern: (what, pattern) => `${what} matches the pattern ${pattern}`,
  rounded: (what) => `${what}, rounded`,
  if: (when, then, otherwise) => `if ${when} then ${then}, else ${otherwise}`,
  first: (parts) => `the first there is of ${parts.join(', ')}`,
  joined: (parts) => `${parts.join(' and ')} in a row`,
  today: 'today',
  always: 'always',
  never: 'never',
  column: (name) => `column “${name}” of the choice`,
};

const both: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
const logical: ReadonlySet<Operator> = new Set(['or', 'and']);

/** `read`: the language of the questionnaire in which items and choices are named; `of`: the item whose condition or constraint it is. */
export function expressionInWords(
  expression: Expression,
  questionnaire: Questionnaire,
  read: string,
  language: WordingLanguage,
  of?: Item,
): string {
  const say = both[language];
  const { quoted } = grammarOf(language);
  const items = new Map(questionnaire.items.map((item) => [item.name, item]));
  const labelled = (text: Readonly<Record<string, string>>, name: string) => {
    const written = text[read] || text[questionnaire.defaultLanguage] || '';
    return quoted(written.replaceAll(/\$\{[^}]*\}/g, '…') || name);
  };
  const item = (name: ItemName) => {
    const found = items.get(name);
    return found === undefined || found.kind === 'calculate' ? quoted(name) : labelled(found.label, name);
  };
  const subject = (part: Expression): Item | undefined =>
    part.kind === 'item' ? items.get(part.name) : part.kind === 'self' ? of : undefined;
  /** A literal beside an item: the choice that it names. */
  const beside = (part: Expression, other: Expression): string => {
    const name = part.kind === 'text' ? part.text : part.kind === 'number' ? String(part.number) : undefined;
    const choice = subject(other)?.choices?.find((one) => one.name === name);
    return choice === undefined ? told(part) : labelled(choice.label, choice.name);
  };
  const isLogical = (part: Expression) => part.kind === 'operation' && logical.has(part.operator);

  function operation(part: Extract<Expression, { kind: 'operation' }>): string {
    const { operator, left, right } = part;
    if (logical.has(operator)) {
      const side = (one: Expression) =>
        isLogical(one) && (one as typeof part).operator !== operator ? `(${told(one)})` : told(one);
      return `${side(left)} ${say.operators[operator]} ${side(right)}`;
    }
    const emptiness = emptied(operator, left, right) ?? emptied(operator, right, left);
    if (emptiness !== undefined) return emptiness;
    return `${beside(left, right)} ${say.operators[operator]} ${beside(right, left)}`;
  }

  function emptied(operator: Operator, asked: Expression, nothing: Expression): string | undefined {
    if (nothing.kind !== 'text' || nothing.text !== '') return undefined;
    if (operator === '=') return say.open(told(asked));
    return operator === '!=' ? say.answered(told(asked)) : undefined;
  }

  function call(part: Call): string {
    const [first, second, third] = part.arguments;
    const parts = () => part.arguments.map(told);
    switch (part.function) {
      case 'selected':
        return say.chosen(told(first!), beside(second!, first!));
      case 'not':
        if (first!.kind === 'call' && first!.function === 'selected')
          return say.notChosen(told(first!.arguments[0]!), beside(first!.arguments[1]!, first!.arguments[0]!));
        return say.not(told(first!));
      case 'count-selected':
        return say.chosenCount(told(first!));
      case 'string-length':
        return say.length(told(first!));
      case 'regex':
        return say.pattern(told(first!), told(second!));
      case 'round':
        return say.rounded(told(first!));
      case 'if':
        return say.if(told(first!), told(second!), told(third!));
      case 'coalesce':
        return say.first(parts());
      case 'concat':
        return say.joined(parts());
      case 'today':
        return say.today;
      case 'true':
        return say.always;
      case 'false':
        return say.never;
      case 'int':
      case 'number':
      case 'string':
      case 'boolean':
      case 'date':
        return told(first!);
      default:
        return `${part.function as string}(${parts().join(', ')})`;
    }
  }

  function told(part: Expression): string {
    switch (part.kind) {
      case 'text':
        return quoted(part.text);
      case 'number':
        // Not grouped: it may be a year.
        return language === 'nl' ? String(part.number).replace('.', ',') : String(part.number);
      case 'item':
        return item(part.name);
      case 'column':
        return say.column(part.name);
      case 'self':
        return say.self;
      case 'negation':
        return `−${told(part.of)}`;
      case 'operation':
        return operation(part);
      case 'call':
        return call(part);
    }
  }
  return told(expression);
}
