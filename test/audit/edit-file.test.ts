import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CannotEditError } from '../../src/audit/audited-files.ts';
import { editFile, encoderOf } from '../../src/audit/edit-file.ts';
import { amendTable, type CellEdit, openTables } from '../../src/audit/held-tables.ts';
import { nodeFiles } from '../../src/intake/node/files.ts';
import { root } from '../cli/repository-copy.ts';
import { utf8Bom, utf16be, utf16le } from '../intake/encode.ts';
import { withFolder } from '../intake/submission.ts';
import { bundledRuleset, rowsOf, withTables } from './open-file.ts';

const ruleset = await bundledRuleset();

interface Edited {
  readonly bytes: Buffer;
  /** The tables of the edited file, read again. */
  readonly read: Record<string, string[][]>;
  /** What they should be: those of the file before, amended. */
  readonly expected: Record<string, string[][]>;
}

const edited = (name: string, content: Buffer | string, edits: readonly CellEdit[]): Promise<Edited> =>
  withFolder({ [name]: content }, async (folder) => {
    const file = join(folder, name);
    const [opened] = await openTables([file], ruleset, nodeFiles());
    const after = opened!.tables.map((table) => amendTable(table, edits, ruleset));
    const bytes = Buffer.from(await editFile(readFileSync(file), opened!.tables, after, ruleset));
    writeFileSync(file, bytes);
    return { bytes, expected: await rowsOf(after), read: await withTables(file, ruleset, rowsOf) };
  });

const encoded = (encoding: string, text: string): Buffer => Buffer.from(encoderOf(encoding)(text)!);
const gb18030 = (text: string): Buffer => encoded('gb18030', text);

const OFFICE = `盐田区小区台账
填报单位,某街道

年度,街道代码,街道,"小区 ""编号""",小区,创建等级,备 注
2012,990101001,甲街道,"1,5",一村,,"两行
备注"
2012,990101001,甲街道,,"二村, 东",标兵,x
合计,,,,2,,
`;
const LEVEL = { table: 'compounds', row: 4, field: 'level' } as const;

describe('a CSV file with one more answer', () => {
  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with BOM', utf8Bom],
    ['UTF-16 LE', utf16le],
    ['UTF-16 BE', utf16be],
    ['GB18030', gb18030],
  ])('%s: differs in that cell only', async (_, encode) => {
    const { bytes, read, expected } = await edited('a.csv', encode(OFFICE), [{ ...LEVEL, text: '先进' }]);
    expect(bytes.equals(encode(OFFICE.replace('一村,,', '一村,先进,')))).toBe(true);
    expect(read).toEqual(expected);
  });

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('line ends stay %s', async (_, lineEnd) => {
    const text = OFFICE.replaceAll('\n', lineEnd);
    const { bytes } = await edited('a.csv', text, [{ ...LEVEL, text: '先进' }]);
    expect(bytes.toString()).toBe(text.replace('一村,,', '一村,先进,'));
  });

  test.each([
    ['a delimiter', '先进，a,b', '"先进，a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['neither', 'a b', 'a b'],
  ])('a text with %s is quoted if it must be', async (_, text, written) => {
    const { bytes } = await edited('a.csv', OFFICE, [{ ...LEVEL, text }]);
    expect(bytes.toString()).toBe(OFFICE.replace('一村,,', `一村,${written},`));
  });

  test('a quoted cell stays quoted, semicolons and tabs stay what they are', async () => {
    for (const delimiter of [';', '\t']) {
      const text = `街道${delimiter}小区${delimiter}创建等级\n甲街道${delimiter}一村${delimiter}""\n`;
      const { bytes } = await edited('a.csv', text, [{ table: 'compounds', row: 1, field: 'level', text: '标兵' }]);
      expect(bytes.toString()).toBe(text.replace('""', '"标兵"'));
    }
  });

  test('a column that is lacking is put at the right end of every row that can hold it', async () => {
    const edits = [{ table: 'compounds', row: 5, field: 'evidence', text: '档案7' } as const];
    const { bytes, read, expected } = await edited('a.csv', OFFICE, edits);
    expect(bytes.toString()).toBe(
      OFFICE.replace('备 注\n', '备 注,佐证材料\n')
        .replace('备注"\n', '备注",\n')
        .replace('标兵,x\n', '标兵,x,档案7\n')
        .replace('合计,,,,2,,\n', '合计,,,,2,,,\n'),
    );
    expect(read).toEqual(expected);
  });

  test('half a surrogate pair is refused: no encoding holds it', async () => {
    for (const content of [Buffer.from(OFFICE), gb18030(OFFICE)]) {
      await expect(edited('a.csv', content, [{ ...LEVEL, text: '\ud800' }])).rejects.toThrow(CannotEditError);
    }
  });
});

