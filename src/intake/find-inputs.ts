import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { groupBy } from '../model/remembered.ts';
import type { TableName } from '../model/ruleset.ts';
import type { IsHeading } from './file-kind.ts';
import { isLookedInto, type PassedOver, passedOver } from './passed-over.ts';
import { type FileEntry, type Files, kindAt } from './source.ts';

/** One file to read, or standard input (`file` null). */
export interface FoundInput {
  readonly file: string | null;
  /** Relative to the folder given, or the shortest distinguishing tail of a file given; always with `/`. */
  readonly path: string;
  /** With the PATH argument in front, as people click it. */
  readonly shown: string;
  /** The table asked for by `TABLE=FILE`. */
  readonly table: TableName | null;
  /** The sheet asked for by `FILE#SHEET`. */
  readonly sheet: string | null;
}

const DATA = /[^/]\.(?:xls[xm]|csv|tsv|txt|ya?ml|json)$/i;

export const isData = (name: string): boolean => DATA.test(name);
export const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');
export const byCodePoint = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** `TABLE=FILE` as its two parts, by the tables there are. */
export const splitTable = (
  argument: string,
  tables: readonly TableName[],
): { table: TableName | null; path: string } => {
  const at = argument.indexOf('=');
  const table = tables.find((name) => name === argument.slice(0, Math.max(0, at)));
  return table ? { table, path: argument.slice(at + 1) } : { table: null, path: argument };
};

/**
 * `FILE#SHEET` where no file has that very name and one has that of FILE: the longest, as file names may hold `#` too.
 * Throws the file system's error of the whole path otherwise.
 */
const splitSheet = (files: Files, path: string): { readonly file: string; readonly sheet: string | null } => {
  try {
    files.kindOf(path);
    return { file: path, sheet: null };
  } catch (error) {
    for (let at = path.lastIndexOf('#'); at > 0; at = path.lastIndexOf('#', at - 1)) {
      if (kindAt(files, path.slice(0, at)) === 'file') return { file: path.slice(0, at), sheet: path.slice(at + 1) };
    }
    throw error;
  }
};

type EntryKind = 'data' | 'bad-link' | 'folder' | PassedOver;

/** How an entry of a folder is read, or held where it is not. */
export const kindOf = (
  files: Files,
  folder: string,
  entry: FileEntry,
  over: ReturnType<typeof passedOver>,
): EntryKind => {
  const { name, kind } = entry;
  if (kind === 'folder' && isLookedInto(name)) return 'folder';
  if (!isData(name) || isHidden(name)) return over(folder, entry);
  if (kind === 'file') return 'data';
  if (kind !== 'link') return over(folder, entry);
  return kindAt(files, files.join(folder, name)) === 'file' ? 'data' : 'bad-link';
};

/** Nobody's submission has so many entries, or folders within folders: a whole disk was given. */
const MOST_ENTRIES = 200_000;
const DEEPEST = 32;

/** The files of a folder and its subfolders, as relative paths with `/`. */
const folderInputs = (
  files: Files,
  argument: string,
  table: TableName | null,
  diagnostics: Diagnostics,
  isHeading: IsHeading,
): FoundInput[] => {
  type Found = Exclude<EntryKind, 'folder'>;
  const names: Record<Found, string[]> = { data: [], 'bad-link': [], 'may-hold-data': [], other: [], nothing: [] };
  const over = passedOver(files, isHeading, isData);
  let entries = 0;
  let isTooLarge = false;
  const walk = (within: string, depth: number): void => {
    const folder = files.join(argument, within);
    for (const entry of files.list(folder)) {
      isTooLarge ||= ++entries > MOST_ENTRIES || depth > DEEPEST;
      if (isTooLarge) return;
      const path = `${within}${entry.name}`;
      const kind = kindOf(files, folder, entry, over);
      if (kind !== 'folder') {
        names[kind].push(path);
        continue;
      }
      try {
        walk(`${path}/`, depth + 1);
      } catch (error) {
        reportUnreadable(files.slashed(files.join(argument, path)), error, diagnostics);
      }
    }
  };
  walk('', 1);
  if (isTooLarge) {
    diagnostics.add('input.folder-too-large', { path: argument, entries: MOST_ENTRIES, depth: DEEPEST });
    return [];
  }
  for (const same of Object.values(names)) same.sort(byCodePoint);
  if (names['may-hold-data'].length > 0) diagnostics.add('input.passed-over', { files: names['may-hold-data'] });
  if (names.other.length > 0) diagnostics.add('input.other-files', { files: names.other });
  for (const file of names['bad-link']) diagnostics.add('input.bad-link', { folder: argument, file });
  if (names.data.length + names['bad-link'].length === 0) diagnostics.add('input.no-data', { path: argument });
  return names.data.map((name) => ({
    file: files.join(argument, name),
    path: name.normalize('NFC'),
    shown: files.slashed(files.join(argument, name)),
    table,
    sheet: null,
  }));
};

