import { PARENT_LEFT_OUT } from '../diagnostics/nouns.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { LeftOut } from '../model/ruleset.ts';
import { alikeCode } from './alike-code.ts';
import { isWithin } from './code-prefix.ts';
import type { Columns } from './columns.ts';
import { LEFT_OUT } from './communities.ts';
import { codePrint } from './fingerprints.ts';
import { foldWidth } from './fold-name.ts';
import { parentNames, UNNAMED } from './parent-names.ts';
import { parentFinder } from './parents.ts';
import type { Entry } from './read-table.ts';
import type { Pass } from './reading.ts';
import { whereOf } from './row-index.ts';
import { streetRow } from './street-row.ts';
import type { Streets } from './streets.ts';
import { type UnitPrints, unitNamePrint } from './units.ts';
import { unreadTotals } from './unread-totals.ts';

export interface TakenCounts {
  records: number;
  leftOut: number;
}

/** An office's own shorter codes do not begin with anything. */
const NATIONAL_CODE = /^\d{12,}$/;

type LeftOutLabel = Pick<LeftOut, 'label'>;

/** What follows for any record: its year, its fingerprint, whether it is a unit at all. */
const recordTaker = (table: OpenTable, pass: Pass, counts: TakenCounts) => {
  let lastYear: number | null | undefined;
  let ofThisYear = false;
  let prints: UnitPrints | undefined;
  return {
    /** Whether the record is of the year judged. */
    isOfYear: (year: number | null): boolean => {
      counts.records++;
      if (year !== lastYear || prints === undefined) {
        lastYear = year;
        prints = pass.prints.of(table.table, year);
        ofThisYear = pass.years.take(year);
        pass.tablesWithRecords.add(table.table);
        if (ofThisYear) pass.tablesOfYear.add(table.table);
      }
      return ofThisYear;
    },
    /** Of the record last asked about. */
    addCode: (code: string): number => {
      const print = codePrint(code);
      prints!.coded.add(print);
      // The prints of codes of digits are not negative.
      const alike = print < 0 ? alikeCode(code) : undefined;
      if (alike !== undefined) prints!.alike.add(codePrint(alike));
      return print;
    },
    addName: (parent: string, folded: string) => prints!.named.add(unitNamePrint(parent, folded)),
    leaveOut: ({ code, name, row }: Entry, { label }: LeftOutLabel, columns: Columns): void => {
      counts.leftOut++;
      const column = code === null ? columns.key.name : columns.key.code;
      const where = whereOf(table, row, column?.cell ?? -1, code ?? name ?? '');
      pass.ofYear.add('unit.left-out', { reason: label }, where);
    },
  };
};

/** Takes the rows of a streets table as the streets of their year. */
export const streetTaker = (table: OpenTable, columns: Columns, base: number, pass: Pass, counts: TakenCounts) => {
  const record = recordTaker(table, pass, counts);
  const totals = unreadTotals(table, pass.ruleset);
  const toStreet = streetRow(table, columns, pass);
  return (entry: Entry): void => {
    const { code, name, year } = entry;
    const ofThisYear = record.isOfYear(year);
    if (code !== null) record.addCode(code);
    const row = base + entry.row;
    const street = toStreet(entry, row, ofThisYear);
    const out = code === null ? undefined : pass.leftOut(code);
    const { districtCode } = street.says;
    if (out && (districtCode === null || isWithin(code!, districtCode))) {
      record.leaveOut(entry, out, columns);
      if (ofThisYear) pass.streets.leaveOut(street, out, row);
      return;
    }
    if (code === null) record.addName('', pass.fold(name!));
    if (!ofThisYear) return;
    const added = pass.streets.add(street);
    if (added === undefined) pass.refused.add('streets', code, name);
    else {
      pass.sink.take('streets', added.index, row, entry.readings, UNNAMED, entry);
      if (totals.length > 0) pass.stated.take(totals, added.index, entry.cells, row);
    }
  };
};

/** Takes the rows of a communities or compounds table as units of their streets. */
export const unitTaker = (table: OpenTable, columns: Columns, base: number, pass: Pass, counts: TakenCounts) => {
  const { table: name } = table;
  const record = recordTaker(table, pass, counts);
  const isCommunity = name === 'communities';
  const foldUnit = isCommunity ? pass.fold : foldWidth;
  const totals = unreadTotals(table, pass.ruleset);
  const names = parentNames(columns);
  let parents: ReturnType<typeof parentFinder> | undefined;
  let streets: Streets | undefined;

  /** Starts anew with every newer year. */
  const parentsOfYear = () => {
    if (parents === undefined || streets !== pass.streets) {
      streets = pass.streets;
      parents = parentFinder(table, names, base, !isCommunity && pass.hasTable('communities'), pass);
    }
    return parents;
  };

  const warnIfOutside = (code: string, street: number, row: number): void => {
    const parent = pass.streets.list[street]!.code;
    if (parent === null || code.startsWith(parent) || !NATIONAL_CODE.test(code) || isWithin(code, parent)) return;
    const where = whereOf(table, row, columns.key.code!.cell, code);
    pass.ofYear.add('unit.code-outside-parent', { code, parent }, where);
  };

  return (entry: Entry): void => {
    const { code, name: unitName } = entry;
    const ofThisYear = record.isOfYear(entry.year);
    const print = code === null ? null : record.addCode(code);
    if (!ofThisYear) {
      parentsOfYear().pass(entry);
      return;
    }
    const parent = parentsOfYear().of(entry);
    if (parent === undefined) {
      pass.refused.add(name, code, unitName);
      return;
    }
    const row = base + entry.row;
    const { street } = parent;
    if (isCommunity) pass.communities.add(print, unitName === null ? null : foldUnit(unitName), street, row, parent.of);
    if (street === LEFT_OUT) {
      record.leaveOut(entry, parent.leftOut ?? { label: PARENT_LEFT_OUT }, columns);
      return;
    }
    if (code !== null) warnIfOutside(code, street, entry.row);
    else record.addName(`${street} ${parent.key}`, foldUnit(unitName!));
    pass.sink.take(name, street, row, entry.readings, parent.community ?? UNNAMED, entry);
    if (totals.length > 0) pass.stated.take(totals, street, entry.cells, row);
  };
};
