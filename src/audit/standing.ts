import { type OpenSubmission, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { Result, Subject } from '../model/assessment.ts';
import { innerLevels, tablesOf } from '../model/levels.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';
import type { Holder, Register } from '../register/register.ts';
import type { AuditFile, AuditRequest } from './audit-file.ts';
import { evidenceField, type FileCell, type HeldTable, refKey } from './held-tables.ts';
import { filledCells, type OpenCell, openCells, walkingOrder } from './open-cells.ts';
import { type Question, questioner } from './questions.ts';
import { answeredTables, isUnchanged } from './write-answers.ts';

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
export const amendedTables = (files: readonly AuditFile[], ruleset: Ruleset): HeldTable[][] =>
  files.map((file) => answeredTables(file, ruleset));

/** What is submitted with the answers so far: the tables in memory, whatever has become of the files. */
export const withAnswers = <T>(
  request: AuditRequest,
  files: readonly AuditFile[],
  ruleset: Ruleset,
  use: (submission: OpenSubmission) => T,
): Promise<T> => {
  // Parents before children, as intake hands them over.
  const order = tablesOf(ruleset);
  const tables = amendedTables(files, ruleset).flat();
  tables.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table) || a.input - b.input);
  return withSubmission({ ...request, witnesses: 0, amend: () => tables }, use);
};

/** What the units of a register lie in, by where they stand: no answer changes it. */
const holderFinder = (register: Register): ((cell: FileCell) => readonly Holder[]) => {
  const { index, ruleset } = register;
  const keyOf = (file: number, table: string, row: number): string => `${file} ${table} ${row}`;
  const units = new Map<string, { readonly unit: number; readonly level: Level }>();
  for (const level of innerLevels(ruleset)) {
    for (const { unit } of register.allOf(level.id)) {
      const { table, row } = index.find(register.row(unit));
      units.set(keyOf(table.input, table.table, row), { unit, level });
    }
  }
  return ({ file, table, row }) => {
    const found = units.get(keyOf(file, table, row));
    return found === undefined ? [] : register.holders(found.unit, found.level);
  };
};

export interface Standings {
  /** Worked out each time it is asked. */
  standing(): Promise<Standing>;
  filledUnits(): Promise<readonly FilledUnit[]>;
  /** With the answers so far, however large the files are; null where a file was changed. */
  verdict(): Promise<Result | null>;
}

/** How an audit stands, and what else can be asked of it. */
export const standingOf = (request: AuditRequest, files: readonly AuditFile[], ruleset: Ruleset): Standings => {
  const { find, describe } = questioner(files, ruleset);
  const isLive = files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= LIVE_LIMIT;
  let subjects: readonly Subject[] = [];
  let cells: readonly OpenCell[] | null = null;
  let verdict: Result | null = null;
  let holders: ReturnType<typeof holderFinder> | null = null;

  const judge = (): Promise<void> =>
    withAnswers(request, files, ruleset, (submission) => {
      // A file that is not what it was is told as changed.
      if (submission.refusal !== null) return;
      if (submission.read !== null) holders ??= holderFinder(submission.read.register);
      const states = statesOf(submission);
      cells = openCells(states, ruleset);
      subjects = states.map(({ subject }) => subject);
      verdict = toAssessment(submission, false).verdict;
    });

  /** Any cell, with the answers so far. */
  const looking = () => {
    const tables = amendedTables(files, ruleset);
    return (cell: FileCell, asked?: Parameters<typeof describe>[4]) =>
      describe(cell, tables, subjects, holders?.(cell) ?? [], asked);
  };

  const standing = async (): Promise<Standing> => {
    const changed = files.filter((file) => !isUnchanged(file));
    if (changed.length === 0 && (isLive || cells === null)) await judge();
    const look = looking();
    const said = (of: 'answers' | 'skipped', cell: FileCell): boolean =>
      files[cell.file]!.findings[of].has(refKey(cell));
    const asked = (cells ?? []).flatMap(({ cell, table, subject, decides }) => {
      const blank = find(cell, table);
      return blank === null || said('answers', blank) ? [] : [look(blank, { subject, decides })];
    });
    const blanks = walkingOrder(asked, ruleset);
    const answered = files.flatMap(({ findings }, file) =>
      [...findings.answers.values()]
        .filter(({ table, field }) => field !== evidenceField(ruleset, table))
        .map((each) => look({ ...each, file })),
    );
    return {
      open: blanks.filter((question) => !said('skipped', question)),
      skipped: blanks.filter((question) => said('skipped', question)),
      answered,
      look,
      verdict: isLive ? verdict : null,
      changed,
    };
  };

  const filledUnits = async (): Promise<readonly FilledUnit[]> => {
    if (!files.every(isUnchanged)) return [];
    const filled = await withAnswers(request, files, ruleset, ({ read }) =>
      read === null ? [] : filledCells(read.register),
    );
    const look = looking();
    const isWanted = ({ unit }: FilledUnit): boolean => (request.subjects ?? []).length === 0 || unit.subject !== null;
    return filled.map((own) => ({ unit: look(own[0]!), cells: () => own.map((cell) => look(cell)) })).filter(isWanted);
  };

  return {
    standing,
    filledUnits,
    verdict: async () => {
      if (!files.every(isUnchanged)) return null;
      await judge();
      return verdict;
    },
  };
};
