import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { codeCacheOf, loadProgram } from '../../bin/load-program.js';
import { bundle } from './bundle.js';

/**
 * Reads and checks every ruleset of `rules/` and writes it as plain data: `dist/rulesets/<id>.json`. What reads them is
 * TypeScript and goes through the bundler, in a folder that is gone afterwards.
 */
const checkRulesets = async (root, dist) => {
  const work = join(dist, 'work');
  const of = (name) => join(root, 'src', `${name}.ts`);
  const input = {
    machine: of('intake/node/files'),
    load: of('ruleset/load-ruleset'),
    files: of('ruleset/ruleset-files'),
    read: of('ruleset/read-ruleset'),
  };
  try {
    await bundle(input, work, { minify: false });
    const load = (name) => import(pathToFileURL(join(work, `${name}.js`)).href);
    const { nodeFiles } = await load('machine');
    const { bundledIds } = await load('load');
    const { readRulesetFile } = await load('files');
    const { readRuleset } = await load('read');
    const files = nodeFiles();
    mkdirSync(join(dist, 'rulesets'));
    for (const id of bundledIds(files)) {
      const folder = join(files.bundled.rules, id);
      const documents = await readRuleset(files, folder, await readRulesetFile(files, folder, 'ruleset.yaml'));
      if ('diagnostics' in documents) throw new Error(`${folder}: ${JSON.stringify(documents.diagnostics)}`);
      writeFileSync(join(dist, 'rulesets', `${id}.json`), JSON.stringify(documents));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** Makes `dist/`: the bundle, its declarations, the rulesets, the licences of what is bundled, the code cache. */
const build = async (root) => {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  // Each face of its own: what they share would be one more file to load at every start.
  const chunks = [
    ...(await bundle({ cli: join(root, 'src/commands/main.ts') }, dist, { format: 'cjs' })),
    ...(await bundle({ index: join(root, 'src/index.ts') }, dist, { entry: 'strict' })),
  ];
  await checkRulesets(root, dist);
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), licencesOf(chunks));
  await declareTypes(root, dist);
  await writeCodeCache(join(dist, 'cli.cjs'), join(root, 'samples/yantian-2012'));
};

const PACKAGE_FOLDER = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The licences of every package that went into the bundle, as one text. */
const licencesOf = (chunks) => {
  const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules));
  const folders = new Set(modules.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[1] ?? []));
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `The bundled code contains these packages.\n\n${entries.sort().join(`\n${'-'.repeat(80)}\n\n`)}`;
};

/** One file for all that the library exports: no other part of `src/` is to be seen. */
const declareTypes = async (root, dist) => {
  const { resolve } = createRequire(import.meta.url);
  const tsc = join(dirname(resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', join(root, 'src/build/tsconfig.types.json')], { stdio: 'inherit' });
  const types = join(dist, 'types');
  const build = await rolldown({
    input: join(types, 'index.d.ts'),
    external: /^node:/,
    plugins: [dts({ dtsInput: true, tsconfig: false })],
  });
  await build.write({ dir: dist });
  await build.close();
  rmSync(types, { recursive: true });
};

/** What V8 has compiled once the program has judged a sample, so that a start need not compile it again. */
const writeCodeCache = async (program, sample) => {
  const { script, exports } = loadProgram(program);
  const nowhere = new PassThrough().resume();
  await exports.main(['assess', sample], { ...exports.processIo('0.0.0'), stdout: nowhere, stderr: nowhere });
  writeFileSync(codeCacheOf(program), script.createCachedData());
};

await build(fileURLToPath(new URL('../..', import.meta.url)));
