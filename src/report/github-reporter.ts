import { messageOf } from '../diagnostics/message.ts';
import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';
import { fileOf, type Place, STANDARD_INPUT } from '../model/place.ts';
import { byWeight } from './by-weight.ts';
import { type CiWords, ciReason, ciWords, clickable, evidenceLines, isStandardInput } from './ci-text.ts';
import { colorsFor } from './colors.ts';
import { diagnosticGroups } from './diagnostic-list.ts';
import { findingTeller, isDecisive, isMoot } from './finding-teller.ts';
import { headline } from './headline.ts';
import { plain, plainDiagnostic, visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { diagnosticPlaces } from './shown-places.ts';
import { codedName } from './subject-name.ts';
import { words } from './words.ts';

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
    place === null || fileOf(place) === STANDARD_INPUT
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
 * a street that has nothing else.
 */
const levelOf = (subject: Subject, finding: Finding): AnnotationLevel | null => {
  const { result } = finding;
  if (!isDecisive(subject, finding)) return result === 'fail' || isMoot(subject, finding) ? 'notice' : null;
  if (result === 'fail') return 'error';
  return result === 'unknown' ? 'warning' : null;
};

/** What no file can be given for is told, and the cell of a spreadsheet, which line and column do not name. */
const untold = (place: Place | null, text: CiWords): string[] =>
  place !== null && (isStandardInput(place) || place.cell !== undefined) ? [clickable(place, text)] : [];

function* findingAnnotations(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const text = ciWords[language];
  const { results } = words[language];
  const teller = findingTeller(assessment, language);
  for (const subject of assessment.subjects)
    for (const finding of byWeight(subject.findings)) {
      const level = levelOf(subject, finding);
      if (level === null) continue;
      const title = [codedName(subject, words[language]), teller.labelOf(finding), results[finding.result]];
      const remedy = teller.remedyOf(finding);
      const evidence = teller.evidenceOf(finding);
      const where = teller.whereOf(finding);
      yield annotation(
        level,
        where,
        title.reduce((before, next) => text.ofSubject(before, next)),
        [
          ciReason(subject, finding, teller.reasonOf(finding), text),
          ...(remedy === null ? [] : [text.remedy(remedy)]),
          ...(evidence.length === 0 ? untold(where, text) : evidenceLines(finding, evidence, text, LISTED)),
        ],
      );
    }
}

function* diagnosticAnnotations(assessment: Assessment, { language, notes }: ReportContext): Iterable<string> {
  const { shown, placeOf } = diagnosticPlaces(assessment);
  const text = words[language];
  const folded = notes ? [] : assessment.diagnostics.filter(({ severity }) => severity === 'note');
  if (folded.length > 0) yield logLine(text.notesFolded(folded.length));
  for (const { first: diagnostic } of diagnosticGroups(
    assessment.diagnostics.filter((each) => !folded.includes(each)),
  )) {
    const { code, severity, text: raw, related } = diagnostic;
    const place = placeOf(diagnostic);
    yield annotation(LEVELS[severity], place, code, [
      messageOf(plainDiagnostic(diagnostic), language),
      ...(raw === null || raw === '' ? [] : [text.found(plain(raw))]),
      ...untold(place, ciWords[language]),
      ...related.map((other) => `${text.related}${text.colon}${clickable(shown(other), ciWords[language])}`),
    ]);
  }
}

/**
 * Workflow commands of GitHub Actions: an annotation at the first record of each finding that fails or is open, and
 * at each diagnostic, after the answer as plain lines of the log.
 */
export const githubReporter: Reporter = function* (assessment, context) {
  const text = words[context.language];
  const wide = { ...context, width: Number.POSITIVE_INFINITY };
  for (const line of headline(assessment, wide, colorsFor(false))) yield logLine(line);
  if (assessment.verdict === 'not-applicable')
    yield annotation('warning', null, text.verdict, [text.verdicts['not-applicable']]);
  yield* findingAnnotations(assessment, context);
  yield* diagnosticAnnotations(assessment, context);
};
