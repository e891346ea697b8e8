import { expect, test } from 'vitest';
import { foldHeading, foldLabel } from '../../src/model/fold.ts';
import type { Ruleset, TableName } from '../../src/model/ruleset.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

const load = async (): Promise<Ruleset> => {
  const loaded = await loadRuleset('yantian-2011');
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.ruleset;
};

test('the rules are those of the scheme, with their clauses', async () => {
  const rules = (await load()).rules.map((rule) => [
    rule.id,
    rule.kind === 'share' ? rule.target.atLeast : rule.passes,
    rule.clause,
    rule.scopes.join(),
    rule.obligation,
    rule.requiredFrom,
  ]);
  expect(rules).toEqual([
    ['model-compounds', '80', '二', 'street,district', 'required', undefined],
    ['safe-civilized-communities', '100', '二', 'street,district', 'required', undefined],
    ['drug-free-communities', '100', '二', 'street,district', 'required', undefined],
    ['cult-free-communities', '100', '二', 'street,district', 'required', undefined],
    ['case-trend', '90', '二', 'street,district', 'required', undefined],
    ['stability', 'pass', '四(四)', 'street', 'required', undefined],
    ['safety', 'pass', '四(四)', 'street', 'required', undefined],
    ['family-planning', 'pass', '四(四)', 'street', 'required', undefined],
    ['named-streets', '100', '二', 'district', 'required', 2014],
  ]);
});

test.each<[TableName, string, string]>([
  ['streets', 'code', 'code 街道代码'],
  ['streets', 'name', 'name 街道 街道名称'],
  ['streets', 'district', 'district 区 区名称'],
  ['streets', 'districtCode', 'districtCode 区代码'],
  ['streets', 'year', 'year 年度 年份'],
  ['streets', 'stability', 'stability 维稳综治专项考核 维稳综治'],
  ['streets', 'safety', 'safety 安全专项考核 安全'],
  ['streets', 'familyPlanning', 'familyPlanning 计生专项考核 计生'],
  ['streets', 'compounds', 'compounds 小区总数 小区总数（个）'],
  ['streets', 'modelCompounds', 'modelCompounds 标兵小区数'],
  ['streets', 'communities', 'communities 社区总数'],
  ['streets', 'safeCivilizedCommunities', 'safeCivilizedCommunities 安全文明社区数'],
  ['streets', 'drugFreeCommunities', 'drugFreeCommunities 无毒社区数'],
  ['streets', 'cultFreeCommunities', 'cultFreeCommunities 无邪社区数'],
  ['streets', 'caseTrendCommunities', 'caseTrendCommunities 发案稳中有降社区数'],
  ['communities', 'code', 'code 社区代码'],
  ['communities', 'name', 'name 社区 社区名称'],
  ['communities', 'street', 'street 街道 街道名称'],
  ['communities', 'streetCode', 'streetCode 街道代码'],
  ['communities', 'year', 'year 年度 年份'],
  ['communities', 'safeCivilized', 'safeCivilized 安全文明社区'],
  ['communities', 'drugFree', 'drugFree 无毒社区'],
  ['communities', 'cultFree', 'cultFree 无邪社区 无邪教社区'],
  ['communities', 'criminalCases', 'criminalCases 本年刑事发案 刑事发案数 刑事发案数(起)'],
  ['communities', 'criminalCasesPrevious', 'criminalCasesPrevious 上年刑事发案'],
  ['communities', 'securityCases', 'securityCases 本年治安发案 治安发案数'],
  ['communities', 'securityCasesPrevious', 'securityCasesPrevious 上年治安发案'],
  ['compounds', 'code', 'code 小区编号 小区代码'],
  ['compounds', 'name', 'name 小区 小区名称'],
  ['compounds', 'community', 'community 社区 社区名称'],
  ['compounds', 'communityCode', 'communityCode 社区代码'],
  ['compounds', 'street', 'street 街道 街道名称'],
  ['compounds', 'streetCode', 'streetCode 街道代码'],
  ['compounds', 'year', 'year 年度 年份'],
  ['compounds', 'kind', 'kind 小区类型'],
  ['compounds', 'level', 'level 创建等级 等级'],
  ['compounds', 'evidence', 'evidence 佐证材料'],
])('%s: %s is known by its headings', async (table, name, headings) => {
  const { fields } = (await load()).records[table]!;
  for (const heading of headings.split(' ')) {
    const owners = fields.filter((field) => field.headings.map(foldHeading).includes(foldHeading(heading)));
    expect(owners.map((field) => field.name)).toEqual([name]);
  }
});

const YES = '是 √ 有 达标 合格 已创建 yes true pass';
const NO = '否 × 无 不达标 未达标 不合格 未创建 no false fail';

test.each<[TableName, string, string, string]>([
  ['streets', 'stability', 'pass', YES],
  ['streets', 'safety', 'fail', NO],
  ['streets', 'familyPlanning', 'pass', YES],
  ['communities', 'safeCivilized', 'yes', YES],
  ['communities', 'drugFree', 'no', NO],
  ['communities', 'cultFree', 'no', NO],
  ['compounds', 'level', 'model', '标兵 标兵小区 model MODEL'],
  ['compounds', 'level', 'advanced', '先进 advanced'],
  ['compounds', 'level', 'standard', '达标 standard'],
  ['compounds', 'level', 'none', '未创建 无 none'],
])('%s: %s is %s where it says %s', async (table, name, value, labels) => {
  const field = (await load()).records[table]!.fields.find((candidate) => candidate.name === name);
  for (const label of labels.split(' ')) expect(field?.labels.get(foldLabel(label)), label).toBe(value);
});

test('titles and levels can be mended, case counts and special assessments cannot', async () => {
  const { records } = await load();
  const mendable = Object.values(records).flatMap(({ fields }) => fields.filter((field) => field.mendable));
  expect(mendable.map(({ name }) => name)).toEqual(['safeCivilized', 'drugFree', 'cultFree', 'level']);
});

/** East Asian characters take two columns. */
const columns = (text: string): number => [...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 1 : 2), 0);

test('the short labels fit the grid', async () => {
  const { rules } = await load();
  expect(rules.filter(({ short }) => columns(short.zh) > 8 || columns(short.en) > 8)).toEqual([]);
});

test('every rule says what to do about a fail, in both languages', async () => {
  const { rules } = await load();
  expect(rules.filter(({ remedy }) => !remedy?.zh || !remedy.en)).toEqual([]);
});
