import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, rowCounts, told } from './submission.ts';

const HEADINGS = '年度,街道,小区,创建等级';
const A = '2012,梅沙街道,一村,标兵';
const B = '2012,梅沙街道,二村,先进';
const lines = (...all: string[]) => all.join('\n');

interface Case {
  readonly name: string;
  readonly text: string;
  readonly told: readonly string[];
  /** Records + rows skipped − records left out. */
  readonly counts?: string;
}

/** Every case is the same two compounds, one of which meets the condition. */
const swallows = (cases: readonly Case[]) =>
  test.each(cases)('$name', async ({ text, told: expected, counts = 'a.csv 2+0-0' }) => {
    const result = await inFolder({ 'a.csv': text });
    expect(told(result)).toEqual(expected);
    expect(rowCounts(result)).toEqual([counts]);
    expect(figures(result)).toEqual(['梅沙街道 1/2']);
    const [witness] = result.subjects[0]!.findings[0]!.witnesses.failing;
    expect(witness).toMatchObject({ name: '二村', text: '先进' });
  });

const TABLE = lines(HEADINGS, A, B);

describe('delimiters', () => {
  swallows([
    { name: 'comma', text: TABLE, told: [] },
    { name: 'semicolon', text: TABLE.replaceAll(',', ';'), told: ['note csv.delimiter a.csv:1:1'] },
    { name: 'tab', text: TABLE.replaceAll(',', '\t'), told: ['note csv.delimiter a.csv:1:1'] },
    {
      name: 'semicolon, with commas in the cells',
      text: 'year;street;name;level;备注\n2012;梅沙街道;一村;标兵;甲,乙,丙\n2012;梅沙街道;二村;先进;丁,戊',
      told: ['note csv.delimiter a.csv:1:1', 'note table.columns-ignored a.csv:1:24'],
    },
    {
      name: 'said by a line sep=;',
      text: `sep=;\n${TABLE.replaceAll(',', ';')}`,
      told: ['note csv.separator-line a.csv:1:1', 'note csv.delimiter a.csv:1:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'said by a line sep=,',
      text: `sep=,\r\n${TABLE}`,
      told: ['note csv.separator-line a.csv:1:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'said by a line "sep=;" in quotes',
      text: `"sep=;"\n${TABLE.replaceAll(',', ';')}`,
      told: ['note csv.separator-line a.csv:1:1', 'note csv.delimiter a.csv:1:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'said by a line sep= and a tab',
      text: `sep=\t\n${TABLE.replaceAll(',', '\t')}`,
      told: ['note csv.separator-line a.csv:1:1', 'note csv.delimiter a.csv:1:1'],
      counts: 'a.csv 2+1-0',
    },
  ]);
});

describe('line breaks', () => {
  const [first, second, third] = TABLE.split('\n');
  swallows([
    { name: 'LF with one at the end', text: `${TABLE}\n`, told: [] },
    { name: 'CR LF', text: TABLE.replaceAll('\n', '\r\n'), told: [] },
    { name: 'CR', text: TABLE.replaceAll('\n', '\r'), told: [] },
    { name: 'CR LF, then LF', text: `${first}\r\n${second}\n${third}\r\n`, told: [] },
    { name: 'LF, then CR LF', text: `${first}\n${second}\r\n${third}`, told: [] },
    { name: 'CR, then LF', text: `${first}\r${second}\n${third}`, told: [] },
  ]);
});

describe('lines around the table', () => {
  const above = 'note table.above-headings a.csv:1:1';
  const below = 'note table.below-records a.csv:4:1';
  swallows([
    { name: 'a title', text: lines('盐田区小区台账', TABLE), told: [above], counts: 'a.csv 2+1-0' },
    {
      name: 'a title in the middle',
      text: lines(',,2012年盐田区小区台账,', TABLE),
      told: [above],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'a title of two lines in quotes',
      text: lines('"盐田区\n小区台账",,,', TABLE),
      told: [above],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'a title, the reporting unit and a blank row',
      text: lines('盐田区小区台账,,,', '填报单位：盐田区综治办,,日期：2012年12月31日,', ',,,', TABLE),
      told: [`${above} ×2`, 'note table.blank-rows a.csv:3:1'],
      counts: 'a.csv 2+3-0',
    },
    ...[60, 999].map((count) => ({
      name: `${count} lines of instructions`,
      text: lines(...Array.from({ length: count }, (_, n) => `第${n + 1}条,,,`), TABLE),
      told: [`${above} ×${count}`],
      counts: `a.csv 2+${count}-0`,
    })),
    {
      name: '999 long lines of instructions',
      text: lines(...Array.from({ length: 999 }, () => '说明'.repeat(500)), TABLE),
      told: [`${above} ×999`],
      counts: 'a.csv 2+999-0',
    },
    {
      name: '填报单位 with several cells',
      text: lines('填报单位,盐田区综治办,,', TABLE),
      told: [above],
      counts: 'a.csv 2+1-0',
    },
    {
      name: '填报单位（盖章） and a date',
      text: lines('填报单位（盖章）：梅沙街道,,,日期：2012.12.31', TABLE),
      told: [above],
      counts: 'a.csv 2+1-0',
    },
    ...[
      '填表人（签字）：张三,,审核人（签字）：李四,',
      '审核人签字：李四,,日期：2012.12.31,',
      '备注1：空白为未统计,,审核,',
      '单位：件,,填报日期：2012年12月,',
      '单位：件,,联系人：张三,',
      '报送单位：盐田区综治办,,报送日期：2012.12.31,',
      '制表人：李四,,复核：王五,',
      '填表：李四,,审核：王五,',
      '填表时间：2012.12.31,,联系电话：1,',
      '分管领导：,,主要领导：,',
      '主管领导签字：张三,,经办人：李四,',
      '统计员：李四,,审核：王五,',
      '说明：1.,空白为未报,,',
      '数据来源：公安分局,,截至2012年12月,',
      '街道负责人：张三,,社区负责人：李四,',
      '盖章：,,年  月  日,',
      '（盖章）,,2012年12月31日,',
      '汇总人（签字）：张三,李四,王五,',
      '甲：,乙：,丙：,',
    ].flatMap((line) => [
      { name: `${line} below`, text: lines(TABLE, line), told: [below], counts: 'a.csv 2+1-0' },
      { name: `${line} above`, text: lines(line, TABLE), told: [above], counts: 'a.csv 2+1-0' },
    ]),
    {
      name: '填表人, 审核人 and 负责人 below',
      text: lines(TABLE, '填表人：张三,审核人：李四,负责人：王五,'),
      told: [below],
      counts: 'a.csv 2+1-0',
    },
    { name: '审核人 below', text: lines(TABLE, '审核人,李四,,'), told: [below], counts: 'a.csv 2+1-0' },
    { name: '负责人 below', text: lines(TABLE, '负责人:,李四,日期:,2012-12-31'), told: [below], counts: 'a.csv 2+1-0' },
    { name: '日期 below', text: lines(TABLE, '日期,2012年12月31日,,'), told: [below], counts: 'a.csv 2+1-0' },
    {
      name: '备注 below, short of cells',
      text: lines(TABLE, '备注：一村为新建小区'),
      told: [below],
      counts: 'a.csv 2+1-0',
    },
    { name: '注 below', text: lines(TABLE, '注：,一村为新建小区,,'), told: [below], counts: 'a.csv 2+1-0' },
    {
      name: 'blank rows and several lines below',
      text: lines(TABLE, '', ',,,', '本表一式两份', '填表人：张三,,审核人：李四'),
      told: ['note table.blank-rows a.csv:4:1 ×2', 'note table.below-records a.csv:6:1 ×2'],
      counts: 'a.csv 2+4-0',
    },
    {
      name: 'a date below the name and an office below the street',
      text: lines(TABLE, ',,2012年12月31日,', ',,２０１２.12.31,', ',盐田区综治办,,', ',,,盐田区综治办'),
      told: [`${below} ×4`],
      counts: 'a.csv 2+4-0',
    },
    {
      name: 'names that begin as lines of the form below the name',
      text: lines(TABLE, ',,填表人：张三,', ',,注：以上属实,'),
      told: [`${below} ×2`],
      counts: 'a.csv 2+2-0',
    },
    {
      name: 'a note below the name, which is the first column that has a heading',
      text: lines(',小区,年度,街道,创建等级', ',一村,2012,梅沙街道,标兵', ',二村,2012,梅沙街道,先进', ',以上属实,,,'),
      told: [below],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'a signature with a digit in the first column',
      text: lines(
        '小区编号,年度,街道,小区,创建等级',
        '001,2012,梅沙街道,一村,标兵',
        '002,2012,梅沙街道,二村,先进',
        '盐田区综治办,,,,',
        '2012年12月31日,,,,',
        '2012-12-31,,,,',
      ),
      told: ['note table.below-records a.csv:4:1 ×3'],
      counts: 'a.csv 2+3-0',
    },
  ]);
});

describe('lines above the table that hold a heading', () => {
  const above = 'note table.above-headings a.csv:1:1';
  swallows([
    ...['创建等级', '小区,,,', '年度,2012', '年度：,2012,,', '年度,2012,街道,梅沙街道', '街道,梅沙街道,,'].map(
      (line) => ({
        name: line,
        text: lines(line, TABLE),
        told: [above],
        counts: 'a.csv 2+1-0',
      }),
    ),
    {
      name: 'a title, the year and the street, in several lines',
      text: lines('小区', '年度,2012', '街道,梅沙街道', '单位：,综治办', '', TABLE),
      told: [`${above} ×4`, 'note table.blank-rows a.csv:5:1'],
      counts: 'a.csv 2+5-0',
    },
    {
      name: 'the year, as far above as headings are looked for',
      text: lines('年度,2012', ...Array.from({ length: 998 }, () => '说明'.repeat(50)), TABLE),
      told: [`${above} ×999`],
      counts: 'a.csv 2+999-0',
    },
    {
      name: 'the same title in every column',
      text: lines('小区,小区,小区,小区', TABLE),
      told: [above],
      counts: 'a.csv 2+1-0',
    },
  ]);

  test('a title above two headings', async () => {
    const text = lines('安全文明社区,', '街道,安全', '梅沙街道,达标', '盐田街道,不达标');
    const result = await inFolder({ 'a.csv': text }, { year: 2012 });
    expect(told(result)).toEqual([above]);
    expect(figures(result, 'safety')).toEqual(['梅沙街道 pass', '盐田街道 fail']);
  });

  test('a year above one heading', async () => {
    const result = await inFolder({ 'a.csv': lines('年度,2012', '街道', '梅沙街道') }, { year: 2012 });
    expect(told(result)).toEqual([above]);
    expect(figures(result, 'safety')).toEqual(['梅沙街道 unknown']);
  });
});

describe('blank rows and cells', () => {
  swallows([
    {
      name: 'a blank line',
      text: lines(HEADINGS, A, '', B),
      told: ['note table.blank-rows a.csv:3:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'a row of blank cells',
      text: lines(HEADINGS, A, ',,,', B),
      told: ['note table.blank-rows a.csv:3:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'a row of spaces, full-width too',
      text: lines(HEADINGS, A, ' ,　,,', B),
      told: ['note table.blank-rows a.csv:3:1'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: 'empty cells beyond the headings',
      text: lines(HEADINGS, `${A},,`, B),
      told: ['note table.extra-cells a.csv:2:17'],
    },
    {
      name: 'filled cells under a blank heading',
      text: lines(
        '序,年度,街道,,小区,　,,创建等级',
        '1,2012,梅沙街道,,一村,,甲,标兵',
        '2,2012,梅沙街道,,二村,乙,丙,先进',
      ),
      told: [
        'note table.columns-ignored a.csv:1:1',
        'note table.nameless-column a.csv:2:18 "甲"',
        'note table.nameless-column a.csv:3:17 "乙"',
      ],
    },
    {
      name: 'filled cells under a blank heading in a line of the form',
      text: lines(
        '年度,,街道,小区,创建等级',
        '2012,,梅沙街道,一村,标兵',
        '2012,,梅沙街道,二村,先进',
        '填表人：,张三,,,',
      ),
      told: ['note table.below-records a.csv:4:1'],
      counts: 'a.csv 2+1-0',
    },
    { name: 'headings that end in empty cells', text: lines(`${HEADINGS},,`, `${A},,`, `${B},,`), told: [] },
    { name: 'rows shorter than headings that end in empty cells', text: lines(`${HEADINGS},,`, A, `${B},`), told: [] },
  ]);
});

describe('rows of totals', () => {
  const STREETS = '街道,小区总数,标兵小区数,社区总数,安全文明社区数';
  const REGISTER = '年度,街道,社区,本年刑事发案,上年刑事发案';
  const skipped = (place: string, more = '') => `note table.total-skipped ${place}${more}`;
  interface TotalCase {
    readonly name: string;
    readonly text: string;
    readonly told: readonly unknown[];
    readonly counts: string;
  }
  test.each<TotalCase>([
    {
      name: '合计, right',
      text: lines(STREETS, '梅沙街道,10,8,4,4', '盐田街道,20,16,6,6', '合计,30,24,10,10'),
      told: [skipped('a.csv:4:1')],
      counts: 'a.csv 2+1-0',
    },
    {
      name: '总计, one column wrong',
      text: lines(STREETS, '梅沙街道,10,8,4,4', '盐田街道,20,16,6,6', '总计,31,24,10,10'),
      told: [skipped('a.csv:4:1'), 'warning table.total-differs a.csv:4:4 "31"'],
      counts: 'a.csv 2+1-0',
    },
    {
      name: '合 计 with spaces, full-width digits, blanks',
      text: lines(STREETS, '梅沙街道,10,8,4,4', '盐田街道,20,16,6,6', '合 计,３０,,－,'),
      told: [skipped('a.csv:4:1')],
      counts: 'a.csv 2+1-0',
    },
    {
      name: '小计 since the last one, 合计 of all',
      text: lines(
        REGISTER,
        '2012,梅沙街道,滨海,3,4',
        '2012,梅沙街道,东海岸,2,2',
        '小计,,,5,6',
        '2012,盐田街道,永安,7,7',
        '小计,,,7,7',
        '合计,,,12,13',
      ),
      told: [skipped('a.csv:4:1', ' ×3')],
      counts: 'a.csv 3+3-0',
    },
    {
      name: '小计 that counts from the beginning',
      text: lines(REGISTER, '2012,梅沙街道,滨海,3,4', '小计,,,3,4', '2012,盐田街道,永安,7,7', '小计,,,10,11'),
      told: [
        skipped('a.csv:3:1', ' ×2'),
        'warning table.total-differs a.csv:5:6 "10"',
        'warning table.total-differs a.csv:5:9 "11"',
      ],
      counts: 'a.csv 2+2-0',
    },
    {
      name: '小计 with the street and the year in front',
      text: lines(
        REGISTER,
        '2012,梅沙街道,滨海,3,4',
        '2012,梅沙街道,小计,3,4',
        '2012,盐田街道,永安,7,7',
        '2012,全区合计,,10,11',
      ),
      told: [skipped('a.csv:3:1', ' ×2')],
      counts: 'a.csv 2+2-0',
    },
    {
      name: '合计 with the code of the street in front',
      text: lines(`社区代码,${REGISTER}`, '440308001002,2012,梅沙街道,滨海,3,4', '440308001,2012,梅沙街道,合计,3,5'),
      told: [skipped('a.csv:3:1'), 'warning table.total-differs a.csv:3:26 "5"'],
      counts: 'a.csv 1+1-0',
    },
    ...['无', '达标', '×'].map((mark) => ({
      name: `合计 with ${mark} in the columns of the assessments`,
      text: lines(
        `维稳综治,安全,${STREETS}`,
        '达标,达标,梅沙街道,10,8,4,4',
        '达标,达标,盐田街道,20,16,6,6',
        `${mark},${mark},合计,30,24,10,11`,
      ),
      told: [skipped('a.csv:4:1'), expect.stringMatching(/^warning table.total-differs a.csv:4:\d+ "11"$/)],
      counts: 'a.csv 2+1-0',
    })),
    {
      name: '合计 in the first column, with 无 in one of titles',
      text: lines(`${REGISTER},无毒社区`, '2012,梅沙街道,滨海,3,4,是', '合计,,,3,4,无', '总　计：,,,3,4,无'),
      told: [skipped('a.csv:3:1', ' ×2')],
      counts: 'a.csv 1+2-0',
    },
    {
      name: '合计 in place of the name or code, with 达标 and a year or none',
      text: lines(
        '年度,区,街道代码,街道,安全',
        '2012,盐田区,440308001,梅沙街道,达标',
        ',,,合计,达标',
        '2012,,,合计：,达标',
        ',,合计,,达标',
        ',全区合计,,,达标',
      ),
      told: [skipped('a.csv:3:1', ' ×4')],
      counts: 'a.csv 1+4-0',
    },
    ...['440308', '440308000', '440308000000'].map((code) => ({
      name: `合计 with the code of the district, ${code}, and 达标`,
      text: lines('街道代码,街道,安全', '440308001,梅沙街道,达标', `${code},合计,达标`),
      told: [skipped('a.csv:3:1')],
      counts: 'a.csv 1+1-0',
    })),
    {
      name: '合计 with the code of the street in front and a colon',
      text: lines(`社区代码,${REGISTER}`, '440308001002,2012,梅沙街道,滨海,3,4', '440308001,2012,梅沙街道,合计：,3,4'),
      told: [skipped('a.csv:3:1')],
      counts: 'a.csv 1+1-0',
    },
    {
      name: '合计 and 小计 above what they sum',
      text: lines(
        REGISTER,
        '合计,,,12,13',
        '梅沙街道小计,,,5,6',
        '2012,梅沙街道,滨海,3,4',
        '2012,梅沙街道,东海岸,2,2',
        '盐田街道小计,,,7,7',
        '2012,盐田街道,永安,7,7',
      ),
      told: [skipped('a.csv:2:1', ' ×3')],
      counts: 'a.csv 3+3-0',
    },
    {
      name: '合计 of each street above its communities',
      text: lines(
        REGISTER,
        '2012,梅沙街道,合计,3,4',
        '2012,梅沙街道,滨海,3,4',
        '2012,盐田街道,合计,7,7',
        '2012,盐田街道,永安,7,7',
      ),
      told: [skipped('a.csv:2:1', ' ×2')],
      counts: 'a.csv 2+2-0',
    },
    {
      name: '合计 and 小计 above what they sum, one column of each wrong',
      text: lines(
        REGISTER,
        '合计,,,12,14',
        '梅沙街道小计,,,3,4',
        '2012,梅沙街道,滨海,3,4',
        '盐田街道小计,,,7,9',
        '2012,盐田街道,永安,9,9',
      ),
      told: [
        skipped('a.csv:2:1', ' ×3'),
        'warning table.total-differs a.csv:2:9 "14"',
        'warning table.total-differs a.csv:5:10 "7"',
      ],
      counts: 'a.csv 2+3-0',
    },
    {
      name: '合计 of nothing, above and below',
      text: lines(REGISTER, '合计,,,0,0', '2012,梅沙街道,滨海,3,4', '合计,,,0,0'),
      told: [
        skipped('a.csv:2:1', ' ×2'),
        'warning table.total-differs a.csv:2:6 "0"',
        'warning table.total-differs a.csv:2:8 "0"',
        'warning table.total-differs a.csv:4:6 "0"',
        'warning table.total-differs a.csv:4:8 "0"',
      ],
      counts: 'a.csv 1+2-0',
    },
    ...[
      '共计',
      '总数',
      '合计（2个）',
      '合计2个社区',
      '合计：共两个社区',
      '梅沙街道共计',
      '合计数',
      '累计',
      '梅沙街道',
      '梅沙街道办事处',
    ].map((word) => ({
      name: `${word} in place of the name`,
      text: lines(REGISTER, '2012,梅沙街道,滨海,3,4', '2012,梅沙街道,东海岸,2,2', `2012,梅沙街道,${word},5,7`),
      told: [skipped('a.csv:4:1'), `warning table.total-differs a.csv:4:${14 + word.length} "7"`],
      counts: 'a.csv 2+1-0',
    })),
    {
      name: 'the name of the street above its communities',
      text: lines(REGISTER, '2012,,梅沙街道,3,4', '2012,梅沙街道,滨海,3,4'),
      told: [skipped('a.csv:2:1')],
      counts: 'a.csv 1+1-0',
    },
    {
      name: 'the name of the street, as its cell has it, and its sums',
      text: lines(
        REGISTER,
        '2012,梅沙,滨海,3,4',
        '2012,沙头角,中英街,2,2',
        '2012,沙头角,东和,1,2',
        '2012,沙头角,沙头角,3,4',
      ),
      told: [skipped('a.csv:5:1')],
      counts: 'a.csv 3+1-0',
    },
    ...['440308001', '440308001000'].flatMap((code) =>
      ['梅沙街道', '梅沙', '', '全街'].map((name) => ({
        name: `the code of the street, ${code}, and the name "${name}"`,
        text: lines(
          `社区代码,${REGISTER}`,
          '440308002001,2012,盐田街道,永安,7,7',
          '440308001002,2012,梅沙街道,滨海,3,4',
          `${code},2012,梅沙街道,${name},3,4`,
        ),
        told: [skipped('a.csv:4:1')],
        counts: 'a.csv 2+1-0',
      })),
    ),
    ...[',,全区', ',盐田区,全区', ',盐田区,盐田区', '440308,盐田区,全区', '440308000,盐田区,盐田区'].flatMap((unit) =>
      ['', '达标'].map((mark) => ({
        name: `the district among streets, ${unit}, ${mark}`,
        text: lines(
          '街道代码,区,街道,安全,小区总数,标兵小区数',
          '440308001,盐田区,梅沙街道,达标,10,8',
          '440308002,盐田区,盐田街道,达标,20,16',
          `${unit},${mark},30,24`,
        ),
        told: [skipped('a.csv:4:1')],
        counts: 'a.csv 2+1-0',
      })),
    ),
    {
      name: 'the code of the district, above the streets',
      text: lines('街道代码,街道,小区总数,标兵小区数', '440308,盐田区,10,9', '440308001,梅沙街道,10,8'),
      told: [skipped('a.csv:2:1'), 'warning table.total-differs a.csv:2:15 "9"'],
      counts: 'a.csv 1+1-0',
    },
    ...['达标', ''].map((mark) => ({
      name: `合计 in the column of the street, a figure in that of the code, ${mark}`,
      text: lines(
        '年度,街道,社区代码,社区,无毒社区,本年刑事发案',
        '2012,梅沙街道,440308001001,滨海,是,3',
        `2012,合计,6,6个社区,,3`,
        `2012,合计,6,,${mark},3`,
      ),
      told: [skipped('a.csv:3:1', ' ×2'), 'warning table.total-differs a.csv:3:11 "6个社区"'],
      counts: 'a.csv 1+2-0',
    })),
  ])('$name', async ({ text, told: expected, counts }) => {
    const result = await inFolder({ 'a.csv': text }, { year: 2012 });
    expect(told(result)).toEqual(expected);
    expect(rowCounts(result)).toEqual([counts]);
  });
});

describe('rows with one cell that are records all the same', () => {
  test.each([
    {
      name: 'the name of a street, at the end',
      text: lines('街道,维稳综治,安全', '梅沙街道,达标,达标', '盐田街道,,'),
      records: 2,
      told: [],
    },
    {
      name: 'the name of a street, between others',
      text: lines('街道,维稳综治,安全', '梅沙街道,,', '盐田街道,达标,达标'),
      records: 2,
      told: [],
    },
    {
      name: 'the code of a street',
      text: lines('街道代码,街道,安全', '440308001,梅沙街道,达标', '440308002,,'),
      records: 2,
      told: [],
    },
    {
      name: 'a table of names only',
      text: lines('街道', '梅沙', '盐田', '', '填表人：张三'),
      records: 2,
      told: ['note table.blank-rows a.csv:4:1', 'note table.below-records a.csv:5:1'],
    },
    {
      name: 'but not the office that signs',
      text: lines('街道,维稳综治,安全', '梅沙街道,达标,达标', '梅沙街道办事处,,'),
      records: 1,
      told: ['note table.below-records a.csv:3:1'],
    },
  ])('$name', async ({ text, records, told: expected }) => {
    const result = await inFolder({ 'a.csv': text }, { year: 2012 });
    expect(told(result)).toEqual(expected);
    expect(result.totals.records).toBe(records);
    expect(result.subjects.filter(({ scope }) => scope === 'street')).toHaveLength(records);
  });
});

describe('text as spreadsheets write it', () => {
  const coded = (first: string) => lines(`小区编号,${HEADINGS}`, `${first},${A}`, `440308001002002,${B}`);
  const marker = (text: string) => [`note record.text-marker a.csv:2:1 ${JSON.stringify(text)}`];
  swallows([
    { name: '="…" as it stands', text: coded('="440308001002001"'), told: marker('="440308001002001"') },
    { name: '="…" in quotes', text: coded('"=""440308001002001"""'), told: marker('="440308001002001"') },
    { name: "a leading '", text: coded("'440308001002001"), told: marker("'440308001002001") },
    { name: 'a leading ’', text: coded('’440308001002001'), told: marker('’440308001002001') },
    { name: 'a leading tab', text: coded('"\t440308001002001"'), told: marker('\t440308001002001') },
    {
      name: 'full-width digits in a code',
      text: coded('４４０３０８００１００２００１'),
      told: ['note record.digits a.csv:2:1 "４４０３０８００１００２００１"'],
    },
    {
      name: 'spaces in a code',
      text: coded('440308 001002 001'),
      told: ['note record.digits a.csv:2:1 "440308 001002 001"'],
    },
    { name: 'spaces around a code', text: coded(' 440308001002001 '), told: [] },
    { name: 'quotes around every cell', text: TABLE.replace(/[^,\n]+/g, '"$&"'), told: [] },
    {
      name: 'a delimiter, a quote and a line break in quotes',
      text: lines(`${HEADINGS},佐证材料`, `${A},"甲,""乙""\r\n丙"`, `${B},`),
      told: [],
    },
  ]);

  test('full-width digits and spaces in counts and years', async () => {
    const text = lines(
      '年度,街道,社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
      '２０１２,梅沙街道,滨海,１２, 1 3 ,0,０',
    );
    const result = await inFolder({ 'a.csv': text });
    expect(told(result)).toEqual([
      'note record.digits a.csv:2:1 "２０１２"',
      'note record.digits a.csv:2:14 "１２"',
      'note record.digits a.csv:2:17 " 1 3 "',
      'note record.digits a.csv:2:25 "０"',
    ]);
    expect(figures(result, 'case-trend')).toEqual(['梅沙街道 1/1']);
  });

  test('names are left alone', async () => {
    const result = await inFolder({ 'a.csv': lines(HEADINGS, A, '2012,梅沙街道, 二村（Ｂ座） ,先进') });
    expect(result.subjects[0]!.findings[0]!.witnesses.failing[0]!.name).toBe(' 二村（Ｂ座） ');
  });
});

describe('headings', () => {
  const as = (headings: string): Files => ({ 'a.csv': lines(headings, A, B) });
  test.each([
    { name: 'canonical names', headings: 'year,street,name,level' },
    { name: 'capitals', headings: 'Year,STREET,name,Level' },
    { name: 'spaces and full-width letters', headings: ' 年 度 ,街　道,ｎａｍｅ, 创建等级' },
    { name: 'units in brackets', headings: '年度（年）,街道,小区名称（个）,等级' },
    { name: 'choices in brackets', headings: '年份,街道名称,小区名称,创建等级（标兵/先进/达标）' },
  ])('$name', async ({ headings }) => {
    const files = headings.includes('小区') ? as(headings) : as(headings.replace(/name|ｎａｍｅ/, '小区'));
    const result = await inFolder(files);
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['梅沙街道 1/2']);
  });

  test('街道, 社区 and 小区 with a unit in brackets are counts', async () => {
    const text = lines(
      '街道代码,街道,小区（个）,标兵小区（个）,社区(单位：个),无毒社区〔个〕,街道（个）,社区（人）',
      '440308001,梅沙街道,10,8,4,3,1,5000',
    );
    const result = await inFolder({ 'a.csv': text }, { year: 2012 });
    expect(told(result)).toEqual(['note table.columns-ignored a.csv:1:40']);
    expect(result.inputs[0]!.table).toBe('streets');
    expect(figures(result)).toEqual(['梅沙街道 8/10']);
    expect(figures(result, 'drug-free-communities')).toEqual(['梅沙街道 3/4']);
  });

  test('choices in brackets make no count of a community', async () => {
    const text = lines('街道,社区,无毒社区（是/否）', '梅沙街道,滨海,是');
    const result = await inFolder({ 'a.csv': text }, { year: 2012 });
    expect(told(result)).toEqual([]);
    expect(figures(result, 'drug-free-communities')).toEqual(['梅沙街道 1/1']);
  });

  test('what lacks is told at the headings, and what is empty by its table', async () => {
    const { diagnostics } = await inFolder({ 'a.csv': lines('社区台账', '', '街道,社区,无毒社区') }, { year: 2012 });
    const placed = diagnostics.filter(({ code }) => /column-absent|no-records/.test(code));
    expect(placed.map(({ place }) => place)).toEqual(
      placed.map(() => ({ path: 'a.csv', line: 3, column: 1, sheetCell: 'A3' })),
    );
    expect(placed.map(({ params }) => params.field ?? params.table)).toEqual([
      '安全文明社区',
      '无邪社区',
      '本年刑事发案',
      '上年刑事发案',
      '本年治安发案',
      '上年治安发案',
      { zh: '社区表', en: 'communities table' },
    ]);
  });
});
