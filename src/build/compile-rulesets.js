import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.js';

/**
 * Compiles every ruleset of `rules/` into `dist/rulesets/<id>.cjs`. The compiler is TypeScript, and its output
 * requires parts of ajv: both go through the bundler, in a folder that is gone afterwards.
 */
export const compileRulesets = async (root, dist) => {
  const work = join(dist, 'work');
  try {
    const compiler = { rulesets: join(root, 'src/build/ruleset-compiler.js') };
    await bundle(compiler, work, { minify: false });
    const { bundledIds, compileStandalone } = await import(pathToFileURL(join(work, 'rulesets.js')).href);
    mkdirSync(join(work, 'compiled'));
    const inputs = bundledIds().map((id) => {
      const file = join(work, 'compiled', `${id}.js`);
      writeFileSync(file, compileStandalone(id));
      return [id, file];
    });
    return await bundle(Object.fromEntries(inputs), join(dist, 'rulesets'), { format: 'cjs' });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
