import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { isUnopened } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { bundledFolder, bundledIds, compiledRuleset, isBundled } from './bundled-rulesets.ts';
import { hydrateRuleset } from './hydrate-ruleset.ts';
import { hashFiles, readRulesetFile } from './ruleset-files.ts';
import type { CompiledRuleset } from './ruleset-plan.ts';
import type { SourceFile } from './source-file.ts';

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
 * Loads a bundled ruleset by its id, that of Yantian by default, or one from a folder or a file. A bundled one is taken in its compiled form
 * as long as that was made from the files beside it; ajv and yaml are imported only for the others.
 */
export const loadRuleset = async (
  where = DEFAULT_RULESET,
  compiledFor: (id: string) => CompiledRuleset | null = compiledRuleset,
): Promise<LoadedRuleset> => {
  const path = isBundled(where) ? bundledFolder(where) : where;
  if (path !== where) {
    const compiled = compiledFor(where);
    if (compiled !== null && isFresh(path, compiled)) return { ruleset: hydrateRuleset(compiled) };
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
  const { compileRuleset } = await import('./compile-ruleset.ts');
  const compiled = compileRuleset(folder, file);
  return 'diagnostics' in compiled ? refuse(compiled.diagnostics, folder) : { ruleset: hydrateRuleset(compiled) };
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

const isFresh = (folder: string, { files, sha256 }: CompiledRuleset): boolean => {
  try {
    return hashFiles(files.map((name) => readRulesetFile(folder, name))) === sha256;
  } catch {
    // A file that is gone makes the compiled form stale; compiling from the files says what is wrong.
    return false;
  }
};
