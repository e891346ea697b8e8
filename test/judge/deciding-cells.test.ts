import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMain } from '../samples/run-main.ts';
import { writeFolder } from './write-folder.ts';

const HEADINGS =
  '年度,街道代码,社区代码,社区名称,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案';

/** One street whose one community has these cases. */
const folderOf = (cases: string): string =>
  writeFolder({
    '社区.csv': `${HEADINGS}\n2012,440308003,440308003001,田心社区,是,是,是,${cases}\n`,
    '街道.csv':
      '年度,街道代码,街道名称,维稳综治专项考核,安全专项考核,计生专项考核\n2012,440308003,沙头角街道,达标,达标,不达标\n',
  });

interface Cell {
  readonly field: string;
  readonly heading: string;
  readonly text: string;
  readonly place: { readonly column: number; readonly sheetCell: string };
}
interface Saved {
  readonly subjects: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly witnesses: Record<'failing' | 'unknown', readonly (Cell & { readonly cells: readonly Cell[] })[]>;
    }[];
  }[];
}

const witnessOf = async (folder: string, rule: string) => {
  const { stdout } = await runMain(['assess', folder, '--lang', 'zh', '--format', 'json']);
  const { witnesses } = (JSON.parse(stdout) as Saved).subjects[0]!.findings.find((each) => each.rule === rule)!;
  return [...witnesses.failing, ...witnesses.unknown][0]!;
};

test.each([
  ['criminal cases rise', '31,26,5,5', 'H2', ['H2 31', 'I2 26']],
  ['security cases rise', '20,26,6,5', 'J2', ['J2 6', 'K2 5']],
  ['both rise', '31,26,6,5', 'H2', ['H2 31', 'I2 26', 'J2 6', 'K2 5']],
  ['the base year is blank', '31,,5,5', 'I2', ['H2 31', 'I2 ']],
  ['one rises and one is not known', '31,26,,5', 'H2', ['H2 31', 'I2 26']],
  ['nothing is known', ',,,', 'H2', ['H2 ', 'I2 ', 'J2 ', 'K2 ']],
])('every cell that decided: %s', async (_, cases, first, cells) => {
  const witness = await witnessOf(folderOf(cases), 'case-trend');
  expect(witness.place.sheetCell).toBe(first);
  expect(witness.cells.map(({ place, text }) => `${place.sheetCell} ${text}`)).toEqual(cells);
});

test('a witness of one cell lists that cell', async () => {
  const { cells, field, heading, text, place } = await witnessOf(folderOf('1,1,1,1'), 'family-planning');
  expect(cells).toEqual([{ field, heading, text, place }]);
});

test.each(['table', 'html', 'csv', 'markdown', 'github', 'sarif', 'junit'])(
  'both years of a comparison are told in %s, and a saved report tells them again',
  async (format) => {
    const folder = folderOf('31,26,6,5');
    const direct = await runMain(['assess', folder, '--lang', 'zh', '--format', format]);
    const cells = '本年刑事发案：31，上年刑事发案：26，本年治安发案：6，上年治安发案：5';
    expect(direct.stdout.replaceAll(/\s/g, '')).toContain(cells);
    const { stdout: saved } = await runMain(['assess', folder, '--lang', 'zh', '--format', 'json']);
    const file = join(folder, 'r.json');
    writeFileSync(file, saved);
    const again = await runMain(['report', file, '--lang', 'zh', '--format', format]);
    expect(again.stdout.replaceAll(/\s/g, '')).toContain(cells);
    expect((await runMain(['report', file, '--lang', 'zh', '--format', 'json'])).stdout).toBe(saved);
  },
);

test.each([
  ['沙头', '数据中没有这个街道：沙头；数据中有 1 个街道：440308003 沙头角街道'],
  ['海山街道', '数据中没有这个街道：海山街道；数据中有 1 个街道：440308003 沙头角街道'],
])('--street %s that matches nothing lists the streets there are', async (wish, expected) => {
  const { code, stderr } = await runMain(['assess', folderOf('1,1,1,1'), '--lang', 'zh', '--street', wish]);
  expect(code).toBe(64);
  expect(stderr).toContain(expected);
});

test('of many streets the nearest are listed, by name or code', async () => {
  const codes = Array.from({ length: 40 }, (_, index) => 440308100 + index);
  const rows = codes.map(
    (code, index) => `2012,${code},${'甲乙丙丁戊己庚辛'[index % 8]}${'山水田林'[index % 4]}${index}街道`,
  );
  const folder = writeFolder({ '街道.csv': `年度,街道代码,街道名称\n${rows.join('\n')}\n` });
  const told = async (wish: string) => (await runMain(['assess', folder, '--lang', 'zh', '--street', wish])).stderr;
  expect(await told('乙水9X街道')).toContain('数据中有 40 个街道，最接近的有：440308109 乙水9街道');
  expect(await told('440308139x')).toContain('最接近的有：440308139 ');
  expect((await told('无')).match(/4403081\d\d/g)).toHaveLength(12);
});
