import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CellObject, utils, type WorkBook, write } from 'xlsx';
import { dayOf, numberShown } from '../../../electron/files/cell-text.ts';
import { sheetsOfFile } from '../../../electron/files/sheets-of-file.ts';
import { type ZipPart, zipOf } from './zip-of.ts';

interface BookKind {
  readonly kind?: 'xlsx' | 'biff8' | 'biff5';
  readonly date1904?: boolean;
}

function bookOf(
  cells: readonly (readonly (CellObject | string)[])[],
  { kind = 'xlsx', date1904 = false }: BookKind = {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(cells.map((row) => row.map((cell) => cell)));
  const book: WorkBook = { SheetNames: ['Blad1'], Sheets: { Blad1: sheet }, Workbook: { WBProps: { date1904 } } };
  return new Uint8Array(write(book, { type: 'array', bookType: kind }) as ArrayBuffer);
}
/** The sheets of a file that has to be read. */
async function sheetsOf(bytes: Uint8Array) {
  const read = await sheetsOfFile(bytes);
  if (read.kind !== 'sheets') throw new Error(`the file was not read: ${read.kind}`);
  return read.sheets;
}
const rowsOf = async (bytes: Uint8Array) => (await sheetsOf(bytes))[0]!.rows;

describe('the day of a date cell', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, undefined],
    [61, false, '1900-03-01'],
    [20891, false, '1957-03-12'],
    [45000.99, false, '2023-03-15'],
    [0, true, '1904-01-01'],
    [19429, true, '1957-03-12'],
    [-1, true, undefined],
    [0.5, false, undefined],
    [2958465, false, '9999-12-31'],
    [2958466, false, undefined],
    [1e300, false, undefined],
  ])('number %d, counting from 1904: %s, is %s', (serial, counts1904, expected) => {
    expect(dayOf(serial, counts1904)).toBe(expected);
  });
});

describe('a cell', () => {
  test.each<[string, CellObject, string]>([
    ['text', { t: 's', v: ' Proef\t' }, 'Proef'],
    ['text that looks like a formula', { t: 's', v: '=1+1' }, '=1+1'],
    ['a number', { t: 'n', v: 612345678 }, '612345678'],
    ['a number with a fraction', { t: 'n', v: 0.1 + 0.2 }, '0.3'],
    ['a large number', { t: 'n', v: 31612345678 }, '31612345678'],
    ['a number shown with zeros before it', { t: 'n', v: 123, z: '000000' }, '000123'],
    ['yes or no', { t: 'b', v: true }, 'TRUE'],
    ['an error', { t: 'e', v: 0x17, w: '#REF!' }, '#REF!'],
    ['a day', { t: 'n', v: 20891, z: 'dd-mm-yyyy' }, '1957-03-12'],
    ['a day and time', { t: 'n', v: 45000.5, z: 'd/m/yyyy h:mm' }, '2023-03-15'],
    ['a formula with its last value', { t: 'n', v: 3, f: '1+2' }, '3'],
  ])('with %s', async (_, cell, expected) => {
    for (const kind of ['xlsx', 'biff8', 'biff5'] as const)
      expect((await rowsOf(bookOf([['x', cell]], { kind })))[0]![1] ?? '', kind).toBe(expected);
  });

  it('has the same day in a workbook that counts from 1904', async () => {
    const bytes = bookOf([[{ t: 'n', v: 19429, z: 'dd-mm-yyyy' }]], { date1904: true });
    expect(await sheetsOf(bytes)).toMatchObject([{ rows: [['1957-03-12']], counts1904: true }]);
  });

  it('that is empty is an empty text, and an empty row has none', async () => {
    const rows = await rowsOf(bookOf([['a', '', 'c'], [], ['d']]));
    expect(rows[0]).toEqual(['a', '', 'c']);
    expect(rows[1]!.every((cell) => cell === '')).toBe(true);
    expect(rows[2]![0]).toBe('d');
  });
});

describe('what was written', () => {
  const text = fc
    .string({
      unit: fc.constantFrom('a', 'Z', '7', 'é', 'ş', '€', '😀', ' ', '<', '&', '"', "'", '>', ';', '\n', '-', '='),
    })
    .map((written) => written.trim());
  const number = fc.oneof(
    fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
    fc.integer({ min: -1e11, max: 1e11 }).map((value) => value / 100),
  );
  const cell = fc.oneof(text, number, fc.boolean());
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
  const shown = (value: string | number | boolean) =>
    typeof value === 'boolean' ? String(value).toUpperCase() : String(value);

  test.each(['xlsx', 'biff8'] as const)('comes out as it went in: %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (written, bookSST) => {
        const sheet = utils.aoa_to_sheet(written.map((row) => [...row]));
        const book: WorkBook = { SheetNames: ['Blad1'], Sheets: { Blad1: sheet } };
        const bytes = new Uint8Array(write(book, { type: 'array', bookType: kind, bookSST }) as ArrayBuffer);
        const read = await sheetsOfFile(bytes);
        const filled = written.map((row) => row.map(shown));
        const isEmpty = filled.every((row) => row.every((each) => each === ''));
        expect(read.kind).toBe(isEmpty ? 'empty' : 'sheets');
        if (read.kind !== 'sheets') return;
        const width = Math.max(...filled.map((row) => row.length));
        const all = filled.flatMap((row, at) =>
          Array.from({ length: width }, (_, column) => [row[column] ?? '', read.sheets[0]!.rows[at]?.[column] ?? '']),
        );
        for (const [expected, found] of all) expect(found).toBe(expected);
      }),
    );
  });
});

