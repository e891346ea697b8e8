import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figures, findingOf, findingsOf, subjectOf, witnessesOf } from './findings.ts';
import { naiveFindings } from './naive-findings.ts';
import { type Files, inFolder, type Report, type ReportSubject, reportOf, reportOn } from './report-of.ts';
import { mapRows, type Row, type Submission, submissions, type Tables, toTables, type Unit } from './submission.ts';
import { records, toCsvFiles } from './to-csv-files.ts';
import { dialects, PLAIN, writeCsv } from './write-csv.ts';

const SHARES = [
  ...['model-compounds', 'safe-civilized-communities', 'drug-free-communities', 'cult-free-communities'],
  'case-trend',
];
const csv = (tables: Tables): Files => toCsvFiles(tables, [PLAIN, PLAIN, PLAIN]);
const judge = (submission: Submission): Promise<Report> => reportOf(csv(toTables(submission)));
const streets = ({ subjects }: Report): readonly ReportSubject[] => subjects.filter(({ scope }) => scope === 'street');

test('the findings are those of a count by hand', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, async (submission) => {
      const found = Object.fromEntries(
        streets(await judge(submission)).map(({ code, findings }) => [
          code,
          Object.fromEntries(
            findings.map(({ rule, kind, result, met, of, unknown }) => [
              rule,
              kind === 'veto' ? { result } : { met, of, unknown, result },
            ]),
          ),
        ]),
      );
      expect(found).toEqual(naiveFindings(submission));
    }),
  );
});

const sorted = <T>(list: readonly T[], ranks: readonly number[]): T[] =>
  list
    .map((item, at) => ({ item, rank: ranks[at % ranks.length]! }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

const ranks = fc.array(fc.nat(9999), { minLength: 30, maxLength: 30 });

test('the order of records does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, ranks, async (submission, order) => {
      const tables = toTables(submission);
      const other = {
        streets: sorted(tables.streets, order),
        communities: sorted(tables.communities, order),
        compounds: sorted(tables.compounds, order),
      };
      const [before, after] = [await reportOf(csv(tables)), await reportOf(csv(other))];
      expect(findingsOf(after)).toEqual(findingsOf(before));
      expect(witnessesOf(after)).toEqual(witnessesOf(before));
    }),
  );
});

const chunksOf = <T>(list: readonly T[], parts: readonly number[]): T[][] => {
  const chunks: T[][] = [[], [], []];
  for (const [at, item] of list.entries()) chunks[parts[at % parts.length]! % 3]!.push(item);
  return chunks;
};

test('tables split over files at random give the same findings', async () => {
  const written = fc.array(dialects, { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(submissions, ranks, written, async (submission, parts, chosen) => {
      const tables = toTables(submission);
      const files = (['streets', 'communities', 'compounds'] as const).flatMap((table, t) =>
        chunksOf(tables[table], parts).flatMap((rows, part) =>
          rows.length === 0
            ? []
            : [[`${part}-${table}.csv`, writeCsv(rows, records[table]!, chosen[t * 3 + part]!)] as const],
        ),
      );
      const [whole, split] = [await judge(submission), await reportOf(Object.fromEntries(files))];
      expect(findingsOf(split)).toEqual(findingsOf(whole));
      expect(witnessesOf(split)).toEqual(witnessesOf(whole));
    }),
  );
});

test("a district's counts are the sum of its streets'", async () => {
  await fc.assert(
    fc.asyncProperty(submissions, async (submission) => {
      const report = await judge(submission);
      for (const district of report.subjects.filter(({ scope }) => scope === 'district')) {
        const own = streets(report).filter(({ code }) => code!.startsWith(district.code!));
        for (const rule of SHARES) {
          const parts = own.map((street) => findingOf(street, rule));
          const sum = (count: 'met' | 'of' | 'unknown') =>
            parts.some((part) => part.of === null) ? null : parts.reduce((total, part) => total + part[count]!, 0);
          const { met, of, unknown } = findingOf(district, rule);
          expect({ rule, met, of, unknown }).toEqual({ rule, met: sum('met'), of: sum('of'), unknown: sum('unknown') });
        }
        const verdicts = own.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not-applicable');
        expect(findingOf(district, 'named-streets')).toMatchObject({
          met: verdicts.filter((verdict) => verdict === 'pass').length,
          of: verdicts.length,
          unknown: verdicts.filter((verdict) => verdict === 'unknown').length,
        });
      }
    }),
  );
});

const RANK = { fail: 0, unknown: 1, pass: 2 } as const;
const rank = (result: ReportSubject['verdict']): number => {
  if (result === 'not-applicable') throw new Error('not-applicable has no rank');
  return RANK[result];
};

const GOOD_COMMUNITY: Row = {
  ...{ year: '2012', name: '新社区', safeCivilized: '是', drugFree: '是', cultFree: '是' },
  ...{ criminalCases: '1', criminalCasesPrevious: '1', securityCases: '0', securityCasesPrevious: '2' },
};
const GOOD_COMPOUND: Row = { year: '2012', name: '新小区', level: '标兵', kind: '', evidence: '' };

test('a unit that meets every condition never lowers a finding or a verdict', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, fc.nat(), async (submission, draw) => {
      const chosen = draw % submission.length;
      const { code } = submission[chosen]!.row;
      const unit = {
        row: { code: `${code}999`, ...GOOD_COMMUNITY },
        compounds: [{ row: { code: `${code}999001`, ...GOOD_COMPOUND } }],
      };
      const more = submission.map((street, at) =>
        at === chosen ? { ...street, communities: [...street.communities, unit] } : street,
      );
      const before = subjectOf(await judge(submission), 'street', code!);
      const after = subjectOf(await judge(more), 'street', code!);
      let compared = true;
      for (const rule of SHARES) {
        const [old, now] = [findingOf(before, rule), findingOf(after, rule)];
        // An empty share, or one from a summary that the register now replaces, was of other units.
        if (old.result === 'not-applicable' || old.source !== 'register') compared &&= old.source === 'register';
        else expect(rank(now.result)).toBeGreaterThanOrEqual(rank(old.result));
      }
      if (compared && before.verdict !== 'not-applicable') {
        expect(rank(after.verdict)).toBeGreaterThanOrEqual(rank(before.verdict));
      }
    }),
  );
});

