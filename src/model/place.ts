/**
 * Where a cell begins. `path` is relative to the folder given (or the base name of the file given), always
 * with `/`; `line` and `column` count from 1, the column in UTF-16 units, the opening quote included.
 */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The path of standard input, which is no file; a file of that name is given as `./-`. */
export const STANDARD_INPUT = '-';
