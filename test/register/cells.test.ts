import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/model/ruleset.ts';
import { cellReader } from '../../src/register/normalize-cell.ts';
import { faults, figures, inFolder, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const YES = ['是', '√', '有', '达标', '合格', '已创建', 'yes', 'true', 'pass'];
const NO = ['否', '×', '无', '不达标', '未达标', '不合格', '未创建', 'no', 'false', 'fail'];
const UNKNOWN = [
  'None',
  ' None ',
  'Ｎｏｎｅ',
  'N\u200bone',
  '',
  ' ',
  '　',
  '-',
  '－',
  '—',
  '——',
  '/',
  '／',
  '未报',
  '不详',
  'N/A',
  'n/a',
  ' 未报 ',
];

/** A community whose titles are all `text`. */
const titled = (text: string) =>
  inFolder({
    'a.csv': lines('年度,街道,社区,安全文明社区,无毒社区,无邪社区', `2012,梅沙街道,滨海,${text},${text},${text}`),
  });
const titles = async (text: string) => {
  const result = await titled(text);
  expect(told(result)).toEqual([]);
  return ['safe-civilized-communities', 'drug-free-communities', 'cult-free-communities'].flatMap((rule) =>
    figures(result, rule),
  );
};
const three = (figure: string) => [figure, figure, figure].map((counts) => `梅沙街道 ${counts}`);

describe('labels of yes and no', () => {
  test.each([...YES, 'YES', 'True', ' 是 ', 'ｙｅｓ'])('%j is yes', async (text) => {
    expect(await titles(text)).toEqual(three('1/1'));
  });
  test.each([...NO, 'No', 'ＦＡＬＳＥ'])('%j is no', async (text) => {
    expect(await titles(text)).toEqual(three('0/1'));
  });
  test.each(UNKNOWN)('%j is unknown', async (text) => {
    expect(await titles(text)).toEqual(three('0/1?1'));
  });
});

describe('labels of the special assessments', () => {
  const assessment = async (text: string) => {
    const result = await inFolder({
      'a.csv': lines('年度,街道,维稳综治专项考核,安全,计生', `2012,梅沙街道,${text},${text},${text}`),
    });
    expect(told(result)).toEqual([]);
    return ['stability', 'safety', 'family-planning'].flatMap((rule) => figures(result, rule));
  };
  test.each(YES)('%j passes', async (text) => expect(await assessment(text)).toEqual(three('pass')));
  test.each(NO)('%j fails', async (text) => expect(await assessment(text)).toEqual(three('fail')));
  test.each(UNKNOWN)('%j is unknown', async (text) => expect(await assessment(text)).toEqual(three('unknown')));
});

describe('labels of the level', () => {
  const level = async (text: string) => {
    const result = await inFolder({ 'a.csv': lines('年度,街道,小区,创建等级', `2012,梅沙街道,一村,${text}`) });
    expect(told(result)).toEqual([]);
    return figures(result);
  };
  test.each(['标兵', '标兵小区', 'model', ' 标兵 '])('%j meets', async (text) =>
    expect(await level(text)).toEqual(['梅沙街道 1/1']),
  );
  test.each(['先进', '达标', '未创建', '无', 'advanced', 'standard', 'none'])('%j does not', async (text) =>
    expect(await level(text)).toEqual(['梅沙街道 0/1']),
  );
  test.each(UNKNOWN)('%j is unknown', async (text) => expect(await level(text)).toEqual(['梅沙街道 0/1?1']));
});

describe('counts', () => {
  const counted = (text: string) =>
    inFolder({
      'a.csv': lines(
        '年度,街道,社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
        `2012,梅沙街道,滨海,${text},5,0,0`,
      ),
    });
  test.each([
    { text: '0', figure: '1/1' },
    { text: '5', figure: '1/1' },
    { text: '6', figure: '0/1' },
    { text: '05', figure: '1/1' },
    { text: '999999999999999', figure: '0/1' },
    ...UNKNOWN.map((text) => ({ text, figure: '0/1?1' })),
  ])('$text counts as $figure', async ({ text, figure }) => {
    const result = await counted(text);
    expect(told(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual([`梅沙街道 ${figure}`]);
  });

  test.each(['"1,030"', '"１，０３０"', '"1,030,000"', '" 1,030 "'])('%s is one with its thousands', async (text) => {
    const result = await counted(text);
    expect(told(result)).toEqual([`note record.digits a.csv:2:14 ${JSON.stringify(text.replaceAll('"', ''))}`]);
    expect(figures(result, 'case-trend')).toEqual(['梅沙街道 0/1']);
  });

  test('what is written with commas is the number without them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999_999_999 }), (count) => {
        const field = { kind: 'count', accepts: () => true } as unknown as Field;
        expect(cellReader(field, new Set())(count.toLocaleString('en')).value).toBe(count);
      }),
    );
  });

  const BAD = [
    '3起',
    '3.0',
    '-3',
    '"1,23"',
    '"12,34"',
    '"0,123"',
    '"1,2345"',
    '",123"',
    '"1,030起"',
    '"1,,030"',
    '"1.030"',
    '1、030',
    '1 起',
    '+3',
    '3e1',
    '0x3',
    '三',
    '3%',
    '1/2',
    '½',
    '1234567890123456',
    '一',
    '③起',
    'NaN',
    '2①',
    '1²',
    '①',
    '٣',
    '㊁',
    '"2\n3"',
    '"2\r\n3"',
    '2\u20283',
  ];
  test.each(BAD)('%j is no count', async (text) => {
    const raw = text.replaceAll('"', '');
    expect(told(await counted(text))).toEqual([`error record.bad-count a.csv:2:14 ${JSON.stringify(raw)}`]);
  });
  test.each(BAD)('%j is unknown with --on-invalid unknown', async (text) => {
    const files = {
      'a.csv': lines(
        '年度,街道,社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
        `2012,梅沙街道,滨海,${text},5,0,0`,
      ),
    };
    const result = await inFolder(files, { onInvalid: 'unknown' });
    expect(told(result)).toEqual([`warning record.bad-count a.csv:2:14 ${JSON.stringify(text.replaceAll('"', ''))}`]);
    expect(figures(result, 'case-trend')).toEqual(['梅沙街道 0/1?1']);
  });
});

