import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessed, inFolder, told, withFolder } from '../intake/submission.ts';
import { type CellValue, type SheetText, workbook, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级'];
const record = (serial: number): CellValue[] => [
  ...[2012, '440308003', '沙头角街道', `44030800300300${serial}`, `${serial}村`, '标兵'],
];
const FIRST: SheetText = { name: '甲', rows: [HEADINGS, record(1)] };
const SECOND: SheetText = { name: '乙', rows: [HEADINGS, record(2)] };

const UNREAD = 'warning xlsx.unread-tables a.xlsx#甲!A1';
const OTHERS = 'note xlsx.other-sheets a.xlsx#甲!A1';
const DAMAGED = (cell: string) => `error xlsx.damaged a.xlsx#乙!${cell}`;
const FORMULAS = HEADINGS.map((heading) => ({ xml: `<c t="str"><f>A1</f><v>${heading}</v></c>` }));

const sheetsOf = ({ inputs }: Awaited<ReturnType<typeof inFolder>>) =>
  inputs.map(({ path, records }) => `${path} ${records}`);

describe('a second sheet is read as well', () => {
  test.each<[string, SheetText, readonly string[], readonly string[]]>([
    ['a table', SECOND, ['a.xlsx#乙 1'], []],
    [
      'a table of headings only',
      { name: '乙', rows: [HEADINGS] },
      ['a.xlsx#乙 0'],
      ['warning table.no-records a.xlsx#乙!A1'],
    ],
    [
      'a table below its title',
      { name: '乙', rows: [['台账'], [], ['填报单位：甲'], HEADINGS, record(2)] },
      ['a.xlsx#乙 1'],
      ['note table.above-headings a.xlsx#乙!A1 ×2', 'note table.blank-rows a.xlsx#乙!A2'],
    ],
    [
      'a table below pages of text',
      { name: '乙', rows: [...Array.from({ length: 500 }, () => ['说明']), HEADINGS, record(2)] },
      ['a.xlsx#乙 1'],
      ['note table.above-headings a.xlsx#乙!A1 ×500'],
    ],
    [
      'one with a table of its own kind',
      {
        name: '乙',
        rows: [
          ['街道代码', '街道', '小区总数', '标兵小区数'],
          ['440308003', '沙头角街道', 1, 1],
        ],
      },
      ['a.xlsx#乙 1'],
      [],
    ],
    [
      'a table that is damaged below',
      { name: '乙', rows: [HEADINGS, [{ xml: '<c>标兵</c>' }]] },
      ['a.xlsx#乙 0'],
      [DAMAGED('A2')],
    ],
    ['one that is damaged at once', { name: '乙', rows: [[{ xml: '<c>标兵</c>' }]] }, ['a.xlsx#乙 0'], [DAMAGED('A1')]],
  ])('%s', async (_, other, read, expected) => {
    const result = await inFolder({ 'a.xlsx': workbook(FIRST, other) });
    expect(sheetsOf(result)).toEqual(['a.xlsx#甲 1', ...read]);
    expect(told(result).filter((line) => !line.includes('column-absent'))).toEqual(expected);
  });

  test('a cover in front is passed over', async () => {
    const cover: SheetText = { name: '封面', rows: [['盐田区台账'], ['填报单位', '沙头角街道'], ['年度', 2012]] };
    const result = await inFolder({ 'a.xlsx': workbook(cover, FIRST, SECOND) });
    expect(sheetsOf(result)).toEqual(['a.xlsx#甲 1', 'a.xlsx#乙 1']);
    expect(told(result)).toEqual([OTHERS]);
  });

  test('an old list beside the new one is no unit twice without a word', async () => {
    const result = await inFolder({ 'a.xlsx': workbook(FIRST, { ...FIRST, name: '旧' }) });
    expect(result.refusal).toBe('data');
    expect(told(result)).toEqual(['error unit.duplicate a.xlsx#甲!D2 & a.xlsx#旧!D2 "440308003003001"']);
  });

  test('a table asked for is read from the sheets that are of it', async () => {
    const streets: SheetText = {
      name: '街道',
      rows: [
        ['街道代码', '街道', '维稳综治专项考核'],
        ['440308003', '沙头角街道', '达标'],
      ],
    };
    await withFolder({ 'a.xlsx': workbook(streets, FIRST, SECOND) }, async (folder) => {
      const result = await assessed({ paths: [`compounds=${join(folder, 'a.xlsx')}`] });
      expect(sheetsOf(result)).toEqual(['a.xlsx#甲 1', 'a.xlsx#乙 1']);
      expect(result.diagnostics.find(({ code }) => code === 'xlsx.unread-tables')!.params).toEqual({
        sheets: ['街道'],
        file: 'a.xlsx',
      });
    });
  });

  test('two sheets of one part are damage, or a thousand would be read as one', async () => {
    const parts = workbookParts([FIRST, SECOND]);
    const rels = 'xl/_rels/workbook.xml.rels';
    parts.set(rels, parts.get(rels)!.replace('sheet2.xml', 'sheet1.xml'));
    expect(told(await inFolder({ 'a.xlsx': zipParts(parts) }))).toEqual(['error xlsx.damaged a.xlsx:1:1']);
  });
});

describe('beside the sheet that is read', () => {
  test.each<[string, SheetText, readonly string[]]>([
    ['a hidden table', { ...SECOND, state: 'hidden' }, [UNREAD]],
    ['a very hidden one', { ...SECOND, state: 'veryHidden' }, [UNREAD]],
    ['a hidden one in formulas', { name: '乙', rows: [FORMULAS], state: 'hidden' }, [UNREAD]],
    ['known headings with nothing to be judged', { name: '乙', rows: [['街道', '社区', '联系人']] }, [UNREAD]],
    ['records without headings', { name: '乙', rows: [record(2)] }, [UNREAD]],
    ['records below a title', { name: '乙', rows: [['台账（续）'], [], record(2)] }, [UNREAD]],
    ['records by name', { name: '乙', rows: [['沙头角街道', '二村小区', '先进']] }, [UNREAD]],
    ['lists of values', { name: '乙', rows: [['标兵', '是', '达标', '合格']] }, [OTHERS]],
    ['one known heading', { name: '乙', rows: [['街道', '联系人', '电话']] }, [OTHERS]],
    ['instructions', { name: '乙', rows: [['请逐行填写']] }, [OTHERS]],
    ['what stands beside a heading', { name: '乙', rows: [['街道', '沙头角街道', '年度', 2012]] }, [OTHERS]],
    ['one that is damaged and hidden', { name: '乙', rows: [[{ xml: '<c>标兵</c>' }]], state: 'hidden' }, [OTHERS]],
    ['hidden lists', { name: '乙', rows: [['是'], ['否']], state: 'hidden' }, []],
    ['a blank sheet', { name: '乙', rows: [] }, []],
    ['a sheet of formats', { name: '乙', rows: [[{ xml: '<c s="2"/>' }]] }, []],
  ])('%s', async (_, other, expected) => {
    const result = await inFolder({ 'a.xlsx': workbook(FIRST, other) });
    expect(told(result)).toEqual(expected);
    expect(result.diagnostics.filter(({ code }) => code.startsWith('xlsx')).map(({ params }) => params)).toEqual(
      expected.map(() => ({ sheets: ['乙'], file: 'a.xlsx' })),
    );
  });

  test.each([
    ['the workbook', 'xl/workbook.xml', '</sheets>', '<calcPr fullCalcOnLoad="1"/>'],
    ['the sheet', 'xl/worksheets/sheet2.xml', '</sheetData>', '<sheetCalcPr fullCalcOnLoad="1"/>'],
  ])('a hidden table in formulas, where %s asks to be calculated', async (_, part, before, asks) => {
    const parts = workbookParts([FIRST, { name: '乙', rows: [FORMULAS], state: 'hidden' }]);
    parts.set(part, parts.get(part)!.replace(before, `${before}${asks}`));
    expect(told(await inFolder({ 'a.xlsx': zipParts(parts) }))).toEqual([UNREAD]);
  });

  test('a table is told once, other data with it', async () => {
    const hidden: SheetText = { ...SECOND, state: 'hidden' };
    const result = await inFolder({
      'a.xlsx': workbook(FIRST, hidden, { name: '说明', rows: [['x']] }, { ...hidden, name: '丙' }),
    });
    expect(told(result)).toEqual([UNREAD, OTHERS]);
    expect(result.diagnostics.find(({ code }) => code === 'xlsx.unread-tables')!.params).toMatchObject({
      sheets: ['乙', '丙'],
    });
  });

  test('the verdict stands, and a warning counts for --max-warnings', async () => {
    const result = await inFolder({ 'a.xlsx': workbook(FIRST, { ...SECOND, state: 'hidden' }) });
    expect(result.refusal).toBeNull();
    expect(result.diagnostics.find(({ code }) => code === 'xlsx.unread-tables')!.severity).toBe('warning');
  });
});

test.each<[string, SheetText, number]>([
  ['a remark', { name: '说明', rows: [['甲'], ['一村8月已摘牌']] }, 1],
  ['a hidden remark', { name: '说明', rows: [['一村8月已摘牌'], ['二村降级为先进']], state: 'hidden' }, 2],
  ['its name', { name: '摘牌名单', rows: [['一村']] }, 1],
])('%s on another sheet that speaks of words to watch for is a warning', async (_, other, lines) => {
  const { diagnostics } = await inFolder({ 'a.xlsx': workbook(FIRST, other) });
  const watched = diagnostics.filter(({ code }) => code === 'record.watched-aside');
  expect(watched.map(({ severity, params }) => [severity, params])).toMatchObject([
    ['warning', { sheet: other.name, lines }],
  ]);
});

test.each<[string, SheetText]>([
  ['how to fill in the form', { name: '说明', rows: [['已摘牌的请填“未创建”']] }],
  ['a list to choose from', { name: '选项', rows: [['摘牌'], ['限期整改']], state: 'hidden' }],
])('%s is none', async (_, other) => {
  const { diagnostics } = await inFolder({ 'a.xlsx': workbook(FIRST, other) });
  expect(diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).not.toContain(
    'record.watched-aside',
  );
});

describe('sheets that are asked for', () => {
  const three = workbook(FIRST, SECOND, { ...SECOND, name: '丙', rows: [HEADINGS, record(3)], state: 'hidden' });
  test.each<[string, readonly string[], readonly string[] | null]>([
    ['all by name', ['#甲', '#乙', '#丙'], null],
    ['the workbook, and one by name', ['', '#丙'], null],
    ['one by name, and the workbook', ['#丙', ''], null],
    ['in another spelling', ['', '#丙 '], null],
    ['one by name alone', ['#甲'], ['乙', '丙']],
    ['two by name', ['#乙', '#甲'], ['丙']],
    ['the workbook alone', [''], ['丙']],
    ['the workbook, and one of its tables by name', ['', '#甲'], ['丙']],
  ])('%s', async (_, sheets, unread) => {
    await withFolder({ 'a.xlsx': three }, async (folder) => {
      const result = await assessed({ paths: sheets.map((sheet) => `${join(folder, 'a.xlsx')}${sheet}`) });
      const found = result.diagnostics.filter(({ code }) => code === 'xlsx.unread-tables');
      expect(result.diagnostics.map(({ code }) => code).filter((code) => code === 'unit.duplicate')).toEqual([]);
      expect(found.map(({ params }) => params)).toEqual(unread === null ? [] : [{ sheets: unread, file: 'a.xlsx' }]);
    });
  });

  test('two workbooks are told apart', async () => {
    const result = await inFolder({
      'a.xlsx': workbook(FIRST, { ...SECOND, state: 'hidden' }),
      'b.xlsx': workbook({ ...FIRST, name: '乙', rows: [HEADINGS, record(3)] }),
    });
    expect(told(result)).toEqual([UNREAD]);
  });
});

test('a large sheet is looked at as far as its first rows', async () => {
  const rows = [HEADINGS, ...Array.from({ length: 20_000 }, (_, at) => record(at))];
  const others = Array.from({ length: 12 }, (_, at): SheetText => ({ name: `S${at}`, rows, state: 'hidden' }));
  const result = await inFolder({ 'a.xlsx': workbook(FIRST, ...others) });
  expect(result.diagnostics.find(({ code }) => code === 'xlsx.unread-tables')!.params).toMatchObject({
    sheets: others.map(({ name }) => name),
  });
});

describe('a sheet of another kind', () => {
  const withKind = (kind: string) => {
    const parts = workbookParts([FIRST, SECOND]);
    const rels = 'xl/_rels/workbook.xml.rels';
    parts.set(rels, parts.get(rels)!.replace(/worksheet(?=" Target="worksheets\/sheet2)/, kind));
    return inFolder({ 'a.xlsx': zipParts(parts) });
  };

  test.each([
    ['xlMacrosheet', [UNREAD]],
    ['chartsheet', []],
    ['dialogsheet', []],
  ])('%s', async (kind, expected) => {
    expect(told(await withKind(kind))).toEqual(expected);
  });
});

describe('a sheet without a part', () => {
  const without = (tab: string) => {
    const parts = workbookParts([FIRST]);
    const workbookPart = 'xl/workbook.xml';
    parts.set(workbookPart, parts.get(workbookPart)!.replace('</sheets>', `${tab}</sheets>`));
    return inFolder({ 'a.xlsx': zipParts(parts) });
  };

  test('is the module of a macro where it is hidden and names none', async () => {
    expect(told(await without('<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>'))).toEqual([]);
  });

  test.each([
    ['is shown', '<sheet name="乙" sheetId="9" r:id=""/>'],
    ['names one that is not there', '<sheet name="乙" sheetId="9" state="hidden" r:id="rId99"/>'],
  ])('is damage where it %s', async (_, tab) => {
    expect(told(await without(tab))).toEqual(['error xlsx.damaged a.xlsx:1:1']);
  });
});
