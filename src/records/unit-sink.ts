import type { TableName } from '../model/ruleset.ts';
import type { Reading } from './normalize-cell.ts';
import type { StreetReference } from './street.ts';

/** Receives every unit of the year judged, in the order of the input. */
export interface UnitSink {
  /**
   * `readings` by index of the field in the record schema; reused for the next unit, as `unit` is. `parent` tells its
   * community apart: the row of a record, or code and folded name with a space between them.
   */
  take(
    table: TableName,
    street: number,
    row: number,
    readings: readonly (Reading | undefined)[],
    unit: StreetReference,
    parent: string | number,
  ): void;
  /** A newer year has come up: what was taken so far does not count. */
  reset(): void;
}
