import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const PRELOAD = new URL('peak-memory.js', import.meta.url).href;
const OUTPUT = join(tmpdir(), `streetcheck-bench-${process.pid}.out`);

/** What a run that judged answers: pass, fail, unknown. Node ends with 1 too when it cannot start, but not without a word. */
const JUDGED = new Set([0, 1, 2]);

/** @param {readonly string[]} args of node @param {readonly 'pipe'[]} [further] descriptors from 3 */
const runNode = (args, further = []) => {
  const output = openSync(OUTPUT, 'w');
  const child = spawnSync(process.execPath, args, { stdio: ['ignore', output, 'pipe', ...further] });
  closeSync(output);
  rmSync(OUTPUT);
  if (child.error) throw child.error;
  if (child.status === null || !JUDGED.has(child.status) || child.stderr.length > 0) {
    throw new Error(`node ${args.join(' ')} ended with ${child.status ?? child.signal}\n${child.stderr}`);
  }
  return child;
};

/** Wall time of a whole process in seconds, its output going to a file. @param {readonly string[]} args */
export const timeProcess = (args) => {
  const started = performance.now();
  runNode(args);
  return (performance.now() - started) / 1000;
};

/** Peak resident memory of a whole process in MB (10⁶ bytes). @param {readonly string[]} args */
export const measureMemory = (args) => {
  const child = runNode(['--import', PRELOAD, ...args], ['pipe']);
  return (Number(String(child.output[3])) * 1024) / 1e6;
};

/** @param {readonly string[]} args */
export const readOutput = (args) => execFileSync(process.execPath, args, { encoding: 'utf8' });
