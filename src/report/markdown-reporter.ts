import { messageOf } from '../diagnostics/message.ts';
import type { Assessment, Finding, Subject, Witness } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Language } from '../model/text.ts';
import { byWeight } from './by-weight.ts';
import { colorsFor } from './colors.ts';
import { diagnosticGroups, elsewhere } from './diagnostic-list.ts';
import { type FindingTeller, findingTeller, type WitnessList, witnessCell, witnessUnit } from './finding-teller.ts';
import { legend } from './grid.ts';
import { gridRow } from './grid-row.ts';
import { headline } from './headline.ts';
import { inputFacts } from './input-list.ts';
import { headingLookup } from './lookups.ts';
import { plain, plainDiagnostic, visible } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { type ShownPlaces, shownPlaces } from './shown-places.ts';
import { subjectName } from './subject-name.ts';
import { MARKS, type Words, words } from './words.ts';

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

/** The answer at one glance: a row per subject, a column per rule that streets are judged by. */
export function* markdownGrid(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const text = words[language];
  const rules = (assessment.ruleset?.rules ?? []).filter(({ scopes }) => scopes.includes('street'));
  const headings = [text.subject, text.verdict, ...rules.map(({ short }) => short[language])];
  yield tableRow(headings.map(md));
  yield tableRow(headings.map(() => '---'));
  for (const subject of assessment.subjects) {
    const { name, verdict, cells } = gridRow(subject, rules, text);
    yield tableRow([
      md(name.join(' ')),
      `${MARKS[verdict]} ${text.results[verdict]}`,
      ...cells.map(({ cell }) => md(cell.roomy.join(' '))),
    ]);
  }
}

/** What the sections of all subjects share. */
export interface SectionTools {
  readonly language: Language;
  readonly teller: FindingTeller;
  readonly placeText: ShownPlaces;
  readonly headingOf: (field: string) => string;
}

const witnessItem = (witness: Witness, which: WitnessList, text: Words, tools: SectionTools): string => {
  const where = witness.place === null ? md(text.noPlace) : code(tools.placeText(witness.place));
  const facts = [witnessUnit(witness), witnessCell(witness, which, text, tools.headingOf)];
  return [where, ...facts.filter((fact) => fact !== '').map(md)].join(' ');
};

function* witnessItems(finding: Finding, which: WitnessList, tools: SectionTools): Iterable<string> {
  const text = words[tools.language];
  const { [which]: witnesses, omitted } = finding.witnesses;
  const count = witnesses.length + omitted[which];
  if (count === 0) return;
  yield `  - ${md(text.counted(text[which], count) + text.colon.trimEnd())}`;
  for (const witness of witnesses) yield `    - ${witnessItem(witness, which, text, tools)}`;
  if (omitted[which] > 0) yield `    - ${md(text.omitted(omitted[which]))}`;
}

function* findingItems(finding: Finding, tools: SectionTools): Iterable<string> {
  const { language, teller } = tools;
  const text = words[language];
  yield `- ${MARKS[finding.result]} ${md(teller.reasonOf(finding))}`;
  const remedy = teller.remedyOf(finding);
  if (remedy !== null) yield `  - ${md(`${text.remedy}${text.colon}${remedy}`)}`;
  yield* witnessItems(finding, 'failing', tools);
  yield* witnessItems(finding, 'unknown', tools);
}

/** What the grid has no column for, and what is not a pass. */
const isListed = (finding: Finding, { ruleOf }: FindingTeller): boolean =>
  finding.result !== 'pass' || !ruleOf(finding).scopes.includes('street');

/** Why a subject is not a plain pass: a section with its findings, their clauses, remedies and records. */
export function* markdownSubject(subject: Subject, tools: SectionTools): Iterable<string> {
  const listed = byWeight(subject.findings).filter((finding) => isListed(finding, tools.teller));
  if (subject.verdict === 'pass' && listed.length === 0) return;
  const text = words[tools.language];
  const facts = [
    ...(subject.code === null ? [] : [plain(subject.code)]),
    ...(subject.scope === 'district' ? [text.doesNotDecide] : []),
    ...(subject.verdictWithoutVetoes === subject.verdict
      ? []
      : [text.withoutVetoes(text.results[subject.verdictWithoutVetoes])]),
  ];
  yield '';
  yield `### ${MARKS[subject.verdict]} ${md(subjectName(subject, text) + text.colon + text.results[subject.verdict])}`;
  if (facts.length > 0) yield* ['', md(facts.join(text.comma))];
  if (listed.length > 0) yield '';
  for (const finding of listed) yield* findingItems(finding, tools);
}

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
  for (const subject of assessment.subjects)
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
