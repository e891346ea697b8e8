import { expect, test } from 'vitest';
import { foldHeading, foldLabel } from '../../src/model/fold.ts';

test.each([
  ['spaces around', ' 街道 ', '街道'],
  ['spaces inside', '街 道　名称', '街道名称'],
  ['a line break inside', '本年刑事\n发案', '本年刑事发案'],
  ['full-width letters', 'ｓｔｒｅｅｔ', 'street'],
  ['capitals', 'streetCode', 'streetcode'],
  ['a unit in full-width brackets', '本年刑事发案（起）', '本年刑事发案'],
  ['a unit in ASCII brackets', '小区总数(个)', '小区总数'],
  ['a unit with its word', '小区总数（单位：个）', '小区总数'],
  ['choices', '无毒社区（是/否）', '无毒社区'],
  ['a unit in lenticular brackets', '小区总数【个】', '小区总数'],
  ['something that is no unit stays', '小区（二期）', '小区(二期)'],
  ['brackets alone stay', '（个）', '(个)'],
  ['nothing', '', ''],
])('heading: %s', (_, text, folded) => {
  expect(foldHeading(text)).toBe(folded);
});

test.each([
  ['spaces around', ' 是\t', '是'],
  ['width', 'ＹＥＳ', 'yes'],
  ['spaces inside stay', 'not known', 'not known'],
  ['signs', '√', '√'],
])('label: %s', (_, text, folded) => {
  expect(foldLabel(text)).toBe(folded);
});
