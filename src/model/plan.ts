import type { Assessment, Subject, Witness } from './assessment.ts';
import type { RecordValues, TableName, Value } from './ruleset.ts';
import type { Named, ToldApart } from './tell-apart.ts';

/** A unit that a subject still lacks, with what its record says. */
export interface UnitState extends Named, ToldApart {
  readonly values: RecordValues;
  cell(field: string): Witness;
}

/** What the submission says of one subject: its findings, without witnesses, and the records behind them on demand. */
export interface SubjectState {
  /** Among the subjects of the register. */
  readonly index: number;
  readonly subject: Subject;
  /** Of the subject's own row. */
  value(field: string): Value | undefined;
  cell(field: string): Witness;
  /** Whether some input has a column for each of the fields of a table; for what is judged also that the subject has a row. */
  hasColumns(table: TableName, fields: readonly string[]): boolean;
  /** Every unit that does not meet one of these rules of a table, once, in the order of the register. */
  lacking(rules: readonly string[]): readonly UnitState[];
}

/** One field to be changed; `from` is null where the cell is blank. Never a field that is not mendable. */
export interface Change {
  readonly cell: Witness;
  readonly from: Value | null;
  readonly to: Value;
}

export interface Visit extends Named, ToldApart {
  readonly table: TableName;
  /** The rules that the unit then meets. */
  readonly rules: readonly string[];
  readonly changes: readonly Change[];
}

/** Units that a summary counts and nobody can name. */
export interface Unnamed {
  readonly rule: string;
  readonly table: TableName;
  readonly count: number;
}

/** What was not handed in: a table, columns of one (`fields`), or so many of its units (`units`). */
export interface Lacking {
  readonly rule: string;
  readonly table: TableName;
  readonly fields: readonly string[];
  /** Units that are known to exist; 0 where the whole table or its columns are lacking. */
  readonly units: number;
}

/** The sum of these fields may be so much next year, and no more; the cells are this year's. */
export interface Allowance {
  readonly cells: readonly Witness[];
  readonly atMost: number;
}

/** A unit, or the subject itself, that frozen fields keep from meeting a rule. */
export interface Obstacle extends Named, ToldApart {
  /** The frozen cells that decide it. */
  readonly cells: readonly Witness[];
  /** Empty where the ruleset does not say what next year is held against. */
  readonly nextYear: readonly Allowance[];
}

/** A rule that nothing which can be mended, and no missing cell, brings about. */
export interface Blocked {
  readonly rule: string;
  /** How many units may fail it; null for a veto, or where no units are known. */
  readonly allowed: number | null;
  readonly obstacles: readonly Obstacle[];
}

/** A rule that missing cells decide once all visits are done. */
export interface Undecided {
  readonly rule: string;
  /** How many of the units must turn out well; null for the subject's own cells. */
  readonly needed: number | null;
  readonly cells: readonly Witness[];
}

/**
 * The way out of a fail. Where it ends in a pass (`leadsTo`), no fewer visits do, no fewer changes with as few visits,
 * and of equal ones these units come first in the register. Else the visits do the same for all that can be mended.
 */
export interface Way {
  readonly leadsTo: 'pass' | 'undecided' | 'no-way-out' | 'not-searched';
  readonly visits: readonly Visit[];
  readonly unnamed: readonly Unnamed[];
  readonly lacking: readonly Lacking[];
  readonly blocked: readonly Blocked[];
  readonly undecided: readonly Undecided[];
  /** Rules that each could be met, but not all of them: what mends one of them stands in another's way. */
  readonly conflicts: readonly string[];
}

/** The fewest missing cells that can settle a subject; null where none can. */
export interface Questions {
  readonly pass: readonly Witness[] | null;
  readonly fail: readonly Witness[] | null;
  /** False where there are more combinations than are searched: then a null says nothing. */
  readonly searched: boolean;
}

export interface RuleMargin {
  readonly rule: string;
  readonly margin: number;
  /** So many units that turn from met to not met lose the rule; null where none can. */
  readonly changes: number | null;
}

/** How firmly a subject passes. */
export interface Hold {
  readonly rules: readonly RuleMargin[];
  /** Each of these alone would lose it, whatever the margins. */
  readonly vetoes: readonly string[];
  /** The fewest units that lose the subject; null where none can. */
  readonly changes: number | null;
}

export interface SubjectPlan {
  readonly subject: Subject;
  /** Of a subject that fails or is undecided. */
  readonly way: Way | null;
  /** Of an undecided subject. */
  readonly questions: Questions | null;
  /** Of a subject that passes. */
  readonly hold: Hold | null;
}

/** A subject that passes, in the order in which it should be checked. */
export interface Fragile extends Named {
  readonly changes: number | null;
  /** The rules that so few changes lose. */
  readonly rules: readonly string[];
  readonly margins: readonly RuleMargin[];
}

/** An assessment with the way out of every subject that does not pass; empty where the assessment was refused. */
export interface Planned extends Assessment {
  /** The deciding subjects in the order in which they are shown. */
  readonly plans: readonly SubjectPlan[];
  /** The subjects that pass, the most fragile first. */
  readonly fragile: readonly Fragile[];
}
