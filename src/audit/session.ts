import { assess } from '../assess.ts';
import { openOrThrow } from '../intake/source.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldLabel } from '../model/fold.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { unguarded } from '../model/spreadsheet.ts';
import { type AuditFile, type Auditor, type AuditRequest, openAuditFile } from './audit-file.ts';
import { AuditError, type AuditedFiles, auditedFilesOf, CannotEditError } from './audited-files.ts';
import { pathsWithCopies, sheetCopies } from './copy-sheets.ts';
import { assertEditable, encoderOf } from './edit-file.ts';
import {
  evidenceField,
  type FileCell,
  headingOf,
  type OpenedFile,
  openTables,
  refKey,
  tableOf,
  textAt,
} from './held-tables.ts';
import { type JournalEntry, take } from './journal.ts';
import { type AnswerReading, type Question, readAnswer } from './questions.ts';
import { amendedTables, type Standings, standingOf, withAnswers } from './standing.ts';
import { isUnchanged } from './write-answers.ts';

export interface AuditSession extends Standings {
  readonly ruleset: Ruleset;
  readonly year: number | null;
  readonly files: readonly AuditFile[];
  /** The cells that earlier runs answered or skipped, as they did. */
  readonly earlier: readonly FileCell[];
  /** What was typed, as it would be written; or the encoding of the file, which cannot hold it. */
  read(question: Question, typed: string): AnswerReading | { readonly unencodable: string };
  /** The encoding of the file where it cannot hold a text that would be written into it; null where it can. */
  unencodable(question: Question, as: 'answer' | 'evidence' | 'note', text: string): string | null;
  /**
   * The error that an answer, or taking one back (null), would bring about beside the figures that stand: data with
   * errors is not judged, so that such an answer would spoil the file.
   */
  contradiction(question: Question, text: string | null): Promise<Diagnostic | null>;
  /** On disk when it returns, as are the others. */
  answer(question: Question, text: string): void;
  skip(question: Question): void;
  note(question: Question, text: string): void;
  /** Also written into the unit's own column of evidence, where its record schema has one. */
  evidence(question: Question, text: string): void;
  close(): void;
}

/** The cells that the journals of earlier runs answer or skip, in the order of time. */
const earlierCells = (files: readonly AuditFile[], ruleset: Ruleset): FileCell[] =>
  files
    .flatMap(({ journal, findings: { answers, skipped } }, file) =>
      journal.open
        .filter((entry) => entry.kind === 'answer' || entry.kind === 'skip')
        .filter((entry) => entry.field !== evidenceField(ruleset, entry.table))
        .filter((entry) => answers.has(refKey(entry)) || skipped.has(refKey(entry)))
        .map(({ at, table, row, field }) => ({ at: Date.parse(at), cell: { file, table, row, field } })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ cell }) => cell);

