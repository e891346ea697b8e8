/** A unit as a row names it; texts normalised, absent ones null. */
export interface Named {
  readonly code: string | null;
  readonly name: string | null;
}

/** What a unit lies in that others of its name do not, outermost first; absent where its name stands once. */
export interface ToldApart {
  readonly within?: readonly string[];
}

/** The name of a unit, behind what tells it from others of that name. */
export const nameWithin = (name: string, { within = [] }: ToldApart): string => [...within, name].join(' ');

/**
 * Tells units of one name that are shown together apart by what they lie in: by the names nearest to them, as few as it
 * takes. `around` says what one lies in, outermost first, and is only asked of those whose name stands twice.
 */
export const tellApart = <T extends Pick<Named, 'name'>>(
  units: readonly T[],
  around: (unit: T, at: number) => readonly string[],
): readonly (T & ToldApart)[] => {
  if (units.length < 2) return units;
  const places = new Map<string, number[]>();
  for (const [at, { name }] of units.entries()) {
    const same = name === null ? undefined : places.get(name);
    if (same !== undefined) same.push(at);
    else if (name !== null) places.set(name, [at]);
  }
  const alike = [...places.values()].filter(({ length }) => length > 1);
  if (alike.length === 0) return units;
  const told: (T & ToldApart)[] = [...units];
  for (const same of alike) {
    const chains = same.map((at) => around(units[at]!, at));
    const longest = Math.max(...chains.map(({ length }) => length));
    const nearest = (count: number) => chains.map((chain) => chain.slice(Math.max(0, chain.length - count)));
    const isEnough = (count: number) => new Set(nearest(count).map((chain) => chain.join('\n'))).size === same.length;
    let count = 1;
    while (count < longest && !isEnough(count)) count++;
    for (const [nth, within] of nearest(count).entries()) {
      if (within.length > 0) told[same[nth]!] = { ...units[same[nth]!]!, within };
    }
  }
  return told;
};

/** The same of units whose codes are shown: one tells a unit apart by itself. */
export const tellUncodedApart = <T extends Named>(
  units: readonly T[],
  around: (unit: T, at: number) => readonly string[],
): readonly (T & ToldApart)[] =>
  tellApart(units, (unit, at) => (unit.code === null ? around(unit, at) : [unit.code])).map((told, at) =>
    told.code === null ? told : units[at]!,
  );