const cellText = fc.oneof(
  fc.constantFrom('', '', '标兵', '未报', 'a', ' b ', '龦𡐓㘵'),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '街', '区', 'x', ' ', '\t'), maxLength: 6 }),
);
const rowsOfCells = fc.array(fc.tuple(cellText, cellText, cellText, cellText), { minLength: 1, maxLength: 8 });
const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test('whatever a CSV file holds, one answer changes one cell and no other byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsOfCells,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('utf-8', 'gb18030'),
      fc.nat(),
      fc.constantFrom('先进', 'a,b', '"', '𡐓'),
      fc.boolean(),
      async (cells, lineEnd, encoding, pick, text, finalBreak) => {
        const row = pick % cells.length;
        const lines = [
          '街道,小区,创建等级,佐证材料,附',
          ...cells.map((each, at) => [...['甲街道', `${at}村`, ...each.slice(0, 3)]].map(quoted).join(',')),
        ];
        const before = lines.join(lineEnd) + (finalBreak ? lineEnd : '');
        const content = encoded(encoding, before);
        const { bytes, read, expected } = await edited('a.csv', content, [
          { table: 'compounds', row: row + 1, field: 'level', text },
        ]);
        expect(read).toEqual(expected);
        expect(read.compounds![row + 1]![2]).toBe(text);
        let same = 0;
        while (same < content.length && content[same] === bytes[same]) same++;
        let back = 0;
        while (back < content.length - same && content.at(-1 - back) === bytes.at(-1 - back)) back++;
        const old = encoderOf(encoding)(quoted(cells[row]![0]))!.length;
        expect(content.length - same - back).toBeLessThanOrEqual(old);
      },
    ),
    { numRuns: 60 },
  );
});

const NESTED = `# 现场
streets:
  - 街道名称: '甲街道'   # 名
    维稳综治专项考核:   # 待查
    安全专项考核: "达标"
    communities:
      - 社区名称: 一社区
        无毒社区: ~
        本年刑事发案: ''
        compounds:
          - { 小区名称: 一村, 创建等级: , 小区类型: 住宅 }
          - { 小区名称: 二村 }
`;

describe('YAML and JSON with one more answer', () => {
  test.each<[string, Omit<CellEdit, 'text'>, string, string, string]>([
    [
      'a blank before a comment',
      { table: 'streets', row: 0, field: 'stability' },
      '达标',
      '专项考核:   #',
      '专项考核: 达标   #',
    ],
    ['in double quotes', { table: 'streets', row: 0, field: 'safety' }, '不达标', '"达标"', '"不达标"'],
    ['a null', { table: 'communities', row: 0, field: 'drugFree' }, '是', '~', '是'],
    ['an empty text', { table: 'communities', row: 0, field: 'criminalCases' }, '12', "案: ''", "案: '12'"],
    ['a flow map', { table: 'compounds', row: 0, field: 'level' }, '标兵', '等级: ,', '等级: 标兵 ,'],
    [
      'a key that is lacking in a flow map',
      { table: 'compounds', row: 1, field: 'level' },
      '先进',
      '名称: 二村 }',
      '名称: 二村, 创建等级: 先进 }',
    ],
    [
      'a key that is lacking in a block',
      { table: 'communities', row: 0, field: 'criminalCasesPrevious' },
      '7',
      "案: ''\n",
      "案: ''\n        上年刑事发案: 7\n",
    ],
    [
      'a text that needs quotes',
      { table: 'compounds', row: 0, field: 'evidence' },
      'a: b #c',
      '住宅 }',
      '住宅, 佐证材料: "a: b #c" }',
    ],
  ])('%s', async (_, ref, text, from, to) => {
    for (const encode of [(each: string) => Buffer.from(each), utf8Bom, gb18030, utf16le]) {
      const { bytes, read, expected } = await edited('a.yaml', encode(NESTED), [{ ...ref, text }]);
      expect(bytes.equals(encode(NESTED.replace(from, to)))).toBe(true);
      expect(read).toEqual(expected);
    }
  });

  test.each(['', ' # 待查'])('a blank at the end of a record, and a key behind it%s', async (comment) => {
    const text = `communities:\n  - 社区名称: 一社区\n    街道名称: 甲街道\n    无毒社区:${comment}\n`;
    const edits = [
      { table: 'communities', row: 0, field: 'criminalCases', text: '4' },
      { table: 'communities', row: 0, field: 'drugFree', text: '否' },
    ] as const;
    const { bytes, read, expected } = await edited('a.yaml', text, edits);
    expect(bytes.toString()).toBe(`${text.replace('无毒社区:', '无毒社区: 否')}    本年刑事发案: 4\n`);
    expect(read).toEqual(expected);
  });

  test('JSON stays JSON', async () => {
    const text =
      '{"compounds": [{"小区": "一村", "街道": "甲街道", "创建等级": null}, {"小区": "二村", "街道": "甲街道"}]}';
    const edits = [
      { table: 'compounds', row: 0, field: 'level', text: '标兵' },
      { table: 'compounds', row: 1, field: 'level', text: '先进' },
    ] as const;
    const { bytes, read, expected } = await edited('a.json', text, edits);
    expect(JSON.parse(bytes.toString())).toEqual({
      compounds: [
        { 小区: '一村', 街道: '甲街道', 创建等级: '标兵' },
        { 小区: '二村', 街道: '甲街道', 创建等级: '先进' },
      ],
    });
    expect(read).toEqual(expected);
  });

  test('aliases are refused: an answer would be one for several records', async () => {
    const text = 'compounds:\n  - &a { 小区: 一村, 街道: 甲街道, 创建等级: }\n  - *a\n';
    const edits = [{ table: 'compounds', row: 0, field: 'level', text: '标兵' }] as const;
    await expect(edited('a.yaml', text, edits)).rejects.toMatchObject({ reason: 'alias' });
  });
});

