import { plainWidth } from './fold.ts';
import { remembered } from './remembered.ts';

/** What says that a heading does not hold: 是否摘牌 否. */
const NOTHING = /^(?:否|无|没有|×|0|no|none|false|-+|—+|\/)?$/i;

/** What tells how a form is to be filled in, and what a table, column or rule is called, say nothing of a unit. */
const INSTRUCTION = /请|应当?|须|如有|如已|如果|凡|填写|注明|是否|不得/;
const TITLE = /(?:表|台账|名册|登记簿|制度|办法|规定|通知|情况|日期|时间|原因|文号|结果)$/;

const folded = (text: string): string => plainWidth(text).replace(/\s+/gu, '');

const REMEMBERED = 256;
const LONGEST = 256;

/** The first of the words that stands in a text; undefined where none does. */
type WatchTest = (heading: string, text: string) => string | undefined;

/** Tells by a heading and a cell under it what a ruleset watches for: in the cell or, where that is filled, in the heading. */
export const watchTest = remembered((words: readonly string[]): WatchTest => {
  const wordIn = (text: string) => words.find((word) => text.includes(word));
  /** Headings by the word in them. */
  const inHeadings = new Map<string, string | undefined>();
  const wordInHeading = (heading: string): string | undefined => {
    if (inHeadings.has(heading)) return inHeadings.get(heading);
    const word = wordIn(folded(heading));
    if (inHeadings.size < REMEMBERED && heading.length <= LONGEST) inHeadings.set(heading, word);
    return word;
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
});

/** The same for a line that stands beside the records, which may say how to fill in the form. */
export const asideTest = (words: readonly string[]): ((text: string) => string | undefined) => {
  const test = watchTest(words);
  return (text) => {
    const word = test('', text);
    return word === undefined || INSTRUCTION.test(text) || TITLE.test(folded(text)) ? undefined : word;
  };
};
