import type { AssessRequest } from '../assess.ts';
import { nameOf } from '../intake/source.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { AuditError, type AuditedFiles } from './audited-files.ts';
import { type CellRef, type HeldTable, type OpenedFile, tablesOf } from './held-tables.ts';
import {
  type Begin,
  type Findings,
  type Journal,
  journalOf,
  openJournal,
  packed,
  replay,
  unpacked,
} from './journal.ts';

export interface AuditRequest extends Pick<AssessRequest, 'paths' | 'rules' | 'year' | 'subjects' | 'signal'> {
  /** Default: those of this machine. */
  readonly files?: AuditedFiles;
}

/** Who audits, and what time it is. */
export interface Auditor {
  readonly by: string;
  /** ISO 8601 with the offset of the place. */
  now(): string;
}

/** A file in audit: locked, its journal open. */
export interface AuditFile {
  readonly files: AuditedFiles;
  readonly shown: string;
  /** Links followed: what is written and what the journal lies beside. */
  readonly file: string;
  readonly encoding: string;
  /** Which table a sheet holds. */
  readonly table: TableName | null;
  /** As the file was when its audit began, and as the answers are about. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly tables: readonly HeldTable[];
  readonly journal: Journal;
  readonly findings: Findings;
  /** Answers of an earlier run that were taken up again. */
  readonly resumed: number;
  close(): void;
}

const assertOwn = ({ answers, skipped, remarks }: Findings, tables: readonly HeldTable[], journal: string): void => {
  const cells = [...answers.values(), ...skipped.values(), ...remarks];
  const isThere = ({ table, row }: CellRef): boolean =>
    tables.some((each) => each.table === table && each.locate(row).length > 0);
  if (!cells.every(isThere)) throw new AuditError({ kind: 'other-file', journal });
};

/** A file beside an audited one, in the way that one was given on the command line. */
export const shownBeside = ({ files, shown, file }: AuditFile, other: string): string => {
  const folder = files.folderOf(shown);
  return files.realPath(folder) === files.folderOf(file) ? files.join(folder, nameOf(files, other)) : other;
};

type Opening = Omit<AuditFile, 'findings' | 'resumed' | 'close'>;

const begin = ({ files, file, bytes, journal, sha256 }: Opening, ruleset: Ruleset, { by, now }: Auditor): void => {
  const { id, version, sha256: ofRuleset } = ruleset;
  journal.append({
    kind: 'begin',
    version: 1,
    at: now(),
    by,
    file: nameOf(files, file),
    sha256,
    ruleset: { id, version, sha256: ofRuleset },
    base: packed(bytes),
  });
};

/** Whether the run was killed between writing the file and saying so. */
const wasWritten = ({ open }: Journal, sha256: string): boolean =>
  open.some((entry) => entry.kind === 'writing' && entry.sha256 === sha256);

const resume = async (
  files: AuditedFiles,
  opened: OpenedFile,
  file: string,
  journal: Journal,
  ruleset: Ruleset,
  auditor: Auditor,
): Promise<Omit<AuditFile, 'close'>> => {
  const { shown, tables, encoding } = opened;
  const bytes = files.read(file);
  const sha256 = files.sha256(bytes);
  const sheet = tables.length === 1 && tables[0]!.isSheet ? tables[0]!.table : null;
  const fresh: Opening = { files, shown, file, encoding, table: sheet, bytes, sha256, tables, journal };
  const [first] = journal.open as readonly [Begin?];
  const findings = replay(journal.open);
  const { answers, skipped, remarks } = findings;
  const isBegun = answers.size + skipped.size + remarks.length > 0;
  const isSame = first?.ruleset.sha256 === ruleset.sha256;
  if (first !== undefined && wasWritten(journal, sha256)) {
    journal.append({ kind: 'written', at: auditor.now(), by: auditor.by, file: nameOf(files, file), sha256 });
  } else if (first !== undefined && (first.sha256 === sha256 ? isBegun || isSame : answers.size > 0)) {
    if (!isSame) {
      const begun = `${first.ruleset.id} ${first.ruleset.version}`;
      throw new AuditError({ kind: 'other-ruleset', journal: journal.path, ruleset: begun });
    }
    const kept = { ...fresh, findings, resumed: answers.size };
    if (first.sha256 === sha256) {
      assertOwn(findings, tables, journal.path);
      return kept;
    }
    const base = unpacked(first.base);
    const before = await tablesOf(files, base, file, sheet, ruleset);
    assertOwn(findings, before, journal.path);
    const { input, path } = tables[0]!;
    return { ...kept, bytes: base, sha256: first.sha256, tables: before.map((table) => ({ ...table, input, path })) };
  }
  begin(fresh, ruleset, auditor);
  return { ...fresh, findings: replay([]), resumed: 0 };
};

/**
 * Locks a file, opens its journal and takes up what an audit that is not over yet has found. Throws
 * `AuditError`, or the file system's error.
 */
export const openAuditFile = async (
  files: AuditedFiles,
  opened: OpenedFile,
  ruleset: Ruleset,
  auditor: Auditor,
): Promise<AuditFile> => {
  const file = files.realPath(opened.shown);
  const unlock = files.lock(file);
  let journal: Journal | undefined;
  const close = () => {
    journal?.close();
    unlock();
  };
  try {
    journal = openJournal(files, journalOf(file));
    return { ...(await resume(files, opened, file, journal, ruleset, auditor)), close };
  } catch (error) {
    close();
    throw error;
  }
};
