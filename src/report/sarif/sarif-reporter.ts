import { type DiagnosticCode, explanationOf } from '../../diagnostics/catalogue.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fileOf, STANDARD_INPUT, startOf } from '../../model/place.ts';
import type { Rule } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';
import { ciWords } from '../ci-text.ts';
import { Entries, indentedPieces } from '../json-text.ts';
import { diagnosticPlace, plain, visible } from '../plain.ts';
import { asked } from '../reasons.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { type Teller, tellerOf } from '../teller.ts';
import { words } from '../words.ts';
import {
  diagnosticResult,
  findingResult,
  isInformational,
  kindOf,
  physicalLocation,
  RULESET_BASE,
  sarifText,
  toUri,
} from './sarif-results.ts';

const message = (text: string) => ({ text: sarifText(text) });

const remedyText = (remedy: string, language: Language): string =>
  words[language].labelled(words[language].remedy, remedy);

const isAdvisory = ({ obligation, requiredFrom }: Rule, year: number | null): boolean =>
  obligation === 'advisory' || (requiredFrom !== undefined && year !== null && year < requiredFrom);

/** A rule of the ruleset, as SARIF describes it: label, clause, what it asks for, what to do. */
const ruleDescriptor = (rule: Rule, year: number | null, language: Language) => {
  const text = ciWords[language];
  const advisory = isAdvisory(rule, year);
  const facts = [
    text.clause(visible(rule.cited[language])),
    asked(rule, language),
    ...(advisory ? [text.advisory] : []),
  ];
  const remedy = rule.remedy === undefined ? [] : [remedyText(visible(rule.remedy[language]), language)];
  const label = visible(rule.label[language]);
  return {
    id: rule.id,
    shortDescription: message(label),
    fullDescription: message([label, ...facts].join(text.separator)),
    help: message([label, ...facts, ...remedy].join('\n')),
    defaultConfiguration: { level: advisory ? 'note' : 'error' },
  };
};

/** A diagnostic code, as `explain` explains it. */
const diagnosticDescriptor = ({ code, severity }: Diagnostic, language: Language) => {
  const { title, text, remedy } = explanationOf(code as DiagnosticCode);
  return {
    id: code,
    shortDescription: message(title[language]),
    fullDescription: message(text[language]),
    help: message([text[language], remedyText(remedy[language], language)].join('\n')),
    defaultConfiguration: { level: severity },
  };
};

const LANGUAGES = { zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Language, string>;

/** Each file once, however many of its sheets were read. */
const artifactsOf = ({ inputs }: Assessment, language: Language) => {
  const files = new Map(inputs.map((input) => [fileOf(startOf(input)), input]));
  return [...files].map(([file, { encoding, sha256 }]) => ({
    ...(file === STANDARD_INPUT
      ? { description: { text: ciWords[language].standardInput } }
      : { location: { uri: toUri(file) } }),
    roles: ['analysisTarget'],
    // What a workbook holds is no text.
    ...(encoding === 'xlsx' ? {} : { encoding }),
    hashes: { 'sha-256': sha256 },
  }));
};

/** GitHub rejects a file with more results in one run. */
const MOST_RESULTS = 25_000;

/** A result of a run, made when it is written. */
type Later = () => object;

/** The results as far as a run may have them; the last one then says how many it leaves out. */
const bounded = (results: readonly Later[], language: Language): readonly Later[] => {
  if (results.length <= MOST_RESULTS) return results;
  const listed = results.slice(0, MOST_RESULTS - 1);
  return [...listed, () => leftOut(results.length - listed.length, language)];
};

/** Says what is not listed, and where it is. */
const leftOut = (count: number, language: Language) => ({
  ruleId: 'diagnostics.more',
  kind: 'fail',
  level: 'warning',
  message: { text: ciWords[language].resultsLeftOut(count, MOST_RESULTS) },
  locations: [{ physicalLocation: physicalLocation(null) }],
  partialFingerprints: { 'diagnostic/v1': 'diagnostics.more' },
  properties: { count },
});

/** Only what fails and what is open, with `allResults` the rest, too. */
const findingResults = (
  { year, ruleset, subjects }: Assessment,
  { allResults }: ReportContext,
  teller: Teller,
): Later[] => {
  const rules = ruleset?.rules.map(({ id }) => id) ?? [];
  return subjects.flatMap((subject) =>
    subject.findings
      .filter((finding) => allResults || ['fail', 'open'].includes(kindOf(subject, finding, teller)))
      .map((finding) => () => findingResult(subject, finding, rules.indexOf(finding.rule), year, teller)),
  );
};

const diagnosticResults = (
  assessment: Assessment,
  listed: readonly Diagnostic[],
  codes: readonly string[],
  teller: Teller,
): Later[] => {
  const placeOf = diagnosticPlace(assessment);
  const [input] = assessment.inputs;
  const inputs = input === undefined ? null : startOf(input);
  const repeats = new Map<string, number>();
  return listed.map((diagnostic) => {
    const { code, text } = diagnostic;
    const place = placeOf(diagnostic) ?? (code.startsWith('ruleset.') ? null : inputs);
    const like = `${code}\n${place?.path}\n${plain(text ?? '')}`;
    const repeated = repeats.get(like) ?? 0;
    repeats.set(like, repeated + 1);
    return () => diagnosticResult(diagnostic, codes.indexOf(code), place, repeated, teller);
  });
};

/** SARIF 2.1.0: a run for the findings, where there are any, and one for the diagnostics, for the two never mix. */
export const sarifReporter: Reporter = function* (assessment, context) {
  const { language, tool, allResults } = context;
  const { ruleset, year, refusal, verdict, diagnostics } = assessment;
  const teller = tellerOf(assessment, language);
  const run = (id: string, rules: readonly object[], results: readonly Later[]) => ({
    tool: { driver: { name: 'streetcheck', version: tool, language: LANGUAGES[language], rules } },
    invocations: [{ executionSuccessful: refusal === null }],
    language: LANGUAGES[language],
    originalUriBaseIds: { [RULESET_BASE]: { description: { text: ciWords[language].rulesetFolder } } },
    artifacts: artifactsOf(assessment, language),
    automationDetails: { id: `streetcheck/${id}/` },
    columnKind: 'utf16CodeUnits',
    results: new Entries(bounded(results, language), (result) => result()),
  });
  const rules = ruleset?.rules.map((rule) => ruleDescriptor(rule, year, language)) ?? [];
  const findings = verdict === null ? [] : [run('findings', rules, findingResults(assessment, context, teller))];
  const listed = diagnostics.filter((diagnostic) => allResults || !isInformational(diagnostic));
  const codes = [...new Set(listed.map(({ code }) => code))];
  const described = codes.map((code) => diagnosticDescriptor(listed.find((each) => each.code === code)!, language));
  yield* indentedPieces({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [...findings, run('data', described, diagnosticResults(assessment, listed, codes, teller))],
  });
  yield '\n';
};
