import Table from 'cli-table3';

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

/** Rows of cells, each cell already broken into lines that fit, set in columns of the given widths. */
export const setInColumns = (
  rows: readonly (readonly (readonly string[])[])[],
  widths: readonly number[],
  gap: number,
): string => {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: ' '.repeat(gap) },
    colWidths: [...widths],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  table.push(...rows.map((row) => row.map((lines) => lines.join('\n'))));
  return `${table.toString().replace(/ +$/gmu, '')}\n`;
};
