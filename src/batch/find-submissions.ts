import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { byCodePoint, isData, isHidden, kindOf, splitTable } from '../intake/find-inputs.ts';
import { knownHeadings } from '../intake/heading-index.ts';
import { openInputs } from '../intake/open-inputs.ts';
import { isSavedReport, passedOver, REPORT_HEAD } from '../intake/passed-over.ts';
import { type FileEntry, type Files, kindAt, openOrThrow } from '../intake/source.ts';
import { tablesOf } from '../model/levels.ts';
import { STANDARD_INPUT } from '../model/place.ts';
import type { Ruleset } from '../model/ruleset.ts';

/** What is judged by itself in a batch. */
export interface Submission {
  /** As `assess` takes it: the PATH given, or the folder given and the name in it. */
  readonly path: string;
  /** A name that no other submission of the batch has, and that every file system takes. */
  readonly name: string;
}

export interface FoundSubmissions {
  readonly submissions: readonly Submission[];
  /** Paths of what may hold data and is not read: the batch says nothing of it. */
  readonly passedOver: readonly string[];
}

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Whether a file is a report of an earlier run; false where it cannot be read, as `assess` says why. */
export const isReportFile = async (files: Files, file: string): Promise<boolean> => {
  try {
    const source = await openOrThrow(files, file);
    try {
      if (/\.xlsx$/i.test(file)) return await (await import('../intake/xlsx/workbook.ts')).isReportWorkbook(source);
      const head = source.read(0, REPORT_HEAD);
      const marked = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
      return isSavedReport(new TextDecoder(marked?.encoding ?? 'utf-8').decode(head));
    } finally {
      source.close();
    }
  } catch {
    return false;
  }
};

/** Submissions of their own that are refused with what to do about them, as they are when given by name. */
const FOREIGN_SPREADSHEET = /\.(?:xlsb?|ett?|ods|numbers)$/i;

type Held = 'submission' | 'passed-over' | 'nothing';

const heldAs = async (
  files: Files,
  folder: string,
  entry: FileEntry,
  over: ReturnType<typeof passedOver>,
): Promise<Held> => {
  if (isHidden(entry.name)) return 'nothing';
  const kind = kindOf(files, folder, entry, over);
  if (kind === 'data') return (await isReportFile(files, files.join(folder, entry.name))) ? 'nothing' : 'submission';
  if (kind === 'folder' || kind === 'bad-link') return 'submission';
  if (kind !== 'may-hold-data') return 'nothing';
  return FOREIGN_SPREADSHEET.test(entry.name) ? 'submission' : 'passed-over';
};

/** The entries of a folder given; null where it is no folder, or cannot be listed: `assess` says what is wrong. */
const entriesOf = (files: Files, path: string): readonly FileEntry[] | null => {
  try {
    return files.kindOf(path) === 'folder' ? files.list(path) : null;
  } catch {
    return null;
  }
};

/** The same for each way to name one submission. */
const keyOf = (files: Files, argument: string, tables: readonly string[]): string => {
  const { table, path } = splitTable(argument, tables);
  return `${table ?? ''}=${files.realPath(path)}`;
};

/** `.` in front, where it was given, keeps a name such as `-` from meaning something else. */
const inFolder = (argument: string, name: string): string =>
  `${argument.replace(/(?<=[^/\\])[/\\]+$|^[/\\]$/, '')}/${name}`;

