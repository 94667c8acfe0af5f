/** Two suites: `quick` is `npm test` (under ten minutes), `long` is `npm run test:long` (many kills, many studies, long walks in a browser). */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A second, which is what it is otherwise, is short for a process to begin on a machine that does more at once; what is there ends the wait. */
const expect = { poll: { timeout: 30_000 } };

/** Several times what the longest of them takes by itself: some are half a minute of work, and a machine may be three times as slow. */
const quick = { testTimeout: 180_000, hookTimeout: 240_000 };

/**
 * The longest of `long`, which are short to read: by their size they would come last, and one of them would go on alone. First the one that
 * takes both processors, beside those in which nothing waits for a moment.
 */
const longest = [
  'vault/wrong-passphrases',
  'journey/many-studies',
  'electron/next-due-law',
  'electron/put-back',
  'electron/tampering',
  'files/hostile-files',
  'interview-cut/many-cuts',
  'interview-cut/interview-cut',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.long.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests wait for disks, browsers and processes more than they reckon: two side by side, each with folders and ports of its own.
    maxWorkers: 2,
    projects: [
      { test: { name: 'quick', include: ['test/**/*.test.ts'], ...quick, expect } },
      { test: { name: 'long', include: ['test/**/*.long.ts'], testTimeout: 1_200_000, hookTimeout: 600_000, expect } },
    ],
  },
});
