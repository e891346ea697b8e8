import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { PARENT_LEFT_OUT } from '../diagnostics/entries/units.ts';
import { Uint32Numbers } from '../model/numbers.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { LeftOut, Level } from '../model/ruleset.ts';
import { POWERS } from './codes.ts';
import { betweenLevels, namedIn } from './columns.ts';
import {
  type Directory,
  directoryOf,
  findHolder,
  isHolderWhereNamed,
  OF_NONE,
  OF_UNKNOWN,
  sayElsewhere,
} from './holders.ts';
import { codePrint, type Named, NONE, UNNAMED } from './named.ts';
import type { Reading } from './reading.ts';
import { whereOf } from './row-index.ts';
import { isLeftOut, type Subjects, subjectsOf } from './subjects.ts';
import { TOO_MANY, UNTOLD } from './units.ts';

const DIGITS = /^\d+$/;

/** What a unit belongs to. */
type Found =
  /** Its subject and the unit between them, if any. */
  | { readonly subject: number; readonly parent: number | null }
  /** It is none, by a rule of its own or its parent's; `of` is the subject in which it would be. */
  | { readonly leftOut: LeftOut | null; readonly of: number };

/** Works out to which subject each unit of the year belongs, level by level, by the codes and names its row gives. */
export class Links {
  readonly reading: Reading;
  readonly year: number | null;
  readonly subjects: Subjects;
  readonly diagnostics: Diagnostics;
  /** Levels of other years only, in which units of the year judged were looked for in vain. */
  readonly missed = new Set<string>();
  /** How many rows are about no unit, by index of the input. */
  readonly leftOut = new Map<number, number>();
  /** 1 + the index of the subject of a unit; 0 where it is of another year, was refused or is left out. */
  readonly #subjects = new Uint32Numbers();
  /** 1 + the unit in which a unit lies; 0 where it lies in its subject directly. */
  readonly #parents = new Uint32Numbers();
  /** Of the units that are left out: the subject in which they would be. */
  readonly #of = new Map<number, number>();
  readonly #directories = new Map<Level, Directory>();
  /** The last answer: neighbours share a reference. */
  #last: { readonly reference: number; readonly found: Found } | undefined;
  /** Codes of subjects as numbers; not a number for any other. */
  readonly #numbers: number[] = [];

  constructor(reading: Reading, year: number | null, diagnostics: Diagnostics) {
    this.reading = reading;
    this.year = year;
    this.diagnostics = diagnostics;
    this.subjects = subjectsOf(this);
  }

  /** Whether a level has records of other years only: that a unit is not found there is then told once, of its table. */
  misses(level: string): boolean {
    if (!this.reading.isOfOtherYears(level, this.year)) return false;
    this.missed.add(level);
    return true;
  }

  isOfYear(year: number | null): boolean {
    return year === null || year === this.year;
  }

  /** Index of the subject of a unit; undefined for what is none, was refused or is of another year. */
  subject(unit: number): number | undefined {
    const subject = this.#subjects.at(unit);
    return subject === 0 ? undefined : subject - 1;
  }

  /** The same of units that are left out, too: `OF_NONE` or `OF_UNKNOWN` where they have none. */
  of(unit: number): number | undefined {
    return this.subject(unit) ?? this.#of.get(unit);
  }

  /** The unit of a level between in which a unit lies, as far as that has a row. */
  parent(unit: number): number | undefined {
    const parent = this.#parents.at(unit);
    return parent === 0 ? undefined : parent - 1;
  }

  /** A unit, that in which it lies, and so on. */
  chain(unit: number): readonly number[] {
    const chain: number[] = [];
    for (let each: number | undefined = unit; each !== undefined; each = this.parent(each)) chain.push(each);
    return chain;
  }

  /** What lies between a unit and its subject, as a key: the unit that has a row, and what names those further in, which have none. */
  parentKey(unit: number): string {
    const parent = this.parent(unit);
    const { units, references, inner } = this.reading;
    const reference = units.reference(unit);
    const isOf = ({ id }: Level): boolean => parent! >= units.span(id).from && parent! < units.span(id).to;
    let key = String(parent);
    for (let at = parent === undefined ? 0 : inner.findIndex(isOf) + 1; at < inner.length; at++) {
      const code = references.code(reference, at);
      key += `,${code} ${code === NONE ? references.name(reference, at) : ''}`;
    }
    return key;
  }

