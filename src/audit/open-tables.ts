import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { freezeTables } from './freeze-tables.ts';

const UNHEARD = { signal: undefined, onSize: () => {}, onBytes: () => {} };

export interface OpenedFile {
  /** As the PATH arguments show it. */
  readonly shown: string;
  readonly sha256: string;
  readonly encoding: string;
  /** In memory. */
  readonly tables: readonly OpenTable[];
}

/** The inputs as intake opens them, each with its tables. */
export const openTables = async (paths: readonly string[], ruleset: Ruleset): Promise<OpenedFile[]> => {
  const opened = await openInputs({ paths }, { encoding: null }, ruleset, new Diagnostics(), UNHEARD);
  try {
    const tables = await freezeTables(opened.tables);
    return opened.inputs.map(({ shown, sha256, encoding }, at) => ({
      shown,
      sha256,
      encoding,
      tables: tables.filter(({ input }) => input === at),
    }));
  } finally {
    opened.close();
  }
};

/** The tables of bytes as if they stood in the file `like`; `table` where it is known which one they are. */
export const tablesOf = async (
  bytes: Buffer,
  like: string,
  table: TableName | null,
  ruleset: Ruleset,
): Promise<readonly OpenTable[]> => {
  const folder = mkdtempSync(join(tmpdir(), `streetcheck-${randomBytes(3).toString('hex')}`));
  try {
    const file = join(folder, basename(like));
    writeFileSync(file, bytes);
    return (await openTables([table === null ? file : `${table}=${file}`], ruleset))[0]?.tables ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
