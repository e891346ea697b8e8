import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { findInputs } from '../intake/find-inputs.ts';
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
export const inRecordedOrder = (paths: readonly string[], recorded: readonly Hashed[]): readonly string[] => {
  const ranks = new Map(recorded.map(({ path }, rank) => [path, rank]));
  const found = findInputs(paths, new Diagnostics()).filter(({ path }) => ranks.has(path));
  const rankOf = ({ path }: { readonly path: string }) => ranks.get(path)!;
  if (isSorted(found.map(rankOf))) return paths;
  const firstRank = (argument: string) =>
    findInputs([argument], new Diagnostics()).reduce(
      (first, { path }) => Math.min(first, ranks.get(path) ?? first),
      recorded.length,
    );
  const ordered = [...paths].sort((a, b) => firstRank(a) - firstRank(b));
  const again = findInputs(ordered, new Diagnostics()).filter(({ path }) => ranks.has(path));
  if (isSorted(again.map(rankOf))) return ordered;
  return found
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ table, file }) => (table === null ? '' : `${table}=`) + (file ?? '-'));
};
