import type { Ruleset } from '../model/ruleset.ts';
import { foldWidth, nameFolder } from './fold-name.ts';
import type { StreetReference } from './street.ts';

/** The streets that `--street` names by code or name; all where it names none. */
export const askedStreets = (wishes: readonly string[], streets: readonly StreetReference[], { aliases }: Ruleset) => {
  const fold = nameFolder(aliases);
  const isAsked = ({ code, name }: StreetReference, wish: string) =>
    code === foldWidth(wish) || (name !== null && fold(name) === fold(wish));
  return {
    isShown: (street: StreetReference): boolean => wishes.length === 0 || wishes.some((wish) => isAsked(street, wish)),
    /** Wishes that no street answers to. */
    unmatched: wishes.filter((wish) => !streets.some((street) => isAsked(street, wish))),
  };
};
