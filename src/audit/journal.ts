import { deflateSync, inflateSync } from 'fflate';
import { asciiOf } from '../intake/source.ts';
import { jsonLine } from '../model/json-line.ts';
import type { AuditedFiles } from './audited-files.ts';
import { type CellRef, refKey } from './held-tables.ts';

interface Entry {
  /** ISO 8601 with the offset of the place. */
  readonly at: string;
  readonly by: string;
}

/** The first line of an audit: what it is about, and the file as it was, so that nothing hangs on the file staying so. */
export interface Begin extends Entry {
  readonly kind: 'begin';
  readonly version: 1;
  readonly file: string;
  readonly sha256: string;
  readonly ruleset: { readonly id: string; readonly version: string; readonly sha256: string };
  /** The bytes of the file, deflated, as base64. */
  readonly base: string;
}

interface OfCell extends Entry, CellRef {
  readonly code: string | null;
  readonly name: string | null;
}

/** What was found on site for a cell. */
export interface Answered extends OfCell {
  readonly kind: 'answer';
  readonly heading: string;
  readonly old: string;
  readonly text: string;
}

/** A cell left as it is in the file; an answer given before does not count any more. */
interface Skipped extends OfCell {
  readonly kind: 'skip';
}

interface Remark extends OfCell {
  readonly kind: 'note' | 'evidence';
  readonly text: string;
}

/** The file is about to be, or was, written with the answers; or they were put into a copy. */
interface Outcome extends Entry {
  readonly kind: 'writing' | 'written' | 'copied';
  readonly sha256: string;
  readonly file: string;
}

export type JournalEntry = Begin | Answered | Skipped | Remark | Outcome;

export interface Journal {
  readonly path: string;
  /** Of the audit that is not over yet, its `begin` first; empty where there is none. */
  readonly open: readonly JournalEntry[];
  /** Lines that say nothing: cut short when a run was killed while it wrote them, or changed by hand. */
  readonly torn: number;
  /** On disk when it returns. */
  append(entry: JournalEntry): void;
  /** One that was begun here and says nothing goes away again. */
  close(): void;
}

/** Beside the file and visible: it is a record of the office, and goes where the file goes. */
export const journalOf = (file: string): string => `${file}.audit.jsonl`;

const KINDS: readonly unknown[] = ['begin', 'answer', 'skip', 'note', 'evidence', 'writing', 'written', 'copied'];
const OF_CELLS: readonly unknown[] = ['answer', 'skip', 'note', 'evidence'];

/** Whether a line is one that an audit writes: the file is open to every editor. */
const isEntry = (value: unknown): value is JournalEntry => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, at, by, table, row, field, text } = value as Record<string, unknown>;
  if (!KINDS.includes(kind) || typeof at !== 'string' || typeof by !== 'string') return false;
  if (!OF_CELLS.includes(kind)) return true;
  const isCell = typeof table === 'string' && Number.isInteger(row) && typeof field === 'string';
  return isCell && (kind === 'skip' || typeof text === 'string');
};

const isOver = ({ kind }: JournalEntry): boolean => kind === 'written' || kind === 'copied';

/** Bytes as a journal holds them. */
export const packed = (bytes: Uint8Array): string => btoa(asciiOf(deflateSync(bytes)));

export const unpacked = (text: string): Uint8Array =>
  inflateSync(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));

/** Opens the journal of a file, or begins one. Lines are only ever added. Throws the file system's error. */
export const openJournal = (files: AuditedFiles, path: string): Journal => {
  const lines = files.openLines(path);
  const { text } = lines;
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => jsonLine(line, isEntry));
  const known = entries.filter((entry) => entry !== null);
  const begun = known.findLastIndex(({ kind }) => kind === 'begin');
  const last = known.slice(Math.max(0, begun));
  let isTorn = text !== '' && !text.endsWith('\n');
  let saysNothing = text === '';
  return {
    path,
    open: begun < 0 || last.some(isOver) ? [] : last,
    torn: entries.length - known.length,
    append: (entry) => {
      lines.append(`${isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`);
      isTorn = false;
      if (entry.kind !== 'begin') saysNothing = false;
    },
    close: () => {
      lines.close();
      if (saysNothing) files.remove(path);
    },
  };
};

/** What an audit has come to so far. */
export interface Findings {
  /** By `refKey`, in the order of the first answer. */
  readonly answers: Map<string, Answered>;
  readonly skipped: Map<string, Skipped>;
  readonly remarks: Remark[];
}

/** Takes one more line of the journal: of two answers the later counts, and a skip takes an answer back. */
export const take = ({ answers, skipped, remarks }: Findings, entry: JournalEntry): void => {
  if (entry.kind === 'answer') {
    answers.set(refKey(entry), entry);
    skipped.delete(refKey(entry));
  } else if (entry.kind === 'skip') {
    answers.delete(refKey(entry));
    skipped.set(refKey(entry), entry);
  } else if (entry.kind === 'note' || entry.kind === 'evidence') remarks.push(entry);
};

export const replay = (entries: readonly JournalEntry[]): Findings => {
  const findings: Findings = { answers: new Map(), skipped: new Map(), remarks: [] };
  for (const entry of entries) take(findings, entry);
  return findings;
};
