import { type Files, joinBytes, kindAt, openOrThrow } from '../intake/source.ts';

/** A file of a ruleset: its name relative to the ruleset's folder, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SIZE_LIMIT = 1 << 20;

/** Reads a file of a ruleset; throws where it is no file or beyond 1 MiB. */
export const readRulesetFile = async (files: Files, folder: string, name: string): Promise<SourceFile> => {
  const path = files.join(folder, name);
  // A pipe would be waited for.
  if (files.kindOf(path) !== 'file') throw new Error(`not a file: ${name}`);
  const source = await openOrThrow(files, path);
  try {
    if (source.size > SIZE_LIMIT) throw new Error(`${name} > ${SIZE_LIMIT} B`);
    return { name, bytes: source.read(0, source.size) };
  } finally {
    source.close();
  }
};

/** Why a file cannot be read, in the words of the file system. */
export const causeOf = (error: unknown): string => {
  const { code, message } = error as Error & { readonly code?: string };
  return code ?? message;
};

/** Whether a file name in a ruleset leads out of its folder: absolute, by `..`, or through a symbolic link. */
export const leavesFolder = (files: Files, folder: string, name: string): boolean => {
  if (/^\/|[\\:\0]/.test(name) || name.split('/').includes('..')) return true;
  const path = files.join(folder, name);
  // What is not there leads nowhere; reading it says so.
  if (kindAt(files, path) === null) return false;
  const [around, inside] = [folder, path].map((each) => files.slashed(files.realPath(each))) as [string, string];
  return inside !== around && !inside.startsWith(around.endsWith('/') ? around : `${around}/`);
};

const ENCODER = new TextEncoder();

/** Over (name, length, bytes) of each file, ordered by name. */
export const hashFiles = ({ sha256 }: Files, files: readonly SourceFile[]): string => {
  const ordered = files.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  return sha256(joinBytes(ordered.flatMap(({ name, bytes }) => [ENCODER.encode(`${name}\0${bytes.length}\0`), bytes])));
};
