import { expect, test } from 'vitest';
import { RESULTS } from '../../src/model/assessment.ts';
import type { Text } from '../../src/model/text.ts';
import { pageWords } from '../../src/report/html/page-words.ts';

type PageWords = typeof pageWords;
type WithSlots = { [K in keyof PageWords]: PageWords[K] extends (...slots: infer S) => Text ? S : never };
type Slots = { readonly [K in keyof WithSlots as WithSlots[K] extends never ? never : K]: WithSlots[K] };

const STREET = { zh: '街道', en: 'street', plural: 'streets' };
const SCHEME = { zh: '盐田区“平安和谐街道”考核', en: 'Yantian District: safe and harmonious streets' };

/** Slots that show where one and several differ; every text with slots has some, by type. */
const SLOTS: { readonly [K in keyof Slots]: readonly Slots[K][] } = {
  ofThoseAskedFor: [[{ zh: '达标：1 个街道全部达标', en: 'Pass: the one street meets the standard' }, STREET]],
  ...{ failing: [[STREET]], open: [[STREET]], noneFails: [[STREET]], noneOfThoseFails: [[STREET]] },
  ...{ summaryHint: [[STREET]], passing: [[STREET]], search: [[STREET]], shown: [[STREET]], printed: [[STREET]] },
  ...{ sharesHint: [[STREET]], cards: [[STREET]], card: [[STREET]], head: [[STREET]], underSubjects: [[STREET]] },
  pooledCard: [[{ zh: '区', en: 'district', plural: 'districts' }]],
  otherReasons: [[1], [2]],
  otherSubjects: [
    [1, STREET],
    [2, STREET],
  ],
  withoutCards: [[1085, STREET]],
  reduced: [[25_115, STREET]],
  reducedOnPaper: [[25_115, STREET]],
  reached: [
    [1, 1, STREET],
    [3, 4, STREET],
  ],
  lowest: [[24, 79, STREET]],
  allInFull: [
    [
      [
        { zh: '无毒社区', en: 'Drug-free communities' },
        { zh: '无邪社区', en: 'Cult-free communities' },
      ],
      STREET,
    ],
  ],
  noFigures: [
    [1, STREET],
    [2, STREET],
  ],
  meansAll: [
    ['90', 7, ['沙头角街道'], 0, STREET],
    ['90', 7, ['沙头角街道', '海山街道', '梅沙街道'], 9, STREET],
  ],
  unknownUnits: [[2]],
  addressee: [['沙头角街道']],
  noticeText: [
    [2012, '深盐办〔2011〕29号', SCHEME, false, STREET],
    [null, '深盐办〔2011〕29号', SCHEME, true, STREET],
  ],
  tooMany: [[131_000, STREET]],
  warnings: [[1], [3]],
  moreUnits: [[1], [3]],
  moreUnitsOnPaper: [[1], [3]],
};

const totals = (pass: number, fail = 0, unknown = 0, none = 0) => ({ pass, fail, unknown, 'not-applicable': none });
const ANSWERS = {
  pass: [totals(1), totals(4), totals(3, 0, 0, 1)],
  fail: [totals(0, 1), totals(3, 1), totals(3, 2, 1, 1)],
  unknown: [totals(0, 0, 1), totals(3, 0, 2)],
  'not-applicable': [totals(0, 0, 0, 2)],
} as const;

const textsOf = (key: keyof PageWords): readonly Text[] => {
  if (key === 'answer')
    return RESULTS.flatMap((result) =>
      ANSWERS[result].map((each) =>
        pageWords.answer[result](
          each,
          RESULTS.reduce((sum, one) => sum + each[one], 0),
          STREET,
        ),
      ),
    );
  const entry = pageWords[key];
  if (typeof entry !== 'function') return [entry];
  return SLOTS[key as keyof Slots].map((slots) => (entry as (...slots: readonly unknown[]) => Text)(...slots));
};

const entries = (Object.keys(pageWords) as (keyof PageWords)[]).flatMap((key) =>
  textsOf(key).map((text) => ({ key, ...text })),
);

test.each(entries)('$key is a text in both languages', ({ zh, en }) => {
  for (const text of [zh, en]) expect(text).not.toMatch(/undefined|\[object|\bNaN\b|\bnull\b|^\s*$/);
  expect(zh).not.toMatch(/\b(?:the|is|and|was|check|not)\b/);
  expect(en).not.toMatch(/[，。；：（）]/);
});

test('the texts of the page read as they should', async () => {
  const lines = entries.map(({ key, zh, en }) => `- \`${key}\`\n  - ${zh}\n  - ${en}\n`);
  await expect(`# Every text of the page\n\n${lines.join('')}`).toMatchFileSnapshot('page-words.md');
});
