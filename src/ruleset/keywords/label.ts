import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

export const label: Keyword = { keyword: 'label', schema: textSchema('Its name for people. 名称') };
