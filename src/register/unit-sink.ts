import type { TableName } from '../model/ruleset.ts';
import type { Reading } from './normalize-cell.ts';
import type { Named } from './parent-names.ts';

/** Receives every unit of the year judged, in the order of the input. */
export interface UnitSink {
  /**
   * `readings` by index of the field in the record schema; reused for the next unit, as `unit` is. `community` is the row of the
   * unit's community, or what names it where there is no such row.
   */
  take(
    table: TableName,
    street: number,
    row: number,
    readings: readonly (Reading | undefined)[],
    community: Named | number,
    unit: Named,
  ): void;
  /** A newer year has come up: what was taken so far does not count. */
  reset(): void;
}

export const bothSinks = (first: UnitSink, second: UnitSink): UnitSink => ({
  take(...unit) {
    first.take(...unit);
    second.take(...unit);
  },
  reset() {
    first.reset();
    second.reset();
  },
});
