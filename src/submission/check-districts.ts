import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { RowIndex } from '../records/row-index.ts';
import { districtPrefix, type Street } from '../records/street.ts';
import type { District } from './districts.ts';

const FIELDS = { name: 'district', code: 'code' } as const;

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
