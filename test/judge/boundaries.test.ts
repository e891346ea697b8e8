import { describe, expect, test } from 'vitest';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import { writeRegister } from './write-folder.ts';

interface Report {
  readonly subjects: readonly {
    readonly findings: readonly (Readonly<Record<string, unknown>> & { rule: string })[];
  }[];
}

const FINE = { communities: { 是: 10 }, compounds: { 标兵: 10 } };

const CASES = [
  [
    '7 of 7 communities',
    { communities: { 是: 7 } },
    'drug-free-communities',
    0,
    { met: 7, of: 7, result: 'pass', effectiveTarget: 7, shortfall: 0, margin: 0 },
    ['7/7', '100.00%'],
  ],
  [
    '6 of 7 communities',
    { communities: { 是: 6, 否: 1 } },
    'drug-free-communities',
    1,
    { met: 6, of: 7, result: 'fail', effectiveTarget: 7, shortfall: 1, margin: 0 },
    ['6/7', '85.71%'],
  ],
  [
    '0 of 0 communities',
    { communities: {} },
    'drug-free-communities',
    0,
    { met: 0, of: 0, result: 'not-applicable', effectiveTarget: null, shortfall: null, margin: null },
    ['0/0'],
  ],
  [
    '8 of 10 with one blank',
    { compounds: { 标兵: 8, 先进: 1, '': 1 } },
    'model-compounds',
    0,
    { met: 8, of: 10, unknown: 1, result: 'pass', effectiveTarget: 8, shortfall: 0 },
    ['✓ 8/10', '+1?'],
  ],
  [
    '7 of 10 with one blank',
    { compounds: { 标兵: 7, 先进: 2, '': 1 } },
    'model-compounds',
    2,
    { met: 7, of: 10, unknown: 1, result: 'unknown', effectiveTarget: 8, shortfall: 1 },
    ['? 7/10', '+1?', '70.00%', '80.00%'],
  ],
  [
    '159 of 200 at 80 %',
    { compounds: { 标兵: 159, 达标: 41 } },
    'model-compounds',
    1,
    { met: 159, of: 200, result: 'fail', effectiveTarget: 160, shortfall: 1 },
    ['159/200', '79.50%'],
  ],
  [
    '199 of 200 at 100 %',
    { communities: { 是: 199, 否: 1 } },
    'drug-free-communities',
    1,
    { met: 199, of: 200, result: 'fail', effectiveTarget: 200, shortfall: 1 },
    ['199/200', '99.50%'],
  ],
] as const;

describe.each(CASES)('%s', (_, units, rule, code, expected, shown) => {
  const { communities, compounds } = { ...FINE, ...units };

  test('in the JSON report, for the street and its district', async () => {
    const run = await runMain(['assess', writeRegister(communities, compounds), '--format', 'json']);
    expect(run.code).toBe(code);
    const { subjects } = assertReport(run.stdout) as unknown as Report;
    expect(subjects).toHaveLength(2);
    for (const { findings } of subjects) expect(findings.find((each) => each.rule === rule)).toMatchObject(expected);
  });

  test.each(['zh', 'en'])('in the table, %s', async (lang) => {
    const run = await runMain(['assess', writeRegister(communities, compounds), '--lang', lang]);
    expect(run.code).toBe(code);
    for (const piece of shown) expect(run.stdout).toContain(piece);
  });
});

test.each([
  ['a share missed by one in 200', { 是: 199, 否: 1 }, { 标兵: 159, 先进: 41 }],
  ['a share missed by one in 3', { 是: 2, 否: 1 }, { 标兵: 2, 先进: 1 }],
])('no percentage of a missed target reads as the target: %s', async (_, communities, compounds) => {
  const { stdout } = await runMain([
    'assess',
    writeRegister(communities, compounds),
    '--lang',
    'en',
    '--format',
    'json',
  ]);
  const { subjects } = assertReport(stdout) as unknown as Report;
  for (const finding of subjects.flatMap(({ findings }) => findings)) {
    if (finding.result !== 'fail' || finding.kind !== 'share') continue;
    const { zh, en } = finding.reason as { zh: string; en: string };
    for (const text of [zh, en]) {
      const [percent] = /\d+\.\d+(?=\s?%)/.exec(text) ?? [];
      expect(Number(percent)).toBeLessThan(Number(finding.atLeast));
    }
  }
});
