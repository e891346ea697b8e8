import type { Result, Subject } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { type GridCell, gridCell } from './grid-cell.ts';
import { plain } from './plain.ts';
import { subjectName } from './subject-name.ts';
import type { Words } from './words.ts';

/** One subject in the grid. */
export interface GridRow {
  /** Its name over its code; a district says that it is the whole. */
  readonly name: readonly string[];
  readonly verdict: Result;
  /** One for each rule of the grid; no result where the rule is not asked of the subject. */
  readonly cells: readonly { readonly result: Result | null; readonly cell: GridCell }[];
}

export const gridRow = (subject: Subject, rules: readonly Rule[], words: Words): GridRow => {
  const findings = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const under = subject.scope === 'district' ? words.districtRow : subject.name === null ? null : subject.code;
  return {
    name: [subjectName(subject, words), ...(under === null ? [] : [plain(under)])],
    verdict: subject.verdict,
    cells: rules.map(({ id }) => ({ result: findings.get(id)?.result ?? null, cell: gridCell(findings.get(id)) })),
  };
};
