import { foldHeading, foldLabel } from '../model/fold.ts';
import { isKeyField } from '../model/levels.ts';
import { nearest } from '../model/nearest.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, RecordSchema, Ruleset, TableName, Value } from '../model/ruleset.ts';
import {
  datedHeading,
  LAST_YEAR,
  listedChoices,
  PERIOD,
  spelledYear,
  THIS_YEAR,
  withoutAsking,
} from './heading-words.ts';
import { lineKinds } from './line-kinds.ts';

/** What a heading stands for in a table; fields by their index. */
export type Meaning =
  | { readonly kind: 'field'; readonly field: number }
  /** 2012年刑事发案: one field if that is the year judged, another if it is the one before. */
  | { readonly kind: 'dated'; readonly year: number; readonly field: number; readonly before: number }
  /** 标兵小区: a mark below it is this value of the field. */
  | { readonly kind: 'choice'; readonly field: number; readonly value: Value; readonly isCommon: boolean };

// Remembered, here and below: a folder may hold many thousands of files, and a batch as many submissions.

/** The headings of a field as they are compared. */
export const foldedHeadings = remembered(({ headings }: Field): readonly string[] => headings.map(foldHeading));

const REMEMBERED = 4096;
/** In UTF-16 units: what is longer is no heading in other words. */
const LONGEST = 64;
/** Shorter headings stand within many words: 社区民警. */
const WITHIN = 4;
const NONE = -1;

/** Of the code and the name of a unit itself. */
export const isUnitKey = ({ role }: Field): boolean => role === 'code' || role === 'name';

const isYesNo = ({ labels }: Field): boolean => labels.has('是') && labels.has('否');

/** What the headings of one table are, in the words of its record schema and in those that offices make of them. */
export class HeadingIndex {
  readonly #fields: readonly Field[];
  /** The headings of the record schema, folded. */
  readonly exact: ReadonlyMap<string, number>;
  /** Folded labels that one field of the table knows. */
  readonly #labels = new Map<string, { readonly field: number; readonly isCommon: boolean }>();
  readonly #known = new Map<string, Meaning | undefined>();

  /** `knowing` says how many fields of all tables know a label. */
  constructor({ fields }: RecordSchema, knowing: (label: string) => number) {
    this.#fields = fields;
    this.exact = new Map(
      fields.flatMap((field, index) => foldedHeadings(field).map((heading) => [heading, index] as const)),
    );
    for (const [index, { labels }] of fields.entries()) {
      for (const label of labels.keys()) {
        const isOwn = fields.filter((other) => other.labels.has(label)).length === 1;
        if (isOwn) this.#labels.set(label, { field: index, isCommon: knowing(label) > 1 });
      }
    }
  }

  /** The field of a heading; undefined for one that is none, is of a year in digits, or stands for one value. */
  get(heading: string): number | undefined {
    const meaning = this.meaning(heading);
    return meaning?.kind === 'field' ? meaning.field : undefined;
  }

  meaning(heading: string): Meaning | undefined {
    const own = this.exact.get(heading);
    if (own !== undefined) return { kind: 'field', field: own };
    if (this.#known.has(heading)) return this.#known.get(heading);
    const meaning = this.#read(foldHeading(heading));
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(heading, meaning);
    return meaning;
  }

  #field(folded: string): Meaning | undefined {
    const field = this.exact.get(folded);
    return field === undefined ? undefined : { kind: 'field', field };
  }

