import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { workbook } from '../xlsx/workbook.ts';
import { type Assessed, faults, figures, inFolder, type Options } from './submission.ts';

const lines = (...rows: readonly string[]) => ({ 'a.csv': [...rows, ''].join('\n') });
const YEAR: Options = { year: 2012 };
const KEYS = '街道,社区';
const community = (...cells: readonly unknown[]) => ['海山街道,海涛社区', ...cells].join(',');
const unit = (nth: number, ...cells: readonly string[]) => ['海山街道', '海涛社区', `${nth}村`, ...cells].join(',');

const paramsOf = ({ diagnostics }: Assessed, code: string) =>
  diagnostics.flatMap((each: Diagnostic) => (each.code === code ? [each.params] : []));

describe('a question or a mark around a heading', () => {
  test.each([
    '是否安全文明社区',
    '是否为安全文明社区',
    '是否属于安全文明社区',
    '是不是安全文明社区',
    '是否安全文明社区（是/否）',
    '安全文明社区（是、否）',
    '安全文明社区（填是或否）',
    '安全文明社区（请填：是，否）',
    '*安全文明社区',
    '安全文明社区＊',
    '安全文明社区（必填）',
    '【必填】安全文明社区',
    '※ 安全文明 社区',
    '2012年安全文明社区',
    '本年度安全文明社区',
  ])('%s', async (heading) => {
    const quoted = heading.includes(',') ? `"${heading}"` : heading;
    const result = await inFolder(lines(`${KEYS},${quoted}`, community('是')), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'safe-civilized-communities')).toEqual(['海山街道 1/1']);
  });

  test.each([
    '是否创建安全文明社区',
    '安全文明社区（拟）',
    '安全文明社区（是、拟创建）',
    '2011年安全文明社区',
    '上年安全文明社区',
    '安全文明社区（2012年上半年）',
    '是否',
    '*',
  ])('%s is none', async (heading) => {
    const result = await inFolder(lines(`${KEYS},${heading}`, community('是')), YEAR);
    expect(figures(result, 'safe-civilized-communities')).toEqual(['海山街道 null/null']);
  });

  test('of two columns that are one, neither is chosen', async () => {
    const result = await inFolder(lines(`${KEYS},安全文明社区,是否安全文明社区`, community('是', '否')), YEAR);
    expect(faults(result)).toEqual(['error table.duplicate-heading a.csv:1:14 "是否安全文明社区"']);
  });

  test('keys', async () => {
    const result = await inFolder(
      lines('街道*,社区（必填）,*小区名称,创建等级（标兵、先进、达标、未创建）', unit(1, '标兵')),
      YEAR,
    );
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['海山街道 1/1']);
  });
});

/** This year's criminal cases 5, last year's 6; security cases 7 and 8. */
const CASES = ['海山街道 1/1'];
const DATED: readonly (readonly string[])[] = [
  ['2012年刑事发案数', '2011年刑事发案数', '2012年治安案件数', '2011年治安案件数'],
  ['2012年度刑事发案（起）', '2011年度刑事发案（起）', '2012年治安发案', '2011年治安发案'],
  ['刑事发案（2012年）', '刑事发案（2011年）', '治安发案2012', '治安发案2011年度'],
  ['2012年的刑事案件', '2011年的刑事案件', '（2012年）治安案件', '[2011年]治安案件'],
  ['今年刑事发案', '去年刑事发案', '本年度治安发案', '上年同期治安发案'],
  ['当年刑事发案数', '上一年刑事发案数', '治安发案（本年）', '治安发案（上年）'],
  ['刑事发案', '2011年刑事发案', '治安发案', '上年度治安案件数'],
];