const SCALARS = ['', ' 标兵', " '标兵'", ' "标\\u5175"', ' ~', ' null', " ''"] as const;

test('whatever YAML holds, one answer changes one value and no other byte', async () => {
  const record = fc.record({
    isFlow: fc.boolean(),
    hasLevel: fc.boolean(),
    level: fc.constantFrom(...SCALARS),
    comment: fc.constantFrom('', ' # 备注', ' # a: b'),
    isFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('utf-8', 'gb18030'),
      fc.nat(),
      fc.constantFrom('先进', 'yes', '12', 'a: b', '- x', "it's", '"', '#', ' 空 '),
      async (records, lineEnd, encoding, pick, text) => {
        const lines = records.flatMap(({ isFlow, hasLevel, level, comment, isFirst }, at) => {
          const own = [`小区: ${at}村`, '街道: 甲街道'];
          const pairs = hasLevel ? (isFirst ? [`创建等级:${level}`, ...own] : [...own, `创建等级:${level}`]) : own;
          if (isFlow) return [`  - { ${pairs.join(', ')} }${comment}`];
          return pairs.map((pair, nth) => `${nth === 0 ? '  - ' : '    '}${pair}${comment}`);
        });
        const content = encoded(encoding, ['# 台账', 'compounds:', ...lines, ''].join(lineEnd));
        const row = pick % records.length;
        const { bytes, read, expected } = await edited('a.yaml', content, [
          { table: 'compounds', row, field: 'level', text },
        ]);
        expect(read).toEqual(expected);
        let same = 0;
        while (same < content.length && content[same] === bytes[same]) same++;
        let back = 0;
        while (back < content.length - same && content.at(-1 - back) === bytes.at(-1 - back)) back++;
        expect(content.length - same - back).toBeLessThanOrEqual(12);
      },
    ),
    { numRuns: 150 },
  );
});

test('real files take several answers at once', async () => {
  const files = [
    ['nested-yaml/register.yaml', 'safety'],
    ['unknown/communities.csv', 'criminalCases'],
    ['office-gb18030/社区台账.csv', 'drugFree'],
  ] as const;
  for (const [name, field] of files) {
    const file = join(root, 'samples', name);
    const edits = await withTables(file, ruleset, async ([table]) =>
      (table!.isSheet ? [4, 5, 7] : [0, 1]).map((row): CellEdit => ({ table: table!.table, row, field, text: '4' })),
    );
    const { read, expected } = await edited(name.split('/')[1]!, readFileSync(file), edits);
    expect(read).toEqual(expected);
  }
});
