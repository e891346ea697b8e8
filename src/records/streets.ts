import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { STREET } from '../diagnostics/nouns.ts';
import type { DiagnosticSlots } from '../diagnostics/slots.ts';
import type { LeftOut, Value } from '../model/ruleset.ts';
import { MANY } from './communities.ts';
import type { RefusedUnits } from './refused-units.ts';
import type { RowIndex } from './row-index.ts';

/** A street as a subject: from its own row, or from the units that name it where there is no streets table. */
export interface Street {
  readonly index: number;
  code: string | null;
  /** As written; null where units name it by code only. */
  name: string | null;
  /** Its row in a streets table, else the first row that names it. */
  readonly row: number;
  readonly fromTable: boolean;
  /** What its row says of its district; null where it does not. */
  readonly district: string | null;
  readonly districtCode: string | null;
  /** Special assessments and summary counts that are filled in. */
  readonly values: Readonly<Record<string, Value>>;
  /** First row that names it without a code. */
  namedOnlyBy: number | null;
}

export type StreetFacts = Omit<Street, 'index' | 'namedOnlyBy'>;

/** How a unit names its street; texts normalised, absent ones null. */
export interface StreetReference {
  readonly code: string | null;
  readonly name: string | null;
}

/** The streets of the year judged. */
export class Streets {
  readonly list: Street[] = [];
  readonly #byCode = new Map<string, Street>();
  /** By folded name; put together when first asked for, as most registers name streets by code. */
  #byName: Map<string, Street[]> | undefined;
  readonly #leftOut = new Map<string, LeftOut>();
  readonly #fold: (name: string) => string;
  readonly #hasTable: boolean;
  readonly #diagnostics: Diagnostics;
  readonly #index: RowIndex;
  readonly #refused: RefusedUnits;

  constructor(
    fold: (name: string) => string,
    hasTable: boolean,
    diagnostics: Diagnostics,
    index: RowIndex,
    refused: RefusedUnits,
  ) {
    this.#fold = fold;
    this.#hasTable = hasTable;
    this.#diagnostics = diagnostics;
    this.#index = index;
    this.#refused = refused;
  }

  add({ code, name, row, fromTable, district, districtCode, values }: StreetFacts): Street {
    const index = this.list.length;
    // Not spread: V8 would describe the shape of each such object anew, in 300 bytes.
    const added: Street = { index, code, name, row, fromTable, district, districtCode, values, namedOnlyBy: null };
    this.list.push(added);
    if (added.code !== null && !this.#byCode.has(added.code)) this.#byCode.set(added.code, added);
    if (this.#byName !== undefined) this.#remember(this.#byName, added);
    return added;
  }

  #remember(byName: Map<string, Street[]>, street: Street): void {
    if (street.name === null) return;
    const folded = this.#fold(street.name);
    const same = byName.get(folded);
    if (same) same.push(street);
    else byName.set(folded, [street]);
  }

  #namesakes(name: string): readonly Street[] {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const street of this.list) this.#remember(this.#byName, street);
    }
    return this.#byName.get(this.#fold(name)) ?? [];
  }

  /** Whether both are spellings of one name. */
  #isSameName(a: string, b: string): boolean {
    return a === b || this.#fold(a) === this.#fold(b);
  }

  /** A row of the streets table that the ruleset leaves out: what names it belongs to no street. */
  leaveOut(name: string | null, rule: LeftOut): void {
    if (name !== null) this.#leftOut.set(this.#fold(name), rule);
  }

  leftOutNamed(name: string | null): LeftOut | undefined {
    return name === null || this.#leftOut.size === 0 ? undefined : this.#leftOut.get(this.#fold(name));
  }

  labelAt(index: number): string {
    const street = this.list[index];
    return street === undefined ? '' : labelOf(street);
  }

  byCode(code: string): Street | undefined {
    return this.#byCode.get(code);
  }

  /** The street that a unit names, or undefined with a diagnostic. */
  resolve({ code, name }: StreetReference, row: number): Street | undefined {
    return code === null ? this.#named(name!, row) : this.#coded(code, name, row);
  }

  #coded(code: string, name: string | null, row: number): Street | undefined {
    const street = this.#byCode.get(code);
    if (street) {
      if (name === null || (street.name !== null && this.#isSameName(street.name, name))) return street;
      if (street.name === null) {
        const bare = this.#namesakes(name).find((other) => other.code === null);
        if (bare) return this.#ambiguous(name, [bare, { code, name }], row);
        street.name = name;
        this.#remember(this.#byName!, street);
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
    const same = name === null ? [] : this.#namesakes(name);
    const bares = same.filter((other) => other.code === null);
    if (bares.length > 1) return this.#ambiguous(name!, bares, row);
    const [bare] = bares;
    if (bare) {
      bare.code = code;
      this.#byCode.set(code, bare);
      return bare;
    }
    if (this.#hasTable) return this.#unknown({ code, name }, row);
    const ambiguous = same.find(({ namedOnlyBy }) => namedOnlyBy !== null);
    if (ambiguous) this.#ambiguous(name!, [...same.slice(0, MANY - 1), { code, name }], ambiguous.namedOnlyBy!);
    return this.#addNamed(code, name, row);
  }

  #named(name: string, row: number): Street | undefined {
    const same = this.#namesakes(name);
    if (same.length > 1) return this.#ambiguous(name, same, row);
    const [street] = same;
    if (street) {
      if (!street.fromTable) street.namedOnlyBy ??= row;
      return street;
    }
    if (this.#hasTable) return this.#unknown({ code: null, name }, row);
    const added = this.#addNamed(null, name, row);
    added.namedOnlyBy = row;
    return added;
  }

  /** A street that units name, where there is no streets table. */
  #addNamed(code: string | null, name: string | null, row: number): Street {
    return this.add({ code, name, row, fromTable: false, district: null, districtCode: null, values: {} });
  }

  #unknown({ code, name }: StreetReference, row: number): undefined {
    if (this.#refused.has('streets', code, name)) return undefined;
    const reference = [code, name].filter((part) => part !== null).join(' ');
    return this.#refuse('reference.unknown', row, code === null ? 'street' : 'streetCode', {
      parent: STREET,
      reference,
    });
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

/** The first six digits of a street's code are those of its district. */
export const districtPrefix = (code: string | null): string | null => /^\d{6}/.exec(code ?? '')?.[0] ?? null;

export const labelOf = ({ code, name }: StreetReference): string =>
  [code, name].filter((part) => part !== null).join(' ');
