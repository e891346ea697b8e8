import type { NearStreets } from '../model/assessment.ts';
import { distance } from '../model/distance.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { foldWidth, nameFolder } from './fold-name.ts';
import type { StreetReference } from './street.ts';

/** So many streets are offered in place of one that there is not. */
const OFFERED = 12;
/** In UTF-16 units: no name is longer. */
const LONGEST = 40;

/** The streets that `--street` names by code or name; all where it names none. */
export const askedStreets = (wishes: readonly string[], streets: readonly StreetReference[], { aliases }: Ruleset) => {
  const fold = nameFolder(aliases);
  const isAsked = ({ code, name }: StreetReference, wish: string) =>
    code === foldWidth(wish) || (name !== null && fold(name) === fold(wish));
  const unmatched = wishes.filter((wish) => !streets.some((street) => isAsked(street, wish)));
  const wanted = unmatched.map((wish) => ({
    code: foldWidth(wish).slice(0, LONGEST),
    name: fold(wish).slice(0, LONGEST),
  }));
  const away = (text: string, wish: string): number =>
    text !== '' && wish !== '' && (text.includes(wish) || wish.includes(text)) ? 0 : distance(text, wish);
  const nearest = ({ code, name }: StreetReference): number =>
    Math.min(
      ...wanted.flatMap((wish) => [
        ...(code === null ? [] : [away(code.slice(0, LONGEST), wish.code)]),
        ...(name === null ? [] : [away(fold(name).slice(0, LONGEST), wish.name)]),
      ]),
    );
  return {
    isShown: (street: StreetReference): boolean => wishes.length === 0 || wishes.some((wish) => isAsked(street, wish)),
    /** Wishes that no street answers to. */
    unmatched,
    /** The streets there are, those that come nearest to the wishes first. */
    near: (): NearStreets => ({
      listed: streets
        .map(({ code, name }, index) => ({ code, name, index, away: nearest({ code, name }) }))
        .sort((a, b) => a.away - b.away || a.index - b.index)
        .slice(0, OFFERED)
        .map(({ code, name }) => ({ code, name })),
      total: streets.length,
    }),
  };
};
