import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { ciReason, ciWords, evidenceLines } from './ci-text.ts';
import { diagnosticGroups } from './diagnostic-list.ts';
import { onlySubjects } from './headline.ts';
import { codedName } from './names.ts';
import { plain, visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { joined, type Teller, tellerOf } from './teller.ts';

/** Not in XML 1.0, and not made visible either. */
const NO_XML = /[\ufffe\uffff]/g;
const MARKUP = /[&<>"']/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const inXml = (text: string): string =>
  text
    .replace(NO_XML, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(MARKUP, (character) => ENTITIES[character]!);

/** One line, for an element or an attribute in double quotes; hidden characters are shown as `<U+202E>`. */
export const xmlText = (line: string): string => inXml(visible(line));

/** Several lines, for an element. */
export const xmlLines = (lines: readonly string[]): string => lines.map(xmlText).join('\n');

/** What a CI server makes of a finding. */
type CaseStatus = 'passed' | 'failure' | 'error' | 'skipped';

/**
 * What does not decide is skipped, so that the CI server and the exit code agree: advisory rules, whatever the pooled
 * units do not pass, and what is open of a subject that is not applicable. What cannot be decided yet is an error, so
 * that it never reads as green.
 */
const caseStatus = (subject: Subject, finding: Finding, teller: Teller): CaseStatus => {
  const { result, obligation } = finding;
  if (obligation === 'advisory' || result === 'not-applicable') return 'skipped';
  if (result === 'pass') return 'passed';
  if (!teller.decides(subject, finding)) return 'skipped';
  return result === 'fail' ? 'failure' : 'error';
};

/** A test case, with what became of it where it is not passed. */
interface Case {
  readonly name: string;
  readonly status: CaseStatus;
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

const passed = (name: string): Case => ({ name, status: 'passed', type: '', message: '', lines: [] });

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly output?: readonly string[];
}

/** A finding as a test case: with its reason, clause, remedy and records where it is not a plain pass. */
const findingCase = (subject: Subject, finding: Finding, teller: Teller): Case => {
  const { words, language } = teller;
  const name = `${finding.rule} ${teller.labelOf(finding.rule)}`;
  const status = caseStatus(subject, finding, teller);
  if (status === 'passed') return passed(name);
  const message = ciReason(subject, finding, teller);
  const remedy = teller.remedyOf(finding);
  const lines = [
    message,
    ...(remedy === null ? [] : [words.labelled(words.remedy, remedy)]),
    ...evidenceLines(finding, teller.evidenceOf(finding), ciWords[language]),
  ];
  return { name, status, type: status === 'error' ? 'unknown' : finding.reason, message, lines };
};

const subjectSuite = (subject: Subject, teller: Teller): Suite => {
  const { nouns, words, language } = teller;
  const known = codedName(subject, words);
  return {
    name: subject.scope === nouns.level ? known : ciWords[language].pooled(known, nouns.of(subject.scope)),
    cases: subject.findings.map((finding) => findingCase(subject, finding, teller)),
  };
};

/** Whether the input can be used at all: an error for each of its faults, or that no subject can be judged; warnings and notes as output. */
const dataSuite = (assessment: Assessment, { notes }: ReportContext, teller: Teller): Suite => {
  const { diagnostics, verdict } = assessment;
  const { words } = teller;
  const placed = ({ place, code }: Diagnostic): string => joined([place && teller.placeText(place), code], ' ');
  const errors = diagnosticGroups(diagnostics.filter(({ severity }) => severity === 'error')).map(({ first }) => {
    const [name, message, found] = [placed(first), teller.messageOf(first), teller.foundOf(first)];
    const lines = [message, name, ...(found === null ? [] : [found]), ...first.related.map(teller.placeText)];
    return { name, status: 'error', type: first.code, message, lines } as const;
  });
  const nothing = words.verdicts['not-applicable'];
  const unjudged = { name: words.verdict, status: 'error', type: 'not-applicable' } as const;
  const others = diagnostics.filter(({ severity }) => severity === 'warning' || (notes && severity === 'note'));
  const folded = notes ? 0 : diagnostics.filter(({ severity }) => severity === 'note').length;
  const only = onlySubjects(assessment, words);
  return {
    name: ciWords[teller.language].inputData,
    cases: [
      ...(errors.length === 0 ? [passed(words.fit)] : errors),
      ...(verdict === 'not-applicable' ? [{ ...unjudged, message: nothing, lines: [nothing] }] : []),
    ],
    output: [
      ...(only === null ? [] : [only]),
      ...others.map((each) => `${words.severities[each.severity]} ${placed(each)} ${teller.messageOf(each)}`),
      ...(folded > 0 ? [words.notesFolded(folded)] : []),
    ],
  };
};

const countsOf = (statuses: readonly CaseStatus[]) => {
  const count = (wanted: CaseStatus) => statuses.filter((status) => status === wanted).length;
  return { tests: statuses.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
};

const caseXml = ({ name, status, type, message, lines }: Case, className: string): string => {
  const head = `  <testcase name="${xmlText(name)}" classname="${xmlText(className)}"`;
  if (status === 'passed') return `${head}/>\n`;
  const outcome = `<${status} type="${xmlText(type)}" message="${xmlText(message)}">${xmlLines(lines)}</${status}>`;
  return `${head}>\n   ${outcome}\n  </testcase>\n`;
};

function* suiteXml({ name, cases, output = [] }: Suite, scheme: string): Iterable<string> {
  const { tests, failures, errors, skipped } = countsOf(cases.map(({ status }) => status));
  yield ` <testsuite name="${xmlText(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
  for (const each of cases) yield caseXml(each, `${scheme}.${name}`);
  if (output.length > 0) yield `  <system-out>${xmlLines(output)}</system-out>\n`;
  yield ' </testsuite>\n';
}

/** JUnit XML as CI servers read it: a suite for the input data, then one for each subject with a case per rule. */
export const junitReporter: Reporter = function* (assessment, context) {
  const { ruleset, year, subjects } = assessment;
  const teller = tellerOf(assessment, context.language);
  const scheme = plain(ruleset?.id ?? 'streetcheck');
  const title = ['streetcheck', ...(ruleset === null ? [] : [scheme]), ...(year === null ? [] : [`${year}`])];
  const data = dataSuite(assessment, context, teller);
  const statuses = [
    ...data.cases.map(({ status }) => status),
    ...subjects.flatMap((subject) => subject.findings.map((finding) => caseStatus(subject, finding, teller))),
  ];
  const { tests, failures, errors } = countsOf(statuses);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="${xmlText(title.join(' '))}" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  yield* suiteXml(data, scheme);
  for (const subject of subjects) yield* suiteXml(subjectSuite(subject, teller), scheme);
  yield '</testsuites>\n';
};
