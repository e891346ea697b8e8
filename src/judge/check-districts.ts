import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { RowIndex } from '../register/row-index.ts';
import { districtPrefix, type Street } from '../register/street.ts';
import type { District } from './districts.ts';

const FIELDS = { name: 'district', code: 'code' } as const;

const NATIONAL = /^[1-8]\d{5}$/;
const NATIONAL_STREET = /^\d{9}/;
const LETTER = /\p{L}/u;
/** Other codes that are shown. */
const SHOWN = 3;

/** What two codes of one numbering have in common: their length, and where they have digits. */
const shapeOf = (code: string): string =>
  NATIONAL.test(code) ? 'national' : code.replace(/\d/g, '0').replace(/\D/g, 'a');

/** The district codes that are written otherwise than the others, or that alone do not begin their streets' codes. */
const oddCodes = (streets: ReadonlyMap<string, readonly Street[]>): string[] => {
  const shapes = new Map<string, number>();
  for (const code of streets.keys()) shapes.set(shapeOf(code), (shapes.get(shapeOf(code)) ?? 0) + 1);
  const most = Math.max(...shapes.values());
  const [usual, ...others] = [...shapes].filter(([, count]) => count === most).map(([shape]) => shape);
  const norm = shapes.has('national') && (shapes.get('national') === most || others.length > 0) ? 'national' : usual;
  const isAmbiguous = norm !== 'national' && others.length > 0;
  const begins = (code: string, own: readonly Street[]) =>
    own.every((street) => street.code === null || !NATIONAL_STREET.test(street.code) || street.code.startsWith(code));
  const apart = [...streets].filter(([code, own]) => !begins(code, own));
  const isRule = apart.length <= streets.size - apart.length;
  return [...streets].flatMap(([code, own]) => {
    const isOther = !isAmbiguous && shapeOf(code) !== norm;
    const hasLetter = LETTER.test(code) && own.some((street) => NATIONAL_STREET.test(street.code ?? ''));
    return isOther || hasLetter || (isRule && !begins(code, own)) ? [code] : [];
  });
};

/** Warns where the codes of streets and the names of their districts do not go together. */
export const checkDistricts = (
  districts: readonly District[],
  fold: (name: string) => string,
  index: RowIndex,
  diagnostics: Diagnostics,
): void => {
  /** Different texts and the first street of each. */
  const firsts = (
    among: readonly Street[],
    textOf: (street: Street) => string | null,
    same = (text: string) => text,
  ) => {
    const found = new Map<string, { readonly text: string; readonly street: Street }>();
    for (const street of among) {
      const text = textOf(street);
      if (text !== null && !found.has(same(text))) found.set(same(text), { text, street });
    }
    return [...found.values()].sort((a, b) => a.street.row - b.street.row);
  };
  const whereOf = ([first, other]: readonly { readonly street: Street }[], field: string) => ({
    ...index.whereWithText(other!.street.row, field),
    related: () => [index.where(first!.street.row, field).place!()],
  });

  const byDistrictCode = new Map<string, Street[]>();
  for (const street of districts.flatMap(({ streets }) => streets)) {
    if (street.districtCode === null) continue;
    const own = byDistrictCode.get(street.districtCode);
    if (own) own.push(street);
    else byDistrictCode.set(street.districtCode, [street]);
  }
  const odd = byDistrictCode.size === 0 ? [] : oddCodes(byDistrictCode);
  const usual = [...byDistrictCode.keys()].filter((code) => !odd.includes(code)).slice(0, SHOWN);
  for (const code of odd) {
    const [first] = byDistrictCode.get(code)!;
    diagnostics.add('district.odd-code', { code, usual }, index.whereWithText(first!.row, 'districtCode'));
  }

  const byCode = new Map<string, District[]>();
  for (const district of districts) {
    const { code, name, streets: own } = district;
    if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), district]);
    if (name === null || own.some(({ districtCode }) => districtCode !== null)) continue;
    const codes = firsts(own, (street) => districtPrefix(street.code));
    if (codes.length > 1) {
      const slots = { name, codes: codes.map(({ text }) => text) };
      diagnostics.add('district.other-code', slots, whereOf(codes, FIELDS.code));
    }
  }
  for (const [code, same] of byCode) {
    const own = same.flatMap(({ streets }) => streets);
    const names = firsts(own, ({ district }) => district, fold);
    if (names.length > 1) {
      const slots = { code, names: names.map(({ text }) => text) };
      diagnostics.add('district.other-name', slots, whereOf(names, FIELDS.name));
    }
  }
};
