import { expect, test } from 'vitest';
import { readSavedReport } from '../../src/saved/saved-report.ts';
import { memoryFiles } from '../intake/memory-files.ts';
import { assessment, district, refused, subject } from '../report/builders.ts';
import { hostile, subjectOf } from '../report/hostile.ts';
import { render } from '../report/render.ts';

const withName = (text: string) =>
  assessment({ subjects: [subjectOf(text), subject({ name: '\n  }\n ],\n "diagnostics": []\n}\n' })] });

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

test.each(cases)('%s, %s, is read as JSON.parse would', async (_, __, report, lay) => {
  const written = lay(report);
  const read = await readSavedReport('r.json', { files: memoryFiles(new Map([['r.json', Buffer.from(written)]])) });
  expect(read).toEqual({ report: JSON.parse(report), text: written });
});
