import type { TableName } from '../model/ruleset.ts';
import type { Reading } from './normalize-cell.ts';

/** Receives every unit of the year judged, in the order of the input. */
export interface UnitSink {
  /** `readings` by index of the field in the record schema; reused for the next unit. */
  take(table: TableName, street: number, row: number, readings: readonly (Reading | undefined)[]): void;
  /** A newer year has come up: what was taken so far does not count. */
  reset(): void;
}
