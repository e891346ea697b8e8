import type { Files } from '../intake/source.ts';
import type { Assessment } from '../model/assessment.ts';
import type { SheetCopy } from './copy-sheets.ts';

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

/** An edit that the file cannot take: its encoding has no bytes for the text, or its syntax no place for it. */
export class CannotEditError extends Error {
  readonly reason: 'encoding' | 'alias' | 'shape';

  constructor(reason: CannotEditError['reason']) {
    super(`cannot edit: ${reason}`);
    this.reason = reason;
  }
}

/** What keeps files from being audited. */
export type Obstacle =
  /** Not fit to be judged, or not there: what cannot be read is not audited. */
  | { readonly kind: 'refused'; readonly assessment: Assessment }
  | { readonly kind: 'too-large' }
  /** What could be audited instead of spreadsheets, whose cells cannot be changed in place, and as which paths. */
  | { readonly kind: 'spreadsheets'; readonly copies: readonly SheetCopy[]; readonly paths: readonly string[] }
  | { readonly kind: 'not-editable'; readonly file: string; readonly reason: CannotEditError['reason'] }
  /** Another audit has the file. */
  | { readonly kind: 'locked'; readonly lock: string; readonly pid: number; readonly host: string }
  /** The journal was begun under another ruleset, whose rows and labels may be others. */
  | { readonly kind: 'other-ruleset'; readonly journal: string; readonly ruleset: string }
  /** The journal is about cells that the file never had. */
  | { readonly kind: 'other-file'; readonly journal: string };

export class AuditError extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(`no audit: ${obstacle.kind}`);
    this.obstacle = obstacle;
  }
}
