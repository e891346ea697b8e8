import { messageOf } from '../../diagnostics/message.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { colorsFor } from '../colors.ts';
import { diagnosticGroups, elsewhere } from '../diagnostic-groups.ts';
import { findingTeller } from '../finding-teller.ts';
import { headingLookup } from '../heading-lookup.ts';
import { headline } from '../headline.ts';
import { inputFacts } from '../input-list.ts';
import { legend } from '../legend.ts';
import { plain } from '../plain.ts';
import { plainDiagnostic } from '../plain-diagnostic.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { shownPlaces } from '../shown-places.ts';
import { words } from '../words.ts';
import { markdownGrid } from './markdown-grid.ts';
import { markdownSubject } from './markdown-subject.ts';
import { code, md } from './markdown-text.ts';

function* answer(assessment: Assessment, context: ReportContext): Iterable<string> {
  const wide = { ...context, width: Number.POSITIVE_INFINITY };
  const [title = '', ...facts] = headline(assessment, wide, colorsFor(false));
  yield* [`# ${md(title)}`, ''];
  for (const fact of facts) yield `- ${md(fact.trim())}`;
}

function* sections(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const tools = {
    language,
    teller: findingTeller(assessment, language),
    placeText: shownPlaces(assessment),
    headingOf: headingLookup(assessment.ruleset, language),
  };
  let titled = false;
  for (const subject of assessment.subjects())
    for (const line of markdownSubject(subject, tools)) {
      if (!titled) yield* ['', `## ${md(words[language].reasons)}`];
      titled = true;
      yield line;
    }
}

function* diagnosticItems(
  assessment: Assessment,
  severity: Severity,
  { language, notes }: ReportContext,
): Iterable<string> {
  const text = words[language];
  const placeText = shownPlaces(assessment);
  const listed = assessment.diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  if (listed.length === 0) return;
  if (severity === 'note' && !notes) {
    yield* ['', md(text.notesFolded(listed.length))];
    return;
  }
  const groups = diagnosticGroups(listed);
  yield* ['', `## ${md(text.gathered(text.severities[severity], listed.length, groups.length))}`, ''];
  for (const group of groups) {
    const diagnostic = group.first;
    const { place, text: raw, related } = diagnostic;
    const where = place === null ? [] : [code(placeText(place))];
    const found = raw === null || raw === '' ? [] : [md(text.found(plain(raw)))];
    yield `- ${[...where, code(diagnostic.code), ...found].join(' ')}`;
    yield `  - ${md(messageOf(plainDiagnostic(diagnostic), language))}`;
    for (const other of related) yield `  - ${md(text.related + text.colon)} ${code(placeText(other))}`;
    const others = elsewhere(group, text, placeText);
    if (others !== '') yield `  - ${md(others)}`;
  }
}

function* inputItems({ inputs }: Assessment, { language }: ReportContext): Iterable<string> {
  if (inputs.length === 0) return;
  const text = words[language];
  yield* ['', `## ${md(text.counted(text.inputs, inputs.length))}`, ''];
  for (const input of inputs) yield `- ${code(input.shown)} ${md(inputFacts(input, text).join(text.comma))}`;
}

function* lines(assessment: Assessment, context: ReportContext): Iterable<string> {
  const { verdict, command } = assessment;
  yield* answer(assessment, context);
  if (context.quiet) {
    yield* diagnosticItems(assessment, 'error', context);
    return;
  }
  if (command === 'assess' && verdict !== null) {
    yield '';
    yield* markdownGrid(assessment, context);
    for (const line of legend(assessment, words[context.language])) yield* ['', md(line)];
    yield* sections(assessment, context);
  }
  for (const severity of ['error', 'warning', 'note'] as const) yield* diagnosticItems(assessment, severity, context);
  yield* inputItems(assessment, context);
}

/** GitHub-flavoured Markdown: the answer, the grid, a section per subject that is no plain pass, the diagnostics. */
export const markdownReporter: Reporter = function* (assessment, context) {
  for (const line of lines(assessment, context)) yield `${line}\n`;
};
