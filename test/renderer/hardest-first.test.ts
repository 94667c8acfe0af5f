/** Readability hints in the order in which a researcher looks at them. */
import { expect, it } from 'vitest';
import { hardestFirst } from '../../renderer/screens/questionnaire/hardest-first.ts';
import type { ReadingHint, TextReadability } from '../../shared/interview/readability.ts';

const text = (item: string, ...hints: readonly ReadingHint[]) =>
  ({ item, language: 'nl', part: 'label', hints }) as unknown as TextReadability;
const order = (...texts: readonly TextReadability[]) => hardestFirst(texts).map(({ items }) => items.join(' '));

it('puts what may be misunderstood before what is only long, and long words last', () => {
  const word = text('word', { kind: 'long-word', word: 'gemeenteraadsverkiezingen' });
  const sentence = text('sentence', { kind: 'long-sentence', words: 28 });
  const two = text('two', { kind: 'two-questions' });
  expect(order(word, sentence, two)).toEqual(['two', 'sentence', 'word']);
});

it('puts the harder text first, and the longer sentence', () => {
  const hard = text('hard', { kind: 'hard-text', score: 12 });
  const less = text('less', { kind: 'hard-text', score: 55 });
  expect(order(less, hard)).toEqual(['hard', 'less']);
  const long = text('long', { kind: 'long-sentence', words: 40 });
  const short = text('short', { kind: 'long-sentence', words: 21 });
  expect(order(short, long)).toEqual(['long', 'short']);
});

it('adds up what is in one text, and keeps the order of the questionnaire where that is the same', () => {
  const one: ReadingHint = { kind: 'hard-word', word: 'middels', instead: 'met' };
  expect(order(text('first', one), text('twice', one, one), text('second', one))).toEqual(['twice', 'first', 'second']);
});

it('tells the choices of a scale once, with all items that share it', () => {
  const one: ReadingHint = { kind: 'long-word', word: 'woningcorporaties' };
  const scale = (item: string) => ({ ...text(item, one), part: 'choices' }) as TextReadability;
  expect(order(scale('first'), text('alone', one), scale('second'))).toEqual(['first second', 'alone']);
});
