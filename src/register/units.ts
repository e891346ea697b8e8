import { Float64Numbers, Uint32Numbers } from '../model/numbers.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { LeftOut, Outcome } from '../model/ruleset.ts';
import { codePrint, isNamed, type Named, NONE, namePrint } from './named.ts';
import type { NamedParents } from './row-parents.ts';

const OUTCOMES: readonly Outcome[] = ['yes', 'no', 'unknown'];
const BITS = { yes: 0, no: 1, unknown: 2 } as const satisfies Record<Outcome, number>;
/** Outcomes in one number, two bits each. */
const PACKED = 16;

/** Puts the outcome of an indicator, by its position, among those of a unit; all have to be put anew for the next. */
export const packOutcome = (packed: number[], at: number, outcome: Outcome): void => {
  const nth = at % PACKED;
  const word = (at - nth) / PACKED;
  packed[word] = ((nth === 0 ? 0 : packed[word]!) | (BITS[outcome] << (2 * nth))) >>> 0;
};

/** So many different subjects may be named: three times the townships of the whole nation (41,352 in 2023). */
export const MOST_SUBJECTS = 1 << 17;
/** Of all that is kept of them as text, in characters. */
const MOST_TEXT = 1 << 23;

/** Counts what is kept of subjects, which are texts. */
export class Room {
  #subjects = 0;
  #text = 0;

  get isFull(): boolean {
    return this.#subjects > MOST_SUBJECTS || this.#text >= MOST_TEXT;
  }

  /** One more subject with its texts. */
  take(...texts: readonly (string | null)[]): void {
    this.#subjects++;
    for (const text of texts) this.takeText(text ?? '');
  }

  takeText({ length }: string): void {
    this.#text += length;
  }
}

/** In place of the subject that a reference names, where no more can be kept. */
export const TOO_MANY = 0xffffffff;

/** In place of the reference of a unit whose row leaves open what it lies in. */
export const UNTOLD = 0;

/** How rows name their parents; neighbouring rows mostly do so alike and share one reference. */
export class References {
  readonly #subjects = new Uint32Numbers();
  readonly #unconfirmed = new Uint32Numbers();
  /** Bits of the levels that were filled from above and of those not named, 8 each. */
  readonly #marks = new Uint32Numbers();
  readonly #codes: readonly Float64Numbers[];
  readonly #names: readonly Float64Numbers[];
  readonly #named: Named[] = [];
  readonly #known = new Map<string, number>();
  /** Neighbours mostly lie in one subject. */
  #last = 0;
  /** What is kept of each year: one that is not judged must not crowd out another. */
  readonly #rooms = new Map<number | null, Room>();
  /** The first stands for what could not be told. */
  #size = 1;

  /** `between` is how many levels may lie between a subject and its innermost units. */
  constructor(between: number) {
    this.#codes = Array.from({ length: between }, () => new Float64Numbers());
    this.#names = Array.from({ length: between }, () => new Float64Numbers());
  }

  /** `levels` are those of `parents.named` behind the subject, as positions among the levels between; `fold` folds their names. */
  add(
    parents: NamedParents,
    year: number | null,
    levels: readonly number[],
    fold: (at: number, name: string) => string,
  ): number {
    const index = this.#size++;
    const { named, filled, direct, unconfirmed } = parents;
    this.#subjects.set(index, this.#intern(named[0]!, year));
    if (unconfirmed !== null) this.#unconfirmed.set(index, this.#intern(unconfirmed, year));
    let marks = 0;
    for (const at of filled) marks |= 1 << at;
    for (const at of direct) marks |= 1 << (at + 8);
    this.#marks.set(index, marks);
    for (let nth = 0; nth < levels.length; nth++) {
      const level = levels[nth]!;
      const { code, name } = named[nth + 1]!;
      if (code !== null) this.#codes[level]!.set(index, codePrint(code));
      if (name !== null) this.#names[level]!.set(index, namePrint(fold(level, name)));
    }
    return index;
  }