export const reportUnreadable = (path: string, error: unknown, diagnostics: Diagnostics): void => {
  const { code, message } = error as Error & { readonly code?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') diagnostics.add('input.not-found', { path });
  else diagnostics.add('input.unreadable', { path, cause: code ?? message });
};

/** The files that the PATH arguments name, in their order; what cannot be read, or is passed over, is a diagnostic. */
export const findInputs = (
  files: Files,
  paths: readonly string[],
  tables: readonly TableName[],
  diagnostics: Diagnostics,
  isHeading: IsHeading = () => false,
): FoundInput[] => {
  const found: FoundInput[] = [];
  for (const argument of paths) {
    const { table, path } = splitTable(argument, tables);
    if (path === '-' || path.startsWith('-#')) {
      found.push({ file: null, path: '-', shown: '-', table, sheet: path === '-' ? null : path.slice(2) });
      continue;
    }
    try {
      const { file, sheet } = splitSheet(files, path);
      if (files.kindOf(file) === 'folder') {
        found.push(...folderInputs(files, file, table, diagnostics, isHeading));
      } else {
        const shown = files.slashed(file);
        found.push({ file, path: shown.slice(shown.lastIndexOf('/') + 1), shown, table, sheet });
      }
    } catch (error) {
      reportUnreadable(path, error, diagnostics);
    }
  }
  return distinguish(files, withoutRepeats(files, found, diagnostics));
};

/** The same for each way to name one file. */
export const fileKey = (files: Files, { file }: FoundInput): string => (file === null ? '-' : files.realPath(file));

const withoutRepeats = (files: Files, inputs: readonly FoundInput[], diagnostics: Diagnostics): FoundInput[] => {
  const seen = new Set<string>();
  return inputs.filter((input) => {
    const { file, path, sheet } = input;
    // Standard input can be read only once.
    const key = file === null ? '-' : `${fileKey(files, input)}\n${sheet ?? ''}`;
    if (seen.has(key)) diagnostics.add('input.given-twice', { path });
    return !seen.has(key) && seen.add(key);
  });
};

/** Where two paths clash, the shortest tails that tell them apart. */
const distinguish = (files: Files, inputs: readonly FoundInput[]): FoundInput[] => {
  const absolute = inputs.map(({ file }) => (file === null ? null : files.slashed(files.absolute(file))));
  const tails = new Map<string, ReadonlyMap<string, string>>();
  for (const [path, same] of groupBy(inputs.keys(), (at) => inputs[at]!.path)) {
    const own = new Set(same.map((at) => absolute[at]!));
    if (own.size > 1) tails.set(path, shortestTails([...own]));
  }
  return inputs.map((input, at) => {
    const file = absolute[at];
    const tail = typeof file === 'string' ? tails.get(input.path)?.get(file) : undefined;
    return tail === undefined ? input : { ...input, path: tail };
  });
};

/** Of each file the shortest tail, a folder at the least, that none of the others has. */
const shortestTails = (files: readonly (string | null)[]): ReadonlyMap<string, string> => {
  const tails = new Map<string, string>();
  let clashing = files.flatMap((file) => (file === null ? [] : [{ file, parts: file.split('/') }]));
  for (let length = 2; clashing.length > 0; length++) {
    const byTail = groupBy(clashing, ({ parts }) => parts.slice(-length).join('/'));
    clashing = [];
    for (const [tail, own] of byTail) {
      if (own.length === 1) tails.set(own[0]!.file, tail);
      else clashing.push(...own.filter(({ parts }) => parts.length > length));
    }
  }
  return tails;
};
