/** A reader that says what no reader says, or nothing: the office refuses the file and goes on. */
import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { childOnPipes } from '../../../electron/child.ts';
import { askReader } from '../../../electron/files/ask-reader.ts';
import { packRows, unpackRows } from '../../../electron/files/packed-rows.ts';
import { findAnswer } from '../../../electron/files/reader-answer.ts';
import type { ExtractRow } from '../../../shared/intake/extract.ts';
import { Refusal } from '../../../shared/problem.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';

const extract = { columns: [], sheet: 1, sheets: [], hiddenRows: 0, masked: [] };
const rows = packRows([]);

/** What the office makes of a reader with this program, in which `say` sends a message as the reader does, and `write` writes bytes. */
async function outcomeOf(program: string): Promise<unknown> {
  const words = `
    const write = (bytes) => require('node:fs').writeSync(3, bytes);
    const say = (message) => {
      const body = require('node:v8').serialize(message);
      const head = Buffer.alloc(4);
      head.writeUInt32LE(body.length);
      write(Buffer.concat([head, body]));
    };
    const stay = () => setTimeout(() => undefined, 60_000);`;
  const start = () =>
    childOnPipes(
      spawn(process.execPath, ['-e', `${words}\n${program}`], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] }),
    );
  const question = { want: 'table', bytes: new Uint8Array(4) } as const;
  // Several start at the same time, which takes a busy machine its time; each of them says or does at once what it has to.
  return askReader(question, { ms: 50_000, heapMegabytes: 64 }, undefined, start).catch((error: unknown) =>
    error instanceof Refusal ? error.problem : error,
  );
}

