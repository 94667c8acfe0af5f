/** Two suites: `quick` is `npm test` (under ten minutes), `long` is `npm run test:long` (many kills, many studies, long walks in a browser). */
import { defineConfig } from 'vitest/config';

/** A second, which is what it is otherwise, is short for a process to begin on a machine that does more at once; what is there ends the wait. */
const expect = { poll: { timeout: 30_000 } };

/** Several times what the longest of them takes by itself: some are half a minute of work, and a machine may be three times as slow. */
const quick = { testTimeout: 180_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // Tests wait for disks, browsers and processes more than they reckon: two side by side, each with folders and ports of its own.
    maxWorkers: 2,
    projects: [
      { test: { name: 'quick', include: ['test/**/*.test.ts'], ...quick, expect } },
      { test: { name: 'long', include: ['test/**/*.long.ts'], testTimeout: 1_200_000, hookTimeout: 600_000, expect } },
    ],
  },
});
