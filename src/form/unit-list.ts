import type { TableName } from '../model/ruleset.ts';
import type { Named } from '../register/parent-names.ts';
import type { UnitSink } from '../register/unit-sink.ts';

/** A unit of the year, to be looked up again. */
export interface ListedUnit {
  /** Index of its street. */
  readonly street: number;
  readonly row: number;
  /** Row of its community, or what names it. */
  readonly community: Named | number;
}

/** Remembers the units of some tables while they are read, in the order of the input. */
export class UnitList implements UnitSink {
  readonly #units: ReadonlyMap<TableName, ListedUnit[]>;

  constructor(tables: readonly TableName[]) {
    this.#units = new Map(tables.map((table) => [table, []]));
  }

  take(table: TableName, street: number, row: number, _: unknown, community: Named | number): void {
    this.#units.get(table)?.push({ street, row, community });
  }

  reset(): void {
    for (const units of this.#units.values()) units.length = 0;
  }

  of(table: TableName): readonly ListedUnit[] {
    return this.#units.get(table) ?? [];
  }
}
