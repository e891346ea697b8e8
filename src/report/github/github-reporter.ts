import { messageOf } from '../../diagnostics/message.ts';
import type { Assessment, Finding, Subject } from '../../model/assessment.ts';
import type { Severity } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import { byWeight } from '../by-weight.ts';
import { ciReason } from '../ci-reason.ts';
import { type CiWords, ciWords } from '../ci-words.ts';
import { colorsFor } from '../colors.ts';
import { diagnosticGroups } from '../diagnostic-groups.ts';
import { diagnosticPlaces } from '../diagnostic-places.ts';
import { clickable, evidenceLines, isStandardInput } from '../evidence-text.ts';
import { findingTeller, isDecisive, isMoot } from '../finding-teller.ts';
import { headline } from '../headline.ts';
import { plain } from '../plain.ts';
import { plainDiagnostic } from '../plain-diagnostic.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { codedName } from '../subject-name.ts';
import { words } from '../words.ts';
import { type AnnotationLevel, annotation, logLine } from './workflow-command.ts';

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
  for (const subject of assessment.subjects())
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
