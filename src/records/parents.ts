import { STREET } from '../diagnostics/nouns.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { LeftOut } from '../model/ruleset.ts';
import type { Columns } from './columns.ts';
import { LEFT_OUT } from './communities.ts';
import { findCommunity } from './find-community.ts';
import { isNamed, type Named, type ParentKind, parentNames, UNNAMED } from './parent-names.ts';
import type { Pass } from './pass.ts';
import type { Entry } from './read-table.ts';
import { whereOf } from './row-index.ts';
import type { Street } from './streets.ts';

/** What a unit belongs to: index of its street (LEFT_OUT for what is no unit), and what tells its parent apart. */
export interface Parent {
  readonly street: number;
  readonly leftOut?: LeftOut;
  readonly key: string | number;
}

/** What is known of the units that others may belong to. */
export type Known = Pick<Pass, 'streets' | 'communities' | 'ofYear' | 'fold' | 'leftOut' | 'index' | 'refused'>;

/**
 * Finds the street of each unit of a table by the codes and names its row gives; blanks that merged cells left are
 * filled from above where the unit's code confirms it. Neighbouring rows mostly have the same parents: the last
 * answer is kept.
 */
export const parentFinder = (
  table: OpenTable,
  columns: Columns,
  base: number,
  hasCommunities: boolean,
  known: Known,
) => {
  const { streets, ofYear: diagnostics, fold, leftOut, index } = known;
  const names = parentNames(columns);
  const { cells: parentCells } = names;
  const streetColumn = names.columnOf('street');
  const communityColumn = names.columnOf('community');
  let lastCells: readonly string[] | undefined;
  let lastParent: Parent | undefined;
  let lastStreet: Named = UNNAMED;
  let lastStreetFound: Street | undefined;

  const resolveStreet = (named: Named, row: number): Street | undefined => {
    if (lastStreetFound !== undefined && named.code === lastStreet.code && named.name === lastStreet.name) {
      return lastStreetFound;
    }
    lastStreet = named;
    lastStreetFound = streets.resolve(named, row);
    return lastStreetFound;
  };

  const fill = (kind: ParentKind, { cells, row, code }: Entry): Named => {
    const named = names.fromAbove(kind, code);
    if (!isNamed(named)) return UNNAMED;
    const { heading, cell } = names.columnOf(kind)!;
    diagnostics.add('record.filled-down', { heading }, whereOf(table, row, cell, cells[cell]!));
    return named;
  };

  const find = (entry: Entry): Parent | undefined => {
    const { cells } = entry;
    const row = base + entry.row;
    let street = names.read('street', cells);
    let community = names.read('community', cells);
    if (!isNamed(community) && table.table === 'compounds' && communityColumn) community = fill('community', entry);
    const saysStreet = isNamed(community) && hasCommunities;
    if (!isNamed(street) && streetColumn && (!saysStreet || names.isHeld('street'))) street = fill('street', entry);
    if (!isNamed(street) && !saysStreet) {
      const { heading, cell } = (streetColumn ?? communityColumn)!;
      diagnostics.add('record.blank-parent', { heading }, whereOf(table, entry.row, cell, cells[cell]!));
      return undefined;
    }
    const out =
      (community.code === null ? undefined : leftOut(community.code)) ??
      (street.code === null ? undefined : leftOut(street.code)) ??
      streets.leftOutNamed(street.name);
    if (out) return { street: LEFT_OUT, leftOut: out, key: '' };
    const streetFound = isNamed(street) ? resolveStreet(street, row) : null;
    if (streetFound === undefined) return undefined;
    if (!saysStreet) {
      const name = community.code !== null || community.name === null ? '' : fold(community.name);
      return { street: streetFound!.index, key: `${community.code ?? ''} ${name}` };
    }
    const found = findCommunity(community, streetFound?.index ?? null, row, known);
    if (!found) return undefined;
    if (found.street === LEFT_OUT) return { street: LEFT_OUT, key: '' };
    if (streetFound && found.street !== streetFound.index) {
      const other = index.where(found.row, 'street').place!;
      const where = { ...index.whereWithText(row, 'street', 'streetCode'), related: () => [other()] };
      const references = [streets.labelAt(found.street), streets.labelAt(streetFound.index)];
      diagnostics.add('reference.contradiction', { parent: STREET, references }, where);
      return undefined;
    }
    return { street: found.street, key: found.row };
  };

  const isSame = (cells: readonly string[]): boolean => {
    if (lastCells === undefined) return false;
    for (let i = 0; i < parentCells.length; i++) {
      if (cells[parentCells[i]!] !== lastCells[parentCells[i]!]) return false;
    }
    return true;
  };

  const isBlank = (cells: readonly string[]): boolean => parentCells.some((cell) => cells[cell]!.trim() === '');

  /** Undefined where the parent cannot be told; the diagnostics say why. */
  return (entry: Entry): Parent | undefined => {
    const { cells } = entry;
    if (!entry.hasParents) return undefined;
    if (isSame(cells)) return lastParent;
    const parent = find(entry);
    const keep = parent !== undefined && !isBlank(cells);
    lastCells = keep ? cells : undefined;
    lastParent = keep ? parent : undefined;
    return parent;
  };
};
