import { realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OutputError, UsageError } from '../../cli/errors.ts';
import { isNamed, outputOf, type Target } from '../../cli/pair-outputs.ts';
import { finalFile } from '../../cli/sinks.ts';
import type { Words } from '../../cli/words.ts';
import { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { findInputs, splitTable } from '../../intake/find-inputs.ts';
import { nodeFiles } from '../../intake/node/files.ts';
import { isReportFile, type Submission } from '../find-submissions.ts';

/** Of a folder the real path; of files, and of what is not there, nothing. */
const folderOf = ({ path }: Submission, tables: readonly string[]): string | null => {
  try {
    const real = realpathSync(splitTable(path, tables).path);
    return statSync(real).isDirectory() ? real : null;
  } catch {
    return null;
  }
};

const inputsOf = (path: string, tables: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    findInputs(nodeFiles(), [path], tables, new Diagnostics()).flatMap(({ file }) =>
      file === null ? [] : [finalFile(file)],
    ),
  );

/** The folders that hold a file, from the inmost. */
function* foldersAround(file: string): Iterable<string> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}

/**
 * Refuses a batch whose reports would overwrite each other or an input, or would be read with another submission:
 * before anything is written.
 */
export const refuseOutputs = async (
  targets: readonly Target[],
  submissions: readonly Submission[],
  tables: readonly string[],
  { usage }: Words,
): Promise<void> => {
  if (targets.every(({ output }) => output === null)) return;
  const owners = new Map<string, Submission>();
  const single = new Set<string>();
  for (const each of submissions) {
    const folder = folderOf(each, tables);
    if (folder !== null) owners.set(folder, each);
    else for (const file of await inputsOf(each.path, tables)) single.add(file);
  }
  const files = new Set<string>();

  const check = async (output: string, own: Submission | null): Promise<void> => {
    const file = await finalFile(output).catch((error: unknown) => {
      throw new OutputError(output, error);
    });
    if (files.has(file)) throw new UsageError(usage.outputTwice(output));
    files.add(file);
    if (single.has(file)) throw new UsageError(usage.outputIsInput(output));
    for (const folder of foldersAround(file)) {
      const owner = owners.get(folder);
      if (owner === undefined) continue;
      if (own !== null && owner !== own) throw new UsageError(usage.outputInOther(output, owner.path));
      // A report of an earlier run is overwritten, as nothing is read of it.
      const isInput = (await inputsOf(owner.path, tables)).includes(file) && !(await isReportFile(nodeFiles(), file));
      if (isInput) throw new UsageError(usage.outputIsInput(output));
    }
  };

  for (const target of targets) {
    if (target.output === null) continue;
    if (!isNamed(target)) await check(target.output, null);
    else for (const submission of submissions) await check(outputOf(target, submission.name), submission);
  }
};

/** Makes the folder of an output that has the name of a submission in it: nobody knows these names before. */
export const makeFolder = async (output: string): Promise<void> => {
  await mkdir(dirname(output), { recursive: true }).catch((error: unknown) => {
    throw new OutputError(output, error);
  });
};
