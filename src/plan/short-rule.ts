import type { Condition, TableName } from '../model/ruleset.ts';

/** A required share rule over units that are on record, of which `need` more have to meet it. */
export interface ShortRule {
  readonly id: string;
  readonly table: TableName;
  readonly condition: Condition;
  readonly need: number;
  /** Units that are counted and not on record: they may yet meet it. */
  readonly missing: number;
  /** How many units may fail it. */
  readonly allowed: number;
}