/** An audit of open files: what there is to ask, and what is done with the answers. */
const sessionOf = (
  request: AuditRequest,
  ruleset: Ruleset,
  year: number | null,
  files: readonly AuditFile[],
  { by, now }: Auditor,
): AuditSession => {
  const about = ({ table, row, field, code, name }: Question) => ({ at: now(), by, table, row, field, code, name });
  /** Of an answer, or of null, which takes one back. */
  const entryOf = (question: Question, text: string | null): JournalEntry => {
    const { heading, old } = question;
    return text === null
      ? { kind: 'skip', ...about(question) }
      : { kind: 'answer', ...about(question), heading, old, text };
  };
  const record = ({ file }: FileCell, entry: JournalEntry): void => {
    const { journal, findings } = files[file]!;
    journal.append(entry);
    take(findings, entry);
  };

  const unencodable: AuditSession['unencodable'] = (question, as, text) => {
    const isWritten = as === 'answer' || (as === 'evidence' && evidenceField(ruleset, question.table) !== undefined);
    const { encoding } = files[question.file]!;
    return isWritten && encoderOf(encoding)(text) === null ? encoding : null;
  };

  return {
    ruleset,
    year,
    files,
    earlier: earlierCells(files, ruleset),
    ...standingOf(request, files, ruleset),
    read: (question, typed) => {
      const reading = readAnswer(question, typed, ruleset);
      const encoding = 'text' in reading ? unencodable(question, 'answer', reading.text) : null;
      return encoding === null ? reading : { unencodable: encoding };
    },
    unencodable,
    contradiction: async (question, text) => {
      // A file that someone else has changed is told as changed.
      if (!files.every(isUnchanged)) return null;
      const asked = files.map((each, at) => {
        if (at !== question.file) return each;
        const findings = { ...each.findings, answers: new Map(each.findings.answers), skipped: new Map() };
        take(findings, entryOf(question, text));
        return { ...each, findings };
      });
      const diagnostics = await withAnswers(request, asked, ruleset, (submission) => submission.diagnostics);
      return diagnostics.find(({ severity }) => severity === 'error') ?? null;
    },
    answer: (question, text) => record(question, entryOf(question, text)),
    skip: (question) => record(question, entryOf(question, null)),
    note: (question, text) => record(question, { kind: 'note', ...about(question), text }),
    evidence: (question, text) => {
      record(question, { kind: 'evidence', ...about(question), text });
      const field = evidenceField(ruleset, question.table);
      if (field === undefined) return;
      const was = files[question.file]!.tables.find(({ table }) => table === question.table)!;
      const is = tableOf(amendedTables(files, ruleset), question);
      const known = unguarded(textAt(is, ruleset, question.row, field)).trim();
      const isBlank = ['', ...ruleset.unknowns].some((mark) => foldLabel(mark) === foldLabel(known));
      const old = textAt(was, ruleset, question.row, field);
      const cell = { ...question, field, heading: headingOf(was, ruleset, field), old };
      record(cell, entryOf(cell, isBlank ? text : `${known}；${text}`));
    },
    close: () => {
      for (const file of files) file.close();
    },
  };
};

/** All files together, in bytes: so much is held in memory. */
export const AUDIT_LIMIT = 8 << 20;

/** A pipe was read to its end and would be waited for again. */
const isPipe = (files: AuditedFiles, shown: string): boolean => files.kindOf(shown) !== 'file';

const sizeOf = async (files: AuditedFiles, { inputs }: Assessment): Promise<number> => {
  let size = 0;
  for (const { encoding, shown } of inputs) {
    if (encoding === 'xlsx' || isPipe(files, shown)) continue;
    const source = await openOrThrow(files, shown);
    size += source.size;
    source.close();
  }
  return size;
};

const assertAllEditable = async (
  files: AuditedFiles,
  opened: readonly OpenedFile[],
  ruleset: Ruleset,
): Promise<void> => {
  for (const { shown: file, tables } of opened) {
    if (isPipe(files, file)) throw new AuditError({ kind: 'not-editable', file, reason: 'shape' });
    try {
      await assertEditable(files.read(file), tables, ruleset);
    } catch (error) {
      if (!(error instanceof CannotEditError)) throw error;
      throw new AuditError({ kind: 'not-editable', file, reason: error.reason });
    }
  }
};

/**
 * Begins an audit of files that can be judged, or takes up one that is not over; `toAuditor` is asked once nothing
 * stands in the way. Throws `AuditError`, or the file system's error where locks and journals cannot be written.
 */
export const openSession = async (request: AuditRequest, toAuditor: () => Promise<Auditor>): Promise<AuditSession> => {
  const place = await auditedFilesOf(request.files);
  const assessment = await assess({ ...request, evidence: false });
  const { refusal, ruleset, unmatched, year } = assessment;
  if (refusal !== null || ruleset === null || unmatched.length > 0) {
    throw new AuditError({ kind: 'refused', assessment });
  }
  if ((await sizeOf(place, assessment)) > AUDIT_LIMIT) throw new AuditError({ kind: 'too-large' });
  const opened = await openTables(request.paths, ruleset, place);
  const copies = sheetCopies(place, opened);
  if (copies.length > 0) {
    const paths = pathsWithCopies(opened, copies);
    if (copies.every(({ isThere }) => isThere)) return await openSession({ ...request, paths }, toAuditor);
    throw new AuditError({ kind: 'spreadsheets', copies, paths });
  }
  await assertAllEditable(place, opened, ruleset);

  const auditor = await toAuditor();
  const files: AuditFile[] = [];
  try {
    for (const each of opened) files.push(await openAuditFile(place, each, ruleset, auditor));
    // The files themselves: a folder may get others meanwhile.
    return sessionOf({ ...request, paths: pathsWithCopies(opened, []) }, ruleset, year, files, auditor);
  } catch (error) {
    for (const file of files) file.close();
    throw error;
  }
};
