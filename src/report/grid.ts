import Table from 'cli-table3';
import {
  type Assessment,
  type Finding,
  RESULTS,
  type Result,
  type ShareFinding,
  type Subject,
} from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { longest } from '../model/width.ts';
import type { Colors } from './colors.ts';
import { partialCount, shareFigures } from './findings.ts';
import { type GridBlock, gridBlocks } from './grid-columns.ts';
import { judgedRules, subjectName } from './names.ts';
import { plain } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { MARKS, reportWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

/** The lines of a finding in the grid: as they are wanted, and in few columns. */
interface GridCell {
  readonly roomy: readonly string[];
  readonly tight: readonly string[];
}

const EMPTY: GridCell = { roomy: [], tight: [] };
const same = (...lines: string[]): GridCell => ({ roomy: lines, tight: lines });

const shareCell = (finding: ShareFinding, mark: string): GridCell => {
  const figures = shareFigures(finding);
  if (figures === null) return same(`${mark} ${partialCount(finding)}`.trimEnd());
  const { met, best, of, least, most } = figures;
  if (best === met) return same(`${mark} ${met}/${of}`, `${least}%`);
  return {
    roomy: [`${mark} ${met}~${best}/${of}`, `${least}~${most}%`],
    tight: [`${mark} ${met}/${of}`, `+${best - met}?`],
  };
};

/** One field of the grid: mark, met/of and percentage of a share; the mark of a veto; nothing for a rule not asked. */
const gridCell = (finding: Finding | undefined): GridCell => {
  if (finding === undefined) return EMPTY;
  const mark = MARKS[finding.result] + (finding.obligation === 'advisory' ? '*' : '');
  if (finding.reason === 'rule.not-in-force' || finding.kind === 'veto') return same(mark);
  return shareCell(finding, mark);
};

/** One subject in the grid. */
export interface GridRow {
  /** Its name over its code; what is pooled says that it is the whole. */
  readonly name: readonly string[];
  readonly verdict: Result;
  /** One for each rule of the grid; no result where the rule is not asked of the subject. */
  readonly cells: readonly { readonly result: Result | null; readonly cell: GridCell }[];
}

export const gridRow = (subject: Subject, rules: readonly Rule[], words: Words): GridRow => {
  const findings = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const under =
    subject.scope !== words.level ? words.pooledRow(subject.scope) : subject.name === null ? null : subject.code;
  return {
    name: [subjectName(subject, words), ...(under === null ? [] : [plain(under)])],
    verdict: subject.verdict,
    cells: rules.map(({ id }) => ({ result: findings.get(id)?.result ?? null, cell: gridCell(findings.get(id)) })),
  };
};

/** What the signs of the grid mean. */
export const legend = ({ ruleset }: Assessment, text: Words): string[] => {
  const hasAdvisory = judgedRules(ruleset).some(
    ({ obligation, requiredFrom }) => obligation === 'advisory' || requiredFrom !== undefined,
  );
  return [text.legend, ...(hasAdvisory ? [text.advisoryLegend] : []), ...text.pooled];
};

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};

/** Beyond so many lines a row is set line by line: cli-table3 measures a whole cell again on each of its lines. */
const TALL = 3;

/** A cell already broken into lines that fit, and the colour of each line. */
export interface SetCell {
  readonly lines: readonly string[];
  readonly paint?: (line: string) => string;
}

const byLine = (row: readonly (readonly string[])[], height: number): string[][] =>
  Array.from({ length: height }, (_, line) => row.map((lines) => lines[line] ?? ''));

/** Rows of cells set in columns of the given widths. */
export const setInColumns = (rows: readonly (readonly SetCell[])[], widths: readonly number[], gap: number): string => {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: ' '.repeat(gap) },
    colWidths: [...widths],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  for (const row of rows) {
    const painted = row.map(({ lines, paint }) => (paint === undefined ? lines : lines.map(paint)));
    const height = Math.max(...painted.map((lines) => lines.length));
    table.push(...(height > TALL ? byLine(painted, height) : [painted.map((lines) => lines.join('\n'))]));
  }
  return `${table.toString().replace(/ +$/gmu, '')}\n`;
};

/** So many subjects are set at once; the first of them decide the widths of the columns. */
const BATCH = 100;

/** The answer at one glance: a row per subject, a column per rule that subjects are judged by. */
export function* grid(assessment: Assessment, context: ReportContext, colors: Colors): Iterable<string> {
  const { language, width } = context;
  const text = reportWords(assessment.ruleset)[language];
  const rules = judgedRules(assessment.ruleset);
  const headings = rules.map(({ short }) => plain(short[language]));
  const marked = (result: Result): string => `${MARKS[result]} ${text.results[result]}`;
  const verdictWidths = { words: longest(Object.values(text.results)), marked: longest(RESULTS.map(marked)) };

  const headOf = ({ rules: indices, columns: { widths, gap } }: GridBlock): string => {
    const cells = [text.subject, text.verdict, ...indices.map((index) => headings[index]!)];
    const head = cells.map((cell, column) => ({ lines: wrap(cell, widths[column]!), paint: colors.strong }));
    const total = widths.reduce((sum, next) => sum + next + gap, -gap);
    return `${setInColumns([head], widths, gap)}${'─'.repeat(total)}\n`;
  };

  const setRow = ({ rules: indices, columns: { widths } }: GridBlock, row: GridRow): SetCell[] => [
    { lines: row.name.flatMap((line) => wrap(line, widths[0]!)) },
    {
      lines: [widths[1]! < verdictWidths.marked ? text.results[row.verdict] : marked(row.verdict)],
      paint: colors[row.verdict],
    },
    ...indices.map((index, column): SetCell => {
      const { result, cell } = row.cells[index]!;
      const room = widths[column + 2]!;
      const lines = longest(cell.roomy) <= room ? cell.roomy : cell.tight;
      return { lines: lines.flatMap((line) => wrap(line, room)), ...(result !== null && { paint: colors[result] }) };
    }),
  ];

  let blocks: readonly GridBlock[] | undefined;
  const { subjects } = assessment;
  for (let from = 0; from < subjects.length; from += BATCH) {
    const rows = subjects.slice(from, from + BATCH).map((subject) => gridRow(subject, rules, text));
    blocks ??= gridBlocks(rows, text.subject, rules, headings, verdictWidths, width);
    for (const [index, block] of blocks.entries()) {
      if (index > 0) yield '\n';
      if (from === 0 || blocks.length > 1) yield headOf(block);
      const { widths, gap } = block.columns;
      yield setInColumns(
        rows.map((row) => setRow(block, row)),
        widths,
        gap,
      );
    }
  }
}
