import { SEVERITIES } from '../diagnostics/diagnostics.ts';
import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';
import { diagnosticGroups, elsewhere } from './diagnostic-list.ts';
import type { WitnessList } from './findings.ts';
import { gridRow, legend } from './grid.ts';
import { wideHeadline } from './headline.ts';
import { judgedRules, subjectName } from './names.ts';
import { visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { type Teller, tellerOf } from './teller.ts';
import { MARKS } from './words.ts';

/** Nothing to see, but it parts what GitHub would join to a mention, an issue, a link or an emoji after rendering. */
const GAP = '<!-- -->';

const PUNCTUATION = /[\\`*_[\]<>|~&#]/g;
/** Math is found before escapes are read. */
const DOLLAR = /\$/g;
/** `@name`, `#1`, `GH-1`, `https://`, `www.`, `:smile:`. */
const JOINED = /@(?=[\p{L}\p{N}_-])|#(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)|:(?=[\w+-]+:)/giu;
/** What would begin a list or an underline of a heading. */
const BEGINNING = /^(?=[-+=])|(?<=^\d+)(?=[.)](?:\s|$))/;

/**
 * Text that shows as it is wherever it stands in a line of GitHub-flavoured Markdown, in tables, too; hidden
 * characters are shown as `<U+202E>`.
 */
export const md = (text: string): string => {
  const shown = visible(text);
  const spaces = /^ */.exec(shown)![0].length;
  const escaped = shown
    .slice(spaces)
    .replace(JOINED, `$&\0`)
    .replace(PUNCTUATION, '\\$&')
    .replace(BEGINNING, '\\')
    .replace(DOLLAR, '&#36;')
    .replaceAll('\0', GAP);
  return '&#32;'.repeat(spaces) + escaped;
};

/** A code span, for what has to be copied exactly, such as a place; not in tables. */
export const code = (text: string): string => {
  const shown = visible(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
};

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The answer at one glance: a row per subject, a column per rule that subjects are judged by. */
function* gridLines({ ruleset, subjects }: Assessment, { language, words }: Teller): Iterable<string> {
  const rules = judgedRules(ruleset);
  const headings = [words.subject, words.verdict, ...rules.map(({ short }) => short[language])];
  yield tableRow(headings.map(md));
  yield tableRow(headings.map(() => '---'));
  for (const subject of subjects) {
    const { name, verdict, cells } = gridRow(subject, rules, words);
    yield tableRow([
      md(name.join(' ')),
      `${MARKS[verdict]} ${words.results[verdict]}`,
      ...cells.map(({ cell }) => md(cell.roomy.join(' '))),
    ]);
  }
}

function* witnessItems(finding: Finding, which: WitnessList, teller: Teller): Iterable<string> {
  const { words } = teller;
  const listed = teller.evidenceIn(finding, which);
  const omitted = finding.witnesses.omitted[which];
  const count = listed.length + omitted;
  if (count === 0) return;
  yield `  - ${md(words.counted(words[which], count) + words.colon.trimEnd())}`;
  for (const { where, unit, cell } of listed) {
    const facts = [unit, cell].filter((fact) => fact !== '').map(md);
    yield `    - ${[where === null ? md(words.noPlace) : code(where), ...facts].join(' ')}`;
  }
  if (omitted > 0) yield `    - ${md(words.omitted(omitted))}`;
}

function* findingItems(finding: Finding, teller: Teller): Iterable<string> {
  const { words } = teller;
  yield `- ${MARKS[finding.result]} ${md(teller.reasonOf(finding))}`;
  const remedy = teller.remedyOf(finding);
  if (remedy !== null) yield `  - ${md(words.labelled(words.remedy, remedy))}`;
  yield* witnessItems(finding, 'failing', teller);
  yield* witnessItems(finding, 'unknown', teller);
}

/** Why a subject is not a plain pass: a section with its findings, their clauses, remedies and records. */
function* subjectSection(subject: Subject, teller: Teller): Iterable<string> {
  const { words } = teller;
  const untold = teller.untoldOf(subject);
  if (subject.verdict === 'pass' && untold.length === 0) return;
  const facts = teller.factsOf(subject);
  const title = words.labelled(subjectName(subject, words), words.results[subject.verdict]);
  yield* ['', `### ${MARKS[subject.verdict]} ${md(title)}`];
  if (facts.length > 0) yield* ['', md(facts.join(words.comma))];
  if (untold.length > 0) yield '';
  for (const finding of untold) yield* findingItems(finding, teller);
}

function* reasonLines({ subjects }: Assessment, teller: Teller): Iterable<string> {
  let titled = false;
  for (const subject of subjects)
    for (const line of subjectSection(subject, teller)) {
      if (!titled) yield* ['', `## ${md(teller.words.reasons)}`];
      titled = true;
      yield line;
    }
}

function* diagnosticItems(
  { diagnostics }: Assessment,
  severity: Severity,
  { notes }: ReportContext,
  teller: Teller,
): Iterable<string> {
  const { words, placeText } = teller;
  const listed = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  if (listed.length === 0) return;
  if (severity === 'note' && !notes) {
    yield* ['', md(words.notesFolded(listed.length))];
    return;
  }
  const groups = diagnosticGroups(listed);
  yield* ['', `## ${md(words.gathered(words.severities[severity], listed.length, groups.length))}`, ''];
  for (const group of groups) {
    const { first } = group;
    const found = teller.foundOf(first);
    const where = first.place === null ? [] : [code(placeText(first.place))];
    yield `- ${[...where, code(first.code), ...(found === null ? [] : [md(found)])].join(' ')}`;
    yield `  - ${md(teller.messageOf(first))}`;
    for (const other of first.related) yield `  - ${md(words.related + words.colon)} ${code(placeText(other))}`;
    const others = elsewhere(group, words, placeText);
    if (others !== '') yield `  - ${md(others)}`;
  }
}

function* inputItems({ inputs }: Assessment, teller: Teller): Iterable<string> {
  const { words } = teller;
  if (inputs.length === 0) return;
  yield* ['', `## ${md(words.counted(words.inputs, inputs.length))}`, ''];
  for (const input of inputs) yield `- ${code(input.shown)} ${md(teller.inputFacts(input))}`;
}

function* lines(assessment: Assessment, context: ReportContext): Iterable<string> {
  const { verdict, command } = assessment;
  const teller = tellerOf(assessment, context.language);
  const [title = '', ...facts] = wideHeadline(assessment, context);
  yield* [`# ${md(title)}`, ''];
  for (const fact of facts) yield `- ${md(fact.trim())}`;
  if (context.quiet) {
    yield* diagnosticItems(assessment, 'error', context, teller);
    return;
  }
  if (command === 'assess' && verdict !== null) {
    yield '';
    yield* gridLines(assessment, teller);
    for (const line of legend(assessment, teller.words)) yield* ['', md(line)];
    yield* reasonLines(assessment, teller);
  }
  for (const severity of SEVERITIES) yield* diagnosticItems(assessment, severity, context, teller);
  yield* inputItems(assessment, teller);
}

/** GitHub-flavoured Markdown: the answer, the grid, a section per subject that is no plain pass, the diagnostics. */
export const markdownReporter: Reporter = function* (assessment, context) {
  for (const line of lines(assessment, context)) yield `${line}\n`;
};
