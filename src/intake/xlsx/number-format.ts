/** What a number format makes of a number, as far as it changes what it is: `decimals` of a percentage, at least so many `digits` of an integer. */
export type NumberFormat =
  | { readonly kind: 'plain' | 'date' | 'time' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'padded'; readonly digits: number };

export const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const TIME: NumberFormat = { kind: 'time' };

const between = (id: number, from: number, to: number): boolean => id >= from && id <= to;

/** The formats that a file need not spell out (ECMA-376 part 1, 18.8.30), those of Chinese spreadsheets included. */
export const builtIn = (id: number): NumberFormat => {
  if (id === 9 || id === 10) return { kind: 'percent', decimals: id === 9 ? 0 : 2 };
  if (between(id, 18, 21) || between(id, 45, 47) || id === 32 || id === 33 || id === 34 || id === 35) return TIME;
  return between(id, 14, 17) || id === 22 || between(id, 27, 36) || between(id, 50, 58) ? DATE : PLAIN;
};

/** By its code, as `yyyy"年"m"月"` or `0.00%`; only the part for positive numbers counts. */
export const formatOfCode = (code: string): NumberFormat => {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, (piece) =>
    /^\[(?:h+|m+|s+)\]$/i.test(piece) ? 'h' : '',
  );
  const first = bare.split(';')[0]!;
  if (/^0{2,}$/.test(first)) return { kind: 'padded', digits: first.length };
  if (/general/i.test(first)) return PLAIN;
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return DATE;
  if (/[hs]/i.test(first)) return TIME;
  if (!first.includes('%')) return PLAIN;
  return { kind: 'percent', decimals: /\.([0#?]+)/.exec(first)?.[1]?.length ?? 0 };
};

/** A part of a number format: what it writes before and after the digits, and its placeholders for them. */
interface Section {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
  /** Something is written between the digits. */
  readonly isSplit: boolean;
  /** Which numbers it is for, where it says so itself. */
  readonly condition: RegExpExecArray | null;
}

/** The sections of a number format code (ECMA-376 part 1, 18.8.31). */
export type Sections = readonly Section[];

const TOKEN = /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|([Ee][+-])|(.)/gsu;
/** What a format writes as it stands, without quotes. */
const WRITTEN = /[-+/(): !^&'~{}<>=$¥￥1-9]/u;
const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/;
const CURRENCY = /^\$([^-]*)/;
const GENERAL = /^(?:general|@)$/i;
const NUMBER = /^[#0?,]*[#0?](?:\.[#0?]*)?(?:E[+-][#0?]+)?%*$/i;
/** A comma behind the digits leaves out three of them. */
const SCALED = /,(?:\.|$|%|E)/i;
/** Digits, and words that make another number of one. */
const NUMERAL = /[\p{N}十百千万亿兆]/u;
const DASH = /^[$¥￥]?\s*[-–—]$/;

/** The sections of a code; one that is not there is that of the numbers it would be for. */
export const sectionsOf = (code: string): Sections => {
  const blank = () => ({ before: '', digits: '', after: '', isSplit: false, condition: null as Section['condition'] });
  let section = blank();
  const sections = [section];
  for (const [, quoted, escaped, bracket = '', exponent, bare = ''] of code.matchAll(TOKEN)) {
    if (bare === ';') {
      section = blank();
      sections.push(section);
      continue;
    }
    section.condition ??= CONDITION.exec(bracket);
    const written = quoted ?? escaped ?? CURRENCY.exec(bracket)?.[1] ?? (WRITTEN.test(bare) ? bare : '');
    const placeholder = exponent ?? (written === '' ? bare : '');
    section.isSplit ||= placeholder !== '' && section.after !== '';
    section.digits += placeholder;
    if (section.digits === '') section.before += written;
    else section.after += written;
  }
  return sections;
};

const holds = ([, operator, limit]: RegExpExecArray, value: number): boolean => {
  const other = Number(limit);
  if (operator === '=') return value === other;
  if (operator === '<>') return value !== other;
  return operator!.startsWith('<')
    ? value < other || (operator === '<=' && value === other)
    : value > other || (operator === '>=' && value === other);
};

const sectionFor = (sections: Sections, value: number): Section => {
  if (sections.some(({ condition }) => condition !== null)) {
    return sections.find(({ condition }) => condition === null || holds(condition, value)) ?? sections.at(-1)!;
  }
  const at = value < 0 ? 1 : value === 0 ? 2 : 0;
  return sections[at] ?? sections[0]!;
};

/**
 * What a format makes of a number: itself, with nothing but a unit or a mark beside it; the text that is shown where
 * the format writes further digits in front or behind, as it does for codes; or something else, null.
 */
export const shownNumber = (sections: Sections, value: number): 'itself' | { readonly text: string } | null => {
  if (value < 0) return 'itself';
  const { before, digits, after, isSplit } = sectionFor(sections, value);
  const words = `${before}${after}`;
  const isGeneral = GENERAL.test(digits);
  if (digits === '@' && words.trim() !== '') return null;
  // A nought is shown by a 0 only; accounting formats have a dash for it.
  if (value === 0 && !isGeneral && !digits.includes('0')) return DASH.test(words.trim()) ? 'itself' : null;
  if (!isGeneral && (!NUMBER.test(digits) || SCALED.test(digits))) return null;
  if (/[-(]/.test(before) || (isSplit && words.includes('/'))) return null;
  if (!NUMERAL.test(words)) return 'itself';
  if (isSplit || !/^\d+$/.test(words) || !/^[#0]+$/.test(digits) || !Number.isSafeInteger(value)) return null;
  return { text: `${before}${String(value).padStart(digits.replaceAll('#', '').length, '0')}${after}` };
};

/** Whether a text is shown as it is: by the fourth section, else by one that names texts. */
export const showsText = (sections: Sections): boolean => {
  const own = sections[3] ?? sections.findLast(({ digits }) => digits.includes('@'));
  return own === undefined || (GENERAL.test(own.digits) && `${own.before}${own.after}`.trim() === '');
};

const DAY_MS = 86_400_000;
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;
const DAYS_TO_1904 = 1462;
const SIGNIFICANT = 15;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Moves the decimal point of a plain decimal by two places, exactly. */
const toPercent = (plain: string, decimals: number): string | undefined => {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!found) return undefined;
  const [, sign, whole, fraction = ''] = found;
  const digits = fraction.padEnd(2, '0');
  const rest = digits.slice(2).replace(/0+$/, '');
  if (rest.length > decimals) return undefined;
  const shown = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const behind = decimals > 0 ? `.${rest.padEnd(decimals, '0')}` : '';
  return `${sign}${shown}${behind}%`;
};

/** A day and time of a spreadsheet as ISO text; the 29th of February 1900, which never was, is its day 60. */
const toIso = (serial: number, is1904: boolean, kind: 'date' | 'time'): string | undefined => {
  const days = serial + (is1904 ? DAYS_TO_1904 : 0);
  if (!(days >= 0) || days >= LAST_DAY + 1) return undefined;
  let day = Math.floor(days);
  let seconds = Math.round((days - day) * 86_400);
  if (seconds === 86_400) {
    day++;
    seconds = 0;
  }
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  if (kind === 'time' && day === 0) return time;
  if (day === 0) return undefined;
  if (day === 60) return seconds === 0 ? '1900-02-29' : `1900-02-29 ${time}`;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY_MS).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date} ${time}`;
};

export interface NumberText {
  readonly text: string;
  readonly kind: 'number' | 'long-number' | 'date' | 'text';
}

/**
 * The text of a number cell: the shortest decimal that is this number, integers written out while they are exact; a
 * date or time in ISO form where the format says that it is one; a percentage as it is shown where that is exact; with
 * the zeros in front that a format such as `0000` shows.
 * `long-number` where it has more significant digits than the 15 that a spreadsheet keeps, or needs an exponent. Undefined for no number.
 */
export const numberText = (raw: string, format: NumberFormat | undefined, is1904: boolean): NumberText | undefined => {
  const trimmed = raw.trim();
  const value = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(value) || !/^[-+.\deE]+$/.test(trimmed)) return undefined;
  if (format?.kind === 'date' || format?.kind === 'time') {
    const iso = toIso(value, is1904, format.kind);
    if (iso !== undefined) return { text: iso, kind: 'date' };
  }
  const plain = Number.isSafeInteger(value) ? String(value === 0 ? 0 : value) : String(value);
  const shown = format?.kind === 'percent' ? toPercent(plain, format.decimals) : undefined;
  if (shown !== undefined) return { text: shown, kind: 'text' };
  const digits = significantDigits(/[eE.]/.test(trimmed) ? plain : trimmed);
  if (digits > SIGNIFICANT || plain.includes('e')) return { text: plain, kind: 'long-number' };
  const padded = format?.kind === 'padded' && /^\d+$/.test(plain) ? plain.padStart(format.digits, '0') : plain;
  return { text: padded, kind: 'number' };
};

/** Without leading zeros, sign, point and exponent; zeros at the end of an integer may be rounded ones and count. */
const significantDigits = (text: string): number => {
  const mantissa = text.replace(/e.*$/i, '').replace(/^[-+]?0*/, '');
  return mantissa.replace('.', '').replace(/^0+/, '').length;
};
