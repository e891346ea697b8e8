import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import { MANY } from './communities.ts';
import type { RowIndex } from './row-index.ts';
import type { Street, StreetReference } from './street.ts';

/** Whether one is known by its code only and the other by its name only, so that nobody can tell whether they are one. */
export const mayBeOne = (a: StreetReference, b: StreetReference): boolean =>
  a.code === null ? a.name !== null && b.name === null : a.name === null && b.code === null;

/** Finds the streets of a table, read whole before it is asked, that may be the one named: the first `MANY` of them. */
export const halfFinder = (streets: readonly Street[]) => {
  let known: { readonly coded: readonly Street[]; readonly named: readonly Street[] } | undefined;
  return (reference: StreetReference): readonly Street[] => {
    if (reference.code !== null && reference.name !== null) return [];
    known ??= {
      coded: streets.filter(({ name }) => name === null),
      named: streets.filter(({ code }) => code === null),
    };
    const halves: Street[] = [];
    for (const street of reference.code === null ? known.coded : known.named) {
      if (mayBeOne(reference, street) && halves.push(street) === MANY) break;
    }
    return halves;
  };
};

export const addUnjoined = (halves: readonly StreetReference[], where: Where, diagnostics: Diagnostics): void => {
  const names = halves.flatMap(({ code, name }) => (code === null ? [name!] : []));
  const codes = halves.flatMap(({ code, name }) => (name === null ? [code!] : []));
  diagnostics.add('reference.unjoined', { names: [...new Set(names)], codes: [...new Set(codes)] }, where);
};

/** Streets known by name only beside others known by code only may be the same: two halves, each judged on its own. */
export const checkHalves = (streets: readonly Street[], index: RowIndex, diagnostics: Diagnostics): void => {
  const named = streets.filter(({ code }) => code === null);
  const coded = streets.filter(({ name }) => name === null);
  const [first] = named;
  if (first === undefined || coded.length === 0) return;
  const placeOf = ({ code, row }: Street) => index.whereWithText(row, code === null ? 'street' : 'streetCode').place!();
  const others = [...named.slice(1, MANY), ...coded.slice(0, MANY)];
  const where = {
    ...index.whereWithText(first.row, 'street'),
    related: () => others.map(placeOf),
  };
  addUnjoined([...named, ...coded], where, diagnostics);
};
