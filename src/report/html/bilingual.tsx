import type { Result, Subject } from '../../model/assessment.ts';
import type { Language, Text } from '../../model/text.ts';
import { subjectName } from '../subject-name.ts';
import { type FixedWords, MARKS, type Words, words } from '../words.ts';

/** A text of the reports' common catalogue, in both languages. */
export const both = (pick: (text: FixedWords) => string): Text => ({ zh: pick(words.zh), en: pick(words.en) });

/**
 * A text in both languages; the style sheet shows the one that the root element names. `i` is how HTML marks what is
 * in another voice or language, and it is short: a large page has a hundred thousand.
 */
export const Both = ({ of: { zh, en } }: { readonly of: Text }) =>
  zh === en ? (
    zh
  ) : (
    <>
      <i lang="zh">{zh}</i>
      <i lang="en">{en}</i>
    </>
  );

export const resultText = (result: Result): Text => ({ zh: words.zh.results[result], en: words.en.results[result] });

/** The class of a result: short, because a large page has a hundred thousand. */
export const RESULT_CLASS = { pass: 'p', fail: 'f', unknown: 'u', 'not-applicable': 'n' } as const satisfies Record<
  Result,
  string
>;

/** Mark and word of a result. */
export const Verdict = ({ of }: { readonly of: Result }) => (
  <>
    {MARKS[of]} <Both of={resultText(of)} />
  </>
);

/** A text of those that name a level. */
export const bothOf = ({ zh, en }: Readonly<Record<Language, Words>>, pick: (text: Words) => string): Text => ({
  zh: pick(zh),
  en: pick(en),
});

export const nameOf = (subject: Subject, words: Readonly<Record<Language, Words>>): Text =>
  bothOf(words, (text) => subjectName(subject, text));
