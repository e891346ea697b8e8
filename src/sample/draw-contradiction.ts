import type { Indicator, Outcome } from '../model/ruleset.ts';
import { drawId, drawKeys, registerHash, sortKeys } from './draw-units.ts';
import type { Draw, DrawnUnit, SizeRule, Stratum } from './sample.ts';
import { sha256 } from './sha256.ts';
import { sizeStratum } from './size-stratum.ts';

/** A part of a draw that does not follow from the rest. */
export interface Contradiction {
  readonly pointer: string;
  readonly recorded: string;
  readonly computed: string;
}

const told = (pointer: string, recorded: unknown, computed: unknown): Contradiction => ({
  pointer,
  recorded: String(recorded ?? '–'),
  computed: String(computed ?? '–'),
});

/** Whether the size of a stratum is that of the rule. */
const wrongSize = ({ frame, ...recorded }: Stratum, size: SizeRule, at: number): Contradiction | null => {
  const sized = sizeStratum(frame.length, size);
  const computed = { units: frame.length, drawn: sized?.size, accept: sized?.accept };
  const wrong = (['units', 'drawn', 'accept'] as const).find((key) => recorded[key] !== computed[key]);
  return wrong === undefined ? null : told(`/strata/${at}/${wrong}`, recorded[wrong], computed[wrong]);
};

/** What the register says of a stratum has to leave room for what it says of the units drawn from it. */
const wrongClaim = ({ strata, units, rules }: Draw): Contradiction | null => {
  const drawn = strata.map((): DrawnUnit[] => []);
  for (const unit of units) drawn[unit.stratum]!.push(unit);
  for (const [at, { claims, units: all }] of strata.entries()) {
    const named = claims.map(({ rule }) => rule).join();
    if (named !== rules.join()) return told(`/strata/${at}/claims`, named, rules.join());
    for (const [index, { rule, met, unknown }] of claims.entries()) {
      const count = (outcome: Outcome) => drawn[at]!.filter(({ outcomes }) => outcomes[rule] === outcome).length;
      const pointer = `/strata/${at}/claims/${index}`;
      const [least, most] = [count('yes'), all - count('no') - Math.max(unknown, count('unknown'))];
      if (met < least || met > most) return told(`${pointer}/met`, met, met < least ? `≥ ${least}` : `≤ ${most}`);
      if (unknown < count('unknown')) return told(`${pointer}/unknown`, unknown, `≥ ${count('unknown')}`);
    }
  }
  return null;
};

/** The first thing in which a draw is not what its own seed and register give. */
export const contradiction = (draw: Draw): Contradiction | null => {
  const { seed, register, strata, units, id, size } = draw;
  for (const [at, stratum] of strata.entries()) {
    const wrong = wrongSize(stratum, size, at);
    if (wrong !== null) return wrong;
  }
  const frame = sortKeys(strata.flatMap((stratum) => stratum.frame));
  const hashed = registerHash(frame, sha256);
  if (hashed !== register.sha256) return told('/register/sha256', register.sha256, hashed);
  if (frame.length !== register.units) return told('/register/units', register.units, frame.length);
  const drawn = strata.flatMap(({ frame: own, drawn: count }, stratum) =>
    drawKeys(own, count, seed, hashed, sha256).map((key) => ({ key, stratum })),
  );
  for (let at = 0; at < Math.max(drawn.length, units.length); at++) {
    for (const field of ['key', 'stratum'] as const) {
      const [recorded, computed] = [units[at]?.[field], drawn[at]?.[field]];
      if (recorded !== computed) return told(`/units/${at}/${field}`, recorded, computed);
    }
  }
  const keys = drawn.map(({ key }) => key);
  const number = drawId(seed, hashed, keys, sha256);
  return number === id ? wrongClaim(draw) : told('/id', id, number);
};

/** The first unit of which a draw says something else than its own values do. */
export const wrongOutcome = (units: readonly DrawnUnit[], indicators: readonly Indicator[]): Contradiction | null => {
  for (const [at, { outcomes, values }] of units.entries()) {
    for (const { id, condition } of indicators) {
      const computed = condition.outcome(values);
      if (outcomes[id] !== computed) return told(`/units/${at}/outcomes/${id}`, outcomes[id], computed);
    }
  }
  return null;
};
