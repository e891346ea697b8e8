import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml';

export type { Alias, Node, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
export { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';

export const DEPTH_LIMIT = 64;
/** Keys and list items: the tree takes one or two kB for each. */
export const ENTRY_LIMIT = 700_000;
/** What an entry begins with; two commas of a flow collection stand for one, as each key there has a colon too. */
const ENTRY_WEIGHTS: ReadonlyMap<string, number> = new Map([
  [':', 1],
  ['-', 1],
  ['?', 1],
  ['---', 1],
  [',', 0.5],
]);
const COLLECTIONS = new Set(['block-map', 'block-seq', 'flow-collection']);

type YamlLimit = 'depth' | 'entries';

export type YamlDocument = Document.Parsed;

export interface ParsedYaml {
  /** None where a limit is passed. */
  readonly documents: readonly YamlDocument[];
  /** Which limit is passed first, and where. */
  readonly over: { readonly limit: YamlLimit; readonly at: number } | null;
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
  const over = (limit: YamlLimit, lexeme: string): ParsedYaml => ({
    documents: [],
    over: { limit, at: parser.offset - lexeme.length },
    placeAt,
  });
  const tokens = [];
  let entries = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    entries += ENTRY_WEIGHTS.get(lexeme) ?? 0;
    if (entries > ENTRY_LIMIT) return over('entries', lexeme);
    if (parser.stack.length <= DEPTH_LIMIT) continue;
    const depth = parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length;
    if (depth > DEPTH_LIMIT) return over('depth', lexeme);
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, keepSourceTokens: false });
  const documents = [...composer.compose(tokens, true, text.length)] as YamlDocument[];
  return { documents, over: null, placeAt };
};

const BY_CODE = new Map([
  ['MISSING_CHAR', 'open'],
  ['UNEXPECTED_TOKEN', 'unexpected'],
  ['BLOCK_IN_FLOW', 'unexpected'],
  ['BAD_INDENT', 'indentation'],
  ['TAB_AS_INDENT', 'tab'],
] as const);

export type SyntaxFault = 'open' | 'unexpected' | 'indentation' | 'tab' | 'alias' | 'other';

/** What an error code of the YAML parser is about. */
export const syntaxFault = (code: string): SyntaxFault =>
  (BY_CODE as ReadonlyMap<string, SyntaxFault>).get(code) ?? 'other';
