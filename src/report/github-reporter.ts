import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';
import { fileOf, type Place } from '../model/place.ts';
import { ciReason, ciWords, clickable, evidenceLines, isStandardInput, untold } from './ci-text.ts';
import { diagnosticGroups } from './diagnostic-list.ts';
import { byWeight } from './findings.ts';
import { wideHeadline } from './headline.ts';
import { codedName } from './names.ts';
import { diagnosticPlace, visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { type Teller, tellerOf } from './teller.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

const CODES: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};
const escapedData = (text: string): string => text.replace(/[%\r\n]/g, (character) => CODES[character]!);
const escapedProperty = (text: string): string => text.replace(/[%\r\n:,]/g, (character) => CODES[character]!);

/** Paths in annotations are taken from the root of the repository. */
const fromRoot = (path: string): string => path.replace(/^(?:\.\/+)+/, '');

/** One annotation; `place` has the path that is shown, null or standard input leaves it to the run as a whole. */
export const annotation = (
  level: AnnotationLevel,
  place: Place | null,
  title: string,
  lines: readonly string[],
): string => {
  const at =
    place === null || isStandardInput(place)
      ? []
      : [`file=${escapedProperty(visible(fromRoot(fileOf(place))))}`, `line=${place.line}`, `col=${place.column}`];
  const properties = [...at, `title=${escapedProperty(visible(title))}`].join(',');
  return `::${level} ${properties}::${escapedData(lines.map(visible).join('\n'))}\n`;
};

/** A line of the log that no runner takes for a command: `::name` at its beginning, `##[name` anywhere. */
export const logLine = (text: string): string =>
  `${visible(text)
    .replace(/^(\s*):(?=:)/, '$1<U+003A>')
    .replace(/##(\w*)\[/g, '##$1<U+005B>')}\n`;

/** As many records as an annotation lists. */
const LISTED = 3;

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  AnnotationLevel
>;

/**
 * What fails is an error, what is open a warning. Of what does not decide a fail is worth a notice, and what is open of
 * a subject that has nothing else.
 */
const levelOf = (subject: Subject, finding: Finding, teller: Teller): AnnotationLevel | null => {
  const { result } = finding;
  if (!teller.decides(subject, finding)) return result === 'fail' || teller.isMoot(subject, finding) ? 'notice' : null;
  if (result === 'fail') return 'error';
  return result === 'unknown' ? 'warning' : null;
};

const told = (...lines: readonly (string | null)[]): string[] => lines.filter((line) => line !== null);

function* findingAnnotations({ subjects }: Assessment, teller: Teller): Iterable<string> {
  const text = ciWords[teller.language];
  const { words } = teller;
  for (const subject of subjects)
    for (const finding of byWeight(subject.findings)) {
      const level = levelOf(subject, finding, teller);
      if (level === null) continue;
      const title = [codedName(subject, words), teller.labelOf(finding.rule), words.results[finding.result]];
      const remedy = teller.remedyOf(finding);
      const evidence = teller.evidenceOf(finding);
      const where = teller.whereOf(finding);
      yield annotation(level, where, title.reduce(words.labelled), [
        ...told(ciReason(subject, finding, teller), remedy && words.labelled(words.remedy, remedy)),
        ...(evidence.length === 0 ? told(untold(where, text)) : evidenceLines(finding, evidence, text, LISTED)),
      ]);
    }
}

function* diagnosticAnnotations(assessment: Assessment, teller: Teller, { notes }: ReportContext): Iterable<string> {
  const placeOf = diagnosticPlace(assessment);
  const { words } = teller;
  const text = ciWords[teller.language];
  const listed = assessment.diagnostics.filter(({ severity }) => notes || severity !== 'note');
  const folded = assessment.diagnostics.length - listed.length;
  if (folded > 0) yield logLine(words.notesFolded(folded));
  for (const { first: diagnostic } of diagnosticGroups(listed)) {
    const { code, severity, related } = diagnostic;
    const place = placeOf(diagnostic);
    yield annotation(LEVELS[severity], place, code, [
      ...told(teller.messageOf(diagnostic), teller.foundOf(diagnostic), untold(place, text)),
      ...related.map((other) => `${words.related}${words.colon}${clickable(teller.shown(other), text)}`),
    ]);
  }
}

/**
 * Workflow commands of GitHub Actions: an annotation at the first record of each finding that fails or is open, and
 * at each diagnostic, after the answer as plain lines of the log.
 */
export const githubReporter: Reporter = function* (assessment, context) {
  const teller = tellerOf(assessment, context.language);
  const { words } = teller;
  for (const line of wideHeadline(assessment, context)) yield logLine(line);
  if (assessment.verdict === 'not-applicable')
    yield annotation('warning', null, words.verdict, [words.verdicts['not-applicable']]);
  yield* findingAnnotations(assessment, teller);
  yield* diagnosticAnnotations(assessment, teller, context);
};
