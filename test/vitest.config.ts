import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A file for the results as JSON, for `.ci/run`. */
const results = process.env.TEST_RESULTS;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,js}'],
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    // Whole processes, and properties of a hundred runs, on machines of any speed.
    testTimeout: 60_000,
    // A style sheet imported as a text is that text, not an empty one.
    css: true,
    // A missing golden file is a failure; `-u` writes it.
    update: 'none',
  },
});
