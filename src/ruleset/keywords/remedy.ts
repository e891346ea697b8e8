import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

export const remedy: Keyword = { keyword: 'remedy', schema: textSchema('What to do about a fail. 整改建议') };