  #intern(named: Named, year: number | null): number {
    if (!isNamed(named)) return 0;
    const last = this.#named[this.#last - 1];
    if (last !== undefined && last.code === named.code && last.name === named.name) return this.#last;
    const id = this.#idOf(named, year);
    if (id !== TOO_MANY) this.#last = id;
    return id;
  }

  #idOf(named: Named, year: number | null): number {
    const key = `${named.code ?? ''}\n${named.name ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const room = getOrInsert(this.#rooms, year, () => new Room());
    if (room.isFull) return TOO_MANY;
    room.take(named.code, named.name);
    this.#named.push(named);
    this.#known.set(key, this.#named.length);
    return this.#named.length;
  }

  /** What names the subject: 0 for nothing, `TOO_MANY`, else its `named`. */
  subject(index: number): number {
    return this.#subjects.at(index);
  }

  unconfirmed(index: number): number {
    return this.#unconfirmed.at(index);
  }

  named(id: number): Named {
    return this.#named[id - 1]!;
  }

  isFilled(index: number, at: number): boolean {
    return (this.#marks.at(index) & (1 << at)) !== 0;
  }

  isDirect(index: number, at: number): boolean {
    return (this.#marks.at(index) & (1 << (at + 8))) !== 0;
  }

  /** Whether all rows of a reference have the same parents, whatever else they say. */
  isPlain(index: number): boolean {
    return this.#marks.at(index) === 0 && this.#unconfirmed.at(index) === 0;
  }

  /** Print of the code by which a unit of a level between is named. */
  code(index: number, level: number): number {
    return this.#codes[level]!.at(index);
  }

  /** Print of its folded name. */
  name(index: number, level: number): number {
    return this.#names[level]!.at(index);
  }

  names(index: number, level: number): boolean {
    return this.code(index, level) !== NONE || this.name(index, level) !== NONE;
  }
}

/** What is read of one unit. */
export interface ReadUnit {
  readonly row: number;
  readonly year: number | null;
  readonly code: string | null;
  /** Print of its folded name; null where that is looked up again if anybody asks. */
  readonly name: number | null;
  readonly reference: number;
  /** Of the indicators over its table, as `packOutcome` puts them. */
  readonly outcomes: readonly number[];
}

/** Kept for a unit without a name, since 0 is what was not kept. */
const NAMELESS = -1;

/**
 * The units within subjects, of every level and year, in the order of the input and so level by level: some 40 bytes
 * each. What a unit belongs to is worked out once all are read.
 */
export class Units {
  size = 0;
  readonly #nameAgain: (row: number) => number;
  readonly #rows = new Uint32Numbers();
  readonly #codes = new Float64Numbers();
  readonly #names = new Float64Numbers();
  readonly #references = new Uint32Numbers();
  readonly #years = new Uint32Numbers();
  readonly #outcomes: Uint32Numbers[] = [];
  /** Codes that say by their digits that the unit is none. */
  readonly #out = new Map<number, { readonly rule: LeftOut; readonly code: string }>();
  /** First unit of each level. */
  readonly #starts = new Map<string, { readonly from: number; to: number }>();

  /** `nameAgain` is what gives the print of a name that was not kept. */
  constructor(nameAgain: (row: number) => number) {
    this.#nameAgain = nameAgain;
  }

  add({ row, year, code, name, reference, outcomes }: ReadUnit, level: string, out: LeftOut | undefined): number {
    const unit = this.size++;
    const span = this.#starts.get(level);
    if (span === undefined) this.#starts.set(level, { from: unit, to: unit + 1 });
    else span.to = unit + 1;
    const print = code === null ? NONE : codePrint(code);
    this.#rows.set(unit, row);
    this.#codes.set(unit, print);
    if (name !== null) this.#names.set(unit, name === NONE ? NAMELESS : name);
    this.#references.set(unit, reference);
    this.#years.set(unit, year ?? 0);
    for (let word = 0; word < outcomes.length; word++) {
      this.#outcomes[word] ??= new Uint32Numbers();
      this.#outcomes[word]!.set(unit, outcomes[word]!);
    }
    if (out !== undefined) this.#out.set(unit, { rule: out, code: code! });
    return unit;
  }

  /** The units of a level, from the first to before the last. */
  span(level: string): { readonly from: number; readonly to: number } {
    return this.#starts.get(level) ?? { from: 0, to: 0 };
  }

  row(unit: number): number {
    return this.#rows.at(unit);
  }

  /** Print of its code. */
  code(unit: number): number {
    return this.#codes.at(unit);
  }

  /** Print of its folded name. */
  name(unit: number): number {
    const print = this.#names.at(unit) || this.#nameAgain(this.row(unit));
    return print === NAMELESS ? NONE : print;
  }

  reference(unit: number): number {
    return this.#references.at(unit);
  }

  /** Null where its table has no year. */
  year(unit: number): number | null {
    return this.#years.at(unit) || null;
  }

  /** The rule by which its own code leaves it out, if it lies where it says. */
  out(unit: number): { readonly rule: LeftOut; readonly code: string } | undefined {
    return this.#out.size === 0 ? undefined : this.#out.get(unit);
  }

  /** Of the indicators over its table, by position. */
  outcome(unit: number, indicator: number): Outcome {
    const nth = indicator % PACKED;
    return OUTCOMES[(this.#outcomes[(indicator - nth) / PACKED]!.at(unit) >>> (2 * nth)) & 3]!;
  }
}
