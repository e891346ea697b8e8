import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
} from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import { SYNTAX_HINTS } from '../diagnostics/nouns.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { parentOf, pointerTo, type SourceDocument, type SourceFile } from './source-file.ts';
import { syntaxHint } from './syntax-hint.ts';

const DEPTH_LIMIT = 64;
const ALIAS_LIMIT = 100;

interface Read {
  readonly document: SourceDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text nested too deep begins here. The composer of yaml recurses and would take the process down; its parser does not. */
const tooDeepAt = (text: string): number | null => {
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > DEPTH_LIMIT) return offset;
    // The lexer marks documents, flow ends and scalars with single control characters that are not in the text.
    if (!/^[\u0002\u0018\u001f]$/.test(lexeme)) offset += lexeme.length;
  }
  return null;
};

/** Reads YAML 1.2, and so JSON, into plain data; every fault of the text itself at once, with its place. */
export const readYaml = ({ name, bytes }: SourceFile): Read => {
  const diagnostics: Diagnostic[] = [];
  const lines = new LineCounter();
  lines.addNewLine(0);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path: name, line, column: col };
  };
  const fault = (offset: number, cause: string, hint: Text = SYNTAX_HINTS.other): void => {
    diagnostics.push(diagnose('ruleset.syntax', { hint, cause }, { place: placeAt(offset) }));
  };

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    fault(0, 'UTF-8', SYNTAX_HINTS.encoding);
    return { document: null, diagnostics };
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const deep = tooDeepAt(text);
  if (deep !== null) {
    fault(deep, `nesting > ${DEPTH_LIMIT}`);
    return { document: null, diagnostics };
  }

  const root = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  for (const { pos, message, code } of [...root.errors, ...root.warnings]) fault(pos[0], message, syntaxHint(code));
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
      if (aliases === ALIAS_LIMIT + 1) fault(start, `aliases > ${ALIAS_LIMIT}`);
      if (aliases > ALIAS_LIMIT) return null;
      const target = node.resolve(root as Document);
      if (target === undefined) fault(start, `*${node.source}`);
      return target === undefined ? null : toData(target, pointer, start);
    }
    if (isMap(node)) {
      const entries: [string, unknown][] = [];
      for (const pair of node.items) {
        const key = pair.key as Node;
        const at = key?.range?.[0] ?? start;
        if (!isScalar(key)) {
          fault(at, 'complex key');
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

  const data = toData(root.contents, '', 0);
  if (diagnostics.some(({ code }) => code === 'ruleset.syntax')) return { document: null, diagnostics };
  const nearest = (positions: ReadonlyMap<string, number>, pointer: string): number => {
    const found = positions.get(pointer);
    if (found !== undefined) return found;
    return pointer === '' ? (values.get('') ?? 0) : nearest(positions, parentOf(pointer));
  };
  return {
    diagnostics,
    document: {
      name,
      data,
      placeOf: (pointer) => placeAt(nearest(values, pointer)),
      keyPlaceOf: (pointer) => placeAt(nearest(keys, pointer)),
      textOf: (pointer) => texts.get(pointer) ?? null,
    },
  };
};
