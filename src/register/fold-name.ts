import { plainWidth } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';

/** Dashes, middle dots, tildes and round noughts, which one keyboard writes so and another so; no name is told apart by them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212\u2500\ufe58]/g, '-'],
  [/[\u2022\u2027\u2219\u22c5\u30fb]/g, '·'],
  [/[\u223c\u301c]/g, '~'],
  [/[\u25cb\u25ef]/g, '〇'],
];
const SIGN = new RegExp(SIGNS.map(([{ source }]) => source).join('|'));

const withoutSigns = (name: string): string =>
  SIGN.test(name) ? SIGNS.reduce((text, [sign, usual]) => text.replace(sign, usual), name) : name;

/** No spaces, no other forms, and none of those signs: nothing to fold. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;
/** The same beside forms of ASCII that are as wide as other characters: many names have brackets. */
const WIDE = /^[!-~\u4e00-\u9fff\uff01-\uff5e]*$/;
const toNarrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

/** Forms of characters, signs that stand for one another, and spaces only. */
export const foldWidth = (name: string): string => {
  if (PLAIN.test(name)) return name;
  if (WIDE.test(name)) return name.replace(/[\uff01-\uff5e]/g, toNarrow);
  return withoutSigns(plainWidth(name).replace(/\s/gu, ''));
};

export type Fold = (name: string) => string;

const foldersOf = remembered(({ aliases }: Pick<Ruleset, 'aliases'>) =>
  remembered(({ endings }: Pick<Level, 'endings'>): Fold => {
    const strip = (name: string): string => {
      let folded = foldWidth(name);
      for (const ending of endings) {
        if (folded.length > ending.length && folded.endsWith(ending)) folded = folded.slice(0, -ending.length);
      }
      return folded;
    };
    const known = new Map([...aliases].map(([alias, name]) => [strip(alias), strip(name)]));
    return (name) => {
      const stripped = strip(name);
      return known.get(stripped) ?? stripped;
    };
  }),
);

/**
 * What two spellings of the name of a unit have in common: width and spaces, then the endings of its level, each left
 * away once, then the ruleset's aliases. Nothing is ever matched by likeness.
 */
export const nameFolder = (ruleset: Pick<Ruleset, 'aliases'>, level: Pick<Level, 'endings'>): Fold =>
  foldersOf(ruleset)(level);
