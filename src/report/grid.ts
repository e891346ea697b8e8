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
import { placesOf } from '../model/share.ts';
import { longest, widthOf } from '../model/width.ts';
import type { Colors } from './colors.ts';
import { partialCount, shareFigures } from './findings.ts';
import { judgedRules, subjectName } from './names.ts';
import { plain } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { MARKS, reportWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** Widths of columns set side by side with a gap. */
interface Columns {
  readonly widths: readonly number[];
  readonly gap: number;
}

/**
 * Columns grown from their least widths by each list of wishes in turn, from left to right: a wish that does not fit
 * in `width` any more is passed over, but the first column, a name, takes what there is. Two columns of gap where
 * there is room for them.
 */
const fitColumns = (least: readonly number[], wishes: readonly (readonly number[])[], width: number): Columns => {
  const widths = [...least];
  let left = width - sum(least) - (least.length - 1);
  for (const wish of wishes)
    for (const [index, wanted] of wish.entries()) {
      const missing = Math.max(0, wanted - widths[index]!);
      const growth = missing <= left ? missing : index === 0 ? left : 0;
      widths[index]! += growth;
      left -= growth;
    }
  return { widths, gap: left >= least.length - 1 ? 2 : 1 };
};

/** Cuts columns into blocks that fit in `width` at their least widths, each beside the `fixed` columns. */
const blocksOf = (least: readonly number[], fixed: readonly number[], width: number): number[][] => {
  const blocks: number[][] = [];
  const taken = sum(fixed) + fixed.length;
  let left = 0;
  for (const [index, columns] of least.entries()) {
    const block = blocks.at(-1);
    if (block !== undefined && columns + 1 <= left) block.push(index);
    else {
      blocks.push([index]);
      left = width - taken + 1;
    }
    left -= columns + 1;
  }
  return blocks.length === 0 ? [[]] : blocks;
};

/** Rules that stand side by side, with the widths of their columns after those of the name and the verdict. */
interface GridBlock {
  readonly rules: readonly number[];
  readonly columns: Columns;
}

const NAME = { least: 12, most: 24 };
const LONGEST_HEADING = 12;

/** `✓ 23/23` over `100.00%`, more decimals where the target has more; a veto is a mark under half a heading. */
const leastWidth = (rule: Rule): number => (rule.kind === 'veto' ? 4 : 5 + placesOf(rule.target));

const longestWord = (heading: string): number => longest(heading.match(/[^\s\u2e80-\uffef]+|[^\s]/gu) ?? []);

/** Shares the width out to the columns by what `rows` and the headings need, `subject` that of the names; what does not fit side by side makes further blocks. */
const gridBlocks = (
  rows: readonly GridRow[],
  subject: string,
  rules: readonly Rule[],
  headings: readonly string[],
  verdict: { readonly words: number; readonly marked: number },
  width: number,
): GridBlock[] => {
  const nameWidth = Math.max(longestWord(subject), longest(rows.flatMap(({ name }) => name)));
  const fixed = [Math.min(nameWidth, NAME.least), verdict.words];
  const least = rules.map(leastWidth);
  const cellsOf = (index: number) => rows.map((row) => row.cells[index]!.cell);
  return blocksOf(least, fixed, width).map((indices) => {
    const wish = (wanted: (index: number) => number) => [0, 0, ...indices.map(wanted)];
    const wishes = [
      wish((index) => longestWord(headings[index]!)),
      wish((index) => longest(cellsOf(index).flatMap(({ tight }) => tight))),
      [0, verdict.marked],
      wish((index) => Math.min(widthOf(headings[index]!), LONGEST_HEADING)),
      [Math.min(nameWidth, NAME.most)],
      wish((index) => longest(cellsOf(index).flatMap(({ roomy }) => roomy))),
    ];
    return {
      rules: indices,
      columns: fitColumns([...fixed, ...indices.map((index) => least[index]!)], wishes, width),
    };
  });
};

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

const BORDERS =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid';
const NO_BORDERS = Object.fromEntries(BORDERS.split(' ').map((part) => [part, '']));

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
