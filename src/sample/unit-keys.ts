import type { TakenUnit } from './register-units.ts';
import type { Named } from './sample.ts';

/** The streets and communities that units belong to. */
export interface Parents {
  /** Of a street by its index. */
  street(index: number): Named;
  /** The record of a community by its row. */
  community(row: number): Named;
  /** What spellings of a street's or community's name have in common. */
  fold(name: string): string;
  /** The same of a compound's name. */
  foldUnit(name: string): string;
}

/** No folded name has a full-width slash, so that paths stay apart. */
const part = (text: string): string => text.replaceAll('/', '／');

const labelOf = ({ code, name }: Named, fold: (name: string) => string): string => code ?? part(fold(name ?? ''));

/** The community that a unit names; null where it names none. */
export const communityOf = ({ community }: TakenUnit, parents: Parents): Named | null => {
  if (typeof community === 'number') return parents.community(community);
  return community.code === null && community.name === null ? null : community;
};

export const streetLabel = (street: Named, { fold }: Parents): string => labelOf(street, fold);

/** What keeps a stratum apart: the code of the community, else street and name. */
export const communityLabel = (unit: TakenUnit, parents: Parents): string => {
  const community = communityOf(unit, parents);
  if (community !== null && community.code !== null) return community.code;
  return `${streetLabel(parents.street(unit.street), parents)}/${community === null ? '' : labelOf(community, parents.fold)}`;
};

/**
 * What a unit is known by from year to year: its code, else street/name or street/community/name with codes where the
 * parents have them, all names folded.
 */
export const unitKey = (unit: TakenUnit, table: 'communities' | 'compounds', parents: Parents): string => {
  if (unit.code !== null) return unit.code;
  const street = streetLabel(parents.street(unit.street), parents);
  if (table === 'communities') return `${street}/${part(parents.fold(unit.name ?? ''))}`;
  const community = communityOf(unit, parents);
  const middle = community === null ? '' : labelOf(community, parents.fold);
  return `${street}/${middle}/${part(parents.foldUnit(unit.name ?? ''))}`;
};

/** Of a street: its code, else its folded name. */
export const streetKey = (street: Named, fold: (name: string) => string): string => labelOf(street, fold);
