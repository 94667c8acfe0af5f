/** A condition in plain words: "vraag 3 is ‘Ja’ en vraag 5 is 8 of meer". For the diagram of a questionnaire, and for its paper form. */

import { contactFieldIn } from '../study/contact-in-text.ts';
import { bindsLooser, type Expression, type Operator, printExpression } from '../study/expression.ts';
import { numberText } from '../study/plain-number.ts';
import { type Item, type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { plainValue } from '../study/shown-text.ts';
import { dayIn } from '../study/value.ts';
import { type ConditionPhrases, phrasesFor } from './condition-phrases.ts';
import { withoutCalculations } from './without-calculations.ts';

/** The number of each question as people see it: notes and calculations have none. */
export function questionNumbers({ items }: Questionnaire): ReadonlyMap<ItemName, number> {
  return new Map(items.filter(isAsked).map(({ name }, index) => [name, index + 1]));
}

interface Speaking {
  readonly items: ReadonlyMap<ItemName, Item>;
  readonly numbers: ReadonlyMap<ItemName, number>;
  readonly phrases: ConditionPhrases;
  /** Of the phrases, for the way to write a day. */
  readonly wordsIn: Language;
  /** Of the labels of choices. */
  readonly language: Language;
  readonly defaultLanguage: Language;
}

/**
 * Says conditions of `questionnaire` in words of `wordsIn`, with the labels of choices in `labelsIn`. What has no words (a calculation, a
 * pattern) is written as the workbook writes it, with the numbers of the questions.
 */
export function conditionsOf(
  questionnaire: Questionnaire,
  wordsIn: Language,
  labelsIn: Language,
): (condition: Expression) => string {
  const speaking = {
    items: new Map(questionnaire.items.map((item) => [item.name, item])),
    numbers: questionNumbers(questionnaire),
    phrases: phrasesFor(wordsIn),
    wordsIn,
    language: labelsIn,
    defaultLanguage: questionnaire.defaultLanguage,
  };
  const plain = withoutCalculations(questionnaire);
  return (condition) => say(plain(condition), speaking);
}

const filled = (form: string, item: string, value: string) =>
  form.replace(/\{(item|value)\}/g, (_, which) => (which === 'item' ? item : value));

function say(expression: Expression, speaking: Speaking): string {
  const { phrases } = speaking;
  if (expression.kind === 'operation') {
    const { operator, left, right } = expression;
    if (operator === 'and' || operator === 'or') return joined(operator, left, right, speaking);
    const compared = comparison(operator, left, right, speaking);
    if (compared !== undefined) return compared;
  }
  if (expression.kind === 'call') {
    const [first, second] = expression.arguments;
    if (expression.function === 'not' && first !== undefined) return denied(first, speaking);
    if (expression.function === 'true') return phrases.always;
    if (expression.function === 'false') return phrases.never;
    if (expression.function === 'selected' && second?.kind === 'text')
      return filled(phrases.chosen, term(first!, speaking), valueBeside(second, first!, speaking));
  }
  return expression.kind === 'item' ? answered(expression, true, speaking) : term(expression, speaking);
}

function joined(operator: 'and' | 'or', left: Expression, right: Expression, speaking: Speaking): string {
  const side = (part: Expression) => {
    const isOther = joins(part) !== undefined && joins(part) !== operator;
    return isOther ? `(${say(part, speaking)})` : say(part, speaking);
  };
  // 'vraag 1 is ‘Ja’ of ‘Nee’', and not twice the same question.
  const before = operator === 'or' ? lastOf(left) : undefined;
  if (before !== undefined && isChoiceOf(right, before))
    return `${side(left)} ${speaking.phrases.or} ${valueBeside(right.right, right.left, speaking)}`;
  return `${side(left)} ${speaking.phrases[operator]} ${side(right)}`;
}

/** That there is an answer, or none. Who crossed "don't know" has answered, but not for a condition: it is said where that can be. */
function answered(of: Expression, isAnswered: boolean, speaking: Speaking): string {
  const { phrases, items } = speaking;
  const asked = of.kind === 'item' ? items.get(of.name) : undefined;
  const labels = (asked?.choices ?? []).flatMap(({ missing, label, name }) =>
    missing === undefined ? [] : [`‘${label[speaking.language] || label[speaking.defaultLanguage] || name}’`],
  );
  const [plain, but] = isAnswered ? [phrases.answered, phrases.answeredBut] : [phrases.open, phrases.openOr];
  return filled(labels.length === 0 ? plain : but, term(of, speaking), labels.join(` ${phrases.or} `));
}

type Comparison = Extract<Expression, { kind: 'operation' }>;

/** Of a row of 'or' the last comparison with a constant. */
function lastOf(part: Expression): Comparison | undefined {
  if (part.kind !== 'operation') return undefined;
  if (part.operator === 'or') return lastOf(part.right);
  return part.operator === '=' && part.left.kind === 'item' && isConstant(part.right) ? part : undefined;
}

function isChoiceOf(part: Expression, before: Comparison): part is Comparison {
  const one = lastOf(part);
  if (one === undefined || one !== part || one.left.kind !== 'item' || before.left.kind !== 'item') return false;
  const isFilledIn = one.right.kind !== 'text' || one.right.text !== '';
  return one.left.name === before.left.name && isFilledIn;
}

/** How the parts of a condition are joined when it is said. */
function joins(part: Expression): 'and' | 'or' | undefined {
  if (part.kind === 'operation' && (part.operator === 'and' || part.operator === 'or')) return part.operator;
  if (part.kind !== 'call' || part.function !== 'not') return undefined;
  const inside = joins(part.arguments[0]!);
  return inside === undefined ? undefined : inside === 'and' ? 'or' : 'and';
}

const opposite: Readonly<Partial<Record<Operator, Operator>>> = { '=': '!=', '!=': '=' };

function denied(of: Expression, speaking: Speaking): string {
  const { phrases } = speaking;
  if (of.kind === 'call' && of.function === 'selected' && of.arguments[1]?.kind === 'text')
    return filled(
      phrases.notChosen,
      term(of.arguments[0]!, speaking),
      valueBeside(of.arguments[1], of.arguments[0]!, speaking),
    );
  if (of.kind === 'operation' && opposite[of.operator] !== undefined)
    return say({ ...of, operator: opposite[of.operator]! }, speaking);
  // Neither is: both are not.
  if (of.kind === 'operation' && (of.operator === 'and' || of.operator === 'or')) {
    const not = (part: Expression): Expression => ({ kind: 'call', function: 'not', arguments: [part] });
    const operator = of.operator === 'and' ? 'or' : 'and';
    return joined(operator, not(of.left), not(of.right), speaking);
  }
  if (of.kind === 'call' && of.function === 'not' && of.arguments[0] !== undefined)
    return say(of.arguments[0], speaking);
  if (of.kind === 'item') return answered(of, false, speaking);
  return filled(phrases.not, '', say(of, speaking));
}

const turned: Readonly<Partial<Record<Operator, Operator>>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};

