import { describe, expect, test } from 'vitest';
import { familyOf, isPlainLatin } from '../../../electron/post/fonts.ts';
import { isRightToLeft, textRuns } from '../../../electron/post/text-runs.ts';

describe('a line as it is set', () => {
  test('in Latin is one run of one typeface', () => {
    expect(textRuns('Mevr. Żółkiewska-Öztürk, 3512 PH')).toEqual([
      { text: 'Mevr. Żółkiewska-Öztürk, 3512 PH', family: 'latin', isRightToLeft: false },
    ]);
    expect(textRuns('')).toEqual([]);
  });

  test('takes each word from the typeface that has it, and goes back to the first one', () => {
    expect(textRuns('Geachte Ольга, welkom').map(({ text, family }) => [text, family])).toEqual([
      ['Geachte ', 'latin'],
      ['Ольга, ', 'wide'],
      ['welkom', 'latin'],
    ]);
  });

  test('turns what is written from right to left, and neither its numbers nor its Latin', () => {
    expect(isRightToLeft('نور الحسن, kamer 12')).toBe(true);
    expect(isRightToLeft('kamer 12, نور')).toBe(false);
    expect(textRuns('نور kamer 14').map(({ text, isRightToLeft: turned }) => [text.trim(), turned])).toEqual([
      ['kamer 14', false],
      ['نور', true],
    ]);
    // What stands apart keeps its order within the line.
    expect(textRuns('رقم \u2066030-123 45 67\u2069').map(({ text }) => text.trim())).toEqual(['030-123 45 67', 'رقم']);
  });

  test('turns brackets with the writing around them', () => {
    const [run] = textRuns('نور (الحسن)');
    expect(run?.text).toBe('نور )الحسن(');
  });

  test('what is taken for plain Latin is all in the first typeface', () => {
    const points = Array.from({ length: 0xffff }, (_, point) => point);
    const plain = points.filter((point) => isPlainLatin(String.fromCharCode(point)));
    expect(plain.length).toBeGreaterThan(200);
    expect(plain.filter((point) => familyOf(point) !== 'latin')).toEqual([]);
    expect(isPlainLatin('я')).toBe(false);
  });
});
