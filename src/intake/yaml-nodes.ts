import type { DiagnosticCode, DiagnosticSlots } from '../diagnostics/catalogue.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { SYNTAX_HINTS, YAML_LIMITS } from '../diagnostics/entries/yaml.ts';
import {
  type Alias,
  DEPTH_LIMIT,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseYaml,
  syntaxFault,
  type YamlDocument,
} from '../yaml/parse-yaml.ts';
import { whereIn } from './open-table.ts';

/** Nodes reached through aliases, at most. */
const ALIAS_LIMIT = 10_000;

export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

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

type Tell = <C extends DiagnosticCode>(code: C, slots: DiagnosticSlots[C], at: YamlPlace) => void;

const CORE_TAG = /^(?:tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)|!)$/;

/** The roots of YAML 1.2 (and so JSON), one document or several; says what is wrong, and then there are none. */
export const readYaml = (text: string, path: string, diagnostics: Diagnostics): readonly YamlNode[] | null => {
  const { documents, over, placeAt: place } = parseYaml(text);
  if (over !== null) {
    const where = whereIn(path, place(over.at));
    if (over.limit === 'depth') diagnostics.add('yaml.depth', { limit: DEPTH_LIMIT }, where);
    else diagnostics.add('yaml.too-large', { limit: YAML_LIMITS.entries }, where);
    return null;
  }
  let isSound = true;
  const tell: Tell = (code, slots, at) => {
    isSound = false;
    diagnostics.add(code, slots, whereIn(path, at));
  };
  for (const { errors } of documents) {
    // What follows from an error is told at the same place, and again.
    const first = errors.filter(({ pos }, at) => pos[0] !== errors[at - 1]?.pos[0]);
    for (const { code, message, pos } of first) {
      tell('yaml.syntax', { hint: SYNTAX_HINTS[syntaxFault(code)], cause: message.split('\n')[0]! }, place(pos[0]));
    }
  }
  if (!isSound) return null;
  const roots = documents.flatMap((document) => toNode(document, place, tell) ?? []);
  return isSound ? roots : null;
};

const toNode = (document: YamlDocument, place: (offset: number) => YamlPlace, tell: Tell): YamlNode | undefined => {
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
      tell('yaml.syntax', { hint: SYNTAX_HINTS.alias, cause: `Unresolved alias: ${alias.source}` }, at);
    else if (open.has(target)) tell('yaml.aliases', { limit: ALIAS_LIMIT }, at);
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
    if (node?.tag && !CORE_TAG.test(node.tag)) tell('yaml.tag', { tag: node.tag }, at);
    if (isAlias(node)) return resolve(node, at);
    if (isMap(node)) {
      const seen = new Set<string>();
      const entries = node.items.map((pair): YamlEntry => {
        const key = pair.key as ParsedNode;
        const keyPlace = key?.range && !inAlias ? place(key.range[0]) : at;
        const text = isScalar(key) ? scalarText(key) : String(key);
        // The package compares each key with every other: too slow for a hundred thousand.
        if (seen.has(text) && !inAlias) tell('yaml.duplicate-key', { key: text }, keyPlace);
        seen.add(text);
        return { key: text, value: convert(pair.value as Node | null, keyPlace, inAlias), ...keyPlace };
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
  if (aliased > ALIAS_LIMIT) tell('yaml.aliases', { limit: ALIAS_LIMIT }, node);
  return node;
};

const scalarText = (node: { value: unknown; source?: string; type?: string }): string =>
  node.value === null ? '' : typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
