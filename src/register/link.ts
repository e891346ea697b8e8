import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { PARENT_LEFT_OUT } from '../diagnostics/nouns.ts';
import { parentFields } from '../model/levels.ts';
import { Uint32Numbers } from '../model/numbers.ts';
import type { LeftOut, Level } from '../model/ruleset.ts';
import { codePrint, codesOf } from './codes.ts';
import { namedLevels, toColumns } from './columns.ts';
import { labelOf, type Named, UNNAMED } from './named.ts';
import { PrintTable } from './print-table.ts';
import type { Reading } from './reading.ts';
import { whereOf } from './row-index.ts';
import { columnOfParent } from './row-parents.ts';
import { isLeftOut, MANY, mayBeOne, type Subjects, subjectsOf } from './subjects.ts';
import { NONE, TOO_MANY, UNTOLD } from './units.ts';

/** In place of the subject of a unit: it is of another year or was refused, or it is none by the ruleset. */
const NOT_LINKED = 0;
const LEFT_OUT = 1;
const SUBJECT = 2;

/** Of a unit that is left out, in place of its subject: that is left out, too, or is not known. */
const OF_NONE = -1;
const OF_UNKNOWN = -2;

const DIGITS = /^\d+$/;

/** What a unit belongs to. */
type Found =
  /** Its subject and the unit between them, if any. */
  | { readonly subject: number; readonly parent: number | null }
  /** It is none, by a rule of its own or its parent's; `of` is the subject in which it would be. */
  | { readonly leftOut: LeftOut | null; readonly of: number };

/** A unit that others may belong to, once its level is linked. */
interface Holder {
  readonly unit: number;
  readonly subject: number;
  /** The same if it is left out, or why there is none. */
  readonly of: number;
}

/**
 * Works out to which subject each unit of the year belongs, level by level, by the codes and names its row gives.
 * `tells` is false where the units are only looked at: of another year, as if they were of this one.
 */
export class Links {
  readonly reading: Reading;
  readonly year: number | null;
  readonly subjects: Subjects;
  readonly diagnostics: Diagnostics;
  /** Levels of other years only, in which units of the year judged were looked for in vain. */
  readonly missed = new Set<string>();
  readonly leftOut = new Map<number, number>();
  readonly #subjects = new Uint32Numbers();
  /** 1 + the unit in which a unit lies; 0 where it lies in its subject directly. */
  readonly #parents = new Uint32Numbers();
  readonly #of = new Map<number, number>();
  readonly #tables = new Map<string, HolderTables>();
  readonly #named = new Map<Level, readonly Level[]>();
  /** The last answer: neighbours share a reference. */
  #last: { readonly reference: number; readonly found: Found } | undefined;
  /** Codes of subjects as numbers; not a number for any other. */
  readonly #numbers: number[] = [];

  constructor(reading: Reading, year: number | null, diagnostics: Diagnostics) {
    this.reading = reading;
    this.year = year;
    this.diagnostics = diagnostics;
    this.subjects = subjectsOf(this, diagnostics);
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
    return subject < SUBJECT ? undefined : subject - SUBJECT;
  }

  /** The unit of a level between in which a unit lies, as far as that has a row. */
  parent(unit: number): number | undefined {
    const parent = this.#parents.at(unit);
    return parent === 0 ? undefined : parent - 1;
  }

  /** What lies between a unit and its subject, as a key: the unit that has a row, or what names it. */
  parentKey(unit: number): string {
    const parent = this.parent(unit);
    if (parent !== undefined) return String(parent);
    const { units, references, inner } = this.reading;
    const reference = units.reference(unit);
    return inner
      .map((_, at) => {
        const code = references.code(reference, at);
        return `${code} ${code === NONE ? references.name(reference, at) : ''}`;
      })
      .join();
  }

