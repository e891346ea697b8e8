import { type CellValue, type SheetText, workbookParts } from '../xlsx/workbook.ts';
import { zip } from '../xlsx/zip.ts';

const date = (day: number): CellValue => ({ xml: `<c s="2"><v>${day}</v></c>` });
const formula = (text: string, value: number): CellValue => ({ xml: `<c><f>${text}</f><v>${value}</v></c>` });
const percent = (text: string, value: number): CellValue => ({ xml: `<c s="1"><f>${text}</f><v>${value}</v></c>` });

/** 2012-12-31, as a spreadsheet counts days. */
const LAST_OF_2012 = 41_274;

const STREETS: SheetText = {
  name: '专项考核',
  rows: [
    ['示例区“平安和谐街道”专项考核结果'],
    ['填报单位：示例区综治办', null, null, null, '填报日期：', date(LAST_OF_2012)],
    ['年度', '街道', null, '专项考核', null, null],
    [null, '代码', '名称', '维稳综治专项考核', '安全专项考核', '计生专项考核'],
    [2012, 990101001, '春风街道', '√', '√', '√'],
    [null, 990101002, '夏荷街道', '√', '√', '√'],
    ['填表人：', '（示例）', null, '审核人：', '（示例）'],
  ],
  merges: ['A1:F1', 'A3:A4', 'B3:C3', 'D3:F3', 'A5:A6'],
};

const COMMUNITIES: SheetText = {
  name: '社区',
  rows: [
    ['示例区社区情况表（二〇一二年度）'],
    ['填报单位：示例区综治办'],
    [
      '年度',
      '街道',
      '社区代码',
      '社区名称',
      '安全文明社区',
      '无毒社区',
      '无邪社区',
      '刑事发案（起）',
      null,
      '治安发案（起）',
      null,
    ],
    [null, null, null, null, null, null, null, '本年', '上年', '本年', '上年'],
    [2012, '春风街道', 990101001001, '柳溪社区', '是', '是', '是', 8, 8, 37, 37],
    [null, null, 990101001002, '杏园社区', '是', '是', '是', 6, 9, 30, 31],
    [null, '夏荷街道', 990101002001, '菱歌社区', '是', '是', '是', 4, 5, 21, null],
    [null, null, 990101002002, '莲湾社区', '是', '是', '是', 7, 7, 18, 20],
    [
      '合计',
      null,
      null,
      null,
      null,
      null,
      null,
      formula('SUM(H5:H8)', 25),
      formula('SUM(I5:I8)', 29),
      formula('SUM(J5:J8)', 106),
      null,
    ],
  ],
  merges: [
    'A1:K1',
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => `${column}3:${column}4`),
    ...['H3:I3', 'J3:K3', 'A5:A8', 'B5:B6', 'B7:B8', 'A9:D9'],
  ],
};

const LEVELS = ['标兵', '标兵', '标兵', '标兵', '先进', '标兵', '标兵', '标兵', '标兵', '标兵'];
const NAMES = ['东篱苑', '沁园小区', '听雨轩', '临风居', '月湖里', '采薇园', '荷塘里', '芦荻苑', '清漪居', '碧波园'];

const compounds = NAMES.map((name, at): CellValue[] => {
  const street = at < 5 ? 1 : 2;
  const community = (at % 5 < 3 ? 1 : 2) + 1000 * street + 990_101_000_000;
  const isFirst = at % 5 === 0;
  const isFirstOfCommunity = isFirst || at % 5 === 3;
  return [
    at === 0 ? 2012 : null,
    isFirst ? ['春风街道', '夏荷街道'][street - 1]! : null,
    isFirstOfCommunity ? community : null,
    community * 1000 + (at % 5) + 1,
    name,
    LEVELS[at]!,
  ];
});

const COMPOUNDS: SheetText = {
  name: '小区',
  rows: [
    ['示例区小区创建情况表（二〇一二年度）'],
    ['填报单位：示例区综治办'],
    ['年度', '街道', '社区代码', '小区', null, '创建等级'],
    [null, null, null, '代码', '名称', null],
    ...compounds,
    ['合计', null, null, null, formula('COUNTA(E5:E14)', 10), percent('COUNTIF(F5:F14,"标兵")/E15', 0.9)],
  ],
  merges: [
    ...['A1:F1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'A5:A14', 'B5:B9', 'B10:B14'],
    ...['C5:C7', 'C8:C9', 'C10:C12', 'C13:C14', 'A15:D15'],
  ],
};

const NOTES: SheetText = {
  name: '填表说明',
  rows: [['一、每个小区填一行。'], ['二、创建等级填标兵、先进、达标或未创建。']],
};

/** Stored, not deflated: then the bytes do not depend on the version of zlib. */
const stored = (...sheets: readonly SheetText[]): Buffer =>
  zip([...workbookParts(sheets)].map(([name, content]) => ({ name, bytes: Buffer.from(content), stored: true })));

/** The workbooks of samples/office-xlsx by name, written there by the test with WRITE_SAMPLES=1. All figures in them are invented. */
export const officeWorkbooks: Readonly<Record<string, Buffer>> = {
  '专项考核.xlsx': stored(STREETS),
  '社区台账.xlsx': stored(COMMUNITIES),
  '小区台账.xlsx': stored(COMPOUNDS, NOTES),
};
