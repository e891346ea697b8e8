import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
}

const parse = (markdown: string): Node =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** The text of a node, as it is shown: without comments. */
const textOf = (node: Node): string =>
  node.type === 'html' ? '' : (node.value ?? (node.children ?? []).map(textOf).join(''));

export interface Markdown {
  /** Every kind of node but text, each once, in alphabetical order; HTML with its source. */
  readonly kinds: readonly string[];
  readonly headings: readonly string[];
  readonly table: readonly (readonly string[])[];
  /** Texts of the items of lists, without those of the lists in them. */
  readonly items: readonly string[];
  /** Text nodes as they stand: what GitHub looks for mentions and the like in. */
  readonly texts: readonly string[];
}

/** A report as a parser of GitHub-flavoured Markdown reads it. */
export const readMarkdown = (markdown: string): Markdown => {
  const nodes = nodesOf(parse(markdown));
  const ofType = (type: string) => nodes.filter((node) => node.type === type);
  const kinds = nodes.map(({ type, value }) => (type === 'html' ? `html ${value}` : type));
  const paragraph = (item: Node) => (item.children ?? []).filter(({ type }) => type === 'paragraph');
  return {
    kinds: [...new Set(kinds)].filter((kind) => kind !== 'text').sort(),
    headings: ofType('heading').map(textOf),
    table: ofType('tableRow').map((row) => (row.children ?? []).map(textOf)),
    items: ofType('listItem').map((item) => paragraph(item).map(textOf).join('')),
    texts: ofType('text').map(textOf),
  };
};
