import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { SYNTAX_HINTS, TABLE_LABELS, YAML_LIMITS } from '../diagnostics/nouns.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { openCsvTable } from './csv-table.ts';
import { type Decoded, decode } from './encoding.ts';
import { type FoundInput, findInputs, reportUnreadable } from './find-inputs.ts';
import { openSource } from './open-source.ts';
import type { OpenTable } from './open-table.ts';
import { type Headings, toHeadings } from './recognise.ts';
import { isSavedReport } from './saved-report.ts';
import type { Source } from './source.ts';

/** An input whose bytes were read once: hashed, its encoding known. */
interface OpenInput {
  readonly path: string;
  readonly shown: string;
  readonly table: TableName | null;
  readonly encoding: string;
  readonly sha256: string;
  readonly size: number;
}

export interface OpenInputs {
  readonly inputs: readonly OpenInput[];
  /** Parents before children, otherwise in the order of the inputs. */
  readonly tables: readonly OpenTable[];
  close(): void;
}

interface Request {
  readonly paths: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
}

interface Listeners {
  readonly signal: AbortSignal | undefined;
  onSize(bytes: number): void;
  onBytes(bytes: number): void;
}

/** A spreadsheet's own formats, by their first bytes: a zip archive (.xlsx, .et) or a compound file (.xls). */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
/** YAML is held in memory as a tree, CSV is not. */
const YAML_LIMIT = 16 << 20;

const isYaml = (found: FoundInput, text: () => string): boolean =>
  /\.(?:ya?ml|json)$/i.test(found.file ?? '') || (found.file === null && looksLikeYaml(text()));

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
  { paths, stdin }: Request,
  { encoding }: { readonly encoding: string | null },
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  { signal, onSize, onBytes }: Listeners,
  sources: Source[],
): Promise<Omit<OpenInputs, 'close'>> => {
  const headings = toHeadings(ruleset);
  const inputs: OpenInput[] = [];
  const tables: OpenTable[] = [];
  const given = new Set(paths);
  let savedReports = 0;
  for (const found of findInputs(paths, diagnostics)) {
    const source = await sourceOf(found, stdin, signal, diagnostics);
    if (!source) continue;
    sources.push(source);
    onSize(source.size);
    const { path, shown } = found;
    const at = { path, place: () => ({ path, line: 1, column: 1 }) };
    if (found.table !== null && ruleset.records[found.table].fields.length === 0) {
      diagnostics.add('table.not-in-ruleset', { table: TABLE_LABELS[found.table] }, at);
      continue;
    }
    if (isSpreadsheet(found, source)) {
      diagnostics.add('input.spreadsheet', { path }, at);
      continue;
    }
    const decoded = decode(source, encoding);
    const input = { path, shown, encoding: decoded.encoding, sha256: decoded.sha256, size: source.size };
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
    inputs.push({ ...input, table: opened.length === 1 ? opened[0]!.table : null });
    tables.push(...opened);
  }
  if (savedReports > 0 && inputs.length === 0) diagnostics.add('input.no-data', { path: paths.join(' ') });
  const rank: Record<TableName, number> = { streets: 0, communities: 1, compounds: 2 };
  tables.sort((a, b) => rank[a.table] - rank[b.table] || a.input - b.input);
  return { inputs, tables };
};

const sourceOf = async (
  { file, shown }: FoundInput,
  stdin: AsyncIterable<Uint8Array> | undefined,
  signal: AbortSignal | undefined,
  diagnostics: Diagnostics,
): Promise<Source | undefined> => {
  try {
    const source = await openSource(file, stdin, signal);
    if (typeof source === 'object') return source;
    if (source === 'device') diagnostics.add('input.device', { path: shown });
    else diagnostics.add('input.pipe-too-large', { path: shown, limit: '1 GiB' });
  } catch (error) {
    signal?.throwIfAborted();
    reportUnreadable(shown, error, diagnostics);
  }
  return undefined;
};

const isSpreadsheet = ({ file }: FoundInput, source: Source): boolean => {
  const head = source.read(0, 4);
  return (
    /\.(?:xlsx?|et|ods)$/i.test(file ?? '') || SPREADSHEETS.some((bytes) => bytes.every((byte, i) => head[i] === byte))
  );
};

/** The YAML package is loaded only for those who need it. */
const openYaml = async (
  decoded: Decoded,
  { path, table }: FoundInput,
  input: number,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
): Promise<OpenTable[]> => {
  const { source, start, decode: toText } = decoded;
  if (source.size > YAML_LIMIT) {
    diagnostics.add(
      'yaml.too-large',
      { limit: YAML_LIMITS.bytes },
      { path, place: () => ({ path, line: 1, column: 1 }) },
    );
    return [];
  }
  const [{ readYaml }, { readYamlTables }] = await Promise.all([import('./yaml-nodes.ts'), import('./yaml-file.ts')]);
  const { roots, problems } = readYaml(toText(source.read(start, source.size - start)));
  for (const problem of problems) {
    const where = { path, place: () => ({ path, line: problem.line, column: problem.column }) };
    if (problem.kind === 'syntax') {
      diagnostics.add('yaml.syntax', { hint: SYNTAX_HINTS[problem.fault], cause: problem.cause }, where);
    } else if (problem.kind === 'duplicate-key') diagnostics.add('yaml.duplicate-key', { key: problem.key }, where);
    else if (problem.kind === 'tag') diagnostics.add('yaml.tag', { tag: problem.tag }, where);
    else if (problem.kind === 'entries') diagnostics.add('yaml.too-large', { limit: YAML_LIMITS.entries }, where);
    else if (problem.kind === 'aliases') diagnostics.add('yaml.aliases', { limit: 10_000 }, where);
    else diagnostics.add('yaml.depth', { limit: 64 }, where);
  }
  if (problems.length > 0) return [];
  return readYamlTables(roots, table, path, ruleset, headings, diagnostics).map(({ at, ...read }) => ({
    ...read,
    input,
    path,
    above: 0,
    isSheet: false,
    place: () => ({ path, ...at }),
    async *batches() {
      yield { first: 0, rows: read.rows.map((cells) => cells.map(({ text }) => text)) };
    },
    locate: (row) => read.rows[row] ?? [],
  }));
};
