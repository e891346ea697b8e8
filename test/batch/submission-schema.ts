import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaFile } from '../plan/plan-schema.ts';

let validate: ValidateFunction | undefined;

/** Throws unless each line is JSON as the published schema describes it; returns what the lines hold. */
export const assertLines = (text: string): Record<string, unknown>[] => {
  validate ??= new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false }).compile(
    schemaFile('submission'),
  );
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const submission: Record<string, unknown> = JSON.parse(line);
      if (!validate!(submission)) throw new Error(`${line}\n${JSON.stringify(validate!.errors, null, 1)}`);
      return submission;
    });
};