describe('a value that no label knows', () => {
  test.each([
    '半达标',
    '是否',
    '√√',
    '1',
    '0',
    'Y',
    '标兵？',
    '__proto__',
    'constructor',
    'toString',
    '=cmd()',
    '<script>',
  ])('%j is an error', async (text) => {
    const place = (column: number) => `error record.unknown-value a.csv:2:${column} ${JSON.stringify(text)}`;
    const step = text.length + 1;
    expect(told(await titled(text))).toEqual([place(14), place(14 + step), place(14 + 2 * step)]);
  });

  test('and unknown with --on-invalid unknown', async () => {
    const files = { 'a.csv': lines('年度,街道,小区,创建等级', '2012,梅沙街道,一村,标兵？', '2012,梅沙街道,二村,标兵') };
    const result = await inFolder(files, { onInvalid: 'unknown' });
    expect(told(result)).toEqual(['warning record.unknown-value a.csv:2:14 "标兵？"']);
    expect(figures(result)).toEqual(['梅沙街道 1/2?1']);
    expect(result.refusal).toBeNull();
  });
});

describe('codes', () => {
  const coded = (text: string) => ({
    'a.csv': lines('小区编号,年度,街道,小区,创建等级', `${text},2012,梅沙街道,一村,标兵`),
  });
  test.each(['440308001002001', '001', 'A-12', '盐-001', 'a_b', '0'.repeat(64)])('%j is one', async (text) => {
    expect(told(await inFolder(coded(text)))).toEqual([]);
  });
  test.each(['"\n440308001002001\n"', '４４０３０８　００１ 002\u00a0001', 'Ａ－１＿２', 'e\u0301-1'])(
    '%j is one, once trimmed and its width folded',
    async (text) => expect(faults(await inFolder(coded(text)))).toEqual([]),
  );
  const LOSSY = ['4.40308E+11', '4.40308e+11', '4E+11', '４.４０３０８Ｅ＋１１', '4.40308001002E+14', '="4.40308E+11"'];
  test.each(LOSSY)('%j has lost digits', async (text) => {
    expect(told(await inFolder(coded(text)))).toEqual([`error record.lossy-code a.csv:2:1 ${JSON.stringify(text)}`]);
  });
  test.each(LOSSY)('%j refuses with --on-invalid unknown too', async (text) => {
    const result = await inFolder(coded(text), { onInvalid: 'unknown' });
    expect(told(result)).toEqual([`error record.lossy-code a.csv:2:1 ${JSON.stringify(text)}`]);
    expect(result.verdict).toBeNull();
  });
  test.each([
    '440308001002.0',
    '440,308',
    '44/0308',
    '0'.repeat(65),
    '=1+1',
    '#REF!',
    '44030800100①',
    '440308001²',
    '440308001ª',
    '440308001ᵃ',
    '440308Ⅷ',
    '440308㈠',
    '440308٣',
    '440308\n001',
    '440308\u2028001',

    '\u001b[31m1',
  ])('%j is none', async (text) => {
    const cell = /[,\n]/.test(text) ? `"${text}"` : text;
    expect(faults(await inFolder(coded(cell)))).toEqual([
      `error record.bad-code a.csv:2:1 ${JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)}`,
    ]);
  });

  const PARENT = '440308001';
  test.each([
    { field: '街道代码', table: '社区', place: 'a.csv:2:9' },
    { field: '区代码', table: '街道', place: 'a.csv:2:9' },
    { field: '社区代码', table: '小区', place: 'a.csv:2:9' },
  ])('$field in scientific notation', async ({ field, table, place }) => {
    const parent = table === '小区' ? ',街道代码' : '';
    const text = lines(`年度,${table},${field}${parent}`, `2012,甲乙,4.40308E+08${parent && `,${PARENT}`}`);
    expect(faults(await inFolder({ 'a.csv': text }))).toEqual([`error record.lossy-code ${place} "4.40308E+08"`]);
  });
});

