import type { OpenTable } from '../intake/open-table.ts';
import type { Value } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import type { Pass } from './pass.ts';
import type { Entry } from './read-table.ts';
import { whereOf } from './row-index.ts';
import { districtPrefix, type StreetFacts } from './streets.ts';

const REMEMBERED = 1024;

/**
 * Turns rows of a streets table into streets. A blank district is that of the row above where the first six digits
 * of both codes agree; the code alone names the district in any case. A blank without any code is refused.
 */
export const streetRow = (table: OpenTable, { key, values }: Columns, pass: Pass) => {
  let above: { readonly district: string; readonly prefix: string | null } | null = null;

  const read = (column: Column | undefined, { cells }: Entry): string | null => {
    const value = column?.read(cells[column.cell]!).value;
    return value === undefined ? null : String(value);
  };

  const districtOf = (entry: Entry, prefix: string | null, code: string | null): string | null => {
    const column = key.district;
    const district = read(column, entry);
    if (column === undefined) return null;
    if (district !== null) {
      above = { district, prefix };
      return district;
    }
    if (above === null) return null;
    const where = whereOf(table, entry.row, column.cell, entry.cells[column.cell]!);
    if (prefix !== null && above.prefix === prefix) {
      pass.ofYear.add('record.filled-down', { heading: column.heading }, where);
      return above.district;
    }
    if (prefix === null && code === null) pass.ofYear.add('record.blank-parent', { heading: column.heading }, where);
    return null;
  };

  // Streets of one district, and streets that passed all the same, share what they have in common.
  let lastPrefix: string | null = null;
  const shared = (prefix: string | null): string | null => {
    if (prefix !== lastPrefix) lastPrefix = prefix;
    return lastPrefix;
  };
  const known = new Map<string, Readonly<Record<string, Value>>>();
  const sharedFacts = (facts: Readonly<Record<string, Value>>) => {
    const key = JSON.stringify(facts);
    const same = known.get(key);
    if (same !== undefined) return same;
    if (known.size < REMEMBERED) known.set(key, facts);
    return facts;
  };

  return (entry: Entry, row: number): StreetFacts => {
    const prefix = shared(districtPrefix(entry.code));
    const districtCode = read(key.districtCode, entry);
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
      district: districtOf(entry, prefix, districtCode),
      districtCode: districtCode ?? prefix,
      values: sharedFacts(facts),
    };
  };
};
