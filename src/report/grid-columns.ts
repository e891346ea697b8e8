const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** Widths of columns set side by side with a gap. */
export interface Columns {
  readonly widths: readonly number[];
  readonly gap: number;
}

/**
 * Columns grown from their least widths by each list of wishes in turn, from left to right: a wish that does not fit
 * in `width` any more is passed over, but the first column, a name, takes what there is. Two columns of gap where
 * there is room for them.
 */
export const fitColumns = (
  least: readonly number[],
  wishes: readonly (readonly number[])[],
  width: number,
): Columns => {
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
export const blocksOf = (least: readonly number[], fixed: readonly number[], width: number): number[][] => {
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