  /** What names the unit between in which a unit lies, as its row says it or the one above. */
  namedIn(unit: number, holder: Level): Named {
    const { index, units, references, inner } = this.reading;
    const reference = units.reference(unit);
    const at = inner.indexOf(holder);
    const { table, columns, row: own } = index.find(units.row(unit));
    const parent = columns.parents.find(({ level }) => level === holder);
    if (parent === undefined || !references.names(reference, at)) return UNNAMED;
    // What was filled stands in the nearest row above that says it.
    for (let row = own; row >= 0; row--) {
      const cells = table.locate(row);
      const said = namedIn(parent, (cell) => cells[cell]?.text ?? '');
      const code = references.code(reference, at) === NONE ? null : said.code;
      const name = references.name(reference, at) === NONE ? null : said.name;
      if (code !== null || name !== null) return { code, name };
    }
    return UNNAMED;
  }

  /** The units of a level that is linked. */
  directoryOf(level: Level): Directory {
    return getOrInsert(this.#directories, level, () => directoryOf(this, level));
  }

  linkAll(): void {
    const { inner, units } = this.reading;
    for (const level of inner) {
      const { from, to } = units.span(level.id);
      for (let unit = from; unit < to; unit++) {
        if (units.reference(unit) !== UNTOLD && this.isOfYear(units.year(unit))) this.#link(unit, level);
      }
    }
    this.subjects.checkHalves();
    // Some 16 bytes a unit, which nothing looks at again.
    this.#directories.clear();
  }

  #link(unit: number, level: Level): void {
    const { reading } = this;
    const found = this.find(unit, level);
    const row = reading.units.row(unit);
    if (found === undefined) {
      const { code, name } = reading.holds(level) ? reading.index.named(row) : UNNAMED;
      reading.refused.add(level.id, code, name, this.year);
    } else if ('leftOut' in found) {
      this.#of.set(unit, found.of);
      this.tellLeftOut(row, found.leftOut);
    } else {
      this.#subjects.set(unit, found.subject + 1);
      if (found.parent !== null) this.#parents.set(unit, found.parent + 1);
      this.#warnIfOutside(unit, found.subject, row);
    }
  }

  /** Says of a row that it is about no unit. */
  tellLeftOut(row: number, rule: LeftOut | null): void {
    const { index } = this.reading;
    const { table, columns, row: own } = index.find(row);
    this.leftOut.set(table.input, (this.leftOut.get(table.input) ?? 0) + 1);
    const { code, name } = index.named(row);
    const cell = (code === null ? columns.name : columns.code)?.cell ?? -1;
    const reason = rule === null ? PARENT_LEFT_OUT : rule.label;
    this.diagnostics.add('unit.left-out', { reason }, whereOf(table, own, cell, code ?? name ?? ''));
  }

  #warnIfOutside(unit: number, subject: number, row: number): void {
    const { units, codes, index, judged } = this.reading;
    const { nested, isWithin } = codes;
    const parent = this.subjects.list[subject]!.code;
    const print = units.code(unit);
    if (parent === null || print === NONE || nested === Number.POSITIVE_INFINITY) return;
    if (print > 0) {
      // An office's own shorter codes do not begin with anything; most others are numbers that begin with that of their subject.
      if (print < POWERS[nested - 1]!) return;
      let digits = nested;
      while (print >= POWERS[digits]!) digits++;
      this.#numbers[subject] ??= DIGITS.test(parent) ? Number(parent) : Number.NaN;
      if (Math.floor(print / POWERS[digits - parent.length]!) === this.#numbers[subject]) return;
    }
    const code = print > 0 ? String(print) : index.named(row).code!;
    if (!DIGITS.test(code) || code.length < nested || isWithin(code, parent)) return;
    const { table, columns, row: own } = index.find(row);
    const where = whereOf(table, own, columns.code!.cell, code);
    this.diagnostics.add('unit.code-outside-parent', { code, parent, level: judged.noun }, where);
  }

