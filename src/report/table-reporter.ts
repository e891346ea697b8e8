import type { Assessment, Finding, Subject, Witness } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { byWeight } from './by-weight.ts';
import { type Colors, colorsFor } from './colors.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { type WitnessList, witnessCell, witnessUnit } from './finding-teller.ts';
import { grid, legend } from './grid.ts';
import { headline } from './headline.ts';
import { inputList } from './input-list.ts';
import { headingLookup, ruleLookup } from './lookups.ts';
import { plain, plainFinding, visible } from './plain.ts';
import type { ReasonContext } from './reasons/reason.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { type ShownPlaces, shownPlaces } from './shown-places.ts';
import { subjectName } from './subject-name.ts';
import { MARKS, type Words, words } from './words.ts';
import { type Piece, wrap } from './wrap.ts';

interface Details {
  readonly context: ReportContext;
  readonly colors: Colors;
  readonly ruleOf: (id: string) => Rule;
  readonly placeText: ShownPlaces;
  /** What people call a field whose column is absent. */
  readonly headingOf: (field: string) => string;
  readonly reasonContext: ReasonContext;
}

/** Whether the reasons of a subject belong in the report for people: whatever is not a plain pass. */
const needsReasons = (subject: Subject): boolean =>
  subject.verdict !== 'pass' || subject.findings.some(({ result }) => result !== 'pass');

/** What the grid has no column for, and what is not a pass. */
const isListed = (finding: Finding, rule: Rule): boolean =>
  finding.result !== 'pass' || !rule.scopes.includes('street');

/** A witness on one line where it fits, else its place on a line of its own. */
const witnessEntry = (
  witness: Witness,
  which: WitnessList,
  text: Words,
  { context: { width }, placeText, headingOf }: Details,
): string[] => {
  const unit = witnessUnit(witness);
  const facts = [unit, witnessCell(witness, which, text, headingOf)].filter((part) => part !== '').join(text.separator);
  const where: Piece = witness.place === null ? text.noPlace : { solid: placeText(witness.place) };
  const whole = wrap([where, text.separator, facts], width, '      ');
  return whole.length === 1 ? whole : [...wrap(where, width, '      '), ...wrap(facts, width, '        ')];
};

function* witnessLines(finding: Finding, which: WitnessList, details: Details): Iterable<string> {
  const { context, colors } = details;
  const text = words[context.language];
  const { [which]: witnesses, omitted } = finding.witnesses;
  const count = witnesses.length + omitted[which];
  if (count === 0) return;
  yield* wrap(text.counted(text[which], count) + text.colon.trimEnd(), context.width, '    ');
  for (const witness of witnesses) yield* witnessEntry(witness, which, text, details);
  if (omitted[which] > 0) yield* wrap(text.omitted(omitted[which]), context.width, '      ').map(colors.muted);
}

function* findingLines(finding: Finding, rule: Rule, details: Details): Iterable<string> {
  const { context, colors, reasonContext } = details;
  const { language, width } = context;
  const text = words[language];
  const mark = MARKS[finding.result];
  const reason = visible(reasonOf(plainFinding(finding), rule, language, reasonContext));
  const [first = '', ...rest] = wrap(`${mark} ${reason}`, width, '  ', '    ');
  yield first.replace(mark, colors[finding.result]);
  yield* rest;
  if (finding.result === 'fail' && rule.remedy !== undefined)
    yield* wrap(`${text.remedy}${text.colon}${visible(rule.remedy[language])}`, width, '    ');
  yield* witnessLines(finding, 'failing', details);
  yield* witnessLines(finding, 'unknown', details);
}

/** Why a subject is not a plain pass: each finding with its reason, what is missing and where it stands. */
function* subjectDetails(subject: Subject, details: Details): Iterable<string> {
  const listed = byWeight(subject.findings).filter((finding) => isListed(finding, details.ruleOf(finding.rule)));
  if (!needsReasons(subject) && listed.length === 0) return;
  const { language, width } = details.context;
  const text = words[language];
  const title = [
    `${MARKS[subject.verdict]} ${subjectName(subject, text)}${text.colon}${text.results[subject.verdict]}`,
    ...(subject.code === null ? [] : [plain(subject.code)]),
    ...(subject.scope === 'district' ? [text.doesNotDecide] : []),
    ...(subject.verdictWithoutVetoes === subject.verdict
      ? []
      : [text.withoutVetoes(text.results[subject.verdictWithoutVetoes])]),
  ].join(text.separator);
  yield '';
  yield* wrap(title, width, '', '  ').map((line) => details.colors.strong(details.colors[subject.verdict](line)));
  for (const finding of listed) yield* findingLines(finding, details.ruleOf(finding.rule), details);
}

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
  for (const subject of assessment.subjects) {
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
