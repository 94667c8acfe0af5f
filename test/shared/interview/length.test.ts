/** How long an item takes: what is read aloud at two words a second, and the answer. */
import { describe, expect, test } from 'vitest';
import { answerSeconds, itemSeconds, wordsIn, wordsPerSecond } from '../../../shared/interview/length.ts';
import type { Item, ItemName } from '../../../shared/study/questionnaire.ts';

const item = (more: Partial<Item>): Item => ({
  name: 'q' as ItemName,
  kind: 'text',
  label: { nl: 'Hoe gaat het nu?', en: 'How are you?' },
  sections: [],
  required: false,
  ...more,
});
const choices = ['Heel goed', 'Slecht'].map((label, nr) => ({ name: `c${nr}`, label: { nl: label } }));
const unknown = { name: 'x', label: { nl: 'Dat weet ik niet' }, missing: 'dont-know' as const };

describe('an item', () => {
  test.each<[string, Item, number]>([
    ['with an open answer', item({}), 4 / 2 + answerSeconds.text],
    ['in another language', item({ label: { en: 'How are you?' } }), 3 / 2 + answerSeconds.text],
    ['with a hint', item({ hint: { nl: 'Van vandaag.' } }), 6 / 2 + answerSeconds.text],
    ['with answers', item({ kind: 'select-one', choices: [...choices, unknown] }), 7 / 2 + answerSeconds['select-one']],
    [
      'with answers that are not read',
      item({ kind: 'select-one', choices, readsAnswers: false }),
      4 / 2 + answerSeconds['select-one'],
    ],
    ['that only tells something', item({ kind: 'note' }), 4 / 2 + answerSeconds.note],
    ['that is calculated', item({ kind: 'calculate' }), 0],
  ])('%s', (_, of, seconds) => {
    expect(itemSeconds(of, 'nl')).toBe(seconds);
  });
});

test('a dash and a mark are no words', () => {
  expect(wordsIn('Ja - of 3 keer ?')).toEqual(['Ja', 'of', '3', 'keer']);
  expect(wordsPerSecond).toBe(2);
});