function comparison(operator: Operator, left: Expression, right: Expression, speaking: Speaking): string | undefined {
  const { phrases } = speaking;
  // '5 < ${hours}' is said the other way round.
  if (isConstant(left) && !isConstant(right) && turned[operator] !== undefined)
    return comparison(turned[operator]!, right, left, speaking);
  if (right.kind === 'text' && right.text === '' && (operator === '=' || operator === '!='))
    return answered(left, operator === '!=', speaking);
  const form =
    (isDay(left, speaking) || isDay(right, speaking) ? phrases.ofDays[operator] : undefined) ??
    phrases.comparisons[operator];
  if (form === undefined) return undefined;
  if (left.kind === 'call' && left.function === 'count-selected')
    return filled(
      form,
      filled(phrases.count, term(left.arguments[0]!, speaking), ''),
      valueBeside(right, left, speaking),
    );
  return filled(form, term(left, speaking), valueBeside(right, left, speaking));
}

function isDay(part: Expression, { items }: Speaking): boolean {
  if (part.kind === 'item') return items.get(part.name)?.kind === 'date';
  return part.kind === 'call' && (part.function === 'today' || part.function === 'date');
}

const isConstant = ({ kind }: Expression) => kind === 'number' || kind === 'text';

/** `value` as it is said beside `item`: a choice by its label. */
function valueBeside(value: Expression, of: Expression, speaking: Speaking): string {
  const asked = of.kind === 'call' && of.function === 'selected-at' ? of.arguments[0]! : of;
  const item = asked.kind === 'item' ? speaking.items.get(asked.name) : undefined;
  const written = value.kind === 'text' ? value.text : value.kind === 'number' ? numberText(value.number) : undefined;
  const choice = written === undefined ? undefined : item?.choices?.find(({ name }) => name === written);
  if (choice === undefined) {
    const day = value.kind === 'text' && isDay(of, speaking) ? dayOr(value.text, speaking) : undefined;
    return day ?? term(value, speaking);
  }
  const { label, name } = choice;
  return `‘${label[speaking.language] || label[speaking.defaultLanguage] || name}’`;
}

