import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateBatch } from './batch.js';
import { GENERATOR_VERSION } from './generate.js';

const GENERATE = fileURLToPath(new URL('generate.js', import.meta.url));
const SEED = 1;

/**
 * The folder of a generated register, kept in the temp folder from one benchmark to the next.
 * @param {string} scale @param {number} [times]
 */
export const dataSet = (scale, times = 1) =>
  kept(`${scale}-x${times}`, (out) => {
    const size = ['--scale', scale, '--times', String(times), '--seed', String(SEED)];
    execFileSync(process.execPath, [GENERATE, ...size, '--out', out]);
  });

/** The folder of so many small submissions, kept as well. @param {number} submissions */
export const batchOf = (submissions) =>
  kept(`batch-${submissions}`, (out) => generateBatch({ submissions, seed: SEED, out }));

/** @param {string} name @param {(out: string) => void} make */
const kept = (name, make) => {
  const folder = join(tmpdir(), `streetcheck-bench-${name}-seed${SEED}-v${GENERATOR_VERSION}`);
  if (!existsSync(folder)) {
    console.error(`generating ${folder}`);
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    make(partial);
    renameSync(partial, folder);
  }
  return folder;
};
