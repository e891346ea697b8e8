import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { FORMATS } from './keywords/format.ts';
import { VOCABULARY } from './keywords/vocabulary.ts';
import { RECORD_SCHEMA } from './record-schema.ts';
import { RULESET_SCHEMA } from './ruleset-schema.ts';

/** An ajv that speaks the dialect: its keywords, its formats, and the meta-schemas of rulesets and records. */
export const createAjv = (options: Options = {}): Ajv2020 => {
  // `strict: true` would also refuse conditions written without `type`.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, ...options });
  // ajv keeps `id` only to say that draft 4 is not supported.
  ajv.removeKeyword('id');
  for (const { keyword, schema, judge } of VOCABULARY) {
    // The metaSchema of a keyword cannot point into the shared definitions; the published schemas check those.
    const selfContained = !JSON.stringify(schema).includes('"$ref"');
    ajv.addKeyword({ keyword, ...judge, ...(selfContained ? { metaSchema: schema } : {}) });
  }
  for (const [name, pattern] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
  ajv.addMetaSchema(RULESET_SCHEMA);
  ajv.addMetaSchema(RECORD_SCHEMA);
  return ajv;
};
