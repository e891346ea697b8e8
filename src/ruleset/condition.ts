import type { Comparison, Condition, Outcome, RecordValues, Value } from '../model/ruleset.ts';
import type { JsonSchema } from './documents.ts';

type Test = (value: Value) => boolean;
type Sum = number | bigint;

/** What must hold between two sums. */
const HOLDS: Readonly<Record<Comparison['bound'], (left: Sum, right: Sum) => boolean>> = {
  atMost: (left, right) => left <= right,
  below: (left, right) => left < right,
  atLeast: (left, right) => left >= right,
  above: (left, right) => left > right,
};
export const BOUNDS = Object.keys(HOLDS) as readonly Comparison['bound'][];

/** A limit says nothing of a text. */
const limit =
  (holds: (value: number, of: number) => boolean) =>
  (of: unknown): Test =>
  (value) =>
    typeof value !== 'number' || holds(value, of as number);

const TESTS: Readonly<Record<string, (of: unknown) => Test>> = {
  const: (of) => (value) => value === of,
  enum: (of) => (value) => (of as readonly Value[]).includes(value),
  minimum: limit((value, of) => value >= of),
  maximum: limit((value, of) => value <= of),
  exclusiveMinimum: limit((value, of) => value > of),
  exclusiveMaximum: limit((value, of) => value < of),
};

/** What a keyword asks of one field, as JSON Schema has it. */
export const toTest = (keyword: string, of: unknown): Test => TESTS[keyword]!(of);

/** What single fields, or two sums of fields, are asked; and how that is joined. */
type Part =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Part[] }
  | { readonly kind: 'not'; readonly part: Part }
  | Leaf;

interface Leaf {
  readonly kind: 'leaf';
  readonly fields: readonly string[];
  /** What its one field is held against. */
  readonly constants: readonly Value[];
  readonly comparison: Omit<Comparison, 'always'> | null;
  outcome(record: RecordValues): Outcome;
}

const toField = (field: string, keyword: string, of: unknown): Leaf => {
  const test = toTest(keyword, of);
  return {
    ...{ kind: 'leaf', fields: [field], constants: [of].flat() as readonly Value[], comparison: null },
    outcome: ({ [field]: value }) => (value === undefined ? 'unknown' : test(value) ? 'yes' : 'no'),
  };
};

const toCompare = (compare: Readonly<Record<string, readonly string[]>>): Leaf => {
  const bound = BOUNDS.find((name) => compare[name] !== undefined)!;
  const [sum, against] = [compare.sum!, compare[bound]!];
  const fields = [...sum, ...against];
  // Numbers above 2⁵³ do not add exactly; where nothing is added they compare exactly.
  const total = (names: readonly string[], record: RecordValues): Sum =>
    fields.length === 2
      ? (record[names[0]!] as number)
      : names.reduce((before, name) => before + BigInt(record[name]!), 0n);
  return {
    ...{ kind: 'leaf', fields, constants: [], comparison: { sum, bound, against } },
    outcome: (record) => {
      for (const field of fields) if (typeof record[field] !== 'number') return 'unknown';
      return HOLDS[bound](total(sum, record), total(against, record)) ? 'yes' : 'no';
    },
  };
};

/** What is asked, of a record or of one field, as its keywords join it; `partsOf` a keyword that joins nothing. */
const joined = (asked: JsonSchema, partsOf: (keyword: string, of: unknown) => readonly Part[]): Part => {
  const parts = Object.entries(asked).flatMap(([keyword, of]): readonly Part[] => {
    if (keyword === 'not') return [{ kind: 'not', part: joined(of as JsonSchema, partsOf) }];
    if (keyword !== 'allOf' && keyword !== 'anyOf') return partsOf(keyword, of);
    const within = (of as readonly JsonSchema[]).map((each) => joined(each, partsOf));
    return [{ kind: keyword === 'anyOf' ? 'any' : 'all', parts: within }];
  });
  return parts.length === 1 ? parts[0]! : { kind: 'all', parts };
};

const toPart = (condition: JsonSchema): Part =>
  joined(condition, (keyword, value) => {
    if (keyword === 'compare') return [toCompare(value as Readonly<Record<string, readonly string[]>>)];
    return Object.entries(value as Readonly<Record<string, JsonSchema>>).map(([field, asked]) =>
      joined(asked, (test, of) => [toField(field, test, of)]),
    );
  });

const OPPOSITE = { yes: 'no', no: 'yes', unknown: 'unknown' } as const satisfies Record<Outcome, Outcome>;

/** Strong Kleene logic: `unknown` where the fields that are there do not decide. */
const outcomeOf = (part: Part, record: RecordValues): Outcome => {
  if (part.kind === 'leaf') return part.outcome(record);
  if (part.kind === 'not') return OPPOSITE[outcomeOf(part.part, record)];
  const enough = part.kind === 'all' ? 'no' : 'yes';
  let outcome: Outcome = OPPOSITE[enough];
  for (const each of part.parts) {
    const own = outcomeOf(each, record);
    if (own === enough) return own;
    if (own === 'unknown') outcome = own;
  }
  return outcome;
};

/** The fields of what made the outcome what it is: of the parts that have it themselves. */
const decidedBy = (part: Part, record: RecordValues): readonly string[] => {
  if (part.kind === 'leaf') return part.fields;
  if (part.kind === 'not') return decidedBy(part.part, record);
  const outcome = outcomeOf(part, record);
  return part.parts.filter((each) => outcomeOf(each, record) === outcome).flatMap((each) => decidedBy(each, record));
};

/** Every leaf, and whether all that meets the condition meets it. */
const leavesOf = (part: Part, always = true): readonly (readonly [Leaf, boolean])[] => {
  if (part.kind === 'leaf') return [[part, always]];
  if (part.kind === 'not') return leavesOf(part.part, false);
  return part.parts.flatMap((each) => leavesOf(each, always && part.kind === 'all'));
};

/** A condition of the dialect that the meta-schema has found right: on complete records what JSON Schema says. */
export const toCondition = (meets: JsonSchema): Condition => {
  const whole = toPart(meets);
  const leaves = leavesOf(whole);
  const fields = new Set(leaves.flatMap(([leaf]) => leaf.fields));
  const constantsOf = (field: string): readonly Value[] => [
    ...new Set(leaves.flatMap(([leaf]) => (leaf.fields[0] === field ? leaf.constants : []))),
  ];
  return {
    fields: [...fields],
    constants: Object.fromEntries(
      [...fields].map((field) => [field, constantsOf(field)] as const).filter(([, values]) => values.length > 0),
    ),
    comparisons: leaves.flatMap(([{ comparison }, always]) => (comparison === null ? [] : [{ ...comparison, always }])),
    outcome: (record) => outcomeOf(whole, record),
    decidedBy: (record) => [...new Set(decidedBy(whole, record))],
  };
};
