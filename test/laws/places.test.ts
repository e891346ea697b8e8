import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misplaced } from './misplaced.ts';
import { type Files, type Report, reportOf } from './report-of.ts';
import { mapRows, type Submission, submissions, toTables } from './submission.ts';
import { toCsvFiles } from './to-csv-files.ts';
import { type CsvDialect, dialects } from './write-csv.ts';
import { writeYaml, yamlDialects } from './write-yaml.ts';

const csvDialects = fc.tuple(dialects, dialects, dialects);
const yaml = (submission: Submission, dialect: Parameters<typeof writeYaml>[1]): Files => ({
  [dialect.json ? 'r.json' : 'r.yaml']: writeYaml(submission, dialect),
});
const delimiters =
  ([streets, communities, compounds]: readonly [CsvDialect, CsvDialect, CsvDialect]) =>
  (path: string) =>
    (path.startsWith('streets') ? streets : path.startsWith('communities') ? communities : compounds).delimiter;

/** How many cells a report points to. */
const pointers = ({ subjects, diagnostics }: Report): number =>
  diagnostics.length +
  subjects
    .flatMap(({ findings }) => findings)
    .reduce((sum, { witnesses: { failing, unknown } }) => sum + failing.length + unknown.length, 0);

test('every place in the report of a CSV submission is the cell it claims to be', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(submissions, csvDialects, async (submission, chosen) => {
      const files = toCsvFiles(toTables(submission), chosen);
      const report = await reportOf(files);
      expect(misplaced(files, report, delimiters(chosen))).toEqual([]);
      read += pointers(report);
    }),
  );
  expect(read).toBeGreaterThan(100);
});

test('every place in the report of a YAML submission is the value it claims to be', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(submissions, yamlDialects, async (submission, dialect) => {
      const files = yaml(submission, dialect);
      const report = await reportOf(files);
      expect(misplaced(files, report)).toEqual([]);
      read += pointers(report);
    }),
  );
  expect(read).toBeGreaterThan(100);
});

const FAULTS: Readonly<Record<string, (serial: number) => string>> = {
  level: (serial) => `优秀${serial}`,
  safeCivilized: (serial) => `也许${serial}`,
  stability: (serial) => `,"${serial}`,
  criminalCases: (serial) => `${serial}起`,
  securityCasesPrevious: (serial) => `-${serial}`,
  modelCompounds: (serial) => `${serial}.0`,
};

/** The submission with about every third cell of some fields wrong, and the wrong texts: each occurs once. */
const broken = (submission: Submission, draws: readonly boolean[]) => {
  const texts: string[] = [];
  let drawn = 0;
  const spoilt = mapRows(submission, (row) => {
    const changes = Object.entries(FAULTS).flatMap(([field, fault]) => {
      if (!(field in row) || !draws[drawn++ % draws.length]) return [];
      const text = fault(1000 + texts.length);
      texts.push(text);
      return [[field, text] as const];
    });
    return { ...row, ...Object.fromEntries(changes) };
  });
  return { spoilt, texts };
};

const draws = fc.array(
  fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
  { minLength: 20, maxLength: 20 },
);
const quoted = ({ diagnostics }: Report) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ text }) => text);

test('every wrong cell of a CSV submission is an error at its place, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, csvDialects, draws, async (submission, chosen, which) => {
      const { spoilt, texts } = broken(submission, which);
      const files = toCsvFiles(toTables(spoilt), chosen);
      const report = await reportOf(files);
      expect(quoted(report).sort()).toEqual(texts.sort());
      expect(misplaced(files, report, delimiters(chosen))).toEqual([]);
    }),
  );
});

test('every wrong value of a YAML submission is an error at its place, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, yamlDialects, draws, async (submission, dialect, which) => {
      const { spoilt, texts } = broken(submission, which);
      const files = yaml(spoilt, dialect);
      const report = await reportOf(files);
      expect(quoted(report).sort()).toEqual(texts.sort());
      expect(misplaced(files, report)).toEqual([]);
    }),
  );
});

/** Text with line breaks and quotes that makes one cell longer than any block that is read at once. */
const LONG = '盐"田,\r\n沙\n'.repeat(9000);

test('places hold where a table is longer than what is read at once', async () => {
  const where = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(submissions, csvDialects, where, async (submission, chosen, draws) => {
      let drawn = 0;
      const units = toTables(submission).compounds.length;
      const longAt = new Set(draws.map((draw) => draw % units));
      const long = mapRows(submission, (row, table) =>
        table === 'compounds' && longAt.has(drawn++) ? { ...row, evidence: LONG } : row,
      );
      const files = toCsvFiles(toTables(long), chosen);
      const report = await reportOf(files);
      expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(misplaced(files, report, delimiters(chosen))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
