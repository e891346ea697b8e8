import type { DiagnosticSlots } from '../diagnostics/catalogue.ts';
import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import { STREET } from '../diagnostics/nouns.ts';
import { Uint32Numbers } from '../model/numbers.ts';
import type { LeftOut } from '../model/ruleset.ts';
import { MANY } from './communities.ts';
import { addUnjoined, checkHalves, halfFinder, mayBeOne } from './half-named.ts';
import type { RefusedUnits } from './refused-units.ts';
import type { RowIndex } from './row-index.ts';
import {
  labelOf,
  type Street,
  type StreetFacts,
  type StreetLeftOut,
  type StreetReference,
  type StreetRow,
} from './street.ts';
import { MOST_STREETS, StreetList } from './street-list.ts';

/** A street that is left out, by its name. */
interface NamedOut extends StreetLeftOut, StreetReference {
  readonly row: number;
}

const isBare = ({ code }: Street): boolean => code === null;

const NOTHING_SAID: StreetRow = { fromTable: false, district: null, districtCode: null, values: {}, unreadable: [] };

/** The streets of the year judged. */
export class Streets {
  readonly #list: StreetList;
  /** By index: 1 + the first row that names a street without a code, where there is no streets table. */
  readonly #namedOnlyBy = new Uint32Numbers();
  readonly #leftOut = new Map<string, NamedOut>();
  readonly #ruleOf: (code: string) => LeftOut | undefined;
  readonly #fold: (name: string) => string;
  readonly #hasTable: boolean;
  readonly #diagnostics: Diagnostics;
  readonly #index: RowIndex;
  readonly #refused: RefusedUnits;
  readonly #missesAll: () => boolean;
  #areHalvesSaid = false;
  #isFullSaid = false;
  readonly #halvesOf: ReturnType<typeof halfFinder>;

  /** `ruleOf` is the rule that leaves a code out; `missesAll` whether the streets table has other years only. */
  constructor(
    fold: (name: string) => string,
    ruleOf: (code: string) => LeftOut | undefined,
    hasTable: boolean,
    diagnostics: Diagnostics,
    index: RowIndex,
    refused: RefusedUnits,
    missesAll: () => boolean,
  ) {
    this.#list = new StreetList(fold);
    this.#halvesOf = halfFinder(this.#list.all);
    this.#fold = fold;
    this.#ruleOf = ruleOf;
    this.#hasTable = hasTable;
    this.#diagnostics = diagnostics;
    this.#index = index;
    this.#refused = refused;
    this.#missesAll = missesAll;
  }

  get list(): readonly Street[] {
    return this.#list.all;
  }

  /** Undefined with a diagnostic where there are too many. */
  add(facts: StreetFacts): Street | undefined {
    return this.#list.isFull ? this.#tooMany(facts.row) : this.#list.add(facts);
  }

