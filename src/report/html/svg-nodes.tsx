import { type ComponentChild, h } from 'preact';

/** What is read of a drawing's nodes. */
interface DrawnNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<object>;
}

interface DrawnElement extends DrawnNode {
  readonly localName: string;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
/** The page's own style sheet does what a drawing's would; labels stand beside it, in both languages. */
const DROPPED = { element: 'style', attribute: /^(?:aria-|style$|on|font-family$|class$)/ };

/** A drawing as nodes of the page, so that one renderer escapes everything. */
export const svgNodes = (drawn: object, attributes: Readonly<Record<string, string>> = {}): ComponentChild => {
  const node = drawn as DrawnNode;
  if (node.nodeType !== ELEMENT) return node.nodeValue;
  const element = node as DrawnElement;
  if (element.localName === DROPPED.element) return null;
  const own = Array.from(element.attributes)
    .filter(({ name }) => !DROPPED.attribute.test(name))
    .map(({ name, value }) => [name, value] as const);
  return h(
    element.localName,
    { ...Object.fromEntries(own), ...attributes },
    Array.from(element.childNodes).map((child) => svgNodes(child)),
  );
};
