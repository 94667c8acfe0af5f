import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { likelySeparator, readCsv } from '../../../electron/files/csv-rows.ts';

const rowsOf = (text: string) => {
  const read = readCsv(text, 1_000);
  return read.kind === 'rows' ? read.rows : read;
};

test.each([
  ['a;b;c\n1;2;3', ';'],
  ['a,b,c\n1,2,3', ','],
  ['a\tb\tc\n1\t2\t3', '\t'],
  ['naam;adres\nProef;Straat 1, Plaats\nToets;Laan 2, Plaats', ';'],
  ['naam,adres\nProef,"Straat; 1"\nToets,"Laan; 2"', ','],
  ['naam;bedrag\nProef;1,50\nToets;2,50', ';'],
  ['naam', ';'],
])('the separator of %j is %j', (text, separator) => {
  expect(likelySeparator(text)).toBe(separator);
});

describe('rows', () => {
  test.each<[string, string, unknown]>([
    [
      'quotes and separators inside quotes',
      'a;b\n"x;y";"say ""hi"""',
      [
        ['a', 'b'],
        ['x;y', 'say "hi"'],
      ],
    ],
    [
      'a line break inside quotes',
      'a;b\n"x\ny";z',
      [
        ['a', 'b'],
        ['x\ny', 'z'],
      ],
    ],
    [
      'CR LF',
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR only',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['an empty line, which is a row', 'a;b\n\n1;2', [['a', 'b'], [''], ['1', '2']]],
    ['rows of other lengths', 'a;b\n1\n1;2;3', [['a', 'b'], ['1'], ['1', '2', '3']]],
    [
      'a quote inside a cell',
      'a;b\n5" pijp;2',
      [
        ['a', 'b'],
        ['5" pijp', '2'],
      ],
    ],
    [
      'spaces around cells',
      'a ; b\n 1;\u00a02',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an announced separator',
      'sep=,\r\na,b;c\r\n1,2',
      [
        ['a', 'b;c'],
        ['1', '2'],
      ],
    ],
    ['a quote that never ends: told by its row', 'a;b\n1;2\n3;"4\n5;6\n', { kind: 'unreadable', row: 3 }],
    [
      'text after a quote, which is kept as it stands',
      'a;b\n"1"x;2\n',
      [
        ['a', 'b'],
        ['"1"x', '2'],
      ],
    ],
  ])('with %s', (_, text, expected) => {
    expect(rowsOf(text)).toEqual(expected);
  });

  it('are read no further than asked', () => {
    expect(readCsv('a;b\n'.repeat(50), 10)).toEqual({ kind: 'rows', rows: Array(10).fill(['a', 'b']) });
  });

  it('come back as they were written, with any separator', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\t', '\n', ' ', '1') })
      .map((s) => s.trim());
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, separator) => {
        const quoted = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator));
        expect(rowsOf(`sep=${separator}\n${quoted.join('\n')}\n`)).toEqual(rows);
      }),
    );
  });
});
