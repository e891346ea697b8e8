import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RulesetDocuments } from './to-ruleset.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The package's own folder, found from `src/` as well as from the bundle in `dist/`. */
const packageRoot = (folder = here): string => {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'rules'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`no package.json beside a rules folder above ${here}`);
  return packageRoot(above);
};

export const bundledFolder = (id: string): string => join(packageRoot(), 'rules', id);

/** A schema that the package publishes, by the first part of its name. */
export const publishedSchema = (name: string): string => join(packageRoot(), 'rules', 'schema', `${name}.schema.json`);

/** The ids of the rulesets that come with the package, in code-point order. */
export const bundledIds = (): readonly string[] =>
  readdirSync(join(packageRoot(), 'rules'))
    .filter((id) => existsSync(join(bundledFolder(id), 'ruleset.yaml')))
    .sort();

export const isBundled = (where: string): boolean =>
  /^[a-z][a-z0-9-]*$/.test(where) && existsSync(join(bundledFolder(where), 'ruleset.yaml'));

/** A bundled ruleset as the build has checked it; null when running from source. */
export const bundledDocuments = (id: string): RulesetDocuments | null => {
  const root = packageRoot();
  const path = join(root, 'dist', 'rulesets', `${id}.json`);
  if (relative(root, here).split(sep)[0] !== 'dist' || !existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8'));
};
