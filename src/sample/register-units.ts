import { levelOfTable } from '../model/levels.ts';
import type { Indicator, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import type { Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';

/** A unit that can be drawn. */
export interface TakenUnit {
  readonly unit: number;
  readonly code: string | null;
  /** Only of a unit without a code. */
  readonly name: string | null;
  /** Index of its subject. */
  readonly subject: number;
  readonly row: number;
  /** Of the indicators, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** The units of one table, with what the conditions of indicators say of each. */
export const takenUnits = (
  register: Register,
  table: TableName,
  indicators: readonly Indicator[],
  ruleset: Ruleset,
): TakenUnit[] => {
  const level = levelOfTable(ruleset, table);
  const find = recordFinder(register.index, ruleset);
  const over = ruleset.indicators.filter(({ of }) => of === table);
  const positions = indicators.map(({ id }) => over.findIndex((each) => each.id === id));
  const known = new Map<string, readonly Outcome[]>();
  /** Most units of a register have the same outcomes. */
  const shared = (outcomes: readonly Outcome[]): readonly Outcome[] => {
    const key = outcomes.join();
    if (!known.has(key)) known.set(key, outcomes);
    return known.get(key)!;
  };
  return register.allOf(level.id).map(({ unit, subject }): TakenUnit => {
    const row = register.row(unit);
    const code = register.code(unit, () => find(row).code);
    const outcomes = shared(positions.map((nth) => register.outcome(unit, nth)));
    return { unit, code, name: code === null ? find(row).name : null, subject, row, outcomes };
  });
};
