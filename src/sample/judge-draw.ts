import type { Outcome, Ruleset, ShareRule } from '../model/ruleset.ts';
import { effectiveTarget, percentIn } from '../model/share.ts';
import { isContradicted, mostBad, type Sample } from './hypergeometric.ts';
import { type Ratio, ratio } from './ratio.ts';
import type { Contradicted, Draw, Judged, Judgement, Stratum, StratumJudgement } from './sample.ts';

/** One-sided: 95 % certainty. */
const RISK = ratio(5, 100);

/** The sample if the units that were not checked conform, and if they do not. */
interface Ends {
  readonly best: Sample;
  readonly worst: Sample;
}

const endsOf = ({ units, drawn }: Stratum, outcomes: readonly (readonly Outcome[])[], rule: number): Ends => {
  const count = (outcome: Outcome) => outcomes.filter((own) => own[rule] === outcome).length;
  const bad = count('no');
  return { best: { units, drawn, found: bad }, worst: { units, drawn, found: bad + count('unknown') } };
};

const foundIn = ({ best, worst }: Ends) => ({ bad: best.found, unchecked: worst.found - best.found });

const boundsOf = ({ best, worst }: Ends, risk: Ratio) => {
  const most = mostBad(best, risk);
  return { mostBad: most, mostBadAtWorst: worst.found === best.found ? most : mostBad(worst, risk) };
};

const contradicts = ({ best, worst }: Ends, allowed: number): Contradicted => {
  if (isContradicted(best, allowed, RISK)) return 'yes';
  return isContradicted(worst, allowed, RISK) ? 'unknown' : 'no';
};

const accepts = ({ best, worst }: Ends, accept: number): Contradicted => {
  if (worst.found <= accept) return 'yes';
  return best.found > accept ? 'no' : 'unknown';
};

const shareRule = (ruleset: Ruleset, rule: string): ShareRule => {
  const found = ruleset.rules.find(({ id }) => id === rule);
  if (found?.kind !== 'share') throw new RangeError(`no share rule: ${rule}`);
  return found;
};

const isRequired = ({ obligation, requiredFrom }: ShareRule, year: number | null): boolean =>
  obligation === 'required' && (requiredFrom === undefined || (year ?? 0) >= requiredFrom);

const judgeStratum = (stratum: Stratum, rule: ShareRule, ends: Ends): StratumJudgement => {
  const { units, accept, claims } = stratum;
  const allowed = units - effectiveTarget(units, rule.target);
  const claimed = units - (claims.find((claim) => claim.rule === rule.id)?.met ?? units);
  return {
    rule: rule.id,
    ...foundIn(ends),
    ...boundsOf(ends, RISK),
    target: { atLeast: percentIn(rule.target), allowed, contradicted: contradicts(ends, allowed) },
    register: { allowed: claimed, contradicted: contradicts(ends, claimed) },
    accepted: accept === null ? null : accepts(ends, accept),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Each stratum at its share of the risk, so that all bounds hold together with 95 % certainty (Bonferroni). */
const judgeWhole = (rule: string, strata: readonly Ends[]): Judgement => {
  const found = strata.map(foundIn);
  const bounds = strata.map((ends) => boundsOf(ends, ratio(5, 100 * strata.length)));
  return {
    rule,
    bad: sum(found.map(({ bad }) => bad)),
    unchecked: sum(found.map(({ unchecked }) => unchecked)),
    mostBad: sum(bounds.map((bound) => bound.mostBad)),
    mostBadAtWorst: sum(bounds.map((bound) => bound.mostBadAtWorst)),
  };
};

/** What decides: targets that are in force, the register's own figures, the plan. */
const resultOf = (judgements: readonly StratumJudgement[], ruleset: Ruleset, year: number | null): Judged['result'] => {
  const answers = judgements.flatMap(({ rule, target, register, accepted }) => [
    ...(isRequired(shareRule(ruleset, rule), year) ? [target.contradicted] : []),
    register.contradicted,
    ...(accepted === null ? [] : [({ yes: 'no', no: 'yes', unknown: 'unknown' } as const)[accepted]]),
  ]);
  if (answers.includes('yes')) return 'contradicted';
  return answers.includes('unknown') ? 'undecided' : 'consistent';
};

/** What the outcomes of checks, by unit and rule of the draw, say of all units. Nothing is taken for granted of an unknown one. */
export const judgeDraw = (
  draw: Draw,
  outcomes: readonly (readonly Outcome[])[],
  ruleset: Ruleset,
  year: number | null,
): Pick<Judged, 'strata' | 'whole' | 'result'> => {
  const ofStratum = draw.strata.map((): (readonly Outcome[])[] => []);
  for (const [at, own] of outcomes.entries()) ofStratum[draw.units[at]!.stratum]!.push(own);
  const ends = draw.strata.map((stratum, at) => draw.rules.map((_, rule) => endsOf(stratum, ofStratum[at]!, rule)));
  const strata = draw.strata.map((stratum, at) =>
    draw.rules.map((rule, index) => judgeStratum(stratum, shareRule(ruleset, rule), ends[at]![index]!)),
  );
  const whole = draw.rules.map((rule, index) =>
    judgeWhole(
      rule,
      ends.map((own) => own[index]!),
    ),
  );
  return { strata, whole, result: resultOf(strata.flat(), ruleset, year) };
};
