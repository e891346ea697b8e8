import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import type { Indicator } from '../../src/model/ruleset.ts';
import { plain } from '../../src/report/plain.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { toUri } from '../../src/report/sarif/sarif-results.ts';
import { assertSarif } from './assert-sarif.ts';
import { assessment, district, input, refused, ruleset, share, subject, veto, witness, witnesses } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { render } from './render.ts';

const fit = (): Assessment => ({ ...district(), command: 'validate', verdict: null, subjects: [] });
const refusedRuleset = (): Assessment =>
  assessment({
    ruleset: null,
    rulesetFolder: 'my rules',
    refusal: 'ruleset',
    verdict: null,
    year: null,
    subjects: [],
    inputs: [],
    diagnostics: [
      diagnose(
        'ruleset.unknown-keyword',
        { keyword: 'atleast', known: ['atLeast'] },
        {
          place: { path: 'ruleset.yaml', line: 3, column: 5 },
        },
      ),
    ],
  });

const reports: [string, Assessment, Partial<ReportContext>][] = [
  ['district', district(), {}],
  ['district-all', district(), { allResults: true }],
  ['refused', refused(), {}],
  ['fit', fit(), {}],
];

test.each(
  reports.flatMap(([name, of, over]) =>
    (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, { ...over, language }] as const),
  ),
)('%s reads as in its golden file', async (name, of, over) => {
  const sarif = render('sarif', of, over);
  assertSarif(sarif);
  expect(sarif).toBe(`${JSON.stringify(JSON.parse(sarif), null, 1)}\n`);
  await expect(sarif).toMatchFileSnapshot(`golden/${name}.sarif`);
});

const runsOf = (of: Assessment, over: Partial<ReportContext> = {}) =>
  assertSarif(render('sarif', of, { language: 'en', ...over }));
const resultOf = (finding: Finding, over: Parameters<typeof subject>[0] = {}) => {
  const [findings] = runsOf(assessment({ subjects: [subject({ ...over, findings: [finding] })] }), {
    allResults: true,
  });
  return findings!.results[0]!;
};

/** As §3.11 of the standard has it. */
const unescaped = (text: string): string =>
  text
    .replace(/\{\{/g, '{')
    .replace(/\}\}/g, '}')
    .replace(/\\([\\[\]])/g, '$1');

test('findings and diagnostics are runs of their own; only what fails or is open is listed', () => {
  const [findings, data, ...rest] = runsOf(district());
  expect(rest).toEqual([]);
  expect([findings!, data!].map(({ automationDetails }) => automationDetails.id)).toEqual([
    'streetcheck/findings/',
    'streetcheck/data/',
  ]);
  expect(new Set(findings!.results.map(({ kind }) => kind))).toEqual(new Set(['fail', 'open']));
  const open = [...district().subjects].flatMap(({ findings: each }) =>
    each.filter(({ result }) => result === 'fail' || result === 'unknown'),
  );
  expect(findings!.results.map(({ ruleId }) => ruleId)).toEqual(open.map(({ rule }) => rule));
  expect(data!.results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
    ['summary.differs', 'fail', 'warning'],
  ]);
});

test('with all results nothing is left out', () => {
  const [findings, data] = runsOf(district(), { allResults: true });
  expect(findings!.results).toHaveLength([...district().subjects].flatMap((each) => each.findings).length);
  expect(data!.results.map(({ kind, level }) => [kind, level])).toEqual([
    ['fail', 'warning'],
    ['informational', 'none'],
    ['informational', 'none'],
  ]);
});

test.each<[string, Finding, 'street' | 'district', string, string]>([
  ['a pass', share('case-trend', [7, 7]), 'street', 'pass', 'none'],
  ['a fail', share('case-trend', [6, 7], 'share.fail'), 'street', 'fail', 'error'],
  ['a veto', veto('safety', 'veto.fail'), 'street', 'fail', 'error'],
  ['an open share', share('model-compounds', [7, 10, 1], 'share.unknown'), 'street', 'open', 'none'],
  ['an empty share', share('case-trend', [0, 0], 'share.empty'), 'street', 'notApplicable', 'none'],
  ['an advisory fail', share('case-trend', [6, 7], 'share.fail', { obligation: 'advisory' }), 'street', 'fail', 'note'],
  ['a fail of the district', share('case-trend', [6, 7], 'share.fail'), 'district', 'fail', 'note'],
])('%s has its kind and level', (_, finding, scope, kind, level) => {
  expect(resultOf(finding, { scope })).toMatchObject({ kind, level });
});