  /** What a unit belongs to; undefined where it cannot be told, which the diagnostics say. */
  find(unit: number, level: Level): Found | undefined {
    const { units, references } = this.reading;
    const reference = units.reference(unit);
    const own = this.#outByOwnCode(unit, level);
    if (own !== undefined) return own;
    if (this.#last?.reference === reference) return this.#last.found;
    const found = this.#inLevels(unit, level);
    if (found === undefined) return undefined;
    if (!references.isPlain(reference)) return this.#tellFilled(unit, found);
    this.#last = { reference, found };
    return found;
  }

  /** Says what was filled from above, and refuses where the code of the unit lies elsewhere; and what lies in its subject directly. */
  #tellFilled(unit: number, found: Found): Found | undefined {
    const { units, references, index, codes, judged, namedBy } = this.reading;
    const reference = units.reference(unit);
    const row = units.row(unit);
    const { table, columns } = index.find(row);
    const levels = [...columns.parents.keys()];
    for (const at of levels) {
      const isDirect = table.isSheet && references.isDirect(reference, at);
      if (isDirect && namedBy.get(table)?.has(at)) this.#sayOfParent('record.no-parent', row, at);
    }
    const filled = levels.filter((at) => references.isFilled(reference, at));
    if (filled.length === 0) return found;
    const subject = 'subject' in found ? this.subjects.list[found.subject]!.code : null;
    const { code } = index.named(row);
    // The numbers of an office may be alike by chance.
    if (subject !== null && codes.isOf(subject, judged) && code !== null && !codes.isWithin(code, subject)) {
      this.#sayOfParent('record.blank-parent', row, filled[0]!);
      return undefined;
    }
    for (const at of filled) this.#sayOfParent('record.filled-down', row, at);
    return found;
  }

