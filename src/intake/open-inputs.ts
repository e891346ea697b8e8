import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { openCsvTable } from './csv-table.ts';
import { decode } from './encoding.ts';
import { isWorkbook, tellForeign } from './file-kind.ts';
import { type Files, type FilesRequest, filesOf } from './files.ts';
import { toKnown } from './find-headings.ts';
import { type FoundInput, fileKey, findInputs, reportUnreadable } from './find-inputs.ts';
import { toHeadings } from './heading-index.ts';
import type { OpenTable } from './open-table.ts';
import { openYaml } from './open-yaml.ts';
import { isSavedReport } from './saved-report.ts';
import { readSheetCopies } from './sheet-copies.ts';
import type { Source } from './source.ts';

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

interface Request extends FilesRequest {
  readonly paths: readonly string[];
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

/** Opens, decodes and recognises every input; what is wrong with one does not keep the others from being read. */
export const openInputs = async (
  request: Request,
  options: { readonly encoding: string | null },
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  listeners: Listeners,
): Promise<OpenInputs> => {
  const sources: Source[] = [];
  const close = () => {
    for (const source of sources) source.close();
  };
  try {
    return { ...(await openAll(request, options, ruleset, diagnostics, listeners, sources)), close };
  } catch (error) {
    close();
    throw error;
  }
};

const openAll = async (
  request: Request,
  { encoding }: { readonly encoding: string | null },
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  { signal, onSize, onBytes }: Listeners,
  sources: Source[],
): Promise<Omit<OpenInputs, 'close'>> => {
  const { paths } = request;
  const files = await filesOf(request);
  const headings = toHeadings(ruleset);
  const inputs: OpenInput[] = [];
  const tables: OpenTable[] = [];
  const given = new Set(paths);
  let savedReports = 0;
  const all = findInputs(files, paths, diagnostics, toKnown(headings, ruleset).has);
  const ofFiles = groupBy(all, (found) => fileKey(files, found));
  /** Sheets that were read, each behind its file. */
  const sheets = new Set<string>();
  for (const found of all) {
    const source = await sourceOf(files, found, signal, diagnostics);
    if (!source) continue;
    sources.push(source);
    onSize(source.size);
    const { path, shown } = found;
    const at = { path, place: () => ({ path, line: 1, column: 1 }) };
    if (found.table !== null && ruleset.records[found.table].fields.length === 0) {
      diagnostics.add('table.not-in-ruleset', { table: TABLE_LABELS[found.table] }, at);
      continue;
    }
    if (tellForeign(found, source, diagnostics)) continue;
    if (isWorkbook(found, source)) {
      const copied = found.file === null ? null : readSheetCopies(files, found.file);
      const copies = copied?.copies.filter((_, at) => ofFiles.has(files.realPath(copied.files[at]!))) ?? [];
      if (copied !== null && copies.length > 0) {
        const slots = { path, files: copies.map(({ file }) => file) };
        const isSame = copied.sha256 === source.survey().sha256;
        diagnostics.add(isSame ? 'input.audited-copies' : 'input.copies-differ', slots);
        if (!isSame || copies.some(({ sheet }) => sheet === found.sheet)) continue;
      }
      const { openXlsx } = await import('./xlsx/open-xlsx.ts');
      const key = fileKey(files, found);
      const asked = ofFiles.get(key)!;
      const sheetOf = (sheet: string) => `${key}\n${sheet}`;
      const sheet = {
        source,
        found,
        input: inputs.length,
        asked,
        copied: copies.map(({ sheet }) => sheet),
        isFirst: asked[0] === found,
        isRepeated: (sheet: string) => sheets.has(sheetOf(sheet)) || !sheets.add(sheetOf(sheet)),
        onBytes,
        signal,
      };
      const facts = { encoding: 'xlsx', sha256: source.survey().sha256, size: source.size };
      const opened = await openXlsx(sheet, ruleset, headings, diagnostics);
      if (opened === null) {
        savedReports++;
        diagnostics.add('input.saved-report', { path });
        continue;
      }
      for (const { table, ...named } of opened) {
        inputs.push({ ...named, ...facts, table: table?.table ?? null, source });
        if (table !== undefined) tables.push(table);
      }
      continue;
    }
    if (found.sheet !== null) {
      diagnostics.add('input.not-found', { path: `${shown}#${found.sheet}` });
      continue;
    }
    const decoded = decode(source, encoding);
    const input = { path, shown, encoding: decoded.encoding, sha256: decoded.sha256, size: source.size, source };
    if (!('source' in decoded)) {
      const place = () => ({ path, line: decoded.line, column: decoded.column });
      const code = decoded.damaged ? 'encoding.damaged' : 'encoding.undecodable';
      diagnostics.add(code, { encoding: decoded.encoding }, { path, place });
      inputs.push({ ...input, table: null });
      continue;
    }
    const head = decoded.decode(decoded.source.read(decoded.start, 4096));
    if (!given.has(shown) && isSavedReport(head)) {
      savedReports++;
      diagnostics.add('input.saved-report', { path });
      continue;
    }
    if (decoded.encoding !== 'utf-8') diagnostics.add('encoding.converted', { encoding: decoded.encoding }, at);
    const opened = isYaml(found, () => head)
      ? await openYaml(decoded, found, inputs.length, ruleset, headings, diagnostics)
      : openCsvTable(decoded, found, inputs.length, ruleset, headings, diagnostics, onBytes);
    const table = opened.length === 1 ? opened[0]!.table : null;
    inputs.push({ ...input, table });
    tables.push(...opened);
  }
  if (savedReports > 0 && inputs.length === 0) diagnostics.add('input.no-data', { path: paths.join(' ') });
  const rank: Record<TableName, number> = { streets: 0, communities: 1, compounds: 2 };
  tables.sort((a, b) => rank[a.table] - rank[b.table] || a.input - b.input);
  return { inputs, tables };
};

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
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
