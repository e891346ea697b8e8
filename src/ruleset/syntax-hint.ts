import { SYNTAX_HINTS } from '../diagnostics/nouns.ts';
import type { Text } from '../model/text.ts';

const BY_CODE = new Map<string, keyof typeof SYNTAX_HINTS>([
  ['MISSING_CHAR', 'open'],
  ['UNEXPECTED_TOKEN', 'unexpected'],
  ['BLOCK_IN_FLOW', 'unexpected'],
  ['BAD_INDENT', 'indentation'],
  ['TAB_AS_INDENT', 'tab'],
]);

/** In plain words what an error code of the YAML parser means. */
export const syntaxHint = (code: string): Text => SYNTAX_HINTS[BY_CODE.get(code) ?? 'other'];
