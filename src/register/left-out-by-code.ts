import type { LeftOut } from '../model/ruleset.ts';
import { isWithin } from './code-prefix.ts';
import { OF_NO_STREET, OF_UNKNOWN_STREET } from './communities.ts';
import { codePrint } from './fingerprints.ts';
import { isNamed, type Named, type ParentKind, type ParentNames, UNNAMED } from './parent-names.ts';
import type { Known } from './parents.ts';
import type { Entry } from './read-table.ts';

/** Shorter codes of communities and compounds are an office's own: their digits say nothing. */
const NATIONAL = 12;

/** A unit that is left out by its own code, and the index of its street. */
export interface OutByCode {
  readonly leftOut: LeftOut;
  readonly of: number;
}

/**
 * Whether the digits of a unit's own code leave it out. An office's own long number may have any digits: they count
 * only where the code goes with the parents that the row names. Otherwise the parents decide.
 */
export const ownCodeTest = (names: ParentNames, hasCommunities: boolean, known: Known) => {
  const { streets, communities, fold, leftOut } = known;

  /** Undefined where merged cells left a blank that the code does not confirm. */
  const parent = (kind: ParentKind, cells: readonly string[], code: string): Named | undefined => {
    const named = names.read(kind, cells);
    if (isNamed(named) || !names.isHeld(kind)) return named;
    const above = names.fromAbove(kind, code);
    if (isNamed(above)) return above;
    // A unit with a code belongs to its street where that is given.
    return kind === 'community' && isNamed(names.read('street', cells)) ? UNNAMED : undefined;
  };

  const goesWithCommunity = (code: string, named: Named, street: number | null): boolean => {
    if (named.code !== null) return isWithin(code, named.code);
    if (named.name === null || !hasCommunities) return true;
    const [found, ...others] = communities.byName(fold(named.name), street);
    if (found === undefined || others.length > 0) return true;
    const streetCode = streets.list[found.street]?.code ?? null;
    const hasCode = !Number.isNaN(found.code);
    return (
      (streetCode === null || isWithin(code, streetCode)) &&
      (!hasCode || found.code === codePrint(code.slice(0, NATIONAL)))
    );
  };

  return ({ code, cells }: Entry): OutByCode | undefined => {
    if (code === null || code.length < NATIONAL) return undefined;
    const rule = leftOut(code);
    if (rule === undefined) return undefined;
    const street = parent('street', cells, code);
    const community = parent('community', cells, code);
    if (street === undefined || community === undefined) return undefined;
    const found = isNamed(street) ? streets.peek(street) : undefined;
    const streetCode = street.code ?? found?.code ?? null;
    if (streetCode !== null && !isWithin(code, streetCode)) return undefined;
    if (!goesWithCommunity(code, community, found?.index ?? null)) return undefined;
    const missing = streets.isLeftOut(street) ? OF_NO_STREET : OF_UNKNOWN_STREET;
    return { leftOut: rule, of: found?.index ?? missing };
  };
};

/** The rule by which a community that a compound of `street` names is left out by its code. */
export const communityOut = (
  code: string | null,
  streetCode: string | null,
  leftOut: (code: string) => LeftOut | undefined,
): LeftOut | undefined =>
  code === null || code.length < NATIONAL || (streetCode !== null && !isWithin(code, streetCode))
    ? undefined
    : leftOut(code);
