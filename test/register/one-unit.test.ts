import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOddCharacters, plainWidth } from '../../src/model/fold.ts';
import { foldWidth } from '../../src/register/fold-name.ts';
import { faults, figures, inFolder, told } from '../intake/submission.ts';

const UNSEEN = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u061c', '\u202e', '\u2066', '\u3164'],
  ...['\u115f', '\uffa0', '\u180e', '\u2800', '\ufe0f', '\u{e0100}', '\u{e0041}', '\u0001', '\u0085', '\u009b'],
];
const ALIKE = [
  ['⾦海里', '金海里'],
  ['⻄园', '西园'],
  ['⺠生苑', '民生苑'],
  ['东⻔', '东门'],
  ['⻓安里', '长安里'],
  ['⼤海', '大海'],
  ['\uf90a海里', '金海里'],
  ['㇐号院', '一号院'],
  ['Ａ座', 'A座'],
  ['海景Ⅱ期', '海景II期'],
  ['海景（一期）', '海景(一期)'],
  ['𝟏号院', '1号院'],
  ['ｱ座', 'ア座'],
  ['海景–1区', '海景-1区'],
  ['海景—1区', '海景－1区'],
  ['海景‐1区', '海景−1区'],
  ['海景·东', '海景•东'],
  ['海景・东', '海景·东'],
  ['一号〜三号院', '一号～三号院'],
  ['二○一院', '二〇一院'],
  ['海　景', '海景'],
  ['海 景 ', '海景'],
  ['\u00a0海景', '海景'],
] as const;
const spellings = [
  ...UNSEEN.flatMap((mark) => [`海${mark}景`, `${mark}海景`, `海景${mark}`].map((odd) => [odd, '海景'] as const)),
  ...ALIKE,
];

test.each(spellings)('%j is one name with %j', async (odd, usual) => {
  const head = '年度,街道,小区,创建等级';
  const result = await inFolder({ 'a.csv': `${head}\n2012,梅沙街道,${usual},标兵\n2012,梅沙街道,"${odd}",先进\n` });
  expect(faults(result).map((line) => line.split(' ')[1])).toEqual(['unit.duplicate']);
});

test.each(spellings)('a reference by %j finds the street %j', async (odd, usual) => {
  const result = await inFolder(
    {
      'a.csv': `街道,安全\n${usual}街道,达标\n`,
      'b.csv': `年度,街道,小区,创建等级\n2012,"${odd}街道",一村,标兵\n`,
    },
    { subjects: [`${odd}街道办`] },
  );
  expect(faults(result)).toEqual([]);
  expect(figures(result)).toEqual([`${usual}街道 1/1`]);
});

test.each(['海①', '海²', '海ª', '⑴村', '海㊀'])('%s is a footnote of its own', (text) => {
  expect(plainWidth(text)).toBe(text);
});

// A byte order mark at either end is a space, as JavaScript has it, and nothing to tell.
test.each(UNSEEN.filter((mark) => mark.trim() !== ''))(
  '%j is taken out of codes, years, counts, labels and headings',
  async (mark) => {
    const text = `年${mark}度,街道代码,社区${mark}代码,无毒社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案
20${mark}12,440308${mark}001,440308001002${mark},是${mark},1${mark}2,13,${mark}0,0`;
    const result = await inFolder({ 'a.csv': text });
    expect(told(result).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      Array.from({ length: 6 }, () => 'note record.characters'),
    );
    expect(figures(result, 'drug-free-communities')).toEqual(['440308001 1/1']);
    expect(figures(result, 'case-trend')).toEqual(['440308001 1/1']);
  },
);

test('a name that is folded is told and shown as it was written', async () => {
  const result = await inFolder({ 'a.csv': '年度,街道,小区,创建等级\n2012,梅沙街道,⾦海里,先进\n' });
  expect(told(result)).toEqual(['note record.characters a.csv:2:11 "⾦海里"']);
  expect(result.subjects[0]!.findings[0]!.witnesses.failing[0]!.name).toBe('⾦海里');
});

test('every spelling folds once and for all, and what is unseen never counts', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...UNSEEN, '⾦', '⻄', '甲', '1') }),
  );
  fc.assert(
    fc.property(unit, fc.constantFrom(...UNSEEN), fc.nat(), (text, mark, at) => {
      const folded = foldWidth(text);
      expect(foldWidth(folded)).toBe(folded);
      const characters = [...folded];
      const where = at % (characters.length + 1);
      const marked = [...characters.slice(0, where), mark, ...characters.slice(where)].join('');
      expect(foldWidth(marked)).toBe(folded);
      expect(hasOddCharacters(marked)).toBe(true);
    }),
  );
});
