import type { Indicator, Ruleset, TableName } from '../model/ruleset.ts';
import { NamedUnits, type Reference } from './named-units.ts';
import { Tally } from './tally.ts';
import { UnitCounts } from './unit-counts.ts';
import { type Weighed, weigher } from './weigh.ts';

interface Counted {
  readonly indicator: Indicator;
  /** Index of each field of its condition in the record schema. */
  readonly fields: readonly number[];
  readonly weigh: ReturnType<typeof weigher>;
  readonly slots: (Weighed | undefined)[];
  tally: Tally;
}

/** The indicators of a ruleset, counted unit by unit. Those over streets are counted after the streets are judged. */
export class Tallies {
  readonly #byTable: Readonly<Record<TableName, readonly Counted[]>>;
  readonly #limit: number;
  #units: Record<TableName, UnitCounts>;
  #named: NamedUnits;
  readonly #fold: (name: string) => string;

  /** `fold` gives what spellings of one name have in common. */
  constructor(ruleset: Ruleset, limit: number, fold: (name: string) => string) {
    this.#fold = fold;
    this.#named = new NamedUnits(fold);
    this.#limit = limit;
    const counted = (table: TableName) =>
      ruleset.indicators
        .filter(({ of }) => of === table && table !== 'streets')
        .map((indicator): Counted => {
          const { fields } = indicator.condition;
          return {
            indicator,
            fields: fields.map((field) => ruleset.records[table].fields.findIndex(({ name }) => name === field)),
            weigh: weigher(indicator.condition),
            slots: fields.map(() => undefined),
            tally: new Tally(limit),
          };
        });
    this.#byTable = { streets: [], communities: counted('communities'), compounds: counted('compounds') };
    this.#units = { streets: new UnitCounts(), communities: new UnitCounts(), compounds: new UnitCounts() };
  }

  /** `readings` by index of the field in the record schema of the table. */
  take(
    table: TableName,
    street: number,
    row: number,
    readings: readonly (Weighed | undefined)[],
    community: Reference | number,
  ): void {
    this.#units[table].add(street, row);
    if (table === 'compounds' && typeof community !== 'number') this.#named.add(street, community);
    for (const { fields, weigh, slots, tally } of this.#byTable[table]) {
      for (let i = 0; i < fields.length; i++) slots[i] = readings[fields[i]!];
      tally.add(street, weigh(slots), row);
    }
  }

  reset(): void {
    for (const counted of Object.values(this.#byTable).flat()) counted.tally = new Tally(this.#limit);
    for (const table of ['streets', 'communities', 'compounds'] as const) this.#units[table] = new UnitCounts();
    this.#named = new NamedUnits(this.#fold);
  }

  of(indicator: string): Tally | undefined {
    return Object.values(this.#byTable)
      .flat()
      .find((counted) => counted.indicator.id === indicator)?.tally;
  }

  /** How many units of a table a street has. */
  units(table: TableName, street: number): number {
    return this.#units[table].of(street);
  }

  /** The same, or how many the units of another table name where that is more. */
  known(table: TableName, street: number): number {
    return Math.max(this.units(table, street), table === 'communities' ? this.#named.of(street) : 0);
  }

  /** The row of the first unit of a street in a table. */
  firstUnit(table: TableName, street: number): number | undefined {
    return this.#units[table].firstRow(street);
  }
}
