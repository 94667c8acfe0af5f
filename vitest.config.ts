/** Two suites: `quick` is `npm test` (under ten minutes), `long` is `npm run test:long` (many kills, many studies). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'quick', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'long', include: ['test/**/*.long.ts'], testTimeout: 1_200_000, hookTimeout: 600_000 } },
    ],
  },
});
