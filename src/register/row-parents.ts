import type { OpenTable } from '../intake/open-table.ts';
import { codesOf } from './codes.ts';
import { type Column, type Columns, namedIn } from './columns.ts';
import { nameFolder } from './fold-name.ts';
import { isNamed, type Named, UNNAMED } from './named.ts';
import type { Entry } from './read-table.ts';

/** The parents of a unit as its row names them, or as the rows above do where merged cells left a blank. */
export interface NamedParents {
  /** Of the levels that its table may name, outermost first: its subject, then what lies between. */
  readonly named: readonly Named[];
  /** Those that were filled from above, as the unit's code confirms. */
  readonly filled: readonly number[];
  /** The subject above a blank, which only what lies between can confirm. */
  readonly unconfirmed: Named | null;
  /** Whether the row itself names all that its table has columns for. */
  readonly isWhole: boolean;
  /** Levels that the table has columns for and the unit does not name. */
  readonly direct: readonly number[];
}

const NO_LEVELS: readonly number[] = [];

/**
 * Names the parents of the rows of a table. A column that is blank all the way down is no merged cell: units then
 * belong to their subject, or to that of what they do name. A blank subject in any other is filled or refused. What
 * lies between is filled where the unit's code confirms it, and refused where a merged cell may reach it and no code
 * tells the unit apart; else the unit belongs to its subject, which is told. Merged cells go on from year to year.
 */
export const rowParents = (
  table: OpenTable,
  { ruleset, parents }: Columns,
  hasTable: (level: string) => boolean,
  refuse: (entry: Entry, column: Column) => void,
) => {
  const codes = codesOf(ruleset);
  const fold = nameFolder(ruleset, parents[0]!.level);
  /** The last row that names a parent, by level: the code of its unit, and the subject that was named by then. */
  const above: ({ readonly named: Named; readonly code: string | null; readonly subject: Named } | null)[] =
    parents.map(() => null);
  /** Of the rows whose cells of parents are the same since a row: their parents, where each says all. */
  let last: { readonly since: number; readonly parents: NamedParents } | undefined;

  const read = (at: number, { cells: row, code }: Entry): Named => {
    const named = namedIn(parents[at]!, (cell) => row[cell]!);
    if (isNamed(named)) above[at] = { named, code, subject: at === 0 ? named : (above[0]?.named ?? UNNAMED) };
    return named;
  };

  /** The parent of the row above that has one, if the unit's code confirms it. */
  const fromAbove = (at: number, unitCode: string | null): Named => {
    const held = above[at];
    if (!held || unitCode === null) return UNNAMED;
    const { named, code } = held;
    if (named.code !== null) return codes.isWithin(unitCode, named.code) ? named : UNNAMED;
    const prefix = codes.prefix(code, parents[at]!.level);
    return prefix !== null && unitCode.startsWith(prefix) ? named : UNNAMED;
  };

  /** Whether two rows may name one subject: what they do not name, or by another half, may be. */
  const mayBeOne = (a: Named, b: Named): boolean => {
    if (a.code !== null && b.code !== null) return a.code === b.code;
    return a.name === null || b.name === null || fold(a.name) === fold(b.name);
  };

  const isBlank = (at: number, row: readonly string[]): boolean =>
    [parents[at]!.code, parents[at]!.name].every((column) => column === undefined || row[column.cell]!.trim() === '');

  /** Whether a blank may be what a cell merged with one above left, as far as the row shows. */
  const mayBeMerged = (at: number, subject: Named, row: readonly string[]): boolean =>
    table.isSheet && above[at] !== null && isBlank(at, row) && mayBeOne(subject, above[at]!.subject);

  const name = (entry: Entry): NamedParents | undefined => {
    const { cells: row, code } = entry;
    const named = parents.map((_, at) => read(at, entry));
    if (named.every(isNamed)) return { named, filled: NO_LEVELS, unconfirmed: null, isWhole: true, direct: NO_LEVELS };
    const isWhole = named.every((each, at) => isNamed(each) || parents[at]!.column === undefined);
    const filled: number[] = [];
    const fill = (at: number): void => {
      named[at] = fromAbove(at, code);
      if (isNamed(named[at]!)) filled.push(at);
    };
    let isLost = false;
    for (let at = 1; at < parents.length; at++) {
      if (isNamed(named[at]!) || !mayBeMerged(at, UNNAMED, row)) continue;
      fill(at);
      if (isNamed(named[at]!) || code !== null || !mayBeMerged(at, named[0]!, row)) continue;
      isLost = true;
      refuse(entry, parents[at]!.column!);
    }
    let unconfirmed: Named | null = null;
    if (!isNamed(named[0]!)) {
      const saysSubject = parents.some(
        ({ level }, at) => at > 0 && hasTable(level.id) && (isNamed(named[at]!) || isLost),
      );
      if (above[0] !== null) fill(0);
      if (!isNamed(named[0]!) && !saysSubject) {
        refuse(entry, (parents[0]!.column ?? parents.findLast(({ column }) => column !== undefined)?.column)!);
        return undefined;
      }
      if (!isNamed(named[0]!) && table.isSheet && above[0]) unconfirmed = above[0].named;
    }
    if (isLost) return undefined;
    const direct = parents.flatMap((_, at) =>
      at > 0 && parents[at]!.column !== undefined && !isNamed(named[at]!) ? [at] : [],
    );
    return { named, filled, unconfirmed, isWhole, direct };
  };

  return {
    /** Undefined where a blank is left that nothing confirms; the same object as for the row above where that says the same. */
    of: (entry: Entry): NamedParents | undefined => {
      const { parentsSince: since } = entry;
      if (last?.since === since) return last.parents;
      const named = name(entry);
      last = named?.isWhole === true ? { since, parents: named } : undefined;
      return named;
    },
    /** Whether any row so far names a unit of a level. */
    hasNamed: (at: number): boolean => above[at] !== null,
  };
};
