import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

const { projects: _, reporters: __, ...common } = shared.test!;

/** The tests of one part, for Stryker. */
export default defineConfig({ ...shared, test: { ...common, include: [process.env.MUTATION_TESTS!], isolate: false } });
