import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { FORMATS as formats } from '../../src/report/reporters.ts';
import { widthOf } from '../../src/report/width.ts';
import { assessment, district, input, refused, ruleset, share, subject, veto, witness, witnesses } from './builders.ts';
import { hostile } from './hostile.ts';
import { render } from './render.ts';

/** An assessment with one text wherever a text of the input or the ruleset can stand. */
const filledWith = (text: string): Assessment => {
  const place = { path: 'a.csv', line: 1, column: 1 };
  const lists = witnesses({ failing: [witness({ code: text, name: text, heading: text, text, place })] });
  const findings = [
    share('drug-free-communities', [0, 1, 1], 'share.unknown', { witnesses: lists }),
    veto('safety', 'veto.fail', { witnesses: lists }),
  ];
  return assessment({
    verdict: 'fail',
    ruleset: ruleset({ label: { zh: text, en: text }, source: { number: text } }),
    subjects: [
      subject({ name: text, code: text, verdict: 'fail', findings }),
      subject({ name: text, code: null, scope: 'district', verdict: 'unknown', findings }),
    ],
    inputs: [input({ path: 'a.csv', shown: 'a.csv' })],
    diagnostics: [
      diagnose('unit.other-name', { code: text, names: [text, text] }, { place, text }),
      diagnose('table.column-absent', { field: text, unused: [text] }, { text }),
      diagnose('unit.left-out', { reason: { zh: text, en: text } }, { text, count: 3 }),
    ],
  });
};

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

const cases = formats.flatMap((format) => hostile.map(([name, text]) => [format, name, text] as const));

test.each(cases)('%s survives %s', (format, _, text) => {
  const report = render(format, filledWith(text), { color: true });
  if (format === 'table') {
    assertReadable(report, 80);
    expect(report.length).toBeLessThan(40_000);
  } else if (format === 'json') expect(JSON.parse(report).subjects[0].name).toBe(text);
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
