import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultsIn } from '../../../electron/files/results.ts';
import { temporaryFolder } from '../office.ts';

test('the list of results names every file, and a folder that someone put among them is no obstacle', () => {
  const here = temporaryFolder();
  const results = resultsIn(join(here.folder, 'results'));
  expect(results.list()).toEqual([]);
  results.write('dataset-a.csv', new TextEncoder().encode('abc'));
  mkdirSync(join(results.folder, 'older'));
  writeFileSync(join(results.folder, 'note.txt'), '');
  expect(results.list().map(({ name }) => name)).toEqual(['dataset-a.csv', 'note.txt']);
  // FIPS 180-2, appendix B.1
  expect(results.list()[0]?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  here.remove();
});