describe.concurrent('a reader', () => {
  it('that says one of its own answers is believed', async () => {
    expect(await outcomeOf(`say({ kind: 'empty' }); stay()`)).toEqual({ kind: 'empty' });
    const messages = [
      { kind: 'bounced', attempts: ['Zml4dHVyZWF0dGVtcHRpZA'], sentTo: 'a@b.example' },
      { kind: 'unreadable' },
    ];
    expect(await outcomeOf(`say({ kind: 'messages', messages: ${JSON.stringify(messages)} }); stay()`)).toEqual({
      kind: 'messages',
      messages,
    });
  });

  test.each([
    ['nothing to speak of', 'null'],
    ['a number', '42'],
    ['a text', `'kanarie'`],
    ['a list', '[1, 2]'],
    ['an answer without a kind', '{}'],
    ['a kind that all objects have', `{ kind: 'constructor' }`],
    ['a limit that is none', `{ kind: 'too-large', limit: 'kanarie' }`],
    ['a row that is none', `{ kind: 'unreadable', row: 'kanarie' }`],
    ['a message of a kind that is none', `{ kind: 'messages', messages: [{ kind: 'kanarie', attempts: [] }] }`],
    [
      'a message about what is no attempt',
      `{ kind: 'messages', messages: [{ kind: 'bounced', attempts: ['kanarie'] }] }`,
    ],
    [
      'more of a message than an address',
      `{ kind: 'messages', messages: [{ kind: 'bounced', attempts: [], sentTo: 'k'.repeat(401) }] }`,
    ],
    ['an error', 'new Error("kanarie")'],
  ])('that says %s is not believed', async (_, message) => {
    const outcome = await outcomeOf(`say(${message}); stay()`);
    expect(outcome).toEqual({ problem: 'file.reader-stopped', reason: 'unreadable' });
  });

  test.each([
    ['bytes that are no message', `write(Buffer.from('04000000deadbeef', 'hex')); stay()`],
    ['a length and nothing of it', 'write(Buffer.from([4, 0, 0, 0, 1, 2, 3, 4])); stay()'],
    ['that it will say more than it may', 'write(Buffer.alloc(4, 255)); stay()'],
    ['a text', `write('kanarie '.repeat(10)); stay()`],
  ])('that says %s is not believed', async (_, program) => {
    expect(await outcomeOf(program)).toEqual({ problem: 'file.reader-stopped', reason: 'unreadable' });
  });

  it('that says more after its answer is believed in that', async () => {
    expect(await outcomeOf(`say({ kind: 'empty' }); say(42); write('x'.repeat(100)); stay()`)).toEqual({
      kind: 'empty',
    });
  });

  test.each([
    ['ends in the middle of a word', 'write(Buffer.from([100, 0, 0, 0, 255])); process.exit(0)'],
    ['ends without a word', 'process.exit(0)'],
    ['ends with an error', 'throw new Error("kanarie")'],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`],
  ])('that %s is told as one that stopped', async (_, program) => {
    expect(await outcomeOf(program)).toEqual({ problem: 'file.reader-stopped', reason: 'memory' });
  });
});

describe('an answer', () => {
  test.each([
    ['with a column that is none', { ...extract, columns: [{ column: 'kanarie', becomes: 'surname' }] }],
    ['with a header that is no text', { ...extract, columns: [{ column: 'A', becomes: 'surname', header: {} }] }],
    ['without columns', { ...extract, columns: undefined }],
    ['with a sheet that is none', { ...extract, sheet: 'kanarie' }],
    ['with a field that is none', { ...extract, masked: [{ row: 1, field: 'kanarie' }] }],
  ])('%s is none', (_, broken) => {
    expect(findAnswer({ kind: 'extract', extract, rows })).toBeDefined();
    expect(findAnswer({ kind: 'extract', extract: broken, rows })).toBeUndefined();
  });

  test.each([
    [{ kind: 'citizen-service-number', sheet: 1, found: { column: 'B', recognisedBy: 'header' } }, true],
    [{ kind: 'citizen-service-number', sheet: 1, found: { column: 'kanarie', recognisedBy: 'header' } }, false],
    [{ kind: 'citizen-service-number', sheet: 1, found: { column: 'B', recognisedBy: 'kanarie' } }, false],
    [{ kind: 'special-category', sheet: 1, column: 'B', category: 'health' }, true],
    [{ kind: 'special-category', sheet: 1, column: 'B', category: 'kanarie' }, false],
    [{ kind: 'workbook', workbook: new Map([['a', [['b']]]]) }, true],
    [{ kind: 'workbook', workbook: new Map([['a', [[1]]]]) }, false],
    [{ kind: 'table', table: { headers: ['a'], rows: [{ row: 2, cells: ['b'] }] } }, true],
    [{ kind: 'table', table: { headers: ['a'], rows: [{ row: 0, cells: ['b'] }] } }, false],
  ])('%j is one: %s', (message, isOne) => {
    expect(findAnswer(message) !== undefined).toBe(isOne);
  });

  it('may be anything, and is then none', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withTypedArray: true }), (message) => {
        expect(findAnswer(message)).toBeUndefined();
      }),
    );
  });
});

describe('rows', () => {
  const values = fc.record(
    {
      surname: fc.string({ minLength: 1 }),
      town: fc.string({ unit: 'grapheme', minLength: 1 }),
      email: fc.string({ minLength: 1 }),
    },
    { requiredKeys: [] },
  );
  const some = fc.array(fc.record({ row: fc.integer({ min: 1, max: 200_000 }), values }));

  it('come out as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (all) => {
        expect(await unpackRows(packRows(all as ExtractRow[]))).toEqual(all);
      }),
    );
  });

  it('come out between turns of the event loop', async () => {
    const many = Array.from({ length: 20_000 }, (_, nr) => ({ row: nr + 1, values: { surname: `Proef${nr}` } }));
    let turns = 0;
    let busy = true;
    // No timer: on a quick machine all is done before it goes off twice.
    const turn = () => {
      turns += 1;
      if (busy) setImmediate(turn);
    };
    setImmediate(turn);
    expect(await unpackRows(packRows(many))).toEqual(many);
    busy = false;
    expect(turns).toBeGreaterThan(1);
  });

  const packed = packRows([{ row: 2, values: { surname: 'Proef' } }]);
  const [field] = packed.fields;
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['rows that are no numbers', { ...packed, rows: [2] }],
    ['a field that is none', { ...packed, fields: [{ ...field, field: '__proto__' }] }],
    ['a field twice', { ...packed, fields: [field, field] }],
    ['other lengths than the text has', { ...packed, fields: [{ ...field, lengths: Uint32Array.of(4) }] }],
    ['lengths of other rows', { ...packed, fields: [{ ...field, lengths: Uint32Array.of(4, 1) }] }],
    ['no text', { ...packed, fields: [{ ...field, text: 5 }] }],
  ])('of %s are none', async (_, message) => {
    expect(contactFields).toContain(field!.field);
    await expect(unpackRows(message)).rejects.toThrow(RangeError);
  });
});
