import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Level } from '../model/ruleset.ts';
import { codesOf } from './codes.ts';
import { foldWidth } from './fold-name.ts';
import type { Links } from './link.ts';
import { codePrint, labelOf, NONE, namePrint } from './named.ts';
import type { ReadSubject } from './subject-rows.ts';
import { recordFinder } from './witnesses.ts';

/** So many places of one unit are shown. */
const SHOWN = 1000;

/** A row that may be of the same unit as another. */
interface Occurrence {
  readonly row: number;
  readonly hasCode: boolean;
  /** Print of its folded name. */
  readonly name: number;
  /** Of a subject, print of what it lies in; `NONE` where its row does not say. */
  readonly outer: number;
}

/** Rows of one kind, told apart by their position. */
interface Rows {
  readonly size: number;
  at(index: number): Occurrence;
}

/** Positions of which several have one print, each group as it came, by the first of them. */
const groupsBy = (size: number, printAt: (index: number) => number): Uint32Array[] => {
  const prints = new Float64Array(size);
  let isRising = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < size; index++) {
    const print = printAt(index);
    prints[index] = print;
    if (print === NONE) continue;
    if (print <= latest) isRising = false;
    latest = print;
  }
  // A register that is sorted by code has none.
  if (isRising) return [];
  const sorted = prints.filter((print) => print !== NONE).sort();
  const repeated = new Set(sorted.filter((print, at) => print === sorted[at + 1] && print !== sorted[at - 1]));
  if (repeated.size === 0) return [];
  const order = Uint32Array.from(prints.keys())
    .filter((index) => repeated.has(prints[index]!))
    .sort((a, b) => prints[a]! - prints[b]! || a - b);
  const groups: Uint32Array[] = [];
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && prints[order[to]!] === prints[order[from]!]) to++;
    groups.push(order.subarray(from, to));
  }
  return groups.sort((a, b) => a[0]! - b[0]!);
};

/**
 * A unit given more than once is an error that shows all its places: rows of one code, of one name and codes that look
 * alike, or of one name and parent where one of them has no code. The same unit in two years is not the same.
 */
