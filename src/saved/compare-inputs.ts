import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { type FoundInput, findInputs } from '../intake/find-inputs.ts';
import type { Files } from '../intake/source.ts';

interface Hashed {
  readonly path: string;
  readonly sha256: string;
}

export type DataCause = { readonly kind: 'data' } & (
  | { readonly change: 'changed'; readonly path: string; readonly recorded: string; readonly found: string }
  /** Recorded, and not among the inputs; or the other way round. */
  | { readonly change: 'missing' | 'extra'; readonly path: string; readonly sha256: string }
  | { readonly change: 'renamed'; readonly path: string; readonly found: string }
  /** The inputs are the same, but not the files beside them that the notes of the report name. */
  | { readonly change: 'beside' }
);

/** What differs between the inputs that a report records and those that were read now. */
export const compareInputs = (recorded: readonly Hashed[], found: readonly Hashed[]): readonly DataCause[] => {
  const hashes = new Map(found.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(recorded.map(({ path }) => path));
  const extra = new Set(found.filter(({ path }) => !known.has(path)));
  const kind = 'data';
  const causes = recorded.flatMap(({ path, sha256 }): readonly DataCause[] => {
    const now = hashes.get(path);
    if (now !== undefined)
      return now === sha256 ? [] : [{ kind, change: 'changed', path, recorded: sha256, found: now }];
    const same = [...extra].find((other) => other.sha256 === sha256);
    if (same === undefined) return [{ kind, change: 'missing', path, sha256 }];
    extra.delete(same);
    return [{ kind, change: 'renamed', path, found: same.path }];
  });
  return [...causes, ...[...extra].map(({ path, sha256 }): DataCause => ({ kind, change: 'extra', path, sha256 }))];
};

/** The paths by which a report would name `file`, if it is among the inputs. */
export const pathsOf = (
  files: Files,
  paths: readonly string[],
  tables: readonly string[],
  file: string,
): ReadonlySet<string> => {
  const same = findInputs(files, paths, tables, new Diagnostics()).filter(
    (input) => input.file !== null && files.realPath(input.file) === files.realPath(file),
  );
  return new Set(same.map(({ path }) => path));
};

const argumentOf = ({ table, file, sheet }: FoundInput): string =>
  (table === null ? '' : `${table}=`) + (file ?? '-') + (sheet === null ? '' : `#${sheet}`);

interface Ranked {
  /** Where a report lists it; what it does not list comes last. */
  readonly rank: number;
  readonly argument: string;
}

const byRank = (a: Ranked, b: Ranked): number => a.rank - b.rank;

/**
 * The PATH arguments in the order in which a report lists its inputs; where a folder would put its files into another
 * one, the files themselves.
 */
export const inRecordedOrder = (
  files: Files,
  paths: readonly string[],
  tables: readonly string[],
  recorded: readonly Hashed[],
): readonly string[] => {
  const last = recorded.length;
  const ranks = new Map(recorded.map(({ path }, rank) => [path, rank]));
  const rankOf = ({ path, sheet }: FoundInput): number => {
    const rank = ranks.get(sheet === null ? path : `${path}#${sheet}`);
    if (rank !== undefined || sheet !== null) return rank ?? last;
    const firstSheet = recorded.findIndex((other) => other.path.startsWith(`${path}#`));
    return firstSheet < 0 ? last : firstSheet;
  };
  const filesOf = (given: readonly string[]): readonly Ranked[] =>
    findInputs(files, given, tables, new Diagnostics()).map((input) => ({
      rank: rankOf(input),
      argument: argumentOf(input),
    }));
  const isInOrder = (given: readonly string[]): boolean =>
    filesOf(given)
      .filter(({ rank }) => rank < last)
      .every(({ rank }, at, all) => at === 0 || all[at - 1]!.rank <= rank);
  const sorted = paths
    .map((argument) => {
      const rank = filesOf([argument]).reduce((first, each) => Math.min(first, each.rank), last);
      return { argument, rank };
    })
    .sort(byRank);
  const inOrder = [paths, sorted.map(({ argument }) => argument)].find(isInOrder);
  if (inOrder !== undefined) return inOrder;
  // Where nothing is, that is told when it is read.
  const empty = paths.filter((argument) => filesOf([argument]).length === 0);
  return [
    ...filesOf(paths)
      .toSorted(byRank)
      .map(({ argument }) => argument),
    ...empty,
  ];
};
