import { defineConfig } from 'vitest/config';

const soak = process.env.LATCHKEY_SOAK === '1';

export default defineConfig({
  // The graphql that Node gives Apollo Server: an error is an instance of one copy's classes only.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: './test/support/mongodb.ts',
    testTimeout: soak ? 600_000 : 30_000,
    hookTimeout: 30_000,
    // Tests that kill servers and databases run after the others, and alone.
    projects: [
      {
        extends: true,
        test: { name: 'main', include: ['test/**/*.test.ts'], exclude: ['test/crash/**'], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: soak ? 1_200_000 : 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
