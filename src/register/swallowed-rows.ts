const LINE_BREAK = /\r\n?|\n/;

/** The cell of a row whose quote took in rows that follow, and how many lines of it are such; undefined where none did. */
export const swallowedRows = (
  cells: readonly string[],
  isRow: (line: string) => boolean,
): { readonly cell: number; readonly rows: number } | undefined => {
  for (const [cell, text] of cells.entries()) {
    if (!LINE_BREAK.test(text)) continue;
    const rows = text.split(LINE_BREAK).slice(1).filter(isRow).length;
    if (rows > 0) return { cell, rows };
  }
  return undefined;
};
