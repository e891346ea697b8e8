import type { Rule } from '../model/ruleset.ts';
import { longest, widthOf } from '../model/width.ts';
import { blocksOf, type Columns, fitColumns } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';

/** Rules that stand side by side, with the widths of their columns after those of the name and the verdict. */
export interface GridBlock {
  readonly rules: readonly number[];
  readonly columns: Columns;
}

const NAME = { least: 12, most: 24 };
const LONGEST_HEADING = 12;

/** `✓ 23/23` over `100.00%`, more decimals where the target has more; a veto is a mark under half a heading. */
const leastWidth = (rule: Rule): number =>
  rule.kind === 'veto' ? 4 : Math.max(7, 5 + (rule.atLeast.split('.')[1]?.length ?? 0));

const longestWord = (heading: string): number => longest(heading.match(/[^\s\u2e80-\uffef]+|[^\s]/gu) ?? []);

/** Shares the width out to the columns by what `rows` need; what does not fit side by side makes further blocks. */
export const gridBlocks = (
  rows: readonly GridRow[],
  rules: readonly Rule[],
  headings: readonly string[],
  verdict: { readonly words: number; readonly marked: number },
  width: number,
): GridBlock[] => {
  const nameWidth = longest(rows.flatMap(({ name }) => name));
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
