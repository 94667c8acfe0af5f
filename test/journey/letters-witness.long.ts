import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedCode } from '../../shared/study/login-code.ts';
import { temporaryFolder } from '../electron/office.ts';
import { type Run, runStudy } from './run-study.ts';

const here = temporaryFolder();
afterAll(() => here.remove());
/** Poppler's reader shares no code with the writer or with pdf.js. */
const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

describe.skipIf(!hasPdftotext)(
  'the letters, read by pdftotext (poppler-utils; this witness is skipped where it is not installed)',
  () => {
    let run: Run;
    beforeAll(async () => {
      run = await runStudy(here.folder, 'reference', 1);
    });

    test('are 200 pages with 200 different codes, each a stored one, and its own link', () => {
      const folder = join(here.folder, 'reference-copy', 'handouts');
      const { stdout, status } = spawnSync('pdftotext', ['-layout', join(folder, readdirSync(folder)[0]!), '-'], {
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      const pages = stdout.split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBe(200);
      const stored = new Map(run.codes.map((code) => [printedCode(code as never), code]));
      const codes = pages.map((page) => {
        const printed = [...stored.keys()].filter((code) => page.replaceAll(' ', '').includes(code));
        expect(printed.length).toBe(1);
        expect(page).toContain(`?code=${stored.get(printed[0]!)}`);
        return printed[0];
      });
      expect(new Set(codes).size).toBe(200);
    });
  },
);
