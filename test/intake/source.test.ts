import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openFile } from '../../src/intake/node/source.ts';
import { InputChangedError, type Source } from '../../src/intake/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (at: number) => join(folder, `${at}.csv`);

/** More than are kept open. */
const FILES = 300;

beforeEach(() => {
  for (let at = 0; at < FILES; at++) {
    writeFileSync(fileOf(at), `街道,社区,小区,创建等级,年度\n梅沙街道,社区${at},小区${at},标兵,2012\n`);
    utimesSync(fileOf(at), 1_350_000_000, 1_350_000_000);
  }
});

const withAll = (use: (sources: readonly Source[]) => void): void => {
  const sources = Array.from({ length: FILES }, (_, at) => openFile(fileOf(at)));
  try {
    use(sources);
  } finally {
    for (const source of sources) source.close();
  }
};

test('each of many files is read, in any order and again', () =>
  withAll((sources) => {
    for (const at of [0, 299, 5, 0, 150, ...sources.keys(), ...[...sources.keys()].reverse()]) {
      expect(new TextDecoder().decode(sources[at]!.read(0, 1000))).toContain(`小区${at},`);
    }
  }));

test.each<[string, (file: string) => void]>([
  ['removed', (file) => rmSync(file)],
  [
    'replaced by another of the same size and time',
    (file) => {
      writeFileSync(`${file}.new`, `街道,社区,小区,创建等级,年度\n梅沙街道,社区0,小区0,先进,2012\n`);
      utimesSync(`${file}.new`, 1_350_000_000, 1_350_000_000);
      renameSync(`${file}.new`, file);
    },
  ],
  ['written to', (file) => writeFileSync(file, '街道\n')],
  [
    'written to without another size',
    (file) => writeFileSync(file, `街道,社区,小区,创建等级,年度\n梅沙街道,社区0,小区0,先进,2012\n`),
  ],
])('a file that was %s is not read any more', (_, change) =>
  withAll(([first]) => {
    change(fileOf(0));
    expect(() => first!.read(0, 1000)).toThrow(InputChangedError);
  }),
);

test.runIf(process.platform !== 'win32')('a folder may hold more files than a process may have open', () => {
  const command = `ulimit -n 128 && exec "${process.execPath}" bin/streetcheck.js assess "${folder}" --format json`;
  const { stdout, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const { totals, diagnostics } = JSON.parse(stdout);
  expect({ status, records: totals.records, diagnostics }).toEqual({ status: 2, records: FILES, diagnostics: [] });
});