describe('cases of two years', () => {
  test.each(DATED)('%s', async (...headings) => {
    const result = await inFolder(lines(`${KEYS},${headings.join(',')}`, community(5, 6, 7, 8)), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(CASES);
    expect(paramsOf(result, 'table.columns-ignored')).toEqual([]);
  });

  test('the other way round they rise', async () => {
    const [headings = []] = DATED;
    const result = await inFolder(lines(`${KEYS},${headings.join(',')}`, community(6, 5, 7, 8)), YEAR);
    expect(figures(result, 'case-trend')).toEqual(['海山街道 0/1']);
    const { witnesses } = result.subjects[0]!.findings.find(({ rule }) => rule === 'case-trend')!;
    expect(witnesses.failing).toMatchObject([
      { heading: '2012年刑事发案数', text: '6', place: { line: 2, column: 11 } },
    ]);
  });

  const THREE = '年度,街道,社区,2010年刑事发案,2011年刑事发案,2012年刑事发案,2011年治安发案,2012年治安发案';
  test('by the year of the data', async () => {
    const result = await inFolder(lines(THREE, '2012,海山街道,海涛社区,9,6,5,8,7'));
    expect(figures(result, 'case-trend')).toEqual(CASES);
    expect(paramsOf(result, 'table.other-year')).toEqual([{ headings: ['2010年刑事发案'], year: '2012' }]);
  });

  test('by the year of another table', async () => {
    const files = {
      'a.csv': `${KEYS},${DATED[0]!.join(',')}\n${community(5, 6, 7, 8)}\n`,
      'b.csv': '年度,街道,社区,小区,创建等级\n2012,海山街道,海涛社区,一村,标兵\n',
    };
    expect(figures(await inFolder(files), 'case-trend')).toEqual(CASES);
    expect(figures(await inFolder(files, { year: 2012 }), 'case-trend')).toEqual(CASES);
  });

  test('of several years the latest', async () => {
    const rows = ['2011,海山街道,海涛社区,9,6,5,8,7', '2012,海山街道,海涛社区,9,6,5,8,7'];
    expect(figures(await inFolder(lines(THREE, ...rows)), 'case-trend')).toEqual(CASES);
    const before = await inFolder(lines(THREE, ...rows), { year: 2011 });
    expect(figures(before, 'case-trend')).toEqual(['海山街道 null/null']);
  });

  test('two years that follow one another say which one is judged, with a warning', async () => {
    const [headings = []] = DATED;
    const result = await inFolder(lines(`${KEYS},${headings.join(',')}`, community(5, 6, 7, 8)));
    expect(faults(result)).toEqual(['warning year.from-headings']);
    expect(paramsOf(result, 'year.from-headings')).toEqual([{ headings, year: 2012 }]);
    expect(figures(result, 'case-trend')).toEqual(CASES);
  });

  test.each<[string, string, string]>([
    ['one year', `${KEYS},2012年刑事发案数`, community(5)],
    ['two that do not follow', `${KEYS},2012年刑事发案数,2010年刑事发案数`, community(5, 6)],
    [
      'two pairs that disagree',
      `${KEYS},2012年刑事发案数,2011年刑事发案数,2011年治安案件数,2010年治安案件数`,
      community(5, 6, 7, 8),
    ],
    ['three years', `${KEYS},2012年刑事发案数,2011年刑事发案数,2010年刑事发案数`, community(5, 6, 7)],
    ['a column of years left blank', `年度,${KEYS},2012年刑事发案数,2011年刑事发案数`, `,${community(5, 6)}`],
  ])('%s in the headings alone say nothing, and none is guessed', async (_, headings, row) => {
    const result = await inFolder(lines(headings, row));
    expect(faults(result)).toEqual(['error year.none']);
  });

  test.each([2010, 2013, 2014])('in %i they are not both those of the year and the one before', async (year) => {
    const [headings = []] = DATED;
    const result = await inFolder(lines(`${KEYS},${headings.join(',')}`, community(5, 6, 7, 8)), { year });
    expect(figures(result, 'case-trend')).toEqual(['海山街道 null/null']);
  });

  test('beside columns without a year they have to agree', async () => {
    const headings = `${KEYS},本年刑事发案,2012年刑事发案,上年刑事发案,本年治安发案,上年治安发案`;
    const agreeing = await inFolder(lines(headings, community(5, 5, 6, 7, 8)), YEAR);
    expect(figures(agreeing, 'case-trend')).toEqual(CASES);
    expect(figures(await inFolder(lines(headings, community('', 5, 6, 7, 8)), YEAR), 'case-trend')).toEqual(CASES);
    const differing = await inFolder(lines(headings, community(5, 4, 6, 7, 8)), YEAR);
    expect(faults(differing)).toEqual(['error record.contradiction a.csv:2:11 & a.csv:2:13 "5"']);
  });

  test.each(['2012年1-6月刑事发案', '12年刑事发案', '2012年上半年刑事发案', '本年刑事发案（万起）', '本期刑事发案'])(
    '%s is asked about and not taken',
    async (heading) => {
      const result = await inFolder(lines(`${KEYS},${heading},无毒社区`, community(5, '是')), YEAR);
      expect(paramsOf(result, 'table.column-absent')).toContainEqual({ field: '本年刑事发案', unused: [heading] });
      expect(paramsOf(result, 'table.columns-ignored')).toEqual([]);
      expect(paramsOf(result, 'table.like-heading')).toEqual([]);
      expect(figures(result, 'case-trend')).toEqual(['海山街道 null/null']);
    },
  );
});

interface Rows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** As a spreadsheet program merges them. */
  readonly merges: readonly string[];
}

