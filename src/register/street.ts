import type { LeftOut, Value } from '../model/ruleset.ts';

/** What the row of a street says besides its code and name. Streets of a district that say the same share it. */
export interface StreetRow {
  readonly fromTable: boolean;
  /** What it says of the district; null where it does not. */
  readonly district: string | null;
  readonly districtCode: string | null;
  /** Special assessments and summary counts that are filled in. */
  readonly values: Readonly<Record<string, Value>>;
  /** Those of them that were filled in and cannot be read. */
  readonly unreadable: readonly string[];
}

/** A street as a subject: from its own row, or from the units that name it where there is no streets table. */
export class Street implements StreetRow {
  readonly index: number;
  code: string | null;
  /** As written; null where units name it by code only. */
  name: string | null;
  /** Its row in a streets table, else the first row that names it. */
  readonly row: number;
  readonly #says: StreetRow;

  constructor(index: number, { code, name, row, says }: StreetFacts) {
    this.index = index;
    this.code = code;
    this.name = name;
    this.row = row;
    this.#says = says;
  }

  get fromTable(): boolean {
    return this.#says.fromTable;
  }

  get district(): string | null {
    return this.#says.district;
  }

  get districtCode(): string | null {
    return this.#says.districtCode;
  }

  get unreadable(): StreetRow['unreadable'] {
    return this.#says.unreadable;
  }

  get values(): StreetRow['values'] {
    return this.#says.values;
  }
}

export interface StreetFacts extends StreetReference {
  readonly row: number;
  readonly says: StreetRow;
}

/** How a unit names its street; texts normalised, absent ones null. */
export interface StreetReference {
  readonly code: string | null;
  readonly name: string | null;
}

/** What a reference leads to where the ruleset leaves it out. */
export interface StreetLeftOut {
  readonly leftOut: LeftOut;
}

export const isLeftOut = (found: Street | StreetLeftOut): found is StreetLeftOut => 'leftOut' in found;

/** Whether two streets of one name are one that was handed in twice, which is reported as such. */
export const isRepeated = (a: Street, b: Street): boolean =>
  a.code === null || b.code === null
    ? a.fromTable && b.fromTable && (a.district === null || b.district === null || a.district === b.district)
    : a.code === b.code;

/** The first six digits of a street's code are those of its district. */
export const districtPrefix = (code: string | null): string | null => /^\d{6}/.exec(code ?? '')?.[0] ?? null;

export const labelOf = ({ code, name }: StreetReference): string =>
  [code, name].filter((part) => part !== null).join(' ');
