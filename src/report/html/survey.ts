import type { Assessment, Finding, Subject } from '../../model/assessment.ts';
import type { ShareRule } from '../../model/ruleset.ts';
import { byWeight } from '../by-weight.ts';
import { isDecisive } from '../finding-teller.ts';
import { jsonReporter } from '../json-reporter.ts';
import { plain } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { nameOf } from './bilingual.tsx';
import { type Fingerprints, hexDigest, inputsPrint } from './digest.ts';
import { ShareSurvey } from './share-figures.ts';

/** So many streets of each verdict are listed above the summary table. */
const LISTED = 20;

/** A street that is no pass, and the findings that make it so. */
export interface Undone {
  readonly id: string;
  readonly subject: Subject;
  readonly first: Finding;
  readonly others: number;
}

/** All that stands on the page before the streets one by one. */
export interface Survey {
  readonly fingerprints: Fingerprints;
  readonly failing: readonly Undone[];
  readonly open: readonly Undone[];
  readonly shares: readonly ShareSurvey[];
}

/** Subjects are numbered in the order of the report. */
export const subjectId = (index: number): string => `s${index + 1}`;

/**
 * The first of two looks at the subjects: the JSON report is written for its fingerprint alone, and what the page
 * needs at its top is picked up on the way. Holds a bounded part of it.
 */
export const survey = (
  assessment: Assessment,
  context: ReportContext,
  onSubject: (subject: Subject, id: string) => void,
): Survey => {
  const failing: Undone[] = [];
  const open: Undone[] = [];
  const shares = (assessment.ruleset?.rules ?? [])
    .filter((rule): rule is ShareRule => rule.kind === 'share' && rule.scopes.includes('street'))
    .map((rule) => new ShareSurvey(rule));
  const byRule = new Map(shares.map((share) => [share.rule.id, share]));

  const list = (into: Undone[], subject: Subject, id: string, result: 'fail' | 'unknown') => {
    if (subject.verdict !== result || into.length >= LISTED) return;
    const reasons = byWeight(subject.findings).filter(
      (finding) => finding.result === result && isDecisive(subject, finding),
    );
    const [first] = reasons;
    if (first !== undefined) into.push({ id, subject, first, others: reasons.length - 1 });
  };
  const look = (subject: Subject, id: string) => {
    onSubject(subject, id);
    if (subject.scope !== 'street') return;
    list(failing, subject, id, 'fail');
    list(open, subject, id, 'unknown');
    const name = subject.name === null ? plain(subject.code ?? '') : nameOf(subject).zh;
    for (const finding of subject.findings)
      if (finding.kind === 'share' && finding.reason !== 'rule.not-in-force')
        byRule.get(finding.rule)?.add(name, finding);
  };
  for (const [index, subject] of assessment.subjects.entries()) look(subject, subjectId(index));
  const report = hexDigest(jsonReporter(assessment, context));
  return { fingerprints: { report, inputs: inputsPrint(assessment.inputs) }, failing, open, shares };
};
