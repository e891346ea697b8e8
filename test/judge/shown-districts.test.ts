import { expect, test } from 'vitest';
import { inFolder } from '../intake/submission.ts';

const STREETS = [
  '街道代码,街道名称,小区总数,标兵小区数',
  '440308001,梅沙街道,10,8',
  '440308002,盐田街道,10,2',
  '440309001,观澜街道,10,10',
].join('\n');

test.each([
  [['梅沙'], ['street 梅沙街道 8/10', 'district 440308 10/20']],
  [['440309001'], ['street 观澜街道 10/10', 'district 440309 10/10']],
  [
    ['盐田', '观澜'],
    ['street 盐田街道 2/10', 'district 440308 10/20', 'street 观澜街道 10/10', 'district 440309 10/10'],
  ],
  [['海山'], []],
])('--street %s shows its streets and their districts, which stay whole', async (asked, expected) => {
  const { subjects } = await inFolder({ '街道.csv': STREETS }, { year: 2012, subjects: [...asked] });
  const shown = subjects.map(({ scope, code, name, findings }) => {
    const found = findings.find(({ rule }) => rule === 'model-compounds');
    return `${scope} ${name ?? code} ${found?.kind === 'share' ? `${found.met}/${found.of}` : ''}`;
  });
  expect(shown).toEqual(expected);
});
