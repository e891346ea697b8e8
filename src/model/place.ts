/**
 * Where a cell begins. `path` is relative to the folder given (or the base name of the file given), always
 * with `/`; `line` and `column` count from 1, the column in UTF-16 units, the opening quote included. In a spreadsheet
 * `path` ends in `#` and the name of the sheet, line and column are row and column of the cell, and `cell` is its name.
 */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** As the spreadsheet names it: `F18`. */
  readonly cell?: string;
  /** Of a CSV file: the cell in which a spreadsheet shows it. Absent where that is not sure. */
  readonly sheetCell?: string;
}

/** Where in its file: `line:column`, of CSV with the cell a spreadsheet shows, or `F18` of a cell of a spreadsheet. */
export const spotText = ({ line, column, cell, sheetCell }: Omit<Place, 'path'>): string =>
  cell ?? (sheetCell === undefined ? `${line}:${column}` : `${line}:${column} ${sheetCell}`);

/** `file:line:column K4`, up to the space as editors and terminals take it, or `book.xlsx#sheet!F18`. */
export const placeText = (place: Place): string =>
  `${place.path}${place.cell === undefined ? ':' : '!'}${spotText(place)}`;

/** The file of a path that ends in `#` and the name of a sheet; file names with `#` of their own end in .xlsx or .xlsm. */
const workbookOf = (path: string): string =>
  /^(.*?\.xls[xm])(?:#.*)?$/isu.exec(path)?.[1] ?? path.replace(/#.*$/su, '');

/** The file in which a place is. */
export const fileOf = ({ path, cell }: Pick<Place, 'path' | 'cell'>): string =>
  cell === undefined ? path : workbookOf(path);

/** Where an input begins as it is shown. */
export const startOf = ({ shown, encoding }: { readonly shown: string; readonly encoding: string }): Place => {
  const start = { path: shown, line: 1, column: 1 };
  return encoding === 'xlsx' ? { ...start, cell: 'A1' } : start;
};

/** The path of standard input, which is no file; a file of that name is given as `./-`. */
export const STANDARD_INPUT = '-';
