import type { Finding, Subject } from '../../model/assessment.ts';
import type { Language } from '../../model/text.ts';
import { ciReason } from '../ci-reason.ts';
import { ciWords } from '../ci-words.ts';
import { evidenceLines } from '../evidence-text.ts';
import { type FindingTeller, isDecisive } from '../finding-teller.ts';
import { xmlLines, xmlText } from './xml-text.ts';

/** What a CI server makes of a finding. */
export type CaseStatus = 'passed' | 'failure' | 'error' | 'skipped';

/**
 * What does not decide is skipped, so that the CI server and the exit code agree: advisory rules, whatever the
 * district does not pass, and what is open of a street that is not applicable. What cannot be decided yet is an error, so that it never reads as green.
 */
export const caseStatus = (subject: Subject, finding: Finding): CaseStatus => {
  const { result, obligation } = finding;
  if (obligation === 'advisory' || result === 'not-applicable') return 'skipped';
  if (result === 'pass') return 'passed';
  if (!isDecisive(subject, finding)) return 'skipped';
  return result === 'fail' ? 'failure' : 'error';
};

const outcome = (status: 'failure' | 'error' | 'skipped', type: string, message: string, lines: readonly string[]) =>
  `<${status} type="${xmlText(type)}" message="${xmlText(message)}">${xmlLines(lines)}</${status}>`;

/** A test case as XML, two levels down. */
export const writeCase = (name: string, className: string, inside = ''): string => {
  const head = `  <testcase name="${xmlText(name)}" classname="${xmlText(className)}"`;
  return inside === '' ? `${head}/>\n` : `${head}>\n   ${inside}\n  </testcase>\n`;
};

export const errorCase = (
  name: string,
  className: string,
  type: string,
  message: string,
  lines: readonly string[],
): string => writeCase(name, className, outcome('error', type, message, lines));

/** A finding as a test case: with its reason, clause, remedy and records where it is not a plain pass. */
export const findingCase = (
  subject: Subject,
  finding: Finding,
  className: string,
  teller: FindingTeller,
  language: Language,
): string => {
  const text = ciWords[language];
  const name = `${finding.rule} ${teller.labelOf(finding)}`;
  const status = caseStatus(subject, finding);
  if (status === 'passed') return writeCase(name, className);
  const message = ciReason(subject, finding, teller.reasonOf(finding), text);
  const remedy = teller.remedyOf(finding);
  const lines = [
    message,
    ...(remedy === null ? [] : [text.remedy(remedy)]),
    ...evidenceLines(finding, teller.evidenceOf(finding), text),
  ];
  return writeCase(name, className, outcome(status, status === 'error' ? 'unknown' : finding.reason, message, lines));
};
