import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { Files } from '../intake/source.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { type HeldTable, holdTable } from './held-table.ts';

const UNHEARD = { signal: undefined, onSize: () => {}, onBytes: () => {} };

export interface OpenedFile {
  /** As the PATH arguments show it. */
  readonly shown: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly tables: readonly HeldTable[];
}

/** The inputs as intake opens them, each with its tables. */
export const openTables = async (paths: readonly string[], ruleset: Ruleset, files?: Files): Promise<OpenedFile[]> => {
  const opened = await openInputs(
    { paths, ...(files && { files }) },
    { encoding: null },
    ruleset,
    new Diagnostics(),
    UNHEARD,
  );
  try {
    const tables = await Promise.all(opened.tables.map(holdTable));
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

/** Bytes as a file that stands at every path. */
const oneFile = (files: Files, bytes: Uint8Array): Files => ({
  ...files,
  kindOf: () => 'file',
  open: async () => files.fromBytes(bytes),
  readText: () => null,
  realPath: (path) => path,
});

/** The tables of bytes as if they stood in the file `like`; `table` where it is known which one they are. */
export const tablesOf = async (
  files: Files,
  bytes: Uint8Array,
  like: string,
  table: TableName | null,
  ruleset: Ruleset,
): Promise<readonly HeldTable[]> => {
  const path = table === null ? like : `${table}=${like}`;
  return (await openTables([path], ruleset, oneFile(files, bytes)))[0]?.tables ?? [];
};
