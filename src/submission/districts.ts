import type { Street } from '../records/streets.ts';

export interface District {
  readonly code: string | null;
  readonly name: string | null;
  /** By code, streets without one after them by name, each in code-point order. */
  readonly streets: readonly Street[];
}

const compare = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

/**
 * Streets by district: its code (a column, else the first six digits of the street's), else its name; streets that
 * tell neither form one together.
 */
export const groupDistricts = (streets: readonly Street[]): District[] => {
  const groups = new Map<string, Street[]>();
  for (const street of streets) {
    const key = street.districtCode ?? street.district ?? '';
    const group = groups.get(key);
    if (group) group.push(street);
    else groups.set(key, [street]);
  }
  return [...groups.values()]
    .map((group) => ({
      code: group[0]!.districtCode,
      name: group.find(({ district }) => district !== null)?.district ?? null,
      streets: group.sort((a, b) => compare(a.code, b.code) || compare(a.name, b.name)),
    }))
    .sort((a, b) => compare(a.code, b.code) || compare(a.name, b.name));
};
