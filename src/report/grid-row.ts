import type { Finding, Result, ShareFinding, Subject } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { formatPercent } from '../model/share.ts';
import { plain } from './plain.ts';
import { subjectName } from './subject-name.ts';
import { MARKS, type Words } from './words.ts';

/** The lines of a finding in the grid: as they are wanted, and in few columns. */
interface GridCell {
  readonly roomy: readonly string[];
  readonly tight: readonly string[];
}

const EMPTY: GridCell = { roomy: [], tight: [] };
const same = (...lines: string[]): GridCell => ({ roomy: lines, tight: lines });

const shareCell = ({ met, of, unknown, atLeast }: ShareFinding, mark: string): GridCell => {
  if (met === null) return same(mark);
  if (of === null) return same(`${mark} ${met}/?`);
  if (of === 0) return same(`${mark} 0/0`);
  const least = formatPercent(met, of, atLeast);
  if (!unknown) return same(`${mark} ${met}/${of}`, `${least}%`);
  const most = formatPercent(met + unknown, of, atLeast);
  return {
    roomy: [`${mark} ${met}~${met + unknown}/${of}`, `${least}~${most}%`],
    tight: [`${mark} ${met}/${of}`, `+${unknown}?`],
  };
};

/** One field of the grid: mark, met/of and percentage of a share; the mark of a veto; nothing for a rule not asked. */
const gridCell = (finding: Finding | undefined): GridCell => {
  if (finding === undefined) return EMPTY;
  const mark = MARKS[finding.result] + (finding.obligation === 'advisory' ? '*' : '');
  if (finding.reason === 'rule.not-in-force' || finding.kind === 'veto') return same(mark);
  return shareCell(finding, mark);
};

/** One subject in the grid. */
export interface GridRow {
  /** Its name over its code; what is pooled says that it is the whole. */
  readonly name: readonly string[];
  readonly verdict: Result;
  /** One for each rule of the grid; no result where the rule is not asked of the subject. */
  readonly cells: readonly { readonly result: Result | null; readonly cell: GridCell }[];
}

export const gridRow = (subject: Subject, rules: readonly Rule[], words: Words): GridRow => {
  const findings = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const under =
    subject.scope !== words.level ? words.pooledRow(subject.scope) : subject.name === null ? null : subject.code;
  return {
    name: [subjectName(subject, words), ...(under === null ? [] : [plain(under)])],
    verdict: subject.verdict,
    cells: rules.map(({ id }) => ({ result: findings.get(id)?.result ?? null, cell: gridCell(findings.get(id)) })),
  };
};
