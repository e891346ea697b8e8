import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone when the test ends. */
export const writeFolder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

const repeated = (values: Readonly<Record<string, number>>): string[] =>
  Object.entries(values).flatMap(([value, times]) => Array.from({ length: times }, () => value));

/** A total is declared where there are none: what is not on the register is not known else. */
const streetsWith = (communities: number, compounds: number): string => {
  const totals = [communities, compounds].map((count) => (count === 0 ? '0' : ''));
  return [
    '年度,街道代码,街道,维稳综治专项考核,安全专项考核,计生专项考核,社区总数,小区总数\n',
    `2012,440308003,沙头角街道,达标,达标,达标,${totals.join(',')}\n`,
  ].join('');
};

/** One street with so many communities by the label of 无毒社区 and so many compounds by level. */
export const writeRegister = (drugFree: Readonly<Record<string, number>>, levels: Readonly<Record<string, number>>) => {
  const serial = (at: number) => String(at + 1).padStart(3, '0');
  const communities = repeated(drugFree).map(
    (label, at) => `2012,440308003,440308003${serial(at)},第${at + 1}社区,是,${label},是,1,1,1,1\n`,
  );
  const compounds = repeated(levels).map(
    (level, at) => `2012,440308003,440308003001${serial(at)},第${at + 1}小区,${level}\n`,
  );
  const titles = '安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案';
  return writeFolder({
    'streets.csv': streetsWith(communities.length, compounds.length),
    'communities.csv': `年度,街道代码,社区代码,社区名称,${titles}\n${communities.join('')}`,
    'compounds.csv': `年度,街道代码,小区编号,小区名称,创建等级\n${compounds.join('')}`,
  });
};
