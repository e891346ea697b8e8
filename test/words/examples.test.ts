import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode, explanationOf } from '../../src/diagnostics/catalogue.ts';

/** Examples that cannot be shown whole: broken bytes, 16 MiB, more cells than a sheet has, 64 levels, a hundred thousand streets. */
const CUT = new Set<DiagnosticCode>([
  'encoding.damaged',
  'csv.record-too-large',
  'csv.too-many-cells',
  'yaml.depth',
  'unit.too-many',
]);
/** Examples of what is refused only where nobody says the year. */
const UNASKED = new Set<DiagnosticCode>(['year.street-missing', 'year.strays']);
const examples = DIAGNOSTIC_CODES.flatMap((code) => {
  const { at, input, others = {}, slots } = explanationOf(code).example;
  const isFile = at !== undefined && !input.startsWith('$') && !code.startsWith('ruleset.');
  if (!isFile || CUT.has(code)) return [];
  const [, path = '', line, column, sheetCell] = /^(.*?):(\d+):(\d+)(?: (\w+))?$/.exec(at)!;
  const place = { path, line: Number(line), column: Number(column), ...(sheetCell && { sheetCell }) };
  const found = { code, params: slots, place };
  return [{ code, files: { ...others, [path]: input }, found }];
});

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(examples)('the example of $code says what is printed for it', async ({ code, files, found }) => {
  const own = mkdtempSync(join(folder, 'example-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), `${text}\n`);
  const assessment = await assess({ paths: [own], year: UNASKED.has(code) ? null : 2012 });
  expect(assessment.diagnostics).toContainEqual(expect.objectContaining(found));
});
