/** `npm run mutate [-- PART…]`: changes the code bit by bit, and reports the changes that no test of its folder notices. */
import { Stryker } from '@stryker-mutator/core';

/** What is changed, and the tests that have to notice. */
const PARTS = {
  verdicts: {
    code: 'src/judge/{choose-counts,decide,judge-subject}.ts',
    tests: 'test/judge/{choose-counts,decide,decision,judge-share,judge-subject,judge-veto}.test.ts',
  },
  judge: {
    code: 'src/judge/!(choose-counts|decide|judge-subject).ts',
    tests: 'test/judge/*.test.ts',
  },
  conditions: { code: 'src/ruleset/condition.ts', tests: 'test/ruleset/condition.test.ts' },
  share: { code: 'src/model/share.ts', tests: 'test/model/share.test.ts' },
  sample: {
    code: 'src/sample/{draw-units,hypergeometric,judge-draw,ratio}.ts',
    tests: 'test/sample/{arithmetic,sizes}.test.ts',
  },
  register: {
    code: 'src/register/{codes,link,subjects,totals-check,units}.ts',
    tests: 'test/register/!(memory).test.ts',
  },
};

const asked = process.argv.slice(2);
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const { code, tests } = PARTS[part];
  process.env.MUTATION_TESTS = tests;
  await new Stryker({
    mutate: [code],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
    concurrency: 2,
    // On a busy machine what is slow is not without end.
    timeoutMS: 15_000,
    incremental: true,
    // What is changed while a file is loaded goes unnoticed: the tests of a part load the code once.
    ignoreStatic: true,
    incrementalFile: `coverage/mutants-${part}.json`,
    // TypeScript 7 cannot rewrite it for Stryker, and nothing in it has to be.
    tsconfigFile: 'none',
    tempDirName: 'coverage/mutated',
    ignorePatterns: ['coverage', 'dist'],
    reporters: ['clear-text', 'progress'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 100, low: 95, break: null },
  }).runMutationTest();
}
