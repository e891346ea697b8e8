import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess.ts';
import { type Files, told, withFolder } from '../intake/submission.ts';
import { RECORD, type Texts, writeBoth } from '../rulesets/small-rulesets.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

/** What is said of what subjects lie in, each with its place and the texts that it lists. */
const said = async (files: Files, more: Partial<AssessRequest> = {}): Promise<string[]> => {
  const { ruleset, diagnostics } = await withFolder(files, (folder) =>
    assess({ paths: [folder], year: 2012, ...more }),
  );
  expect(ruleset).not.toBeNull();
  const found = diagnostics.filter(({ code }) => code.startsWith('outer.'));
  return found.map((each) => {
    const { codes, names, usual } = each.params as Readonly<Record<string, readonly string[]>>;
    return `${told({ diagnostics: [each] })}: ${(codes ?? names ?? usual)!.join(', ')}`;
  });
};

const DISTRICTS = '区代码,区,街道代码,街道';
const odd = (place: string, text: string, ...usual: readonly string[]) =>
  `error outer.odd-code ${place} "${text}": ${usual.join(', ')}`;

test.each<[name: string, rows: readonly string[], lines: readonly string[]]>([
  [
    'a letter for a digit',
    ['440308,,440308001,甲', '44O308,,440308002,乙', '440309,,440309001,丙'],
    [odd('a.csv:3:1', '44O308', '440308', '440309')],
  ],
  [
    'a letter in each of them, where their streets have codes of digits',
    ['A1,,440308001,甲', 'B2,,440309001,乙'],
    [odd('a.csv:2:1', 'A1'), odd('a.csv:3:1', 'B2')],
  ],
  ['a letter in each of them, where their streets have none', ['A1,,X1,甲', 'A2,,,乙', 'B2,,7,丙'], []],
  ['letters in another place', ['A1,,,甲', 'B2,,,乙', '3C,,,丙'], [odd('a.csv:4:1', '3C', 'A1', 'B2')]],
  [
    'a letter in each of them, where one of their streets has one of digits',
    ['A1,,X1,甲', 'A1,,440308001,乙', 'B2,,X2,丙'],
    [odd('a.csv:3:1', 'A1', 'B2')],
  ],
  [
    'a sign where the others have a digit, and streets without codes',
    ['440308,,,甲', '4403-9,,,乙', '440310,,,丙'],
    [odd('a.csv:3:1', '4403-9', '440308', '440310')],
  ],
  [
    'a digit too many, named once, at the first of its streets by name',
    ['4403090,,,甲', '440308,,,乙', '440310,,,丙', '4403090,,,丁', '440311,,,戊', '440312,,,己'],
    [odd('a.csv:5:1', '4403090', '440308', '440310', '440311')],
  ],
  [
    'as many of another length: those of the level are right',
    ['440308,,,甲', '44030,,,乙'],
    [odd('a.csv:3:1', '44030', '440308')],
  ],
  [
    'more of each of two other lengths than of the level: those of the level are right',
    ['440308,,,甲', '44030,,,乙', '44031,,,丙', '4403,,,丁', '4404,,,戊'],
    [
      odd('a.csv:3:1', '44030', '440308'),
      odd('a.csv:4:1', '44031', '440308'),
      odd('a.csv:5:1', '4403', '440308'),
      odd('a.csv:6:1', '4404', '440308'),
    ],
  ],
  ['as many of two other lengths, and none of the level', ['44030,,,甲', '4403,,,乙'], []],
  [
    'most of one other length',
    ['44030,,,甲', '44031,,,乙', '440308,,,丙'],
    [odd('a.csv:4:1', '440308', '44030', '44031')],
  ],
  [
    'noughts behind',
    ['440308,,,甲', '440309000,,,乙', '440310,,,丙'],
    [odd('a.csv:3:1', '440309000', '440308', '440310')],
  ],
  [
    'one of two does not begin the codes of its streets',
    ['440308,,440308001,甲', '440399,,440309001,乙'],
    [odd('a.csv:3:1', '440399', '440308')],
  ],
  [
    'one does not begin that of one of its streets',
    ['440308,,440308001,甲', '440309,,440309001,乙', '440309,,440399002,丙'],
    [odd('a.csv:3:1', '440309', '440308')],
  ],
  ['two of three do not', ['440308,,440308001,甲', '440399,,440309001,乙', '440398,,440310001,丙'], []],
  [
    'streets without a code, or with one that says nothing, begin with any',
    ['440308,,,甲', '440309,,17,乙', '440310,,X440308001,丙'],
    [],
  ],
  [
    'codes of one name begin with different ones, in the order of the rows',
    [',东区,440309002,甲', ',东区,440308001,乙', ',东区,440308002,丙'],
    ['warning outer.other-code a.csv:3:5 & a.csv:2:5 "440308001": 440309, 440308'],
  ],
  ['where one of them says its code', ['440309,东区,440309002,甲', ',东 区,440308001,乙'], []],
  [
    'one code of two names, in the order of the rows',
    ['440308,西区,440308002,甲', '440308,东区,440308001,乙', '440308,西 区,440308003,丙', '440308,,440308004,丁'],
    ['warning outer.other-name a.csv:3:8 & a.csv:2:8 "东区": 西区, 东区'],
  ],
  [
    'one code of two names by the codes of their streets',
    [',西区,440308002,甲', ',东区,440308001,乙'],
    ['warning outer.other-name a.csv:3:2 & a.csv:2:2 "东区": 西区, 东区'],
  ],
])('what subjects lie in: %s', async (_, rows, expected) => {
  expect(await said({ 'a.csv': lines(DISTRICTS, ...rows) })).toEqual(expected);
});

