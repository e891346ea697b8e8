import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from '../samples/run-main.ts';
import { type Browsing, describeInBrowser, printedPages, startBrowser } from './browser.ts';

interface StreetState {
  /** Compounds below the level asked for, of 25. */
  readonly below: number;
  /** Compounds whose level is blank. */
  readonly open?: number;
  /** Communities that are not drug-free and whose cases rise, of 5. */
  readonly rising?: number;
  readonly vetoed?: boolean;
}

const CODES = Array.from({ length: 25 }, (_, index) => index);

/** Four streets as an office hands them in: three tables, with headings above and signatures below that make notes. */
const writeFolder = (folder: string, states: readonly StreetState[]) => {
  mkdirSync(folder, { recursive: true });
  const streets = states.map(
    ({ vetoed }, at) => `2012,99010100${at + 1},第${at + 1}街道,达标,达标,${vetoed ? '不达标' : '达标'}`,
  );
  const communities = states.flatMap(({ rising = 0 }, at) =>
    CODES.slice(0, 5).map((index) => {
      const isRising = index < rising;
      return `2012,99010100${at + 1},99010100${at + 1}00${index + 1},第${at + 1}之${index + 1}社区,是,${isRising ? '否' : '是'},是,${isRising ? 31 : 20},26,5,5`;
    }),
  );
  const compounds = states.flatMap(({ below, open = 0 }, at) =>
    CODES.map((index) => {
      const level = index < below ? '先进' : index < below + open ? '' : '标兵';
      return `2012,99010100${at + 1},99010100${at + 1}00${(index % 5) + 1},第${at + 1}街道花园路${index + 1}号院,${level}`;
    }),
  );
  const table = (name: string, title: string, headings: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), [title, headings, ...rows, '填表人：张三', ''].join('\n'));
  table('街道.csv', '街道表', '年度,街道代码,街道名称,维稳综治专项考核,安全专项考核,计生专项考核', streets);
  table(
    '社区.csv',
    '社区表',
    '年度,街道代码,社区代码,社区名称,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
    communities,
  );
  table('小区.csv', '小区表', '年度,街道代码,社区代码,小区名称,创建等级', compounds);
};

const same = (state: StreetState) => [state, state, state, state];

describeInBrowser('the HTML report on paper', () => {
  let browser: Browsing;
  let folder: string;
  beforeAll(async () => {
    browser = await startBrowser();
    folder = mkdtempSync(join(tmpdir(), 'streetcheck-paper-'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const printed = async (name: string, states: readonly StreetState[], ...options: string[]) => {
    writeFolder(join(folder, name), states);
    const { stdout } = await runMain(['assess', join(folder, name), '--format', 'html', ...options]);
    const { page } = await browser.open(stdout);
    return printedPages(page);
  };

  test.each([
    ['all pass', same({ below: 0 })],
    ['all pass with units below', same({ below: 5 })],
    ['one fails by a veto', [{ below: 0 }, { below: 0, vetoed: true }, { below: 2 }, { below: 5 }]],
    [
      'two fail, one is open',
      [{ below: 5 }, { below: 4, open: 4 }, { below: 9, rising: 1 }, { below: 3, rising: 1, vetoed: true }],
    ],
    ['all fail a little', same({ below: 6 })],
    ['all fail by a veto and more', same({ below: 9, rising: 2, vetoed: true })],
    ['all are open', same({ below: 0, open: 20 })],
    ['all fail and are open', same({ below: 8, open: 6, rising: 1 })],
  ] as const)('four streets, of which %s, take at most 8 pages, none nearly blank', async (name, states) => {
    for (const language of ['zh', 'en'] as const) {
      const pages = await printed(name, states, '--lang', language);
      expect(pages.length).toBeLessThanOrEqual(8);
      const margin = /(?:报告指纹|Reportfingerprint)[\da-f]{16}·(?:数据指纹|Datafingerprint)[\da-f]{16}\d+\/\d+$/;
      const lengths = pages.map((text) => text.replace(margin, '').length);
      expect(lengths.length).toBeGreaterThan(1);
      for (const length of lengths) expect(length).toBeGreaterThan(400);
    }
  });

  test('a form that is longer than a sheet is printed whole, its title with its table, its signatures with its last rows', async () => {
    for (let below = 9; below < 20; below++) {
      const pages = await printed(`long-${below}`, same({ below, rising: 3 }), '--lang', 'zh');
      const all = pages.join('');
      expect(all.match(/街道考核情况表盐田区/g)).toHaveLength(4);
      expect(all.match(/检查组签字：/g)).toHaveLength(4);
      for (const text of pages) {
        expect(text).not.toMatch(/考核情况表[^考]*考核规则和依据条款要求实际结论报告指纹/);
        expect(text).not.toMatch(/^(?:检查组签字|签发人)/);
      }
    }
  });

  test('the units of a district stand once on paper, in the forms of their streets', async () => {
    const all = (await printed('once', same({ below: 6 }), '--lang', 'zh')).join('');
    expect(all.match(/第2街道花园路1号院创建等级：先进/g)).toHaveLength(1);
    expect(all).toContain('见各街道考核情况表');
  });

  test('with --street the units of the others stand in the form of the district', async () => {
    const all = (await printed('some', same({ below: 6 }), '--lang', 'zh', '--street', '990101001')).join('');
    expect(all.match(/第2街道花园路1号院创建等级：先进/g)).toHaveLength(1);
  });
});
