import { COMMUNITY } from '../diagnostics/nouns.ts';
import { type Community, namePrint, OF_UNKNOWN_STREET } from './communities.ts';
import type { Conflicts } from './conflicts.ts';
import type { Named } from './parent-names.ts';
import type { Known } from './parents.ts';
import type { Street } from './street.ts';

/** Whether two communities of one name are one that was handed in twice, which is reported as such. */
const isRepeated = (a: Community, b: Community): boolean =>
  a.code === b.code || (a.street === b.street && (Number.isNaN(a.code) || Number.isNaN(b.code)));

const withoutRepeated = (fits: readonly Community[]): readonly Community[] =>
  fits.length <= 1 ? fits : fits.filter((fit, at) => !fits.slice(0, at).some((other) => isRepeated(fit, other)));

/** The community that a compound names, within its street if that is given; undefined with a diagnostic. */
export const findCommunity = (
  { code, name }: Named,
  street: Street | null,
  row: number,
  { communities, ofYear: diagnostics, fold, index, refused, misses }: Known,
  conflicts: Conflicts,
): Community | undefined => {
  const unknown = (): undefined => {
    if (misses('communities')) return undefined;
    const reference = [code, name].filter((part) => part !== null).join(' ');
    const where = index.whereWithText(row, code !== null ? 'communityCode' : 'community');
    diagnostics.add('reference.unknown', { parent: COMMUNITY, reference }, where);
  };
  const named = (folded: string, codeless: boolean): Community | undefined => {
    const fits = withoutRepeated(communities.byName(folded, street?.index ?? null, codeless));
    if (fits.length === 1) return fits[0];
    if (fits.length > 1) return conflicts.ambiguous(name!, fits, row);
    if (refused.has('communities', code, name)) return undefined;
    const elsewhere = street === null ? [] : communities.byName(folded, null, codeless);
    const somewhere = elsewhere.find(({ of }) => of === OF_UNKNOWN_STREET);
    if (somewhere !== undefined) return somewhere;
    return elsewhere.length === 0 ? unknown() : conflicts.elsewhere(street!, elsewhere, row);
  };
  if (code === null) return named(fold(name!), false);
  const found = communities.byCode(code);
  if (!found) {
    if (name !== null) return named(fold(name), true);
    return refused.has('communities', code, name) ? undefined : unknown();
  }
  if (name === null || found.name === 0 || found.name === namePrint(fold(name))) return found;
  const other = index.where(found.row, 'name').place!;
  const where = { ...index.whereWithText(row, 'community'), related: () => [other()] };
  diagnostics.add('reference.contradiction', { parent: COMMUNITY, references: [code, name] }, where);
  return undefined;
};
