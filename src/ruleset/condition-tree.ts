import type { Outcome, RecordValues } from '../model/ruleset.ts';
import type { Validator } from './ruleset-plan.ts';

/** A condition as what it is put together from; its single assertions in both forms, as whoever compiles has them. */
export type ConditionTree<Form> =
  | { readonly all: readonly ConditionTree<Form>[] }
  | { readonly any: readonly ConditionTree<Form>[] }
  | { readonly not: ConditionTree<Form> }
  | { readonly fields: readonly string[]; readonly best: Form; readonly worst: Form };

const OPPOSITE = { yes: 'no', no: 'yes', unknown: 'unknown' } as const satisfies Record<Outcome, Outcome>;

interface Decided {
  readonly outcome: Outcome;
  readonly fields: readonly string[];
}

/** Of parts of which one that is `enough` decides alone: those that did; else all of them, or those that keep it open. */
const joined = (parts: readonly Decided[], enough: Outcome): Decided => {
  const outcome = [enough, 'unknown' as const].find((each) => parts.some((part) => part.outcome === each));
  const took = outcome === undefined ? parts : parts.filter((part) => part.outcome === outcome);
  return { outcome: outcome ?? OPPOSITE[enough], fields: took.flatMap(({ fields }) => fields) };
};

const decide = (tree: ConditionTree<Validator>, record: RecordValues): Decided => {
  if ('fields' in tree) {
    const outcome = tree.worst(record) ? 'yes' : tree.best(record) ? 'unknown' : 'no';
    return { outcome, fields: tree.fields };
  }
  if ('not' in tree) {
    const { outcome, fields } = decide(tree.not, record);
    return { outcome: OPPOSITE[outcome], fields };
  }
  const parts = ('all' in tree ? tree.all : tree.any).map((part) => decide(part, record));
  return joined(parts, 'all' in tree ? 'no' : 'yes');
};

/** The fields that made the outcome of a record what it is, in reading order, each once. */
export const decidedBy = (tree: ConditionTree<Validator>, record: RecordValues): readonly string[] => [
  ...new Set(decide(tree, record).fields),
];
