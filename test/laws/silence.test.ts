import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf } from './findings.ts';
import { formats, type Grid, type HandedIn, type Line, passing, textOf, toFiles } from './handed-in.ts';
import { lose, losses } from './lose.ts';
import { type Report, type ReportSubject, reportOf } from './report-of.ts';

const { LOSSES } = process.env;
/** How many losses are tried: the same ones at each run of the tests, so that a change is judged by what it does; others by hand. */
const RUNS = LOSSES === undefined ? { numRuns: 1500, seed: 20111129 } : { numRuns: Number(LOSSES) };

const isLeft = (line: Line): boolean => /[^\s,]/.test(textOf(line));

const linesOf = ({ grids }: HandedIn, table: Grid['table'], street: number): readonly Line[] =>
  grids
    .filter((grid) => grid.table === table)
    .flatMap(({ lines }) => lines.filter((line) => line.street === street && !line.isOld && isLeft(line)));

/** The totals that the street's own row still declares. */
const declaredOf = ({ grids }: HandedIn, street: number, heading: string): number =>
  Math.max(
    0,
    ...grids.flatMap(({ table, headings, lines }) =>
      table !== 'streets' || !headings.includes(heading)
        ? []
        : lines
            .filter((line) => line.street === street && line.raw === undefined)
            .map(({ cells }) => Number(cells[headings.indexOf(heading)]) || 0),
    ),
  );

const count = (units: Iterable<string | null>): number => new Set(units).size;

/** What a street that passes says that it should not, by what is left of the submission. */
const unearned = (left: HandedIn, street: number, subject: ReportSubject): readonly string[] => {
  const compounds = linesOf(left, 'compounds', street);
  const communities = linesOf(left, 'communities', street);
  const least = {
    compounds: Math.max(count(compounds.map(({ unit }) => unit)), declaredOf(left, street, '小区总数')),
    communities: Math.max(
      count([...compounds, ...communities].map(({ community }) => community)),
      declaredOf(left, street, '社区总数'),
    ),
  };
  const fewer = subject.findings.flatMap(({ rule, kind, of }) => {
    const units = rule === 'model-compounds' ? least.compounds : least.communities;
    return kind === 'share' && (of ?? 0) < units ? [`${rule}: of ${of}, not ${units}`] : [];
  });
  const unanswered = subject.findings.flatMap(({ rule, result }) => (result === 'pass' ? [] : [`${rule}: ${result}`]));
  return [...fewer, ...unanswered];
};

const subjectOf = ({ subjects }: Report, { code, name }: HandedIn['streets'][number]): ReportSubject | undefined =>
  subjects.find((subject) => subject.scope === 'street' && (subject.code === code || subject.name === name));

/** All that passes in a report although something of it was lost. */
export const unearnedIn = (left: HandedIn, report: Report): readonly string[] => {
  if (report.verdict === null) return [];
  const tables = ['streets', 'communities', 'compounds'] as const;
  return left.streets.flatMap((street, at) => {
    const subject = subjectOf(report, street);
    if (subject !== undefined) {
      return subject.verdict === 'pass' ? unearned(left, at, subject).map((what) => `${street.name} ${what}`) : [];
    }
    const isNamed = tables.some((table) => linesOf(left, table, at).length > 0);
    return isNamed && report.verdict === 'pass' ? [`${street.name} is gone`] : [];
  });
};

test('what is whole passes', async () => {
  await fc.assert(
    fc.asyncProperty(passing, formats, async (given, format) => {
      const report = await reportOf(toFiles(given, format));
      expect(report.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(report.subjects.filter(({ scope }) => scope === 'street').map(({ verdict }) => verdict)).toEqual(
        given.streets.map(() => 'pass'),
      );
      for (const [at, street] of given.streets.entries()) {
        expect(unearned(given, at, subjectOf(report, street)!)).toEqual([]);
        expect(findingOf(subjectOf(report, street)!, 'model-compounds').of).toBe(
          count(linesOf(given, 'compounds', at).map(({ unit }) => unit)),
        );
      }
    }),
  );
});

test('what passes with less than was handed in is found', async () => {
  await fc.assert(
    fc.asyncProperty(passing, async (given) => {
      const last = given.grids.length - 1;
      const line = given.grids[last]!.lines.findIndex(({ isOld }) => !isOld);
      const less = lose(given, [{ kind: 'row', grid: last, line, cell: 0, more: 0 }]);
      const [report, whole] = [await reportOf(toFiles(less, 'csv')), await reportOf(toFiles(given, 'csv'))];
      expect(unearnedIn(given, whole)).toEqual([]);
      const isDeclared = given.grids[0]!.headings.includes('小区总数');
      if (report.verdict === 'pass' && !isDeclared) expect(unearnedIn(given, report)).not.toEqual([]);
      const { name: gone } = given.streets[0]!;
      const without = { ...whole, subjects: whole.subjects.filter(({ name }) => name !== gone) };
      expect(unearnedIn(given, without)).toContain(`${gone} is gone`);
    }),
    { numRuns: 20 },
  );
});

test('nothing passes by what was lost', async () => {
  await fc.assert(
    fc.asyncProperty(passing, losses, formats, async (given, lost, format) => {
      const left = lose(given, lost);
      const files = toFiles(left, format);
      const report = await reportOf(files);
      const found = unearnedIn(left, report);
      const shown = () =>
        Object.entries(toFiles(left, 'csv'))
          .map(([file, text]) => `${file}\n${text}`)
          .join('\n');
      expect(found, found.length === 0 ? '' : shown()).toEqual([]);
    }),
    RUNS,
  );
}, 600_000);
