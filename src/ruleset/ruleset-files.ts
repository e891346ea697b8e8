import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RulesetDocuments } from './to-ruleset.ts';

/** A file of a ruleset: its name relative to the ruleset's folder, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SIZE_LIMIT = 1 << 20;

/** Reads a file of a ruleset; throws where it is no file or beyond 1 MiB. */
export const readRulesetFile = (folder: string, name: string): SourceFile => {
  const path = join(folder, name);
  const found = statSync(path);
  if (!found.isFile()) throw new Error(`not a file: ${name}`);
  if (found.size > SIZE_LIMIT) throw new Error(`${name} > ${SIZE_LIMIT} B`);
  return { name, bytes: readFileSync(path) };
};

/** Whether a file name in a ruleset leads out of its folder: absolute, by `..`, or through a symbolic link. */
export const leavesFolder = (folder: string, name: string): boolean => {
  if (/[\\:\0]/.test(name) || isAbsolute(name) || name.split('/').includes('..')) return true;
  let inside: string;
  try {
    inside = relative(realpathSync(folder), realpathSync(join(folder, name)));
  } catch {
    // What is not there leads nowhere; reading it says so.
    return false;
  }
  return isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
};

/** Over (name, length, bytes) of each file, ordered by name. */
export const hashFiles = (files: readonly SourceFile[]): string => {
  const hash = createHash('sha256');
  const ordered = [...files].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  for (const { name, bytes } of ordered) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
};

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
