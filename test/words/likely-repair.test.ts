import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likelyRepair } from '../../src/diagnostics/message.ts';

const KNOWN = ['标兵', '标兵小区', '先进', '先进小区', '达标', '未创建', '无', '√', 'model', 'none'];
const likely = (code: string, text: string) => likelyRepair({ code, text, params: { known: KNOWN } });

test.each<[string, string]>([
  ['标兵小区（2011年授牌）', '标兵小区'],
  ['1.标兵', '标兵'],
  ['标兵（2011）', '标兵'],
  ['【先进】', '先进'],
  ['Model (2011)', ''],
  ['model (2011)', 'model'],
  ['准标兵', ''],
  ['市级标兵', ''],
  ['拟创建', ''],
  ['标兵（拟）', ''],
  ['标兵（2013年摘牌）', ''],
  ['标兵（复评中）', ''],
  ['标兵/先进', ''],
  ['未达标', ''],
  ['不达标（2011）', ''],
  ['达标？', ''],
  ['无毒', ''],
  ['标兵', ''],
  ['好', ''],
])('the level %j is probably %j', (text, expected) => {
  expect(likely('record.unknown-value', text)).toBe(expected);
});

test.each<[string, string]>([
  ['3起', '3'],
  ['共 12 件', '12'],
  ['3.0', '3'],
  ['1,030起', '1030'],
  ['１，０３０起', '1030'],
  ['1,03', ''],
  ['1,2', ''],
  ['3.5', ''],
  ['-3', ''],
  ['约20', ''],
  ['20余起', ''],
  ['5多', ''],
  ['3-5', ''],
  ['3/4', ''],
  ['无', ''],
  ['2①', ''],
])('the count %j is probably %j', (text, expected) => {
  expect(likely('record.bad-count', text)).toBe(expected);
});

test.each<[string, string, string]>([
  ['record.bad-year', '2012年上半年', ''],
  ['record.bad-year', '公元2012年', '2012'],
  ['record.bad-year', '2012-12-31', ''],
  ['record.bad-year', '2011-2012', ''],
  ['record.bad-code', '990101009000000?', '990101009000000'],
  ['record.bad-code', '990101009；990101010', ''],
  ['record.bad-code', '见附件', ''],
  ['record.bad-value', '3起', ''],
])('%s: %j is probably %j', (code, text, expected) => {
  expect(likely(code, text)).toBe(expected);
});

test('what is offered stands in the text', () => {
  const text = fc.array(fc.constantFrom(...KNOWN, '（', '）', '2011', '年', ',', '.', '起', '-', ' '), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.constantFrom('record.unknown-value', 'record.bad-count', 'record.bad-year'), text, (code, parts) => {
      const all = parts.join('');
      expect(all.replaceAll(',', '')).toContain(likely(code, all).replaceAll(',', ''));
    }),
  );
});
