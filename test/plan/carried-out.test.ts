import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Witness } from '../../src/model/assessment.ts';
import type { SubjectPlan } from '../../src/model/plan.ts';
import { plan } from '../../src/plan/plan.ts';
import { valueLabel } from '../../src/report/names.ts';
import { naiveFindings } from '../laws/naive-findings.ts';
import { type Files, inFolder, reportOf } from '../laws/report-of.ts';
import { mapRows, type Row, type Submission, submissions, toTables, type Unit } from '../laws/submission.ts';
import { toCsvFiles } from '../laws/to-csv-files.ts';
import { PLAIN } from '../laws/write-csv.ts';
import { product } from './units.ts';

const MENDABLE = { streets: [], communities: ['safeCivilized', 'drugFree', 'cultFree'], compounds: ['level'] };
const GOOD = { safeCivilized: '是', drugFree: '是', cultFree: '是', level: '标兵' } as const;
const VETOES = ['stability', 'safety', 'familyPlanning'];

const csv = (submission: Submission): Files => toCsvFiles(toTables(submission), [PLAIN, PLAIN, PLAIN]);

/** Plans with the text that each change writes. */
const plansOf = (submission: Submission) =>
  inFolder(csv(submission), async (folder) => {
    const planned = await plan({ paths: [folder] });
    try {
      const writes = [...planned.plans].map((street) => ({
        street,
        writes: (street.way?.visits ?? []).flatMap(({ table, code, changes }) =>
          changes.map(({ cell, to }) => ({
            ...{ table, code: code!, field: cell.field },
            text: valueLabel(planned.ruleset!, table, cell.field, to, 'zh'),
          })),
        ),
      }));
      return { refusal: planned.refusal, writes };
    } finally {
    }
  });

interface Write {
  readonly table: string;
  readonly code: string;
  readonly field: string;
  readonly text: string;
}

const written = (submission: Submission, writes: readonly Write[]): Submission =>
  mapRows(submission, (row, table) => {
    const own = writes.filter((write) => write.table === table && write.code === row.code);
    return { ...row, ...Object.fromEntries(own.map(({ field, text }) => [field, text])) };
  });

/** The verdict by hand, from findings counted by hand. */
const verdictOf = (submission: Submission, code: string): string => {
  const results = Object.values(naiveFindings(submission)[code]!) as { result: string; met?: number }[];
  if (results.some(({ result }) => result === 'fail')) return 'fail';
  if (!results.some(({ result, met }) => met !== undefined && result !== 'not-applicable')) return 'not-applicable';
  return results.some(({ result }) => result === 'unknown') ? 'unknown' : 'pass';
};

/** What a visit could at best do for a unit: all that can be mended. */
const mended = (submission: Submission, codes: ReadonlySet<string>): Submission =>
  mapRows(submission, (row, table) => {
    if (!codes.has(`${table} ${row.code}`)) return row;
    return { ...row, ...Object.fromEntries(MENDABLE[table].map((field) => [field, GOOD[field as keyof typeof GOOD]])) };
  });

const lackingUnits = ({ communities }: Submission[number]): string[] =>
  communities.flatMap(({ row, compounds }) => [
    ...(MENDABLE.communities.some((field) => !['是', '√', '已创建'].includes(row[field]!))
      ? [`communities ${row.code}`]
      : []),
    ...compounds.flatMap((unit) => (unit.row.level!.startsWith('标兵') ? [] : [`compounds ${unit.row.code}`])),
  ]);

const subsets = (items: readonly string[], size: number): ReadonlySet<string>[] =>
  [...product(items.map(() => [false, true]))]
    .filter((picked) => picked.filter(Boolean).length === size)
    .map((picked) => new Set(items.filter((_, at) => picked[at])));

const MOST_LACKING = 9;

/** The rest of the tables, in which nothing is amiss, so that a plan that mends a street is often called for. */
const friendlier = (submission: Submission, at: readonly number[]): Submission =>
  mapRows(submission, (row) => {
    const repaired = VETOES.filter((field) => field in row && at[0]! % 3 > 0).map((field) => [field, '达标']);
    const calm = at[1]! % 2 === 0 && 'criminalCases' in row;
    const counts = ['criminalCases', 'securityCases'].map((field) => [field, calm ? '0' : row[field]]);
    const bases = ['criminalCasesPrevious', 'securityCasesPrevious'].map((field) => [field, calm ? '1' : row[field]]);
    return { ...row, ...Object.fromEntries([...repaired, ...(calm ? [...counts, ...bases] : [])]) } as Row;
  });

const given = fc
  .tuple(submissions, fc.array(fc.nat(99), { minLength: 2, maxLength: 2 }))
  .map(([submission, at]) => friendlier(submission, at));

