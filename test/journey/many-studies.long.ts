import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inMemory } from '../electron/office.ts';
import { wrongs } from './raw-study.ts';
import { runStudy } from './run-study.ts';

/** In memory: that the reference study stands on a disk is enough, and a sync of each write is what these would wait for. */
let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('many studies with other people in them', () => {
  test.each([2, 3, 4, 5, 6, 8, 9, 10, 11, 12])(
    'seed %i: nobody is wronged, tables are counts, nothing is left',
    async (seed) => {
      folder = mkdtempSync(join(inMemory, 'veldwerk-many-'));
      const { raw, summary, tracesInStudy, opened } = await runStudy(folder, 'study', seed);
      expect(wrongs(raw)).toEqual([]);
      expect(tracesInStudy).toBe(0);
      for (const { group, invited, responses } of summary.groups) {
        const cases = raw.cases.filter(({ group_code }) => group_code === group);
        expect([invited, responses]).toEqual([
          cases.length,
          cases.filter(({ final_code }) => final_code === '1.1').length,
        ]);
      }
      expect(summary.contacts.emailsReceived).toBe(summary.contacts.emailsSent);
      expect(summary.destruction).toMatchObject({ foundBefore: summary.destruction.canaries, foundAfter: 0 });
      expect(opened.canaries.length).toBeGreaterThan(3000);
    },
  );
});
