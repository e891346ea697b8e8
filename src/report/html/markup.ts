import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';

/**
 * Attribute values that HTML allows without quotes. In text the renderer writes a quote as an entity, so that only
 * attributes match.
 */
const PLAIN_VALUE = /="([\w#.-]+)"(?=[\s>])/g;

/** A part of the page as text, everything escaped; a twentieth shorter without the quotes that are not needed. */
export const markup = (part: VNode): string => render(part).replace(PLAIN_VALUE, '=$1');

/** A part of the page rendered already, to stand in others as it is. */
export const ready = (part: VNode): (() => VNode) => {
  const text = markup(part);
  return () => jsxTemplate([text]);
};

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Texts put by as UTF-8: put together from many parts, as rendered ones are, they would take several times as much. */
export class PackedTexts {
  readonly #packed: Uint8Array[] = [];

  add(text: string): void {
    this.#packed.push(ENCODER.encode(text));
  }

  get count(): number {
    return this.#packed.length;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const bytes of this.#packed) yield DECODER.decode(bytes);
  }
}
