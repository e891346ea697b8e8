import { isPlainChinese, plainWidth } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';

const OFFICES = ['街道办事处', '社区居委会', '办事处', '街道办', '居委会', '街办'];
const KINDS = ['街道', '社区'];

const withoutEnding = (name: string, endings: readonly string[]): string => {
  for (const ending of endings) {
    if (name.length > ending.length && name.endsWith(ending)) return name.slice(0, -ending.length);
  }
  return name;
};

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

/** Forms of characters, signs that stand for one another, and spaces only. */
export const foldWidth = (name: string): string =>
  isPlainChinese(name) ? name : withoutSigns(plainWidth(name).replace(/\s/gu, ''));

/**
 * What two spellings of a street's or community's name have in common: width and spaces, then one ending such as
 * 街道办事处 or 居委会, then 街道 or 社区, then the ruleset's aliases. Nothing is ever matched by likeness.
 */
export const nameFolder = remembered((aliases: ReadonlyMap<string, string>): ((name: string) => string) => {
  const strip = (name: string) => withoutEnding(withoutEnding(foldWidth(name), OFFICES), KINDS);
  const folded = new Map([...aliases].map(([alias, name]) => [strip(alias), strip(name)]));
  return (name) => {
    const stripped = strip(name);
    return folded.get(stripped) ?? stripped;
  };
});
