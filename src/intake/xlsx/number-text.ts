import type { NumberFormat } from './styles.ts';

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
