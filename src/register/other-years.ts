import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { levelOf, tableLabel } from '../model/levels.ts';
import { Links } from './link.ts';
import { labelOf, type Named, NONE, namePrint } from './named.ts';
import type { Reading } from './reading.ts';
import { TOO_MANY, UNTOLD } from './units.ts';

/** Places listed of units that are not in the year judged. */
const MOST_PLACES = 20;

/** A subject that another year names, and where first. */
interface Missing extends Named {
  readonly year: number;
  readonly row: number;
}

interface Group {
  readonly year: number;
  readonly level: string;
  readonly subject: number;
  readonly gone: number[];
  size: number;
}

/**
 * Holds the other years that a submission names against the one judged. One mistyped year must not make a subject or a
 * unit disappear: a subject that another year names and this one does not is refused, and so are units of another year
 * none of which is in this one, since those of a year before come again for the most part. With the year asked for it
 * is the user who chose, and both are warnings.
 */
export const checkOtherYears = (
  reading: Reading,
  judgedYear: number,
  isAsked: boolean,
  diagnostics: Diagnostics,
): void => {
  // What was refused is missing in its year, and is told.
  if (diagnostics.hasErrors) return;
  const { units, references, index, inner, codes, judged } = reading;
  /** Those of the year judged as they are, the others as if they were of that year. */
  const links = new Links(reading, judgedYear, new Diagnostics());
  links.linkAll();
  const { subjects } = links;
  const fold = reading.foldOf(judged);

  const yearCell = (row: number) => index.whereWithText(row, 'year');
  const placesOf = (rows: readonly number[]) => () => rows.slice(0, MOST_PLACES).map((row) => yearCell(row).place!());

  const find = ({ code, name }: Named) => {
    const byCode = code === null ? undefined : subjects.peek({ code, name });
    return byCode ?? (name === null ? undefined : subjects.peek({ code: null, name }));
  };
  const named = new Map<string, Missing>();
  const note = ({ code, name }: Named, year: number, row: number): void => {
    const key = `${year} ${code ?? ''} ${fold(name ?? '')}`;
    if (!named.has(key)) named.set(key, { code, name, year, row });
  };

  for (const { code, name, year, row } of reading.subjects) {
    if (year === null || year === judgedYear) continue;
    if (code === null || codes.leftOut(code) === undefined) note({ code, name }, year, row);
  }

  const judgedSubjects = new Set(
    reading.subjects.length === 0 ? [] : subjects.list.flatMap((subject) => (subject.fromTable ? [subject.index] : [])),
  );
  /** Prints of codes and names of the units of the year, by level and subject. */
  const known = new Map<string, Set<number>>();
  const groupOf = (level: string, subject: number): string => `${level} ${subject}`;
  for (const level of inner) {
    const { from, to } = units.span(level.id);
    for (let unit = from; unit < to; unit++) {
      const subject = links.subject(unit);
      if (subject === undefined) continue;
      judgedSubjects.add(subject);
      const key = groupOf(level.id, subject);
      const prints = known.get(key) ?? new Set();
      known.set(key, prints.add(units.code(unit)).add(units.name(unit)));
    }
  }

  const [firstJudged] = subjects.list.filter((subject) => judgedSubjects.has(subject.index)).map(({ row }) => row);
  const tellMissing = ({ code, name, year, row }: Missing): void => {
    const slots = { subject: labelOf({ code, name }), year: judgedYear, other: year };
    const related = placesOf(firstJudged === undefined ? [] : [firstJudged]);
    diagnostics.add(isAsked ? 'year.subject-elsewhere' : 'year.subject-missing', slots, { ...yearCell(row), related });
  };

  const groups = new Map<string, Group>();
  const told = new Set<string>();
  /** Units without a code by their year, parent and name; codes are told of in every year. */
  const firsts = new Map<number, number>();
  const others: (() => void)[] = [];

  for (const level of inner) {
    const { from, to } = units.span(level.id);
    for (let unit = from; unit < to; unit++) {
      const year = units.year(unit);
      const reference = units.reference(unit);
      if (links.isOfYear(year) || year === null || reference === UNTOLD) continue;
      const row = units.row(unit);
      const id = references.subject(reference);
      const own = id === 0 || id === TOO_MANY ? undefined : references.named(id);
      const found = links.find(unit, level);
      if (found !== undefined && 'leftOut' in found) continue;
      const subject = found?.subject ?? (own && find(own)?.index);
      if (subject === undefined) {
        if (own !== undefined) note(own, year, row);
        continue;
      }
      if (units.code(unit) === NONE && units.name(unit) !== NONE) {
        const between =
          found?.parent ??
          inner.map((_, at) => `${references.code(reference, at)} ${references.name(reference, at)}`).join();
        const print = namePrint(`${year} ${level.id} ${subject} ${between}\n${units.name(unit)}`);
        const before = firsts.get(print);
        if (before === undefined) firsts.set(print, row);
        else {
          const unitName = index.whereWithText(row, 'name').text ?? '';
          const where = { ...yearCell(row), related: placesOf([before]) };
          others.push(() => diagnostics.add('unit.duplicate', { unit: unitName }, where));
        }
      }
      if (!judgedSubjects.has(subject)) {
        const { code, name } = subjects.list[subject]!;
        const key = `${year} ${subject}`;
        if (!told.has(key)) others.push(() => tellMissing({ code, name, year, row }));
        told.add(key);
        continue;
      }
      const prints = known.get(groupOf(level.id, subject));
      // A table without units of the subject in the year judged is told of as that.
      if (prints === undefined) continue;
      const key = `${year} ${groupOf(level.id, subject)}`;
      const group = groups.get(key) ?? { year, level: level.id, subject, gone: [], size: 0 };
      groups.set(key, group);
      group.size++;
      const isThere = (print: number) => print !== NONE && prints.has(print);
      if (!isThere(units.code(unit)) && !isThere(units.name(unit))) group.gone.push(row);
    }
  }

  for (const missing of named.values()) {
    if (find(missing) === undefined && !subjects.isLeftOut(missing)) tellMissing(missing);
  }
  for (const tell of others) tell();
  for (const { year, level, subject, gone, size } of groups.values()) {
    if (gone.length === 0) continue;
    const slots = {
      ...{ subject: labelOf(subjects.list[subject]!), table: tableLabel(levelOf(reading.ruleset, level)) },
      ...{ year: judgedYear, other: year, count: gone.length },
    };
    const where = { ...yearCell(gone[0]!), related: placesOf(gone.slice(1)) };
    diagnostics.add(gone.length === size && !isAsked ? 'year.strays' : 'year.units-gone', slots, where);
  }
};
