import { foldLabel, hasOddCharacters, plainWidth } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Value } from '../model/ruleset.ts';
import { unguarded } from '../model/spreadsheet.ts';

export type CellProblem =
  | 'record.lossy-code'
  | 'record.bad-code'
  | 'record.bad-year'
  | 'record.date-year'
  | 'record.bad-count'
  | 'record.unknown-value'
  | 'record.bad-value';

/** What a raw text means in its column: a value, nothing (`value` undefined), or a problem; a note where it was changed. */
export interface Reading {
  readonly value: Value | undefined;
  readonly problem?: CellProblem;
  readonly note?: 'record.digits' | 'record.characters' | 'record.text-marker' | 'record.year-date';
}

/** Whether there is nothing to say of a reading. */
export const isUnremarked = ({ problem, note }: Reading): boolean => problem === undefined && note === undefined;

/** What a code or a name says. */
export const textOf = ({ value }: Reading): string | null => (value === undefined ? null : String(value));

const MISSING: Reading = { value: undefined };
/** Counts beyond 15 digits are not exact in a spreadsheet. */
const COUNT = /^\d{1,15}$/;
/** As numbers are written with commas: `1,03` is none, nor `0,103`. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const YEAR = /^(\d{4})(?:年度?)?$/;
const MIDNIGHT = 'T?0{1,2}:00(?::00(?:\\.0+)?)?Z?';
/** What a spreadsheet makes of 2012年, shown as such: the first day of it. Of any other day somebody meant the day. */
const FIRST_DAY = new RegExp(`^(\\d{4})([-/.年])0?1(?:(?:\\2|月)0?1日?)(?:${MIDNIGHT})?$`);
const ANY_DAY = /^\d{4}[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月]|$)/;
/** Digits and letters, no raised ones: they are footnotes. Made when it is needed: most codes are digits. */
const isCode = (text: string): boolean => /^(?:(?![ªº])[\p{Lu}\p{Ll}\p{Lo}0-9_-]){1,64}$/u.test(text);
/** Ⅷ is VIII in a name, but no code. */
const LETTER_NUMBER = /\p{Nl}/u;
const LOSSY = /^\d(?:\.\d+)?e\+?\d{1,3}$/i;
const TEXT_MARKER = /^(?:="([^"]*)"|['‘’\t](.*))$/su;

/** Digits of any width as ASCII, without spaces. A line break within is none: what stands on two lines may be two things. */
export const plainDigits = (text: string): string =>
  plainWidth(text)
    .trim()
    .replace(/[\p{Zs}\t]/gu, '');

const withNote = (text: string, plain: string, value: Value): Reading =>
  plain === text.trim() ? { value } : { value, note: hasOddCharacters(text) ? 'record.characters' : 'record.digits' };

/** Names are shown as they were written; what is compared is folded. */
const withOdd = (text: string, value: Value): Reading =>
  hasOddCharacters(text) ? { value, note: 'record.characters' } : { value };

const readCode = (text: string): Reading => {
  if (isPlainCode(text)) return { value: text };
  const marked = TEXT_MARKER.exec(text.trim()) ?? TEXT_MARKER.exec(text);
  const bare = marked ? (marked[1] ?? marked[2] ?? '') : text;
  const code = plainDigits(bare);
  if (LOSSY.test(code)) return { value: undefined, problem: 'record.lossy-code' };
  if (!isCode(code) || LETTER_NUMBER.test(bare))
    return code === '' ? MISSING : { value: undefined, problem: 'record.bad-code' };
  return marked ? { value: code, note: 'record.text-marker' } : withNote(text, code, code);
};

const readYear = (text: string): Reading => {
  const plain = plainDigits(text);
  const year = YEAR.exec(plain)?.[1];
  if (year !== undefined) return withNote(text, plain, Number(year));
  const ofDate = FIRST_DAY.exec(plain)?.[1];
  if (ofDate !== undefined) return { value: Number(ofDate), note: 'record.year-date' };
  return { value: undefined, problem: ANY_DAY.test(plain) ? 'record.date-year' : 'record.bad-year' };
};

const readCount = (text: string): Reading => {
  const bare = plainDigits(text);
  const plain = THOUSANDS.test(bare) ? bare.replaceAll(',', '') : bare;
  return COUNT.test(plain) ? withNote(text, plain, Number(plain)) : { value: undefined, problem: 'record.bad-count' };
};