  linkAll(): void {
    for (const level of this.reading.inner) {
      const { from, to } = this.reading.units.span(level.id);
      for (let unit = from; unit < to; unit++) {
        const { units } = this.reading;
        if (units.reference(unit) !== UNTOLD && this.isOfYear(units.year(unit))) this.#link(unit, level);
      }
    }
    if (!this.reading.hasTable(this.reading.judged.id)) this.subjects.checkHalves();
  }

  #link(unit: number, level: Level): void {
    const { reading } = this;
    const found = this.find(unit, level);
    const row = reading.units.row(unit);
    if (found === undefined) {
      const { code, name } = reading.holds(level) ? this.#textsOf(row) : UNNAMED;
      reading.refused.add(level.id, code, name, this.year);
      return;
    }
    if ('leftOut' in found) {
      this.#subjects.set(unit, LEFT_OUT);
      this.#of.set(unit, found.of);
      this.tellLeftOut(row, found.leftOut);
      return;
    }
    this.#subjects.set(unit, found.subject + SUBJECT);
    if (found.parent !== null) this.#parents.set(unit, found.parent + 1);
    this.#warnIfOutside(unit, found.subject, row);
  }

  #textsOf(row: number): Named {
    const { table, row: own } = this.reading.index.find(row);
    const { code, name } = toColumns(table, this.reading.ruleset);
    const cells = table.locate(own);
    const read = (column: typeof code) => {
      const value = column?.read(cells[column.cell]?.text ?? '').value;
      return value === undefined ? null : String(value);
    };
    return { code: read(code), name: read(name) };
  }

  /** Says of a row that it is about no unit. */
  tellLeftOut(row: number, rule: LeftOut | null): void {
    const { table, row: own } = this.reading.index.find(row);
    this.leftOut.set(table.input, (this.leftOut.get(table.input) ?? 0) + 1);
    const { code, name } = this.#textsOf(row);
    const columns = toColumns(table, this.reading.ruleset);
    const cell = (code === null ? columns.name : columns.code)?.cell ?? -1;
    const reason = rule === null ? PARENT_LEFT_OUT : rule.label;
    this.diagnostics.add('unit.left-out', { reason }, whereOf(table, own, cell, code ?? name ?? ''));
  }

  #warnIfOutside(unit: number, subject: number, row: number): void {
    const { units, ruleset, index } = this.reading;
    const { nested, isWithin } = codesOf(ruleset);
    const parent = this.subjects.list[subject]!.code;
    const print = units.code(unit);
    if (parent === null || print === NONE || nested === Number.POSITIVE_INFINITY) return;
    if (print > 0) {
      // An office's own shorter codes do not begin with anything; most others are numbers that begin with that of their subject.
      if (print < 10 ** (nested - 1)) return;
      let digits = nested;
      while (print >= 10 ** digits) digits++;
      this.#numbers[subject] ??= DIGITS.test(parent) ? Number(parent) : Number.NaN;
      if (Math.floor(print / 10 ** (digits - parent.length)) === this.#numbers[subject]) return;
    }
    const code = print > 0 ? String(print) : this.#textsOf(row).code!;
    if (!DIGITS.test(code) || code.length < nested || isWithin(code, parent)) return;
    const { table, row: own } = index.find(row);
    const where = whereOf(table, own, toColumns(table, ruleset).code!.cell, code);
    this.diagnostics.add('unit.code-outside-parent', { code, parent, level: this.reading.judged.noun }, where);
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
    if (!references.isPlain(reference)) return this.#tellFilled(unit, level, found);
    this.#last = { reference, found };
    return found;
  }

  /** The rows of tables that name parents name these, in the order of `NamedParents.named`. */
  #levelsOf(level: Level): readonly Level[] {
    const known = this.#named.get(level);
    if (known !== undefined) return known;
    const levels = namedLevels(this.reading.ruleset, level);
    this.#named.set(level, levels);
    return levels;
  }

  /** Says what was filled from above, and refuses where the code of the unit lies elsewhere; and what lies in its subject directly. */
  #tellFilled(unit: number, level: Level, found: Found): Found | undefined {
    const { units, references, index, ruleset } = this.reading;
    const { isOf, isWithin } = codesOf(ruleset);
    const reference = units.reference(unit);
    const { table, row: own } = index.find(units.row(unit));
    const { parents } = toColumns(table, ruleset);
    const columnAt = (at: number) => {
      const column =
        columnOfParent(parents[at]!) ?? parents.map(columnOfParent).findLast((each) => each !== undefined)!;
      const text = table.locate(own)[column.cell]?.text ?? '';
      return { heading: column.heading, where: whereOf(table, own, column.cell, text) };
    };
    const say = (code: 'record.filled-down' | 'record.blank-parent', at: number): void => {
      const { heading, where } = columnAt(at);
      this.diagnostics.add(code, { heading }, where);
    };
    const levels = this.#levelsOf(level);
    const filled = [...levels.keys()].filter((at) => references.isFilled(reference, at));
    if (table.isSheet) {
      for (const at of levels.keys()) {
        if (references.isDirect(reference, at) && this.reading.namedBy.get(table)?.has(at)) {
          const { heading, where } = columnAt(at);
          const slots = { heading, level: levels[at]!.noun, judged: this.reading.judged.noun };
          this.diagnostics.add('record.no-parent', slots, where);
        }
      }
    }
    if (filled.length === 0) return found;
    const subject = 'subject' in found ? (this.subjects.list[found.subject]?.code ?? null) : null;
    const code = units.code(unit) === NONE ? null : this.#textsOf(units.row(unit)).code;
    // The numbers of an office may be alike by chance.
    if (subject !== null && isOf(subject, this.reading.judged) && code !== null && !isWithin(code, subject)) {
      say('record.blank-parent', filled[0]!);
      return undefined;
    }
    for (const at of filled) say('record.filled-down', at);
    return found;
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
    const holder = this.#levelsOf(level)
      .slice(1)
      .findLast((each) => this.reading.hasTable(each.id) && references.names(reference, inner.indexOf(each)));
    return holder === undefined ? this.#inSubject(unit, level, named) : this.#inHolder(unit, level, named, holder);
  }

  #inSubject(unit: number, level: Level, named: Named): Found | undefined {
    const found = this.subjects.resolve(named, this.reading.units.row(unit));
    if (found === undefined) return undefined;
    if (isLeftOut(found)) return { leftOut: found.leftOut, of: OF_NONE };
    for (const holder of this.#levelsOf(level).slice(1)) {
      const out = this.#holderOut(unit, holder, found.code);
      if (out !== undefined) return { leftOut: out, of: found.index };
    }
    return { subject: found.index, parent: null };
  }

  /** What names the unit between in which a unit lies, as its row says it or the one above. */
  namedIn(unit: number, holder: Level): Named {
    const { index, units, ruleset, references, inner } = this.reading;
    const { table, row: own } = index.find(units.row(unit));
    const parents = toColumns(table, ruleset).parents.find((each) => each.level === holder);
    const reference = units.reference(unit);
    const at = inner.indexOf(holder);
    const read = (column: NonNullable<typeof parents>['code'], row: number): string | null => {
      const value = column?.read(table.locate(row)[column.cell]?.text ?? '').value;
      return value === undefined ? null : String(value);
    };
    if (!references.names(reference, at)) return UNNAMED;
    // What was filled stands in the nearest row above that says it.
    for (let row = own; row >= 0; row--) {
      const code = references.code(reference, at) === NONE ? null : read(parents?.code, row);
      const name = references.name(reference, at) === NONE ? null : read(parents?.name, row);
      if (code !== null || name !== null) return { code, name };
    }
    return UNNAMED;
  }

  /** The rule by which a unit between that a unit of a subject names is left out by its code. */
  #holderOut(unit: number, holder: Level, subjectCode: string | null): LeftOut | undefined {
    const { units, references, inner, ruleset, leftOut } = this.reading;
    if (ruleset.leftOut.length === 0) return undefined;
    const print = references.code(units.reference(unit), inner.indexOf(holder));
    const { nested, isWithin } = codesOf(ruleset);
    if (print === NONE || (print > 0 && print < 10 ** (nested - 1))) return undefined;
    const code = print > 0 ? String(print) : this.namedIn(unit, holder).code;
    if (code === null || code.length < nested || (subjectCode !== null && !isWithin(code, subjectCode)))
      return undefined;
    return leftOut(code);
  }

  /** A unit whose parent is in a table: its subject follows, and has to be the one that it names. */
  #inHolder(unit: number, level: Level, named: Named, holder: Level): Found | undefined {
    const { subjects } = this;
    const { units, references, inner } = this.reading;
    const row = units.row(unit);
    const reference = units.reference(unit);
    const at = inner.indexOf(holder);
    const tables = this.#tablesOf(holder);
    const isGiven = named !== UNNAMED;
    const isNew = isGiven && subjects.isNewHalf(named);
    const subject = isGiven && !isNew ? subjects.resolve(named, row) : null;
    if (subject === undefined) {
      this.misses(holder.id);
      return undefined;
    }
    const code = references.code(reference, at);
    const listed = code === NONE ? undefined : tables.byCode(code);
    if (subject !== null && isLeftOut(subject)) {
      if (listed === undefined || listed.subject === OF_NONE) return { leftOut: subject.leftOut, of: OF_NONE };
      return this.#elsewhere(named, [listed], row);
    }
    // What the table of subjects lacks, that of the units between may well lack too; the subject cannot pass anyway.
    if (subject !== null && subjects.isUnlisted(subject) && listed === undefined) {
      const name = references.name(reference, at);
      if (name === NONE || tables.byName(name, subject.index).length === 0) return this.#inSubject(unit, level, named);
    }
    const out = listed === undefined ? this.#holderOut(unit, holder, subject?.code ?? named.code) : undefined;
    if (out !== undefined) return { leftOut: out, of: OF_UNKNOWN };
    const around = this.#around(level, holder, reference);
    const found = this.#findHolder(unit, holder, around, subject, tables);
    if (found === undefined) return undefined;
    if (found.subject < 0) {
      if (subject !== null && found.of !== subject.index && found.of !== OF_UNKNOWN) {
        return this.#elsewhere(subject, [found], row);
      }
      return { leftOut: this.#holderOut(unit, holder, null) ?? null, of: found.of };
    }
    const own = subjects.list[found.subject]!;
    if (isNew) {
      if (!subjects.joined(own, named)) return this.#elsewhere(named, [found], row);
    } else if (subject !== null && own !== subject) return this.#elsewhere(subject, [found], row);
    const apart = around.find((each) => this.#liesIn(found.unit, each, reference) === false);
    if (apart !== undefined) return this.#notWithin(unit, apart, [found]);
    const unconfirmed = references.unconfirmed(reference);
    if (unconfirmed !== 0 && unconfirmed !== TOO_MANY) {
      const isSame = subjects.peek(references.named(unconfirmed)) === own;
      this.#sayOfSubject(isSame ? 'record.filled-down' : 'record.blank-parent', row);
      if (!isSame) return undefined;
    }
    return { subject: found.subject, parent: found.unit };
  }

  #sayOfSubject(code: 'record.filled-down' | 'record.blank-parent', row: number): void {
    const { index, ruleset } = this.reading;
    const { table, row: own } = index.find(row);
    const { parents } = toColumns(table, ruleset);
    const column = columnOfParent(parents[0]!) ?? parents.map(columnOfParent).find((each) => each !== undefined)!;
    const text = table.locate(own)[column.cell]?.text ?? '';
    this.diagnostics.add(code, { heading: column.heading }, whereOf(table, own, column.cell, text));
  }

  /** The unit between that a unit names, within its subject if that is given; undefined with a diagnostic. */
  #findHolder(
    unit: number,
    holder: Level,
    around: readonly Level[],
    subject: (Named & { readonly index: number }) | null,
    tables: HolderTables,
  ): Holder | undefined {
    const { units, references, inner, index, refused } = this.reading;
    const row = units.row(unit);
    const reference = units.reference(unit);
    const at = inner.indexOf(holder);
    const code = references.code(reference, at);
    const name = references.name(reference, at);
    const fields = parentFields(holder);
    const isRefused = (): boolean => {
      const texts = this.namedIn(unit, holder);
      return refused.has(holder.id, texts.code, texts.name, this.year);
    };
    const unknown = (): undefined => {
      if (this.misses(holder.id)) return undefined;
      const reference = labelOf(this.namedIn(unit, holder));
      const where = index.whereWithText(row, code !== NONE ? fields.code : fields.name);
      this.diagnostics.add('reference.unknown', { parent: holder.noun, reference }, where);
    };
    const named = (codeless: boolean): Holder | undefined => {
      let fits = tables.byName(name, subject?.index ?? null, codeless);
      if (fits.length > 1 && around.length > 0) {
        const within = ({ unit: each }: Holder) =>
          around.every((level) => this.#liesIn(each, level, reference) !== false);
        const narrowed = tables.byName(name, subject?.index ?? null, codeless, within);
        if (narrowed.length === 0) return this.#notWithin(unit, around.at(-1)!, fits);
        fits = narrowed;
      }
      if (fits.length === 1) return fits[0];
      if (fits.length > 1) {
        const where = { ...index.whereWithText(row, fields.name), related: this.#placesOf(fits, 'name') };
        const reference = this.namedIn(unit, holder).name!;
        const slots = { parent: holder.noun, reference, units: fits.map((fit) => this.#pathOf(fit, holder)) };
        this.diagnostics.add('reference.ambiguous', slots, where);
        return undefined;
      }
      if (isRefused()) return undefined;
      const elsewhere = subject === null ? [] : tables.byName(name, null, codeless);
      const somewhere = elsewhere.find(({ of }) => of === OF_UNKNOWN);
      if (somewhere !== undefined) return somewhere;
      return elsewhere.length === 0 ? unknown() : this.#elsewhere(subject!, elsewhere, row);
    };
    if (code === NONE) return named(false);
    const found = tables.byCode(code);
    if (found === undefined) {
      if (name !== NONE) return named(true);
      return isRefused() ? undefined : unknown();
    }
    const own = units.name(found.unit);
    if (name === NONE || own === NONE || own === name) return found;
    const other = index.where(units.row(found.unit), 'name').place!;
    const texts = this.namedIn(unit, holder);
    const where = { ...index.whereWithText(row, fields.name), related: () => [other()] };
    const references_ = [texts.code!, texts.name!];
    this.diagnostics.add('reference.contradiction', { parent: holder.noun, references: references_ }, where);
    return undefined;
  }

  /** The levels between a subject and a holder of which a row names units, too. */
  #around(level: Level, holder: Level, reference: number): readonly Level[] {
    const { references, inner } = this.reading;
    const levels = this.#levelsOf(level);
    return levels.slice(1, levels.indexOf(holder)).filter((each) => references.names(reference, inner.indexOf(each)));
  }

  /** Whether a unit between lies in what a reference names of a level around it; undefined where nobody can tell. */
  #liesIn(unit: number, level: Level, reference: number): boolean | undefined {
    const { units, references, inner } = this.reading;
    const at = inner.indexOf(level);
    const { from, to } = units.span(level.id);
    const agrees = (code: number, name: number): boolean | undefined => {
      const [ownCode, ownName] = [references.code(reference, at), references.name(reference, at)];
      if (code !== NONE && ownCode !== NONE) return code === ownCode;
      return name !== NONE && ownName !== NONE ? name === ownName : undefined;
    };
    const chain: number[] = [];
    for (let each: number | undefined = unit; each !== undefined; each = this.parent(each)) chain.push(each);
    const own = chain.find((each) => each >= from && each < to);
    if (own !== undefined) return agrees(units.code(own), units.name(own));
    const said = chain.map((each) => units.reference(each)).find((each) => references.names(each, at));
    return said === undefined ? undefined : agrees(references.code(said, at), references.name(said, at));
  }

  /** Says that units between lie elsewhere than in what a unit names of a level around them. */
  #notWithin(unit: number, level: Level, found: readonly Holder[]): undefined {
    const { units, index } = this.reading;
    const { name, code } = parentFields(level);
    const where = {
      ...index.whereWithText(units.row(unit), name, code),
      related: this.#placesOf(found, name, code, 'name', 'code'),
    };
    const references = [
      ...found.map((each) => labelOf(this.namedIn(each.unit, level))),
      labelOf(this.namedIn(unit, level)),
    ];
    this.diagnostics.add(
      'reference.contradiction',
      { parent: level.noun, references: [...new Set(references)] },
      where,
    );
  }

  #placesOf(found: readonly Holder[], ...fields: string[]) {
    const { units, index } = this.reading;
    return () => found.map(({ unit }) => index.whereWithText(units.row(unit), ...fields).place!());
  }

  #subjectOf({ unit, subject }: Holder): string {
    const { name, code } = parentFields(this.reading.judged);
    if (subject >= 0) return labelOf(this.subjects.list[subject]!);
    return this.reading.index.whereWithText(this.reading.units.row(unit), name, code).text ?? '';
  }

  /** What a unit between lies in: its subject, and what its row names between. */
  #pathOf(found: Holder, level: Level): string {
    const between = this.#levelsOf(level).slice(1);
    return [this.#subjectOf(found), ...between.map((each) => labelOf(this.namedIn(found.unit, each)))]
      .filter((label) => label !== '')
      .join(' ');
  }

  /** Says that the unit between lies in other subjects than the unit says. */
  #elsewhere(subject: Named, found: readonly Holder[], row: number): undefined {
    const { judged, index } = this.reading;
    const { name, code } = parentFields(judged);
    const where = { ...index.whereWithText(row, name, code), related: this.#placesOf(found, name, code) };
    const halves = found.flatMap((each) => this.subjects.list[each.subject] ?? []);
    if (halves.length === found.length && halves.every((other) => !other.says.fromTable && mayBeOne(subject, other))) {
      this.subjects.sayUnjoined([subject, ...halves], where);
      return;
    }
    const references = [...found.map((each) => this.#subjectOf(each)), labelOf(subject)];
    this.diagnostics.add(
      'reference.contradiction',
      { parent: judged.noun, references: [...new Set(references)] },
      where,
    );
  }

  /**
   * Whether the digits of a unit's own code leave it out. An office's own long number may have any digits: they count
   * only where the code goes with the parents that the row names. Otherwise the parents decide.
   */
  #outByOwnCode(unit: number, level: Level): Found | undefined {
    const { units, references, inner, ruleset } = this.reading;
    const out = units.out(unit);
    if (out === undefined) return undefined;
    const reference = units.reference(unit);
    if (references.unconfirmed(reference) !== 0) return undefined;
    const named = this.#subjectNamed(unit);
    if (named === 'too-many') return undefined;
    const { isWithin, nested } = codesOf(ruleset);
    const found = named === UNNAMED ? undefined : this.subjects.peek(named);
    const subjectCode = named.code ?? found?.code ?? null;
    if (subjectCode !== null && !isWithin(out.code, subjectCode)) return undefined;
    for (const holder of this.#levelsOf(level).slice(1)) {
      const at = inner.indexOf(holder);
      const code = references.code(reference, at);
      if (code !== NONE) {
        if (!isWithin(out.code, this.namedIn(unit, holder).code ?? '')) return undefined;
        continue;
      }
      const name = references.name(reference, at);
      if (name === NONE || !this.reading.hasTable(holder.id)) continue;
      const [own, ...others] = this.#tablesOf(holder).byName(name, found?.index ?? null);
      if (own === undefined || others.length > 0) continue;
      const ownSubject = this.subjects.list[own.subject]?.code ?? null;
      const ownCode = units.code(own.unit);
      const goes =
        (ownSubject === null || isWithin(out.code, ownSubject)) &&
        (ownCode === NONE || ownCode === codePrint(out.code.slice(0, nested)));
      if (!goes) return undefined;
    }
    const missing = this.subjects.isLeftOut(named) ? OF_NONE : OF_UNKNOWN;
    return { leftOut: out.rule, of: found?.index ?? missing };
  }

  #tablesOf(level: Level): HolderTables {
    let tables = this.#tables.get(level.id);
    if (tables === undefined) {
      tables = holderTables(this, level, (unit) => this.#holderAt(unit));
      this.#tables.set(level.id, tables);
    }
    return tables;
  }

  #holderAt(unit: number): Holder | undefined {
    const subject = this.#subjects.at(unit);
    if (subject === NOT_LINKED) return undefined;
    if (subject === LEFT_OUT) return { unit, subject: OF_NONE, of: this.#of.get(unit)! };
    return { unit, subject: subject - SUBJECT, of: subject - SUBJECT };
  }
}

