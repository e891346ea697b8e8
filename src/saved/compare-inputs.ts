import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { type FoundInput, findInputs } from '../intake/find-inputs.ts';
import type { Files } from '../intake/source.ts';
import type { DataCause } from './verification.ts';

interface Hashed {
  readonly path: string;
  readonly sha256: string;
}

/** What differs between the inputs that a report records and those that were read now. */
export const compareInputs = (recorded: readonly Hashed[], found: readonly Hashed[]): readonly DataCause[] => {
  const hashes = new Map(found.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(recorded.map(({ path }) => path));
  const extra = new Set(found.filter(({ path }) => !known.has(path)));
  const causes = recorded.flatMap(({ path, sha256 }): readonly DataCause[] => {
    const now = hashes.get(path);
    if (now !== undefined) return now === sha256 ? [] : [{ change: 'changed', path, recorded: sha256, found: now }];
    const same = [...extra].find((other) => other.sha256 === sha256);
    if (same === undefined) return [{ change: 'missing', path, sha256 }];
    extra.delete(same);
    return [{ change: 'renamed', path, found: same.path }];
  });
  return [...causes, ...[...extra].map((other): DataCause => ({ change: 'extra', ...pick(other) }))];
};

const pick = ({ path, sha256 }: Hashed): Hashed => ({ path, sha256 });

const isSorted = (ranks: readonly number[]): boolean => ranks.every((rank, at) => at === 0 || ranks[at - 1]! <= rank);

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
  const ranks = new Map(recorded.map(({ path }, rank) => [path, rank]));
  const rankOf = ({ path, sheet }: FoundInput): number | undefined =>
    ranks.get(sheet === null ? path : `${path}#${sheet}`) ??
    (sheet === null ? ranks.get([...ranks.keys()].find((other) => other.startsWith(`${path}#`)) ?? '') : undefined);
  const recordedOf = (given: readonly string[]) =>
    findInputs(files, given, tables, new Diagnostics()).flatMap((input) => {
      const rank = rankOf(input);
      return rank === undefined ? [] : [{ ...input, rank }];
    });
  const found = recordedOf(paths);
  if (isSorted(found.map(({ rank }) => rank))) return paths;
  const firstRank = (argument: string) =>
    findInputs(files, [argument], tables, new Diagnostics()).reduce(
      (first, input) => Math.min(first, rankOf(input) ?? first),
      recorded.length,
    );
  const ordered = [...paths].sort((a, b) => firstRank(a) - firstRank(b));
  if (isSorted(recordedOf(ordered).map(({ rank }) => rank))) return ordered;
  return found
    .sort((a, b) => a.rank - b.rank)
    .map(
      ({ table, file, sheet }) =>
        (table === null ? '' : `${table}=`) + (file ?? '-') + (sheet === null ? '' : `#${sheet}`),
    );
};
