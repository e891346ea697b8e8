import { sheetReader } from './read-sheet.ts';

/**
 * Reads cells back from the raw bytes by line and column. Shares nothing with the code that reads submissions: its own
 * decoding, its own walk over lines, its own idea of quotes.
 */
interface FoundCell {
  readonly text: string;
  /** The heading above it, or the key before it. */
  readonly heading: string | null;
  /** What else stands in its record. */
  readonly record: readonly string[];
}

export type ReadPlace = (line: number, column: number) => FoundCell;

const decodeBytes = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

interface GridCell {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Every cell of a CSV text; one pass over its UTF-16 units. */
const grid = (text: string, delimiter: string): GridCell[][] => {
  const rows: GridCell[][] = [[]];
  let [line, lineStart, cellStart, cellLine, cellColumn] = [1, 0, 0, 1, 1];
  let quoted = text[0] === '"';
  const endCell = (end: number) => {
    const raw = text.slice(cellStart, end);
    const plain = raw.startsWith('"') ? raw.slice(1, -1).replace(/""/g, '"') : raw;
    rows.at(-1)!.push({ line: cellLine, column: cellColumn, text: plain });
  };
  const startCell = (at: number) => {
    [cellStart, cellLine, cellColumn] = [at, line, at - lineStart + 1];
    quoted = text[at] === '"';
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    const isBreak = unit === '\n' || (unit === '\r' && text[at + 1] !== '\n');
    if (quoted) {
      if (unit === '"' && at > cellStart) {
        if (text[at + 1] === '"') at++;
        else quoted = false;
      }
      if (!isBreak) continue;
      line++;
      lineStart = at + 1;
    } else if (unit === delimiter) {
      endCell(at);
      startCell(at + 1);
    } else if (isBreak) {
      endCell(text[at - 1] === '\r' && unit === '\n' ? at - 1 : at);
      line++;
      lineStart = at + 1;
      startCell(at + 1);
      rows.push([]);
    }
  }
  if (cellStart < text.length || rows.at(-1)!.length > 0) endCell(text.length);
  return rows;
};

/** `headings` are those of the table; the row that holds most of them is its head. */
const csvReader = (text: string, delimiter: string): ReadPlace => {
  const rows = grid(text, delimiter);
  const filled = (row: readonly GridCell[]) => row.filter((cell) => cell.text.trim() !== '').length;
  const head = rows.find((row) => filled(row) > 1) ?? [];
  return (line, column) => {
    for (const row of rows) {
      const at = row.findIndex((cell) => cell.line === line && cell.column === column);
      if (at < 0) continue;
      return { text: row[at]!.text, heading: head[at]?.text ?? null, record: row.map((cell) => cell.text) };
    }
    throw new Error(`no cell begins at ${line}:${column}`);
  };
};

const SCALAR = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\n,{}[\]]*)/;

const scalarAt = (rest: string): string => {
  const raw = SCALAR.exec(rest)![0].trim();
  if (raw.startsWith('"')) return JSON.parse(raw);
  if (raw.startsWith("'")) return raw.slice(1, -1).replace(/''/g, "'");
  return raw === '~' || raw === 'null' ? '' : raw;
};

/** A block or flow mapping with one key to a line; a place is that of a value, or of the record's first key. */
const yamlReader = (text: string): ReadPlace => {
  const lines = text.split(/\r?\n/);
  const key = (line: string) => /^[\s-]*(?:"([^"]*)"|([^\s"{}[\]]+?)):(?=\s|$)/.exec(line);
  return (line, column) => {
    const own = lines[line - 1];
    if (own === undefined || column > own.length + 1) throw new Error(`nothing stands at ${line}:${column}`);
    const found = key(own);
    if (!found) throw new Error(`no key in line ${line}`);
    const valueAt = found[0].length + (own.slice(found[0].length).match(/^\s*/)?.[0].length ?? 0) + 1;
    if (column !== valueAt && column <= found[0].length) throw new Error(`${line}:${column} is no value`);
    const record: string[] = [];
    for (let at = line - 1; at >= 0; at--) {
      const other = key(lines[at]!);
      if (other) record.push(scalarAt(lines[at]!.slice(other[0].length).trimStart()));
      if (/^\s*(?:-|\{)/.test(lines[at]!)) break;
    }
    for (const below of lines.slice(line)) {
      if (/^\s*(?:-|\{|\})/.test(below)) break;
      const other = key(below);
      if (other) record.push(scalarAt(below.slice(other[0].length).trimStart()));
    }
    return { text: scalarAt(own.slice(column - 1)), heading: found[1] ?? found[2] ?? null, record };
  };
};

/** What stands in a file; the delimiter only of a CSV file. */
export const readPlaces = (name: string, bytes: Uint8Array, delimiter = ','): ReadPlace => {
  const sheet = /\.xlsx#(.*)$/.exec(name)?.[1];
  if (sheet !== undefined) return sheetReader(bytes, sheet);
  const text = decodeBytes(bytes);
  return name.endsWith('.csv') ? csvReader(text, delimiter) : yamlReader(text);
};
