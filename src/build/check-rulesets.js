import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.js';

/**
 * Reads and checks every ruleset of `rules/` and writes it as plain data: `dist/rulesets/<id>.json`. What reads them is
 * TypeScript and goes through the bundler, in a folder that is gone afterwards.
 */
export const checkRulesets = async (root, dist) => {
  const work = join(dist, 'work');
  const of = (name) => join(root, 'src/ruleset', `${name}.ts`);
  const input = { files: of('ruleset-files'), read: of('read-ruleset') };
  try {
    await bundle(input, work, { minify: false });
    const load = (name) => import(pathToFileURL(join(work, `${name}.js`)).href);
    const { bundledFolder, bundledIds, readRulesetFile } = await load('files');
    const { readRuleset } = await load('read');
    mkdirSync(join(dist, 'rulesets'));
    for (const id of bundledIds()) {
      const folder = bundledFolder(id);
      const documents = readRuleset(folder, readRulesetFile(folder, 'ruleset.yaml'));
      if ('diagnostics' in documents) throw new Error(`${folder}: ${JSON.stringify(documents.diagnostics)}`);
      writeFileSync(join(dist, 'rulesets', `${id}.json`), JSON.stringify(documents));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
