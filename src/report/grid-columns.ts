import type { Rule } from '../model/ruleset.ts';
import { placesOf } from '../model/share.ts';
import { longest, widthOf } from '../model/width.ts';
import type { GridRow } from './grid.ts';

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
export interface GridBlock {
  readonly rules: readonly number[];
  readonly columns: Columns;
}

const NAME = { least: 12, most: 24 };
const LONGEST_HEADING = 12;

/** `✓ 23/23` over `100.00%`, more decimals where the target has more; a veto is a mark under half a heading. */
const leastWidth = (rule: Rule): number => (rule.kind === 'veto' ? 4 : 5 + placesOf(rule.target));

const longestWord = (heading: string): number => longest(heading.match(/[^\s\u2e80-\uffef]+|[^\s]/gu) ?? []);

/** Shares the width out to the columns by what `rows` and the headings need, `subject` that of the names; what does not fit side by side makes further blocks. */
export const gridBlocks = (
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
