import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml';

export { type Alias, isAlias, isCollection, isMap, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';

export const DEPTH_LIMIT = 64;
const COLLECTIONS = new Set(['block-map', 'block-seq', 'flow-collection']);

export type YamlDocument = Document.Parsed;

export interface ParsedYaml {
  /** None where the nesting is too deep. */
  readonly documents: readonly YamlDocument[];
  /** Where the nesting passes the limit. */
  readonly tooDeepAt: number | null;
  /** Line and column of an offset, both from 1. */
  placeAt(offset: number): { readonly line: number; readonly column: number };
}

/**
 * YAML 1.2, and so JSON, as the documents of the package, their errors in them; keys given twice are left to the
 * reader. The composer recurses and would take the process down, the parser does not: the nesting is measured between.
 */
export const parseYaml = (text: string): ParsedYaml => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length <= DEPTH_LIMIT) continue;
    const depth = parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length;
    if (depth > DEPTH_LIMIT) return { documents: [], tooDeepAt: parser.offset - lexeme.length, placeAt };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, keepSourceTokens: false });
  const documents = [...composer.compose(tokens, true, text.length)] as YamlDocument[];
  return { documents, tooDeepAt: null, placeAt };
};
