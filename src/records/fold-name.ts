import { isPlainChinese, plainWidth } from '../model/fold.ts';

const OFFICES = ['街道办事处', '社区居委会', '办事处', '街道办', '居委会', '街办'];
const KINDS = ['街道', '社区'];

const withoutEnding = (name: string, endings: readonly string[]): string => {
  for (const ending of endings) {
    if (name.length > ending.length && name.endsWith(ending)) return name.slice(0, -ending.length);
  }
  return name;
};

/** Width and spaces only. */
export const foldWidth = (name: string): string => (isPlainChinese(name) ? name : plainWidth(name).replace(/\s/gu, ''));

/**
 * What two spellings of a street's or community's name have in common: width and spaces, then one ending such as
 * 街道办事处 or 居委会, then 街道 or 社区, then the ruleset's aliases. Nothing is ever matched by likeness.
 */
export const nameFolder = (aliases: ReadonlyMap<string, string>): ((name: string) => string) => {
  const strip = (name: string) => withoutEnding(withoutEnding(foldWidth(name), OFFICES), KINDS);
  const folded = new Map([...aliases].map(([alias, name]) => [strip(alias), strip(name)]));
  return (name) => {
    const stripped = strip(name);
    return folded.get(stripped) ?? stripped;
  };
};
