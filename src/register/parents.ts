import type { OpenTable } from '../intake/open-table.ts';
import type { LeftOut, TableName } from '../model/ruleset.ts';
import { isWithin } from './code-prefix.ts';
import { LEFT_OUT, OF_NO_STREET } from './communities.ts';
import { conflictReporter } from './conflicts.ts';
import { findCommunity } from './find-community.ts';
import { communityOut, ownCodeTest } from './left-out-by-code.ts';
import { isNamed, type Named, type ParentNames, UNNAMED } from './parent-names.ts';
import type { Entry } from './read-table.ts';
import type { Pass } from './reading.ts';
import { type NamedParents, rowParents } from './row-parents.ts';
import { isLeftOut, type Street, type StreetLeftOut } from './street.ts';

/** What a unit belongs to: index of its street (LEFT_OUT for what is no unit), and what tells its parent apart. */
export interface Parent {
  readonly street: number;
  /** Of what is left out: the rule, if it is its own or its parent's, and the index of its street or why there is none. */
  readonly leftOut?: LeftOut | undefined;
  readonly of?: number;
  readonly key: string | number;
  /** Of what is a unit: the row of its community, or what names it where there is no such row. */
  readonly community?: Named | number;
}

/** What is known of the units that others may belong to. */
export type Known = Pick<Pass, 'streets' | 'communities' | 'ofYear' | 'fold' | 'leftOut' | 'index' | 'refused'> & {
  /** Whether a table has records of other years only, which is told of it. */
  readonly misses: (name: TableName) => boolean;
};

const NATIONAL_STREET = /^\d{9}(?:000)?$/;

/**
 * Finds the street of each unit of a table by the codes and names its row gives; blanks that merged cells left are
 * filled from above where the unit's code confirms it. Neighbouring rows mostly have the same parents: the last
 * answer is kept. `names` outlives the year, as merged cells do.
 */