interface HolderTables {
  byCode(print: number): Holder | undefined;
  /** Those of that name, in one subject if given and without a code if asked; the first `MANY` of them, none of them one that was handed in twice. */
  byName(
    name: number,
    subject: number | null,
    codeless?: boolean,
    isMeant?: (holder: Holder) => boolean,
  ): readonly Holder[];
}

/** Print of a name within a subject. */
const inSubject = (name: number, subject: number): number =>
  (name + Math.imul(subject + 1, 0x9e3779b1) * 0x200000) % Number.MAX_SAFE_INTEGER;

/** Finds the units of a level by code and by name; its links must not change any more. */
const holderTables = (links: Links, level: Level, holderAt: (unit: number) => Holder | undefined): HolderTables => {
  const { units } = links.reading;
  const { from, to } = units.span(level.id);
  const codes = new PrintTable((unit) => units.code(unit));
  for (let unit = from; unit < to; unit++) {
    if (units.code(unit) !== NONE && holderAt(unit) !== undefined) codes.add(unit);
  }
  const tables = new Map<string, PrintTable>();
  const named = (withSubject: boolean, codeless: boolean): PrintTable => {
    const key = `${withSubject} ${codeless}`;
    let table = tables.get(key);
    if (table === undefined) {
      const nameAt = (unit: number) => units.name(unit);
      table = new PrintTable(withSubject ? (unit) => inSubject(nameAt(unit), holderAt(unit)!.of) : nameAt);
      for (let unit = from; unit < to; unit++) {
        if (nameAt(unit) === NONE || (codeless && units.code(unit) !== NONE)) continue;
        if (holderAt(unit) !== undefined) table.add(unit);
      }
      tables.set(key, table);
    }
    return table;
  };

  /** Whether two of one name are one that was handed in twice, which is reported as such. */
  const isRepeated = (a: Holder, b: Holder): boolean => {
    const [codeA, codeB] = [units.code(a.unit), units.code(b.unit)];
    if (codeA === codeB && codeA !== NONE) return true;
    if (a.subject !== b.subject || (codeA !== NONE && codeB !== NONE)) return false;
    return links.parentKey(a.unit) === links.parentKey(b.unit);
  };

  return {
    byCode: (print) => {
      const unit = codes.first(print);
      return unit === undefined ? undefined : holderAt(unit);
    },
    byName: (name, subject, codeless = false, isMeant = () => true) => {
      const found: Holder[] = [];
      for (const unit of named(subject !== null, codeless).all(subject === null ? name : inSubject(name, subject))) {
        const holder = holderAt(unit)!;
        if (units.name(unit) !== name || (subject !== null && holder.of !== subject) || !isMeant(holder)) continue;
        if (!found.some((other) => isRepeated(holder, other)) && found.push(holder) === MANY) break;
      }
      return found;
    },
  };
};
