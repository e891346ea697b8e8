import { describe, expect, test } from 'vitest';
import { gb18030, utf8Bom, utf16be, utf16le } from './encode.ts';
import { figures, inFolder, rowCounts, told } from './submission.ts';

const HEADINGS = '年度,街道,小区,创建等级';
const TABLE = `${HEADINGS}\n2012,梅沙街道,一村,标兵\n2012,梅沙街道,二村,先进\n`;
const converted = (encoding: string) => ({ encoding, told: ['note encoding.converted a.csv:1:1'] });

describe('an encoding is found by itself', () => {
  test.each([
    { name: 'UTF-8', bytes: Buffer.from(TABLE), encoding: 'utf-8', told: [] },
    { name: 'UTF-8 with a byte order mark', bytes: utf8Bom(TABLE), encoding: 'utf-8', told: [] },
    { name: 'UTF-16 LE', bytes: utf16le(TABLE), ...converted('utf-16le') },
    { name: 'UTF-16 BE', bytes: utf16be(TABLE), ...converted('utf-16be') },
    { name: 'GB18030', bytes: gb18030(TABLE), ...converted('gb18030') },
  ])('$name', async ({ bytes, encoding, told: expected }) => {
    const result = await inFolder({ 'a.csv': bytes });
    expect(told(result)).toEqual(expected);
    expect(result.inputs.map((input) => input.encoding)).toEqual([encoding]);
    expect(figures(result)).toEqual(['梅沙街道 1/2']);
    expect(rowCounts(result)).toEqual(['a.csv 2+0-0']);
  });
});

describe('a character of four bytes in GB18030 is read', () => {
  test.each([
    { name: 'by itself', encoding: null },
    { name: 'as gb18030', encoding: 'gb18030' },
    { name: 'as gbk, whose decoder in Node gets it wrong', encoding: 'gbk' },
    { name: 'as GB2312', encoding: 'GB2312' },
  ])('$name', async ({ encoding }) => {
    const bytes = gb18030(`${HEADINGS}\n2012,梅沙街道,龦村,先进\n2012,梅沙街道,二村,标兵\n`);
    const result = await inFolder({ 'a.csv': bytes }, { encoding });
    expect(result.inputs[0]!.encoding).toBe('gb18030');
    expect(result.subjects[0]!.findings[0]!.witnesses.failing).toMatchObject([
      { name: '龦村', text: '先进', place: { path: 'a.csv', line: 2, column: 14 } },
    ]);
  });
});

test('a byte order mark overrules the encoding asked for', async () => {
  const result = await inFolder({ 'a.csv': utf8Bom(TABLE) }, { encoding: 'gb18030' });
  expect(result.inputs[0]!.encoding).toBe('utf-8');
  expect(figures(result)).toEqual(['梅沙街道 1/2']);
});

describe('bytes that no encoding explains are refused at their place', () => {
  const undecodable = 'error encoding.undecodable';
  const damaged = 'error encoding.damaged';
  const half = (bytes: Buffer, drop = 1) => bytes.subarray(0, bytes.length - drop);
  const RECORD = '2012,梅沙街道,一村,标兵';
  const whole = Buffer.from(TABLE);
  test.each([
    {
      name: 'UTF-8 cut in half at the end',
      bytes: half(Buffer.from(`${TABLE}${RECORD}`)),
      told: [`${damaged} a.csv:4:15`],
    },
    {
      name: 'UTF-8 that lost a byte inside',
      bytes: Buffer.concat([whole.subarray(0, 55), whole.subarray(56)]),
      told: [`${damaged} a.csv:2:12`],
    },
    {
      name: 'UTF-8 with a byte order mark and a broken character',
      bytes: Buffer.concat([utf8Bom(`${HEADINGS}\n2012,`), Buffer.from([0xe6, 0xa2]), Buffer.from(',一村,标兵\n')]),
      told: [`${damaged} a.csv:2:6`],
    },
    {
      name: 'UTF-8 with carriage returns only',
      bytes: half(Buffer.from(`${TABLE}${RECORD}`.replaceAll('\n', '\r'))),
      told: [`${damaged} a.csv:4:15`],
    },
    {
      name: 'UTF-8 with line breaks of two characters',
      bytes: half(Buffer.from(`${TABLE}${RECORD}`.replaceAll('\n', '\r\n'))),
      told: [`${damaged} a.csv:4:15`],
    },
    {
      name: 'UTF-8 with an overlong form',
      bytes: Buffer.concat([whole, Buffer.from([0xc0, 0xaf, 0x0a])]),
      told: [`${damaged} a.csv:4:1`],
    },
    {
      name: 'UTF-8 with half of a surrogate pair',
      bytes: Buffer.concat([whole, Buffer.from([0xed, 0xa0, 0x80, 0x0a])]),
      told: [`${damaged} a.csv:4:1`],
    },
    {
      name: 'GB18030 cut in half at the end',
      bytes: half(gb18030(`${TABLE}${RECORD}`)),
      told: [`${undecodable} a.csv:4:15`],
    },
    {
      name: 'GB18030 cut after three bytes of four',
      bytes: half(gb18030(`${TABLE}2012,龦`)),
      told: [`${undecodable} a.csv:4:6`],
    },
    {
      name: 'GB18030 with half a character before a line break',
      bytes: Buffer.concat([gb18030(`${HEADINGS}\n2012,`), Buffer.from([0xc3, 0x0a]), gb18030(RECORD)]),
      told: [`${undecodable} a.csv:2:6`],
    },
    {
      name: 'a byte that GB18030 does not have',
      bytes: Buffer.concat([gb18030(TABLE), Buffer.from([0xff])]),
      told: [`${undecodable} a.csv:4:1`],
    },
    { name: 'UTF-16 LE with half a unit', bytes: half(utf16le(TABLE)), told: [`${undecodable} a.csv:3:16`] },
    {
      name: 'UTF-16 BE with half a surrogate pair',
      bytes: Buffer.concat([utf16be(`${HEADINGS}\n`), Buffer.from([0xd8, 0x40, 0x00, 0x0a])]),
      told: [`${undecodable} a.csv:2:1`],
    },
  ])('$name', async ({ bytes, told: expected }) => {
    const result = await inFolder({ 'a.csv': bytes }, { year: 2012 });
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
  });

  test('an encoding asked for that does not explain them', async () => {
    const result = await inFolder({ 'a.csv': gb18030(TABLE) }, { encoding: 'utf-8', year: 2012 });
    expect(told(result)).toEqual(['error encoding.damaged a.csv:1:1']);
  });

  test('a broken character beyond the first megabyte', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `2012,梅沙街道,小区${n},标兵\n`).join('');
    const bytes = Buffer.concat([
      Buffer.from(`${HEADINGS}\n${rows}2012,`),
      Buffer.from([0xe6, 0xa2]),
      Buffer.from('\n'),
    ]);
    expect(told(await inFolder({ 'a.csv': bytes }, { year: 2012 }))).toEqual(['error encoding.damaged a.csv:60002:6']);
  });
});

test('GB18030 is told from damaged UTF-8 in names of one character too', async () => {
  const rows = '街道小区创建等级梅沙一二村标兵先进'
    .split('')
    .map((character) => `2012,${character},${character},标兵\n`);
  const result = await inFolder({ 'a.csv': gb18030(`year,street,name,level\n${rows.join('')}`) });
  expect(result.inputs[0]!.encoding).toBe('gb18030');
});