const VETOES = { stability: 'stability', safety: 'safety', 'family-planning': 'familyPlanning' } as const;

test('a triggered veto is never outweighed, and changes nothing else', async () => {
  const rules = fc.constantFrom(...(Object.keys(VETOES) as (keyof typeof VETOES)[]));
  await fc.assert(
    fc.asyncProperty(submissions, fc.nat(), rules, async (submission, draw, rule) => {
      const { code } = submission[draw % submission.length]!.row;
      const vetoed = mapRows(submission, (row) => (row.code === code ? { ...row, [VETOES[rule]]: '不达标' } : row));
      const [old, now] = [await judge(submission), await judge(vetoed)];
      const [before, after] = [subjectOf(old, 'street', code!), subjectOf(now, 'street', code!)];
      expect(now.verdict).toBe('fail');
      expect(after.verdict).toBe('fail');
      expect(after.verdictWithoutVetoes).toBe(before.verdictWithoutVetoes);
      expect(findingOf(after, rule).result).toBe('fail');
      const others = ({ findings }: ReportSubject) => findings.filter((finding) => finding.rule !== rule).map(figures);
      expect(others(after)).toEqual(others(before));
    }),
  );
});

const WEIGHED: Readonly<Record<Unit, readonly string[]>> = {
  streets: ['stability', 'safety', 'familyPlanning'],
  communities: [
    ...['safeCivilized', 'drugFree', 'cultFree', 'criminalCases', 'criminalCasesPrevious'],
    ...['securityCases', 'securityCasesPrevious'],
  ],
  compounds: ['level'],
};

test('a cell turned blank leaves each finding as it was or makes it unknown', async () => {
  const blanks = fc.constantFrom('', ' ', '-', '未报', '不详', 'N/A');
  await fc.assert(
    fc.asyncProperty(
      submissions,
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30 }),
      blanks,
      async (submission, draws, blank) => {
        let drawn = 0;
        const poorer = mapRows(submission, (row, table) => {
          const fields = WEIGHED[table].filter(() => draws[drawn++ % draws.length] === 0);
          return { ...row, ...Object.fromEntries(fields.map((field) => [field, blank])) };
        });
        const [before, after] = [await judge(submission), await judge(poorer)];
        for (const street of streets(before)) {
          const now = subjectOf(after, 'street', street.code!);
          for (const finding of street.findings) {
            const { result, of, unknown } = findingOf(now, finding.rule);
            expect([finding.result, 'unknown']).toContain(result);
            expect(of).toBe(finding.of);
            if (typeof unknown === 'number') expect(unknown).toBeGreaterThanOrEqual(finding.unknown!);
          }
          // With no share to judge, a failed veto alone makes a verdict: blank, nothing is left that applies.
          if (street.verdictWithoutVetoes === 'not-applicable') continue;
          expect([street.verdict, 'unknown']).toContain(now.verdict);
        }
      },
    ),
  );
});

test('the report is the same bytes on a rerun and wherever the folder stands', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, fc.tuple(dialects, dialects, dialects), async (submission, chosen) => {
      const files = toCsvFiles(toTables(submission), chosen);
      await inFolder(files, async (folder) => {
        const first = await reportOn({ paths: [folder] });
        const again = await reportOn({ paths: [`${folder}/`] });
        const elsewhere = await reportOf(files);
        expect(again.text).toBe(first.text);
        expect(elsewhere.text).toBe(first.text);
        expect(first.text).not.toContain(folder);
      });
    }),
    { numRuns: 30 },
  );
});

test('a law can fail: what the records say matters', async () => {
  const [sample] = fc.sample(submissions, { seed: 1, numRuns: 1 });
  const full = mapRows(sample!, (row, table) => (table === 'compounds' ? { ...row, level: '标兵' } : row));
  const none = mapRows(sample!, (row, table) => (table === 'compounds' ? { ...row, level: '先进' } : row));
  const [before, after] = [await judge(full), await judge(none)];
  expect(findingsOf(after)).not.toEqual(findingsOf(before));
  expect(witnessesOf(after)).not.toEqual(witnessesOf(before));
  expect(naiveFindings(full)).not.toEqual(naiveFindings(none));
});
