import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaFile } from '../plan/plan-schema.ts';

let validate: ValidateFunction | undefined;

/** Throws unless the text is a draw, a judgement or a list of targets as the published schema describes it. */
export const assertSample = (json: string): Record<string, unknown> => {
  validate ??= new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
    schemaFile('sample'),
  );
  const document: Record<string, unknown> = JSON.parse(json);
  if (!validate(document)) throw new Error(`not a sample: ${JSON.stringify(validate.errors?.slice(0, 5), null, 1)}`);
  return document;
};
