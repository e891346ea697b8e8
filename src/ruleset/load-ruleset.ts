import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { isUnopened } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import {
  bundledDocuments,
  bundledFolder,
  bundledIds,
  hashFiles,
  isBundled,
  readRulesetFile,
  type SourceFile,
} from './ruleset-files.ts';
import { type RulesetDocuments, toRuleset } from './to-ruleset.ts';

export type LoadedRuleset =
  | { readonly ruleset: Ruleset }
  | {
      readonly refusal: 'input' | 'ruleset';
      readonly diagnostics: readonly Diagnostic[];
      /** The folder of the ruleset as it was given, with `/`; null where there is none. */
      readonly folder: string | null;
    };

const MAIN_FILES = ['ruleset.yaml', 'ruleset.yml', 'ruleset.json'];

const DEFAULT_RULESET = 'yantian-2011';

/**
 * Loads a bundled ruleset by its id, that of Yantian by default, or one from a folder or a file. A bundled one is taken
 * as the build has checked it, as long as that was made from the files beside it; ajv and yaml are imported only for
 * the others.
 */
export const loadRuleset = async (
  where = DEFAULT_RULESET,
  checked: (id: string) => RulesetDocuments | null = bundledDocuments,
): Promise<LoadedRuleset> => {
  const path = isBundled(where) ? bundledFolder(where) : where;
  if (path !== where) {
    const documents = checked(where);
    if (documents !== null && isFresh(path, documents)) return { ruleset: toRuleset(documents) };
  }
  const main = findMain(path);
  if (main === null) return refuse([diagnose('ruleset.not-found', { ruleset: where, known: bundledIds() })], null);

  const folder = dirname(main);
  let file: SourceFile;
  try {
    file = readRulesetFile(folder, basename(main));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refuse([diagnose('ruleset.unreadable', { path: basename(main), cause: code ?? message })], folder);
  }
  const { readRuleset } = await import('./read-ruleset.ts');
  const read = readRuleset(folder, file);
  return 'diagnostics' in read ? refuse(read.diagnostics, folder) : { ruleset: toRuleset(read) };
};

const refuse = (diagnostics: readonly Diagnostic[], folder: string | null): LoadedRuleset => ({
  refusal: diagnostics.every(isUnopened) ? 'input' : 'ruleset',
  diagnostics,
  folder: folder?.split(sep).join('/') ?? null,
});

const findMain = (path: string): string | null => {
  if (!existsSync(path)) return null;
  if (!statSync(path).isDirectory()) return path;
  return MAIN_FILES.map((name) => join(path, name)).find((candidate) => existsSync(candidate)) ?? null;
};

const isFresh = (folder: string, { files, sha256 }: RulesetDocuments): boolean => {
  try {
    return hashFiles(files.map((name) => readRulesetFile(folder, name))) === sha256;
  } catch {
    // A file that is gone makes it stale; reading the files says what is wrong.
    return false;
  }
};
