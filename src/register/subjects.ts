import type { DiagnosticSlots } from '../diagnostics/catalogue.ts';
import type { Where } from '../diagnostics/diagnostics.ts';
import { parentFields, tableLabel, unitsOf } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { LeftOut } from '../model/ruleset.ts';
import type { Links } from './link.ts';
import { areHalves, labelOf, type Named } from './named.ts';
import type { ReadSubject, SubjectRow } from './subject-rows.ts';
import { MOST_SUBJECTS, Room } from './units.ts';

/** So many of one name are enough to say that it is ambiguous. */
export const MANY = 20;

/** What is judged: from its own row, or from the units that name it where there is no table of subjects. */
export interface Subject extends Named, SubjectRow {
  readonly index: number;
  /** Its row in the table of subjects, else the first row that names it. */
  readonly row: number;
}

/** Its other half may come later. */
type Growing = Omit<Subject, 'code' | 'name'> & { code: string | null; name: string | null };

/** What a reference leads to where the ruleset leaves it out. */
interface SubjectLeftOut {
  readonly leftOut: LeftOut;
}

type NamedOut = SubjectLeftOut & Named & { readonly row: number };

export const isLeftOut = (found: Growing | SubjectLeftOut): found is SubjectLeftOut => 'leftOut' in found;

/** Whether two subjects of one name are one that was handed in twice, which is reported as such. */
const isRepeated = (a: Growing, b: Growing): boolean => {
  if (a.code !== null && b.code !== null) return a.code === b.code;
  const around = ({ outer }: Growing) => outer.at(-1)?.name ?? null;
  return a.fromTable && b.fromTable && (around(a) === null || around(b) === null || around(a) === around(b));
};

export type Subjects = ReturnType<typeof subjectsOf>;

/**
 * The subjects of the year judged: the rows of their own table, or, where that did not come, what units name as such.
 * They grow as references are resolved, in the order of the input.
 */
