import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export const schemaFile = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../rules/schema/${name}.schema.json`, import.meta.url), 'utf8'));

let validate: ValidateFunction | undefined;

/** Throws unless the text is a JSON plan as the published schema describes it; returns what it holds. */
export const assertPlan = (json: string): Record<string, unknown> => {
  validate ??= new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
    schemaFile('plan'),
  );
  const plan: Record<string, unknown> = JSON.parse(json);
  if (!validate(plan)) throw new Error(`not a plan: ${JSON.stringify(validate.errors, null, 1)}`);
  return plan;
};
