import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { isNamed, type Named, type ParentKind, type ParentNames } from './parent-names.ts';
import type { Entry } from './read-table.ts';
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
}

/**
 * Names the parents of the rows of a table. A column that is blank all the way down is no merged cell: units then
 * belong to their street, or to that of their community. A blank in any other is filled or refused.
 */
export const rowParents = (table: OpenTable, names: ParentNames, hasCommunities: boolean, diagnostics: Diagnostics) => {
  const columns = { street: names.columnOf('street'), community: names.columnOf('community') };
  /** Rows without a community above the first that names one. */
  const above = new RowRuns();

  const say = (
    code: 'record.blank-parent' | 'record.filled-down',
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

  const refuseAbove = (): void => {
    if (!above.isEmpty) above.drain((row) => say('record.blank-parent', 'community', row, ''));
  };

  return {
    refuse,
    noteFilled: ({ row, cells }: Entry, kinds: readonly ParentKind[]): void => {
      for (const kind of kinds) say('record.filled-down', kind, row, textOf(kind, cells));
    },
    /** A row that may begin merged cells, whatever it is about. */
    hold: (cells: readonly string[]): void => {
      names.read('street', cells);
      if (isNamed(names.read('community', cells))) refuseAbove();
    },
    /** Undefined where a blank is left that nothing confirms. */
    of: (entry: Entry): NamedParents | undefined => {
      const { cells, code } = entry;
      let street = names.read('street', cells);
      let community = names.read('community', cells);
      const isWhole =
        (columns.street === undefined || isNamed(street)) && (columns.community === undefined || isNamed(community));
      if (isNamed(community)) refuseAbove();
      const filled: ParentKind[] = [];
      const fill = (kind: ParentKind): Named => {
        const named = names.fromAbove(kind, code);
        if (isNamed(named)) filled.push(kind);
        return named;
      };
      if (!isNamed(community) && names.isHeld('community')) {
        community = fill('community');
        if (!isNamed(community)) refuse(entry, 'community');
      }
      const isLost = !isNamed(community) && names.isHeld('community');
      const saysStreet = hasCommunities && (isNamed(community) || isLost);
      let unconfirmed: Named | null = null;
      if (!isNamed(street)) {
        if (names.isHeld('street')) street = fill('street');
        if (!isNamed(street) && !saysStreet) return refuse(entry, 'street');
        if (!isNamed(street) && names.isHeld('street')) unconfirmed = names.held('street');
      }
      if (isLost) return undefined;
      if (columns.community !== undefined && !isNamed(community)) above.add(entry.row);
      return { street, community, filled, unconfirmed, isWhole };
    },
  };
};
