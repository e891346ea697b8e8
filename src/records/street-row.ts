import type { Value } from '../model/ruleset.ts';
import type { Columns } from './columns.ts';
import type { Entry } from './read-table.ts';
import type { Street } from './streets.ts';

export type StreetFacts = Omit<Street, 'index' | 'folded' | 'namedOnlyBy'>;

/**
 * Turns rows of a streets table into streets. A blank district is that of the row above where the first six digits
 * of both codes agree; the code alone names the district in any case.
 */
export const streetRow = ({ key, values }: Columns) => {
  let above: { district: string | null; prefix: string } | null = null;
  return (entry: Entry, row: number): StreetFacts => {
    const text = (column: Columns['key'][string]): string | null => {
      const value = column?.read(entry.cells[column.cell]!).value;
      return value === undefined ? null : String(value);
    };
    const prefix = /^\d{6}/.exec(entry.code ?? '')?.[0] ?? null;
    let district = text(key.district);
    if (district !== null && prefix !== null) above = { district, prefix };
    else if (district === null && above !== null && above.prefix === prefix) district = above.district;
    const facts: Record<string, Value> = {};
    for (const { field, index } of values) {
      const value = entry.readings[index]?.value;
      if (value !== undefined) facts[field.name] = value;
    }
    return {
      code: entry.code,
      name: entry.name,
      row,
      fromTable: true,
      district,
      districtCode: text(key.districtCode) ?? prefix,
      values: facts,
    };
  };
};
