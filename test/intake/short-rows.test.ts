import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults, figures, inFolder, told } from './submission.ts';

const HEADINGS = '年度,街道,小区编号,小区,小区类型,创建等级,佐证材料';
const compound = (nth: number, level = '标兵', evidence = `档案${nth}`) =>
  `2012,梅沙街道,44030800100200${nth},海景${nth}村,住宅,${level},${evidence}`;
const short = (nth: number, level = '标兵') => compound(nth, level, '').replace(/,+$/, '');
const csv = (...rows: readonly string[]) => ({ 'a.csv': [HEADINGS, ...rows, ''].join('\n') });
const SHORT = 'csv.short-row';

describe('rows that lack blanks at their end are whole', () => {
  test.each([
    ['a block of them', [compound(1), compound(2), short(3), short(4)], '4:1 ×2'],
    ['all of them', [short(1), short(2), short(3)], '2:1 ×3'],
    ['one, by its level', [compound(1), short(2), compound(3)], '3:1'],
    ['the last one, by its level', [compound(1), short(2)], '3:1'],
    ['one that was seen above', [short(1), short(2), compound(3), short(4)], '2:1 ×3'],
  ])('%s', async (_, rows, at) => {
    const result = await inFolder(csv(...rows));
    expect(told(result)).toEqual([`note ${SHORT} a.csv:${at}`]);
    expect(figures(result)).toEqual([`梅沙街道 ${rows.length}/${rows.length}`]);
    expect(result.diagnostics.find(({ code }) => code === SHORT)!.params).toEqual({ headings: ['佐证材料'] });
  });

  test('a level that is not there is not known', async () => {
    const result = await inFolder(csv(compound(1), short(2, ''), short(3, '')));
    expect(told(result)).toEqual([`note ${SHORT} a.csv:3:1 ×2`]);
    expect(figures(result)).toEqual(['梅沙街道 1/3?2']);
    const { witnesses } = result.subjects[0]!.findings.find(({ rule }) => rule === 'model-compounds')!;
    expect(witnesses.unknown.map(({ place, text }) => [place?.line, place?.column, text])).toEqual([
      [3, 34, ''],
      [4, 34, ''],
    ]);
  });

  test('counts at the end, where all rows end there', async () => {
    const head = '年度,街道,社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案,备注,经办';
    const rows = [1, 2, 3].map((nth) => `2012,梅沙街道,${nth}社区,1,2,3,4`);
    const result = await inFolder({ 'a.csv': [head, ...rows, ''].join('\r\n') });
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(['梅沙街道 3/3']);
  });
});

describe('rows that may be torn are refused', () => {
  const head = '年度,街道,社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,备注';
  test.each([
    ['the last line without its end', [HEADINGS, compound(1), short(2), short(3)].join('\n'), 'a.csv:4:1'],
    ['a level alone missing', [HEADINGS, compound(1), short(2, ''), compound(3), ''].join('\n'), 'a.csv:3:1'],
    [
      'a key missing',
      [HEADINGS, '2012,梅沙街道,440308001002001', '2012,梅沙街道,440308001002002', ''].join('\n'),
      'a.csv:2:1',
    ],
    [
      'a comma lost among counts',
      [head, '2012,梅沙街道,一社区,是,是,5,3,', ''].join('\n').replace('5,', ''),
      'a.csv:2:1',
    ],
    [
      'a comma lost before a label that other columns know',
      [head.replace('本年刑事发案,上年刑事发案', '证书').replace(',备注', ''), '2012,梅沙街道,一社区,是,有', ''].join(
        '\n',
      ),
      'a.csv:2:1',
    ],
    [
      'one that ends in a count',
      [head, '2012,梅沙街道,一社区,是,是,5,6', '2012,梅沙街道,二社区,是,是,5,6,无', ''].join('\n'),
      'a.csv:2:1',
    ],
  ])('%s', async (_, text, at) => {
    expect(faults(await inFolder({ 'a.csv': text }))).toContain(`error table.ragged ${at}`);
  });
});

test.each([
  ['and more below', [compound(2, '标兵小区'), compound(3)], true],
  ['the last one', [compound(2, '标兵小区')], true],
  ['the last one without its end', [compound(2, '标兵小区')], false],
  ['that is short itself', [short(2, '标兵小区'), short(3)], true],
])('a row torn in two by a line break is never taken for a whole one: %s', async (_, [row = '', ...below], isEnded) => {
  for (let cut = 1; cut < row.length; cut++) {
    const rows = [HEADINGS, compound(1), row.slice(0, cut), row.slice(cut), ...below];
    const result = await inFolder({ 'a.csv': rows.join('\n') + (isEnded ? '\n' : '') });
    expect(faults(result), rows[2]).not.toEqual([]);
    expect(result.verdict).toBeNull();
  }
});

test('blanks left out at the end of any block change no figure', async () => {
  const levels = fc.array(fc.constantFrom('标兵', '先进', '未创建'), { minLength: 4, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(levels, fc.nat(9), fc.nat(9), async (drawn, from, size) => {
      const whole = drawn.map((level, nth) => compound(nth, level, ''));
      const left = drawn.map((level, nth) => (nth >= from && nth < from + size ? short(nth, level) : whole[nth]!));
      const [before, after] = [await inFolder(csv(...whole)), await inFolder(csv(...left))];
      expect(figures(after)).toEqual(figures(before));
      expect(faults(after)).toEqual(faults(before));
    }),
    { numRuns: 50 },
  );
});
