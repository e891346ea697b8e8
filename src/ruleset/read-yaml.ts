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

/** A value in a file, as plain data and with its place; of what is not there, the place of what is around it. */
export interface Written {
  readonly data: unknown;
  readonly at: Found;
  /** Of its key; of one in a list, the place of the key of the list. */
  readonly key: Found;
  /** Of a mapping, else empty. */
  readonly entries: readonly (readonly [string, Written])[];
  /** Of a list, else empty. */
  readonly items: readonly Written[];
  /** What lies that far within. */
  get(...path: readonly string[]): Written;
}

type Own = Pick<Written, 'data'> & Partial<Pick<Written, 'entries' | 'items'>> & { readonly text?: string | undefined };

/** Where a value begins, where its key does, and what that is. */
interface Begin {
  readonly start: number;
  readonly keyStart: number;
  readonly name: string;
}

const written = (
  placeAt: (offset: number) => Place,
  { start, keyStart, name }: Begin,
  { data, entries = [], items = [], text }: Own,
): Written => ({
  ...{ data, entries, items },
  get at() {
    return { place: placeAt(start), text: text ?? null };
  },
  get key() {
    return { place: placeAt(keyStart), text: name };
  },
  get(first, ...rest) {
    if (first === undefined) return this;
    const part = entries.find(([key]) => key === first)?.[1] ?? items[Number(first)];
    return (part ?? written(placeAt, { start, keyStart, name: first }, { data: undefined })).get(...rest);
  },
});

const ALIAS_LIMIT = 100;

interface Read {
  readonly document: Written | null;
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

  let aliases = 0;

  const toWritten = (node: Node | null, around: Begin): Written => {
    const start = node?.range?.[0] ?? around.start;
    const begin = { ...around, start };
    const here = (own: Own) => written(placeAt, begin, own);
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === ALIAS_LIMIT + 1) fault(placeAt(start), `aliases > ${ALIAS_LIMIT}`);
      if (aliases > ALIAS_LIMIT) return here({ data: null });
      const target = node.resolve(root!);
      if (target === undefined) fault(placeAt(start), `*${node.source}`);
      return target === undefined ? here({ data: null }) : toWritten(target, begin);
    }
    if (isMap(node)) {
      const parts = new Map<string, Written>();
      for (const pair of node.items) {
        const key = pair.key as Node;
        const at = key?.range?.[0] ?? start;
        if (!isScalar(key)) {
          fault(placeAt(at), 'complex key');
          continue;
        }
        const own = key.source ?? String(key.value ?? '');
        const first = parts.get(own);
        if (first === undefined)
          parts.set(own, toWritten(pair.value as Node | null, { start: at, keyStart: at, name: own }));
        else {
          const found = { place: placeAt(at), related: [first.key.place], text: own };
          diagnostics.push(diagnose('ruleset.duplicate-key', { key: own }, found));
        }
      }
      // In the order that keys have in data.
      const entries = Object.entries(Object.fromEntries(parts));
      return here({ data: Object.fromEntries(entries.map(([key, { data }]) => [key, data])), entries });
    }
    if (isCollection(node)) {
      const items = node.items.map((item, at) => toWritten(item as Node, { ...begin, name: String(at) }));
      return here({ data: items.map(({ data }) => data), items });
    }
    return here(isScalar(node) ? { data: node.value, text: node.source } : { data: null });
  };

  const start = root!.contents?.range[0] ?? 0;
  const document = toWritten(root!.contents, { start, keyStart: start, name: '' });
  return { document: diagnostics.some(({ code }) => code === 'ruleset.syntax') ? null : document, diagnostics };
};
