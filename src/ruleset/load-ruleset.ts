import { isUnopened } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { type Files, filesOf, kindAt, nameOf } from '../intake/source.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { causeOf, hashFiles, readRulesetFile, type SourceFile } from './ruleset-files.ts';
import { type RulesetDocuments, toRuleset } from './to-ruleset.ts';

export type LoadedRuleset =
  | { readonly ruleset: Ruleset }
  | {
      readonly refusal: 'input' | 'ruleset';
      readonly diagnostics: readonly Diagnostic[];
      /** The folder of the ruleset as it was given, with `/`; null where there is none. */
      readonly folder: string | null;
    };

const MAIN_FILES = ['ruleset.yaml', 'ruleset.yml', 'ruleset.json'] as const;

const DEFAULT_RULESET = 'yantian-2011';

/**
 * Loads a bundled ruleset by its id, that of Yantian by default, or one from a folder or a file of `given`, the machine's
 * by default. A bundled one is taken as the build has checked it, as long as that was made from the files beside it;
 * ajv and yaml are imported only for the others.
 */
export const loadRuleset = async (where = DEFAULT_RULESET, given?: Files): Promise<LoadedRuleset> => {
  const files = given ?? (await filesOf({}));
  const path = isBundled(files, where) ? files.join(files.bundled.rules, where) : where;
  const built = path === where ? null : builtDocuments(files, where);
  if (built !== null && (await isFresh(files, path, built))) return { ruleset: toRuleset(built) };
  const main = findMain(files, path);
  if (main === null) {
    return refuse([diagnose('ruleset.not-found', { ruleset: where, known: bundledIds(files) })], null);
  }
  const folder = files.folderOf(main);
  const shown = files.slashed(folder);
  const name = nameOf(files, main);
  let file: SourceFile;
  try {
    file = await readRulesetFile(files, folder, name);
  } catch (error) {
    return refuse([diagnose('ruleset.unreadable', { path: name, cause: causeOf(error) })], shown);
  }
  const { readRuleset } = await import('./read-ruleset.ts');
  const read = await readRuleset(files, folder, file);
  return 'diagnostics' in read ? refuse(read.diagnostics, shown) : { ruleset: toRuleset(read) };
};

const refuse = (diagnostics: readonly Diagnostic[], folder: string | null): LoadedRuleset => ({
  refusal: diagnostics.every(isUnopened) ? 'input' : 'ruleset',
  diagnostics,
  folder,
});

export const isBundled = (files: Files, where: string): boolean =>
  /^[a-z][a-z0-9-]*$/.test(where) &&
  kindAt(files, files.join(files.join(files.bundled.rules, where), MAIN_FILES[0])) === 'file';

/** The ids of the rulesets that come with the package, in code-point order. */
export const bundledIds = (files: Files): readonly string[] =>
  files
    .list(files.bundled.rules)
    .flatMap(({ name }) => (isBundled(files, name) ? [name] : []))
    .sort();

/** A bundled ruleset as the build has checked it; null where there was none. */
const builtDocuments = ({ bundled: { built }, join, readText }: Files, id: string): RulesetDocuments | null => {
  const text = built === null ? null : readText(join(built, `${id}.json`));
  return text === null ? null : JSON.parse(text);
};

const findMain = (files: Files, path: string): string | null => {
  const kind = kindAt(files, path);
  if (kind !== 'folder') return kind === null ? null : path;
  return MAIN_FILES.map((name) => files.join(path, name)).find((main) => kindAt(files, main) !== null) ?? null;
};

const isFresh = async (files: Files, folder: string, documents: RulesetDocuments): Promise<boolean> => {
  try {
    const read = await Promise.all(documents.files.map((name) => readRulesetFile(files, folder, name)));
    return hashFiles(files, read) === documents.sha256;
  } catch {
    // A file that is gone makes it stale; reading the files says what is wrong.
    return false;
  }
};
