import { COMMUNITY } from '../diagnostics/nouns.ts';
import { type Community, namePrint } from './communities.ts';
import type { Named } from './parent-names.ts';
import type { Known } from './parents.ts';

/** The community that a compound names, within its street if that is given; undefined with a diagnostic. */
export const findCommunity = (
  { code, name }: Named,
  street: number | null,
  row: number,
  { streets, communities, ofYear: diagnostics, fold, index, refused }: Known,
): Community | undefined => {
  const unknown = (): undefined => {
    if (refused.has('communities', code, name)) return;
    const reference = [code, name].filter((part) => part !== null).join(' ');
    const where = index.whereWithText(row, code !== null ? 'communityCode' : 'community');
    diagnostics.add('reference.unknown', { parent: COMMUNITY, reference }, where);
  };
  const single = (reference: string, fits: readonly Community[]): Community | undefined => {
    if (fits.length <= 1) return fits[0] ?? unknown();
    const units = fits.map((community) => streets.labelAt(community.street));
    const related = () => fits.map((community) => index.where(community.row, 'name').place!());
    const where = { ...index.whereWithText(row, 'community'), related };
    diagnostics.add('reference.ambiguous', { parent: COMMUNITY, reference, units }, where);
    return undefined;
  };
  if (code === null) return single(name!, communities.byName(fold(name!), street));
  const found = communities.byCode(code);
  if (!found) return name === null ? unknown() : single(name, communities.byName(fold(name), street, true));
  if (name === null || found.name === 0 || found.name === namePrint(fold(name))) return found;
  const other = index.where(found.row, 'name').place!;
  const where = { ...index.whereWithText(row, 'community'), related: () => [other()] };
  diagnostics.add('reference.contradiction', { parent: COMMUNITY, references: [code, name] }, where);
  return undefined;
};
