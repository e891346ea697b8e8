import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const file = new URL('../../rules/schema/report.schema.json', import.meta.url);

let validate: ValidateFunction | undefined;

/** Throws unless the text is a JSON report as the published schema describes it; returns what it holds. */
export const assertReport = (json: string): Record<string, unknown> => {
  validate ??= new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const report: Record<string, unknown> = JSON.parse(json);
  const fits = validate(report) as boolean;
  if (!fits) throw new Error(`not a report: ${JSON.stringify(validate.errors, null, 1)}`);
  return report;
};
