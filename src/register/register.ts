import { levelOf } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Level, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import { betweenLevels, namedLevels } from './columns.ts';
import type { Links } from './link.ts';
import { isNamed, type Named, NONE, UNNAMED } from './named.ts';
import type { RowIndex } from './row-index.ts';
import type { Subject } from './subjects.ts';
import { UNTOLD } from './units.ts';
import { recordFinder } from './witnesses.ts';

/** How many records an input has, and rows that are none. */
export interface InputCounts {
  records: number;
  skipped: number;
  /** Of the records, those of the year that are no units by the ruleset. */
  leftOut: number;
}

/** A total in a column that is not read. */
interface Stated {
  readonly total: number;
  readonly row: number;
  readonly cell: number;
}

/** What a submission says of the year judged, read and linked. Units are known by numbers, in the order of the input. */
export interface Register {
  readonly ruleset: Ruleset;
  readonly year: number | null;
  readonly subjects: readonly Subject[];
  /** By index of the input. */
  readonly counts: readonly InputCounts[];
  readonly index: RowIndex;
  /** Tables submitted for the year judged. */
  readonly submitted: ReadonlySet<TableName>;
  /** Whether some input has a column for each of the fields of a table. */
  hasColumns(table: TableName, fields: readonly string[]): boolean;
  /** The units of a level that lie in a subject. */
  unitsOf(level: string, subject: number): Uint32Array;
  /** How many those are, or how many the units of other levels name where that is more. */
  known(level: string, subject: number): number;
  /** What the conditions of the indicators over its level say of a unit, by position. */
  outcome(unit: number, indicator: number): Outcome;
  row(unit: number): number;
  /** The code of a unit; `look` looks it up where it is no plain number. */
  code(unit: number, look: () => string | null): string | null;
  /** The units of a level in all subjects, in the order of the input. */
  allOf(level: string): ListedUnit[];
  /** What names the unit of a level between in which a unit lies: that unit itself, else the first row between them that does. */
  within(unit: number, level: string): Named;
  /** All that a unit of a level lies in and that is named, its subject first. */
  holders(unit: number, level: Level): readonly Holder[];
  /** What a column that is not read states as the total of a subject. */
  stated(subject: number, field: string): Stated | undefined;
}

/** What a unit lies in. */
export interface Holder extends Named {
  readonly level: string;
}

/** What holders are called, outermost first. */
export const holderNames = (holders: readonly Named[]): readonly string[] =>
  holders.flatMap(({ code, name }) => name ?? code ?? []);

/** A unit and the index of its subject. */
export interface ListedUnit {
  readonly unit: number;
  readonly subject: number;
}

/** The units of each subject, one after another. */
interface BySubject {
  readonly starts: Uint32Array;
  readonly units: Uint32Array;
}

const bySubject = (links: Links, level: Level, subjects: number): BySubject => {
  const { from, to } = links.reading.units.span(level.id);
  const subjectOf = (unit: number) => links.subject(unit);
  const starts = new Uint32Array(subjects + 1);
  for (let unit = from; unit < to; unit++) {
    const subject = subjectOf(unit);
    if (subject !== undefined) starts[subject + 1]!++;
  }
  for (let subject = 0; subject < subjects; subject++) starts[subject + 1]! += starts[subject]!;
  const units = new Uint32Array(starts[subjects]!);
  const next = starts.slice();
  for (let unit = from; unit < to; unit++) {
    const subject = subjectOf(unit);
    if (subject !== undefined) units[next[subject]!++] = unit;
  }
  return { starts, units };
};

/**
 * How many units of a level others name that have no row themselves, by subject: by code, and by name within what rows
 * name around them, alike in what they leave out; of which the largest number is the least that there must be.
 */
const namedUnits = (links: Links, level: Level): ReadonlyMap<number, number> => {
  const { units, references, inner, ruleset } = links.reading;
  const at = inner.indexOf(level);
  const around = betweenLevels(ruleset, level).map((each) => inner.indexOf(each));
  const own = units.span(level.id);
  const found = new Map<number, Map<string, Set<string>>>();
  for (const other of inner) {
    if (!namedLevels(ruleset, other).includes(level)) continue;
    const { from, to } = units.span(other.id);
    let last = UNTOLD;
    for (let unit = from; unit < to; unit++) {
      const reference = units.reference(unit);
      const subject = links.subject(unit);
      if (subject === undefined || reference === last) continue;
      last = reference;
      if (!references.names(reference, at) || links.chain(unit).some((each) => each >= own.from && each < own.to))
        continue;
      const known = getOrInsert(found, subject, () => new Map());
      const halves = [references.code(reference, at), references.name(reference, at)];
      if (halves[0] !== NONE) getOrInsert(known, 'code', () => new Set()).add(String(halves[0]));
      if (halves[1] === NONE) continue;
      const path = [
        ...around.flatMap((each) => [references.code(reference, each), references.name(reference, each)]),
        halves[1],
      ];
      getOrInsert(known, path.map((print) => print === NONE).join(), () => new Set()).add(path.join());
    }
  }
  return new Map(
    [...found].map(([subject, known]) => [subject, Math.max(...[...known.values()].map(({ size }) => size))]),
  );
};

