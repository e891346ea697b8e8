import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const command = fileURLToPath(new URL('../../bin/streetcheck.js', import.meta.url));
const generate = fileURLToPath(new URL('../bench/generate.js', import.meta.url));

/** A register whose report with every witness takes many writes. */
export const generated = () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  execFileSync(process.execPath, [generate, '--scale', 'city', '--times', '4', '--out', folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
};

/** The command as a process of its own; `ended` gives its exit code and the signal that ended it. */
export const start = (...argv: readonly string[]) => {
  const run = spawn(process.execPath, [command, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    run[name].setEncoding('utf8');
    run[name].on('data', (text: string) => {
      written[name] += text;
    });
  }
  let over = false;
  const ended = once(run, 'close').then(([code, signal]) => {
    over = true;
    return { code: code as number | null, signal: signal as string | null, ...written };
  });
  return { run, ended, isOver: () => over };
};

const turn = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const hiddenFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.'));

const sizes = (folder: string): Map<string, number> =>
  new Map(
    readdirSync(folder).map((name) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0]),
  );

/**
 * Waits until so many bytes of something new lie in `folder`, under whatever name, or the run is over. Call it right
 * after the start: what lies there then is old.
 */
export const untilWritten = async (folder: string, bytes: number, isOver: () => boolean): Promise<void> => {
  const old = sizes(folder);
  const isNew = ([name, size]: readonly [string, number]) => size !== old.get(name) && size >= bytes;
  while (!isOver() && ![...sizes(folder)].some(isNew)) await turn(1);
};
