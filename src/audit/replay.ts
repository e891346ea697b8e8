import { refKey } from './cell-edit.ts';
import type { Answered, JournalEntry, Remark, Skipped } from './journal.ts';

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
