import { SEVERITIES } from '../diagnostics/diagnostics.ts';
import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import { type Colors, colorsFor } from './colors.ts';
import { diagnosticList } from './diagnostic-list.ts';
import type { WitnessList } from './findings.ts';
import { grid, legend } from './grid.ts';
import { headline } from './headline.ts';
import { subjectName } from './names.ts';
import { visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { joined, type Teller, tellerOf } from './teller.ts';
import { MARKS, type Words } from './words.ts';
import { type Piece, wrap } from './wrap.ts';

/** What all lines are made with. */
interface Tools {
  readonly width: number;
  readonly colors: Colors;
  readonly teller: Teller;
}

/** What is said of a record on one line with its place where it fits, else the place on a line of its own. */
export const placedLines = (
  where: string | null,
  facts: readonly string[],
  words: Words,
  width: number,
  indent: string,
): string[] => {
  const told = joined(facts, words.separator);
  const place: Piece = where === null ? words.noPlace : { solid: where };
  const whole = wrap([place, words.separator, told], width, indent);
  return whole.length === 1 ? whole : [...wrap(place, width, indent), ...wrap(told, width, `${indent}  `)];
};

function* evidenceLines(finding: Finding, which: WitnessList, tools: Tools): Iterable<string> {
  const { width, colors, teller } = tools;
  const { words } = teller;
  const listed = teller.evidenceIn(finding, which);
  const omitted = finding.witnesses.omitted[which];
  const count = listed.length + omitted;
  if (count === 0) return;
  yield* wrap(words.counted(words[which], count) + words.colon.trimEnd(), width, '    ');
  for (const { where, unit, cell } of listed) yield* placedLines(where, [unit, cell], words, width, '      ');
  if (omitted > 0) yield* wrap(words.omitted(omitted), width, '      ').map(colors.muted);
}

function* findingLines(finding: Finding, tools: Tools): Iterable<string> {
  const { width, colors, teller } = tools;
  const { words } = teller;
  const mark = MARKS[finding.result];
  const [first = '', ...rest] = wrap(`${mark} ${teller.reasonOf(finding)}`, width, '  ', '    ');
  yield first.replace(mark, colors[finding.result]);
  yield* rest;
  const remedy = teller.remedyOf(finding);
  if (remedy !== null) yield* wrap(words.labelled(words.remedy, remedy), width, '    ');
  yield* evidenceLines(finding, 'failing', tools);
  yield* evidenceLines(finding, 'unknown', tools);
}

/** Why a subject is not a plain pass: each finding with its reason, what is missing and where it stands. */
function* subjectLines(subject: Subject, tools: Tools): Iterable<string> {
  const { width, colors, teller } = tools;
  const { words } = teller;
  const { verdict } = subject;
  const untold = teller.untoldOf(subject);
  if (verdict === 'pass' && untold.length === 0) return;
  const name = `${MARKS[verdict]} ${words.labelled(subjectName(subject, words), words.results[verdict])}`;
  yield '';
  yield* wrap([name, ...teller.factsOf(subject)].join(words.separator), width, '', '  ').map((line) =>
    colors.strong(colors[verdict](line)),
  );
  for (const finding of untold) yield* findingLines(finding, tools);
}

function* reasonLines({ subjects }: Assessment, tools: Tools): Iterable<string> {
  const { colors, teller } = tools;
  let titled = false;
  for (const subject of subjects)
    for (const line of subjectLines(subject, tools)) {
      if (!titled) yield* ['', colors.strong(teller.words.reasons)];
      titled = true;
      yield line;
    }
}

/** What was read: each input with its table, encoding and counts. */
function* inputLines({ inputs }: Assessment, { width, colors, teller }: Tools): Iterable<string> {
  const { words } = teller;
  if (inputs.length === 0) return;
  yield* ['', colors.strong(words.counted(words.inputs, inputs.length))];
  for (const input of inputs) {
    yield* wrap([{ solid: visible(input.shown) }, words.separator, teller.inputFacts(input)], width, '  ', '    ');
  }
}

function* linesAfterGrid(assessment: Assessment, context: ReportContext, tools: Tools): Iterable<string> {
  const { width, colors, teller } = tools;
  if (assessment.verdict !== null) {
    yield '';
    for (const line of legend(assessment, teller.words)) yield* wrap(line, width).map(colors.muted);
    yield* reasonLines(assessment, tools);
  }
  for (const severity of SEVERITIES)
    yield* diagnosticList(assessment.diagnostics, severity, context, teller.placeText, colors);
  yield* inputLines(assessment, tools);
}

/**
 * The report for people: the answer, a grid of subjects and rules, the reasons, the diagnostics, the inputs.
 * Quiet: the answer and the errors alone.
 */
export const tableReporter: Reporter = function* (assessment, context) {
  const { width, language, quiet, color = false } = context;
  const tools = { width, colors: colorsFor(color), teller: tellerOf(assessment, language) };
  const { colors, teller } = tools;
  for (const line of headline(assessment, context, colors)) yield `${line}\n`;
  if (!quiet && assessment.verdict !== null) {
    yield '\n';
    yield* grid(assessment, context, colors);
  }
  const lines = quiet
    ? diagnosticList(assessment.diagnostics, 'error', context, teller.placeText, colors)
    : linesAfterGrid(assessment, context, tools);
  for (const line of lines) yield `${line}\n`;
};
