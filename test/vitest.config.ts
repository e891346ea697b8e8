import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A file for the results as JSON, for `.ci/run`. */
const results = process.env.TEST_RESULTS;

/** What the stages answer, but for inputs of many megabytes: `npm run test:fast`. */
const FAST = [
  'test/architecture.test.ts',
  'test/{intake,judge,model,register,ruleset,rulesets,words}/!(memory|refused|too-many-streets|yaml).test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    setupFiles: ['test/bundled-once.ts'],
    // Whole processes, and properties of a hundred runs, on machines of any speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A style sheet imported as a text is that text, not an empty one.
    css: true,
    // A missing golden file is a failure; `-u` writes it.
    update: 'none',
    // All cores: by default one is left to what watches.
    maxWorkers: '100%',
    maxConcurrency: 8,
    // They run in the order of their names: the many short files come last, and no core waits long for another.
    projects: [
      { extends: true, test: { name: 'deep', include: ['test/**/*.test.{ts,js}'], exclude: FAST } },
      // The program is loaded once for many files: none leaves anything behind.
      { extends: true, test: { name: 'fast', include: FAST, isolate: false } },
    ],
  },
});
