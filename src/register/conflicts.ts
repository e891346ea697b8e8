import { COMMUNITY, STREET } from '../diagnostics/nouns.ts';
import { type Community, LEFT_OUT } from './communities.ts';
import { mayBeOne } from './half-named.ts';
import type { Known } from './parents.ts';
import { labelOf, type Street, type StreetReference } from './street.ts';

const STREET_FIELDS = ['street', 'streetCode'] as const;

export type Conflicts = ReturnType<typeof conflictReporter>;

/** Says where a compound and the community that it names do not go together. */
export const conflictReporter = ({
  streets,
  ofYear: diagnostics,
  index,
}: Pick<Known, 'streets' | 'ofYear' | 'index'>) => {
  const streetOf = (community: Community): string =>
    community.street === LEFT_OUT
      ? (index.whereWithText(community.row, ...STREET_FIELDS).text ?? '')
      : streets.labelAt(community.street);

  const placesOf = (communities: readonly Community[], ...fields: string[]) => {
    return () => communities.map(({ row }) => index.whereWithText(row, ...fields).place!());
  };

  return {
    ambiguous: (name: string, fits: readonly Community[], row: number): undefined => {
      const where = { ...index.whereWithText(row, 'community'), related: placesOf(fits, 'name') };
      diagnostics.add('reference.ambiguous', { parent: COMMUNITY, reference: name, units: fits.map(streetOf) }, where);
    },
    /** The community lies in other streets than the compound says. */
    elsewhere: (street: Street | StreetReference, found: readonly Community[], row: number): undefined => {
      const where = { ...index.whereWithText(row, ...STREET_FIELDS), related: placesOf(found, ...STREET_FIELDS) };
      const halves = found.flatMap((community) => streets.list[community.street] ?? []);
      if (halves.length === found.length && halves.every((other) => !other.fromTable && mayBeOne(street, other))) {
        streets.sayUnjoined([street, ...halves], where);
        return;
      }
      const references = [...found.map(streetOf), labelOf(street)];
      diagnostics.add('reference.contradiction', { parent: STREET, references: [...new Set(references)] }, where);
    },
  };
};