const DISTRICT = { level: { zh: '区', en: 'district' }, subjects: { zh: '街道', en: 'streets' } };

test.each<[rows: readonly string[], slots: object]>([
  [
    ['440308,,440308001,甲', '44O308,,440308002,乙'],
    { code: '44O308', usual: ['440308'], ...DISTRICT, levels: { zh: '区', en: 'districts' } },
  ],
  [
    [',东区,440308001,甲', ',东区,440309001,乙'],
    { name: '东区', codes: ['440308', '440309'], ...DISTRICT, heading: '区代码' },
  ],
  [
    ['440308,东区,440308001,甲', '440308,西区,440308002,乙'],
    { code: '440308', names: ['东区', '西区'], level: DISTRICT.level },
  ],
])('what messages are made of: %s', async (rows, slots) => {
  const { diagnostics } = await withFolder({ 'a.csv': lines(DISTRICTS, ...rows) }, (folder) =>
    assess({ paths: [folder], year: 2012 }),
  );
  expect(diagnostics.find(({ code }) => code.startsWith('outer.'))?.params).toEqual(slots);
});

/** Offices in counties in provinces; `digits` are those of an office. */
const scheme = (digits: string): Texts => ({
  'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: offices
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
indicators: {}
levels:
  province: { noun: { zh: 省, en: province }, code: { digits: 2 } }
  county: { noun: { zh: 县, en: county }, plural: counties, within: province, code: { digits: 4 } }
  office: { noun: { zh: 所, en: office }, within: county, records: office.yaml, judged: true${digits} }
type: object
properties:
  clean: { label: { zh: 净, en: clean }, clause: 一, scope: office, veto: true, field: clean, const: "yes" }
`,
  'office.yaml': `${RECORD}${['code', 'name', 'countyCode', 'county', 'provinceCode', 'province']
    .map((field) => `  ${field}: { type: string, format: ${/code$/i.test(field) ? 'code' : 'name'} }\n`)
    .join('')}  clean: { type: string, enum: ["yes", "no"] }\n`,
});
const NUMBERED = scheme(', code: { digits: 6 }');
const OWN_NUMBERS = scheme('');

test.each<[name: string, ruleset: Texts, rows: readonly string[], lines: readonly string[]]>([
  [
    'each of two levels by itself',
    NUMBERED,
    ['110101,甲,1101,东县,11,北省', '110102,乙,1101,西县,11,北省', '12X301,丙,1203,南县,1Z,中省'],
    ['warning outer.other-name a.csv:3:15 & a.csv:2:15 "西县": 东县, 西县', 'error outer.odd-code a.csv:4:18 "1Z": 11'],
  ],
  [
    'a code that is one further out, padded',
    NUMBERED,
    ['110101,甲,1101,,,', '110201,乙,1102,,,', '110001,丙,1100,,,'],
    ['error outer.odd-code a.csv:4:10 "1100": 1101, 1102'],
  ],
  [
    'who lies together by the code between, without a name',
    NUMBERED,
    ['110101,甲,1201,,,', '130101,乙,1301,,,', '120101,丙,1201,,,'],
    ['error outer.odd-code a.csv:2:10 "1201": 1301'],
  ],
  ['numbers of an office of its own begin with nothing', OWN_NUMBERS, ['110101,甲,,东县,,', '120201,乙,,东县,,'], []],
  [
    'and are begun by nothing',
    OWN_NUMBERS,
    ['120101,甲,1101,东县,11,', '110201,乙,1202,西县,12,', '3,丙,1303,南县,13,'],
    [],
  ],
])('what subjects lie in by another scheme: %s', async (_, ruleset, rows, expected) => {
  const at = writeBoth(ruleset);
  const text = lines('code,name,countyCode,county,provinceCode,province', ...rows);
  expect(await said({ 'a.csv': text }, { rules: at.rules })).toEqual(expected);
});
