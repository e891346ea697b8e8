import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

export const short: Keyword = {
  keyword: 'short',
  schema: textSchema('A label of at most eight columns, for the grid. 简称'),
};