const statedTotals = (links: Links, subjects: readonly Subject[]) => {
  const rows = new Map(subjects.map(({ row, index }) => [row, index]));
  const found = new Map<string, { row: number; cell: number; sum: number; most: number; isRepeated: boolean }>();
  for (const { total, row, value, of } of links.reading.stated) {
    const subject = 'unit' in of ? links.subject(of.unit) : rows.get(of.subjectRow);
    if (subject === undefined) continue;
    const key = `${subject} ${total.field}`;
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { row, cell: total.cell, sum: value, most: value, isRepeated: true });
      continue;
    }
    known.isRepeated &&= known.most === value;
    known.sum += value;
    known.most = Math.max(known.most, value);
  }
  return (subject: number, field: string): Stated | undefined => {
    const known = found.get(`${subject} ${field}`);
    return known && { total: known.isRepeated ? known.most : known.sum, row: known.row, cell: known.cell };
  };
};

/** The register of what was read and linked. */
export const toRegister = (
  links: Links,
  counts: readonly InputCounts[],
  hasColumns: Register['hasColumns'],
): Register => {
  const { reading, year } = links;
  const { ruleset, units, index } = reading;
  const subjects = links.subjects.list;
  const find = recordFinder(index, ruleset);
  const grouped = new Map<string, BySubject>();
  const groupsOf = (level: string): BySubject => {
    const known = grouped.get(level) ?? bySubject(links, levelOf(ruleset, level), subjects.length);
    grouped.set(level, known);
    return known;
  };
  const named = new Map<string, ReadonlyMap<number, number>>();
  const namedOf = (level: string): ReadonlyMap<number, number> => {
    const known = named.get(level) ?? namedUnits(links, levelOf(ruleset, level));
    named.set(level, known);
    return known;
  };
  const unitsOf = (level: string, subject: number): Uint32Array => {
    const { starts, units: all } = groupsOf(level);
    return all.subarray(starts[subject], starts[subject + 1]);
  };
  const within = (unit: number, level: string): Named => {
    const { from, to } = units.span(level);
    const chain = links.chain(unit);
    const row = chain.find((each) => each !== unit && each >= from && each < to);
    if (row !== undefined) {
      const { code, name } = find(units.row(row));
      return { code, name };
    }
    const holder = levelOf(ruleset, level);
    for (const each of chain) {
      const named = links.namedIn(each, holder);
      if (isNamed(named)) return named;
    }
    return UNNAMED;
  };
  return {
    ruleset,
    year,
    subjects,
    counts,
    index,
    submitted: new Set(
      ruleset.levels.flatMap(({ id, table }) => (table !== null && reading.isSubmitted(id, year) ? [table] : [])),
    ),
    hasColumns,
    unitsOf,
    known: (level, subject) => Math.max(unitsOf(level, subject).length, namedOf(level).get(subject) ?? 0),
    outcome: (unit, indicator) => units.outcome(unit, indicator),
    row: (unit) => units.row(unit),
    code: (unit, look) => {
      const print = units.code(unit);
      return print === NONE ? null : print > 0 ? String(print) : look();
    },
    allOf: (level) => {
      const { from, to } = units.span(level);
      const listed: ListedUnit[] = [];
      for (let unit = from; unit < to; unit++) {
        const subject = links.subject(unit);
        if (subject !== undefined) listed.push({ unit, subject });
      }
      return listed;
    },
    within,
    holders: (unit, level) => {
      const [judged, ...between] = namedLevels(ruleset, level);
      const { code, name } = subjects[links.subject(unit)!]!;
      const named = between.map((each) => ({ level: each.id, ...within(unit, each.id) }));
      return [{ level: judged!.id, code, name }, ...named.filter(isNamed)];
    },
    stated: statedTotals(links, subjects),
  };
};
