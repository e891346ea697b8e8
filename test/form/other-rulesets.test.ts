import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsOf } from '../laws/findings.ts';
import { reportOn } from '../laws/report-of.ts';
import {
  COMMUNITIES_AND_VETO,
  COMMUNITIES_ONLY,
  COMPOUNDS_ONLY,
  STREETS_COUNTED,
  SUMMARY_ONLY,
  type Texts,
  writeBoth,
} from '../rulesets/small-rulesets.ts';
import { runMain } from '../samples/run-main.ts';

const COMMUNITIES =
  '社区代码,社区名称,街道代码,所属街道,长者食堂\n440308001001,一社区,440308001,梅沙街道,有\n440308001002,二社区,440308001,梅沙街道,\n';
const STREETS = '街道代码,街道名称,消防考核\n440308001,梅沙街道,不合格\n440308002,盐田街道,\n';
const COMPOUNDS = '小区名称,街道名称,电梯数\n甲村,梅沙街道,2\n乙村,梅沙街道,\n丙村,盐田街道,0\n';
const SUMMARY = '街道名称,社区总数,有食堂社区数\n梅沙街道,3,1\n盐田街道,4,\n';
const FIRE = '街道名称,社区总数,有食堂社区数,消防\n梅沙街道,3,1,合格\n盐田街道,4,,不合格\n';

const cases: readonly [name: string, ruleset: Texts, data: Texts, tables: readonly string[]][] = [
  ['communities alone', COMMUNITIES_ONLY, { '1.csv': COMMUNITIES }, ['communities']],
  [
    'communities and a veto',
    COMMUNITIES_AND_VETO,
    { '1.csv': COMMUNITIES, '2.csv': STREETS },
    ['streets', 'communities'],
  ],
  ['compounds known by name', COMPOUNDS_ONLY, { '1.csv': COMPOUNDS }, ['compounds']],
  ['summary counts', SUMMARY_ONLY, { '1.csv': SUMMARY }, ['streets']],
  ['streets that are counted', STREETS_COUNTED, { '1.csv': FIRE }, ['streets']],
];

const all = cases.flatMap((each) => ['csv', 'yaml', 'xlsx'].map((format) => [format, ...each] as const));

test.each(all)('forms (%s) of a ruleset of %s', async (format, _, ruleset, data, tables) => {
  const at = writeBoth(ruleset, data);
  const make = async (name: string, ...argv: readonly string[]) => {
    const out = join(at.rules, name);
    const output = format === 'csv' ? `${out}/` : `${out}.${format}`;
    const made = await runMain(['template', ...tables, '--rules', at.rules, '--lang', 'en', '-o', output, ...argv]);
    expect(made.code, made.stderr).toBe(0);
    return reportOn({ paths: [output], rules: at.rules, year: 2020 });
  };
  const direct = await reportOn({ paths: [at.data], rules: at.rules, year: 2020 });
  const filled = await make('filled', '--from', at.data, '--year', '2020');
  expect(findingsOf(filled)).toEqual(findingsOf(direct));
  const blank = await make('blank');
  expect(blank.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(blank.verdict).not.toBe('pass');
});