export const findRepeated = (links: Links, diagnostics: Diagnostics): void => {
  const { reading, year: judgedYear } = links;
  const { units, index, ruleset, inner, judged } = reading;
  const find = recordFinder(index, ruleset);

  const report = (by: 'code' | 'alike' | 'name', rows: Rows, group: ArrayLike<number> & Iterable<number>): void => {
    const [first, ...others] = Array.from(group)
      .slice(0, SHOWN)
      .map((at) => rows.at(at));
    if (first === undefined || others.length === 0) return;
    if (by === 'name' && Array.from(group).every((at) => rows.at(at).hasCode)) return;
    // Those of the very same code are told as that.
    if (by === 'alike' && others.every(({ row }) => find(row).code === find(first.row).code)) return;
    /** A row of each name. */
    const names = new Map<number, number>();
    if (by === 'code') for (const at of group) names.set(rows.at(at).name, rows.at(at).row);
    names.delete(NONE);
    const code = names.size > 1 ? 'unit.other-name' : 'unit.duplicate';
    const { path } = index.find(first.row).table;
    if (!diagnostics.lists(code, path)) {
      diagnostics.addUnlisted(code, path);
      return;
    }
    const keyOf = ({ hasCode }: Occurrence) => (hasCode ? 'code' : 'name');
    const where = {
      ...index.whereWithText(first.row, keyOf(first)),
      related: () => others.map((other) => index.where(other.row, keyOf(other)).place!()),
    };
    const unit = find(first.row);
    if (code === 'unit.other-name') {
      const shown = [first, ...others].map(({ row }) => row);
      if (group.length > SHOWN) shown.push(...[...names.values()].slice(0, SHOWN));
      const texts = new Set(shown.flatMap((row) => find(row).name ?? []));
      diagnostics.add(code, { code: unit.code!, names: [...texts] }, where);
    } else diagnostics.add(code, { unit: labelOf(unit) }, where);
  };

  /** Subjects of one name in what is known to be different are different ones. */
  const apart = (rows: Rows, group: Uint32Array): Iterable<ArrayLike<number> & Iterable<number>> => {
    const outer = Array.from(group, (at) => rows.at(at).outer);
    if (outer.includes(NONE)) return [group];
    return [...new Set(outer)].map((print) => group.filter((_, nth) => outer[nth] === print));
  };

  const inSubjects = (): void => {
    const { alike } = codesOf(ruleset);
    const fold = reading.foldOf(judged);
    const byYear = new Map<number | null, ReadSubject[]>();
    for (const subject of reading.subjects) {
      const year = subject.year ?? judgedYear;
      const same = byYear.get(year);
      if (same === undefined) byYear.set(year, [subject]);
      else same.push(subject);
    }
    const nameOf = ({ name }: ReadSubject) => (name === null ? NONE : namePrint(fold(name)));
    for (const subjects of byYear.values()) {
      const rows: Rows = {
        size: subjects.length,
        at: (at) => {
          const { row, code, says } = subjects[at]!;
          const outer = says.outer.at(-1)?.name ?? null;
          const print = outer === null ? NONE : namePrint(foldWidth(outer));
          return { row, hasCode: code !== null, name: nameOf(subjects[at]!), outer: print };
        },
      };
      const prints = subjects.map(({ code }) => (code === null ? NONE : codePrint(code)));
      for (const group of groupsBy(rows.size, (at) => prints[at]!)) report('code', rows, group);
      const meant = subjects.map(({ code }) => (code === null ? undefined : alike(code)));
      if (meant.some((code) => code !== undefined)) {
        const keys = subjects.map((subject, at) => {
          const code = meant[at] ?? subject.code;
          return code === null ? NONE : namePrint(`${code}\n${fold(subject.name ?? '')}`);
        });
        for (const group of groupsBy(rows.size, (at) => keys[at]!)) report('alike', rows, group);
      }
      if (subjects.every(({ code }) => code !== null)) continue;
      const names = subjects.map((subject) => (subject.out === undefined ? nameOf(subject) : NONE));
      for (const group of groupsBy(rows.size, (at) => names[at]!)) {
        for (const part of apart(rows, group)) report('name', rows, part);
      }
    }
  };

  const inLevel = (level: Level): void => {
    const { from, to } = units.span(level.id);
    const rows: Rows = {
      size: to - from,
      at: (at) => {
        const unit = from + at;
        return { row: units.row(unit), hasCode: units.code(unit) !== NONE, name: units.name(unit), outer: NONE };
      },
    };
    const years = new Set<number | null>([...reading.years(level.id)].map((year) => year ?? judgedYear));
    const yearOf = (at: number) => units.year(from + at) ?? judgedYear;
    const alike = [...reading.alike].flatMap(([unit, meant]) =>
      unit >= from && unit < to ? [[unit - from, meant] as const] : [],
    );
    for (const year of years) {
      const isOfYear = (at: number): boolean => years.size === 1 || yearOf(at) === year;
      const codeAt = (at: number) => (isOfYear(at) ? units.code(from + at) : NONE);
      for (const group of groupsBy(rows.size, codeAt)) report('code', rows, group);
      const meant = new Map(alike.filter(([at]) => isOfYear(at)));
      if (meant.size === 0) continue;
      const wanted = new Set(meant.values());
      const keyAt = (at: number): number => {
        const code = meant.get(at) ?? codeAt(at);
        return code !== NONE && wanted.has(code) ? namePrint(`${code} ${units.name(from + at)}`) : NONE;
      };
      for (const group of groupsBy(rows.size, keyAt)) report('alike', rows, group);
    }

    /** Print of what a unit lies in and its name. */
    const namedAt = (at: number): number => {
      const unit = from + at;
      const subject = links.subject(unit);
      const name = subject === undefined ? NONE : units.name(unit);
      return name === NONE ? NONE : namePrint(`${subject} ${links.parentKey(unit)}\n${name}`);
    };
    const codeless = new Set<number>();
    for (let at = 0; at < rows.size; at++) if (units.code(from + at) === NONE) codeless.add(namedAt(at));
    codeless.delete(NONE);
    if (codeless.size === 0) return;
    const keyAt = (at: number): number => {
      const print = namedAt(at);
      return codeless.has(print) ? print : NONE;
    };
    for (const group of groupsBy(rows.size, keyAt)) report('name', rows, group);
  };

  inSubjects();
  for (const level of inner) inLevel(level);
};
