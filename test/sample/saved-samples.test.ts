import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSavedReport } from '../../src/intake/passed-over.ts';
import { runMain } from '../samples/run-main.ts';
import { drawInto, newFolder, toCsv, write } from './draw-files.ts';

const SEED = ['--seed', '1'];

describe.each(['zh', 'en'])('what sample writes in %s is no data of the next run', (language) => {
  test.each([
    ['a draw', ['random', 'samples/passing', '--of', 'compounds', '--refute', ...SEED]],
    ['streets', ['streets', 'samples/passing', '--refute', ...SEED]],
    ['targets', ['targeted', 'samples/passing']],
  ])('%s', async (_, argv) => {
    for (const format of ['table', 'json']) {
      const { stdout } = await runMain(['sample', ...argv, '--format', format, '--lang', language]);
      expect(isSavedReport(stdout)).toBe(true);
    }
  });

  test.each(['标兵', '先进', ''])('a judgement with all units at %j', async (level) => {
    const folder = newFolder();
    const { file, rows } = await drawInto(folder, 'samples/passing', '--rule', 'model-compounds', '--refute', ...SEED);
    const column = rows[0]!.indexOf('创建等级');
    const filled = rows.map((row, at) => (at === 0 ? row : row.toSpliced(column, 1, level)));
    const form = write(folder, 'filled.csv', toCsv(filled));
    for (const format of ['table', 'json']) {
      const { stdout } = await runMain(['sample', 'judge', file, form, '--format', format, '--lang', language]);
      expect(isSavedReport(stdout)).toBe(true);
    }
  });
});

test('a draw and its form among the data are told, and not read', async () => {
  const folder = newFolder();
  write(folder, 'compounds.csv', '年度,街道,社区,小区,创建等级\n2012,甲街道,乙社区,一村,标兵\n');
  const argv = ['sample', 'random', folder, '--of', 'compounds', '--refute', ...SEED];
  const first = await runMain([...argv, '--output', join(folder, 'list.txt'), '--form', join(folder, 'form.csv')]);
  expect(first.code).toBe(0);
  const { diagnostics, register } = JSON.parse((await runMain([...argv, '--format', 'json'])).stdout);
  expect(register.units).toBe(1);
  expect(
    diagnostics.map(({ code }: { code: string }) => code).filter((code: string) => code === 'input.saved-report'),
  ).toHaveLength(2);
});
