import { splitTable } from '../intake/find-inputs.ts';
import type { Files } from '../intake/source.ts';
import { STANDARD_INPUT } from '../model/place.ts';

/** What is judged by itself in a batch. */
export interface Submission {
  /** As `assess` takes it: the PATH given, or the folder given and the name in it. */
  readonly path: string;
  /** A name that no other submission of the batch has, and that every file system takes. */
  readonly name: string;
}

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

const isFolder = (files: Files, path: string): boolean => {
  try {
    return files.kindOf(path) === 'folder';
  } catch {
    return false;
  }
};

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
  const short = isFolder(files, path) ? whole : whole.replace(/(?<=.)\.[^.]*$/, '');
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
