import { readFileSync } from 'node:fs';
import { publishedSchema } from './bundled-rulesets.ts';
import { type CheckReportPart, compileCheck } from './check-report.ts';
import type { JsonSchema } from './keywords/keyword.ts';

/** Holds a saved draw against the published schema. */
export const compileDrawCheck = (): CheckReportPart => {
  const { $defs }: JsonSchema = JSON.parse(readFileSync(publishedSchema('sample'), 'utf8'));
  return compileCheck({ $ref: '#/$defs/draw', $defs });
};