export const subjectsOf = (links: Links) => {
  const { reading, year, diagnostics } = links;
  const { index, refused, codes, judged } = reading;
  const fold = reading.foldOf(judged);
  const fields = parentFields(judged);
  const hasTable = reading.hasTable(judged.id);
  const list: Growing[] = [];
  const byCode = new Map<string, Growing>();
  const byFoldedName = new Map<string, Growing[]>();
  /** The first row that names a subject without a code. */
  const namedOnlyBy = new Map<Growing, number>();
  const namedOut = new Map<string, NamedOut>();
  const nothingSaid: SubjectRow = {
    fromTable: false,
    outer: reading.outer.map(() => ({ code: null, name: null })),
    values: {},
    unreadable: [],
  };
  const room = new Room();
  let areHalvesSaid = false;
  let isFullSaid = false;

  const nameIt = (subject: Growing): void => {
    const same = getOrInsert(byFoldedName, fold(subject.name!), () => []);
    if (same.length < MANY && !same.some((other) => isRepeated(subject, other))) same.push(subject);
  };

  const add = ({ code, name, row }: Named & { readonly row: number }, says: SubjectRow): Growing => {
    const added: Growing = { index: list.length, code, name, row, ...says };
    list.push(added);
    room.take(code, name, ...says.outer.map((each) => each.name));
    if (code !== null && !byCode.has(code)) byCode.set(code, added);
    if (name !== null) nameIt(added);
    return added;
  };

  const giveCode = (subject: Growing, code: string): void => {
    subject.code = code;
    byCode.set(code, subject);
  };

  const giveName = (subject: Growing, name: string): void => {
    subject.name = name;
    room.takeText(name);
    nameIt(subject);
  };

  const named = (name: string): readonly Growing[] => byFoldedName.get(fold(name)) ?? [];
  /** Those of a name that are known by it alone, or that a row names so. */
  const namedOnly = (name: string): readonly Growing[] =>
    named(name).filter((subject) => subject.code === null || namedOnlyBy.has(subject));
  const bares = (name: string): readonly Growing[] => named(name).filter(({ code }) => code === null);

  /** Said once: what comes then would be held against subjects that are not kept. */
  const tooMany = (row: number): undefined => {
    if (isFullSaid) return;
    isFullSaid = true;
    const where = index.whereWithText(row, fields.name, fields.code, 'name', 'code');
    diagnostics.add('unit.too-many', { most: MOST_SUBJECTS, subjects: unitsOf(judged) }, where);
  };

  const refuse = <C extends 'reference.unknown' | 'reference.ambiguous' | 'reference.contradiction'>(
    code: C,
    row: number,
    field: string,
    params: DiagnosticSlots[C],
    relatedRows: readonly number[] = [],
  ): undefined => {
    const where = index.whereWithText(row, field);
    const related = () => relatedRows.map((other) => index.where(other, 'code').place!());
    diagnostics.add(code, params, { ...where, related });
    return undefined;
  };

  const ambiguous = (name: string, fits: readonly (Named | Growing)[], row: number): undefined => {
    const shown = fits.slice(0, MANY);
    const rows = shown.flatMap((subject) => ('row' in subject && subject.row !== row ? [subject.row] : []));
    const params = { parent: judged.noun, reference: name, units: shown.map(labelOf) };
    return refuse('reference.ambiguous', row, fields.name, params, rows);
  };

  /** Says that halves cannot be joined, which need not be said again of all of them. */
  const sayUnjoined = (halves: readonly Named[], where: Where): void => {
    areHalvesSaid = true;
    const names = halves.flatMap(({ code, name }) => (code === null ? [name!] : []));
    const codes = halves.flatMap(({ code, name }) => (name === null ? [code!] : []));
    const slots = { names: [...new Set(names)], codes: [...new Set(codes)], subjects: unitsOf(judged) };
    diagnostics.add('reference.unjoined', slots, where);
  };

  let known: { readonly coded: readonly Growing[]; readonly bare: readonly Growing[] } | undefined;
  /** The subjects of the table that may be the one named by half: the first `MANY` of them. */
  const halvesOf = (reference: Named): readonly Growing[] => {
    if (reference.code !== null && reference.name !== null) return [];
    known ??= { coded: list.filter(({ name }) => name === null), bare: list.filter(({ code }) => code === null) };
    const halves: Growing[] = [];
    for (const each of reference.code === null ? known.coded : known.bare) {
      if (areHalves(reference, each) && halves.push(each) === MANY) break;
    }
    return halves;
  };

  /** A subject that the ruleset leaves out: what names it belongs to none. */
  const leaveOut = ({ code, name }: Named, rule: LeftOut, row: number): void => {
    if (name === null) return;
    room.takeText(name);
    if (room.isFull || namedOut.size > MOST_SUBJECTS) tooMany(row);
    else namedOut.set(fold(name), { code, name, leftOut: rule, row });
  };

  /** Whether a sheet or file is named after a subject that no other goes by: then the table lacks it, and no row is mistyped. */
  const isOwnTable = (name: string, row: number): boolean => {
    const { path } = index.find(row).table;
    const title = path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('/')) + 1).normalize('NFC');
    return fold(name).length > 1 && title.includes(name.normalize('NFC')) && named(name).length === 0;
  };

  /** Not in the table of subjects, or not to be found there: by its name where the table has codes only, or the reverse. */
  const unknown = ({ code, name }: Named, row: number): Growing | undefined => {
    if (refused.has(judged.id, code, name, year) || links.misses(judged.id)) return undefined;
    const field = code === null ? fields.name : fields.code;
    const halves = halvesOf({ code, name });
    if (halves.length > 0) {
      const related = () => halves.map((subject) => index.where(subject.row, 'code').place!());
      sayUnjoined([{ code, name }, ...halves], { ...index.whereWithText(row, field), related });
      return undefined;
    }
    const reference = labelOf({ code, name });
    if (code !== null && name !== null && isOwnTable(name, row)) {
      const slots = { reference, table: tableLabel(judged) };
      diagnostics.add('reference.unlisted-subject', slots, index.whereWithText(row, field));
      return add({ code, name, row }, nothingSaid);
    }
    return refuse('reference.unknown', row, field, { parent: judged.noun, reference });
  };

  /** A subject whose code leaves it out. None that counts may have its name. */
  const codedOut = ({ code, name }: Named, rule: LeftOut, row: number): SubjectLeftOut | undefined => {
    if (name === null || namedOut.has(fold(name))) return { leftOut: rule };
    const other = hasTable ? named(name)[0] : bares(name)[0];
    if (other === undefined) {
      if (!hasTable) leaveOut({ code, name }, rule, row);
      return { leftOut: rule };
    }
    const references = [code!, labelOf(other)];
    return refuse('reference.contradiction', row, fields.name, { parent: judged.noun, references }, [other.row]);
  };

  const withCode = (code: string, name: string | null, row: number): Growing | SubjectLeftOut | undefined => {
    const subject = byCode.get(code);
    if (subject) {
      if (name === null || (subject.name !== null && (subject.name === name || fold(subject.name) === fold(name)))) {
        return subject;
      }
      if (subject.name === null) {
        const [bare] = bares(name);
        if (bare) {
          areHalvesSaid = true;
          return ambiguous(name, [bare, { code, name }], row);
        }
        giveName(subject, name);
        return subject;
      }
      const references = [`${code} ${subject.name}`, name];
      return refuse('reference.contradiction', row, fields.name, { parent: judged.noun, references }, [subject.row]);
    }
    const rule = codes.leftOut(code);
    if (rule !== undefined) return codedOut({ code, name }, rule, row);
    const halves = name === null ? [] : bares(name);
    if (halves.length > 1) return ambiguous(name!, halves, row);
    const [bare] = halves;
    if (bare) {
      giveCode(bare, code);
      return bare;
    }
    if (hasTable) return unknown({ code, name }, row);
    const [only] = name === null ? [] : namedOnly(name);
    if (only) ambiguous(name!, [...named(name!).slice(0, MANY - 1), { code, name }], namedOnlyBy.get(only) ?? only.row);
    return add({ code, name, row }, nothingSaid);
  };

  const withName = (name: string, row: number): Growing | SubjectLeftOut | undefined => {
    const same = named(name);
    const out = namedOut.size === 0 ? undefined : namedOut.get(fold(name));
    if (out !== undefined) return same.length === 0 ? out : ambiguous(name, [...same, out], row);
    if (same.length > 1) return ambiguous(name, same, row);
    const [subject] = same;
    if (subject) {
      if (!subject.fromTable) getOrInsert(namedOnlyBy, subject, () => row);
      return subject;
    }
    if (hasTable) return unknown({ code: null, name }, row);
    const added = add({ code: null, name, row }, nothingSaid);
    namedOnlyBy.set(added, row);
    return added;
  };

  const api = {
    /** Growing as long as references are resolved. */
    list: list as readonly Subject[],
    tooMany,
    sayUnjoined,
    /** The one subject that a unit names, if there is one yet; nothing is said where there is not. */
    peek: ({ code, name }: Named): Growing | undefined => {
      if (code !== null) return byCode.get(code);
      const [subject, other] = named(name!);
      return other !== undefined || namedOut.has(fold(name!)) ? undefined : subject;
    },
    /** Whether what a unit names as its subject is left out. */
    isLeftOut: ({ code, name }: Named): boolean => {
      if (code !== null) return byCode.get(code) === undefined && codes.leftOut(code) !== undefined;
      return name !== null && namedOut.has(fold(name));
    },
    /** The subject that a unit names, or undefined with a diagnostic. */
    resolve: ({ code, name }: Named, row: number): Growing | SubjectLeftOut | undefined => {
      if (room.isFull) return tooMany(row);
      return code === null ? withName(name!, row) : withCode(code, name, row);
    },
    /** Whether a table of subjects was handed in that lacks one. */
    isUnlisted: ({ fromTable }: Growing): boolean => hasTable && !fromTable,
    /** Whether a reference is only a code or only a name, of a subject that nothing has named so before. */
    isNewHalf: ({ code, name }: Named): boolean => {
      if (hasTable || room.isFull) return false;
      if (code === null) return named(name!).length === 0 && !namedOut.has(fold(name!));
      return name === null && byCode.get(code) === undefined && codes.leftOut(code) === undefined;
    },
    /** Whether a new half completes a subject that was known by its other half only. */
    joined: (subject: Growing, { code, name }: Named): boolean => {
      if (subject.fromTable || !areHalves(subject, { code, name })) return false;
      if (code !== null) giveCode(subject, code);
      else giveName(subject, name!);
      return true;
    },
    /** Once all are resolved: those known by name only beside others known by code only may be the same, each judged on its own. */
    checkHalves: (): void => {
      if (hasTable || areHalvesSaid) return;
      const bare = list.filter(({ code }) => code === null);
      const coded = list.filter(({ name }) => name === null);
      const [first] = bare;
      if (first === undefined || coded.length === 0) return;
      const placeOf = ({ code, row }: Growing) =>
        index.whereWithText(row, code === null ? fields.name : fields.code).place!();
      const others = [...bare.slice(1, MANY), ...coded.slice(0, MANY)];
      sayUnjoined([...bare, ...coded], {
        ...index.whereWithText(first.row, fields.name),
        related: () => others.map(placeOf),
      });
    },
  };

  const take = (read: ReadSubject): void => {
    if (read.out !== undefined) {
      links.tellLeftOut(read.row, read.out);
      leaveOut(read, read.out, read.row);
    } else if (room.isFull) {
      tooMany(read.row);
      refused.add(judged.id, read.code, read.name, year);
    } else add(read, read.says);
  };
  for (const read of reading.subjects) if (links.isOfYear(read.year)) take(read);
  for (const [of, row] of reading.beyond) if (links.isOfYear(of)) tooMany(row);
  return api;
};
