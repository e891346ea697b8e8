import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { blankForm, type Form } from '../../src/form/form.ts';
import { csvRemarks, writeCsv } from '../../src/form/write-csv.ts';
import { writeXlsx } from '../../src/form/write-xlsx.ts';
import { writeYaml } from '../../src/form/write-yaml.ts';
import type { Ruleset, TableName } from '../../src/model/ruleset.ts';
import type { Language } from '../../src/model/text.ts';
import { yantian } from './forms.ts';

const TABLES = ['streets', 'communities', 'compounds'] as const;

let ruleset: Ruleset;
const folder = mkdtempSync(join(tmpdir(), 'streetcheck-form-'));
beforeAll(async () => {
  ruleset = await yantian();
});
afterAll(() => rmSync(folder, { recursive: true }));

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
const cases = LANGUAGES.flatMap((language) => TABLES.map((table) => ({ language, table })));

const csvOf = (form: Form, language: Language): string =>
  [...writeCsv(form, csvRemarks(form.columns, language))].join('');

const diagnosticsOf = async (name: string, text: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { inputs, diagnostics } = await assess({ paths: [path], command: 'validate' });
  return { table: inputs[0]?.table, codes: [...new Set(diagnostics.map(({ code }) => code))].sort() };
};

test.each(cases)('a blank CSV form, $language $table, is an empty table of its kind', async ({ language, table }) => {
  const text = csvOf(blankForm(ruleset, table, null, language), language);
  expect(await diagnosticsOf('blank.csv', text)).toEqual({
    table,
    codes: ['table.above-headings', 'table.all-empty', 'table.no-records'],
  });
});

test('a CSV form says which columns to format as text: those of codes, and of names, which may look like dates', () => {
  const [first] = csvRemarks(blankForm(ruleset, 'compounds', null, 'zh').columns, 'zh');
  expect(first).toContain('“小区编号”“小区”“社区”“社区代码”“街道”“街道代码”列设为“文本”');
});

test.each(cases)('with the year, $language $table, it still is empty', async ({ language, table }) => {
  const text = csvOf(blankForm(ruleset, table, 2012, language), language);
  const { codes } = await diagnosticsOf('blank.csv', text);
  expect(codes).toEqual(['table.above-headings', 'table.all-empty', 'table.below-records', 'table.no-records']);
});

test.each(cases)('a blank workbook, $language $table, is an empty table of its kind', async ({ language, table }) => {
  const workbook = Buffer.concat([...writeXlsx([blankForm(ruleset, table, null, language)], language)]);
  expect(await diagnosticsOf('blank.xlsx', workbook)).toEqual({
    table,
    codes: ['table.all-empty', 'table.no-records'],
  });
});

const uncommented = (yaml: string): string => yaml.replace(/^# ( {2}(?:- | {2}).*)$/gm, '$1');

test.each(LANGUAGES)('a blank YAML form is three empty tables (%s)', async (language) => {
  const forms = TABLES.map((table) => blankForm(ruleset, table, 2012, language));
  const { codes } = await diagnosticsOf('blank.yaml', [...writeYaml(forms, ruleset, language)].join(''));
  expect(codes).toEqual(['table.all-empty', 'table.no-records']);
});

const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  streets: ['440308001', '梅沙街道'],
  communities: ['440308001001', '大梅沙社区'],
  compounds: ['440308001001001', '海景花园'],
};

test.each(LANGUAGES)('its skeletons are filled in where the # is taken away (%s)', async (language) => {
  const forms = TABLES.map((table) => blankForm(ruleset, table, 2012, language));
  const bare = uncommented([...writeYaml(forms, ruleset, language)].join(''));
  let filled = 0;
  const keys = [...TABLES.flatMap((table) => KEYS[table])];
  const text = bare
    .replace(/^( {2}- .*: )""\n(.*: )""/gm, (_, code: string, name: string) => {
      filled += 2;
      return `${code}"${keys[filled - 2]}"\n${name}"${keys[filled - 1]}"`;
    })
    .replace(/(街道代码|streetCode): ""/g, '$1: "440308001"')
    .replace(/(社区代码|communityCode): ""/g, '$1: "440308001001"');
  const { codes } = await diagnosticsOf('filled.yaml', text);
  expect({ filled, codes }).toEqual({ filled: 6, codes: [] });
});

test('a column says what goes in, what a blank means and which rule reads it under which clause', () => {
  const noteOf = (table: TableName, field: string) =>
    blankForm(ruleset, table, null, 'zh').columns.find((column) => column.field === field)?.note;
  expect([noteOf('compounds', 'level'), noteOf('streets', 'stability'), noteOf('streets', 'modelCompounds')]).toEqual([
    [
      '填：标兵、先进、达标、未创建。',
      '空白表示未知，不算 0，也不算达标或不达标。',
      '用于：安全文明标兵小区（依据：《盐田区创建“平安和谐街道”工作方案》第二部分，应达 80% 以上）。',
    ].join('\n'),
    [
      '填：达标、不达标。',
      '空白表示未知，不算 0，也不算达标或不达标。',
      '用于：维稳综治专项考核（依据：《盐田区创建“平安和谐街道”工作方案》第四部分（四），一票否决）。',
    ].join('\n'),
    [
      '数量：只写数字，不写单位；没有的填 0。',
      '汇总数：报送了小区表的街道不必填，以小区表为准。',
      '空白表示未知，不算 0，也不算达标或不达标。',
      '用于：安全文明标兵小区（依据：《盐田区创建“平安和谐街道”工作方案》第二部分，应达 80% 以上）。',
    ].join('\n'),
  ]);
});

test('the columns of the forms', () => {
  const headings = LANGUAGES.map((language) =>
    TABLES.map((table) =>
      blankForm(ruleset, table, null, language)
        .columns.map(({ heading }) => heading)
        .join(),
    ),
  );
  expect(headings).toEqual([
    [
      '街道代码,街道,区,区代码,年度,维稳综治专项考核,安全专项考核,计生专项考核,小区总数,标兵小区数,社区总数,安全文明社区数,无毒社区数,无邪社区数,发案稳中有降社区数',
      '社区代码,社区,街道,街道代码,年度,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
      '小区编号,小区,社区,社区代码,街道,街道代码,年度,小区类型,创建等级,佐证材料',
    ],
    [
      'code,name,district,districtCode,year,stability,safety,familyPlanning,compounds,modelCompounds,communities,safeCivilizedCommunities,drugFreeCommunities,cultFreeCommunities,caseTrendCommunities',
      'code,name,street,streetCode,year,safeCivilized,drugFree,cultFree,criminalCases,criminalCasesPrevious,securityCases,securityCasesPrevious',
      'code,name,community,communityCode,street,streetCode,year,kind,level,evidence',
    ],
  ]);
});
