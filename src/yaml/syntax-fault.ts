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
