import { defineConfig } from 'vitest/config';

/** Files share what was loaded: no test leans on a module that is new, and loading the house anew for each file took as long as its tests. */
const isolate = false;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          isolate,
          sequence: { groupOrder: 0 },
          include: ['contract/**/*.test.ts', 'web/**/*.test.ts', 'server/platform/tables/*.test.ts'],
          exclude: ['web/**/*.browser.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          isolate,
          sequence: { groupOrder: 1 },
          include: ['server/**/*.test.ts'],
          exclude: ['server/platform/tables/**', 'server/platform/db/embedded/**'],
          maxWorkers: 2,
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'embedded',
          sequence: { groupOrder: 2 },
          include: ['server/platform/db/embedded/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          isolate,
          sequence: { groupOrder: 3 },
          include: ['web/kit/**/*.browser.test.ts'],
          globalSetup: ['web/kit/gallery-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate,
          sequence: { groupOrder: 4 },
          include: ['e2e/journeys/*.spec.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
