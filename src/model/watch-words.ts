import { plainWidth } from './fold.ts';

/** What says that a heading does not hold: 是否摘牌 否. */
const NOTHING = /^(?:否|无|没有|×|0|no|none|false|-+|—+|\/)?$/i;

const folded = (text: string): string => plainWidth(text).replace(/\s+/gu, '');

/** The first of the words that stands in a text; undefined where none does. */
type WatchTest = (heading: string, text: string) => string | undefined;

/** Tells by a heading and a cell under it what a ruleset watches for: in the cell or, where that is filled, in the heading. */
export const watchTest = (words: readonly string[]): WatchTest => {
  const wordIn = (text: string) => words.find((word) => text.includes(word));
  /** Headings by the word in them; there are few. */
  const inHeadings = new Map<string, string | undefined>();
  const wordInHeading = (heading: string): string | undefined => {
    if (!inHeadings.has(heading)) inHeadings.set(heading, wordIn(folded(heading)));
    return inHeadings.get(heading);
  };
  // Most cells have none of the characters that the words begin with.
  const first = new RegExp(
    `[${[...new Set(words.map((word) => [...word][0]))].join('').replace(/[\\\]^-]/g, '\\$&')}]`,
    'u',
  );
  return (heading, text) => {
    const inHeading = wordInHeading(heading);
    if (inHeading === undefined && !first.test(text)) return undefined;
    const said = folded(text);
    if (NOTHING.test(said)) return undefined;
    return wordIn(said) ?? inHeading;
  };
};
