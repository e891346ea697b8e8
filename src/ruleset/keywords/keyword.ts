import type { CodeKeywordDefinition } from 'ajv/dist/2020.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** One keyword of the dialect: the schema of its value and, where it judges, the code ajv generates for it. */
export interface Keyword {
  readonly keyword: string;
  readonly schema: JsonSchema;
  readonly judge?: Pick<CodeKeywordDefinition, 'type' | 'code'>;
}
