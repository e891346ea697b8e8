import type { Target } from './share.ts';
import type { Text } from './text.ts';

/** The name of a table, as in TABLE=FILE. */
export type TableName = string;

/** A normalised cell: a count or a year is a number, everything else a string; a missing one is absent. */
export type Value = string | number;
export type RecordValues = Readonly<Record<string, Value>>;

/**
 * How the raw text of a field is read: `code` and `year` with digits of any width, `count` digits only,
 * `choice` by its labels, `name` and `text` as they stand.
 */
export type FieldKind = 'code' | 'name' | 'year' | 'count' | 'choice' | 'text';

/** What a field says of which unit a record is about; `evidence` names the papers behind a record. */
type FieldRole = 'code' | 'name' | 'year' | 'parent-code' | 'parent-name' | 'evidence';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** Null for a field that says something of its unit. */
  readonly role: FieldRole | null;
  /** The level whose unit is named, by a `parent-code` or `parent-name`. */
  readonly parent?: string;
  /** The count of the year judged of which this one is that of the year before. */
  readonly previousOf?: string;
  /** Every heading the field is known by, its canonical name first; compare with `foldHeading`. */
  readonly headings: readonly string[];
  /** Folded label (see `foldLabel`) → canonical value; only for `choice`. */
  readonly labels: ReadonlyMap<string, Value>;
  /** What people may write, as the ruleset lists it (for messages); only for `choice`. */
  readonly labelTexts: readonly string[];
  /** Can still be changed in the year judged: a choice or a count of a unit. All else is frozen. */
  readonly mendable?: true;
  /** Of a count, as far as its schema says. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether the normalised value satisfies the field's schema. */
  accepts(value: Value): boolean;
}

export interface RecordSchema {
  readonly table: TableName;
  /** The names of the table itself as a YAML key: its canonical name first. */
  readonly headings: readonly string[];
  /** Words that raise a warning in a column that no rule reads. */
  readonly watch: readonly string[];
  readonly fields: readonly Field[];
}

/** What a condition says of one record: strong Kleene, `unknown` when the fields present do not decide it. */
export type Outcome = 'yes' | 'no' | 'unknown';

/** A sum of fields against a sum of fields. */
export interface Comparison {
  readonly sum: readonly string[];
  readonly bound: 'atMost' | 'below' | 'atLeast' | 'above';
  readonly against: readonly string[];
  /** Whatever meets the condition meets it: it stands under nothing but `allOf`. */
  readonly always: boolean;
}

export interface Condition {
  /** Fields it reads, in reading order, each once. */
  readonly fields: readonly string[];
  /** What single fields are held against, by field: where an outcome can change. */
  readonly constants: Readonly<Record<string, readonly Value[]>>;
  readonly comparisons: readonly Comparison[];
  /** `record` holds the normalised fields; a missing one is absent or undefined. */
  outcome(record: RecordValues): Outcome;
  /** The fields that made the outcome what it is: of each assertion that failed, or that is open. In reading order. */
  decidedBy(record: RecordValues): readonly string[];
}

/** The cells behind an outcome: at which field it is shown, and all that made it so. */
export interface Decision {
  readonly field: string;
  /** In reading order. */
  readonly fields: readonly string[];
}

export interface Indicator {
  readonly id: string;
  readonly of: TableName;
  readonly condition: Condition;
  /** The fields of the judged level that hold the same counts in a summary. */
  readonly counted?: { readonly met: string; readonly of: string };
}

/** The id of a level: the judged one, or one around it. */
export type Scope = string;
export type Obligation = 'required' | 'advisory';

interface RuleBase {
  readonly id: string;
  readonly label: Text;
  /** A label of at most about eight columns for the grid; the label where the ruleset gives none. */
  readonly short: Text;
  readonly clause: string;
  /** The clause as people read it (第二部分), and with the title of its document in front. */
  readonly clauseText: Text;
  readonly cited: Text;
  readonly scopes: readonly Scope[];
  readonly obligation: Obligation;
  /** First year in which the rule is required; advisory before. */
  readonly requiredFrom?: number;
  /** What to do about a fail. */
  readonly remedy?: Text;
}

/** What the indicator with the same id counts must reach the target. */
export interface ShareRule extends RuleBase {
  readonly kind: 'share';
  readonly target: Target;
}

/** A failed special assessment fails the year, whatever the shares say. */
export interface VetoRule extends RuleBase {
  readonly kind: 'veto';
  /** The field of the judged level that holds the result. */
  readonly field: string;
  /** The value it must have. */
  readonly passes: Value;
}

export type Rule = ShareRule | VetoRule;

/** Codes whose digits `first` to `last` (from 1) lie in `from`…`to` are no units; nor is what belongs to them. */
export interface LeftOut {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly label: Text;
}

/** What the scheme says of units that no longer meet a rule. */
export interface SlidBack {
  readonly clause: string;
  readonly cited: Text;
  /** What a check proposes of such a unit. */
  readonly proposal: Text;
  /** What the clause says, and how it is read. */
  readonly basis: Text;
}

/** The document that a ruleset renders. */
export interface Source {
  readonly number: string;
  readonly issued?: string;
  readonly title?: Text;
  /** How people read a clause, by what rules give as theirs. */
  readonly clauses?: Readonly<Record<string, Text>>;
}

/**
 * One floor of the scheme, such as 街道 or 小区. What a unit lies in is known by the fields `<id>` (name) and `<id>Code`
 * of its record, where `<id>` is that of the level.
 */
export interface Level {
  readonly id: string;
  readonly noun: Text;
  /** Of the English noun. */
  readonly plural: string;
  /** The name of its table, as in TABLE=FILE; null for a level that only the records of others name. */
  readonly table: TableName | null;
  /** The levels in which its units may lie as their records name them, nearest first; empty for the outermost. */
  readonly within: readonly string[];
  /** Whether its units are the subjects that are judged; of one level only. */
  readonly judged: boolean;
  /** The digits of its codes, with which the codes of what lies in a unit begin; null where codes are not nested. */
  readonly digits: number | null;
  /** Endings of names that say nothing (街道办事处), in the order in which they are left away, each once. */
  readonly endings: readonly string[];
  /** Further endings by which a name shows its level (镇, 村) and which belong to it. */
  readonly marks: readonly string[];
}

/** One scheme as data, checked and compiled. */
export interface Ruleset {
  readonly id: string;
  readonly label: Text;
  readonly version: string;
  /** Over the ruleset and its record schemas: (name, length, bytes) of each, ordered by name. */
  readonly sha256: string;
  readonly source: Source;
  /** First year in force; earlier data is not applicable. */
  readonly from?: number;
  readonly slidBack?: SlidBack;
  /** Outermost first. */
  readonly levels: readonly Level[];
  /** By table, outermost first. A table of a level without records has no headings and no fields. */
  readonly records: Readonly<Record<TableName, RecordSchema>>;
  readonly leftOut: readonly LeftOut[];
  /** Alternative name → name, both as written; compared folded. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Cell texts that mean "not known", as written. */
  readonly unknowns: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
}
