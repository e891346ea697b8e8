import { extname } from 'node:path';
import { UsageError } from './errors.ts';
import type { Words } from './words.ts';

/** What the extension of an output says it is; of a report that ends otherwise nothing is known. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.xml': 'junit',
  '.sarif': 'sarif',
  '.txt': 'table',
};

/** Files that other programs open by their extension, and that no report is. */
const FOREIGN = new Set(
  '.pdf .doc .docx .wps .odt .rtf .ppt .pptx .xls .xlsm .et .ods .tsv .yaml .yml .png .jpg .zip'.split(' '),
);

/**
 * The format that the extension of a file says; null where it says none. Throws where it says one that cannot be
 * written: a table in a file named .pdf is opened by nothing.
 */
export const formatOfOutput = (output: string, formats: readonly string[], usage: Words['usage']): string | null => {
  const extension = extname(output).toLowerCase();
  const format = /\.sarif\.json$/i.test(output) ? 'sarif' : BY_EXTENSION[extension];
  if (format !== undefined && formats.includes(format)) return format;
  if (format === undefined && !FOREIGN.has(extension)) return null;
  throw new UsageError(usage.noSuchReport(output, formats));
};
