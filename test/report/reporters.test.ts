import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/model/width.ts';
import { assessment, district, refused } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { TEXT_FORMATS as formats, render } from './render.ts';

const assertReadable = (text: string, width: number): void => {
  expect(text).toMatch(/[^\n]\n$/);
  expect(text.replaceAll(/\u001b\[\d+m|\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  const wide = text
    .replaceAll(/\u001b\[\d+m/g, '')
    .split('\n')
    .filter((line) => widthOf(line) > width);
  expect(wide).toEqual([]);
};

test.each(formats)('%s is deterministic and ends in one line break', (format) => {
  for (const of of [district(), refused(), assessment({ subjects: [], verdict: 'not-applicable' })]) {
    const report = render(format, of);
    expect(report).toMatch(/[^\n]\n$/);
    expect(render(format, of)).toBe(report);
  }
});

/** Those that have no test file of their own. */
const general = formats.filter((format) => format === 'table' || format === 'json');
const cases = general.flatMap((format) => hostile.map(([name, text]) => [format, name, text] as const));

test.each(cases)('%s survives %s', (format, _, text) => {
  const report = render(format, filledWith(text), { color: true });
  if (format === 'table') {
    assertReadable(report, 80);
    expect(report.length).toBeLessThan(40_000);
  } else if (format === 'json') expect(JSON.parse(report).subjects[0].name).toBe(text);
});

test.each(formats)('%s survives any text and is deterministic', (format) => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(filledWith, refusedWith),
      fc.record({
        language: fc.constantFrom('zh' as const, 'en' as const),
        summary: fc.boolean(),
        allResults: fc.boolean(),
      }),
      (text, fill, over) => {
        const report = render(format, fill(text), over);
        expect(report).toMatch(/[^\n]\n$/);
        expect(render(format, fill(text), over)).toBe(report);
      },
    ),
  );
});

test('the table stays within its width, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 40, max: 160 }),
      fc.constantFrom('zh' as const, 'en' as const),
      (text, width, language) => {
        fc.pre(!/:\/\/|:\d+:\d+/.test(text));
        assertReadable(render('table', filledWith(text), { width, language }), width);
      },
    ),
  );
});

test('a path is never broken, however long', () => {
  const shown = `${'报 送/'.repeat(40)}台 账.csv`;
  const of = district();
  const text = render('table', { ...of, inputs: of.inputs.map((each) => ({ ...each, shown })) });
  expect(text).toContain(`${shown}:18:44`);
});
