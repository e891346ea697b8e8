import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import type { Result } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { MARKS, words } from '../words.ts';

/** What stands in an element. */
export type Content = string | VNode;

/**
 * A text in both languages; the style sheet shows the one that the root element names. `i` is how HTML marks what is
 * in another voice or language, and it is short: a large page has a hundred thousand.
 */
export const both = ({ zh, en }: Text): Content =>
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
export const marked = (result: Result): VNode => (
  <>
    {MARKS[result]} {both(resultText(result))}
  </>
);

/** Headings of columns. */
export const headings = (texts: readonly Text[]): VNode => (
  <thead>
    <tr>
      {texts.map((text) => (
        <th key={text.en} scope="col">
          {both(text)}
        </th>
      ))}
    </tr>
  </thead>
);

/**
 * Attribute values that HTML allows without quotes. In text the renderer writes a quote as an entity, so that only
 * attributes match.
 */
const PLAIN_VALUE = /="([\w#.-]+)"(?=[\s>])/g;

/** A part of the page as text, everything escaped; a twentieth shorter without the quotes that are not needed. */
export const markup = (part: VNode): string => render(part).replace(PLAIN_VALUE, '=$1');

/** A part rendered before, to stand in others as it is. */
export const rendered = (text: string): VNode => jsxTemplate([text]);
