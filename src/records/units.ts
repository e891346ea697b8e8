import type { TableName } from '../model/ruleset.ts';
import { Fingerprints, fingerprint } from './fingerprints.ts';

/** Fingerprints of the units of one table, by which repeated ones are found. */
export interface UnitPrints {
  readonly coded: Fingerprints;
  /** Units without a code, by parent and name. */
  readonly named: Fingerprints;
}

export const noPrints = (): Record<TableName, UnitPrints> => ({
  streets: { coded: new Fingerprints(), named: new Fingerprints() },
  communities: { coded: new Fingerprints(), named: new Fingerprints() },
  compounds: { coded: new Fingerprints(), named: new Fingerprints() },
});

/** The same unit in two years is not the same. */
export const codePrint = (code: string, year: number | null): number => fingerprint(code, year ?? 0);

export const unitNamePrint = (parent: string, folded: string, year: number | null): number =>
  fingerprint(`${parent}\n${folded}`, (year ?? 0) + 0x10000);
