import Table from 'cli-table3';
import { type Assessment, RESULTS, type Result } from '../model/assessment.ts';
import { longest } from '../model/width.ts';
import type { Colors } from './colors.ts';
import { type GridBlock, gridBlocks } from './grid-columns.ts';
import { type GridRow, gridRow } from './grid-row.ts';
import { judgedRules } from './lookups.ts';
import { plain } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { MARKS, reportWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

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

function* batchesOf<T>(items: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

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
  for (const batch of batchesOf(assessment.subjects)) {
    const rows = batch.map((subject) => gridRow(subject, rules, text));
    const isFirst = blocks === undefined;
    blocks ??= gridBlocks(rows, text.subject, rules, headings, verdictWidths, width);
    for (const [index, block] of blocks.entries()) {
      if (index > 0) yield '\n';
      if (isFirst || blocks.length > 1) yield headOf(block);
      const { widths, gap } = block.columns;
      yield setInColumns(
        rows.map((row) => setRow(block, row)),
        widths,
        gap,
      );
    }
  }
}
