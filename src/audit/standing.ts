import { statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Result, Subject } from '../model/assessment.ts';
import { tablesOf } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { amendTable } from './amend-table.ts';
import type { AuditFile, AuditRequest } from './audit-file.ts';
import { refKey } from './cell-edit.ts';
import { describer } from './describer.ts';
import { evidenceField } from './evidence.ts';
import { filledCells } from './filled-cells.ts';
import { type OpenCell, openCells } from './open-cells.ts';
import type { Question } from './question.ts';
import type { Findings } from './replay.ts';
import type { FileCell } from './rows.ts';
import { walkingOrder } from './walking-order.ts';
import { editsOf, isUnchanged } from './write-answers.ts';

/** How things stand after the answers so far. */
export interface Standing {
  /** Blanks that are neither answered nor skipped, what decides most first. */
  readonly open: readonly Question[];
  readonly skipped: readonly Question[];
  readonly answered: readonly Question[];
  /** Any cell as it stands. */
  look(cell: FileCell): Question;
  /** Null where the files are too large to be judged at every question. */
  readonly verdict: Result | null;
  /** Files that someone else has changed since the audit began. */
  readonly changed: readonly AuditFile[];
}

/** A unit with cells that are filled in, to be found by its name and corrected. */
export interface FilledUnit {
  /** One of its cells, which says where it is. */
  readonly unit: Question;
  cells(): readonly Question[];
}

/** Up to so many bytes, all files together, the subjects are judged anew after every answer. */
const LIVE_LIMIT = 256 << 10;

/** The tables of every file with the answers so far. */
export const amendedTables = (files: readonly AuditFile[], { records }: Ruleset): OpenTable[][] =>
  files.map((file) => file.tables.map((table) => amendTable(table, records[table.table]!, editsOf(file))));

/** Parents before children, as intake hands them over. */
export const inOrder = (tables: readonly (readonly OpenTable[])[], ruleset: Ruleset): OpenTable[] => {
  const order = tablesOf(ruleset);
  return tables.flat().sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table) || a.input - b.input);
};

const keyOf = (cell: FileCell): string => `${cell.file} ${refKey(cell)}`;

export interface Standings {
  /** Worked out each time it is asked. */
  standing(): Promise<Standing>;
  filledUnits(): Promise<readonly FilledUnit[]>;
  /** With the answers so far, however large the files are; null where a file was changed. */
  verdict(): Promise<Result | null>;
}

/** How an audit stands, and what else can be asked of it. */
export const standingOf = (request: AuditRequest, files: readonly AuditFile[], ruleset: Ruleset): Standings => {
  const { find, describe } = describer(files, ruleset);
  const isLive = files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= LIVE_LIMIT;
  let subjects: readonly Subject[] = [];
  let cells: readonly OpenCell[] | null = null;
  let verdict: Result | null = null;

  /** Judged are the tables in memory, whatever has become of the files. */
  const judge = async (tables: readonly (readonly OpenTable[])[]): Promise<void> => {
    await withSubmission({ ...request, witnesses: 0, amend: () => inOrder(tables, ruleset) }, (submission) => {
      // A file that is not what it was is told as changed.
      if (submission.refusal !== null) return;
      const states = statesOf(submission);
      cells = openCells(states, ruleset);
      subjects = states.map(({ subject }) => subject);
      verdict = toAssessment(submission, false).verdict;
    });
  };

  const keysOf = (of: (findings: Findings) => Iterable<string>): ReadonlySet<string> =>
    new Set(files.flatMap(({ findings }, file) => [...of(findings)].map((key) => `${file} ${key}`)));

  const lookIn = (tables: readonly (readonly OpenTable[])[], { file, table, row, field }: FileCell): Question => {
    const cell = { file, table, row, field };
    const answer = files[file]!.findings.answers.get(refKey(cell)) ?? null;
    return describe(cell, tables, subjects, { subject: null, decides: false, answer });
  };

  const standing = async (): Promise<Standing> => {
    const tables = amendedTables(files, ruleset);
    const changed = files.filter((file) => !isUnchanged(file));
    if (changed.length === 0 && (isLive || cells === null)) await judge(tables);
    const answeredKeys = keysOf(({ answers }) => answers.keys());
    const skippedKeys = keysOf(({ skipped }) => skipped.keys());
    const asked = (cells ?? []).flatMap(({ cell, table, subject, decides }) => {
      const found = find(cell, table);
      if (found === null || answeredKeys.has(keyOf(found))) return [];
      return [describe(found, tables, subjects, { subject, decides, answer: null })];
    });
    const blanks = walkingOrder(asked, ruleset);
    const look = (cell: FileCell): Question => lookIn(tables, cell);
    const answered = files.flatMap(({ findings }, file) =>
      [...findings.answers.values()]
        .filter(({ table, field }) => field !== evidenceField(ruleset, table))
        .map((each) => look({ ...each, file })),
    );
    return {
      open: blanks.filter((question) => !skippedKeys.has(keyOf(question))),
      skipped: blanks.filter((question) => skippedKeys.has(keyOf(question))),
      answered,
      look,
      verdict: isLive ? verdict : null,
      changed,
    };
  };

  const filledUnits = async (): Promise<readonly FilledUnit[]> => {
    if (!files.every(isUnchanged)) return [];
    const tables = amendedTables(files, ruleset);
    const look = (cell: FileCell): Question => lookIn(tables, cell);
    const isWanted = ({ unit }: FilledUnit): boolean => (request.subjects ?? []).length === 0 || unit.subject !== null;
    return (await filledCells(request, inOrder(tables, ruleset), ruleset))
      .map((cells) => ({ unit: look(cells[0]!), cells: () => cells.map(look) }))
      .filter(isWanted);
  };

  return {
    standing,
    filledUnits,
    verdict: async () => {
      if (!files.every(isUnchanged)) return null;
      await judge(amendedTables(files, ruleset));
      return verdict;
    },
  };
};
