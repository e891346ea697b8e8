import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults, figures, inFolder, rowCounts, told } from '../intake/submission.ts';

const YEAR = { year: 2012 };
const HEADINGS = ['年度', '街道代码', '街道', '社区', '小区编号', '小区', '创建等级'];
const row = (nth: number, level: string) =>
  `2012,440308001,梅沙街道,滨海社区,44030800100200${nth},海景${nth}村,${level}`.split(',');
const RECORDS = [row(1, '标兵'), row(2, '标兵'), row(3, '标兵'), row(4, '标兵'), row(5, '先进')];
const csv = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(',')).join('\n');

/** A row as it is left by a delimiter of another kind, by quotes, by a line break in it, or by a hand that stopped. */
const torn = (cells: readonly string[]) =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom('，', '；', ';', '、', '\t', '|', '｜', ' ', '　'),
        fc.constantFrom('', '备注：', '附', '说明 '),
      )
      .map(([mark, label]) => [[label + cells.join(mark)]]),
    fc.constantFrom('备注：', '以上：', '').map((label) => [[`"${label}${cells.join(',')}"`]]),
    fc
      .constantFrom('备注：', '注：', '')
      .map((label) => [[`"${label}${cells.join(',')}"`, ...cells.slice(1).map(() => '')]]),
    fc.integer({ min: 1, max: cells.length - 1 }).map((at) => [cells.slice(0, at), cells.slice(at)]),
    fc.integer({ min: 0, max: cells.length - 1 }).map((at) => [cells.map((cell, nth) => (nth === at ? cell : ''))]),
    fc.integer({ min: 0, max: cells.length - 1 }).map((at) => [[cells[at]!]]),
  );

const ORDERS = [
  ['as it stands', [0, 1, 2, 3, 4, 5, 6]],
  ['with the name in front', [5, 6, 0, 1, 2, 3, 4]],
  ['with the code in front', [4, 5, 6, 3, 2, 1, 0]],
  ['with the level in front', [6, 0, 1, 2, 3, 5, 4]],
] as const;

