/**
 * The search for canaries. It must find every form at every place (planted here: in each encoding, at each alignment, across every border of
 * a chunk) before its finding nothing means anything.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../../electron/files/find-traces.ts';
import { traceIndex } from '../../../electron/files/trace-index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traces-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Every form, made by other means than the search's own: whole JSON documents, and base64 and hex of longer content around the canary. */
const forms: Readonly<Record<string, (canary: string) => Buffer>> = {
  utf8: (canary) => Buffer.from(canary),
  'utf-16': (canary) => Buffer.from(canary, 'utf16le'),
  hex: (canary) => Buffer.from(Buffer.from(`<${canary}>`).toString('hex')),
  'upper hex': (canary) => Buffer.from(Buffer.from(`<${canary}>`).toString('hex').toUpperCase()),
  'base64 after 0': (canary) => Buffer.from(Buffer.from(`${canary}ÿ~`).toString('base64')),
  'base64 after 1': (canary) => Buffer.from(Buffer.from(`~${canary}ÿ`).toString('base64')),
  'base64 after 2': (canary) => Buffer.from(Buffer.from(`~~${canary}?>`).toString('base64')),
  'base64 after 3': (canary) => Buffer.from(Buffer.from(`ÿ~${canary}`).toString('base64')),
  'base64url after 1': (canary) => Buffer.from(Buffer.from(`>${canary}~~`).toString('base64url')),
  'base64url after 2': (canary) => Buffer.from(Buffer.from(`>>${canary}~`).toString('base64url')),
  json: (canary) => Buffer.from(JSON.stringify({ a: 1, text: canary })),
};
const canaries = [
  'Zanddoorn',
  'een heel eigen verhaal',
  '+31612345678',
  '0612345678',
  'Ångström-İğdır 12',
  '??>>~~ÿÿ??>>',
  'met "aanhaling"\nen nieuwe regel',
  '👍👍👍',
  'aaaaaaaaaaaa',
];

test('positive control: every form of every canary is found, at any place in noise', async () => {
  for (const [name, form] of Object.entries(forms)) {
    for (const [i, canary] of canaries.entries()) {
      for (const before of [0, 1, 2, 3, 1000]) {
        const content = Buffer.concat([randomBytes(before), form(canary), randomBytes(before % 5)]);
        const found = await findTracesInBytes(content, canaries);
        expect(found.has(i), `${name} of canary ${i} after ${before} bytes`).toBe(true);
      }
    }
  }
});

test('positive control: found across every border of a chunk, and counted once', async () => {
  const canary = 'over de grens heen';
  const chunk = 1 << 20;
  const content = Buffer.alloc(3 * chunk, '.');
  const planted = Buffer.from(canary);
  for (let cut = 0; cut <= planted.length; cut += 1) {
    for (const border of [chunk, 2 * chunk]) planted.copy(content, border - cut);
    const path = await fileOf('border', content);
    const traces = await findTraces([path], [canary, 'is er niet bij']);
    expect([...traces.found], `cut after ${cut} bytes`).toEqual([0]);
    expect(traces.hits.get(path), `cut after ${cut} bytes`).toBe(2);
    expect(traces.bytesScanned).toBe(content.length);
    expect(await findTracesInBytes(content, ['is er niet bij', canary])).toEqual(new Set([1]));
    content.fill('.');
  }
});

test('at the very begin and the very end of a file', async () => {
  const path = await fileOf('ends', Buffer.from('Zanddoorn en nog wat, tot Zanddoorn'));
  expect((await findTraces([path], ['Zanddoorn'])).hits.get(path)).toBe(2);
});

test('a canary longer than a chunk', async () => {
  const canary = `begin ${'x'.repeat(1_500_000)} eind`;
  const path = await fileOf('long', Buffer.concat([randomBytes(700_001), Buffer.from(canary), randomBytes(10)]));
  expect((await findTraces([path], [canary, `${canary}!`])).found).toEqual(new Set([0]));
  const bytes = Buffer.concat([randomBytes(3_000_000), Buffer.from(canary)]);
  expect(await findTracesInBytes(bytes, [canary, `${canary}!`])).toEqual(new Set([0]));
});

