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
