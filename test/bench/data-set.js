import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GENERATOR_VERSION } from './generate.js';

const GENERATE = fileURLToPath(new URL('generate.js', import.meta.url));
const SEED = 1;

/**
 * The folder of a generated register, kept in the temp folder from one benchmark to the next.
 * @param {string} scale @param {number} [times]
 */
export const dataSet = (scale, times = 1) => {
  const folder = join(tmpdir(), `streetcheck-bench-${scale}-x${times}-seed${SEED}-v${GENERATOR_VERSION}`);
  if (!existsSync(folder)) {
    console.error(`generating ${folder}`);
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    const size = ['--scale', scale, '--times', String(times), '--seed', String(SEED)];
    execFileSync(process.execPath, [GENERATE, ...size, '--out', partial]);
    renameSync(partial, folder);
  }
  return folder;
};
