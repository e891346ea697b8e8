import type { Assessment } from '../model/assessment.ts';
import { type Colors, colorsFor } from './colors.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { grid } from './grid.ts';
import { headingLookup } from './heading-lookup.ts';
import { headline } from './headline.ts';
import { inputList } from './input-list.ts';
import { legend } from './legend.ts';
import { reasonContext } from './reasons.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { ruleLookup } from './rule-lookup.ts';
import { shownPlaces } from './shown-places.ts';
import { subjectDetails } from './subject-details.ts';
import { words } from './words.ts';
import { wrap } from './wrap.ts';

function* reasons(assessment: Assessment, context: ReportContext, colors: Colors): Iterable<string> {
  const details = {
    context,
    colors,
    ruleOf: ruleLookup(assessment.ruleset),
    placeText: shownPlaces(assessment),
    headingOf: headingLookup(assessment.ruleset, context.language),
    reasonContext: reasonContext(assessment),
  };
  let titled = false;
  for (const subject of assessment.subjects()) {
    for (const line of subjectDetails(subject, details)) {
      if (!titled) yield* ['', colors.strong(words[context.language].reasons)];
      titled = true;
      yield line;
    }
  }
}

function* linesAfterGrid(assessment: Assessment, context: ReportContext, colors: Colors): Iterable<string> {
  const { diagnostics, inputs, verdict } = assessment;
  if (verdict !== null) {
    yield '';
    for (const line of legend(assessment, words[context.language])) yield* wrap(line, context.width).map(colors.muted);
    yield* reasons(assessment, context, colors);
  }
  const placeText = shownPlaces(assessment);
  for (const severity of ['error', 'warning', 'note'] as const)
    yield* diagnosticList(diagnostics, severity, context, placeText, colors);
  yield* inputList(inputs, context, colors);
}

/**
 * The report for people: the answer, a grid of streets and rules, the reasons, the diagnostics, the inputs.
 * Quiet: the answer and the errors alone, without walking the subjects.
 */
export const tableReporter: Reporter = function* (assessment, context) {
  const colors = colorsFor(context.color ?? false);
  for (const line of headline(assessment, context, colors)) yield `${line}\n`;
  if (!context.quiet && assessment.verdict !== null) {
    yield '\n';
    yield* grid(assessment, context, colors);
  }
  const lines = context.quiet
    ? diagnosticList(assessment.diagnostics, 'error', context, shownPlaces(assessment), colors)
    : linesAfterGrid(assessment, context, colors);
  for (const line of lines) yield `${line}\n`;
};