describe('every fault of a row is told at once', () => {
  const HEADINGS = '年度,街道代码,社区代码,小区编号,小区,创建等级';
  const CODE = '440308001001001';
  const lossy = (column: number) => `error record.lossy-code a.csv:2:${column} "4.4E+11"`;
  test.each([
    { name: 'own code, codes of parents', row: '2012,4.4E+11,4.4E+11,4.4E+11,一村,标兵', told: [6, 14, 22].map(lossy) },
    {
      name: 'own code, code of a parent, value',
      row: '2012,440308001,4.4E+11,4.4E+11,一村,甲',
      told: [lossy(16), lossy(24), 'error record.unknown-value a.csv:2:35 "甲"'],
    },
    {
      name: 'year, own code, code of a parent, value',
      row: '12,4.4E+11,,4.4E+11,一村,甲',
      told: ['error record.bad-year a.csv:2:1 "12"', lossy(4), lossy(13), 'error record.unknown-value a.csv:2:24 "甲"'],
    },
    {
      name: 'year, code of a parent',
      row: `12,1.5,,${CODE},一村,标兵`,
      told: ['error record.bad-year a.csv:2:1 "12"', 'error record.bad-code a.csv:2:4 "1.5"'],
    },
    {
      name: 'no code or name, code of a parent',
      row: '2012,4.4E+11,,,,标兵',
      told: ['error record.no-key a.csv:2:1', lossy(6)],
    },
    {
      name: 'no year, code of a parent',
      row: `,4.4E+11,,${CODE},一村,标兵`,
      told: ['error year.blank a.csv:2:1 ""', lossy(2)],
    },
    { name: 'another year, code of a parent', row: `2011,4.4E+11,,${CODE},一村,标兵`, told: [lossy(6)] },
  ])('$name', async ({ row, told: expected }) => {
    const text = lines(HEADINGS, row, '2012,440308001,440308001001,440308001001009,九村,标兵');
    expect(faults(await inFolder({ 'a.csv': text }))).toEqual(expected);
  });

  test('of a street and its district', async () => {
    const text = lines('年度,区代码,街道代码,街道,维稳综治', '2012,4.4E+05,4.4E+08,梅沙街道,半达标');
    expect(faults(await inFolder({ 'a.csv': text }))).toEqual([
      'error record.lossy-code a.csv:2:6 "4.4E+05"',
      'error record.lossy-code a.csv:2:14 "4.4E+08"',
      'error record.unknown-value a.csv:2:27 "半达标"',
    ]);
  });

  test('and the unit given twice', async () => {
    const text = lines(HEADINGS, `2012,4.4E+11,,${CODE},一村,标兵`, `2012,440308001,,${CODE},一村,标兵`);
    expect(faults(await inFolder({ 'a.csv': text }))).toEqual([
      lossy(6),
      `error unit.duplicate a.csv:2:15 & a.csv:3:17 "${CODE}"`,
    ]);
  });
});

