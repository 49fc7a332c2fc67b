import { defineConfig } from 'vitest/config';

const soak = process.env.LATCHKEY_SOAK === '1';
/** Only ends what would never end: the machine may be busy with other things. */
const TIMEOUT_MS = soak ? 1_200_000 : 120_000;
/** The test that kills the database of all others, and tests that use no database, to run beside it. */
const LAST = ['test/crash/database-killed.test.ts', 'test/documentation/**/*.test.ts', 'test/sdl/**/*.test.ts'];

export default defineConfig({
  // The graphql that Node gives Apollo Server: an error is an instance of one copy's classes only.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], tsconfigPaths: true },
  test: {
    // Files share what they import: loading it anew for each would take longer than the tests.
    isolate: false,
    setupFiles: './test/support/setup.ts',
    globalSetup: './test/support/mongodb.ts',
    // One waits for the database while the other works.
    maxWorkers: 2,
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    projects: [
      {
        extends: true,
        test: { name: 'main', include: ['test/**/*.test.ts'], exclude: LAST, sequence: { groupOrder: 0 } },
      },
      // After those that use the database.
      { extends: true, test: { name: 'database', include: LAST, sequence: { groupOrder: 1 } } },
    ],
  },
});
