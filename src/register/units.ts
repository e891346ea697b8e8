import { TABLES, type TableName } from '../model/ruleset.ts';
import { Fingerprints, fingerprint } from './fingerprints.ts';

/** Fingerprints of the units of one table and year, by which repeated ones are found. */
export interface UnitPrints {
  readonly coded: Fingerprints;
  /** Units without a code, by parent and name. */
  readonly named: Fingerprints;
  /** What codes that are no national ones were meant to be, where they look like such. */
  readonly alike: Fingerprints;
}

/** The same unit in two years is not the same. */
export class PrintsByYear {
  readonly #prints = new Map(TABLES.map((table) => [table, new Map<number | null, UnitPrints>()]));

  of(table: TableName, year: number | null): UnitPrints {
    const years = this.#prints.get(table)!;
    let prints = years.get(year);
    if (prints === undefined) {
      prints = { coded: new Fingerprints(), named: new Fingerprints(), alike: new Fingerprints() };
      years.set(year, prints);
    }
    return prints;
  }

  years(table: TableName): ReadonlyMap<number | null, UnitPrints> {
    return this.#prints.get(table)!;
  }
}

export const unitNamePrint = (parent: string, folded: string): number => fingerprint(`${parent}\n${folded}`);
