import type { Allowed, Cover } from './cover.ts';

interface Loose {
  readonly rule: number;
  readonly need: number;
}

/** Numbers held at once, and so the states that can be looked at: some 32 MB, a fraction of a second. */
const MOST = 1 << 22;

/**
 * Several rules with slack: the least cost of the units from each one on, for every combination of what the rules
 * still need (a state: mixed radix, one digit a rule), worked out from the last unit to the first.
 */
export const coverSeveral = (units: readonly (readonly Allowed[])[], loose: readonly Loose[]): Cover => {
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

  const costs = new Float64Array(states * (units.length + 1)).fill(Number.POSITIVE_INFINITY);
  const costAt = (unit: number, state: number): number => costs[unit * states + state]!;
  costs[units.length * states] = 0;
  for (let unit = units.length - 1; unit >= 0; unit--) {
    for (let state = 0; state < states; state++) {
      let least = Number.POSITIVE_INFINITY;
      for (const choice of units[unit]!) {
        least = Math.min(least, choice.cost + costAt(unit + 1, after(state, choice)));
      }
      costs[unit * states + state] = least;
    }
  }
  if (costAt(0, states - 1) === Number.POSITIVE_INFINITY) return 'impossible';
  return firstOfCheapest(units, states, costAt, after);
};

/**
 * Of all cheapest covers that whose costly units come first: forward through every state that a cheapest one can be
 * in, a unit at a time, keeping those in which it costs something wherever there are any.
 */
const firstOfCheapest = (
  units: readonly (readonly Allowed[])[],
  states: number,
  costAt: (unit: number, state: number) => number,
  after: (state: number, choice: Allowed) => number,
): readonly number[] => {
  const isCheapest = (unit: number, state: number, choice: Allowed): boolean =>
    choice.cost + costAt(unit + 1, after(state, choice)) === costAt(unit, state);
  const reached: Set<number>[] = [new Set([states - 1])];
  const left = units.map((choices, unit) => {
    const from = [...reached[unit]!];
    const cheap = choices.filter((choice) => from.some((state) => isCheapest(unit, state, choice)));
    const costly = cheap.filter(({ cost }) => cost > 0);
    const kept = costly.length > 0 ? costly : cheap;
    const next = kept.flatMap((choice) =>
      from.filter((state) => isCheapest(unit, state, choice)).map((state) => after(state, choice)),
    );
    reached.push(new Set(next));
    return kept;
  });

  // Backwards: the states from which the choices kept lead to the end.
  const leading: Set<number>[] = reached.map(() => new Set());
  leading[units.length] = new Set([0]);
  for (let unit = units.length - 1; unit >= 0; unit--) {
    for (const state of reached[unit]!) {
      const leads = (choice: Allowed) =>
        isCheapest(unit, state, choice) && leading[unit + 1]!.has(after(state, choice));
      if (left[unit]!.some(leads)) leading[unit]!.add(state);
    }
  }
  let state = states - 1;
  return left.map((choices, unit) => {
    const taken = choices.find(
      (choice) => isCheapest(unit, state, choice) && leading[unit + 1]!.has(after(state, choice)),
    )!;
    state = after(state, taken);
    return taken.index;
  });
};
