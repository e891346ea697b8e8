import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Source } from '../intake/source.ts';
import { ByteCursor, PartTooLong } from './byte-cursor.ts';
import { SavedReportError } from './saved-report-error.ts';

/** A report as JSON, not yet held against anything. The lists are read anew at each call, element by element. */
export interface ReportParts {
  /** All but the elements of the two lists. */
  readonly head: unknown;
  subjects(): Iterable<unknown>;
  diagnostics(): Iterable<unknown>;
}

/** V8 makes no longer strings, and UTF-8 has at least as many bytes. */
export const STRING_LIMIT = 0x1fffffe8;

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const FIRST_LINES = Buffer.from('{\n "format": "streetcheck-report",\n');
const TO_SUBJECTS = Buffer.from(',\n "subjects": [');
const TO_DIAGNOSTICS = Buffer.from(',\n "diagnostics": [');
const LINE_BREAK = Buffer.from('\n');
const ELEMENT_END = Buffer.from('\n  }');
const COMMA = Buffer.from(',');
const LIST_END = Buffer.from('\n ]');
const NO_ELEMENTS = Buffer.from(']');
const REPORT_END = Buffer.from('\n}\n');

/** Of a list as the JSON reporter writes it; strings hold no line breaks. Returns whether it is laid out so to its end. */
function* elements(cursor: ByteCursor): Generator<Buffer, boolean> {
  if (cursor.pass(NO_ELEMENTS)) return true;
  do {
    const element = cursor.pass(LINE_BREAK) ? cursor.through(ELEMENT_END) : null;
    if (element === null) return false;
    yield element;
  } while (cursor.pass(COMMA));
  return cursor.pass(LIST_END);
}

const passElements = (cursor: ByteCursor): boolean => {
  const walk = elements(cursor);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
};

interface Layout {
  readonly head: Buffer;
  /** Offsets of the first bytes within the brackets. */
  readonly subjects: number;
  readonly diagnostics: number;
}

/** Where the parts of a report lie that stands as it was written; null where it was laid out anew, or is no report. */
const findLayout = (source: Source, start: number): Layout | null => {
  const cursor = new ByteCursor(source, start);
  if (!cursor.pass(FIRST_LINES)) return null;
  const rest = cursor.through(TO_SUBJECTS);
  if (rest === null) return null;
  const head = Buffer.concat([FIRST_LINES, rest.subarray(0, -TO_SUBJECTS.length), REPORT_END]);
  const subjects = cursor.offset;
  if (!passElements(cursor) || !cursor.pass(TO_DIAGNOSTICS)) return null;
  const diagnostics = cursor.offset;
  return passElements(cursor) && cursor.pass(REPORT_END) && cursor.isAtEnd ? { head, subjects, diagnostics } : null;
};

const layoutOf = (source: Source, start: number, path: string): Layout | null => {
  try {
    return findLayout(source, start);
  } catch (error) {
    if (!(error instanceof PartTooLong)) throw error;
    throw new SavedReportError(diagnose('report.subject-too-large', { path, limit: '100 MiB' }));
  }
};

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const parse = (bytes: Uint8Array, path: string): unknown => {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) throw new SavedReportError(diagnose('report.encoding', { path }));
    if (!(error instanceof SyntaxError)) throw error;
    throw new SavedReportError(diagnose('report.syntax', { path, cause: error.message }));
  }
};

const isMapping = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Without an array the list is no list, which the check of the head tells. */
const listOf = (data: unknown, key: string): readonly unknown[] =>
  isMapping(data) && Array.isArray(data[key]) ? data[key] : [];

const readWhole = (source: Source, start: number, path: string): ReportParts => {
  if (source.size > STRING_LIMIT) throw new SavedReportError(diagnose('report.too-large', { path, limit: '512 MiB' }));
  const data = parse(source.read(start, source.size - start), path);
  const [subjects, diagnostics] = [listOf(data, 'subjects'), listOf(data, 'diagnostics')];
  const without = (key: string) => (isMapping(data) && Array.isArray(data[key]) ? { [key]: [] } : {});
  const head = isMapping(data) ? { ...data, ...without('subjects'), ...without('diagnostics') } : data;
  return { head, subjects: () => subjects, diagnostics: () => diagnostics };
};

/**
 * The parts of a saved report. One that stands as it was written is read piece by piece, whatever its size; one that
 * was laid out anew is read whole.
 */
export const readReportParts = (source: Source, path: string): ReportParts => {
  const start = BOM.equals(source.read(0, BOM.length)) ? BOM.length : 0;
  const layout = layoutOf(source, start, path);
  if (layout === null) return readWhole(source, start, path);
  const head = parse(layout.head, path);
  function* parsed(offset: number): Iterable<unknown> {
    for (const element of elements(new ByteCursor(source, offset))) yield parse(element, path);
  }
  return {
    head: isMapping(head) ? { ...head, subjects: [], diagnostics: [] } : head,
    subjects: () => parsed(layout.subjects),
    diagnostics: () => parsed(layout.diagnostics),
  };
};
