import { parse } from 'csv-parse/sync';

const LINE_BREAKS = ['\r\n', '\n', '\r'];

/**
 * The rows of `text`, which holds whole records only; blank lines are rows of one blank cell. Lenient where the
 * office's spreadsheets are (`="440308001002"`, rows of any length): what is wrong is said later, with its place.
 */
export const parseRows = (text: Buffer | string, delimiter: string): string[][] =>
  parse(text, {
    delimiter,
    record_delimiter: LINE_BREAKS,
    relax_column_count: true,
    relax_quotes: true,
  }) as unknown as string[][];
