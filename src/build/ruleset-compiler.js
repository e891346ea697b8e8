export { bundledIds } from '../ruleset/bundled-rulesets.ts';
export { compileStandalone } from '../ruleset/compile-standalone.ts';
