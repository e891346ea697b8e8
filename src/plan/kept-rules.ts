import type { SubjectState } from '../model/plan.ts';
import type { Condition, Ruleset, TableName } from '../model/ruleset.ts';
import type { ShortRule } from './short-rule.ts';

/** The conditions of a table's other rules for subjects, advisory ones too: what a unit has of them it keeps. */
export const keptRules = (
  { subject }: SubjectState,
  table: TableName,
  open: readonly ShortRule[],
  { indicators }: Ruleset,
): readonly Condition[] =>
  indicators
    .filter(({ id, of }) => of === table && !open.some((rule) => rule.id === id))
    .filter(({ id }) =>
      subject.findings.some(
        (finding) => finding.kind === 'share' && finding.rule === id && finding.source === 'register',
      ),
    )
    .map(({ condition }) => condition);