const TWO_ROWS: readonly Rows[] = [
  {
    name: 'years under cases',
    rows: [
      ['街道', '社区', '刑事发案', '', '治安发案', ''],
      ['', '', '2012年', '2011年', '2012年', '2011年'],
      ['海山街道', '海涛社区', '5', '6', '7', '8'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
  },
  {
    name: 'cases under years, a title above and a remark behind',
    rows: [
      ['某区社区情况表', '', '', '', '', '', ''],
      ['街道', '社区', '2012年', '', '2011年', '', '备注'],
      ['', '', '刑事案件数', '治安案件数', '刑事案件数', '治安案件数', ''],
      ['海山街道', '海涛社区', '5', '7', '6', '8', ''],
    ],
    merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3'],
  },
  {
    name: 'keys in the lower row',
    rows: [
      ['', '', '刑事发案', '', '治安发案', '', ''],
      ['街道', '社区', '2012年', '2011年', '2012年', '2011年', '备注'],
      ['海山街道', '海涛社区', '5', '6', '7', '8', ''],
    ],
    merges: ['C1:D1', 'E1:F1'],
  },
  {
    name: 'years as numbers and as dates',
    rows: [
      ['街道', '社区', '刑事发案', '', '治安发案', ''],
      ['', '', '2012', '2011', '2012-01-01', '2011-01-01'],
      ['海山街道', '海涛社区', '5', '6', '7', '8'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
  },
  {
    name: 'this year and the last',
    rows: [
      ['街道', '社区', '刑事发案（起）', '', '治安发案', ''],
      ['', '', '本年', '上年', '今年', '去年同期'],
      ['海山街道', '海涛社区', '5', '6', '7', '8'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
  },
];

describe('headings over two rows', () => {
  test.each(TWO_ROWS)('$name, blanks in place of merged cells', async ({ rows }) => {
    const result = await inFolder(lines(...rows.map((cells) => cells.join(','))), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(CASES);
  });

  test.each(TWO_ROWS)('$name, in a spreadsheet', async ({ rows, merges }) => {
    const cells = rows.map((row) => row.map((text) => (text === '' ? null : text)));
    for (const merged of [merges, [], merges.slice(0, 2)]) {
      const result = await inFolder({ 'a.xlsx': workbook({ name: '社区', rows: cells, merges: merged }) }, YEAR);
      expect(faults(result)).toEqual([]);
      expect(figures(result, 'case-trend')).toEqual(CASES);
    }
  });

  test.each([
    ['上半年', ['海山街道 null/null']],
    ['2012年1-6月', ['海山街道 null/null']],
    ['去年', []],
    ['案件', ['海山街道 1/1']],
    ['2012年度盐田区社区统计', ['海山街道 1/1']],
    ['2012年社区情况表', ['海山街道 1/1']],
  ])('%s above cases says what they are', async (period, expected) => {
    const rows = [`,,${period},,,`, '街道,社区,刑事发案,上年刑事发案,治安发案,上年治安发案', community(5, 6, 7, 8)];
    const result = await inFolder(lines(...rows), YEAR);
    expect(figures(result, 'case-trend')).toEqual(expected);
  });

  test.each([
    ['a figure', ',,5,6'],
    ['a level', ',,,标兵'],
    ['a level and a remark', ',,标兵,先进'],
    ['a name', ',海涛社区,,'],
    ['a year', ',,2012,'],
    ['a year alone', ',,2012'],
  ])('a record without its keys is no second row: %s', async (_, row) => {
    const result = await inFolder(lines('街道,小区名称,创建等级,佐证材料', row, '海山街道,一村,标兵,'), YEAR);
    expect(faults(result)).not.toEqual([]);
    expect(result.verdict).toBeNull();
  });
});

describe('a column for each value', () => {
  const HEADINGS = '街道,社区,小区名称,标兵小区,先进小区,达标小区';
  test.each([
    ['a mark', '√,,', '1/1'],
    ['other marks', '是,否,×', '1/1'],
    ['figures', '1,0,0', '1/1'],
    ['the value itself', '标兵,,', '1/1'],
    ['a mark elsewhere', ',✓,', '0/1'],
    ['no mark', ',,', '0/1?1'],
    ['what is not known', '-,/,未报', '0/1?1'],
    ['none of them', '否,否,否', '0/1?1'],
  ])('%s', async (_, cells, figure) => {
    const result = await inFolder(lines(HEADINGS, unit(1, cells)), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual([`海山街道 ${figure}`]);
  });

  test.each([
    ['合计', '合计,,2,1,1,0'],
    ['小计, with the number of units', '小计,,2,1,1,0'],
    ['in full width', '合计：,,,１,１,０'],
  ])('a sum of marks is no record: %s', async (_, row) => {
    const result = await inFolder(lines(HEADINGS, unit(1, '√,,'), unit(2, ',√,'), row), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['海山街道 1/2']);
  });

  test('the mark is the witness', async () => {
    const result = await inFolder(lines(HEADINGS, unit(1, ',√,')), YEAR);
    const { witnesses } = result.subjects[0]!.findings.find(({ rule }) => rule === 'model-compounds')!;
    expect(witnesses.failing).toMatchObject([{ heading: '先进小区', text: '√', place: { line: 2, column: 15 } }]);
  });

  test.each([
    ['two marks', '√,√,', 'error record.contradiction a.csv:2:14 & a.csv:2:16 "√"'],
    ['what is no mark', '三,,', 'error record.unknown-value a.csv:2:14 "三"'],
    ['another value', '先进,,', 'error record.unknown-value a.csv:2:14 "先进"'],
    ['a circle', '○,,', 'error record.unknown-value a.csv:2:14 "○"'],
  ])('%s: an error', async (_, cells, told) => {
    expect(faults(await inFolder(lines(HEADINGS, unit(1, cells)), YEAR))).toEqual([told]);
    const unknown = await inFolder(lines(HEADINGS, unit(1, cells)), { ...YEAR, onInvalid: 'unknown' });
    expect(figures(unknown)).toEqual(['海山街道 0/1?1']);
  });

  test.each([
    ['alone', ['街道,社区,小区名称,是否标兵小区', unit(1, '是'), unit(2, '否')], '1/2?1'],
    [
      'under words that are no heading',
      ['街道,社区,小区名称,创建情况,,', ',,,标兵,先进,达标', unit(1, '√,,'), unit(2, ',√,')],
      '1/2',
    ],
    [
      'under the heading of the field',
      ['街道,社区,小区名称,创建等级,', ',,,标兵,先进', unit(1, '√,'), unit(2, ',√')],
      '1/2',
    ],
    [
      'with the field in front',
      ['街道,社区,小区名称,创建等级（标兵）,创建等级（先进）', unit(1, '√,'), unit(2, ',√')],
      '1/2',
    ],
    ['beside the field', [`${HEADINGS},创建等级`, unit(1, '√,,,'), unit(2, ',,,先进'), unit(3, ',,√,达标')], '1/3'],
    ['none that is common', ['街道,社区,小区名称,达标', unit(1, '是')], 'null/null'],
  ])('%s', async (_, rows, figure) => {
    const result = await inFolder(lines(...rows), YEAR);
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual([`海山街道 ${figure}`]);
  });

  test.each([
    ['two columns of one value', `${HEADINGS},标兵`, 'error table.duplicate-heading a.csv:1:27 "标兵"'],
    [
      'two columns of one year',
      '街道,社区,小区名称,2012年创建等级,创建等级（2012年）',
      'error table.duplicate-heading a.csv:1:22 "创建等级（2012年）"',
    ],
  ])('%s are refused', async (_, headings, told) => {
    expect(faults(await inFolder(lines(headings, unit(1, '', '', '', '')), YEAR))).toContain(told);
  });

  test('tens of thousands of them take no time', async () => {
    const begun = performance.now();
    const many = (text: string) => Array.from({ length: 20_000 }, () => text).join(',');
    const result = await inFolder(
      lines(`街道,小区名称,${many('标兵小区')},${many('2012年创建等级')}`, '海山街道,一村'),
      YEAR,
    );
    expect(result.verdict).toBeNull();
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('for yes and no, and for the assessments of a street', async () => {
    const yesNo = await inFolder(
      lines(`${KEYS},安全文明社区,,无毒社区,`, ',,是,否,是,否', community('√', '', '', '√')),
      YEAR,
    );
    expect(faults(yesNo)).toEqual([]);
    expect(figures(yesNo, 'safe-civilized-communities')).toEqual(['海山街道 1/1']);
    expect(figures(yesNo, 'drug-free-communities')).toEqual(['海山街道 0/1']);
    const rows = [
      '街道,维稳综治,,安全,,计生,',
      ',达标,不达标,达标,不达标,合格,不合格',
      '海山街道,√,,√,,,√',
      '沙头街道,,,√,,√,',
    ];
    const streets = await inFolder(lines(...rows), YEAR);
    expect(faults(streets)).toEqual([]);
    expect(['stability', 'safety', 'family-planning'].map((rule) => figures(streets, rule))).toEqual([
      ['沙头街道 unknown', '海山街道 pass'],
      ['沙头街道 pass', '海山街道 pass'],
      ['沙头街道 pass', '海山街道 fail'],
    ]);
  });

  test('marks say what levels say', async () => {
    const levels = ['标兵', '先进', '达标', ''] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 6 }), async (drawn) => {
        const written = drawn.map((level, nth) => unit(nth, level));
        const marked = drawn.map((level, nth) =>
          unit(nth, ...levels.slice(0, 3).map((each) => (each === level ? '√' : ''))),
        );
        const [plain, marks] = [
          await inFolder(lines('街道,社区,小区名称,创建等级', ...written), YEAR),
          await inFolder(lines(HEADINGS, ...marked), YEAR),
        ];
        expect(figures(marks)).toEqual(figures(plain));
        expect(faults(marks)).toEqual(faults(plain));
      }),
      { numRuns: 30 },
    );
  });
});

describe('headings like known ones', () => {
  test('are asked about once, where the column they are like is lacking', async () => {
    const result = await inFolder(
      lines('街道,社区,社区编号（旧）,无读社区,无邪社区称号,无邪社区,联系人', community('1', '是', '是', '是', '张三')),
      YEAR,
    );
    expect(paramsOf(result, 'table.column-absent')).toContainEqual({ field: '无毒社区', unused: ['无读社区'] });
    expect(paramsOf(result, 'table.like-heading')).toEqual([{ field: '社区代码', unused: ['社区编号（旧）'] }]);
    expect(paramsOf(result, 'table.columns-ignored')).toEqual([{ headings: ['无邪社区称号', '联系人'] }]);
    const named = result.diagnostics
      .flatMap(({ params }) => Object.values(params).flat())
      .filter((each) => each === '无读社区');
    expect(named).toHaveLength(1);
    expect(figures(result, 'drug-free-communities')).toEqual(['海山街道 null/null']);
  });
});