describe("what begins with ' before a formula", () => {
  const HEADINGS = '年度,街道代码,街道,社区,小区编号,小区,创建等级';
  const NOTE = 'note record.text-marker';

  test('is a name without it, of a unit and of its parents', async () => {
    const rows = ["2012,440308001,'=甲街道,'@乙,001,'=一号院,标兵", '2012,440308001,=甲街道,@乙,002,＋二号院,先进'];
    const result = await inFolder({ 'a.csv': lines(HEADINGS, ...rows) }, { witnesses: 0 });
    expect(told(result)).toEqual([
      `${NOTE} a.csv:2:16 "'=甲街道"`,
      `${NOTE} a.csv:2:22 "'@乙"`,
      `${NOTE} a.csv:2:30 "'=一号院"`,
    ]);
    expect(result.subjects[0]).toMatchObject({ name: '=甲街道' });
    expect(figures(result)).toEqual(['=甲街道 1/2']);
  });

  test('names the same unit as without it', async () => {
    const rows = ["2012,,甲街道,,,'=一号院,标兵", '2012,,甲街道,,,=一号院,标兵'];
    expect(faults(await inFolder({ 'a.csv': lines(HEADINGS, ...rows) }))).toEqual([
      `error unit.duplicate a.csv:2:13 & a.csv:3:13 "'=一号院"`,
    ]);
  });

  test('is a district without it; one that is not known does not tell streets apart', async () => {
    const rows = ['2012,乙街道,-', '2012,乙街道,东区', "2012,甲街道,'-东区", '2012,甲街道,-东区'];
    expect(faults(await inFolder({ 'a.csv': lines('年度,街道,区', ...rows) }))).toEqual([
      'error unit.duplicate a.csv:2:6 & a.csv:3:6 "乙街道"',
      'error unit.duplicate a.csv:4:6 & a.csv:5:6 "甲街道"',
    ]);
  });

  test('is known, as a code behind a marker is, where the row of its unit is refused', async () => {
    const files = {
      'a.csv': lines('年度,街道代码,街道', "2012,,'=甲街道,x", '2012,"=""440308001""",,x', '2012,440308002,乙街道'),
      'b.csv': lines('年度,街道代码,街道,社区', '2012,,=甲街道,一社区', '2012,440308001,,二社区'),
    };
    expect(faults(await inFolder(files))).toEqual(['error table.ragged a.csv:2:13', 'error table.ragged a.csv:3:24']);
  });

  test.each(["'-", "'－", "' -"])('says that it is not known: %j', async (mark) => {
    const result = await inFolder({ 'a.csv': lines(HEADINGS, `2012,,甲街道,${mark},001,${mark},${mark}`) });
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['甲街道 0/1?1']);
  });

  test.each(["''甲", "'甲", '‘=甲'])('stays where there is no formula: %j', async (name) => {
    const result = await inFolder({ 'a.csv': lines(HEADINGS, `2012,,${name},,001,一村,标兵`) });
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual([`${name} 1/1`]);
  });
});