test('law: finds exactly the canaries that are in the content', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 8, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), fc.array(word), async (words, said) => {
      const content = said.join('');
      const expected = words.flatMap((each, i) => (content.includes(each) ? [i] : []));
      const found = await findTracesInBytes(Buffer.from(content), words);
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});

test('ten thousand canaries with the same begin and end are told apart', async () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `persoon.${i + 10_000}@voorbeeld.invalid`);
  const content = Buffer.from(`${many[17]} ${many[9_999]} persoon.1@voorbeeld.invalid`);
  const path = await fileOf('many', Buffer.concat([randomBytes(100_000), content, randomBytes(100_000)]));
  expect((await findTraces([path], many)).found).toEqual(new Set([17, 9_999]));
});

test('noise, near misses and empty files give nothing, where the same with one canary gives one', async () => {
  const noise = randomBytes(8 << 20);
  const near = Buffer.from(canaries.map((canary) => `${canary.slice(0, -1)}_`).join(' '));
  const clean = [await fileOf('noise', noise), await fileOf('near', near), await fileOf('empty', Buffer.alloc(0))];
  const none = await findTraces(clean, canaries.slice(0, 8));
  expect(none).toEqual({
    found: new Set(),
    hits: new Map(),
    filesScanned: 3,
    bytesScanned: noise.length + near.length,
  });
  Buffer.from(canaries[1]!, 'utf16le').copy(noise, 5_000_001);
  const dirty = await fileOf('dirty', noise);
  const one = await findTraces([...clean, dirty], canaries.slice(0, 8));
  expect(one.found).toEqual(new Set([1]));
  expect(one.hits).toEqual(new Map([[dirty, 1]]));
});

test('what cannot be searched is a failure, never a finding of nothing', async () => {
  await expect(findTraces([join(folder, 'gone')], canaries)).rejects.toThrow();
  await expect(findTraces([folder], canaries)).rejects.toThrow();
  await expect(findTraces([], ['te kort'])).rejects.toThrow(RangeError);
  await expect(traceIndex([Buffer.alloc(7)], [0])).rejects.toThrow(RangeError);
});

test('an error names no canary', async () => {
  const said = await findTraces([], ['kort']).catch((error: unknown) => String(error));
  expect(said).toContain('RangeError');
  expect(said).not.toContain('kort');
});

test('can be stopped, and tells how far it is', async () => {
  const path = await fileOf('big', Buffer.alloc(5 << 20));
  const stop = new AbortController();
  const seen: number[] = [];
  const search = findTraces([path, path], canaries, {
    signal: stop.signal,
    onProgress: ({ bytesScanned }) => {
      seen.push(bytesScanned);
      if (bytesScanned >= 2 << 20) stop.abort(new Error('stopped by hand'));
    },
  });
  await expect(search).rejects.toThrow('stopped by hand');
  expect(seen).toEqual([1 << 20, 2 << 20]);
});

test('other work goes on meanwhile', async () => {
  const path = await fileOf('big', Buffer.alloc(8 << 20));
  let turns = 0;
  let running = true;
  const turn = () => {
    turns += 1;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await findTraces([path], canaries);
  running = false;
  expect(turns).toBeGreaterThan(8);
});

test('all regular files of a folder and below, and no symbolic link is followed', async () => {
  const inside = join(folder, 'tree', 'deep', 'deeper');
  await mkdir(inside, { recursive: true });
  await writeFile(join(inside, 'b.db-wal'), '');
  await writeFile(join(folder, 'tree', '.hidden'), 'x');
  const outside = await fileOf('outside', Buffer.from('x'));
  await symlink(outside, join(folder, 'tree', 'link'));
  await symlink(folder, join(folder, 'tree', 'round'));
  const found = await filesBelow(join(folder, 'tree'));
  expect(found).toEqual([join(folder, 'tree', '.hidden'), join(inside, 'b.db-wal')]);
});
