import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { IsHeading } from '../intake/file-kind.ts';
import { knownHeadings } from '../intake/heading-index.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { Ruleset } from '../model/ruleset.ts';

/** What a folder is looked at with: which cells are headings, and whether the tables in it are those of one submission. */
export const tablesOfOne = (
  ruleset: Ruleset,
  { encoding = null, signal }: { readonly encoding?: string | null; readonly signal?: AbortSignal | undefined },
): readonly [IsHeading, (files: readonly string[]) => Promise<boolean>] => {
  const listeners = { signal, onSize: () => {}, onBytes: () => {} };
  const tablesIn = async (file: string): Promise<readonly string[]> => {
    const { tables, close } = await openInputs({ paths: [file] }, { encoding }, ruleset, new Diagnostics(), listeners);
    close();
    return tables.map(({ table }) => table);
  };
  return [
    knownHeadings(ruleset).has,
    async (files) => {
      const seen = new Set<string>();
      for (const file of files) {
        const tables = new Set(await tablesIn(file));
        // A workbook or a register in YAML says something by itself.
        if (tables.size > 1) return false;
        for (const table of tables) seen.add(table);
        if (seen.size > 1) return true;
      }
      return false;
    },
  ];
};
