import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';
import { compileRulesets } from './compile-rulesets.js';
import { thirdPartyLicenses } from './third-party-licenses.js';

/** Makes `dist/`: the bundle, its declarations, the compiled rulesets, the licences of what is bundled, the code cache. */
const build = async (root) => {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  // Each face of its own: what they share would be one more file to load at every start.
  const chunks = [
    ...(await bundle({ cli: join(root, 'src/commands/main.ts') }, dist, { format: 'cjs' })),
    ...(await bundle({ index: join(root, 'src/index.ts') }, dist, { entry: 'strict' })),
  ];
  const rulesetChunks = await compileRulesets(root, dist);
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), thirdPartyLicenses([...chunks, ...rulesetChunks]));
  declareTypes(root);
  execFileSync(process.execPath, [join(root, 'src/build/write-code-cache.js')], { stdio: 'inherit' });
};

const declareTypes = (root) => {
  const { resolve } = createRequire(import.meta.url);
  const tsc = join(dirname(resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', join(root, 'src/build/tsconfig.types.json')], { stdio: 'inherit' });
};

await build(fileURLToPath(new URL('../..', import.meta.url)));
