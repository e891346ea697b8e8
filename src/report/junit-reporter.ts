import { messageOf } from '../diagnostics/message.ts';
import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/text.ts';
import { ciReason, ciWords, evidenceLines } from './ci-text.ts';
import { diagnosticGroups } from './diagnostic-list.ts';
import { type FindingTeller, findingTeller, isDecisive } from './finding-teller.ts';
import { onlyStreets } from './headline.ts';
import { plain, plainDiagnostic, visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { shownPlaces } from './shown-places.ts';
import { codedName } from './subject-name.ts';
import { words } from './words.ts';

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

/** In the order in which they are written. */
interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

const ofFindings = (subject: Subject): Counts => {
  const statuses = subject.findings.map((finding) => caseStatus(subject, finding));
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { tests: statuses.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
};

const errorsOf = ({ diagnostics }: Assessment): readonly Diagnostic[] =>
  diagnosticGroups(diagnostics.filter(({ severity }) => severity === 'error')).map(({ first }) => first);

/** One that passes where nothing is wrong, and one that does not where nothing could be judged. */
const ofData = (assessment: Assessment): Counts => {
  const faults = errorsOf(assessment).length;
  const nothing = assessment.verdict === 'not-applicable' ? 1 : 0;
  return { tests: Math.max(1, faults) + nothing, failures: 0, errors: faults + nothing, skipped: 0 };
};

const openSuite = (name: string, { tests, failures, errors, skipped }: Counts): string =>
  ` <testsuite name="${xmlText(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n`;
const CLOSE_SUITE = ' </testsuite>\n';

/** Whether the input can be used at all: an error for each of its faults, or that no street can be judged; warnings and notes as output. */
function* dataSuite(assessment: Assessment, { language, notes }: ReportContext, className: string): Iterable<string> {
  const text = ciWords[language];
  const placeText = shownPlaces(assessment);
  const placed = (diagnostic: Diagnostic): string =>
    [...(diagnostic.place === null ? [] : [placeText(diagnostic.place)]), diagnostic.code].join(' ');
  const told = (diagnostic: Diagnostic): string => visible(messageOf(plainDiagnostic(diagnostic), language));
  const errors = errorsOf(assessment);
  const others = assessment.diagnostics.filter(
    ({ severity }) => severity === 'warning' || (notes && severity === 'note'),
  );
  const folded = notes ? 0 : assessment.diagnostics.filter(({ severity }) => severity === 'note').length;
  yield openSuite(text.inputData, ofData(assessment));
  if (errors.length === 0) yield writeCase(words[language].fit, `${className}.${text.inputData}`);
  for (const error of errors) {
    const found = error.text === null || error.text === '' ? [] : [words[language].found(plain(error.text))];
    const lines = [told(error), placed(error), ...found, ...error.related.map(placeText)];
    yield errorCase(placed(error), `${className}.${text.inputData}`, error.code, told(error), lines);
  }
  if (assessment.verdict === 'not-applicable') {
    const { verdict, verdicts } = words[language];
    const nothing = verdicts['not-applicable'];
    yield errorCase(verdict, `${className}.${text.inputData}`, 'not-applicable', nothing, [nothing]);
  }
  const only = onlyStreets(assessment, words[language]);
  if (others.length > 0 || folded > 0 || only !== null) {
    const lines = others.map((each) => `${words[language].severities[each.severity]} ${placed(each)} ${told(each)}`);
    if (only !== null) lines.unshift(only);
    if (folded > 0) lines.push(words[language].notesFolded(folded));
    yield `  <system-out>${xmlLines(lines)}</system-out>\n`;
  }
  yield CLOSE_SUITE;
}

/** What `testsuites` says of all suites, for which the subjects are walked once before they are written. */
const totalsOf = (assessment: Assessment): Counts => {
  let total = ofData(assessment);
  for (const subject of assessment.subjects) {
    const own = ofFindings(subject);
    total = {
      tests: total.tests + own.tests,
      failures: total.failures + own.failures,
      errors: total.errors + own.errors,
      skipped: total.skipped + own.skipped,
    };
  }
  return total;
};

/** JUnit XML as CI servers read it: a suite for the input data, then one for each subject with a case per rule. */
export const junitReporter: Reporter = function* (assessment, context) {
  const { language } = context;
  const { ruleset, year } = assessment;
  const teller = findingTeller(assessment, language);
  const className = plain(ruleset?.id ?? 'streetcheck');
  const title = ['streetcheck', ...(ruleset === null ? [] : [className]), ...(year === null ? [] : [`${year}`])];
  const { tests, failures, errors } = totalsOf(assessment);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="${xmlText(title.join(' '))}" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  yield* dataSuite(assessment, context, className);
  for (const subject of assessment.subjects) {
    const known = codedName(subject, words[language]);
    const suite = subject.scope === 'district' ? ciWords[language].district(known) : known;
    yield openSuite(suite, ofFindings(subject));
    for (const finding of subject.findings)
      yield findingCase(subject, finding, `${className}.${suite}`, teller, language);
    yield CLOSE_SUITE;
  }
  yield '</testsuites>\n';
};
