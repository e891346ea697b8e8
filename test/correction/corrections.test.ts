import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { unzip } from '../form/unzip.ts';
import { hostile } from '../report/hostile.ts';
import { runMain } from '../samples/run-main.ts';
import { readWorkbook, rowsOf } from '../workbook/read-workbook.ts';
import { type CellValue, workbook, workbookParts, zipParts } from '../xlsx/workbook.ts';
import { correctionsOf, handedInAgain } from './corrections-of.ts';

const [RED, YELLOW, ORANGE] = ['FFC7CE', 'FFEB9C', 'FCE4D6'];

const root = mkdtempSync(join(tmpdir(), 'streetcheck-corrections-'));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const handIn = (files: Readonly<Record<string, string | Uint8Array>>): string[] =>
  Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });

const HEADINGS = '年度,街道代码,街道,小区编号,小区,创建等级';
const COMPOUNDS = `2012年小区台账\n\n${HEADINGS}\n2012,440308001,梅沙,440308001001001,一村,优秀\n2012,440308001,梅沙,440308001001002,"二
村",标兵\n2012,440308001,梅沙,440308001001001,一村,先进\n`;

test('cells stand where they stood, the faulty ones coloured, with what is wrong and what may be entered', async () => {
  const { sheets, problems } = await correctionsOf(handIn({ '小区.csv': COMPOUNDS }));
  const [list, copy] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['改错清单', '小区']);
  expect(rowsOf(copy!)).toEqual([
    ['2012年小区台账'],
    [],
    HEADINGS.split(','),
    [2012, '440308001', '梅沙', '440308001001001', '一村', '优秀'],
    [2012, '440308001', '梅沙', '440308001001002', '二\n村', '标兵'],
    [2012, '440308001', '梅沙', '440308001001001', '一村', '先进'],
  ]);
  const colored = [...copy!.cells].filter(([, { fill }]) => [RED, YELLOW, ORANGE].includes(fill));
  expect(colored.map(([ref, { fill, format }]) => [ref, fill, format])).toEqual([
    ['D4', RED, 49],
    ['F4', RED, 49],
    ['D6', ORANGE, 49],
  ]);
  expect([...copy!.notes.keys()]).toEqual(['D4', 'F4', 'D6']);
  expect(copy!.notes.get('F4')).toMatch(
    /^错误：“创建等级”的填法不认识；[\s\S]*\n原文：优秀\n可填：标兵、先进、达标、未创建；不详的清空。$/u,
  );
  expect(copy!.notes.get('D6')).toMatch(/^与 小区!D4 相关：“440308001001001 一村”在同一年度出现不止一次/u);
  expect([...copy!.lists]).toEqual([['F4', '"标兵,先进,达标,未创建"']]);
  expect(problems.map((row) => row.slice(0, 4))).toEqual([
    ['错误', '小区!D4', '小区编号', '440308001001001'],
    ['错误', '小区!F4', '创建等级', '优秀'],
  ]);
  expect([...list!.links.values()]).toEqual(["'小区'!D4", "'小区'!F4"]);
});

test('in English, too', async () => {
  const { sheets, problems, above } = await correctionsOf(handIn({ '小区.csv': COMPOUNDS }), 'en');
  expect(sheets.map(({ name }) => name)).toEqual(['corrections', '小区']);
  expect(sheets[1]!.notes.get('F4')).toContain('\none of: model, advanced, standard, none; clear it if not known.');
  expect(problems[1]!.at(-1)).toBe('model, advanced, standard, none');
  expect(above.join('\n')).toMatch(/Once corrected, this workbook stands in for: .*小区\.csv\./);
});

test('a sheet keeps its merged cells and its rows, and holds no formula', async () => {
  const rows = [
    ['台账', null, null],
    ['年度', '街道', '小区名称', '创建等级'],
    [2012, '梅沙街道', '=1+1', '标兵'],
    [null, null, '二村', '优秀'],
    [],
    [null, null, '三村', { xml: '<c><f>1/0</f><v>1</v></c>' }],
  ];
  const merges = ['A1:D1', 'A3:A6', 'B3:B6'];
  const { sheets } = await correctionsOf(handIn({ '台账.xlsx': workbook({ name: '小区', rows, merges }) }));
  expect(sheets[1]!.merges).toEqual(merges);
  expect(sheets[1]!.xml).not.toContain('<f>');
  expect(rowsOf(sheets[1]!)[2]).toEqual([2012, '梅沙街道', '=1+1', '标兵']);
  expect(sheets[1]!.cells.get('D4')).toMatchObject({ value: '优秀', fill: RED });
  expect([...sheets[1]!.notes.keys()]).toEqual(['D4', 'D6']);
});

