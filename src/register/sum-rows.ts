import type { TableName } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import { foldWidth } from './fold-name.ts';
import type { TotalsCheck } from './totals-check.ts';

/**
 * What a row is that does not say 合计 but goes by the name or code of what its units are in: the sum of its street
 * (`part`) or district (`total`), or a unit that may be a sum.
 */
export type Likeness = 'part' | 'total' | 'doubtful';

/** National codes of streets, the shortest of units, have so many digits. */
const NATIONAL = 9;
const DIGITS = /^\d+$/;
const STREET = /.街道(?:办事处|办)?$/;
const STREET_UNIT = /(?:街道|街道办|办事处|街办|镇|乡)$/;
const COMMUNITY_UNIT = /(?:社区|居委会|村)$/;
const DISTRICT = /.[区县市旗]$/;
const WHOLE = /^全[区县市]$/;
const STREET_CODE = /^\d{9}000$/;
const DISTRICT_CODE = /^[1-8]\d{5}0*$/;

/** A figure among national codes is no code. */
export const isMerelyFigure = (code: string, last: string): boolean =>
  last.length >= NATIONAL && DIGITS.test(last) && code.length < NATIONAL && DIGITS.test(code);

/**
 * Tells rows of sums by what they are named. `last` is the code of the record above. One without figures is no sum: its
 * row may be torn.
 */
export const sumRowTest = (
  table: TableName,
  { key }: Columns,
  isJudged: (cells: readonly string[]) => boolean,
  totals: Pick<TotalsCheck, 'fits' | 'hasFigures'>,
): ((cells: readonly string[], last: string) => Likeness | undefined) => {
  const read = (column: Column | undefined, cells: readonly string[]): string =>
    column === undefined ? '' : foldWidth(String(column.read(cells[column.cell] ?? '').value ?? ''));

  /** A street with a community of its own name is nothing rare (沙头角): the full name of the street counts. */
  const inCommunities = (cells: readonly string[], last: string): Likeness | undefined => {
    const name = read(key.name, cells);
    const street = read(key.street, cells);
    const code = read(key.code, cells);
    const isFull = STREET.test(name);
    const amongLonger = code.length === NATIONAL && (last === '' ? isFull : last.length > NATIONAL);
    const isOfStreet =
      code !== '' &&
      (code === read(key.streetCode, cells) || STREET_CODE.test(code) || (DIGITS.test(code) && amongLonger));
    if (code !== '' && !isOfStreet && !isMerelyFigure(code, last)) return undefined;
    const isItsOwn = isFull && (street === '' || street.replace(STREET, '') === name.replace(STREET, ''));
    if (!isFull && !isOfStreet && (name === '' || name !== street)) return undefined;
    if (isJudged(cells) || COMMUNITY_UNIT.test(name)) return 'doubtful';
    const saysSum = isItsOwn || (isOfStreet && !isFull) || totals.fits(cells);
    return saysSum && totals.hasFigures(cells) ? 'part' : 'doubtful';
  };

  const inStreets = (cells: readonly string[], last: string): Likeness | undefined => {
    const name = read(key.name, cells);
    const code = read(key.code, cells);
    const isAlike = name !== '' && name === read(key.district, cells);
    const isDistrict = WHOLE.test(name) || (isAlike && DISTRICT.test(name));
    const isOfDistrict = DISTRICT_CODE.test(code) && (code.length > 6 || last.length !== 6);
    if (code !== '' && !isOfDistrict && !isMerelyFigure(code, last)) return isDistrict ? 'doubtful' : undefined;
    if (isDistrict) return 'total';
    if (isOfDistrict && STREET_UNIT.test(name)) return 'doubtful';
    if (isOfDistrict && (DISTRICT.test(name) || !isJudged(cells))) {
      return totals.hasFigures(cells) ? 'total' : 'doubtful';
    }
    if (isAlike && !isJudged(cells) && totals.fits(cells)) return 'total';
    return isOfDistrict || isAlike || (DISTRICT.test(name) && !isJudged(cells)) ? 'doubtful' : undefined;
  };

  if (table === 'communities') return inCommunities;
  return table === 'streets' ? inStreets : () => undefined;
};
