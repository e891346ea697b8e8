import type { TakenUnit } from './register-units.ts';
import type { Named } from './sample.ts';

/** The streets and communities that units belong to. */
export interface Parents {
  /** Of a street by its index. */
  street(index: number): Named;
  /** What names the community of a unit. */
  community(unit: number): Named;
  /** What spellings of the name of a unit of a level have in common. */
  fold(level: string, name: string): string;
}

/** No folded name has a full-width slash, so that paths stay apart. */
const part = (text: string): string => text.replaceAll('/', '／');

const labelOf = ({ code, name }: Named, level: string, { fold }: Parents): string =>
  code ?? part(fold(level, name ?? ''));

/** The community that a unit names; null where it names none. */
export const communityOf = ({ unit }: TakenUnit, parents: Parents): Named | null => {
  const community = parents.community(unit);
  return community.code === null && community.name === null ? null : community;
};

export const streetLabel = (street: Named, parents: Parents): string => labelOf(street, 'street', parents);

/** What keeps a stratum apart: the code of the community, else street and name. */
export const communityLabel = (unit: TakenUnit, parents: Parents): string => {
  const community = communityOf(unit, parents);
  if (community !== null && community.code !== null) return community.code;
  return `${streetLabel(parents.street(unit.street), parents)}/${community === null ? '' : labelOf(community, 'community', parents)}`;
};

/**
 * What a unit is known by from year to year: its code, else street/name or street/community/name with codes where the
 * parents have them, all names folded.
 */
export const unitKey = (unit: TakenUnit, table: string, parents: Parents): string => {
  if (unit.code !== null) return unit.code;
  const street = streetLabel(parents.street(unit.street), parents);
  if (table === 'communities') return `${street}/${part(parents.fold('community', unit.name ?? ''))}`;
  const community = communityOf(unit, parents);
  const middle = community === null ? '' : labelOf(community, 'community', parents);
  return `${street}/${middle}/${part(parents.fold('compound', unit.name ?? ''))}`;
};
