import type { DiagnosticCode, DiagnosticSlots } from '../diagnostics/catalogue.ts';
import { countWarnings, SEVERITIES } from '../diagnostics/diagnostics.ts';
import { type Assessment, RESULTS } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';
import { type Colors, colorsFor } from './colors.ts';
import { plain, visible } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { MARKS, reportWords, type Words, words } from './words.ts';
import { wrap } from './wrap.ts';

/** A line names this many subjects; the rest is counted. */
const NAMED = 8;

/** That the report is about the subjects asked for alone; null where it is about all, or about none. */
export const onlySubjects = ({ options, unmatched, verdict }: Assessment, text: Words): string | null => {
  if (verdict === null || options.subjects.length === 0) return null;
  const names = options.subjects.filter((wish) => !unmatched.includes(wish)).map(plain);
  return text.onlySubjects(names.slice(0, NAMED), Math.max(0, names.length - NAMED));
};

/** Said in the answer of a validation. */
const UNDECIDED = 'table.rules-undecided' satisfies DiagnosticCode;

/** Fit to be judged, and which rules will stay undecided all the same. */
export const fitness = ({ diagnostics }: Assessment, language: Language): string => {
  const text = words[language];
  const undecided = diagnostics.find(({ code }) => code === UNDECIDED);
  if (undecided === undefined) return text.fit;
  const { rules } = undecided.params as unknown as DiagnosticSlots[typeof UNDECIDED];
  return text.fitBut(visible(rules[language]));
};

/** The answer in words, under which scheme, and how many subjects it stands on. */
export function* headline(assessment: Assessment, context: ReportContext, colors: Colors): Iterable<string> {
  const { language, width, maxWarnings } = context;
  const { command, ruleset, year, verdict, refusal, totals, diagnostics } = assessment;
  const text = reportWords(ruleset)[language];
  const lines = (line: string, first = '  '): string[] => wrap(line, width, first, '  ');

  if (command === 'validate' && (refusal === null || refusal === 'data'))
    yield* refusal === null
      ? lines(`${MARKS.pass} ${fitness(assessment, language)}`, '').map(colors.pass)
      : lines(`${MARKS.fail} ${text.unfit}`, '').map(colors.fail);
  else if (refusal !== null) yield* lines(text.refused(text.refusals[refusal]), '').map(colors.fail);
  else if (verdict !== null) yield* lines(`${MARKS[verdict]} ${text.verdicts[verdict]}`, '').map(colors[verdict]);

  if (ruleset !== null) {
    const number = plain(ruleset.source.number);
    yield* lines([plain(ruleset.label[language]), ...(year === null ? [] : [text.year(year)])].join(text.separator));
    yield* lines([number, `${plain(ruleset.id)} ${plain(ruleset.version)}`].join(text.separator));
  }
  if (verdict !== null) {
    const subjects = RESULTS.reduce((sum, result) => sum + totals.subjects[result], 0);
    const counts = RESULTS.map((result) => `${MARKS[result]} ${text.results[result]} ${totals.subjects[result]}`);
    yield* lines(text.subjects(subjects) + text.colon + counts.join(text.separator));
    const only = onlySubjects(assessment, text);
    if (only !== null) yield* lines(only);
  }
  if (refusal === null || refusal === 'data') yield* lines(text.records(totals.records, totals.skipped));
  const found = SEVERITIES.map(
    (severity) => `${text.severities[severity]} ${diagnostics.filter((each) => each.severity === severity).length}`,
  );
  if (diagnostics.length > 0) yield* lines(found.join(text.separator));
  const warnings = countWarnings(diagnostics);
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    yield* lines(text.tooManyWarnings(warnings, maxWarnings)).map(colors.fail);
  }
}

/** The same in lines of any length, without colours. */
export const wideHeadline = (assessment: Assessment, context: ReportContext): string[] => [
  ...headline(assessment, { ...context, width: Number.POSITIVE_INFINITY }, colorsFor(false)),
];

/** The same without the line that a title of the scheme says already. */
export const titledHeadline = (assessment: Assessment, context: ReportContext): string[] => {
  const scheme = plain(assessment.ruleset?.label[context.language] ?? '');
  return wideHeadline(assessment, context)
    .map((line) => line.trim())
    .filter((line, at) => at === 0 || scheme === '' || !line.startsWith(scheme));
};
