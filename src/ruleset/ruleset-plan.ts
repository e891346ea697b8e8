import type {
  Comparison,
  FieldKind,
  LeftOut,
  Rule,
  ShareRule,
  SlidBack,
  Source,
  TableName,
  Value,
  VetoRule,
} from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import type { ConditionTree } from './condition-tree.ts';

/** A compiled schema, as ajv or its standalone code has it. */
export type Validator = (data: unknown) => boolean;

/** Stands for a schema: its place in the list of validators. */
type SchemaIndex = number;

export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly headings: readonly string[];
  readonly labels: readonly (readonly [label: string, value: Value])[];
  readonly labelTexts: readonly string[];
  readonly mendable?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly schema: SchemaIndex;
}

export interface RecordPlan {
  readonly headings: readonly string[];
  readonly watch: readonly string[];
  readonly fields: readonly FieldPlan[];
}

export interface IndicatorPlan {
  readonly id: string;
  readonly of: TableName;
  readonly fields: readonly string[];
  readonly assertions: readonly (readonly string[])[];
  readonly constants: Readonly<Record<string, readonly Value[]>>;
  readonly comparisons: readonly Comparison[];
  readonly tree: ConditionTree<SchemaIndex>;
  /** The condition with a missing field taken as satisfying, and as not satisfying, what is said of it. */
  readonly best: SchemaIndex;
  readonly worst: SchemaIndex;
  readonly counted?: { readonly met: string; readonly of: string };
}

type Planned<R extends Rule> = Omit<R, 'holds' | 'clauseText' | 'cited'> & { readonly schema: SchemaIndex };
export type RulePlan = Planned<ShareRule> | Planned<VetoRule>;

/** A ruleset as plain data; everything but its compiled schemas. */
export interface RulesetPlan {
  readonly id: string;
  readonly label: Text;
  readonly version: string;
  readonly source: Source;
  readonly from?: number;
  readonly slidBack?: Omit<SlidBack, 'cited'>;
  readonly records: Readonly<Partial<Record<TableName, RecordPlan>>>;
  readonly leftOut: readonly LeftOut[];
  readonly aliases: readonly (readonly [alias: string, name: string])[];
  readonly unknowns: readonly string[];
  readonly indicators: readonly IndicatorPlan[];
  readonly rules: readonly RulePlan[];
}

/** What the build ships for a bundled ruleset: no ajv, no yaml. */
export interface CompiledRuleset {
  /** The files it was made from, and their digest. */
  readonly files: readonly string[];
  readonly sha256: string;
  readonly plan: RulesetPlan;
  readonly validators: readonly Validator[];
}
