import type { Row, Street, Submission } from './submission.ts';

/** Met, of and unknown worked out by hand from the submission, for the rules of yantian-2011. */
export interface NaiveCounts {
  readonly met: number | null;
  readonly of: number | null;
  readonly unknown: number | null;
}

type Answer = boolean | null;

const BLANK = new Set(['', '-', '—', '未报', 'N/A']);
const YES = new Set(['是', '√', '已创建', '达标', '合格']);
const NO = new Set(['否', '×', '未达标', '不达标']);

const answer = (text = ''): Answer =>
  BLANK.has(text.trim()) ? null : YES.has(text) ? true : NO.has(text) ? false : fault(text);
const fault = (text: string): never => {
  throw new Error(`the submissions hold no ${text}`);
};
const number = (text = ''): number | null => (BLANK.has(text.trim()) ? null : Number(text.normalize('NFKC')));

const isModel = ({ level = '' }: Row): Answer => (BLANK.has(level.trim()) ? null : level.startsWith('标兵'));

const both = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === null || b === null ? null : true;

const atMost = (now: number | null, before: number | null): Answer =>
  now === null || before === null ? null : now <= before;

const trend = (row: Row): Answer =>
  both(
    atMost(number(row.criminalCases), number(row.criminalCasesPrevious)),
    atMost(number(row.securityCases), number(row.securityCasesPrevious)),
  );

const countsOf = (answers: readonly Answer[]): NaiveCounts => ({
  met: answers.filter((each) => each === true).length,
  of: answers.length,
  unknown: answers.filter((each) => each === null).length,
});

const ofSummary = (met: number | null, of: number | null): NaiveCounts => {
  if (of === null) return { met, of: null, unknown: null };
  return met === null ? { met: 0, of, unknown: of } : { met, of, unknown: 0 };
};

const compoundCounts = ({ row, communities }: Street): NaiveCounts => {
  const own = communities.flatMap(({ compounds }) => compounds);
  const [met, of] = [number(row.modelCompounds), number(row.compounds)];
  if (own.length === 0) return ofSummary(met, of);
  const counts = countsOf(own.map((unit) => isModel(unit.row)));
  const missing = Math.max(0, (of ?? 0) - own.length);
  return { met: counts.met, of: own.length + missing, unknown: counts.unknown! + missing };
};

const communityCounts = (answers: readonly Answer[]): NaiveCounts =>
  answers.length === 0 ? ofSummary(null, null) : countsOf(answers);

const TARGETS = {
  'model-compounds': 80,
  'safe-civilized-communities': 100,
  'drug-free-communities': 100,
  'cult-free-communities': 100,
  'case-trend': 90,
} as const;
type Share = keyof typeof TARGETS;

const shareCounts = (street: Street): Readonly<Record<Share, NaiveCounts>> => {
  const rows = street.communities.map(({ row }) => row);
  return {
    'model-compounds': compoundCounts(street),
    'safe-civilized-communities': communityCounts(rows.map((row) => answer(row.safeCivilized))),
    'drug-free-communities': communityCounts(rows.map((row) => answer(row.drugFree))),
    'cult-free-communities': communityCounts(rows.map((row) => answer(row.cultFree))),
    'case-trend': communityCounts(rows.map(trend)),
  };
};

const shareResult = ({ met, of, unknown }: NaiveCounts, target: number): string => {
  if (met === null || of === null || unknown === null) return 'unknown';
  if (of === 0) return 'not-applicable';
  if (met * 100 >= target * of) return 'pass';
  return (met + unknown) * 100 < target * of ? 'fail' : 'unknown';
};

const VETOES = { stability: 'stability', safety: 'safety', 'family-planning': 'familyPlanning' } as const;

/** Every finding of every street, by code and rule. */
export const naiveFindings = (submission: Submission) =>
  Object.fromEntries(
    submission.map((street) => {
      const shares = Object.entries(shareCounts(street)).map(([rule, counts]) => [
        rule,
        { ...counts, result: shareResult(counts, TARGETS[rule as Share]) },
      ]);
      const vetoes = Object.entries(VETOES).map(([rule, field]) => {
        const passed = answer(street.row[field]);
        return [rule, { result: passed === null ? 'unknown' : passed ? 'pass' : 'fail' }];
      });
      return [street.row.code!, Object.fromEntries([...shares, ...vetoes])];
    }),
  );
