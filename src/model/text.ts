/** A text a user sees, in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** An English noun with its article: a village, an office. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** As a sentence begins. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const oneOrMany = (count: number, one: string, many: string): string => (count === 1 ? one : many);
