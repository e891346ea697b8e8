import { expect, test } from 'vitest';
import { type Finding, figuresKey, type Witnesses } from '../../src/model/assessment.ts';
import { rememberedByFigures } from '../../src/report/findings.ts';
import { share, veto } from './builders.ts';

const NONE: Witnesses = { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } };
const bare = (finding: Finding, over: Partial<Witnesses> = {}): Finding => ({
  ...finding,
  witnesses: { ...NONE, ...over },
});

test.each<[string, Finding, Finding]>([
  ['rules', share('case-trend', [7, 7]), share('drug-free-communities', [7, 7])],
  ['figures', share('case-trend', [7, 7]), share('case-trend', [8, 8])],
  ['unknown units', share('case-trend', [7, 9]), share('case-trend', [7, 9, 1])],
  [
    'units not on record',
    share('case-trend', [7, 9, 2]),
    share('case-trend', [7, 9, 2], 'share.unknown', { missing: 1 }),
  ],
  ['sources', share('case-trend', [7, 7]), share('case-trend', [7, 7], 'share.pass', { source: 'summary' })],
  ['obligations', veto('safety'), veto('safety', 'veto.pass', { obligation: 'advisory' })],
  ['reasons', veto('safety', 'veto.blank'), veto('safety', 'veto.not-submitted')],
])('findings of other %s have texts of their own', (_, one, other) => {
  expect(figuresKey(bare(one))).not.toBeNull();
  expect(figuresKey(bare(one))).not.toBe(figuresKey(bare(other)));
  expect(figuresKey(bare(one))).toBe(figuresKey(bare({ ...one })));
});

test.each<[string, Partial<Witnesses>]>([
  ['listed', { unknown: [{ code: null, name: '甲', place: null, field: 'level', heading: null, text: null }] }],
  ['left out of the lists', { omitted: { failing: 1, unknown: 0 } }],
])('a text that names witnesses is none of figures: %s', (_, over) => {
  expect(figuresKey(bare(share('case-trend', [6, 7], 'share.fail'), over))).toBeNull();
});

test('of findings without witnesses a text is written once, of others each time', () => {
  let written = 0;
  const write = rememberedByFigures(() => String(++written));
  const plain = bare(share('case-trend', [7, 7]));
  const listing = bare(share('case-trend', [6, 7], 'share.fail'), { omitted: { failing: 1, unknown: 0 } });
  expect([plain, { ...plain }, listing, listing, plain].map((each) => write(each))).toEqual(['1', '1', '2', '3', '1']);
});
