import { remembered } from '../model/remembered.ts';

/** One way to leave a unit: what it costs, and the rules (as bits) it then counts for. */
export interface Choice {
  readonly cost: number;
  readonly gain: number;
}

/** The index of a choice for each unit; `impossible` where none will do, `too-many` where they cannot all be tried. */
export type Cover = readonly number[] | 'impossible' | 'too-many';

/** A choice that is left, with its index among all choices of its unit. */
type Allowed = Choice & { readonly index: number };

interface Loose {
  readonly rule: number;
  readonly need: number;
}

/** Choices held at once, and so the states that can be looked at: some 16 MB, a fraction of a second. */
const MOST = 1 << 22;

/** Numbers in the same order, as small as they can be; all are below `most`. */
const ranked = (numbers: Int32Array, most: number): Int32Array => {
  const ranks = new Int32Array(most);
  for (const number of numbers) ranks[number] = 1;
  let rank = 0;
  for (let number = 0; number < most; number++) if (ranks[number] === 1) ranks[number] = rank++;
  return numbers.map((number) => ranks[number]!);
};

/**
 * Several rules with slack: the least cost of the units from each one on, for every combination of what the rules
 * still need (a state: mixed radix, one digit a rule), worked out from the last unit to the first. Of equal costs the
 * one in which the costly units come first: what follows from a state has a rank by that, and the lower one is taken.
 */
const coverSeveral = (units: readonly (readonly Allowed[])[], loose: readonly Loose[]): Cover => {
  const strides = loose.map((_, at) => loose.slice(0, at).reduce((product, { need }) => product * (need + 1), 1));
  const states = loose.reduce((product, { need }) => product * (need + 1), 1);
  if (states * (units.length + 1) > MOST) return 'too-many';

  const after = (state: number, { gain }: Allowed): number => {
    let next = state;
    for (const [at, { rule, need }] of loose.entries()) {
      const stride = strides[at]!;
      if ((gain >> rule) & 1 && Math.floor(state / stride) % (need + 1) > 0) next -= stride;
    }
    return next;
  };

  let costs = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  let ranks: Int32Array = new Int32Array(states);
  const taken = units.map(() => new Int32Array(states));
  for (let unit = units.length - 1; unit >= 0; unit--) {
    const [least, first] = [new Float64Array(states), new Int32Array(states)];
    for (let state = 0; state < states; state++) {
      for (const [at, choice] of units[unit]!.entries()) {
        const next = after(state, choice);
        const cost = choice.cost + costs[next]!;
        const place = ranks[next]! + (choice.cost > 0 ? 0 : states);
        if (at > 0 && (cost > least[state]! || (cost === least[state] && place >= first[state]!))) continue;
        least[state] = cost;
        first[state] = place;
        taken[unit]![state] = at;
      }
    }
    costs = least;
    ranks = ranked(first, 2 * states);
  }
  let state = states - 1;
  if (costs[state] === Number.POSITIVE_INFINITY) return 'impossible';
  return units.map((choices, unit) => {
    const choice = choices[taken[unit]![state]!]!;
    state = after(state, choice);
    return choice.index;
  });
};

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
