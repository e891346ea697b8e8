import { lastWhere } from '../model/numbers.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { CsvFile } from './csv-file.ts';
import { findHead } from './csv-table.ts';
import { decode } from './encoding.ts';
import { isYaml, type OpenInput } from './open-inputs.ts';
import type { SheetCells } from './open-table.ts';

const csvCells = (csv: CsvFile): SheetCells => {
  let count = 0;
  return {
    isCsv: true,
    merges: [],
    async *rows() {
      for await (const { first, rows } of csv.batches()) {
        for (const [at, texts] of rows.entries()) {
          const cells = texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, kind: 'text' as const }]));
          if (cells.length > 0) yield { row: first + at, cells };
        }
        count = first + rows.length;
      }
    },
    find: ({ line, column }) => {
      const row = Math.max(
        0,
        lastWhere(count, (at) => (csv.locate(at)[0]?.line ?? 0) <= line),
      );
      const cells = csv.locate(row);
      const nth = cells.findLastIndex((cell) => cell.line < line || (cell.line === line && cell.column <= column));
      return { row, column: Math.max(0, nth) };
    },
  };
};

/** Reads an input again as the cells that stand in it; null for what cannot be read to its end. */
export const readSheetCells = async (
  { path, encoding, source, table }: OpenInput,
  ruleset: Ruleset,
  asked: string | null,
): Promise<SheetCells | 'yaml' | null> => {
  if (encoding === 'xlsx') {
    const { readSheetAgain } = await import('./xlsx/open-xlsx.ts');
    return readSheetAgain(source, path);
  }
  const decoded = decode(source, source.survey().isUtf8, asked);
  if (!('source' in decoded)) return null;
  const head = decoded.decode(decoded.source.read(decoded.start, 4096));
  if (isYaml({ file: path === '-' ? null : path }, () => head)) return 'yaml';
  const { delimiter, other, wide } = findHead(decoded, ruleset);
  const csv = new CsvFile(decoded, delimiter);
  if (other !== undefined || (table === null && wide !== null)) return null;
  for await (const _ of csv.batches());
  return csv.endless(0) === undefined ? csvCells(csv) : null;
};
