import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../electron/office.ts';

const here = temporaryFolder();
afterAll(() => here.remove());

const demo = new URL('../../scripts/demo.ts', import.meta.url).pathname;
const run = (...options: string[]) => promisify(execFile)(process.execPath, [demo, ...options], { encoding: 'utf8' });

describe('npm run demo', () => {
  test('carries out a whole study with real keys and vault processes, and writes its summary', async () => {
    const folder = join(here.folder, 'out');
    const { stdout } = await run('--out', folder);
    expect(stdout).toMatch(/Totaal +483 +254 +53/);
    const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect(Object.keys(summary)).toEqual(['groups', 'total', 'contacts', 'intake', 'destruction']);
    expect(summary.total).toEqual({ invited: 483, responses: 254, percent: 53 });
    expect(summary.contacts.letters).toBe(200);
    expect(summary.contacts.emailsReceived).toBe(summary.contacts.emailsSent);
    expect(summary.destruction.foundBefore).toBe(summary.destruction.canaries);
    expect(summary.destruction.foundAfter).toBe(0);
    expect(existsSync(join(folder, 'study', 'results', 'certificate-of-destruction.pdf'))).toBe(true);
    // An earlier demo may be replaced.
    expect(existsSync(join(folder, '.veldwerk-demo'))).toBe(true);
  });

  test('leaves a folder alone that is not its own', async () => {
    const folder = join(here.folder, 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    await expect(run('--out', folder)).rejects.toThrow(/not the output of an earlier demo/);
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('refuses a seed that is no number', async () => {
    await expect(run('--out', join(here.folder, 'other'), '--seed', 'seven')).rejects.toThrow(/whole number/);
  });
});
