import { expect, test } from 'vitest';
import { fromBytes } from '../../src/intake/node/source.ts';
import { readReportParts } from '../../src/saved/report-parts.ts';
import { assessment, district, refused, share, subject, witness, witnesses } from '../report/builders.ts';
import { hostile } from '../report/hostile.ts';
import { render } from '../report/render.ts';

const withName = (text: string) =>
  assessment({
    subjects: [
      subject({
        name: text,
        findings: [
          share('drug-free-communities', [0, 1], 'share.fail', {
            witnesses: witnesses({ failing: [witness({ name: text, code: text, heading: text, text })] }),
          }),
        ],
      }),
      subject({ name: '\n  }\n ],\n "diagnostics": []\n}\n' }),
    ],
  });

const reports: [string, string][] = [
  ['a district', render('json', district())],
  ['refused data', render('json', refused())],
  ['no subjects', render('json', assessment({ subjects: [], verdict: 'not-applicable' }))],
  ['no findings', render('json', assessment({ subjects: [subject({ findings: [] })] }))],
  ...hostile.map(([name, text]): [string, string] => [`hostile: ${name}`, render('json', withName(text))]),
];

const layouts: [string, (report: string) => string][] = [
  ['as it was written', (report) => report],
  ['with a byte order mark', (report) => `\ufeff${report}`],
  ['with other line breaks', (report) => report.replaceAll('\n', '\r\n')],
  ['on one line', (report) => JSON.stringify(JSON.parse(report))],
  ['wider', (report) => JSON.stringify(JSON.parse(report), null, 4)],
  ['with more line breaks at its end', (report) => `${report}\n\n`],
  ['without one', (report) => report.trimEnd()],
  [
    'with its keys in another order',
    (report) => `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(report)).reverse()), null, 1)}\n`,
  ],
];

const cases = layouts.flatMap(([layout, lay]) => reports.map(([name, report]) => [name, layout, report, lay] as const));

test.each(cases)('%s, %s, is read as JSON.parse would', (_, __, report, lay) => {
  const { head, subjects, diagnostics } = readReportParts(fromBytes(Buffer.from(lay(report))), 'r.json');
  const expected = JSON.parse(report);
  for (const _again of [1, 2]) {
    expect([...subjects()]).toEqual(expected.subjects);
    expect([...diagnostics()]).toEqual(expected.diagnostics);
  }
  expect(head).toEqual({ ...expected, subjects: [], diagnostics: [] });
});

test('a report as it was written is never read whole', () => {
  const many = assessment({ subjects: Array.from({ length: 20_000 }, () => subject()) });
  const bytes = Buffer.from(render('json', many));
  expect(bytes.length).toBeGreaterThan(30 << 20);
  let longest = 0;
  const source = {
    ...fromBytes(bytes),
    read: (offset: number, length: number) => {
      longest = Math.max(longest, length);
      return bytes.subarray(offset, offset + length);
    },
  };
  const { subjects } = readReportParts(source, 'r.json');
  expect([...subjects()]).toHaveLength(20_000);
  expect(longest).toBeLessThanOrEqual(2 << 20);
});
