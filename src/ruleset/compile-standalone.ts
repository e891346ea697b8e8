import { join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { bundledFolder } from './bundled-rulesets.ts';
import { compileRuleset } from './compile-ruleset.ts';
import { createAjv } from './create-ajv.ts';
import { readRulesetFile } from './ruleset-files.ts';

/** The text of `dist/rulesets/<id>.cjs`: a bundled ruleset as a module that needs neither ajv nor yaml. Throws on errors. */
export const compileStandalone = (id: string): string => {
  const folder = bundledFolder(id);
  const compiled = compileRuleset(folder, readRulesetFile(folder, 'ruleset.yaml'));
  if ('diagnostics' in compiled)
    throw new Error(`${join(folder, 'ruleset.yaml')}: ${JSON.stringify(compiled.diagnostics)}`);

  const { files, sha256, plan, schemas } = compiled;
  const ajv = createAjv({ code: { source: true, esm: true }, messages: false });
  const names = schemas.map((schema, index) => {
    ajv.addSchema(schema, `schema${index}`);
    return `validator${index}`;
  });
  const code = standalone.default(ajv, Object.fromEntries(names.map((name, index) => [name, `schema${index}`])));
  return [
    code,
    `export const files = ${JSON.stringify(files)};`,
    `export const sha256 = ${JSON.stringify(sha256)};`,
    `export const plan = ${JSON.stringify(plan)};`,
    `export const validators = [${names.join(', ')}];`,
    '',
  ].join('\n');
};