interface Reading {
  readonly encoding?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** Whether files are different tables: those of one submission. */
const areTablesOfOne = async (
  files: readonly string[],
  ruleset: Ruleset,
  { encoding = null, signal }: Reading,
): Promise<boolean> => {
  const listeners = { signal, onSize: () => {}, onBytes: () => {} };
  const seen = new Set<string>();
  for (const file of files) {
    const opened = await openInputs({ paths: [file] }, { encoding }, ruleset, new Diagnostics(), listeners);
    opened.close();
    const tables = new Set(opened.tables.map(({ table }) => table));
    // A workbook or a register in YAML says something by itself.
    if (tables.size > 1) return false;
    for (const table of tables) seen.add(table);
    if (seen.size > 1) return true;
  }
  return false;
};

/**
 * The submissions that the PATH arguments name, each once: a file, or each child of a folder in code-point order. A
 * folder without folders whose files are different tables is one submission, as its files say nothing by themselves.
 */
export const findSubmissions = async (
  files: Files,
  paths: readonly string[],
  ruleset: Ruleset,
  reading: Reading,
): Promise<FoundSubmissions> => {
  const tables = tablesOf(ruleset);
  const isHeading = knownHeadings(ruleset).has;
  const found = new Map<string, string>();
  const notRead: string[] = [];
  const add = (path: string) => {
    const key = keyOf(files, path, tables);
    if (!found.has(key)) found.set(key, path);
  };
  for (const argument of paths) {
    const { path } = splitTable(argument, tables);
    const entries = entriesOf(files, path);
    if (entries === null) {
      add(argument);
      continue;
    }
    const over = passedOver(files, isHeading, isData);
    const names: Record<Held, string[]> = { submission: [], 'passed-over': [], nothing: [] };
    for (const entry of entries) names[await heldAs(files, path, entry, over)].push(entry.name);
    for (const same of Object.values(names)) same.sort(byCodePoint);
    const isFolder = new Set(entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name));
    const own = names.submission.map((name) => inFolder(path, name));
    const isOne = !names.submission.some((name) => isFolder.has(name)) && (await areTablesOfOne(own, ruleset, reading));
    if (isOne || names.submission.length === 0) {
      add(argument);
      continue;
    }
    for (const name of names.submission) add(inFolder(argument, name));
    notRead.push(...names['passed-over'].map((name) => inFolder(path, name)));
  }
  return { submissions: nameSubmissions(files, [...found.values()], tables), passedOver: notRead };
};

/** What Windows does not take in a name, and what a terminal acts on or does not show. */
const NOT_IN_NAMES = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Devices of Windows, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const UTF8 = new TextEncoder();
/** In bytes of UTF-8: file systems take 255, of which an ending and the name of the file being written need some. */
const LONGEST = 180;

const cut = (name: string): string => {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += UTF8.encode(character).length;
    if (bytes > LONGEST) return kept;
    kept += character;
  }
  return kept;
};

/** As most names are: they stay as they are. */
const USUAL = /^[\w\u4e00-\u9fff-]{1,60}$/;

/** `name` as every file system takes it. */
const fileName = (name: string): string => {
  if (USUAL.test(name) && !DEVICE.test(name)) return name;
  const plain = cut(name.normalize('NFC').replace(NOT_IN_NAMES, '_')).replace(/[. ]+$|^[. ]+/g, '_');
  return plain.replace(DEVICE, '$&_') || '_';
};

/** File systems that know no case, or another normal form, take these for one name. */
const folded = (name: string): string => (USUAL.test(name) ? name : name.normalize('NFKC')).toLowerCase();

/** What a submission may go by, the shortest first: the name of a file without its ending, with it, behind its folder. */
const namesOf = (files: Files, argument: string, tables: readonly string[]): readonly string[] => {
  const { path } = splitTable(argument, tables);
  if (path === STANDARD_INPUT) return ['stdin'];
  const nameOf = (each: string): string =>
    files
      .slashed(each)
      .split('/')
      .findLast((part) => part !== '') ?? '';
  const whole = nameOf(files.absolute(path));
  const short = kindAt(files, path) === 'folder' ? whole : whole.replace(/(?<=.)\.[^.]*$/, '');
  const folder = nameOf(files.join(path, '..'));
  return [short, whole, ...(/^\.*$/.test(folder) ? [] : [`${folder}-${whole}`])].map(fileName);
};

/** How often each of the names occurs. */
const counted = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/**
 * Gives each path a name of its own, whatever the file system: the shortest that no other might go by as well, else a
 * number behind the longest.
 */
export const nameSubmissions = (
  files: Files,
  paths: readonly string[],
  tables: readonly string[],
): readonly Submission[] => {
  const candidates = paths.map((path) => namesOf(files, path, tables));
  const names: (string | undefined)[] = paths.map(() => undefined);
  const taken = new Set<string>();
  const take = (at: number, name: string) => {
    names[at] = name;
    taken.add(folded(name));
  };
  for (let length = 0; length < 3; length++) {
    const open = [...paths.keys()].filter((at) => names[at] === undefined);
    const wanted = (at: number): string => candidates[at]![length] ?? candidates[at]!.at(-1)!;
    const counts = counted(open.map((at) => folded(wanted(at))));
    for (const at of open) {
      const name = wanted(at);
      if (counts.get(folded(name)) === 1 && !taken.has(folded(name))) take(at, name);
    }
  }
  for (const [at, all] of candidates.entries()) {
    if (names[at] !== undefined) continue;
    const longest = all.at(-1)!;
    let name = longest;
    for (let nth = 2; taken.has(folded(name)); nth++) name = `${longest}-${nth}`;
    take(at, name);
  }
  return paths.map((path, at) => ({ path, name: names[at]! }));
};
