import { COMMUNITY, STREET } from '../diagnostics/nouns.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { LeftOut } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import { type Community, LEFT_OUT, namePrint } from './communities.ts';
import { isPlainCode } from './normalize-cell.ts';
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

/** A parent as a row names it. */
interface Named {
  readonly code: string | null;
  readonly name: string | null;
}

const UNNAMED: Named = { code: null, name: null };

const isNamed = ({ code, name }: Named): boolean => code !== null || name !== null;

/** The prefix that children's codes share with a street's: a 12-digit street code ends in 000. */
const stem = (code: string): string => (/^\d{9}000$/.test(code) ? code.slice(0, 9) : code);

type Known = Pick<Pass, 'streets' | 'communities' | 'ofYear' | 'fold' | 'leftOut' | 'index' | 'refused'>;

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
  const { streets, communities, ofYear: diagnostics, fold, leftOut, index, refused } = known;
  const { key } = columns;
  const groups = {
    street: { code: key.streetCode, name: key.street, digits: 9 },
    community: { code: key.communityCode, name: key.community, digits: 12 },
  };
  const cells = [key.streetCode, key.street, key.communityCode, key.community].flatMap((column) =>
    column === undefined ? [] : [column.cell],
  );
  const held: { street: readonly string[] | null; community: readonly string[] | null } = {
    street: null,
    community: null,
  };
  let lastCells: readonly string[] | undefined;
  let lastParent: Parent | undefined;

  const readText = (column: Column | undefined, row: readonly string[]): string | null => {
    if (column === undefined) return null;
    const text = row[column.cell]!;
    if (column.field.kind === 'code' ? isPlainCode(text) : columns.isPlainName(text)) return text;
    const { value } = column.read(text);
    return value === undefined ? null : String(value);
  };

  const namedBy = (group: 'street' | 'community', row: readonly string[]): Named => ({
    code: readText(groups[group].code, row),
    name: readText(groups[group].name, row),
  });

  /** The parent of a blank group from the row above that has it, if the unit's code confirms it. */
  const filled = (group: 'street' | 'community', code: string | null): Named => {
    const above = held[group];
    if (above === null || code === null) return UNNAMED;
    const named = namedBy(group, above);
    if (named.code !== null) return code.startsWith(stem(named.code)) ? named : UNNAMED;
    const own = readText(key.code, above)?.slice(0, groups[group].digits) ?? '';
    const confirms = own.length === groups[group].digits && /^\d+$/.test(own) && code.startsWith(own);
    return confirms ? named : UNNAMED;
  };

  const resolveCommunity = (named: Named, street: number | null, at: number): Community | undefined => {
    const row = base + at;
    const unknown = (): undefined => {
      if (refused.has('communities', named.code, named.name)) return;
      const reference = [named.code, named.name].filter((part) => part !== null).join(' ');
      const where = index.whereWithText(row, named.code !== null ? 'communityCode' : 'community');
      diagnostics.add('reference.unknown', { parent: COMMUNITY, reference }, where);
    };
    const byName = (name: string, fits: readonly Community[]): Community | undefined => {
      if (fits.length <= 1) return fits[0] ?? unknown();
      const places = () => fits.map((community) => index.where(community.row, 'name').place!());
      diagnostics.add(
        'reference.ambiguous',
        { parent: COMMUNITY, reference: name, units: fits.map(({ street: of }) => streets.labelAt(of)) },
        { ...index.whereWithText(row, 'community'), related: places },
      );
      return undefined;
    };
    if (named.code === null) return byName(named.name!, communities.byName(fold(named.name!), street));
    const found = communities.byCode(named.code);
    if (!found) {
      if (named.name === null) return unknown();
      return byName(named.name, communities.byName(fold(named.name), street, true));
    }
    if (named.name !== null && found.name !== 0 && found.name !== namePrint(fold(named.name))) {
      const other = index.where(found.row, 'name').place!;
      diagnostics.add(
        'reference.contradiction',
        { parent: COMMUNITY, references: [named.code, named.name] },
        { ...index.whereWithText(row, 'community'), related: () => [other()] },
      );
      return undefined;
    }
    return found;
  };

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

  const find = (row: readonly string[], at: number, unitCode: string | null): Parent | undefined => {
    let street = namedBy('street', row);
    let community = namedBy('community', row);
    const note = (column: Column) =>
      diagnostics.add(
        'record.filled-down',
        { heading: column.heading },
        whereOf(table, at, column.cell, row[column.cell]!),
      );
    const fill = (group: 'street' | 'community'): Named => {
      const named = filled(group, unitCode);
      if (isNamed(named)) note((groups[group].name ?? groups[group].code)!);
      return named;
    };
    if (isNamed(community)) held.community = row;
    else if (table.table === 'compounds' && (groups.community.code || groups.community.name))
      community = fill('community');
    if (isNamed(street)) held.street = row;
    else if (groups.street.code || groups.street.name) {
      if (!(isNamed(community) && hasCommunities) || held.street !== null) street = fill('street');
    }
    if (!isNamed(street) && !(isNamed(community) && hasCommunities)) {
      const column = groups.street.name ?? groups.street.code ?? groups.community.name ?? groups.community.code;
      const where = whereOf(table, at, column!.cell, row[column!.cell]!);
      diagnostics.add('record.blank-parent', { heading: column!.heading }, where);
      return undefined;
    }
    const out =
      (community.code === null ? undefined : leftOut(community.code)) ??
      (street.code === null ? undefined : leftOut(street.code)) ??
      streets.leftOutNamed(street.name);
    if (out) return { street: LEFT_OUT, leftOut: out, key: '' };
    const streetFound = isNamed(street) ? resolveStreet(street, base + at) : null;
    if (streetFound === undefined) return undefined;
    if (!isNamed(community) || !hasCommunities) {
      const key = `${community.code ?? ''} ${community.code !== null || community.name === null ? '' : fold(community.name)}`;
      return { street: streetFound!.index, key };
    }
    const found = resolveCommunity(community, streetFound?.index ?? null, at);
    if (!found) return undefined;
    if (found.street === LEFT_OUT) return { street: LEFT_OUT, key: '' };
    if (streetFound && found.street !== streetFound.index) {
      const other = index.where(found.row, 'street').place!;
      diagnostics.add(
        'reference.contradiction',
        {
          parent: STREET,
          references: [streets.labelAt(found.street), streets.labelAt(streetFound.index)],
        },
        { ...index.whereWithText(base + at, 'street', 'streetCode'), related: () => [other()] },
      );
      return undefined;
    }
    return { street: found.street, key: found.row };
  };

  const isSame = (row: readonly string[]): boolean => {
    if (lastCells === undefined) return false;
    for (let i = 0; i < cells.length; i++) if (row[cells[i]!] !== lastCells[cells[i]!]) return false;
    return true;
  };

  const isBlank = (row: readonly string[]): boolean => cells.some((cell) => row[cell]!.trim() === '');

  /** Undefined where the parent cannot be told; the diagnostics say why. */
  return ({ cells: row, row: at, code, hasParents }: Entry): Parent | undefined => {
    if (!hasParents) return undefined;
    if (isSame(row)) return lastParent;
    const parent = find(row, at, code);
    const keep = parent !== undefined && !isBlank(row);
    lastCells = keep ? row : undefined;
    lastParent = keep ? parent : undefined;
    return parent;
  };
};
