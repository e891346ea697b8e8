import { Diagnostics } from '../../src/diagnostics/diagnostics.ts';
import { openInputs } from '../../src/intake/open-inputs.ts';
import type { OpenTable } from '../../src/intake/open-table.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

export const bundledRuleset = async (): Promise<Ruleset> => {
  const loaded = await loadRuleset('yantian-2011');
  if ('refusal' in loaded) throw new Error('the bundled ruleset is refused');
  return loaded.ruleset;
};

/** The tables of a file as intake opens them; `use` gets them while the file is open. */
export const withTables = async <T>(
  file: string,
  ruleset: Ruleset,
  use: (tables: readonly OpenTable[]) => Promise<T>,
): Promise<T> => {
  const listeners = { signal: undefined, onSize: () => {}, onBytes: () => {} };
  const opened = await openInputs({ paths: [file] }, { encoding: null }, ruleset, new Diagnostics(), listeners);
  try {
    return await use(opened.tables);
  } finally {
    opened.close();
  }
};

/** Every row of every table, whatever it is. */
export const rowsOf = async (tables: readonly OpenTable[]): Promise<Record<string, string[][]>> => {
  const all: Record<string, string[][]> = {};
  for (const table of tables) {
    const rows: string[][] = [];
    for await (const batch of table.batches()) rows.push(...batch.rows.map((cells) => [...cells]));
    all[table.table] = [[...table.headings], ...rows];
  }
  return all;
};
