import { expect, test } from 'vitest';
import { messageOf } from '../../src/diagnostics/message.ts';
import type { Assessment, Finding, Subject, Witness, WitnessCell } from '../../src/model/assessment.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import { ruleLookup } from '../../src/report/names.ts';
import { reasonContext, reasonOf } from '../../src/report/reasons.ts';
import { assessment, context, district, refused, share, subject, witness, witnesses } from './builders.ts';
import { hostile, subjectOf } from './hostile.ts';
import { render } from './render.ts';
import { assertReport } from './report-schema.ts';

/** The report of design §7 as plain data, made without the reporter. */
const asData = (of: Assessment): unknown => {
  const ruleOf = ruleLookup(of.ruleset);
  const reason = (finding: Finding) => ({
    code: finding.reason,
    zh: reasonOf(finding, ruleOf(finding.rule), 'zh', reasonContext(of)),
    en: reasonOf(finding, ruleOf(finding.rule), 'en', reasonContext(of)),
  });
  const cellData = ({ field, heading, text, place }: WitnessCell) => ({ field, heading, text, place });
  const witnessData = (each: Witness) => {
    const { code, name, place, field, heading, text } = each;
    return { code, name, place, field, heading, text, cells: (each.cells ?? [each]).map(cellData) };
  };
  const findingData = (finding: Finding) => {
    const { rule, kind, obligation, result, clause } = finding;
    const { failing, unknown, omitted } = finding.witnesses;
    const lists = {
      failing: failing.map(witnessData),
      unknown: unknown.map(witnessData),
      omitted,
    };
    const figures =
      finding.kind === 'veto'
        ? {}
        : {
            met: finding.met,
            of: finding.of,
            unknown: finding.unknown,
            source: finding.source,
            atLeast: finding.target.atLeast,
            effectiveTarget: finding.effectiveTarget,
            shortfall: finding.shortfall,
            margin: finding.margin,
          };
    return { rule, kind, obligation, result, ...figures, clause, reason: reason(finding), witnesses: lists };
  };
  const subjectData = ({ scope, code, name, verdict, verdictWithoutVetoes, findings }: Subject) => ({
    scope,
    code,
    name,
    verdict,
    verdictWithoutVetoes,
    findings: findings.map(findingData),
  });
  return {
    format: 'streetcheck-report',
    version: 2,
    tool: '0.1.0',
    command: of.command,
    ruleset: of.ruleset && { id: of.ruleset.id, version: of.ruleset.version, sha256: of.ruleset.sha256 },
    judged: of.ruleset && { level: 'street', noun: { zh: '街道', en: 'street' } },
    options: of.options,
    year: of.year,
    refusal: of.refusal,
    verdict: of.verdict,
    totals: of.totals,
    inputs: of.inputs.map(({ shown: _, ...rest }) => rest),
    subjects: [...of.subjects].map(subjectData),
    diagnostics: of.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      place: diagnostic.place,
      text: diagnostic.text,
      message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') },
      params: diagnostic.params,
      count: diagnostic.count,
      related: diagnostic.related,
    })),
  };
};

const reports: [string, Assessment][] = [
  ['a district', district()],
  ['refused data', refused()],
  [
    'a refused ruleset',
    assessment({ ruleset: null, refusal: 'ruleset', verdict: null, year: null, subjects: [], inputs: [] }),
  ],
  ['no findings', assessment({ subjects: [subject({ findings: [] })] })],
  [
    'no counts',
    assessment({
      subjects: [
        subject({ name: null, code: null, findings: [share('case-trend', [null, null, null], 'share.not-submitted')] }),
      ],
    }),
  ],
  [
    'a witness of several cells',
    assessment({
      subjects: [
        subject({
          findings: [
            share('case-trend', [3, 4], 'share.fail', {
              witnesses: witnesses({
                failing: [
                  witness({
                    cells: [
                      {
                        field: 'a',
                        heading: '本年"',
                        text: '31',
                        place: { path: 'a.csv', line: 2, column: 5, sheetCell: 'C2' },
                      },
                      {
                        field: 'b',
                        heading: null,
                        text: null,
                        place: { path: 'b.xlsx#一', line: 2, column: 5, cell: 'E2' },
                      },
                      { field: 'c', heading: '', text: '', place: null },
                    ],
                  }),
                ],
              }),
            }),
          ],
        }),
      ],
    }),
  ],
  [
    'a witness without a place',
    assessment({
      subjects: [
        subject({
          findings: [
            share('case-trend', [0, 1, 1], 'share.unknown', {
              witnesses: witnesses({
                unknown: [witness({ place: null, code: null, name: null, heading: null, text: null })],
              }),
            }),
          ],
        }),
      ],
    }),
  ],
  ...hostile.map(([name, text]): [string, Assessment] => [
    `hostile: ${name}`,
    assessment({ subjects: [subjectOf(text)] }),
  ]),
];

test.each(reports)('%s is written as JSON.stringify would', (_, of) => {
  expect(render('json', of) === `${JSON.stringify(asData(of), null, 1)}\n`).toBe(true);
});

test.each(reports)('%s satisfies the published schema', (_, of) => {
  expect(assertReport(render('json', of))).toMatchObject({ format: 'streetcheck-report', verdict: of.verdict });
});

test.each<[string, (report: Record<string, unknown>) => void]>([
  ['another key', (report) => Object.assign(report, { shown: '/home' })],
  ['a missing key', (report) => delete report.totals],
  ['another verdict', (report) => Object.assign(report, { verdict: 'passed' })],
  [
    'a share among vetoes',
    (report) =>
      Object.assign((report as never as { subjects: { findings: object[] }[] }).subjects[0]!.findings[0]!, {
        kind: 'veto',
      }),
  ],
])('the schema rejects %s', (_, spoil) => {
  const report = JSON.parse(render('json', district()));
  spoil(report);
  expect(() => assertReport(JSON.stringify(report))).toThrow('not a report');
});

test('no path of the command line is written', () => {
  expect(render('json', district())).not.toContain('samples/');
});

test.each([
  [0, 0],
  [1, 0],
  [0, 1],
  [511, 2],
  [512, 513],
  [1025, 3000],
])('a finding of many witnesses is written in pieces: %i failing and %i unknown', (failing, unknown) => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      witness({ code: String(at), place: { path: 'a.csv', line: at + 1, column: 1 } }),
    );
  const lists = { failing: named(failing), unknown: named(unknown), omitted: { failing: 1, unknown: 2 } };
  const finding = share('model-compounds', [1, 9, 2], 'share.fail', { witnesses: lists });
  const of = assessment({ subjects: [subject({ findings: [finding] })] });
  const pieces = [...jsonReporter(of, context())];
  expect(pieces.join('') === `${JSON.stringify(asData(of), null, 1)}\n`).toBe(true);
  const written = JSON.parse(pieces.join('')).subjects[0].findings[0].witnesses;
  expect([written.failing.length, written.unknown.length]).toEqual([failing, unknown]);
  expect(written.omitted).toEqual(lists.omitted);
  for (const piece of pieces) expect(piece.length).toBeLessThan(200_000);
});

test('no piece holds the whole', () => {
  const many = assessment({ subjects: Array.from({ length: 300 }, () => subject()) });
  const pieces = [...jsonReporter(many, context())];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(2 * 65_536);
});