test.each(reports)('every result of %s points at its rule, and has one location with a line', (_, of, over) => {
  for (const { tool, results, columnKind } of runsOf(of, over)) {
    expect(columnKind).toBe('utf16CodeUnits');
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(locations).toHaveLength(1);
      expect(locations[0]!.physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  }
});

test('a rule has its label, clause, target and remedy as help', () => {
  const [{ tool }] = runsOf(district()) as [ReturnType<typeof runsOf>[0]];
  expect(tool.driver.rules[0]!.help.text).toMatch(
    /^model compounds\nBasis: clause 二\nat least 80% required\nWhat to do: /,
  );
  expect(tool.driver.rules.at(-1)!.help.text).toContain('advisory');
  const [{ tool: chinese }] = runsOf(district(), { language: 'zh' }) as [ReturnType<typeof runsOf>[0]];
  expect(chinese.driver.rules[0]!.help.text).toMatch(/^安全文明标兵小区\n依据：二\n应达 80% 以上\n建议：/);
});

test('a result is at its first witness, the others are related', () => {
  const [findings] = runsOf(district());
  const [first] = findings!.results;
  expect(first!.locations[0]).toMatchObject({
    physicalLocation: {
      artifactLocation: { uri: 'samples/yantian-2012/compounds.csv' },
      region: { startLine: 18, startColumn: 44 },
    },
    logicalLocations: [{ name: '梅沙街道', fullyQualifiedName: '440308001', kind: 'street' }],
  });
  const related = first!.relatedLocations!.map(({ physicalLocation: { region }, message }) => [
    region.startLine,
    message!.text,
  ]);
  expect(related).toEqual([
    [22, '4403080030022001 东海岸社区一期  创建等级: 达标'],
    [31, '4403080030031001 万科十七英里  创建等级: 未创建'],
    [35, '4403080030035001 心海伽蓝  创建等级: (blank)'],
  ]);
});

test('a message names the subject', () => {
  const [findings] = runsOf(district());
  expect(findings!.results[0]!.message.text).toMatch(/^梅沙街道: Model compounds \(clause 二\): /);
});

test('the open records of an open finding come first', () => {
  const at = (line: number) => witness({ place: { path: 'communities.csv', line, column: 1 } });
  const lists = witnesses({ failing: [at(2)], unknown: [at(3)] });
  const { locations } = resultOf(share('case-trend', [7, 10, 2], 'share.unknown', { witnesses: lists }));
  expect(locations[0]!.physicalLocation.region.startLine).toBe(3);
});

const compounds = { id: 'model-compounds', of: 'compounds', counted: { met: 'm', of: 'o' } } as Indicator;
const { counted: _counted, ...uncounted } = compounds;
const streetsFile = input({ table: 'streets', shown: 'in/streets.csv' });
const compoundsFile = input({ table: 'compounds', shown: 'in/compounds.csv' });
const missing = share('model-compounds', [null, null, null], 'share.not-submitted');

test.each<[string, Finding, Assessment['inputs'], readonly Indicator[], string]>([
  ['the table concerned', missing, [streetsFile, compoundsFile], [compounds], 'in/compounds.csv'],
  ['the table with the summary counts', missing, [streetsFile], [compounds], 'in/streets.csv'],
  [
    'the summary that was counted',
    share('model-compounds', [1, 2], 'share.fail', { source: 'summary' }),
    [compoundsFile, streetsFile],
    [compounds],
    'in/streets.csv',
  ],
  ['the ruleset where there is no summary', missing, [streetsFile], [uncounted], 'ruleset.yaml'],
  ['the file of all tables', missing, [input({ table: null, shown: 'in/all.yaml' })], [compounds], 'in/all.yaml'],
  ['the streets table of a veto', veto('safety', 'veto.blank'), [compoundsFile, streetsFile], [], 'in/streets.csv'],
  ['the ruleset', veto('safety', 'veto.not-submitted'), [compoundsFile], [], 'ruleset.yaml'],
])('without a witness a result is at line 1 of %s', (_, finding, inputs, indicators, uri) => {
  const of = assessment({ inputs, ruleset: ruleset({ indicators }), subjects: [subject({ findings: [finding] })] });
  const { artifactLocation, region } = runsOf(of)[0]!.results[0]!.locations[0]!.physicalLocation;
  expect(artifactLocation.uri).toBe(uri);
  expect(artifactLocation.uriBaseId).toBe(uri === 'ruleset.yaml' ? 'RULESET' : undefined);
  expect(region).toEqual({ startLine: 1, startColumn: 1 });
});

test.each([
  ['samples/a.csv', 'samples/a.csv'],
  ['./samples/a.csv', 'samples/a.csv'],
  ['.//a.csv', 'a.csv'],
  ['../a.csv', '../a.csv'],
  ['报送/小区 台账.csv', '%E6%8A%A5%E9%80%81/%E5%B0%8F%E5%8C%BA%20%E5%8F%B0%E8%B4%A6.csv'],
  ['a:b.csv', 'a%3Ab.csv'],
  ['a%20b#c?d.csv', 'a%2520b%23c%3Fd.csv'],
  ["a'(b)*!.csv", 'a%27%28b%29%2A%21.csv'],
  ['back\\slash.csv', 'back%5Cslash.csv'],
  ['/data/a b.csv', 'file:///data/a%20b.csv'],
  ['C:/data/a.csv', 'file:///C:/data/a.csv'],
  ['\ud800.csv', '%EF%BF%BD.csv'],
  ['-', '-'],
])('the path %s is the URI %s', (path, uri) => {
  expect(toUri(path)).toBe(uri);
});

test('what was refused has only diagnostics, and did not succeed', () => {
  const runs = runsOf(refused());
  expect(runs).toHaveLength(1);
  expect(runs[0]!.invocations).toEqual([{ executionSuccessful: false }]);
  expect(runs[0]!.results).toMatchObject([
    { ruleId: 'record.lossy-code', kind: 'fail', level: 'error' },
    { ruleId: 'unit.duplicate', kind: 'fail', level: 'error', relatedLocations: [{ id: 1 }] },
  ]);
});

test('a diagnostic without a place is at the file that it names, else at the first input', () => {
  const diagnostics = [
    diagnose('input.not-found', { path: 'in/missing.csv' }),
    diagnose('table.column-absent', { field: 'level', unused: [] }),
  ];
  const of = { ...refused(), inputs: [compoundsFile], diagnostics };
  const uris = runsOf(of)[0]!.results.map(({ locations: [at] }) => at!.physicalLocation.artifactLocation.uri);
  expect(uris).toEqual(['in/missing.csv', 'in/compounds.csv']);
});

test('a fault of the ruleset is in its folder', () => {
  const [run] = runsOf(refusedRuleset());
  expect(run!.results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'my%20rules/ruleset.yaml' },
    region: { startLine: 3, startColumn: 5 },
  });
});

