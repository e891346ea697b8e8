import { remembered } from '../model/remembered.ts';
import { coverSeveral } from './cover-several.ts';

/** One way to leave a unit: what it costs, and the rules (as bits) it then counts for. */
export interface Choice {
  readonly cost: number;
  readonly gain: number;
}

/** The index of a choice for each unit; `impossible` where none will do, `too-many` where they cannot all be tried. */
export type Cover = readonly number[] | 'impossible' | 'too-many';

/** A choice that is left, with its index among all choices of its unit. */
export type Allowed = Choice & { readonly index: number };

/** The cheapest, of equal ones the first. */
const cheapest = (choices: readonly Allowed[]): Allowed | undefined =>
  choices.reduce<Allowed | undefined>((best, choice) => (best && best.cost <= choice.cost ? best : choice), undefined);

/** With at most one rule that has slack each unit has its own price for counting, and the cheapest do. */
const coverOne = (units: readonly (readonly Allowed[])[], rule: number | undefined, need: number): Cover => {
  const plain = units.map((choices) => cheapest(choices)!);
  if (rule === undefined) return plain.map(({ index }) => index);
  const offers = units
    .flatMap((choices, unit) => {
      const counting = cheapest(choices.filter(({ gain }) => (gain >> rule) & 1));
      return counting === undefined ? [] : [{ unit, counting, price: counting.cost - plain[unit]!.cost }];
    })
    .sort((a, b) => a.price - b.price || a.unit - b.unit)
    .slice(0, need);
  if (offers.length < need) return 'impossible';
  const taken = new Map(offers.map(({ unit, counting }) => [unit, counting.index]));
  return plain.map(({ index }, unit) => taken.get(unit) ?? index);
};

/**
 * The cheapest choice for all units such that each rule counts at least `needs` of them; of equally cheap ones that in
 * which the units that cost anything come first. A rule that needs every unit that can count has no slack and decides
 * for each of them alone; only those with slack have to be weighed against each other.
 */
export const cover = (units: readonly (readonly Choice[])[], needs: readonly number[]): Cover => {
  const gainOf = remembered((choices: readonly Choice[]) => choices.reduce((bits, { gain }) => bits | gain, 0));
  const able = units.map(gainOf);
  const counts = needs.map((_, rule) => able.filter((bits) => (bits >> rule) & 1).length);
  if (needs.some((need, rule) => need > counts[rule]!)) return 'impossible';
  const rules = needs.map((_, rule) => rule).filter((rule) => needs[rule]! > 0);
  const forced = rules.filter((rule) => needs[rule] === counts[rule]).reduce((bits, rule) => bits | (1 << rule), 0);
  const loose = rules.filter((rule) => needs[rule]! < counts[rule]!);
  const allowedOf = remembered((choices: readonly Choice[]) => {
    const must = forced & gainOf(choices);
    return choices.map((choice, index) => ({ ...choice, index })).filter(({ gain }) => (gain & must) === must);
  });
  const allowed = units.map(allowedOf);
  if (allowed.some((choices) => choices.length === 0)) return 'impossible';
  if (loose.length <= 1) return coverOne(allowed, loose[0], loose.length === 0 ? 0 : needs[loose[0]!]!);
  return coverSeveral(
    allowed,
    loose.map((rule) => ({ rule, need: needs[rule]! })),
  );
};
