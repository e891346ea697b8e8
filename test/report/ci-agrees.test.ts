import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXIT, exitCodeOf } from '../../src/cli/exit-codes.ts';
import { decide, decideOverall, decideWithoutVetoes } from '../../src/judge/decide.ts';
import type { Assessment, Finding, Result, Subject } from '../../src/model/assessment.ts';
import { assertSarif } from './assert-sarif.ts';
import { assessment, share, subject, veto } from './builders.ts';
import { readAnnotations } from './read-annotations.ts';
import { readJunit } from './read-junit.ts';
import { render } from './render.ts';

const SHARES = ['model-compounds', 'drug-free-communities'];
const VETOES = ['stability', 'safety'];

const obligation = fc.constantFrom('required' as const, 'advisory' as const);

const shareOf = (rule: string): fc.Arbitrary<Finding> =>
  fc.tuple(obligation, fc.integer({ min: 0, max: 6 })).map(([bound, kind]) => {
    const over = { obligation: bound };
    if (kind === 0) return share(rule, [9, 9], 'share.pass', over);
    if (kind === 1) return share(rule, [6, 9], 'share.fail', over);
    if (kind === 2) return share(rule, [7, 9, 2], 'share.unknown', over);
    if (kind === 3) return share(rule, [null, null, null], 'share.not-submitted', over);
    if (kind === 4) return share(rule, [null, null, null], 'rule.not-in-force', over);
    return share(rule, [0, 0], 'share.empty', over);
  });

const vetoOf = (rule: string): fc.Arbitrary<Finding> =>
  fc
    .tuple(obligation, fc.constantFrom('veto.pass', 'veto.fail', 'veto.blank', 'veto.blank', 'rule.not-in-force'))
    .map(([bound, reason]) => veto(rule, reason as 'veto.pass', { obligation: bound }));

const judged = (findings: readonly Finding[], over: Partial<Subject>): Subject =>
  subject({ ...over, findings, verdict: decide(findings), verdictWithoutVetoes: decideWithoutVetoes(findings) });

/** Streets with one name, told apart by their codes, and their district. */
const assessments: fc.Arbitrary<Assessment> = fc
  .tuple(
    fc.array(fc.tuple(...SHARES.map(shareOf), ...VETOES.map(vetoOf)), { maxLength: 4 }),
    fc.tuple(...SHARES.map(shareOf)),
  )
  .map(([streets, pooled]) => {
    const subjects = [
      ...streets.map((findings, at) => judged(findings, { code: `99010100${at}` })),
      judged(pooled, { scope: 'district', code: '990101', name: '示例区' }),
    ];
    const totals: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
    for (const { scope, verdict } of subjects) if (scope === 'street') totals[verdict]++;
    return assessment({ subjects, verdict: decideOverall(totals) });
  });

const isRed = (verdict: Result): boolean => verdict === 'fail' || verdict === 'unknown';

const streetsOf = (of: Assessment) => [...of.subjects].filter(({ scope }) => scope === 'street');

const always = (holds: (of: Assessment) => void) => fc.assert(fc.property(assessments, holds), { numRuns: 300 });

test('JUnit is red for a subject exactly where it decides and fails or is unknown, and at all where the exit code is not 0', () => {
  always((of) => {
    const { counts, suites } = readJunit(render('junit', of));
    const subjects = [...of.subjects];
    const red = suites.slice(1).map(({ cases }) => cases.map(({ outcome }) => outcome));
    expect(red.map((outcomes) => outcomes.includes('failure'))).toEqual(
      subjects.map(({ scope, verdict }) => scope === 'street' && verdict === 'fail'),
    );
    expect(red.map((outcomes) => outcomes.some((each) => each === 'failure' || each === 'error'))).toEqual(
      subjects.map(({ scope, verdict }) => scope === 'street' && isRed(verdict)),
    );
    expect(counts.failures! + counts.errors! > 0).toBe(exitCodeOf(of) !== EXIT.pass);
  });
});

test('GitHub has an error or a warning exactly for the same, and at all where the exit code is not 0', () => {
  always((of) => {
    const { annotations } = readAnnotations(render('github', of));
    const loud = annotations.filter(({ level }) => level !== 'notice');
    for (const { code, verdict } of streetsOf(of)) {
      const levels = loud
        .filter(({ properties }) => properties.title!.startsWith(`${code} `))
        .map(({ level }) => level);
      expect(levels.includes('error')).toBe(verdict === 'fail');
      expect(levels.length > 0).toBe(isRed(verdict));
    }
    expect(loud.length > 0).toBe(exitCodeOf(of) !== EXIT.pass);
  });
});

test.each([false, true])('SARIF has an error exactly where a street fails, all results: %s', (allResults) => {
  always((of) => {
    const [run] = assertSarif(render('sarif', of, { allResults }));
    for (const { code, verdict } of streetsOf(of)) {
      const own = run!.results.filter(({ properties }) => properties.code === code);
      const open = own.filter(({ kind, properties }) => kind === 'open' && properties.obligation === 'required');
      expect(own.some(({ level }) => level === 'error')).toBe(verdict === 'fail');
      expect(own.some(({ level }) => level === 'error') || open.length > 0).toBe(isRed(verdict));
    }
    const others = run!.results.filter(({ properties }) => properties.scope === 'district');
    expect(others.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('the summary lists why exactly where a street fails or is undecided', () => {
  always((of) => {
    const rows: Record<string, string>[] = parse(render('csv', of, { summary: true, language: 'en' }), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(rows.map((row) => `${row.vetoes}${row['shares not reached']}${row.undecided}` !== '')).toEqual(
      streetsOf(of).map(({ verdict }) => isRed(verdict)),
    );
  });
});

test('what is open of a street that is not applicable is told, and decides nothing', () => {
  const street = judged([share('model-compounds', [0, 0], 'share.empty'), veto('safety', 'veto.blank')], {});
  const of = assessment({ subjects: [subject({ code: '1' }), street] });
  const { suites } = readJunit(render('junit', of, { language: 'en' }));
  expect(suites[2]!.cases[1]).toMatchObject({
    outcome: 'skipped',
    type: 'veto.blank',
    message: expect.stringMatching(/^street not applicable, does not decide: /),
  });
  const { annotations } = readAnnotations(render('github', of, { language: 'zh' }));
  expect(annotations).toMatchObject([
    { level: 'notice', message: expect.stringMatching(/^该街道不适用，不参与评定：/) },
  ]);
  expect(assertSarif(render('sarif', of))[0]!.results).toEqual([]);
  const all = assertSarif(render('sarif', of, { allResults: true }))[0]!.results;
  expect(all.at(-1)).toMatchObject({ ruleId: 'safety', kind: 'notApplicable', level: 'none' });
});

test('where nothing applies at all, CI is as little green as the exit code', () => {
  const of = assessment({ subjects: [], verdict: 'not-applicable' });
  const { suites } = readJunit(render('junit', of, { language: 'en' }));
  expect(suites[0]!.cases.at(-1)).toMatchObject({ outcome: 'error', type: 'not-applicable' });
  expect(readAnnotations(render('github', of, { language: 'en' })).annotations).toMatchObject([
    { level: 'warning', message: 'Not applicable: no street can be judged' },
  ]);
});
