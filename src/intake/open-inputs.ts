import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { tablesOf } from '../model/levels.ts';
import { groupBy } from '../model/remembered.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { openCsvTable } from './csv-table.ts';
import { decode } from './encoding.ts';
import { isWorkbook, tellForeign } from './file-kind.ts';
import { type FoundInput, fileKey, findInputs, reportUnreadable } from './find-inputs.ts';
import { knownHeadings } from './heading-index.ts';
import { type OpenTable, whereIn } from './open-table.ts';
import { isSavedReport, REPORT_HEAD } from './passed-over.ts';
import { readSheetCopies } from './sheet-copies.ts';
import { type Files, type FilesRequest, filesOf, type Source } from './source.ts';
import { openYaml } from './yaml-table.ts';

/** An input whose bytes were read once: hashed, its encoding known. */
export interface OpenInput {
  readonly path: string;
  readonly shown: string;
  readonly table: TableName | null;
  readonly encoding: string;
  readonly sha256: string;
  readonly size: number;
  /** Read again by those who want more of it than its tables. */
  readonly source: Source;
}

export interface OpenInputs {
  readonly inputs: readonly OpenInput[];
  /** Parents before children, otherwise in the order of the inputs. */
  readonly tables: readonly OpenTable[];
  close(): void;
}

interface Listeners {
  readonly signal: AbortSignal | undefined;
  onSize(bytes: number): void;
  onBytes(bytes: number): void;
}

export const isYaml = ({ file }: Pick<FoundInput, 'file'>, text: () => string): boolean =>
  /\.(?:ya?ml|json)$/i.test(file ?? '') || (file === null && looksLikeYaml(text()));

