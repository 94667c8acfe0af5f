import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { likelySeparator, readCsv } from '../../../electron/files/csv-rows.ts';
import { TooLarge } from '../../../electron/files/sheet-rows.ts';

const rowsOf = (text: string) => {
  const read = readCsv(text);
  return read.kind === 'rows' ? read.rows : read;
};

test.each([
  ['a;b;c\n1;2;3', ';'],
  ['a,b,c\n1,2,3', ','],
  ['a\tb\tc\n1\t2\t3', '\t'],
  ['"a"\t"b"\n"1, 2; 3"\t"4, 5; 6"', '\t'],
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
      'a quote that begins a cell and ends it not, over one line',
      'a;b\n"Jo" Proef;2\n',
      [
        ['a', 'b'],
        ['"Jo" Proef', '2'],
      ],
    ],
    [
      'a cell over two lines that goes on after its quote: told by its row',
      'a;b\n1;"2\n3;"4;5\n',
      { kind: 'unreadable', row: 2 },
    ],
    [
      'a separator at the end of all',
      'a;b\n1;',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a separator announced between quotes, with CR',
      '"sep=,"\ra,b;c\r1,2',
      [
        ['a', 'b;c'],
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

  it('are at most 100,000 of 200 cells; what is empty beyond them is left out', () => {
    const most = 'a;b\n'.repeat(99_999);
    const rows = rowsOf(`${most}${';'.repeat(199)}x;;;\n\n;;\n`);
    expect(rows).toHaveLength(100_000);
    expect(() => rowsOf(`${most}a\n\n\nb\n`)).toThrow(TooLarge);
    expect(() => rowsOf(`${';'.repeat(200)}x\n`)).toThrow(TooLarge);
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
