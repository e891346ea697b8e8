import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Result, Subject } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { amendTable, headingIn } from './amend-table.ts';
import { type AuditFile, type Auditor, openAuditFile } from './audit-file.ts';
import { CannotEditError, refKey } from './cell-edit.ts';
import { pathsWithCopies, type SheetCopy, sheetCopies } from './copy-sheets.ts';
import { assertEditable } from './edit-file.ts';
import type { Answered, JournalEntry, Skipped } from './journal.ts';
import { type OpenCell, openCells } from './open-cells.ts';
import { openTables } from './open-tables.ts';
import { choicesOf, describeCell, type Question } from './question.ts';
import { type AnswerReading, readAnswer } from './read-answer.ts';
import { take } from './replay.ts';
import { type FileCell, rowFinder, textAt } from './rows.ts';
import { encoderOf } from './text-encoder.ts';
import { editsOf, isUnchanged } from './write-answers.ts';

export type AuditRequest = Pick<AssessRequest, 'paths' | 'rules' | 'year' | 'street' | 'signal'>;

/** How things stand after the answers so far. */
export interface Standing {
  /** Blanks that are neither answered nor skipped, what decides most first. */
  readonly open: readonly Question[];
  readonly skipped: readonly Question[];
  readonly answered: readonly Question[];
  /** Null where the files are too large to be judged at every question. */
  readonly verdict: Result | null;
  /** Files that someone else has changed since the audit began. */
  readonly changed: readonly AuditFile[];
}

export interface AuditSession {
  readonly ruleset: Ruleset;
  readonly year: number | null;
  readonly files: readonly AuditFile[];
  standing(): Promise<Standing>;
  /** What was typed, as it would be written; an error where the file's encoding cannot hold it. */
  read(question: Question, typed: string): AnswerReading | { readonly unencodable: string };
  /** On disk when it returns, as are the others. */
  answer(question: Question, text: string): void;
  skip(question: Question): void;
  note(question: Question, text: string): void;
  /** Also written into the unit's own column of evidence, where its record schema has one. */
  evidence(question: Question, text: string): void;
  close(): void;
}

/** All files together, in bytes: so much is held in memory. */
export const AUDIT_LIMIT = 8 << 20;
/** Up to here the streets are judged anew after every answer. */
const LIVE_LIMIT = 256 << 10;

/** The field of a record that names its evidence, in a ruleset that has one: written, never asked. */
export const EVIDENCE = 'evidence';

export type AuditRefusal =
  /** Not fit to be judged, or not there: what cannot be read is not audited. */
  | { readonly refused: OpenAssessment }
  | { readonly tooLarge: number }
  /** What could be audited instead, and as which paths. */
  | { readonly copies: readonly SheetCopy[]; readonly paths: readonly string[] }
  | { readonly notEditable: string; readonly reason: CannotEditError['reason'] };

const keyOf = (cell: FileCell): string => `${cell.file} ${refKey(cell)}`;

/**
 * Begins an audit of files that can be judged, or takes up one that is not over. Throws `LockedError`,
 * `OtherRulesetError`, or the file system's error where locks and journals cannot be written.
 */
export const openSession = async (
  request: AuditRequest,
  toAuditor: () => Promise<Auditor>,
): Promise<AuditSession | AuditRefusal> => {
  const first = await assess({ ...request, witnesses: 0 });
  first.close();
  if (first.refusal !== null || first.ruleset === null || first.unmatchedStreets.length > 0) return { refused: first };
  const { ruleset } = first;
  const opened = await openTables(request.paths, ruleset);
  const copies = sheetCopies(opened);
  if (copies.length > 0) return { copies, paths: pathsWithCopies(opened, copies) };
  const auditor = await toAuditor();
  const files: AuditFile[] = [];
  const close = () => {
    for (const file of files) file.close();
  };
  try {
    for (const each of opened) files.push(await openAuditFile(each, ruleset, auditor));
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > AUDIT_LIMIT) {
      close();
      return { tooLarge: size };
    }
    for (const { bytes, tables, shown } of files) {
      try {
        await assertEditable(bytes, tables, ruleset);
      } catch (error) {
        if (!(error instanceof CannotEditError)) throw error;
        close();
        return { notEditable: shown, reason: error.reason };
      }
    }
    const encodings = opened.map(({ encoding }) => encoding);
    return { ...sessionOf(request, ruleset, first.year, files, encodings, size <= LIVE_LIMIT, auditor), close };
  } catch (error) {
    close();
    throw error;
  }
};