test('a plan carried out turns the verdict, no smaller one does, and it touches nothing frozen', async () => {
  const seen = { pass: 0, undecided: 0, 'no-way-out': 0, 'not-searched': 0 };
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(given, async (submission) => {
      const { refusal, writes: planned } = await plansOf(submission);
      fc.pre(refusal === null);
      for (const { writes } of planned)
        for (const { table, field } of writes) expect(MENDABLE[table as keyof typeof MENDABLE]).toContain(field);
      const after = await reportOf(
        csv(
          written(
            submission,
            planned.flatMap(({ writes }) => writes),
          ),
        ),
      );
      for (const { street } of planned) {
        const { way, subject } = street;
        const verdict = after.subjects.find(({ scope, code }) => scope === 'street' && code === subject.code)!.verdict;
        if (way === null) {
          expect(verdict).toBe(subject.verdict);
          continue;
        }
        seen[way.leadsTo]++;
        const all = new Set(lackingUnits(submission.find(({ row }) => row.code === subject.code)!));
        const atBest = verdictOf(mended(submission, all), subject.code!);
        const hasSummary = way.unnamed.length > 0;
        if (way.leadsTo === 'no-way-out') expect(atBest).toBe('fail');
        if (way.leadsTo === 'undecided' && !hasSummary) expect([verdict, atBest]).toEqual(['unknown', 'unknown']);
        if (way.leadsTo !== 'pass' || hasSummary) continue;
        expect(verdict).toBe('pass');
        if (all.size > MOST_LACKING || way.visits.length === 0) continue;
        compared++;
        const smaller = subsets([...all], way.visits.length - 1);
        expect(smaller.filter((units) => verdictOf(mended(submission, units), subject.code!) === 'pass')).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  expect(seen.pass).toBeGreaterThan(3);
  expect(seen['no-way-out']).toBeGreaterThan(3);
  expect(seen.undecided).toBeGreaterThan(0);
  expect(compared).toBeGreaterThan(2);
});

interface Blank {
  readonly table: string;
  readonly code: string;
  readonly field: string;
}

const BLANKS = new Set(['', '-', '—', '未报', 'N/A']);
const ANSWERS = { good: { cases: '0', base: '9', count: '999' }, bad: { cases: '9', base: '0', count: '0' } } as const;

/** The best or the worst that can be said in a cell. */
const answerTo = (field: string, row: Row, how: 'good' | 'bad'): string => {
  if (VETOES.includes(field)) return how === 'good' ? '达标' : '不达标';
  if (field === 'level') return how === 'good' ? '标兵' : '先进';
  if (MENDABLE.communities.includes(field)) return how === 'good' ? '是' : '否';
  if (field.endsWith('Previous')) return ANSWERS[how].base;
  if (field === 'modelCompounds') return how === 'good' ? row.compounds || '1' : '0';
  if (field === 'compounds') return how === 'good' ? row.modelCompounds || '1' : '999';
  return ANSWERS[how].cases;
};

const answered = (submission: Submission, blanks: readonly Blank[], how: 'good' | 'bad'): Submission =>
  mapRows(submission, (row, table) => {
    const own = blanks.filter((blank) => blank.table === table && blank.code === row.code);
    return { ...row, ...Object.fromEntries(own.map(({ field }) => [field, answerTo(field, row, how)])) };
  });

const VALUES = [
  ...MENDABLE.communities,
  'criminalCases',
  'criminalCasesPrevious',
  'securityCases',
  'securityCasesPrevious',
];

const blanksOf = ({ row, communities }: Submission[number]): Blank[] => {
  const isBlank = (text = '') => BLANKS.has(text.trim());
  const own = (table: Unit, of: Row, fields: readonly string[]) =>
    fields.filter((field) => isBlank(of[field])).map((field) => ({ table, code: of.code!, field }));
  return [
    ...own('streets', row, [...VETOES, 'modelCompounds', 'compounds']),
    ...communities.flatMap((community) => [
      ...own('communities', community.row, VALUES),
      ...community.compounds.flatMap((unit) => own('compounds', unit.row, ['level'])),
    ]),
  ];
};

const tableOf = ({ code, field }: Witness, { subject }: SubjectPlan): Unit =>
  code === subject.code ? 'streets' : field === 'level' ? 'compounds' : 'communities';

test('the cells asked for settle an undecided street either way, and fewer do not', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(given, async (submission) => {
      const { refusal, writes: planned } = await plansOf(submission);
      fc.pre(refusal === null);
      for (const { street } of planned) {
        const { questions, subject } = street;
        if (questions === null) continue;
        expect(questions.searched).toBe(true);
        const blanks = blanksOf(submission.find(({ row }) => row.code === subject.code)!);
        for (const [how, wanted] of [
          ['good', 'pass'],
          ['bad', 'fail'],
        ] as const) {
          const cells = questions[wanted];
          const settle = (asked: readonly Blank[]) =>
            verdictOf(answered(submission, asked, how), subject.code!) === wanted;
          const asked = (cells ?? []).map((cell) => ({
            table: tableOf(cell, street),
            code: cell.code!,
            field: cell.field,
          }));
          if (cells !== null) expect(settle(asked)).toBe(true);
          else expect(settle(blanks)).toBe(false);
          if (cells === null || blanks.length > 10) continue;
          compared++;
          const names = blanks.map((blank) => JSON.stringify(blank));
          const fewer = subsets(names, cells.length - 1).map((set) =>
            [...set].map((text) => JSON.parse(text) as Blank),
          );
          expect(fewer.filter(settle)).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(5);
});