describe('sheets', () => {
  it('are told with those that are hidden, and with hidden columns', async () => {
    const sheet = { ...utils.aoa_to_sheet([['a', 'b']]), '!cols': [{}, { hidden: true }] };
    const book: WorkBook = {
      SheetNames: ['Een', 'Twee', 'Drie'],
      Sheets: { Een: sheet, Twee: sheet, Drie: sheet },
      Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] },
    };
    const read = await sheetsOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    expect(read.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Een', false],
      ['Twee', true],
      ['Drie', true],
    ]);
    expect(read[0]).toMatchObject({ rows: [['a', 'b']], hiddenColumns: [1] });
  });
});

describe('the kind of a file', () => {
  const text = (content: string) => sheetsOfFile(Buffer.from(content));

  it('is told by its content', async () => {
    expect((await sheetsOfFile(bookOf([['a', 'b']]))).kind).toBe('sheets');
    expect((await text('a;b\n1;2')).kind).toBe('sheets');
  });

  test.each<[string, Uint8Array, string]>([
    ['a workbook with macros', withMacros(), 'has-macros'],
    ['another zip', zipOf([{ name: 'content.xml', data: 'x' }]), 'kind-unsupported'],
    ['the begin of an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'unreadable'],
    ['a page', Buffer.from('<html><table><tr><td>a;b</td></tr></table>'), 'kind-unsupported'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'kind-unsupported'],
    ['JSON', Buffer.from('[{"a": 1}]'), 'kind-unsupported'],
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', Buffer.from(' \r\n\t\n'), 'empty'],
    ['separators only', Buffer.from(';;;\n;;;'), 'empty'],
    ['an empty workbook', bookOf([[]]), 'empty'],
    ['half a workbook', bookOf([['a', 'b']]).slice(0, 900), 'unreadable'],
    ['more than 20 MB', new Uint8Array(20_000_001), 'too-large'],
    ['more than 200 columns', Buffer.from(`${';'.repeat(200)}x`), 'too-large'],
    ['more than 100,000 rows', Buffer.from('a;b\n'.repeat(100_001)), 'too-large'],
  ])('%s is refused', async (_, bytes, kind) => {
    expect((await sheetsOfFile(bytes)).kind).toBe(kind);
  });

  it('has room for 200 columns, and for 100,000 rows with empty ones under them', async () => {
    expect((await text(`${';'.repeat(199)}x`)).kind).toBe('sheets');
    expect((await text(`${'a;b\n'.repeat(100_000)}\n\n;;\n`)).kind).toBe('sheets');
  });

  it('refuses a workbook that unpacks to too much', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(9_000_000) }]);
    expect(await sheetsOfFile(bomb)).toEqual({ kind: 'too-large', limit: '200 : 1 (zip)' });
  });
});

function withMacros(): Uint8Array {
  return zipOf([
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/vbaProject.bin', data: 'x' },
  ]);
}

describe('a broken workbook', () => {
  const book = bookOf(
    Array.from({ length: 20 }, (_, i) => ['Proef', String(i), { t: 'n', v: 20891 + i, z: 'dd-mm-yyyy' }]),
  );
  const kinds = ['sheets', 'has-macros', 'kind-unsupported', 'too-large', 'unreadable', 'empty'];

  it('is read or refused, and never makes the reader throw', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const broken = isCut ? book.slice(0, at) : book.map((old, i) => (i === at ? byte : old));
        const { kind } = await sheetsOfFile(broken);
        seen.add(kind);
        expect(kinds).toContain(kind);
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBeGreaterThan(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('with a part that is no longer what it was is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '"', 'c', ' r=', '__proto__', '&#', ';', '1', '/') }),
        async (noise) => {
          const parts = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml', 'xl/sharedStrings.xml'];
          const bytes = zipOf(parts.map((name) => ({ name, data: `<?xml version="1.0"?><x${noise}` })));
          expect(kinds).toContain((await sheetsOfFile(bytes)).kind);
        },
      ),
      { numRuns: 200 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a comment on a cell called __proto__', () => {
  /** The parts of a workbook that was written without compression. */
  function partsOf(bytes: Buffer): readonly ZipPart[] {
    const parts: ZipPart[] = [];
    for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
      const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
      const dataEnd = nameEnd + bytes.readUInt32LE(at + 18);
      parts.push({ name: bytes.toString('utf8', at + 30, nameEnd), data: bytes.toString('utf8', nameEnd, dataEnd) });
      at = dataEnd;
    }
    return parts;
  }

  it('changes nothing of what all objects are made of', async () => {
    const sheet = utils.aoa_to_sheet([['Achternaam', 'Plaats']]);
    (sheet.A1 as CellObject).c = [{ a: 'x', t: 'y' }];
    const book: WorkBook = { SheetNames: ['Blad1'], Sheets: { Blad1: sheet } };
    const parts = partsOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const crafted = parts.map(({ name, data }) => ({
      name,
      data: String(data).replaceAll('<comment ref="A1"', '<comment ref="__proto__"'),
    }));
    // The control: the comment is there, and is read.
    expect(crafted.filter(({ data }) => data.includes('<comment ref="__proto__"'))).toHaveLength(1);
    expect(await sheetsOfFile(zipOf(crafted))).toMatchObject({
      kind: 'sheets',
      sheets: [{ rows: [['Achternaam', 'Plaats']] }],
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test('a number format that is longer than any program writes is not looked into', () => {
  expect(numberShown('dd-mm-yyyy')).toBe('day');
  // Of several the quickest: on a busy machine one of them may have had to wait.
  const took = Array.from({ length: 5 }, () => {
    const from = performance.now();
    expect(numberShown('['.repeat(100_000))).toBe('plain');
    return performance.now() - from;
  });
  expect(Math.min(...took)).toBeLessThan(100);
});
