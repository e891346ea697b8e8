import { plainWidth } from '../model/fold.ts';

/** No code of what is judged or lies around it. */
const FIGURE = /^\d{1,5}$/;
/** Behind the word of the sum or in a cell of its own: 合计（50个）, 共50个小区, 50个. */
const COUNTED = /^(?:[^\d()]{0,8}[计总]数?[:(]?(?:共|为)?|共)?(\d{1,9})个([^\d()]{0,4})\)?$/;

/**
 * How many units a row of sums says that there are: in the cell where a unit has its name, or as 50个 anywhere;
 * undefined where it does not say, or says several. `ending` is what names of such units end in; those of others are
 * counted otherwise.
 */
export const statedUnits = (texts: readonly string[], name: number, ending: string): number | undefined => {
  const found = new Set<number>();
  for (const [cell, raw] of texts.entries()) {
    const text = raw === '' ? '' : plainWidth(raw).replace(/[\s,]/gu, '');
    const counted = COUNTED.exec(text);
    if (counted !== null && ['', '单位', ending].includes(counted[2]!)) found.add(Number(counted[1]));
    else if (cell === name && FIGURE.test(text)) found.add(Number(text));
  }
  const [units] = found;
  return found.size === 1 ? units : undefined;
};
