import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
    globalSetup: ['test/support/built-command.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Starting Node.js and loading the language anew for each file takes longer than most files: tests share nothing that they change, and the
    // order of files and tests may be any (`--sequence.shuffle`).
    pool: 'threads',
    isolate: false,
    // Vitest leaves one processor to itself; here its tests mostly wait for processes that they start.
    maxWorkers: '100%',
  },
});