/** Standard input has no name: a YAML mapping, list or JSON begins in a way that no heading line does. */
const looksLikeYaml = (head: string): boolean => {
  const lines = head.split(/\r\n?|\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  const [line = '', next = ''] = lines;
  if (/^\s*(?:[[{]|---|- )/.test(line)) return true;
  return /^[^,;\t"]+:\s+[[{]/.test(line) || (/^[^,;\t"]+:\s*(?:#.*)?$/.test(line) && /^(?: |-)/.test(next));
};

/** All that is asked of the files, and what all of them are read with. */
interface Run {
  readonly files: Files;
  readonly paths: ReadonlySet<string>;
  /** What is asked of each file, its sheets for instance. */
  readonly asked: ReadonlyMap<string, readonly FoundInput[]>;
  /** Sheets that were read, each behind its file. */
  readonly sheets: Set<string>;
  readonly encoding: string | null;
  readonly ruleset: Ruleset;
  readonly diagnostics: Diagnostics;
  readonly signal: AbortSignal | undefined;
  onBytes(bytes: number): void;
}

/** What one file gives; null for a report of an earlier run. */
type Opened = Omit<OpenInputs, 'close'> | null;

const NOTHING: Opened = { inputs: [], tables: [] };

/** Opens, decodes and recognises every input; what is wrong with one does not keep the others from being read. */
export const openInputs = async (
  request: FilesRequest & { readonly paths: readonly string[] },
  { encoding }: { readonly encoding: string | null },
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  { signal, onSize, onBytes }: Listeners,
): Promise<OpenInputs> => {
  const files = await filesOf(request);
  const order = tablesOf(ruleset);
  const found = findInputs(files, request.paths, order, diagnostics, knownHeadings(ruleset).has);
  const asked = groupBy(found, (each) => fileKey(files, each));
  const paths = new Set(request.paths);
  const run = { files, paths, asked, sheets: new Set<string>(), encoding, ruleset, diagnostics, signal, onBytes };
  const inputs: OpenInput[] = [];
  const tables: OpenTable[] = [];
  const sources: Source[] = [];
  const close = () => {
    for (const source of sources) source.close();
  };
  let hasReports = false;
  try {
    for (const each of found) {
      const source = await sourceOf(files, each, signal, diagnostics);
      if (!source) continue;
      sources.push(source);
      onSize(source.size);
      const opened = await openOne(run, each, source, inputs.length);
      if (opened === null) {
        hasReports = true;
        diagnostics.add('input.saved-report', { path: each.path });
        continue;
      }
      inputs.push(...opened.inputs);
      tables.push(...opened.tables);
    }
  } catch (error) {
    close();
    throw error;
  }
  if (hasReports && inputs.length === 0) diagnostics.add('input.no-data', { path: request.paths.join(' ') });
  tables.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table) || a.input - b.input);
  return { inputs, tables, close };
};

/** By what its bytes are; `nth` is the index of the first input that comes of it. */
const openOne = async (run: Run, found: FoundInput, source: Source, nth: number): Promise<Opened> => {
  const { ruleset, diagnostics } = run;
  const { path, shown, table } = found;
  if (table !== null && ruleset.records[table]!.fields.length === 0) {
    diagnostics.add('table.not-in-ruleset', { table }, whereIn(path));
    return NOTHING;
  }
  if (tellForeign(found, source, diagnostics)) return NOTHING;
  if (isWorkbook(found, source)) return openWorkbook(run, found, source, nth);
  if (found.sheet === null) return openText(run, found, source, nth);
  diagnostics.add('input.not-found', { path: `${shown}#${found.sheet}` });
  return NOTHING;
};

const openWorkbook = async (run: Run, found: FoundInput, source: Source, nth: number): Promise<Opened> => {
  const { files, sheets, ruleset, diagnostics, onBytes, signal } = run;
  const { path } = found;
  const { sha256 } = source.survey();
  const copied = found.file === null ? null : readSheetCopies(files, found.file);
  const copies = copied?.copies.filter((_, at) => run.asked.has(files.realPath(copied.files[at]!))) ?? [];
  if (copied !== null && copies.length > 0) {
    const isSame = copied.sha256 === sha256;
    const slots = { path, files: copies.map(({ file }) => file) };
    diagnostics.add(isSame ? 'input.audited-copies' : 'input.copies-differ', slots);
    if (!isSame || copies.some(({ sheet }) => sheet === found.sheet)) return NOTHING;
  }
  const { openXlsx } = await import('./xlsx/open-xlsx.ts');
  const key = fileKey(files, found);
  const keyOf = (sheet: string) => `${key}\n${sheet}`;
  const opened = await openXlsx(
    {
      source,
      found,
      input: nth,
      asked: run.asked.get(key)!,
      onBytes,
      signal,
      copied: copies.map(({ sheet }) => sheet),
      isRepeated: (sheet) => sheets.has(keyOf(sheet)) || !sheets.add(keyOf(sheet)),
    },
    ruleset,
    diagnostics,
  );
  return (
    opened && {
      inputs: opened.map(({ table, ...named }) => {
        return { ...named, encoding: 'xlsx', sha256, size: source.size, table: table?.table ?? null, source };
      }),
      tables: opened.flatMap(({ table }) => table ?? []),
    }
  );
};

/** CSV or YAML. */
const openText = async (run: Run, found: FoundInput, source: Source, nth: number): Promise<Opened> => {
  const { ruleset, diagnostics } = run;
  const { path, shown } = found;
  const { isUtf8, sha256 } = source.survey();
  const decoded = decode(source, isUtf8, run.encoding);
  const { encoding } = decoded;
  const input = { path, shown, encoding, sha256, size: source.size, source };
  if (!('source' in decoded)) {
    diagnostics.add(
      decoded.damaged ? 'encoding.damaged' : 'encoding.undecodable',
      { encoding },
      whereIn(path, decoded),
    );
    return { inputs: [{ ...input, table: null }], tables: [] };
  }
  const head = decoded.decode(decoded.source.read(decoded.start, REPORT_HEAD));
  if (!run.paths.has(shown) && isSavedReport(head)) return null;
  if (encoding !== 'utf-8') diagnostics.add('encoding.converted', { encoding }, whereIn(path));
  const tables = isYaml(found, () => head)
    ? await openYaml(decoded, found, nth, ruleset, diagnostics)
    : openCsvTable(decoded, found, nth, ruleset, diagnostics, run.onBytes);
  return { inputs: [{ ...input, table: tables.length === 1 ? tables[0]!.table : null }], tables };
};

const sourceOf = async (
  files: Files,
  { file, shown }: FoundInput,
  signal: AbortSignal | undefined,
  diagnostics: Diagnostics,
): Promise<Source | undefined> => {
  try {
    const source = await files.open(file, signal);
    if (typeof source === 'object') return source;
    if (source === 'device') diagnostics.add('input.device', { path: shown });
    else diagnostics.add('input.pipe-too-large', { path: shown, limit: '1 GiB' });
  } catch (error) {
    signal?.throwIfAborted();
    reportUnreadable(shown, error, diagnostics);
  }
  return undefined;
};