export const parentFinder = (
  table: OpenTable,
  names: ParentNames,
  base: number,
  hasCommunities: boolean,
  known: Known,
) => {
  const { streets, communities, fold, leftOut } = known;
  const { cells: parentCells } = names;
  const conflicts = conflictReporter(known);
  const rows = rowParents(table, names, hasCommunities, known);
  const outByOwnCode = ownCodeTest(names, hasCommunities, known);
  let lastCells: readonly string[] | undefined;
  let lastParent: Parent | undefined;
  let lastStreet: Named = UNNAMED;
  let lastStreetFound: Street | StreetLeftOut | undefined;
  /** Whether rows that were only held stand between the last answer and this row. */
  let othersBetween = false;

  const resolveStreet = (named: Named, row: number): Street | StreetLeftOut | undefined => {
    if (lastStreetFound !== undefined && named.code === lastStreet.code && named.name === lastStreet.name) {
      return lastStreetFound;
    }
    lastStreet = named;
    lastStreetFound = streets.resolve(named, row);
    return lastStreetFound;
  };

  const belowStreet = ({ street, community }: NamedParents, row: number): Parent | undefined => {
    const found = resolveStreet(street, row);
    if (found === undefined) return undefined;
    if (isLeftOut(found)) return { street: LEFT_OUT, leftOut: found.leftOut, of: OF_NO_STREET, key: '' };
    const out = communityOut(community.code, found.code, leftOut);
    if (out) return { street: LEFT_OUT, leftOut: out, of: found.index, key: '' };
    const name = community.code !== null || community.name === null ? '' : fold(community.name);
    return { street: found.index, key: `${community.code ?? ''} ${name}`, community };
  };

  /** A compound whose community is in a table: its street follows, and has to be the one that it names. */
  const belowCommunity = (entry: Entry, parents: NamedParents, row: number): Parent | undefined => {
    const { street: named, community, unconfirmed } = parents;
    const isNew = isNamed(named) && streets.isNewHalf(named);
    const street = isNamed(named) && !isNew ? resolveStreet(named, row) : null;
    if (street === undefined) {
      known.misses('communities');
      return undefined;
    }
    const listed = community.code === null ? undefined : communities.byCode(community.code);
    if (street !== null && isLeftOut(street)) {
      if (listed === undefined || listed.street === LEFT_OUT) {
        return { street: LEFT_OUT, leftOut: street.leftOut, of: OF_NO_STREET, key: '' };
      }
      return conflicts.elsewhere(named, [listed], row);
    }
    // What a streets table lacks, that of communities may well lack too; the street cannot pass anyway.
    if (street !== null && streets.isUnlisted(street) && listed === undefined) {
      const isKnown = community.name !== null && communities.byName(fold(community.name), street.index).length > 0;
      if (!isKnown) return belowStreet(parents, row);
    }
    const streetCode = street?.code ?? named.code;
    const out = listed === undefined ? communityOut(community.code, streetCode, leftOut) : undefined;
    if (out) return { street: LEFT_OUT, leftOut: out, key: '' };
    const found = findCommunity(community, street, row, known, conflicts);
    if (found === undefined) return undefined;
    if (found.street === LEFT_OUT) {
      if (street !== null && found.of !== street.index && found.of <= OF_NO_STREET) {
        return conflicts.elsewhere(street, [found], row);
      }
      const rule = communityOut(community.code, null, leftOut);
      return { street: LEFT_OUT, leftOut: rule, of: found.of, key: '' };
    }
    const own = streets.list[found.street]!;
    if (isNew) {
      if (!streets.joined(own, named)) return conflicts.elsewhere(named, [found], row);
    } else if (street !== null && own !== street) return conflicts.elsewhere(street, [found], row);
    if (unconfirmed !== null) {
      if (streets.peek(unconfirmed) !== own) return rows.refuse(entry, 'street');
      rows.noteFilled(entry, ['street']);
    }
    return { street: found.street, key: found.row, community: found.row };
  };

  const find = (entry: Entry, parents: NamedParents): Parent | undefined => {
    const row = base + entry.row;
    const parent =
      hasCommunities && isNamed(parents.community) ? belowCommunity(entry, parents, row) : belowStreet(parents, row);
    if (parent === undefined) return undefined;
    if (parents.isDirect) rows.noteDirect(entry);
    if (parents.filled.length === 0) return parent;
    const code = streets.list[parent.street]?.code ?? null;
    const { code: own } = entry;
    // The numbers of an office may be alike by chance.
    if (code !== null && NATIONAL_STREET.test(code) && own !== null && !isWithin(own, code)) {
      return rows.refuse(entry, parents.filled[0]!);
    }
    rows.noteFilled(entry, parents.filled);
    return parent;
  };

  const isSame = (cells: readonly string[]): boolean => {
    if (lastCells === undefined) return false;
    for (let i = 0; i < parentCells.length; i++) {
      if (cells[parentCells[i]!] !== lastCells[parentCells[i]!]) return false;
    }
    return true;
  };

  return {
    /** Undefined where the parent cannot be told; the diagnostics say why. */
    of: (entry: Entry): Parent | undefined => {
      const { cells } = entry;
      if (!entry.hasParents) return undefined;
      const own = outByOwnCode(entry);
      if (own) {
        othersBetween = true;
        return { street: LEFT_OUT, leftOut: own.leftOut, of: own.of, key: '' };
      }
      if (isSame(cells)) {
        if (othersBetween) rows.hold(cells);
        othersBetween = false;
        return lastParent;
      }
      othersBetween = false;
      const parents = rows.of(entry);
      const parent = parents && find(entry, parents);
      const keep = parent !== undefined && parents!.isWhole;
      lastCells = keep ? cells : undefined;
      lastParent = keep ? parent : undefined;
      return parent;
    },
    /** A row that is not looked at, of another year: merged cells may begin there. */
    pass: ({ cells }: Entry): void => {
      rows.hold(cells);
      othersBetween = true;
    },
  };
};
