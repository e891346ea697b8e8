import type { OpenTable } from '../intake/open-table.ts';
import { isNamed, type Named, type ParentKind, type ParentNames, UNNAMED } from './parent-names.ts';
import type { Entry } from './read-table.ts';
import type { Pass } from './reading.ts';
import { whereOf } from './row-index.ts';
import { RowRuns } from './row-runs.ts';

/** The parents of a unit as its row names them, or as the rows above do where merged cells left a blank. */
export interface NamedParents {
  readonly street: Named;
  readonly community: Named;
  /** What was filled from above, as the unit's code confirms. */
  readonly filled: readonly ParentKind[];
  /** The street above a blank, which only the unit's community can confirm. */
  readonly unconfirmed: Named | null;
  /** Whether the row itself names all that its table has columns for. */
  readonly isWhole: boolean;
  /** Whether the unit belongs to its street directly, though its table has a column of communities. */
  readonly isDirect: boolean;
}

/**
 * Names the parents of the rows of a table. A column that is blank all the way down is no merged cell: units then
 * belong to their street, or to that of their community. A blank street in any other is filled or refused. A blank
 * community is filled where the unit's code confirms it. It is refused where a merged cell may reach it and no code
 * tells the unit apart; else the unit belongs to its street, which is told.
 */
export const rowParents = (
  table: OpenTable,
  names: ParentNames,
  hasCommunities: boolean,
  { ofYear: diagnostics, fold }: Pick<Pass, 'ofYear' | 'fold'>,
) => {
  const columns = { street: names.columnOf('street'), community: names.columnOf('community') };
  /** Units that belong to their street directly, above the first row that names a community. */
  const above = new RowRuns();

  const say = (
    code: 'record.blank-parent' | 'record.filled-down' | 'record.no-community',
    kind: ParentKind,
    row: number,
    text: string,
  ): void => {
    const { heading, cell } = (columns[kind] ?? columns.community)!;
    diagnostics.add(code, { heading }, whereOf(table, row, cell, text));
  };

  const textOf = (kind: ParentKind, cells: readonly string[]): string =>
    cells[(columns[kind] ?? columns.community)!.cell]!;

  /** Says that nothing confirms what a blank stands for. */
  const refuse = ({ row, cells }: Entry, kind: ParentKind): undefined => {
    say('record.blank-parent', kind, row, textOf(kind, cells));
  };

  const noteAbove = (): void => {
    if (!above.isEmpty) above.drain((row) => say('record.no-community', 'community', row, ''));
  };

  /** Whether two rows may name one street: what they do not name, or by another half, may be. */
  const mayBeOne = (a: Named, b: Named): boolean => {
    if (a.code !== null && b.code !== null) return a.code === b.code;
    return a.name === null || b.name === null || fold(a.name) === fold(b.name);
  };

  /** Whether a blank community may be what a cell merged with one above left, as far as the row shows. */
  const mayBeMerged = (street: Named, cells: readonly string[]): boolean =>
    table.isSheet &&
    names.isHeld('community') &&
    names.isBlank('community', cells) &&
    mayBeOne(street, names.streetOfHeldCommunity());

  return {
    refuse,
    noteFilled: ({ row, cells }: Entry, kinds: readonly ParentKind[]): void => {
      for (const kind of kinds) say('record.filled-down', kind, row, textOf(kind, cells));
    },
    /** Says of a unit that it belongs to its street directly, if its table names communities at all. */
    noteDirect: ({ row, cells }: Entry): void => {
      if (!table.isSheet) return;
      if (names.isHeld('community')) say('record.no-community', 'community', row, textOf('community', cells));
      else above.add(row);
    },
    /** A row that may begin merged cells, whatever it is about. */
    hold: (cells: readonly string[]): void => {
      names.read('street', cells);
      if (isNamed(names.read('community', cells))) noteAbove();
    },
    /** Undefined where a blank is left that nothing confirms. */
    of: (entry: Entry): NamedParents | undefined => {
      const { cells, code } = entry;
      let street = names.read('street', cells);
      let community = names.read('community', cells);
      const isWhole =
        (columns.street === undefined || isNamed(street)) && (columns.community === undefined || isNamed(community));
      if (isNamed(community)) noteAbove();
      const filled: ParentKind[] = [];
      const fill = (kind: ParentKind): Named => {
        const named = names.fromAbove(kind, code);
        if (isNamed(named)) filled.push(kind);
        return named;
      };
      let isLost = false;
      if (!isNamed(community) && mayBeMerged(UNNAMED, cells)) {
        community = fill('community');
        isLost = !isNamed(community) && code === null && mayBeMerged(street, cells);
        if (isLost) refuse(entry, 'community');
      }
      const saysStreet = hasCommunities && (isNamed(community) || isLost);
      let unconfirmed: Named | null = null;
      if (!isNamed(street)) {
        if (names.isHeld('street')) street = fill('street');
        if (!isNamed(street) && !saysStreet) return refuse(entry, 'street');
        if (!isNamed(street) && table.isSheet && names.isHeld('street')) unconfirmed = names.held('street');
      }
      if (isLost) return undefined;
      const isDirect = columns.community !== undefined && !isNamed(community);
      return { street, community, filled, unconfirmed, isWhole, isDirect };
    },
  };
};
