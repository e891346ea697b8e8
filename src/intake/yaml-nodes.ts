import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseYaml,
  type SyntaxFault,
  syntaxFault,
  type YamlDocument,
  type YamlLimit,
} from '../yaml/parse-yaml.ts';

/** Nodes reached through aliases, at most. */
const ALIAS_LIMIT = 10_000;

export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

type YamlProblem = YamlPlace &
  (
    | { readonly kind: 'syntax'; readonly fault: SyntaxFault; readonly cause: string }
    | { readonly kind: 'duplicate-key'; readonly key: string }
    | { readonly kind: 'tag'; readonly tag: string }
    | { readonly kind: 'aliases' | YamlLimit }
  );

/** A YAML node as intake needs it: every scalar is the text that stands in the file, so that 08 stays 08. */
export type YamlNode = YamlPlace &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
    | { readonly kind: 'map'; readonly entries: readonly YamlEntry[] }
  );

export interface YamlEntry extends YamlPlace {
  readonly key: string;
  readonly value: YamlNode;
}

export interface YamlDocuments {
  readonly roots: readonly YamlNode[];
  readonly problems: readonly YamlProblem[];
}

const CORE_TAG = /^(?:tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)|!)$/;

/** YAML 1.2 (and so JSON), one document or several. */
export const readYaml = (text: string): YamlDocuments => {
  const { documents, over, placeAt: place } = parseYaml(text);
  if (over !== null) return { roots: [], problems: [{ kind: over.limit, ...place(over.at) }] };
  const problems: YamlProblem[] = [];
  for (const { errors } of documents) {
    // What follows from an error is told at the same place, and again.
    const first = errors.filter(({ pos }, at) => pos[0] !== errors[at - 1]?.pos[0]);
    for (const { code, message, pos } of first) {
      problems.push({ kind: 'syntax', fault: syntaxFault(code), cause: message.split('\n')[0]!, ...place(pos[0]) });
    }
  }
  if (problems.length > 0) return { roots: [], problems };
  const roots = documents.flatMap((document) => {
    const root = toNode(document, place, problems);
    return root ? [root] : [];
  });
  return { roots, problems };
};

const toNode = (
  document: YamlDocument,
  place: (offset: number) => YamlPlace,
  problems: YamlProblem[],
): YamlNode | undefined => {
  let aliased = 0;
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  /** Nodes with an anchor that are being converted: an alias within to one of them would never end. */
  const open = new Set<Node>();

  const resolve = (alias: Alias, at: YamlPlace): YamlNode => {
    // Looked up the first time, where the alias stands: an anchor may be given again further down.
    const target = targets.has(alias) ? targets.get(alias) : anchors.get(alias.source);
    targets.set(alias, target);
    if (target === undefined)
      problems.push({ kind: 'syntax', fault: 'alias', cause: `Unresolved alias: ${alias.source}`, ...at });
    else if (open.has(target)) problems.push({ kind: 'aliases', ...at });
    else return convert(target, at, true);
    return { kind: 'text', text: '', ...at };
  };

  const convert = (node: Node | null | undefined, fallback: YamlPlace, inAlias: boolean): YamlNode => {
    if (!node || isAlias(node) || node.anchor === undefined || inAlias) return convertNode(node, fallback, inAlias);
    anchors.set(node.anchor, node);
    open.add(node);
    const converted = convertNode(node, fallback, inAlias);
    open.delete(node);
    return converted;
  };

  const convertNode = (node: Node | null | undefined, fallback: YamlPlace, inAlias: boolean): YamlNode => {
    const at = node?.range && !inAlias ? place(node.range[0]) : fallback;
    if (inAlias && ++aliased > ALIAS_LIMIT) return { kind: 'text', text: '', ...at };
    if (node?.tag && !CORE_TAG.test(node.tag)) problems.push({ kind: 'tag', tag: node.tag, ...at });
    if (isAlias(node)) return resolve(node, at);
    if (isMap(node)) {
      const seen = new Set<string>();
      const entries = node.items.map((pair): YamlEntry => {
        const key = pair.key as ParsedNode;
        const keyPlace = key?.range && !inAlias ? place(key.range[0]) : at;
        const text = isScalar(key) ? scalarText(key) : String(key);
        // The package compares each key with every other: too slow for a hundred thousand.
        if (seen.has(text) && !inAlias) problems.push({ kind: 'duplicate-key', key: text, ...keyPlace });
        seen.add(text);
        return {
          key: text,
          value: convert(pair.value as Node | null, keyPlace, inAlias),
          ...keyPlace,
        };
      });
      return { kind: 'map', entries, ...at };
    }
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => convert(item as Node, at, inAlias)), ...at };
    }
    return { kind: 'text', text: isScalar(node) ? scalarText(node) : '', ...at };
  };
  const root = document.contents;
  if (root === null) return undefined;
  const node = convert(root, { line: 1, column: 1 }, false);
  if (aliased > ALIAS_LIMIT) problems.push({ kind: 'aliases', line: node.line, column: node.column });
  return node;
};

const scalarText = (node: { value: unknown; source?: string; type?: string }): string =>
  node.value === null ? '' : typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
