import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // Whole processes, and properties of a hundred runs, on machines of any speed.
    testTimeout: 60_000,
    // A missing golden file is a failure; `-u` writes it.
    update: 'none',
  },
});
