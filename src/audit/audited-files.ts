import type { Files } from '../intake/source.ts';

/** A file of lines, to which more are added. */
export interface LineFile {
  /** What it held when it was opened. */
  readonly text: string;
  append(text: string): void;
  close(): void;
}

/** The files of an audit, which writes some. What was written is on disk on return; throws as the file system does. */
export interface AuditedFiles extends Files {
  read(file: string): Uint8Array;
  /** Keeps other audits from a file until what it returns is called. Throws `AuditError`, and where it cannot be written to. */
  lock(file: string): () => void;
  /** Begins one where there is none. */
  openLines(file: string): LineFile;
  remove(file: string): void;
  /** Throws where a file is there already. */
  create(file: string, bytes: Uint8Array): void;
  /** Puts `bytes` in place of a file in one step, if that `isStill` what it was when they are ready to; says whether it did. */
  replace(file: string, bytes: Uint8Array, isStill: () => boolean): boolean;
}

/** The one way from here to a machine, where nobody hands in files. */
export const auditedFilesOf = async (files: AuditedFiles | undefined): Promise<AuditedFiles> =>
  files ?? (await import('./node/audited-files.ts')).nodeAuditedFiles();
