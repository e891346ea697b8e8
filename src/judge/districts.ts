import { districtPrefix, type Street } from '../register/street.ts';

export interface District {
  readonly code: string | null;
  readonly name: string | null;
  /** By code, streets without one after them by name, each in code-point order. */
  readonly streets: readonly Street[];
}

type Group = { readonly code: string | null; readonly named: boolean; readonly streets: Street[] };

const compare = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

const single = <T>(values: ReadonlySet<T> | undefined): T | undefined => {
  const [first] = values?.size === 1 ? values : [];
  return first;
};

/** The six digits that the codes of streets begin with, where they agree. */
const commonPrefix = (streets: readonly Street[]): string | null =>
  single(new Set(streets.flatMap(({ code }) => districtPrefix(code) ?? []))) ?? null;

/** The codes that streets give for a district of a name. */
const codesByName = (streets: readonly Street[], fold: (name: string) => string): Map<string, Set<string>> => {
  const codes = new Map<string, Set<string>>();
  for (const { district, districtCode } of streets) {
    if (district === null || districtCode === null) continue;
    const name = fold(district);
    const known = codes.get(name);
    if (known) known.add(districtCode);
    else codes.set(name, new Set([districtCode]));
  }
  return codes;
};

/**
 * Streets by district: what a column says of it decides, its code before its folded name. The first six digits of its
 * own code are the district of a street that says neither, and streets without any of these form one together.
 */
export const groupDistricts = (streets: readonly Street[], fold: (name: string) => string): District[] => {
  const groups = new Map<string, Group>();
  const add = (key: string, street: Street, code: string | null, named: boolean): void => {
    const group = groups.get(key);
    if (group) group.streets.push(street);
    else groups.set(key, { code, named, streets: [street] });
  };
  const codes = codesByName(streets, fold);
  const silent: Street[] = [];
  for (const street of streets) {
    const { district, districtCode } = street;
    const name = district === null ? null : fold(district);
    const code = districtCode ?? (name === null ? null : (single(codes.get(name)) ?? null));
    if (code !== null) add(`code ${code}`, street, code, false);
    else if (name !== null) add(`name ${name}`, street, null, true);
    else silent.push(street);
  }

  const byPrefix = new Map<string, Set<string>>();
  for (const [key, { named, streets: own }] of groups) {
    const prefix = named ? commonPrefix(own) : null;
    if (prefix !== null) byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(key));
  }
  for (const street of silent) {
    const prefix = districtPrefix(street.code);
    const own = `code ${prefix ?? ''}`;
    add(groups.has(own) ? own : (single(byPrefix.get(prefix ?? '')) ?? own), street, prefix, false);
  }

  return [...groups.values()]
    .map(
      ({ code, named, streets: own }): District => ({
        code: named ? commonPrefix(own) : code,
        name: own.find(({ district }) => district !== null)?.district ?? null,
        streets: own.sort((a, b) => compare(a.code, b.code) || compare(a.name, b.name)),
      }),
    )
    .sort((a, b) => compare(a.code, b.code) || compare(a.name, b.name));
};
