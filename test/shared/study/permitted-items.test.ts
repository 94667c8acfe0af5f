/** Items about special categories are asked only where the agreement lists them. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { expect, test } from 'vitest';
import { permittedItems } from '../../../shared/study/permitted-items.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { route } from '../../../shared/study/route.ts';
import { shownText } from '../../../shared/study/shown-text.ts';
import type { SpecialCategory } from '../../../shared/study/special-category.ts';
import { answersOf, questionnaireOf, rowsOf } from './small-questionnaires.ts';

const today = '2026-05-01' as never;

const plain = questionnaireOf(
  rowsOf(`begin group|g|Over u
    text|geloof|Welk geloof?|
    end group||
    text|ziek|Bent u ziek?|
    text|a|A na \${geloof}.|\${geloof} = ''
    text|b|B|\${geloof} != ''`),
  ['relevant'],
);
const categories = new Map<string, SpecialCategory>([
  ['geloof', 'religion'],
  ['ziek', 'health'],
]);
const questionnaire: Questionnaire = {
  ...plain,
  items: plain.items.map((item) => {
    const specialCategory = categories.get(item.name);
    return specialCategory === undefined ? item : { ...item, specialCategory };
  }),
};
const namesOf = ({ items }: Questionnaire) => items.map(({ name }) => name as string);

test('an item about a category that is not listed is taken out, with its empty section', () => {
  const permitted = permittedItems(questionnaire, ['health']);
  expect(namesOf(permitted)).toEqual(['ziek', 'a', 'b']);
  expect(permitted.sections).toEqual([]);
});

test('everything stays as it is where all categories are listed, or there are none', () => {
  expect(permittedItems(questionnaire, ['religion', 'health'])).toBe(questionnaire);
  expect(permittedItems(plain, [])).toBe(plain);
});

test('to the items that are left it is unanswered, whatever answer lies there', () => {
  const answers = answersOf({ geloof: { kind: 'text', text: 'geheim' } });
  const permitted = permittedItems(questionnaire, []);
  expect(route(questionnaire, answers, today).map(({ name }) => name)).toEqual(['geloof', 'ziek', 'b']);
  expect(route(permitted, answers, today).map(({ name }) => name)).toEqual(['a']);
  expect(shownText(permitted.items[0]!.label, 'nl', permitted, answers, today)).toBe('A na .');
});
