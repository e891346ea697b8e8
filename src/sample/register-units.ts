import { weigher } from '../judge/weigh.ts';
import type { Indicator, Outcome, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Named } from './sample.ts';

interface Reading {
  readonly value: Value | undefined;
}

/** A unit as it was read; `community` is the row of its community, or what names it where there is no such row. */
export interface TakenUnit {
  readonly code: string | null;
  /** Only of a unit without a code. */
  readonly name: string | null;
  readonly street: number;
  readonly community: Named | number;
  readonly row: number;
  /** Of the indicators, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** Lists the units of one table as they are read, with what the conditions of indicators say of each. */
export class RegisterUnits {
  readonly #table: TableName;
  readonly #weighed: readonly { readonly fields: readonly number[]; readonly weigh: ReturnType<typeof weigher> }[];
  readonly #known = new Map<string, readonly Outcome[]>();
  list: TakenUnit[] = [];

  constructor(table: TableName, indicators: readonly Indicator[], ruleset: Ruleset) {
    this.#table = table;
    this.#weighed = indicators.map(({ condition }) => ({
      fields: condition.fields.map((field) => ruleset.records[table].fields.findIndex(({ name }) => name === field)),
      weigh: weigher(condition),
    }));
  }

  take(
    table: TableName,
    street: number,
    row: number,
    readings: readonly (Reading | undefined)[],
    community: Named | number,
    { code, name }: Named,
  ): void {
    if (table !== this.#table) return;
    const outcomes = this.#shared(this.#weighed.map(({ fields, weigh }) => weigh(fields.map((at) => readings[at]))));
    this.list.push({ code, name: code === null ? name : null, street, community, row, outcomes });
  }

  reset(): void {
    this.list = [];
  }

  /** Most units of a register have the same outcomes. */
  #shared(outcomes: readonly Outcome[]): readonly Outcome[] {
    const key = outcomes.join();
    const known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, outcomes);
    return known ?? outcomes;
  }
}
