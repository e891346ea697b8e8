import { diagnose } from '../diagnostics/diagnostics.ts';
import { SYNTAX_HINTS } from '../diagnostics/entries/yaml.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import {
  DEPTH_LIMIT,
  ENTRY_LIMIT,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  parseYaml,
  syntaxFault,
} from '../yaml/parse-yaml.ts';
import type { SourceFile } from './ruleset-files.ts';

/** Where something stands; of a key or a scalar its text as written, without quotes. */
export interface Found {
  readonly place: Place;
  readonly text: string | null;
}

/** One file as plain data, with the place of every value and key by JSON pointer. */
export interface SourceDocument {
  readonly data: unknown;
  /** The value; the nearest object around it where there is none. */
  at(pointer: string): Found;
  /** The key whose value is there. */
  keyAt(pointer: string): Found;
}

export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

export const lastKeyOf = (pointer: string): string =>
  pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

const ALIAS_LIMIT = 100;

interface Read {
  readonly document: SourceDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2, and so JSON, into plain data; every fault of the text itself at once, with its place. */
export const readYaml = ({ name, bytes }: SourceFile): Read => {
  const diagnostics: Diagnostic[] = [];
  const fault = (place: Place, cause: string, hint: Text = SYNTAX_HINTS.other): void => {
    diagnostics.push(diagnose('ruleset.syntax', { hint, cause }, { place }));
  };

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    fault({ path: name, line: 1, column: 1 }, 'UTF-8', SYNTAX_HINTS.encoding);
    return { document: null, diagnostics };
  }
  const parsed = parseYaml(text);
  const placeAt = (offset: number): Place => ({ path: name, ...parsed.placeAt(offset) });
  if (parsed.over !== null) {
    const { limit, at } = parsed.over;
    fault(placeAt(at), limit === 'depth' ? `nesting > ${DEPTH_LIMIT}` : `entries > ${ENTRY_LIMIT}`);
    return { document: null, diagnostics };
  }
  const [root, second] = parsed.documents;
  for (const { pos, message, code } of [...root!.errors, ...root!.warnings]) {
    fault(placeAt(pos[0]), message, SYNTAX_HINTS[syntaxFault(code)]);
  }
  if (second) fault(placeAt(second.range[0]), 'documents > 1');
  if (diagnostics.length > 0) return { document: null, diagnostics };

  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const texts = new Map<string, string>();
  let aliases = 0;

  const toData = (node: Node | null, pointer: string, around: number): unknown => {
    const start = node?.range?.[0] ?? around;
    values.set(pointer, start);
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === ALIAS_LIMIT + 1) fault(placeAt(start), `aliases > ${ALIAS_LIMIT}`);
      if (aliases > ALIAS_LIMIT) return null;
      const target = node.resolve(root!);
      if (target === undefined) fault(placeAt(start), `*${node.source}`);
      return target === undefined ? null : toData(target, pointer, start);
    }
    if (isMap(node)) {
      const entries: [string, unknown][] = [];
      for (const pair of node.items) {
        const key = pair.key as Node;
        const at = key?.range?.[0] ?? start;
        if (!isScalar(key)) {
          fault(placeAt(at), 'complex key');
          continue;
        }
        const own = key.source ?? String(key.value ?? '');
        const below = pointerTo(pointer, own);
        const first = keys.get(below);
        if (first !== undefined) {
          const found = { place: placeAt(at), related: [placeAt(first)], text: own };
          diagnostics.push(diagnose('ruleset.duplicate-key', { key: own }, found));
          continue;
        }
        keys.set(below, at);
        entries.push([own, toData(pair.value as Node | null, below, at)]);
      }
      return Object.fromEntries(entries);
    }
    if (isCollection(node)) {
      return node.items.map((item, index) => toData(item as Node, pointerTo(pointer, index), start));
    }
    if (!isScalar(node)) return null;
    if (node.source !== undefined) texts.set(pointer, node.source);
    return node.value;
  };

  const data = toData(root!.contents, '', 0);
  if (diagnostics.some(({ code }) => code === 'ruleset.syntax')) return { document: null, diagnostics };
  const nearest = (positions: ReadonlyMap<string, number>, pointer: string): number => {
    const found = positions.get(pointer);
    if (found !== undefined) return found;
    return pointer === '' ? (values.get('') ?? 0) : nearest(positions, parentOf(pointer));
  };
  return {
    diagnostics,
    document: {
      data,
      at: (pointer) => ({ place: placeAt(nearest(values, pointer)), text: texts.get(pointer) ?? null }),
      keyAt: (pointer) => ({ place: placeAt(nearest(keys, pointer)), text: lastKeyOf(pointer) }),
    },
  };
};
