import { isWithin } from './code-prefix.ts';
import type { Column, Columns } from './columns.ts';
import { isPlainCode, textOf } from './normalize-cell.ts';

/** A parent as a row names it. */
export interface Named {
  readonly code: string | null;
  readonly name: string | null;
}

export type ParentKind = 'street' | 'community';

export const UNNAMED: Named = { code: null, name: null };

export const isNamed = ({ code, name }: Named): boolean => code !== null || name !== null;

/** How many digits of a unit's code are its parent's. */
const DIGITS: Readonly<Record<ParentKind, number>> = { street: 9, community: 12 };

export type ParentNames = ReturnType<typeof parentNames>;

/**
 * How the rows of a table name their parents; blanks that merged cells left can be filled from the row above, of
 * whatever year it is.
 */
export const parentNames = ({ key, isPlainName }: Columns) => {
  const columns: Readonly<Record<ParentKind, { code: Column | undefined; name: Column | undefined }>> = {
    street: { code: key.streetCode, name: key.street },
    community: { code: key.communityCode, name: key.community },
  };
  const above: Record<ParentKind, readonly string[] | null> = { street: null, community: null };
  /** The street of the last row that named a community, whichever row named the street. */
  let besideCommunity: readonly string[] | null = null;

  const readText = (column: Column | undefined, cells: readonly string[]): string | null => {
    if (column === undefined) return null;
    const text = cells[column.cell]!;
    if (column.field.kind === 'code' ? isPlainCode(text) : isPlainName(text)) return text;
    return textOf(column.read(text));
  };

  const named = (kind: ParentKind, cells: readonly string[]): Named => ({
    code: readText(columns[kind].code, cells),
    name: readText(columns[kind].name, cells),
  });

  return {
    cells: [columns.street, columns.community].flatMap(({ code, name }) =>
      [code, name].flatMap((column) => column?.cell ?? []),
    ),
    /** The column by which people know a parent, if the table has any for it. */
    columnOf: (kind: ParentKind): Column | undefined => columns[kind].name ?? columns[kind].code,
    /** Whether no cell of a parent says anything, not even that it is not known. */
    isBlank: (kind: ParentKind, cells: readonly string[]): boolean =>
      [columns[kind].code, columns[kind].name].every(
        (column) => column === undefined || cells[column.cell]!.trim() === '',
      ),
    /** As the row itself says; held for blanks below it. The street of a row is read first. */
    read: (kind: ParentKind, cells: readonly string[]): Named => {
      const own = named(kind, cells);
      if (isNamed(own)) {
        above[kind] = cells;
        if (kind === 'community') besideCommunity = above.street;
      }
      return own;
    },
    /** Of the row above that has one. */
    held: (kind: ParentKind): Named => (above[kind] === null ? UNNAMED : named(kind, above[kind])),
    /** The street of the row above that has a community. */
    streetOfHeldCommunity: (): Named => (besideCommunity === null ? UNNAMED : named('street', besideCommunity)),
    isHeld: (kind: ParentKind): boolean => above[kind] !== null,
    /** The parent of the row above that has one, if the unit's code confirms it. */
    fromAbove: (kind: ParentKind, unitCode: string | null): Named => {
      const held = above[kind];
      if (held === null || unitCode === null) return UNNAMED;
      const parent = named(kind, held);
      if (parent.code !== null) return isWithin(unitCode, parent.code) ? parent : UNNAMED;
      const digits = readText(key.code, held)?.slice(0, DIGITS[kind]) ?? '';
      const confirms = digits.length === DIGITS[kind] && /^\d+$/.test(digits) && unitCode.startsWith(digits);
      return confirms ? parent : UNNAMED;
    },
  };
};
