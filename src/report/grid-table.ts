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