const read = (field: Field, text: string): Reading => {
  switch (field.kind) {
    case 'code':
      return readCode(text);
    case 'year':
      return readYear(text);
    case 'count':
      return readCount(text);
    case 'choice': {
      const value = field.labels.get(foldLabel(text));
      return value === undefined ? { value, problem: 'record.unknown-value' } : withOdd(text, value);
    }
    case 'name':
      return withOdd(text, text);
    case 'text':
      return { value: text };
    default:
      return field.kind satisfies never;
  }
};

/** What means "not known", as the ruleset writes it and folded. */
export const unknownMarks = remembered(
  (unknowns: readonly string[]): ReadonlySet<string> => new Set(unknowns.flatMap((mark) => [mark, foldLabel(mark)])),
);

/** Whether a text is a label; as it stands, where it is a marker too as that is written (None beside the label none). */
const isLabelOf = (field: Field, text: string, folded: string, unknowns: ReadonlySet<string>): boolean =>
  field.kind === 'choice' && field.labels.has(folded) && (!unknowns.has(text) || field.labelTexts.includes(text));

/** Blank and the ruleset's unknown markers are missing; never zero, never a guess. A label comes before a marker. */
const normalizeBare = (field: Field, text: string, unknowns: ReadonlySet<string>): Reading => {
  const trimmed = foldLabel(text);
  if (trimmed === '') return MISSING;
  if (unknowns.has(trimmed) && !isLabelOf(field, plainWidth(text).trim(), trimmed, unknowns)) return MISSING;
  const reading = read(field, text);
  if (reading.value === undefined || field.accepts(reading.value)) return reading;
  return { value: undefined, problem: reading.problem ?? 'record.bad-value' };
};

/** A guard against formulas is no part of what a cell says; CSV forms and reports have it. */
const normalizeCell = (field: Field, text: string, unknowns: ReadonlySet<string>): Reading => {
  const bare = unguarded(text);
  const reading = normalizeBare(field, bare, unknowns);
  return bare === text || reading.value === undefined ? reading : { ...reading, note: 'record.text-marker' };
};

const REMEMBERED = 4096;
/** In UTF-16 units; no text that comes again is longer. */
const LONGEST = 256;

/**
 * `normalizeCell` for one column, its answers remembered by the raw text: the same text gives the same object.
 * Columns with more distinct texts than are remembered are mostly codes and names, which rarely come here.
 */
export const cellReader = (field: Field, unknowns: ReadonlySet<string>): ((text: string) => Reading) =>
  readersBy(unknowns)(field);

/** One for a field, whatever tables it is read in: what one submission says, the next one says too. */
const readersBy = remembered((unknowns: ReadonlySet<string>) =>
  remembered((field: Field) => newReader(field, unknowns)),
);

const newReader = (field: Field, unknowns: ReadonlySet<string>): ((text: string) => Reading) => {
  const known = new Map<string, Reading>();
  let lastText: string | undefined;
  let last: Reading = MISSING;
  return (text) => {
    if (text === lastText) return last;
    let reading = known.get(text);
    if (reading === undefined) {
      reading = normalizeCell(field, text, unknowns);
      if (known.size < REMEMBERED && text.length <= LONGEST) known.set(text, reading);
    }
    lastText = text;
    last = reading;
    return reading;
  };
};

/** A code as most registers have it, digits only; every other text is read the longer way. */
export const isPlainCode = (text: string): boolean => {
  const { length } = text;
  if (length === 0 || length > 64) return false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
};

/** Chinese characters, ASCII, and the brackets and commas of either width. */
const isUsual = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 32 && code < 127) || (code >= 0xff01 && code <= 0xff5e);

/**
 * Whether a name certainly is one: it begins with a Chinese character that begins no mark for "not known", and has none
 * that cannot be seen or looks like another.
 */
export const plainNameTest = remembered((unknowns: ReadonlySet<string>): ((text: string) => boolean) => {
  const first = new Set([...unknowns].map((mark) => mark.charCodeAt(0)));
  return (text) => {
    const code = text.charCodeAt(0);
    if (!(code >= 0x4e00 && code <= 0x9fff) || first.has(code)) return false;
    for (let at = 1; at < text.length; at++) if (!isUsual(text.charCodeAt(at))) return false;
    return true;
  };
});