test.each([
  ['an error', { xml: '<c t="e"><v>#REF!</v></c>' }, '#REF!'],
  ['a formula without a result', { xml: '<c><f>B1</f></c>' }, '=B1'],
])('what is no value is no text in the copy either, which would pass for one: %s', async (_, cell, text) => {
  const rows = [
    ['年度', '街道', '小区名称', '创建等级'],
    [2012, '梅沙街道', '一村', cell],
  ];
  const { sheets } = await correctionsOf(handIn({ '台账.xlsx': workbook({ name: '小区', rows }) }));
  expect(sheets[1]!.cells.get('D2')).toMatchObject({ value: '#N/A', isError: true, fill: RED });
  expect(sheets[1]!.notes.get('D2')).toContain(`原文：${text}`);
});

test('a file without problems is not in the copy, and is to be handed in with it; one that is no spreadsheet is named', async () => {
  const sound = '年度,街道代码,街道,维稳综治专项考核,安全专项考核,计生专项考核\n2012,440308001,梅沙,达标,达标,达标\n';
  const yaml = 'communities:\n  - { code: "440308001001", code: "440308001002" }\n';
  const { sheets, above } = await correctionsOf(
    handIn({ '街道.csv': sound, '小区.csv': COMPOUNDS, '社区.yaml': yaml }),
  );
  expect(sheets.map(({ name }) => name)).toEqual(['改错清单', '小区']);
  expect(above.join('\n')).toMatch(
    /用本工作簿代替：[^\n]*小区\.csv。\n以下文件没有问题，未抄入，须与本工作簿一并报送：[^\n]*街道\.csv。\n[^\n]*社区\.yaml 不是表格/,
  );
});

test('all sheets of a workbook stand in the copy where one of them has problems', async () => {
  const streets = {
    name: '街道',
    rows: [
      ['年度', '街道', '维稳综治专项考核', '安全专项考核', '计生专项考核'],
      [2012, '梅沙街道', '达标', '达标', '达标'],
    ],
  };
  const compounds = {
    name: "小区's",
    rows: [
      ['年度', '街道', '小区名称', '创建等级'],
      [2012, '梅沙街道', '一村', '优秀'],
    ],
  };
  const { sheets, cells } = await correctionsOf(handIn({ '台账.xlsx': workbook(streets, compounds) }));
  expect(sheets.map(({ name }) => name)).toEqual(['改错清单', '街道', '小区_s']);
  expect(cells).toEqual(['小区_s!D2']);
});

test('sound data gives a first sheet that says so, and nothing else', async () => {
  const { sheets, problems, above } = await correctionsOf(['samples/passing']);
  expect(sheets).toHaveLength(1);
  expect(problems).toEqual([]);
  expect(above[1]).toBe('✓ 数据可以用于评定');
});

test('a text longer than a cell, and an open quote: not copied, and said', async () => {
  const long = `${COMPOUNDS}2012,440308001,梅沙,440308001001009,${'长'.repeat(32_768)},标兵\n`;
  const open = `${HEADINGS}\n2012,440308001,梅沙,440308001001008,"八村,标兵\n`;
  const { sheets, above } = await correctionsOf(handIn({ '长.csv': long, '引号.csv': open }));
  expect(sheets).toHaveLength(1);
  expect(above.join('\n')).toMatch(/长\.csv 超过一张工作表的容量[\s\S]*引号\.csv 无法完整读出/u);
});

test('a copy is not read as data: with its tables taken out it is a report', async () => {
  const { bytes } = await correctionsOf(['samples/passing']);
  const { code, stdout } = await runMain(['validate', ...handIn({ '改错表.xlsx': bytes }), '--lang', 'zh', '--notes']);
  expect(code).toBe(66);
  expect(stdout).toContain('“改错表.xlsx”是本工具保存的报告');
});

