import type { Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import type { Obligation, Ruleset, Scope, TableName } from './ruleset.ts';
import type { Counted, Takes, Target } from './share.ts';
import type { Named, ToldApart } from './tell-apart.ts';

/** 达标, 不达标, 待定, 不适用. */
export const RESULTS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type Result = (typeof RESULTS)[number];

/** A cell that made a finding what it is. */
export interface WitnessCell {
  readonly field: string;
  /** As it stands in the file; null where the column is absent. */
  readonly heading: string | null;
  /** Raw text of the cell; null where the column is absent. */
  readonly text: string | null;
  /** Null only for a subject that no row of its table describes. */
  readonly place: Place | null;
}

/** A record that made a finding what it is: one per unit and finding, at the first deciding cell. */
export interface Witness extends WitnessCell, Named, ToldApart {
  /** Where more than one cell made it so, all of them in reading order: each condition that failed, both sides of a comparison. */
  readonly cells?: readonly WitnessCell[];
}

/** Every cell that made it so. */
export const cellsOf = (witness: Witness): readonly WitnessCell[] => witness.cells ?? [witness];

/** In the order of the input, each list bounded by `--witnesses`; `omitted` counts the rest. */
export interface Witnesses {
  readonly failing: readonly Witness[];
  readonly unknown: readonly Witness[];
  readonly omitted: { readonly failing: number; readonly unknown: number };
}

/** What a finding without witnesses has. */
export const NO_WITNESSES: Witnesses = { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } };

/** Where an indicator's counts came from (`mixed`: of what was pooled); null where nothing was submitted. */
export type CountSource = 'register' | 'summary' | 'mixed' | null;

/** `{met, of, unknown}` of one indicator for one subject; all null where nothing was submitted. */
export interface Counts extends Counted {
  /** Of `unknown`, the units that are not where the others were counted: declared but not on the register, or the reverse. */
  readonly missing: number;
  readonly source: CountSource;
}

export type ShareReasonCode =
  | 'share.pass' // reached, nothing unknown
  | 'share.pass-despite-unknown' // reached even if every unknown unit fails
  | 'share.fail'
  | 'share.fail-despite-unknown' // missed even if every unknown unit meets it
  | 'share.unknown' // the unknown units decide
  | 'share.total-unknown' // a summary gives `met` but no `of`
  | 'share.not-submitted' // no table, no summary count
  | 'share.no-units' // a table without this subject, no summary count
  | 'share.column-absent' // the table lacks a column that the condition reads
  | 'share.subject-not-submitted' // pooled: the counts of a subject are missing
  | 'share.empty'; // 0 of 0
export type VetoReasonCode = 'veto.pass' | 'veto.fail' | 'veto.blank' | 'veto.column-absent' | 'veto.not-submitted';
export type ReasonCode = ShareReasonCode | VetoReasonCode | 'rule.not-in-force';

interface FindingBase {
  readonly rule: string;
  /** As it applies in the year judged. */
  readonly obligation: Obligation;
  readonly result: Result;
  readonly clause: string;
  readonly witnesses: Witnesses;
}

export interface ShareFinding extends FindingBase, Counts, Takes {
  readonly kind: 'share';
  /** By which it was judged. */
  readonly target: Target;
  readonly reason: ShareReasonCode | 'rule.not-in-force';
}

export interface VetoFinding extends FindingBase {
  readonly kind: 'veto';
  readonly reason: VetoReasonCode | 'rule.not-in-force';
}

export type Finding = ShareFinding | VetoFinding;

/** Witnesses that are not listed. */
export const omittedOf = ({ witnesses: { omitted } }: Finding): number => omitted.failing + omitted.unknown;

/** All that tells a finding from others by one ruleset; null where its witnesses do. */
export const figuresKey = (finding: Finding): string | null => {
  const { rule, obligation, result, reason, witnesses } = finding;
  if (witnesses.failing.length + witnesses.unknown.length + omittedOf(finding) > 0) return null;
  const key = `${rule} ${obligation} ${result} ${reason}`;
  if (finding.kind === 'veto') return key;
  return `${key} ${finding.met} ${finding.of} ${finding.unknown} ${finding.missing} ${finding.source}`;
};

export interface Subject extends Named {
  readonly scope: Scope;
  readonly verdict: Result;
  readonly verdictWithoutVetoes: Result;
  readonly findings: readonly Finding[];
}

/** One input as it was read. `shown` is `path` with the PATH argument in front, for people. */
export interface InputFile {
  readonly path: string;
  readonly shown: string;
  /** Null for a file that holds several tables, or none that could be recognised. */
  readonly table: TableName | null;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, or the label asked for. */
  readonly encoding: string;
  readonly records: number;
  /** Rows that are no records: titles, totals, blanks, notes. */
  readonly skipped: number;
  /** How many of the records are about what is no unit by the ruleset. */
  readonly leftOut: number;
  readonly sha256: string;
}

export interface AssessOptions {
  readonly year: number | null;
  /** Names or codes of those that are shown and decide; none = all. */
  readonly subjects: readonly string[];
  readonly onInvalid: 'refuse' | 'unknown';
  /** Bound of each witness list; 0 = all. */
  readonly witnesses: number;
  readonly encoding: string | null;
}

/** Why nothing was judged: invalid data (65), an input or ruleset that cannot be opened (66), an invalid ruleset (78). */
export type Refusal = 'data' | 'input' | 'ruleset';

export interface Totals {
  /** The deciding subjects by verdict. */
  readonly subjects: Readonly<Record<Result, number>>;
  readonly records: number;
  readonly skipped: number;
}

/** `validate` asks only whether a submission is fit to be judged. */
export type ReportCommand = 'assess' | 'validate';

/** The result of a run. A refusal is a result too: `verdict` null, no subjects, the diagnostics say why. */
export interface Assessment {
  readonly command: ReportCommand;
  /** Null when the ruleset itself was refused. */
  readonly ruleset: Ruleset | null;
  /** Of a ruleset that was refused, the folder as it was given, for people: places in its files are relative to it. */
  readonly rulesetFolder?: string;
  readonly options: AssessOptions;
  readonly year: number | null;
  readonly refusal: Refusal | null;
  readonly verdict: Result | null;
  readonly totals: Totals;
  readonly inputs: readonly InputFile[];
  /** In the order in which they are shown: by code, what lies around subjects behind them. */
  readonly subjects: readonly Subject[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of `options.subjects`, those that name none. */
  readonly unmatched: readonly string[];
  /** Where some do, the subjects there are. */
  readonly near?: NearSubjects;
}

/** Subjects of a submission, of which the first are listed. */
export interface NearSubjects {
  readonly listed: readonly Named[];
  readonly total: number;
}
