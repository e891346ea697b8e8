import type { OpenTable } from '../intake/open-table.ts';
import type { Value } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import type { Entry } from './read-table.ts';
import type { Pass } from './reading.ts';
import { whereOf } from './row-index.ts';
import { districtPrefix, type StreetFacts, type StreetRow } from './street.ts';

const REMEMBERED = 1024;

type NamedDistrict = Pick<StreetRow, 'district' | 'districtCode'>;

const UNNAMED: NamedDistrict = { district: null, districtCode: null };

/**
 * Turns rows of a streets table into streets. A blank district is that of the row above where the first six digits
 * of both codes agree, or the district's code does; other digits name another district. A blank below a filled one
 * without any code is refused. Rows of other years fill the rows below them, too, and are not spoken of.
 */
export const streetRow = (table: OpenTable, columns: Columns, pass: Pass) => {
  const { key } = columns;
  let above: (NamedDistrict & { readonly prefix: string | null }) | null = null;
  const column = key.district ?? key.districtCode;

  const read = (of: Column | undefined, { cells }: Entry): string | null => {
    const value = of?.read(cells[of.cell]!).value;
    return value === undefined ? null : String(value);
  };

  const fill = (entry: Entry, ofThisYear: boolean): NamedDistrict => {
    if (ofThisYear) {
      const where = whereOf(table, entry.row, column!.cell, entry.cells[column!.cell]!);
      pass.ofYear.add('record.filled-down', { heading: column!.heading }, where);
    }
    return above!;
  };

  const districtOf = (entry: Entry, ofThisYear: boolean): NamedDistrict => {
    if (column === undefined) return UNNAMED;
    const prefix = districtPrefix(entry.code);
    const districtCode = read(key.districtCode, entry);
    const district = read(key.district, entry);
    const agrees = above !== null && prefix !== null && above.prefix === prefix;
    if (district === null && districtCode === null) {
      if (agrees) return fill(entry, ofThisYear);
      if (above !== null && prefix === null && ofThisYear) {
        const where = whereOf(table, entry.row, column.cell, entry.cells[column.cell]!);
        pass.ofYear.add('record.blank-parent', { heading: column.heading }, where);
      }
      return UNNAMED;
    }
    if (district !== null || key.district === undefined) {
      above = { district, districtCode, prefix };
      return above;
    }
    const isConfirmed = above?.districtCode === districtCode || (above?.districtCode === null && agrees);
    above = { district: isConfirmed ? fill(entry, ofThisYear).district : null, districtCode, prefix };
    return above;
  };

  const known = new Map<string, StreetRow>();
  const shared = (says: StreetRow): StreetRow => {
    const text = JSON.stringify(says);
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size === REMEMBERED) known.clear();
    known.set(text, says);
    return says;
  };

  return (entry: Entry, row: number, ofThisYear: boolean): StreetFacts => {
    const { district, districtCode } = districtOf(entry, ofThisYear);
    const values: Record<string, Value> = {};
    const unreadable: string[] = [];
    for (const { field, index } of columns.values) {
      const reading = entry.readings[index];
      if (reading?.value !== undefined) values[field.name] = reading.value;
      else if (reading?.problem !== undefined) unreadable.push(field.name);
    }
    const { code, name } = entry;
    return { code, name, row, says: shared({ fromTable: true, district, districtCode, values, unreadable }) };
  };
};