  /** Whether both are spellings of one name. */
  #isSameName(a: string, b: string): boolean {
    return a === b || this.#fold(a) === this.#fold(b);
  }

  /** A street that the ruleset leaves out: what names it belongs to no street. */
  leaveOut({ code, name }: StreetReference, leftOut: LeftOut, row: number): void {
    if (name === null) return;
    this.#list.countText(name);
    if (this.#list.isFull || this.#leftOut.size > MOST_STREETS) this.#tooMany(row);
    else this.#leftOut.set(this.#fold(name), { code, name, leftOut, row });
  }

  labelAt(index: number): string {
    const street = this.#list.all[index];
    return street === undefined ? '' : labelOf(street);
  }

  /** The one street that a unit names, if there is one yet; nothing is said where there is not. */
  peek({ code, name }: StreetReference): Street | undefined {
    if (code !== null) return this.#list.coded(code);
    const [street, other] = this.#list.named.of(name!);
    return other !== undefined || this.#leftOut.has(this.#fold(name!)) ? undefined : street;
  }

  /** Whether what a unit names as its street is left out. */
  isLeftOut({ code, name }: StreetReference): boolean {
    if (code !== null) return this.#list.coded(code) === undefined && this.#ruleOf(code) !== undefined;
    return name !== null && this.#leftOut.has(this.#fold(name));
  }

  /** The street that a unit names, or undefined with a diagnostic. */
  resolve({ code, name }: StreetReference, row: number): Street | StreetLeftOut | undefined {
    if (this.#list.isFull) return this.#tooMany(row);
    return code === null ? this.#withName(name!, row) : this.#withCode(code, name, row);
  }

  /** Whether a streets table was handed in that lacks a street. */
  isUnlisted({ fromTable }: Street): boolean {
    return this.#hasTable && !fromTable;
  }

  /** Whether a reference is only a code or only a name, of a street that nothing has named so before. */
  isNewHalf({ code, name }: StreetReference): boolean {
    if (this.#hasTable || this.#list.isFull) return false;
    if (code === null) return this.#list.named.first(name!) === undefined && !this.#leftOut.has(this.#fold(name!));
    return name === null && this.#list.coded(code) === undefined && this.#ruleOf(code) === undefined;
  }

  /** Whether a new half completes a street that was known by its other half only. */
  joined(street: Street, { code, name }: StreetReference): boolean {
    if (street.fromTable || !mayBeOne(street, { code, name })) return false;
    if (code !== null) {
      this.#list.giveCode(street, code);
    } else {
      this.#list.giveName(street, name!);
    }
    return true;
  }

  /** Says that halves cannot be joined, which need not be said again of all of them. */
  sayUnjoined(halves: readonly StreetReference[], where: Where): void {
    this.#areHalvesSaid = true;
    addUnjoined(halves, where, this.#diagnostics);
  }

  /** Once all rows were read. */
  checkHalves(): void {
    if (!this.#hasTable && !this.#areHalvesSaid) checkHalves(this.list, this.#index, this.#diagnostics);
  }

  #withCode(code: string, name: string | null, row: number): Street | StreetLeftOut | undefined {
    const street = this.#list.coded(code);
    if (street) {
      if (name === null || (street.name !== null && this.#isSameName(street.name, name))) return street;
      if (street.name === null) {
        const bare = this.#list.namedOnly.first(name, isBare);
        if (bare) {
          this.#areHalvesSaid = true;
          return this.#ambiguous(name, [bare, { code, name }], row);
        }
        this.#list.giveName(street, name);
        return street;
      }
      return this.#refuse(
        'reference.contradiction',
        row,
        'street',
        {
          parent: STREET,
          references: [`${code} ${street.name}`, name],
        },
        [street.row],
      );
    }
    const rule = this.#ruleOf(code);
    if (rule !== undefined) return this.#codedOut({ code, name }, rule, row);
    const bares = name === null ? [] : [...this.#list.namedOnly.of(name, isBare)];
    if (bares.length > 1) return this.#ambiguous(name!, bares, row);
    const [bare] = bares;
    if (bare) {
      this.#list.giveCode(bare, code);
      return bare;
    }
    if (this.#hasTable) return this.#unknown({ code, name }, row);
    const namedOnly = name === null ? undefined : this.#list.namedOnly.first(name);
    if (namedOnly) {
      const fits = [...[...this.#list.named.of(name!)].slice(0, MANY - 1), { code, name }];
      this.#ambiguous(name!, fits, this.#namedOnlyBy.at(namedOnly.index) - 1);
    }
    return this.#addNamed(code, name, row);
  }

  /** A street whose code leaves it out. No street that counts may have its name. */
  #codedOut({ code, name }: StreetReference, leftOut: LeftOut, row: number): StreetLeftOut | undefined {
    if (name === null || this.#leftOut.has(this.#fold(name))) return { leftOut };
    const other = this.#hasTable ? this.#list.named.first(name) : this.#list.namedOnly.first(name, isBare);
    if (other === undefined) {
      if (!this.#hasTable) this.leaveOut({ code, name }, leftOut, row);
      return { leftOut };
    }
    const references = [code!, labelOf(other)];
    return this.#refuse('reference.contradiction', row, 'street', { parent: STREET, references }, [other.row]);
  }

  #withName(name: string, row: number): Street | StreetLeftOut | undefined {
    const same = [...this.#list.named.of(name)];
    const out = this.#leftOut.size === 0 ? undefined : this.#leftOut.get(this.#fold(name));
    if (out !== undefined) return same.length === 0 ? out : this.#ambiguous(name, [...same, out], row);
    if (same.length > 1) return this.#ambiguous(name, same, row);
    const [street] = same;
    if (street) {
      if (!street.fromTable && this.#namedOnlyBy.at(street.index) === 0) {
        this.#namedOnlyBy.set(street.index, row + 1);
        this.#list.namedOnly.add(street);
      }
      return street;
    }
    if (this.#hasTable) return this.#unknown({ code: null, name }, row);
    const added = this.#addNamed(null, name, row);
    this.#namedOnlyBy.set(added.index, row + 1);
    return added;
  }

  /** A street that units name and no streets table has. */
  #addNamed(code: string | null, name: string | null, row: number): Street {
    return this.#list.add({ code, name, row, says: NOTHING_SAID });
  }

  /** Not in the streets table, or not to be found there: by its name where the table has codes only, or the reverse. */
  #unknown({ code, name }: StreetReference, row: number): Street | undefined {
    if (this.#refused.has('streets', code, name) || this.#missesAll()) return undefined;
    const field = code === null ? 'street' : 'streetCode';
    const halves = this.#halvesOf({ code, name });
    if (halves.length > 0) {
      const related = () => halves.map((street) => this.#index.where(street.row, 'code').place!());
      this.sayUnjoined([{ code, name }, ...halves], { ...this.#index.whereWithText(row, field), related });
      return undefined;
    }
    const reference = [code, name].filter((part) => part !== null).join(' ');
    if (code !== null && name !== null && this.#isOwnTable(name, row)) {
      this.#diagnostics.add('reference.unlisted-street', { reference }, this.#index.whereWithText(row, field));
      return this.#addNamed(code, name, row);
    }
    return this.#refuse('reference.unknown', row, field, { parent: STREET, reference });
  }

  /** Whether a sheet or file is named after a street that no other goes by: then the streets table lacks it, and no row is mistyped. */
  #isOwnTable(name: string, row: number): boolean {
    const { path } = this.#index.find(row).table;
    const title = path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('/')) + 1).normalize('NFC');
    const isNamed = this.#fold(name).length > 1 && title.includes(name.normalize('NFC'));
    return isNamed && this.#list.named.first(name) === undefined;
  }

  /** Said once: what comes then would be held against streets that are not kept. */
  #tooMany(row: number): undefined {
    if (this.#isFullSaid) return;
    this.#isFullSaid = true;
    const where = this.#index.whereWithText(row, 'street', 'streetCode', 'name', 'code');
    this.#diagnostics.add('unit.too-many', { most: MOST_STREETS }, where);
  }

  #ambiguous(name: string, fits: readonly (Street | StreetReference)[], row: number): undefined {
    const shown = fits.slice(0, MANY);
    const rows = shown.flatMap((street) => ('row' in street && street.row !== row ? [street.row] : []));
    const params = { parent: STREET, reference: name, units: shown.map(labelOf) };
    return this.#refuse('reference.ambiguous', row, 'street', params, rows);
  }

  #refuse<C extends 'reference.unknown' | 'reference.ambiguous' | 'reference.contradiction'>(
    code: C,
    row: number,
    field: string,
    params: DiagnosticSlots[C],
    relatedRows: readonly number[] = [],
  ): undefined {
    const where = this.#index.whereWithText(row, field);
    const related = () => relatedRows.map((other) => this.#index.where(other, 'code').place!());
    this.#diagnostics.add(code, params, { ...where, related });
    return undefined;
  }
}