test('fingerprints tell results apart and stay when lines move', () => {
  const moved = (of: Assessment): Assessment => ({
    ...of,
    diagnostics: of.diagnostics.map((each) => ({ ...each, place: each.place && { ...each.place, line: 999 } })),
    subjects: of.subjects.map((each) => ({
      ...each,
      findings: each.findings.map((finding) => ({
        ...finding,
        witnesses: witnesses({
          failing: finding.witnesses.failing.map((one) => ({
            ...one,
            place: one.place && { ...one.place, line: 999 },
          })),
        }),
      })),
    })),
  });
  const prints = (of: Assessment) =>
    runsOf(of, { allResults: true }).flatMap(({ results }) =>
      results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]!),
    );
  const before = prints(district());
  expect(new Set(before).size).toBe(before.length);
  expect(prints(moved(district()))).toEqual(before);
});

test.each(hostile)('%s comes back', (_, text) => {
  const [findings, data] = runsOf(filledWith(text), { allResults: true });
  expect(findings!.results[0]!.properties.name).toBe(text);
  expect(findings!.results[0]!.locations[0]!.logicalLocations![0]!.name).toBe(text);
  expect(unescaped(findings!.results[0]!.message.text)).toContain(plain(text));
  expect(data!.results[0]!.properties.text).toBe(text);
});

test('whatever the cells hold, the report is valid and no message holds a link or a placeholder', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('[a](1)', '[a](https://example.org)', '{0}', '{', '\\', '\\[', '%'),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 10 }), fc.boolean(), (parts, isRefused) => {
      const text = parts.join('');
      const runs = runsOf(isRefused ? refusedWith(text) : filledWith(text), { allResults: true });
      const messages = runs.flatMap(({ results }) => results.map((each) => each.message.text));
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        expect(message.replace(/\\[\\[\]]/g, '')).not.toMatch(/[[\]\\]/);
        expect(message.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
      }
      expect(messages.some((message) => unescaped(message).includes(plain(text)))).toBe(true);
    }),
  );
});

test.each([
  ['another version', (sarif: string) => sarif.replace('"2.1.0"', '"2.0.0"')],
  ['an unknown kind', (sarif: string) => sarif.replace('"kind": "open"', '"kind": "unknown"')],
  ['a path that is no URI', (sarif: string) => sarif.replace('samples/yantian-2012/', 'samples/yantian 2012/')],
  ['an unknown key', (sarif: string) => sarif.replace('"ruleId"', '"rule_id"')],
])('the schema rejects %s', (_, spoil) => {
  expect(() => assertSarif(spoil(render('sarif', district())))).toThrow('not SARIF');
});
