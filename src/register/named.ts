/** A unit as a row names it; texts normalised, absent ones null. */
export interface Named {
  readonly code: string | null;
  readonly name: string | null;
}

export const UNNAMED: Named = { code: null, name: null };

export const isNamed = ({ code, name }: Named): boolean => code !== null || name !== null;

export const labelOf = ({ code, name }: Named): string => [code, name].filter((part) => part !== null).join(' ');
