/** CSV: RFC 4180 as an independent reader sees it, and no cell that a spreadsheet would calculate. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../../shared/export/csv.ts';

test('semicolons, decimal commas, CR LF and a byte order mark', () => {
  expect(
    csvText([
      ['naam', 'uren'],
      ['a', 1.5],
      ['b', null],
    ]),
  ).toBe('\uFEFFnaam;uren\r\na;1,5\r\nb;\r\n');
});

test('other forms', () => {
  const form = { separator: ',', byteOrderMark: false } as const;
  expect(csvText([[1.5, 'a;b']], form)).toBe('"1,5","a;b"\r\n');
  expect(csvText([[1.5, -2]], { ...form, decimal: '.' })).toBe('1.5,-2\r\n');
  expect(csvText([[1.5, 'x']], { separator: '\t', byteOrderMark: false })).toBe('1,5\tx\r\n');
  expect(csvText([])).toBe('\uFEFF');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+31', "'+31"],
  ['-niets', "'-niets"],
  ['@som', "'@som"],
  ['\t=1', '"\'\t=1"'],
  ['\rx', '"\'\rx"'],
  ['\nx', '"\'\nx"'],
  ['\0x', "'\0x"],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['－1', "'－1"],
  ['a=1', 'a=1'],
  ['x,=1', '"x,=1"'],
  ['zeg "ja"', '"zeg ""ja"""'],
  ['', ''],
])('the text %j is written as %j', (text, written) => {
  expect(csvText([[text]], { byteOrderMark: false })).toBe(`${written}\r\n`);
});

test('a negative number is a number, the same as text is guarded', () => {
  expect(csvText([[-5, '-5']], { byteOrderMark: false })).toBe("-5;'-5\r\n");
});

test('what is no finite number is refused', () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => csvText([[number]])).toThrow(RangeError);
});

test('law: another reader gets every cell back, and no text cell starts a formula', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', ' ', '=', '-', '@', 'é', "'") });
  const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: width, maxLength: width }), {
      minLength: 1,
    }),
  );
  fc.assert(
    fc.property(rows, (all) => {
      const written = csvText(all, { decimal: '.' });
      const read: string[][] = parse(written, { delimiter: ';', bom: true, record_delimiter: '\r\n' });
      expect(read.length).toBe(all.length);
      all.forEach((row, r) => {
        row.forEach((cell, c) => {
          const got = read[r]![c]!;
          expect([String(cell ?? ''), `'${cell}`]).toContain(got);
          if (typeof cell !== 'number') expect(got).not.toMatch(/^[\s\0]*[=+\-@]/);
        });
      });
    }),
  );
});