test('a report of an assessment beside the data is passed over', async () => {
  const output = join(folder, 'report.xlsx');
  const [direct] = [await runMain(['assess', 'samples/passing', '--lang', 'zh', '--format', 'xlsx', '-o', output])];
  expect(direct!.code).toBe(0);
  const { code, stdout } = await runMain(['assess', 'samples/passing', output, '--lang', 'zh', '--notes']);
  expect(code).toBe(0);
  expect(stdout).toContain('“report.xlsx”是本工具保存的报告');
});

test('validate writes it by the extension of the output, with the exit code of the data', async () => {
  const output = join(folder, '改错表.xlsx');
  const { code, stdout } = await runMain(['validate', 'samples/invalid', '-o', output, '--lang', 'zh']);
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  expect(readWorkbook(readFileSync(output))[0]!.name).toBe('改错清单');
});

test('the same bytes on a rerun', async () => {
  const [first, second] = [await correctionsOf(['samples/invalid']), await correctionsOf(['samples/invalid'])];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test.each(hostile.filter(([, text]) => text.length < 20_000))(
  'a copy survives %s, and holds it as it was',
  async (_, text) => {
    const clean = text.replace(/\0|\p{Cs}/gu, '');
    const name = `"甲${clean.replaceAll('"', '""')}"`;
    const paths = handIn({
      '小区.csv': `${COMPOUNDS}2012,440308001,梅沙,440308001001003,${name},"${clean.replaceAll('"', '""')}优"\n`,
    });
    const { bytes, sheets } = await correctionsOf(paths);
    for (const xml of unzip(bytes).values()) XmlDocument.fromString(xml).dispose();
    expect(sheets[1]!.cells.get('E7')!.value).toBe(`甲${clean}`);
  },
);

const STRUCK = '<strike/>';
const inlined = (style: number, text: string) => ({
  xml: `<c s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`,
});
const FAULTY: readonly (readonly [string, string, CellValue, Parameters<typeof workbookParts>[1], string])[] = [
  ['a level that is crossed out', 'D2', inlined(9, '标兵'), { fonts: [STRUCK] }, 'xlsx.withdrawn'],
  ['a heading that is crossed out', 'D1', inlined(9, '创建等级'), { fonts: [STRUCK] }, 'xlsx.withdrawn'],
  ['a name that became a date', 'C2', { xml: '<c s="2"><v>41000</v></c>' }, {}, 'xlsx.date-code'],
  [
    'a year that is shown otherwise',
    'A2',
    { xml: '<c s="9"><v>2012</v></c>' },
    { formats: ['"3"0'] },
    'xlsx.shown-otherwise',
  ],
  ['a code of too many digits', 'E2', { xml: '<c><v>44030800100100100</v></c>' }, {}, 'xlsx.long-code'],
  ['a formula that was not calculated', 'D2', { xml: '<c t="str"><f>B2</f></c>' }, {}, 'xlsx.no-value'],
];

test.each(FAULTY)(
  '%s is wrong in the copy as well, until somebody corrects it',
  async (_, ref, cell, settings, code) => {
    const [column, row] = [ref.charCodeAt(0) - 65, Number(ref[1]) - 1];
    const rows: CellValue[][] = [
      ['年度', '街道', '小区名称', '创建等级', '小区编号'],
      [2012, '梅沙街道', '一村', '标兵', '440308001001001'],
      [2012, '梅沙街道', '二村', '标兵', '440308001001002'],
    ].map((cells, at) => cells.map((each, nth) => (at === row && nth === column ? cell : each)));
    const other = {
      name: '街道',
      rows: [
        ['年度', '街道', '安全专项考核'],
        [2012, '梅沙街道', '达标'],
      ],
    };
    const bytes = zipParts(workbookParts([other, { name: '小区', rows }], settings));
    await handedInAgain({ '台账.xlsx': bytes }, (original, { sheets }, again) => {
      const codes = original.diagnostics.filter(({ severity }) => severity === 'error').map((each) => each.code);
      expect(codes).toContain(code);
      expect(sheets.find(({ name }) => name === '小区')!.cells.get(ref)!.fill).toBe(RED);
      expect(again.verdict).toBeNull();
    });
  },
);
