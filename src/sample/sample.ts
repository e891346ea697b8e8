import type { Assessment, Result, Witness } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Outcome, RecordValues, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Named, ToldApart } from '../model/tell-apart.ts';
import type { Holder } from '../register/register.ts';

/** How many units are drawn of each stratum; shares and risks are exact decimal per cents. */
export type SizeRule =
  | { readonly kind: 'rate'; readonly rate: string; readonly atLeast: number }
  | {
      readonly kind: 'plan';
      readonly acceptable: string;
      readonly unacceptable: string;
      readonly alpha: string;
      readonly beta: string;
    }
  | { readonly kind: 'refute' };

/** With so many per cent of the units bad, which are `units` units, the sample shows no bad one with this probability. */
export interface MissRisk {
  readonly bad: string;
  readonly units: number;
  /** Per cent with two places, rounded up. */
  readonly missed: string;
}

/** A part of the population that is drawn from on its own; the whole of it where `of` is null. */
export interface Stratum {
  readonly of: Named | null;
  readonly units: number;
  readonly drawn: number;
  /** At most so many bad units are accepted; null where the size rule decides nothing. */
  readonly accept: number | null;
  readonly risks: readonly MissRisk[];
  /** What the register says: `met` of its units meet the rule, `unknown` are blank. */
  readonly claims: readonly { readonly rule: string; readonly met: number; readonly unknown: number }[];
  /** The keys of all its units, in code-point order. */
  readonly frame: readonly string[];
}

export interface DrawnUnit extends Named {
  /** Index of its stratum. */
  readonly stratum: number;
  readonly key: string;
  /** As far as it names them, that of the subject first; empty for a subject. */
  readonly within: readonly Holder[];
  readonly place: Place | null;
  /** As the register has them, missing ones absent. */
  readonly values: RecordValues;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Draws from this register that the journal already holds. */
export interface EarlierDraws {
  readonly sameRegister: readonly { readonly id: string; readonly seed: string }[];
  /** How many there are from another state of the same table and year. */
  readonly otherRegisters: number;
}

/** A simple random sample without replacement, per stratum, that anyone can draw again. */
export interface Draw {
  readonly id: string;
  readonly seed: string;
  readonly register: { readonly table: TableName; readonly units: number; readonly sha256: string };
  /** The share rules whose conditions the units are checked for. */
  readonly rules: readonly string[];
  /** A level. */
  readonly stratifiedBy: string | null;
  readonly size: SizeRule;
  readonly strata: readonly Stratum[];
  /** By stratum, in the order in which they were drawn. */
  readonly units: readonly DrawnUnit[];
  /** Null where no journal was given. */
  readonly earlier: EarlierDraws | null;
}

/** A draw read back, which follows from its own seed and register. */
export interface SavedDraw {
  readonly draw: Draw;
  readonly year: number | null;
  readonly ruleset: Ruleset;
}

/** An assessment from whose register a sample was drawn; null where it was refused. */
export interface Drawn extends Assessment {
  readonly draw: Draw | null;
}

export type TargetReason =
  /** So few units that turn would turn the rule, and how it stands now. */
  | { readonly kind: 'turns'; readonly rule: string; readonly changes: number; readonly result: Result }
  /** The subject passes the rule with no unit to spare, and this is one of those that meet it. */
  | { readonly kind: 'carries'; readonly rule: string; readonly subject: Named }
  /** A sum of cases fell to zero from this many. */
  | { readonly kind: 'zero'; readonly rule: string; readonly before: number }
  /** A comparison that holds with nothing to spare. */
  | { readonly kind: 'limit'; readonly rule: string; readonly at: number }
  /** A warning about a cell of this unit. */
  | { readonly kind: 'diagnostic'; readonly code: string; readonly diagnostic: Diagnostic };

export interface Target extends Named, ToldApart {
  readonly table: TableName;
  readonly place: Place | null;
  readonly reasons: readonly TargetReason[];
}

/** Where a check matters most. No random sample: nothing follows from it for units that are not checked. */
export interface Targeted extends Assessment {
  readonly targets: {
    /** By how few units turn their verdict. */
    readonly subjects: readonly (Target & { readonly verdict: Result; readonly changes: number | null })[];
    /** Units with a reason of their own: doubtful records first, then those with the most reasons. */
    readonly units: readonly Target[];
  };
}

/** `unknown` where the units that were not checked decide. */
export type Contradicted = 'yes' | 'no' | 'unknown';

/** What a sample says of a rule in a stratum, or in all strata together. */
export interface Judgement {
  readonly rule: string;
  /** Units found not to conform, and those that were not checked. */
  readonly bad: number;
  readonly unchecked: number;
  /** With 95 % certainty no more of all units are bad: if the unchecked ones conform, and if they do not. */
  readonly mostBad: number;
  readonly mostBadAtWorst: number;
}

export interface StratumJudgement extends Judgement {
  /** How many of all units may be bad if the rule's target is reached, and whether the sample contradicts that. */
  readonly target: { readonly atLeast: string | null; readonly allowed: number; readonly contradicted: Contradicted };
  /** The same of what the register says, its blanks taken as bad. */
  readonly register: { readonly allowed: number; readonly contradicted: Contradicted };
  /** By the plan; null where it has no acceptance number. */
  readonly accepted: Contradicted | null;
}

/** A field that was found otherwise than the register says. */
export interface RecordChange {
  /** Index of the unit. */
  readonly unit: number;
  readonly field: string;
  readonly from: Value | null;
  readonly to: Value;
  readonly found: Witness;
  /** The rules that the unit met by the register and does not meet as found. */
  readonly lost: readonly string[];
}

/** What a filled form says of a draw. */
export interface Judged {
  readonly draw: Draw;
  readonly strata: readonly (readonly StratumJudgement[])[];
  /** All strata together, by rule: each at its share of the 5 %, so that all bounds hold at once. */
  readonly whole: readonly Judgement[];
  readonly changes: readonly RecordChange[];
  /** Indices of units of which something that a rule reads was not filled in. */
  readonly unchecked: readonly number[];
  readonly result: 'consistent' | 'contradicted' | 'undecided';
}

/**
 * Filled forms as an assessment of their own: they are its inputs, and its verdict is `pass` where nothing is
 * contradicted, `fail` where something is. `judged` is null where draw or form was refused.
 */
export interface JudgedForms extends Assessment {
  readonly judged: Judged | null;
}
