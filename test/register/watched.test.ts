import { expect, test } from 'vitest';
import { faults, figures, inFolder } from '../intake/submission.ts';
import { workbook } from '../xlsx/workbook.ts';

const lines = (...all: string[]) => all.join('\n');
const HEADINGS = '年度,街道,小区,创建等级';

test.each([
  ['a remark', '备注', '2012年8月已摘牌', 'a.csv:2:17 ×1'],
  ['a field that no rule reads', '佐证材料', '限期整改通知书', 'a.csv:2:17 ×1'],
  ['a heading, the cell filled', '摘牌日期', '2012-08-01', 'a.csv:2:17 ×1'],
  ['characters that cannot be seen', '备注', '已摘\u200b 牌', 'a.csv:2:17 ×1'],
  ['a column without a heading in front of others', ',备注', '已降级,', 'a.csv:2:17 ×1'],
])('%s with a word to watch for is a warning', async (_, heading, text, place) => {
  const result = await inFolder({ 'a.csv': lines(`${HEADINGS},${heading}`, `2012,梅沙街道,一村,标兵,${text}`) });
  const watched = result.diagnostics.filter(({ code }) => code === 'record.watched');
  expect(
    watched.map(
      ({ place: at, params }) => `${at!.path}:${at!.line}:${at!.column} ×${(params as { cells: number }).cells}`,
    ),
  ).toEqual([place]);
  expect(watched.map(({ severity }) => severity)).toEqual(['warning']);
  expect(figures(result)).toEqual(['梅沙街道 1/1']);
});

test.each([
  ['a blank cell under such a heading', '摘牌日期', ''],
  ['a cell that says no', '是否摘牌', '否'],
  ['a mark for not known', '摘牌日期', '—'],
  ['a remark that says nothing of it', '备注', '新建小区'],
])('%s is none', async (_, heading, text) => {
  const result = await inFolder({ 'a.csv': lines(`${HEADINGS},${heading}`, `2012,梅沙街道,一村,标兵,${text}`) });
  expect(faults(result)).toEqual([]);
});

test('a name that holds such a word is none: the column is read', async () => {
  const result = await inFolder({ 'a.csv': lines(HEADINGS, '2012,梅沙街道,摘牌里,标兵') });
  expect(faults(result)).toEqual([]);
});

test('a column is told once, with how many and the first places', async () => {
  const rows = Array.from({ length: 9 }, (_, at) => `2012,梅沙街道,${at}村,标兵,${at % 2 === 0 ? '摘牌' : '已撤销'}`);
  const result = await inFolder({ 'a.csv': lines(`${HEADINGS},备注`, ...rows) });
  expect(faults(result)).toEqual(['warning record.watched a.csv:2:17 & a.csv:3:17 a.csv:4:17 a.csv:5:17 a.csv:6:17']);
  expect(result.diagnostics.find(({ code }) => code === 'record.watched')!.params).toEqual({
    heading: '备注',
    words: ['摘牌', '撤销'],
    cells: 9,
  });
});

test.each([
  ['children: [{ name: 一村, level: none }, { name: 二村, level: none }]', ['children', 2]],
  ['children: { 一村: { level: none } }', ['children', 1]],
])('%s in a record is no mere note', async (more, [key, entries]) => {
  const result = await inFolder({ 'a.yaml': `streets:\n  - { name: 梅沙街道, year: 2012, ${more} }\n` });
  const [warning] = result.diagnostics.filter(({ code }) => code === 'yaml.unread-entries');
  expect([warning!.severity, warning!.params]).toEqual(['warning', { key, entries }]);
});

test('an unknown list at the top is no mere note, and keys that hold little are', async () => {
  const yaml =
    'streets:\n  - { name: 梅沙街道, year: 2012, tags: [a], by: { who: b } }\nunits: [一村, 二村]\nnote: c\n';
  const result = await inFolder({ 'a.yaml': yaml });
  const told = result.diagnostics.filter(({ code }) => code.startsWith('yaml.'));
  expect(told.map(({ code, params }) => [code, params])).toEqual([
    ['yaml.unknown-key', { keys: ['tags', 'by', 'note'] }],
    ['yaml.unread-entries', { key: 'units', entries: 2 }],
  ]);
});

test('values of unknown keys are watched', async () => {
  const yaml = 'compounds:\n  - { name: 一村, street: 梅沙街道, year: 2012, level: model, remark: 已摘牌 }\n';
  const result = await inFolder({ 'a.yaml': yaml });
  expect(faults(result)).toEqual(['warning record.watched a.yaml:2:57']);
});

const RECORD = '2012,梅沙街道,一村,标兵';

test.each([
  ['a note below', [HEADINGS, RECORD, '备注：一村8月已摘牌'], 'a.csv:3:1'],
  ['a note below, cell by cell', [HEADINGS, RECORD, '备注,一村8月已摘牌,,'], 'a.csv:3:1'],
  ['a note above', ['说明：一村限期整改中', HEADINGS, RECORD], 'a.csv:1:1'],
  ['a sum', [HEADINGS, RECORD, '合计,,1,摘牌1个'], 'a.csv:3:1'],
])('%s that speaks of a word to watch for is a warning', async (_, rows, place) => {
  const result = await inFolder({ 'a.csv': lines(...rows) });
  expect(faults(result)).toEqual([`warning record.watched-aside ${place}`]);
  expect(figures(result)).toEqual(['梅沙街道 1/1']);
});

test.each([
  ['how to fill in the form', [HEADINGS, RECORD, '注：摘牌、降级的小区请填“未创建”']],
  ['a title', ['2012年创建、摘牌情况表', HEADINGS, RECORD]],
  ['the name of a rule', [HEADINGS, RECORD, '备注：依据《摘牌降级限期整改制度》填报的规定']],
])('%s is none', async (_, rows) => {
  expect(faults(await inFolder({ 'a.csv': lines(...rows) }))).toEqual([]);
});

test('what stands beside the records of a sheet is watched too', async () => {
  const rows = [HEADINGS.split(','), [...RECORD.split(','), null, '已摘牌']];
  const result = await inFolder({ 'a.xlsx': workbook({ name: '小区', rows }) });
  expect(faults(result)).toEqual(['warning record.watched a.xlsx#小区!F2']);
});