  #read(text: string): Meaning | undefined {
    if (text === '' || text.length > LONGEST) return this.#field(text);
    return (
      this.#field(text) ??
      this.#asked(text) ??
      this.#listed(text) ??
      this.#spelled(text) ??
      this.#dated(text.replaceAll('/', '')) ??
      this.#choice(text)
    );
  }

  /** 是否安全文明社区, and 是否标兵小区 as 标兵小区. */
  #asked(text: string): Meaning | undefined {
    const rest = withoutAsking(text);
    const meaning = rest === undefined ? undefined : (this.#field(rest) ?? this.#listed(rest) ?? this.#choice(rest));
    return meaning?.kind !== 'field' || isYesNo(this.#fields[meaning.field]!) ? meaning : undefined;
  }

  /** 创建等级（标兵、先进、达标、未创建） is the field, 创建等级（标兵） one value of it. */
  #listed(text: string): Meaning | undefined {
    const listed = listedChoices(text);
    if (listed === undefined) return undefined;
    const meaning = this.#field(listed.heading) ?? this.#asked(listed.heading);
    if (meaning?.kind !== 'field') return undefined;
    const { labels } = this.#fields[meaning.field]!;
    const values = listed.choices.map((choice) => labels.get(foldLabel(choice)));
    if (values.length === 0 || values.includes(undefined)) return undefined;
    if (values.length > 1) return meaning;
    return { kind: 'choice', field: meaning.field, value: values[0]!, isCommon: true };
  }

  #inYear(words: readonly string[], rest: string): number {
    for (const word of words) {
      const meaning = this.#field(word + rest) ?? this.#asked(word + rest);
      if (meaning?.kind === 'field' && !isKeyField(this.#fields[meaning.field]!)) return meaning.field;
    }
    return NONE;
  }

  /** 今年刑事发案 as 本年刑事发案, whichever the record schema has. */
  #spelled(text: string): Meaning | undefined {
    const spelled = spelledYear(text.replaceAll('/', ''));
    if (spelled === undefined) return undefined;
    const field = this.#inYear(spelled.year === 'this' ? THIS_YEAR : LAST_YEAR, spelled.rest);
    return field === NONE ? undefined : { kind: 'field', field };
  }

  #dated(text: string): Meaning | undefined {
    const dated = datedHeading(text);
    if (dated === undefined) return undefined;
    const { year, rest } = dated;
    const [field, before] = [this.#inYear(THIS_YEAR, rest), this.#inYear(LAST_YEAR, rest)];
    return field === NONE && before === NONE ? undefined : { kind: 'dated', year, field, before };
  }

  /** 标兵小区, alone or under words that are no heading; 是 under 安全文明社区. */
  #choice(text: string): Meaning | undefined {
    const at = text.lastIndexOf('/');
    const upper = text.slice(0, Math.max(0, at));
    const label = foldLabel(text.slice(at + 1));
    const over = upper === '' ? undefined : (this.#field(upper) ?? this.#asked(upper));
    if (over?.kind === 'field') {
      const value = this.#fields[over.field]!.labels.get(label);
      return value === undefined ? undefined : { kind: 'choice', field: over.field, value, isCommon: true };
    }
    const known = PERIOD.test(upper) ? undefined : this.#labels.get(label);
    if (known === undefined) return undefined;
    return { kind: 'choice', ...known, value: this.#fields[known.field]!.labels.get(label)! };
  }

  /** The fields, of those named, that a heading may have been meant to be; never taken for one. */
  like(heading: string, wanted: readonly number[]): readonly number[] {
    const text = foldHeading(heading);
    if (text === '' || text.length > LONGEST) return [];
    const bare = withoutAsking(text) ?? text;
    const found = wanted.map((field) => ({ field, headings: foldedHeadings(this.#fields[field]!) }));
    const within = found.map(({ field, headings }) => ({
      field,
      length: Math.max(
        0,
        ...headings.filter((each) => each.length >= WITHIN && bare.includes(each)).map((each) => each.length),
      ),
    }));
    const longest = Math.max(0, ...within.map(({ length }) => length));
    if (longest > 0) return within.filter(({ length }) => length === longest).map(({ field }) => field);
    const near = new Set(
      nearest(
        bare,
        found.flatMap(({ headings }) => headings),
      ),
    );
    return found.filter(({ headings }) => headings.some((each) => near.has(each))).map(({ field }) => field);
  }
}

/** What is known of the cells of a file before it is read: headings and values of all tables, lines of the form. */
export const knownHeadings = remembered((ruleset: Ruleset) => {
  const { records } = ruleset;
  const all = Object.values(records).flatMap(({ fields }) => fields);
  const knowing = (label: string) => all.filter(({ labels }) => labels.has(label)).length;
  const tables: Readonly<Record<TableName, HeadingIndex>> = Object.fromEntries(
    Object.entries(records).map(([table, schema]) => [table, new HeadingIndex(schema, knowing)]),
  );
  const keys = new Set(all.filter(isUnitKey).flatMap(foldedHeadings));
  let labels: ReadonlySet<string> | undefined;
  const meanings = (cell: string) => Object.values(tables).map((index) => index.meaning(cell));
  const heads = (cell: string): boolean => meanings(cell).some((meaning) => meaning !== undefined);
  return {
    tables,
    /** Whether it is a heading of some table. */
    has: (cell: string): boolean =>
      meanings(cell).some((meaning) => meaning !== undefined && meaning.kind !== 'choice'),
    /** Whether a unit goes by it: its code or name. */
    isKey: (cell: string): boolean => keys.has(foldHeading(cell)),
    /** The fields that a heading is of, as one text; undefined where it is known to no table. */
    fieldsOf: (cell: string): string | undefined => (heads(cell) ? JSON.stringify(meanings(cell)) : undefined),
    /** Whether it says what the cells below it are, though it may be a value as well: 标兵, and 是 below 安全文明社区. */
    heads,
    /** Whether it is a value that some table knows, such as 标兵. */
    isValue: (cell: string): boolean => {
      labels ??= new Set(all.flatMap((field) => [...field.labels.keys()]));
      return labels.has(foldLabel(cell));
    },
    lines: lineKinds(ruleset),
  };
});

export type KnownHeadings = ReturnType<typeof knownHeadings>;