  /** Says something of the cell in which a row should name a parent. */
  #sayOfParent(code: 'record.filled-down' | 'record.blank-parent' | 'record.no-parent', row: number, at: number): void {
    const { index, judged } = this.reading;
    const { table, columns, row: own } = index.find(row);
    const { level, column } = columns.parents[at]!;
    const { heading, cell } = column!;
    const where = whereOf(table, own, cell, table.locate(own)[cell]?.text ?? '');
    if (code === 'record.no-parent') {
      this.diagnostics.add(code, { heading, level: level.noun, judged: judged.noun }, where);
    } else this.diagnostics.add(code, { heading }, where);
  }

  /** What names the subject of a unit. */
  #subjectNamed(unit: number): Named | 'too-many' {
    const { units, references } = this.reading;
    const id = references.subject(units.reference(unit));
    if (id === TOO_MANY) return 'too-many';
    return id === 0 ? UNNAMED : references.named(id);
  }

  /** In the innermost unit that the row names and whose table came, else in the subject that it names. */
  #inLevels(unit: number, level: Level): Found | undefined {
    const { inner, units, references } = this.reading;
    const reference = units.reference(unit);
    const named = this.#subjectNamed(unit);
    if (named === 'too-many') {
      this.subjects.tooMany(units.row(unit));
      return undefined;
    }
    const holder = betweenLevels(this.reading.ruleset, level).findLast(
      (each) => this.reading.hasTable(each.id) && references.names(reference, inner.indexOf(each)),
    );
    return holder === undefined ? this.#inSubject(unit, level, named) : this.#inHolder(unit, level, named, holder);
  }

  #inSubject(unit: number, level: Level, named: Named): Found | undefined {
    const found = this.subjects.resolve(named, this.reading.units.row(unit));
    if (found === undefined) return undefined;
    if (isLeftOut(found)) return { leftOut: found.leftOut, of: OF_NONE };
    for (const holder of betweenLevels(this.reading.ruleset, level)) {
      const out = this.#holderOut(unit, holder, found.code);
      if (out !== undefined) return { leftOut: out, of: found.index };
    }
    return { subject: found.index, parent: null };
  }

  /** The rule by which a unit between that a unit of a subject names is left out by its code. */
  #holderOut(unit: number, holder: Level, subjectCode: string | null): LeftOut | undefined {
    const { units, references, inner, ruleset, codes } = this.reading;
    if (ruleset.leftOut.length === 0) return undefined;
    const print = references.code(units.reference(unit), inner.indexOf(holder));
    if (print === NONE || (print > 0 && print < POWERS[codes.nested - 1]!)) return undefined;
    const code = print > 0 ? String(print) : this.namedIn(unit, holder).code;
    if (code === null || code.length < codes.nested) return undefined;
    return subjectCode !== null && !codes.isWithin(code, subjectCode) ? undefined : codes.leftOut(code);
  }

  /** A unit whose parent is in a table: its subject follows, and has to be the one that it names. */
  #inHolder(unit: number, level: Level, named: Named, holder: Level): Found | undefined {
    const { subjects } = this;
    const { units, references, inner } = this.reading;
    const row = units.row(unit);
    const reference = units.reference(unit);
    const at = inner.indexOf(holder);
    const directory = this.directoryOf(holder);
    const isGiven = named !== UNNAMED;
    const isNew = isGiven && subjects.isNewHalf(named);
    const subject = isGiven && !isNew ? subjects.resolve(named, row) : null;
    if (subject === undefined) {
      this.misses(holder.id);
      return undefined;
    }
    const code = references.code(reference, at);
    const listed = code === NONE ? undefined : directory.byCode(code);
    if (subject !== null && isLeftOut(subject)) {
      const isOut = listed === undefined || this.subject(listed) === undefined;
      return isOut ? { leftOut: subject.leftOut, of: OF_NONE } : sayElsewhere(this, named, [listed], row);
    }
    // What the table of subjects lacks, that of the units between may well lack too; the subject cannot pass anyway.
    if (subject !== null && subjects.isUnlisted(subject) && listed === undefined) {
      const name = references.name(reference, at);
      if (name === NONE || directory.byName(name, subject.index).length === 0) {
        return this.#inSubject(unit, level, named);
      }
    }
    const out = listed === undefined ? this.#holderOut(unit, holder, subject?.code ?? named.code) : undefined;
    if (out !== undefined) return { leftOut: out, of: OF_UNKNOWN };
    const found = findHolder(this, unit, level, holder, subject);
    if (found === undefined) return undefined;
    const of = this.of(found)!;
    if (this.subject(found) === undefined) {
      const isElsewhere = subject !== null && of !== subject.index && of !== OF_UNKNOWN;
      if (isElsewhere) return sayElsewhere(this, subject, [found], row);
      return { leftOut: this.#holderOut(unit, holder, null) ?? null, of };
    }
    const own = subjects.list[of]!;
    const isOther = isNew ? !subjects.joined(own, named) : subject !== null && own !== subject;
    if (isOther) return sayElsewhere(this, subject ?? named, [found], row);
    if (!isHolderWhereNamed(this, unit, level, holder, found)) return undefined;
    const unconfirmed = references.unconfirmed(reference);
    if (unconfirmed !== 0 && unconfirmed !== TOO_MANY) {
      const isSame = subjects.peek(references.named(unconfirmed)) === own;
      this.#sayOfParent(isSame ? 'record.filled-down' : 'record.blank-parent', row, 0);
      if (!isSame) return undefined;
    }
    return { subject: of, parent: found };
  }

  /**
   * Whether the digits of a unit's own code leave it out. An office's own long number may have any digits: they count
   * only where the code goes with the parents that the row names. Otherwise the parents decide.
   */
  #outByOwnCode(unit: number, level: Level): Found | undefined {
    const { units, references, inner, codes } = this.reading;
    const out = units.out(unit);
    if (out === undefined) return undefined;
    const reference = units.reference(unit);
    if (references.unconfirmed(reference) !== 0) return undefined;
    const named = this.#subjectNamed(unit);
    if (named === 'too-many') return undefined;
    const found = named === UNNAMED ? undefined : this.subjects.peek(named);
    const goesWith = (code: string | null): boolean => code === null || codes.isWithin(out.code, code);
    if (!goesWith(named.code ?? found?.code ?? null)) return undefined;
    for (const holder of betweenLevels(this.reading.ruleset, level)) {
      const at = inner.indexOf(holder);
      if (references.code(reference, at) !== NONE) {
        if (!codes.isWithin(out.code, this.namedIn(unit, holder).code ?? '')) return undefined;
        continue;
      }
      const name = references.name(reference, at);
      if (name === NONE || !this.reading.hasTable(holder.id)) continue;
      const [own, ...others] = this.directoryOf(holder).byName(name, found?.index ?? null);
      if (own === undefined || others.length > 0) continue;
      const code = units.code(own);
      const isItsOwn = code === NONE || code === codePrint(out.code.slice(0, codes.nested));
      if (!isItsOwn || !goesWith(this.subjects.list[this.subject(own) ?? -1]?.code ?? null)) return undefined;
    }
    const missing = this.subjects.isLeftOut(named) ? OF_NONE : OF_UNKNOWN;
    return { leftOut: out.rule, of: found?.index ?? missing };
  }
}
