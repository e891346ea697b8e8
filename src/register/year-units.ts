import { Float64Numbers, Uint32Numbers } from '../model/numbers.ts';
import { TABLES, type TableName } from '../model/ruleset.ts';
import { codePrint, fingerprint } from './fingerprints.ts';
import { foldWidth } from './fold-name.ts';
import type { StreetReference } from './street.ts';
import type { UnitSink } from './unit-sink.ts';

/** In place of the print of what a unit does not have. */
const NONE = Number.NaN;

const codeOf = ({ code }: StreetReference): number => (code === null ? NONE : codePrint(code));
const nameOf = ({ name }: StreetReference): number => (name === null ? NONE : fingerprint(foldWidth(name)));
/** Names the units of a table and street. */
export const groupOf = (table: TableName, street: number): string => `${table} ${street}`;

/** The units of the year judged, by table and street: prints of their codes and names. */
export class JudgedUnits implements UnitSink {
  readonly streets = new Set<number>();
  readonly #prints = new Map<string, Set<number>>();

  take(table: TableName, street: number, _row: number, _readings: unknown, _community: unknown, unit: StreetReference) {
    this.streets.add(street);
    const key = groupOf(table, street);
    const prints = this.#prints.get(key) ?? new Set();
    this.#prints.set(key, prints.add(codeOf(unit)).add(nameOf(unit)));
  }

  has(table: TableName, street: number): boolean {
    return this.#prints.has(groupOf(table, street));
  }

  knows(table: TableName, street: number, code: number, name: number): boolean {
    const prints = this.#prints.get(groupOf(table, street));
    const isThere = (print: number) => !Number.isNaN(print) && prints?.has(print) === true;
    return isThere(code) || isThere(name);
  }

  reset(): void {}
}

/** Units of other years, with the street of the year judged that they belong to. */
export class OtherUnits {
  readonly #numbers = { table: new Uint32Numbers(), street: new Uint32Numbers(), row: new Uint32Numbers() };
  readonly #years = new Uint32Numbers();
  readonly #codes = new Float64Numbers();
  readonly #names = new Float64Numbers();
  #size = 0;

  add(year: number, table: TableName, street: number, row: number, unit: StreetReference): void {
    const at = this.#size++;
    this.#years.set(at, year);
    this.#numbers.table.set(at, TABLES.indexOf(table));
    this.#numbers.street.set(at, street);
    this.#numbers.row.set(at, row);
    this.#codes.set(at, codeOf(unit));
    this.#names.set(at, nameOf(unit));
  }

  *all() {
    for (let at = 0; at < this.#size; at++) {
      yield {
        year: this.#years.at(at),
        table: TABLES[this.#numbers.table.at(at)]!,
        street: this.#numbers.street.at(at),
        row: this.#numbers.row.at(at),
        code: this.#codes.at(at),
        name: this.#names.at(at),
      };
    }
  }
}
