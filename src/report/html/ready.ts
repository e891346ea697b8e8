import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { markup } from './markup.ts';

/** A part of the page rendered already, to stand in others as it is. */
export const ready = (part: VNode): (() => VNode) => {
  const text = markup(part);
  return () => jsxTemplate([text]);
};
