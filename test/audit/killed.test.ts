import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalOf } from '../../src/audit/journal.ts';
// @ts-expect-error: the build is plain JavaScript
import { bundle } from '../../src/build/bundle.js';
import { root } from '../cli/repository-copy.ts';

const RUNS = 200;
const COMMUNITIES = 6;
const COUNTS = 8;

let folder: string;
let script: string;

/** The scripted audit as a program of its own, with the rulesets where it looks for them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  for (const name of ['package.json', 'rules', 'dist/rulesets']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  await bundle({ audit: join(root, 'test/audit/scripted-audit.ts') }, dist, { minify: false });
  script = join(dist, 'audit.js');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const register = (): string => {
  const heading =
    '街道,社区,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案,备注\r\n';
  const rows = Array.from({ length: COMMUNITIES }, (_, at) => `甲街道,${at}社区,,,,,,,,"第 ${at} 个"\r\n`);
  return heading + rows.join('');
};

interface Run {
  readonly lines: readonly (readonly string[])[];
  readonly killed: boolean;
}

/** One run, killed once it has said so many lines; null lets it live. */
const run = async (file: string, after: number | null): Promise<Run> => {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let text = '';
  const kill = () => {
    if (after !== null && text.split('\n').length > after) child.kill('SIGKILL');
  };
  kill();
  child.stdout.on('data', (chunk) => {
    text += chunk;
    kill();
  });
  const [[code, signal]] = await Promise.all([exit, once(child.stdout, 'end')]);
  if (signal === null) expect(code).toBe(0);
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
  return { lines: lines.map((line) => line.split(' ')), killed: signal === 'SIGKILL' };
};

const cellsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

test(`${RUNS} audits killed at random moments lose no answer and go on where they stopped`, async () => {
  const audits = async (name: string, runs: number): Promise<number> => {
    let killed = 0;
    for (let file = join(folder, `${name}.csv`), done = 0; done < runs; ) {
      writeFileSync(file, register());
      rmSync(journalOf(file), { force: true });
      const confirmed = new Map<string, string>();
      let isSaved = false;
      while (!isSaved) {
        const isLast = done >= runs;
        // Before the first line, between two answers, while one is written, while the file is.
        const { lines, killed: wasKilled } = await run(file, isLast ? null : confirmed.size + randomInt(8));
        done++;
        if (wasKilled) killed++;
        const had = new Map(lines.filter(([kind]) => kind === 'have').map(([, key, text]) => [key!, text!]));
        const isReady = lines.some(([kind]) => kind === 'ready');
        const wasWritten = isReady && had.size === 0 && confirmed.size > 0;
        if (isReady && !wasWritten) for (const [key, text] of confirmed) expect(had.get(key)).toBe(text);
        // The run before was killed between writing the file and its end: then every answer is in the file.
        if (wasWritten) expect(confirmed.size).toBe(COMMUNITIES * (COUNTS - 1));
        // Killed between the disk and the screen: on disk although it was never said.
        for (const [key, text] of had) confirmed.set(key, text);
        for (const [kind, key, text] of lines) {
          if (kind !== 'kept') continue;
          expect(had.has(key!), `${key} asked again`).toBe(false);
          confirmed.set(key!, text!);
        }
        isSaved = wasWritten || lines.some(([kind]) => kind === 'saved');
      }
      const fields = [
        'safeCivilized',
        'drugFree',
        'cultFree',
        'criminalCases',
        'criminalCasesPrevious',
        'securityCases',
        'securityCasesPrevious',
      ];
      const cells = cellsOf(file);
      expect(confirmed.size).toBe(COMMUNITIES * (COUNTS - 1));
      for (const [key, text] of confirmed) {
        const [, row, field] = key.split('.') as [string, string, string];
        expect(cells[Number(row)]![2 + fields.indexOf(field)]).toBe(text);
      }
    }
    return killed;
  };
  const results = await Promise.all([audits('a', RUNS / 2), audits('b', RUNS / 2)]);
  expect(results[0]! + results[1]!).toBeGreaterThanOrEqual(RUNS * 0.8);
}, 300_000);