const sessionOf = (
  request: AuditRequest,
  ruleset: Ruleset,
  year: number | null,
  files: readonly AuditFile[],
  encodings: readonly string[],
  isLive: boolean,
  { by, now }: Auditor,
): Omit<AuditSession, 'close'> => {
  const rows = rowFinder(
    files.map(({ tables }) => tables),
    ruleset,
  );
  const amended = (): OpenTable[][] =>
    files.map((file) => file.tables.map((table) => amendTable(table, ruleset.records[table.table], editsOf(file))));
  const tableOf = (tables: readonly (readonly OpenTable[])[], cell: FileCell): OpenTable =>
    tables[cell.file]!.find(({ table }) => table === cell.table)!;

  const columns = new Map<string, ReturnType<typeof choicesOf>>();
  const choicesIn = (cell: FileCell): ReturnType<typeof choicesOf> => {
    const key = `${cell.file} ${cell.table} ${cell.field}`;
    const known = columns.get(key);
    if (known !== undefined) return known;
    const table = files[cell.file]!.tables.find((each) => each.table === cell.table)!;
    const field = ruleset.records[cell.table].fields.find(({ name }) => name === cell.field)!;
    const texts: string[] = [];
    for (let row = table.above; row <= table.above || table.locate(row).length > 0; row++)
      texts.push(textAt(table, ruleset, row, cell.field));
    const choices = choicesOf(field, table.headings, texts);
    columns.set(key, choices);
    return choices;
  };

  let streets: readonly Subject[] = [];
  let cells: readonly OpenCell[] | null = null;
  let verdict: Result | null = null;

  /** The files judged with the answers so far; the tables are those in memory, whatever has become of the files. */
  const judge = async (tables: readonly (readonly OpenTable[])[]): Promise<void> => {
    const assessment = await assess({
      ...request,
      witnesses: 0,
      amend: () => inOrder(tables),
    });
    try {
      if (assessment.refusal !== null) return;
      const states = [...assessment.states()];
      cells = openCells(states, ruleset);
      streets = states.map(({ subject }) => subject);
      verdict = isLive ? assessment.verdict : null;
    } finally {
      assessment.close();
    }
  };

  const streetOf = (cell: FileCell, table: OpenTable): Subject | null => {
    const own = cell.table === 'streets';
    const code = textAt(table, ruleset, cell.row, own ? 'code' : 'streetCode').trim();
    const name = textAt(table, ruleset, cell.row, own ? 'name' : 'street').trim();
    return streets.find((street) => (code !== '' ? street.code === code : street.name === name)) ?? null;
  };

  const standing = async (): Promise<Standing> => {
    const tables = amended();
    if (isLive || cells === null) await judge(tables);
    const describe = (cell: FileCell, street: Subject | null, decides: boolean, answer: Answered | null): Question => {
      const table = tableOf(tables, cell);
      const before = files[cell.file]!.tables.find((each) => each.table === cell.table)!;
      const unit = { code: rows.own(before, cell.row, 'code'), name: rows.own(before, cell.row, 'name') };
      const details = { ...unit, street: street ?? streetOf(cell, table), decides, answer };
      return describeCell(cell, table, before, ruleset, details, choicesIn(cell));
    };
    const skippedKeys = new Set(
      files.flatMap(({ findings }, file) => [...findings.skipped.keys()].map((key) => `${file} ${key}`)),
    );
    const answeredKeys = new Set(
      files.flatMap(({ findings }, file) => [...findings.answers.keys()].map((key) => `${file} ${key}`)),
    );
    const blanks = (cells ?? []).flatMap(({ cell, table, street, decides }) => {
      const found = rows.find(cell, table);
      return found === null || answeredKeys.has(keyOf(found)) ? [] : [describe(found, street, decides, null)];
    });
    return {
      open: blanks.filter((question) => !skippedKeys.has(keyOf(question))),
      skipped: blanks.filter((question) => skippedKeys.has(keyOf(question))),
      answered: files.flatMap(({ findings }, file) =>
        [...findings.answers.values()]
          .filter(({ field }) => field !== EVIDENCE)
          .map((answer) => describe({ ...answer, file }, null, false, answer)),
      ),
      verdict,
      changed: files.filter((file) => !isUnchanged(file)),
    };
  };

  const record = ({ file }: FileCell, entry: JournalEntry): void => {
    const { journal, findings } = files[file]!;
    journal.append(entry);
    take(findings, entry);
  };
  const about = ({ table, row, field, code, name }: Question) => ({ at: now(), by, table, row, field, code, name });
  const answer = (question: Question, text: string): void => {
    const { heading, old } = question;
    record(question, { kind: 'answer', ...about(question), heading, old, text } satisfies Answered);
  };

  return {
    ruleset,
    year,
    files,
    standing,
    read: (question, typed) => {
      const reading = readAnswer(question, typed, ruleset);
      const encoding = encodings[question.file]!;
      if ('text' in reading && encoderOf(encoding)(reading.text) === null) return { unencodable: encoding };
      return reading;
    },
    answer,
    skip: (question) => record(question, { kind: 'skip', ...about(question) } satisfies Skipped),
    note: (question, text) => record(question, { kind: 'note', ...about(question), text }),
    evidence: (question, text) => {
      record(question, { kind: 'evidence', ...about(question), text });
      const schema = ruleset.records[question.table];
      if (!schema.fields.some(({ name }) => name === EVIDENCE)) return;
      const cell = { ...question, field: EVIDENCE };
      const table = files[question.file]!.tables.find((each) => each.table === question.table)!;
      const heading = headingIn(table, schema, EVIDENCE);
      const old = textAt(table, ruleset, question.row, EVIDENCE);
      const known = textAt(tableOf(amended(), cell), ruleset, question.row, EVIDENCE).trim();
      answer({ ...cell, heading, old }, known === '' ? text : `${known}；${text}`);
    },
  };
};

/** Parents before children, as intake hands them over. */
const inOrder = (tables: readonly (readonly OpenTable[])[]): OpenTable[] => {
  const rank = ['streets', 'communities', 'compounds'];
  return tables.flat().sort((a, b) => rank.indexOf(a.table) - rank.indexOf(b.table) || a.input - b.input);
};