describe('a record that is torn is never passed over', () => {
  test.each(ORDERS)('%s', async (_, order) => {
    const inOrder = (cells: readonly string[]) => order.map((nth) => cells[nth]!);
    const records = RECORDS.map(inOrder);
    const ends = fc.constantFrom(0, 2, 5);
    await fc.assert(
      fc.asyncProperty(torn(inOrder(row(6, '先进'))), ends, async (rows, at) => {
        const all = [...records.slice(0, at), ...rows, ...records.slice(at)];
        const result = await inFolder({ 'a.csv': csv([inOrder(HEADINGS), ...all]) }, YEAR);
        // A code alone is a unit of which nothing else is known.
        expect(['null ', 'unknown 梅沙街道 4/6?1']).toContain(`${result.verdict} ${figures(result)}`);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['a figure broken off by a line break', ['1']],
  ['a name', ['海棠里']],
  ['a name that is no first word of the form', ['备注小区']],
  ['a name and a level, parted otherwise', ['海棠里；先进']],
  ['a name and a level with a colon', ['海棠里：先进']],
  ['a compound with a colon', ['海棠小区：先进']],
  ['a row behind the first words of a note', ['备注：第9小区，梅沙街道，先进']],
  ['a row behind 以上', ['以上，第9小区，先进']],
  ['a row that ends as a sentence', ['2012，梅沙街道，第9小区，先进。']],
  ['a row in brackets', ['（2012，梅沙街道，第9小区，先进）']],
  ['a code in full-width digits', ['备注４４０３０８００１００２００９']],
  ['a name and a level as a sentence', ['第6小区先进。']],
  ['the office of a compound', ['第6小区办公室']],
  ['a year', ['2012']],
  ['a level', ['先进']],
  ['a form line with a code', ['备注：', '', '', '', '440308001002009', '', '']],
  ['a form line with a level', ['填表人：', '', '', '', '', '海景9村', '先进']],
])('%s is no line of the form below the records', async (_, cells) => {
  const result = await inFolder({ 'a.csv': csv([HEADINGS, ...RECORDS, cells]) }, YEAR);
  expect(faults(result)).not.toEqual([]);
  expect(result.verdict).toBeNull();
});

test.each([
  '备注：本表一式两份，一份报区综治办，一份留存。',
  '注：等级填标兵、先进、达标、未创建',
  '注：1、标兵小区指安全文明标兵小区；2、空白为未统计。',
  '说明：1、本表由街道填报；2、数据截至2012年12月31日。',
  '附件：佐证材料',
  '填表说明：空白为未统计',
  '附：小区名单一份',
  '联系电话：25228888',
  '填报单位（盖章）：梅沙街道　　2012年12月31日',
  '2012年12月31日',
  '2012.12.31',
  '2012/12/31',
  '2012年12月',
  '二〇一二年十二月三十一日',
  '　　年　　月　　日',
  '第1页，共3页',
  '第 1 页 共 3 页',
  '- 1 -',
  'Page 1 of 3',
  '（盖章）',
  '（以上数据由各街道提供）',
  '本表一式两份',
  '以上数据经各街道核对属实',
  '以下空白',
  '数据由各街道报送，经区综治办核对。',
  '统计范围为已入住的小区；在建的小区不在此列',
  '盐田区社会管理综合治理委员会办公室',
  '盐田区“平安和谐街道”创建工作领导小组',
  '盐田区综治办（盖章）',
  '盐田区综治办　2012年12月31日',
  '盐田区人民政府',
])('%s is a line of the form below the records', async (line) => {
  const result = await inFolder({
    'a.csv': csv([HEADINGS, ...RECORDS, [line], [line, ...HEADINGS.slice(1).fill('')]]),
  });
  expect(told(result)).toEqual(['note table.below-records a.csv:7:1 ×2']);
  expect(rowCounts(result)).toEqual(['a.csv 5+2-0']);
});

test.each([
  '盐田区2012年度安全文明小区台账',
  '梅沙街道 2012年度 小区台账',
  '梅沙街道',
  '小区',
  '填报单位：梅沙街道（440308001）',
  '填表说明：1、等级填标兵、先进、达标；2、没有的填无',
  '（2012年度）',
])('%s is a title above the headings', async (line) => {
  const result = await inFolder({ 'a.csv': csv([[line], HEADINGS, ...RECORDS]) });
  expect(told(result)).toEqual(['note table.above-headings a.csv:1:1']);
});

test.each([
  '2012，440308001，梅沙街道，滨海社区，440308001002009，海景9村，先进',
  '"2012,440308001,梅沙街道,滨海社区,440308001002009,海景9村,先进"',
  '2012;梅沙街道;海景9村;先进',
  '备注：海景小区，梅沙街道，先进',
  '440308001002009',
])('%s is no title above the headings', async (line) => {
  const result = await inFolder({ 'a.csv': csv([[line], HEADINGS, ...RECORDS]) });
  expect(faults(result)).toEqual(['error table.rows-above a.csv:1:1']);
});

test.each([
  ['the name of the street', ['2012', '440308001', '梅沙街道', '', '梅沙街道', '', '']],
  ['the code of the street', ['2012', '440308001', '梅沙街道', '440308001', '', '', '']],
  ['the code of the street, filled up with zeros', ['2012', '440308001', '梅沙街道', '440308001000', '', '', '']],
])('a row with %s and without figures is passed over as no sum', async (_, cells) => {
  const head = ['年度', '街道代码', '街道', '社区代码', '社区', '无毒社区', '本年刑事发案'];
  const first = ['2012', '440308001', '梅沙街道', '440308001002', '滨海社区', '是', '3'];
  const result = await inFolder({ 'a.csv': csv([head, first, cells]) });
  expect(told(result).join()).not.toContain('table.total-skipped');
  expect(faults(result)).not.toEqual([]);
  expect(figures(result, 'drug-free-communities')).toEqual(['梅沙街道 1/2?1']);
});