/** The day that a text writes, as it is said; undefined when it writes none. */
function dayOr(text: string, { wordsIn }: Speaking): string | undefined {
  const day = dayIn(text);
  return day.kind === 'day' ? plainValue(day, wordsIn) : undefined;
}

function term(expression: Expression, speaking: Speaking): string {
  const { phrases, numbers } = speaking;
  switch (expression.kind) {
    case 'item': {
      const number = numbers.get(expression.name);
      return number === undefined ? `‘${expression.name}’` : filled(phrases.question, '', String(number));
    }
    case 'number':
      return phrases.decimalComma ? numberText(expression.number).replace('.', ',') : numberText(expression.number);
    case 'text':
      return `‘${expression.text}’`;
    case 'self':
      return phrases.self;
    case 'operation': {
      const { operator, left, right } = expression;
      const side = (part: Expression, at: 'left' | 'right') =>
        bracketed(part, bindsLooser(unwrapped(part), operator, at), speaking);
      return `${side(left, 'left')} ${signs[operator] ?? operator} ${side(right, 'right')}`;
    }
    case 'negation':
      return `-${bracketed(expression.of, unwrapped(expression.of).kind === 'operation', speaking)}`;
    case 'call':
      return callTerm(expression, speaking);
    case 'column':
      return printExpression(expression);
  }
}

function bracketed(part: Expression, needed: boolean, speaking: Speaking): string {
  return needed ? `(${term(part, speaking)})` : term(part, speaking);
}

/** These say nothing of their own: what is in them is said. */
const silent: ReadonlySet<string> = new Set(['number', 'string', 'boolean', 'date']);

function unwrapped(part: Expression): Expression {
  const [first] = part.kind === 'call' && silent.has(part.function) ? part.arguments : [];
  return first === undefined ? part : unwrapped(first);
}

const signs: Readonly<Partial<Record<Operator, string>>> = { div: '/', mod: 'mod', '*': '×' };

function callTerm(call: Extract<Expression, { kind: 'call' }>, speaking: Speaking): string {
  const { phrases } = speaking;
  const [first, second] = call.arguments;
  if (call.function === 'today') return phrases.today;
  if (call.function === 'date' && first?.kind === 'text') return dayOr(first.text, speaking) ?? first.text;
  if (silent.has(call.function) && first !== undefined) return term(first, speaking);
  if ((call.function === 'int' || call.function === 'floor') && first !== undefined)
    return filled(phrases.roundedDown, bracketed(first, unwrapped(first).kind === 'operation', speaking), '');
  if (call.function === 'selected-at' && second?.kind === 'number' && first !== undefined)
    return filled(phrases.placed, term(first, speaking), String(second.number + 1));
  if (call.function === 'string-length' && first !== undefined)
    return filled(phrases.length, term(first, speaking), '');
  if (call.function === 'count-selected' && first !== undefined)
    return filled(phrases.count, term(first, speaking), '');
  return `${call.function}(${call.arguments.map((argument) => term(argument, speaking)).join(', ')})`;
}

const reference = /\$\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\}/g;

/**
 * A text for paper and diagrams, where no answer is known yet: an earlier answer is said as "(vraag 3)", a calculation as "…". Of the
 * person nothing is filled in: what is left around it reads on.
 */
export function textWithoutAnswers(text: string, questionnaire: Questionnaire, wordsIn: Language): string {
  if (!text.includes('${')) return text;
  const numbers = questionNumbers(questionnaire);
  const { question } = phrasesFor(wordsIn);
  let isPersonal = false;
  const filledIn = text.replaceAll(reference, (_, name: ItemName) => {
    const number = numbers.get(name);
    if (number !== undefined) return `(${filled(question, '', String(number))})`;
    if (contactFieldIn(name) === undefined) return '…';
    isPersonal = true;
    return '';
  });
  if (!isPersonal) return filledIn;
  return filledIn
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/[ ,]+(?=[.!?]|,)/g, '')
    .trim();
}
