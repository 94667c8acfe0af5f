import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { utils, write } from 'xlsx';
import { askReader } from '../../../electron/files/ask-reader.ts';
import { readExtract, readFileBytes, readTable, readWorkbook } from '../../../electron/files/read-file.ts';
import { readerLocks } from '../../../electron/program.ts';
import { day } from '../../../shared/calendar.ts';
import { type Problem, Refusal } from '../../../shared/problem.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';

const csv = (text: string) => Buffer.from(text);
const today = day('2026-06-01');
const all = { allowed: contactFields, today };

function workbookOf(sheets: Readonly<Record<string, unknown[][]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** The problem with which something is refused; fails when it is not. */
async function problemOf(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => new Error('was not refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome.problem;
  throw outcome;
}

describe('an extract through the reader process', () => {
  it('comes out with its allowed columns only', async () => {
    const file = csv('Achternaam;E-mail;Hulpvraag\r\nProef;A@example.org;kanarie\r\n\r\nToets;;kanarie\r\n');
    expect(await readExtract(file, { allowed: ['surname'], today })).toMatchObject({
      columns: [
        { column: 'A', header: 'Achternaam', hidden: false, becomes: 'surname', by: 'header' },
        { column: 'B', header: 'E-mail', hidden: false, becomes: 'not-allowed', by: 'header' },
        { column: 'C', header: 'Hulpvraag', hidden: false, becomes: 'not-recognised' },
      ],
      rows: [
        { row: 2, values: { surname: 'Proef' } },
        { row: 4, values: { surname: 'Toets' } },
      ],
      sheet: 1,
      sheets: [{ sheet: 1, hidden: false, rows: 3 }],
      headerRow: 1,
      hiddenRows: 0,
      masked: [],
    });
  });

  it('obeys what a person decided about columns', async () => {
    const { rows } = await readExtract(csv('Wie;Iets\nProef;1 van 100'), {
      ...all,
      map: { A: 'surname', B: 'not-read' },
    });
    expect(rows).toEqual([{ row: 2, values: { surname: 'Proef' } }]);
  });

  it('is refused as a whole with a citizen service number, told by place only', async () => {
    const named = csv('Achternaam;BSN\nProef;\n');
    expect(await problemOf(readExtract(named, all, 3))).toEqual({
      problem: 'intake.citizen-service-number',
      file: 3,
      column: 'B',
      recognisedBy: 'header',
    });
    const rows = Array.from({ length: 10 }, (_, i) => [`Proef${i}`, 111222333]);
    const onSecondSheet = workbookOf({
      Een: [
        ['Achternaam', 'Plaats'],
        ['Proef', 'x'],
      ],
      Twee: [['Naam', 'Nr'], ...rows],
    });
    expect(await problemOf(readExtract(onSecondSheet, { allowed: ['surname'], today }))).toEqual({
      problem: 'intake.citizen-service-number',
      file: 1,
      sheet: 2,
      column: 'B',
      recognisedBy: 'content',
    });
  });

  test.each<[string, Uint8Array, object]>([
    ['another kind of file', csv('%PDF-1.7'), { problem: 'file.kind-unsupported' }],
    ['an empty file', new Uint8Array(), { problem: 'file.empty' }],
    ['a header row only', csv('Achternaam;Plaats\n'), { problem: 'file.empty' }],
    [
      'a broken workbook',
      workbookOf({ Een: [['a', 'b']] }).slice(0, 2_000),
      { problem: 'file.reader-stopped', reason: 'unreadable' },
    ],
    ['an open quote', csv('a;b\n1;"2\n'), { problem: 'file.reader-stopped', reason: 'unreadable', row: 2 }],
    ['more than 20 MB', new Uint8Array(20_000_001), { problem: 'file.too-large', limit: '20 MB' }],
  ])('is refused: %s', async (_, bytes, problem) => {
    expect(await problemOf(readExtract(bytes, all))).toMatchObject(problem);
  });
});

describe('other files through the reader process', () => {
  it('come out of a workbook as texts by sheet', async () => {
    const bytes = workbookOf({
      survey: [
        ['type', 'name'],
        [' integer ', 1],
        [true, '__proto__'],
      ],
      choices: [['list_name']],
    });
    expect(await readWorkbook(bytes)).toEqual(
      new Map([
        [
          'survey',
          [
            ['type', 'name'],
            ['integer', '1'],
            ['TRUE', '__proto__'],
          ],
        ],
        ['choices', [['list_name']]],
      ]),
    );
  });

  it('come out of a web return as headers and rows', async () => {
    expect(await readTable(csv('\ncode,__proto__,q1\nA1,x,"open\nantwoord"\n,,\nB2,y\n'))).toEqual({
      headers: ['code', '__proto__', 'q1'],
      rows: [
        { row: 3, cells: ['A1', 'x', 'open\nantwoord'] },
        { row: 5, cells: ['B2', 'y'] },
      ],
    });
  });
});

describe('a reader process that does not end well', () => {
  const bytes = csv(`a;b\n${'1;"x"\n'.repeat(90_000)}`);
  const question = { want: 'table', bytes } as const;

  it('answers within wide limits', async () => {
    expect((await askReader(question)).kind).toBe('table');
  });

  it('is stopped when its time is over', async () => {
    const refused = askReader(question, { ms: 1, heapMegabytes: 256 });
    expect(await problemOf(refused)).toEqual({ problem: 'file.reader-stopped', reason: 'time' });
  });

  it('is told when it runs out of memory', async () => {
    const refused = askReader(question, { ms: 60_000, heapMegabytes: 12 });
    expect(await problemOf(refused)).toEqual({ problem: 'file.reader-stopped', reason: 'memory' });
  });
});

describe('the locks of the reader process', () => {
  /** Runs `code` in a Node with these arguments; its answer, or the code of its error. */
  function run(locks: readonly string[], code: string): string {
    const program = `try { ${code}; console.log('done') } catch (error) { console.log(error.code) }`;
    return execFileSync(process.execPath, [...locks, '-e', program], { encoding: 'utf8' }).trim();
  }

  test.each([
    ['write a file', `require('node:fs').writeFileSync(require('node:os').devNull, 'x')`],
    ['start a program', `require('node:child_process').execFileSync(process.execPath, ['-v'])`],
    ['start a thread', `new (require('node:worker_threads').Worker)('', { eval: true })`],
  ])('do not let it %s', (_, code) => {
    expect(run([], code)).toBe('done');
    expect(run(readerLocks, code)).toBe('ERR_ACCESS_DENIED');
  });
});

describe('the bytes of a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veldwerk-read-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are those on disk', async () => {
    const path = join(folder, 'small.csv');
    await writeFile(path, 'a;b');
    expect(await readFileBytes(path)).toEqual(new Uint8Array(Buffer.from('a;b')));
  });

  it('are at most 20 MB', async () => {
    const path = join(folder, 'large.csv');
    await writeFile(path, '');
    await truncate(path, 20_000_000);
    expect(await readFileBytes(path)).toHaveLength(20_000_000);
    await truncate(path, 20_000_001);
    expect(await problemOf(readFileBytes(path))).toEqual({ problem: 'file.too-large', limit: '20 MB' });
  });

  it('are those of a file that is there', async () => {
    expect(await problemOf(readFileBytes(join(folder, 'none.csv')))).toEqual({ problem: 'file.not-found' });
    expect(await problemOf(readFileBytes(folder))).toEqual({ problem: 'file.not-found' });
  });
});
