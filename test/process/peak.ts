import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';

/** In KiB: what any file may take. */
export const MOST = 600 * 1024;

export interface Peak {
  readonly codes: readonly string[];
  readonly records: number;
  /** In KiB. */
  readonly peak: number;
}

/** Assesses or plans in a process of its own; prints what was found and the most memory that it held, as Linux counts. */
const SCRIPT = `
const { assess, plan } = await import(${JSON.stringify(pathToFileURL('dist/index.js').href)});
const [file, verb] = process.argv.slice(1);
const { diagnostics, totals } = await { assess, plan }[verb](file, { year: 2012 });
const codes = diagnostics.map(({ code }) => code);
const { readFileSync } = await import('node:fs');
// The most of \`resourceUsage\` may be that of the process it was forked from.
const peak = Number(/VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ codes, records: totals.records, peak }));
`;

export const peakOf = (file: string, verb: 'assess' | 'plan' = 'assess'): Peak => {
  const args = ['--input-type=module', '-e', SCRIPT, file, verb];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Peak;
};
