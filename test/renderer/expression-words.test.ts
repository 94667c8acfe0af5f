/** Conditions in words: choices by their labels, emptiness as being answered, and brackets where "and" and "or" meet. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { describe, expect, it } from 'vitest';
import { expressionInWords } from '../../renderer/wording/expression-words.ts';
import { type Expression, parseExpression } from '../../shared/study/expression.ts';
import type { Item, Questionnaire } from '../../shared/study/questionnaire.ts';

const choices = [
  { name: 'yes', label: { nl: 'Ja, vaak', en: 'Yes, often' } },
  { name: '2', label: { nl: 'Nee', en: 'No' } },
];
const item = (name: string, given: Partial<Item> = {}) =>
  ({
    name,
    kind: 'text',
    label: { nl: `Vraag ${name}`, en: `Item ${name}` },
    sections: [],
    required: false,
    ...given,
  }) as Item;
const help = item('help', { kind: 'select-one', choices });
const age = item('age', { kind: 'integer', label: { nl: 'Hoe oud is ${name}?', en: 'How old is ${name}?' } as never });
const sum = item('sum', { kind: 'calculate', label: {} });
const questionnaire: Questionnaire = {
  formId: 'f',
  title: 't',
  version: '1',
  languages: ['nl', 'en'],
  defaultLanguage: 'nl',
  sections: [],
  items: [help, age, sum, item('name')],
};
const inWords = (text: string, language: 'nl' | 'en' = 'nl', of?: Item) => {
  const parsed = parseExpression(text);
  if (parsed.kind === 'fault') throw new Error(text);
  return expressionInWords(parsed, questionnaire, language, language, of);
};

describe('a condition in words', () => {
  it.each([
    ["${help} = 'yes'", '“Vraag help” is “Ja, vaak”'],
    ['${help} = 2', '“Vraag help” is “Nee”'],
    ["'yes' != ${help}", '“Ja, vaak” is niet “Vraag help”'],
    ["${help} = 'gone'", '“Vraag help” is “gone”'],
    ["selected(${help}, 'yes')", 'bij “Vraag help” is “Ja, vaak” gekozen'],
    ["not(selected(${help}, 'yes'))", 'bij “Vraag help” is “Ja, vaak” niet gekozen'],
    ["${age} = ''", '“Hoe oud is …?” is niet beantwoord'],
    ["'' != ${age}", '“Hoe oud is …?” is beantwoord'],
    ['${age} >= 2026', '“Hoe oud is …?” is minstens 2026'],
    ['${age} < 1.5', '“Hoe oud is …?” is minder dan 1,5'],
    ['${sum} > 3', '“sum” is meer dan 3'],
    [
      "${help} = 'yes' and (${age} > 1 or ${age} = '')",
      '“Vraag help” is “Ja, vaak” en (“Hoe oud is …?” is meer dan 1 of “Hoe oud is …?” is niet beantwoord)',
    ],
    [
      '${age} > 1 or ${age} < 0 or true()',
      '“Hoe oud is …?” is meer dan 1 of “Hoe oud is …?” is minder dan 0 of altijd',
    ],
    ['not(${age} > 1)', 'niet: “Hoe oud is …?” is meer dan 1'],
    ['count-selected(${help}) <= 3', 'het aantal antwoorden bij “Vraag help” is hoogstens 3'],
  ])('%s', (text, expected) => expect(inWords(text)).toBe(expected));

  it('names the choices of the item itself in its own constraint', () => {
    expect(inWords(". = 'yes'", 'nl', help)).toBe('het antwoord is “Ja, vaak”');
    expect(inWords(". = 'yes'", 'nl')).toBe('het antwoord is “yes”');
  });

  it('speaks the language of the window', () => {
    expect(inWords("${help} = 'yes' or ${age} != ''", 'en')).toBe(
      '“Item help” is “Yes, often” or “How old is …?” is answered',
    );
  });

  it('leaves out no part, whatever the function', () => {
    const call = (name: string, ...given: readonly Expression[]): Expression =>
      ({ kind: 'call', function: name, arguments: given }) as Expression;
    const unknown = call('later-function', { kind: 'number', number: 4 }, { kind: 'text', text: 'five' });
    expect(expressionInWords(unknown, questionnaire, 'nl', 'nl')).toBe('later-function(4, “five”)');
    for (const text of [
      "if(${age} > 1, 'a', 'b')",
      "coalesce(${name}, 'x')",
      "concat('a', ${name})",
      'round(${age} div 3)',
    ])
      expect(inWords(text).match(/“/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
  });
});
