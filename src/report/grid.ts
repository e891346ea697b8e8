import type { Assessment, Result, Subject } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import type { Colors } from './colors.ts';
import { type GridCell, gridCell } from './grid-cell.ts';
import { blocksOf, type Columns, fitColumns } from './grid-columns.ts';
import { setInColumns } from './grid-table.ts';
import { MARKS } from './marks.ts';
import { plain } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { subjectName } from './subject-name.ts';
import { widthOf } from './width.ts';
import { words } from './words.ts';
import { wrap } from './wrap.ts';

/** So many subjects are set at once; the first of them decide the widths of the columns. */
const BATCH = 100;

interface Row {
  readonly name: readonly string[];
  readonly verdict: Result;
  readonly cells: readonly { readonly result: Result | null; readonly cell: GridCell }[];
}

interface Block {
  readonly rules: readonly number[];
  readonly columns: Columns;
}

const longest = (texts: Iterable<string>): number => {
  let most = 0;
  for (const text of texts) most = Math.max(most, widthOf(text));
  return most;
};

const batchesOf = function* <T>(items: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};

/** The answer at one glance: a row per subject, a column per rule that streets are judged by. */
export function* grid(assessment: Assessment, context: ReportContext, colors: Colors): Iterable<string> {
  const { language, width } = context;
  const text = words[language];
  const rules = (assessment.ruleset?.rules ?? []).filter((rule) => rule.scopes.includes('street'));
  const headings = rules.map((rule) => plain(rule.short[language]));
  const verdictOf = (result: Result): string => `${MARKS[result]} ${text.results[result]}`;
  const verdictWidth = longest((Object.keys(MARKS) as Result[]).map(verdictOf));

  const rowOf = (subject: Subject): Row => {
    const findings = new Map(subject.findings.map((finding) => [finding.rule, finding]));
    return {
      name: [
        subjectName(subject, text),
        ...(subject.scope === 'district' ? [text.districtRow] : subject.code !== null ? [plain(subject.code)] : []),
      ],
      verdict: subject.verdict,
      cells: rules.map(({ id }) => ({ result: findings.get(id)?.result ?? null, cell: gridCell(findings.get(id)) })),
    };
  };

  const blocksFor = (rows: readonly Row[]): Block[] => {
    const fixed = [12, verdictWidth];
    const least = rules.map(leastWidth);
    const cellsOf = (index: number) => rows.map((row) => row.cells[index]!.cell);
    return blocksOf(least, fixed, width).map((indices) => ({
      rules: indices,
      columns: fitColumns(
        [...fixed, ...indices.map((index) => least[index]!)],
        [
          [0, 0, ...indices.map((index) => longest(cellsOf(index).flatMap(({ tight }) => tight)))],
          [0, 0, ...indices.map((index) => Math.min(longestWord(headings[index]!), 10))],
          [0, 0, ...indices.map((index) => longest(cellsOf(index).flatMap(({ roomy }) => roomy)))],
          [Math.min(longest(rows.flatMap(({ name }) => name)), 40)],
          [0, 0, ...indices.map((index) => Math.min(widthOf(headings[index]!), 16))],
        ],
        width,
      ),
    }));
  };

  const headOf = ({ rules: indices, columns: { widths, gap } }: Block): string => {
    const cells = [text.subject, text.verdict, ...indices.map((index) => headings[index]!)];
    const wrapped = cells.map((cell, index) => wrap(cell, widths[index]!).map(colors.strong));
    return `${setInColumns([wrapped], widths, gap)}${'─'.repeat(Math.min(width, longestLine(widths, gap)))}\n`;
  };

  const setRow = ({ rules: indices, columns: { widths } }: Block, row: Row): string[][] => [
    row.name.flatMap((line) => wrap(line, widths[0]!)),
    [colors[row.verdict](verdictOf(row.verdict))],
    ...indices.map((index, position) => {
      const { result, cell } = row.cells[index]!;
      const columns = widths[position + 2]!;
      const lines = longest(cell.roomy) <= columns ? cell.roomy : cell.tight;
      return lines.flatMap((line) => wrap(line, columns)).map(result === null ? String : colors[result]);
    }),
  ];

  let blocks: Block[] | undefined;
  for (const batch of batchesOf(assessment.subjects())) {
    const rows = batch.map(rowOf);
    const isFirst = blocks === undefined;
    blocks ??= blocksFor(rows);
    for (const block of blocks) {
      if (isFirst || blocks.length > 1) yield headOf(block);
      yield setInColumns(
        rows.map((row) => setRow(block, row)),
        block.columns.widths,
        block.columns.gap,
      );
    }
  }
}

const longestLine = (widths: readonly number[], gap: number): number =>
  widths.reduce((total, next) => total + next, gap * (widths.length - 1));

const longestWord = (heading: string): number => longest(heading.match(/[^\s\u2e80-\uffef]+|[^\s]/gu) ?? []);

/** `✓ 23/23` over `100.00%`; more decimals where the target has more. A veto is a mark under half a heading. */
const leastWidth = (rule: Rule): number =>
  rule.kind === 'veto' ? 4 : Math.max(7, 5 + (rule.atLeast.split('.')[1]?.length ?? 0));
