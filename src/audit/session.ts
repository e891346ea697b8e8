import type { Diagnostic } from '../model/diagnostic.ts';
import { foldLabel } from '../model/fold.ts';
import { unguarded } from '../model/formula.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { headingIn } from './amend-table.ts';
import type { AuditFile, Auditor, AuditRequest } from './audit-file.ts';
import { refKey } from './cell-edit.ts';
import { contradictionOf } from './contradiction.ts';
import { tableOf } from './describer.ts';
import { evidenceField } from './evidence.ts';
import type { Answered, JournalEntry, Skipped } from './journal.ts';
import type { Question } from './question.ts';
import { type AnswerReading, readAnswer } from './question.ts';
import { take } from './replay.ts';
import { type FileCell, textAt } from './rows.ts';
import { amendedTables, type Standings, standingOf } from './standing.ts';
import { encoderOf } from './text-encoder.ts';

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
  /** The error that an answer, or taking one back (null), would bring about beside the figures that stand. */
  contradiction(question: Question, text: string | null): Promise<Diagnostic | null>;
  /** On disk when it returns, as are the others. */
  answer(question: Question, text: string): void;
  skip(question: Question): void;
  note(question: Question, text: string): void;
  /** Also written into the unit's own column of evidence, where its record schema has one. */
  evidence(question: Question, text: string): void;
  close(): void;
}

/** An audit of open files: what there is to ask, and what is done with the answers. */
export const sessionOf = (
  request: AuditRequest,
  ruleset: Ruleset,
  year: number | null,
  files: readonly AuditFile[],
  { by, now }: Auditor,
): AuditSession => {
  const record = ({ file }: FileCell, entry: JournalEntry): void => {
    const { journal, findings } = files[file]!;
    journal.append(entry);
    take(findings, entry);
  };
  const about = ({ table, row, field, code, name }: Question) => ({ at: now(), by, table, row, field, code, name });
  const toAnswer = (question: Question, text: string): Answered => {
    const { heading, old } = question;
    return { kind: 'answer', ...about(question), heading, old, text };
  };
  const toSkip = (question: Question): Skipped => ({ kind: 'skip', ...about(question) });
  const answer = (question: Question, text: string): void => record(question, toAnswer(question, text));

  const unencodable: AuditSession['unencodable'] = (question, as, text) => {
    const isWritten = as === 'answer' || (as === 'evidence' && evidenceField(ruleset, question.table) !== undefined);
    const { encoding } = files[question.file]!;
    return isWritten && encoderOf(encoding)(text) === null ? encoding : null;
  };

  return {
    ruleset,
    year,
    files,
    earlier: files
      .flatMap(({ journal, findings: { answers, skipped } }, file) =>
        journal.open
          .filter((entry) => entry.kind === 'answer' || entry.kind === 'skip')
          .filter(
            (entry) =>
              entry.field !== evidenceField(ruleset, entry.table) &&
              (answers.has(refKey(entry)) || skipped.has(refKey(entry))),
          )
          .map(({ at, table, row, field }) => ({ at: Date.parse(at), cell: { file, table, row, field } })),
      )
      .sort((a, b) => a.at - b.at)
      .map(({ cell }) => cell),
    ...standingOf(request, files, ruleset),
    read: (question, typed) => {
      const reading = readAnswer(question, typed, ruleset);
      const encoding = 'text' in reading ? unencodable(question, 'answer', reading.text) : null;
      return encoding === null ? reading : { unencodable: encoding };
    },
    unencodable,
    contradiction: (question, text) => {
      const entry = text === null ? toSkip(question) : toAnswer(question, text);
      return contradictionOf(request, files, ruleset, { file: question.file, entry });
    },
    answer,
    skip: (question) => record(question, toSkip(question)),
    note: (question, text) => record(question, { kind: 'note', ...about(question), text }),
    evidence: (question, text) => {
      record(question, { kind: 'evidence', ...about(question), text });
      const field = evidenceField(ruleset, question.table);
      if (field === undefined) return;
      const schema = ruleset.records[question.table]!;
      const before = files.map(({ tables }) => tables);
      const [was, is] = [before, amendedTables(files, ruleset)].map((tables) => tableOf(tables, question));
      const heading = headingIn(was!, schema, field);
      const known = unguarded(textAt(is!, ruleset, question.row, field)).trim();
      const cell = { ...question, field, heading, old: textAt(was!, ruleset, question.row, field) };
      const isBlank = ['', ...ruleset.unknowns].some((mark) => foldLabel(mark) === foldLabel(known));
      answer(cell, isBlank ? text : `${known}；${text}`);
    },
    close: () => {
      for (const file of files) file.close();
    },
  };
};
