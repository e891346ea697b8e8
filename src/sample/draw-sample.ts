import { type AssessRequest, type OpenSubmission, statesOf, toAssessment, withSubmissionBy } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel, levelOf, levelOfTable, tableLabel, unitsOf } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Indicator, Outcome } from '../model/ruleset.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import { type Named, UNNAMED } from '../register/named.ts';
import type { Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';
import { type LoadedRuleset, loadRuleset } from '../ruleset/load-ruleset.ts';
import { compareKeys, drawUnits, MOST_DRAWN, missRisks, sortKeys } from './draw-units.ts';
import { checkedIndicators, outcomesOf, unitNames, type WhatToDraw } from './population.ts';
import type { Draw, Drawn, DrawnUnit, SizeRule, Stratum } from './sample.ts';

export interface DrawRequest extends Omit<AssessRequest, 'command' | 'witnesses'>, WhatToDraw {
  /** Public: whoever knows it draws the same units again. One line, not blank. */
  readonly seed: string;
  readonly size: SizeRule;
  /** Of subjects: only those that pass, or those of these names and codes. */
  readonly named?: 'passing' | readonly string[];
}

/** What can be drawn. There may be millions: what is only asked of drawn ones is looked up then, by its number (`at`). */
interface Candidate {
  readonly at: number;
  readonly key: string;
  /** What keeps its stratum apart; '' for the whole. */
  readonly stratum: string;
}

interface Population {
  readonly candidates: readonly Candidate[];
  stratumName(at: number): Named | null;
  /** By the place of the indicator. */
  outcome(at: number, nth: number): Outcome;
  /** As the register has it. */
  record(at: number): Pick<DrawnUnit, 'code' | 'name' | 'within' | 'place' | 'values'>;
}

const unitPopulation = (
  register: Register,
  indicators: readonly Indicator[],
  { of: table, subjects: wishes = [], stratum }: DrawRequest,
): Population => {
  const { ruleset, subjects } = register;
  const { isShown } = askedSubjects(wishes, subjects, ruleset);
  const asked = subjects.map(isShown);
  const names = unitNames(register, table);
  const find = recordFinder(register.index, ruleset);
  const drawn = levelOfTable(ruleset, table);
  const level = stratum === undefined ? null : levelOf(ruleset, stratum);
  const outcome = outcomesOf(register, table, indicators);
  const units = register.allOf(drawn.id).filter(({ subject }) => asked[subject]);
  return {
    candidates: units.map((unit, at) => ({
      ...{ at, key: names.key(unit) },
      stratum: level === null ? '' : names.stratum(unit, level),
    })),
    outcome: (at, nth) => outcome(units[at]!.unit, nth),
    stratumName: (at) => level && (names.holder(units[at]!, level) ?? UNNAMED),
    record: (at) => {
      const unit = units[at]!;
      const { code, name, values, cell } = find(register.row(unit.unit));
      const within = register.holders(unit.unit, drawn);
      return { code, name, within, place: cell('code').place, values: values() };
    },
  };
};

/** The subjects themselves, with their verdicts: only those already named, if asked. */
const subjectPopulation = (
  submission: OpenSubmission,
  register: Register,
  indicators: readonly Indicator[],
  { of: table, named }: DrawRequest,
): Population | Diagnostic => {
  const { ruleset } = register;
  const listed = named === undefined || named === 'passing' ? [] : named;
  const { isShown, unmatched } = askedSubjects(listed, register.subjects, ruleset);
  if (unmatched.length > 0)
    return diagnose('sample.not-a-subject', { names: unmatched, subjects: unitsOf(judgedLevel(ruleset)) });
  const { subjectKey } = unitNames(register, table);
  const states = statesOf(submission).filter(({ subject }) =>
    named === 'passing' ? subject.verdict === 'pass' : isShown(subject),
  );
  return {
    candidates: states.map(({ subject }, at) => ({ at, key: subjectKey(subject), stratum: '' })),
    outcome: (at, nth) => indicators[nth]!.condition.outcome({ verdict: states[at]!.subject.verdict }),
    stratumName: () => null,
    record: (at) => {
      const { subject, cell } = states[at]!;
      const { code, name, verdict } = subject;
      return { code, name, within: [], place: cell('name').place, values: { verdict } };
    },
  };
};

const claimsOf = (
  candidates: readonly Candidate[],
  { outcome }: Population,
  rules: readonly string[],
): Stratum['claims'] =>
  rules.map((rule, nth) => {
    let [met, unknown] = [0, 0];
    for (const { at } of candidates) {
      const says = outcome(at, nth);
      if (says === 'yes') met++;
      else if (says === 'unknown') unknown++;
    }
    return { rule, met, unknown };
  });

const drawFrom = (
  population: Population,
  { ruleset }: Register,
  rules: readonly string[],
  { seed, size, stratum, of: table }: DrawRequest,
): Draw | Diagnostic => {
  const candidates = population.candidates.toSorted((a, b) => compareKeys(a.key, b.key));
  if (candidates.length === 0) return diagnose('sample.no-units', { table: tableLabel(levelOfTable(ruleset, table)) });
  const twice = candidates.find(({ key }, at) => key === candidates[at + 1]?.key);
  if (twice !== undefined) return diagnose('sample.units-alike', { unit: twice.key });
  const byStratum = new Map<string, Candidate[]>();
  for (const candidate of candidates) getOrInsert(byStratum, candidate.stratum, () => []).push(candidate);
  const parts = sortKeys([...byStratum.keys()]).map((label) => byStratum.get(label)!);
  const frames = parts.map((own) => own.map(({ key }) => key));
  const { id, register, sizes, drawn } = drawUnits(frames, size, seed);
  if (sizes.includes(null)) return diagnose('sample.too-many', { limit: MOST_DRAWN });
  const wanted = new Set(drawn.map(({ key }) => key));
  const places = new Map(candidates.filter(({ key }) => wanted.has(key)).map(({ key, at }) => [key, at]));
  return {
    id,
    seed,
    register: { table, ...register },
    rules,
    stratifiedBy: stratum ?? null,
    size,
    strata: parts.map((own, nth): Stratum => {
      const { size: drawn, accept } = sizes[nth]!;
      return {
        of: population.stratumName(own[0]!.at),
        ...{ units: own.length, drawn, accept, risks: missRisks(own.length, drawn) },
        claims: claimsOf(own, population, rules),
        frame: frames[nth]!,
      };
    }),
    units: drawn.map((unit): DrawnUnit => {
      const at = places.get(unit.key)!;
      const outcomes = Object.fromEntries(rules.map((rule, nth) => [rule, population.outcome(at, nth)]));
      return { ...unit, ...population.record(at), outcomes };
    }),
    earlier: null,
  };
};

/** Reads a submission and draws units of one of its tables, so that anyone with the same register draws the same. */
export const drawSample = async (request: DrawRequest, loaded?: LoadedRuleset): Promise<Drawn> =>
  withSubmissionBy(loaded ?? (await loadRuleset(request.rules, request.files)), request, (submission) => {
    const assessment = toAssessment(submission, false);
    const { ruleset, refusal, read } = submission;
    if (refusal !== null || ruleset === null || read === null) return { ...assessment, draw: null };
    const { of: table, rule } = request;
    const { register } = read;
    const indicators = checkedIndicators(ruleset, table, rule);
    const population = levelOfTable(ruleset, table).judged
      ? subjectPopulation(submission, register, indicators, request)
      : unitPopulation(register, indicators, request);
    const rules = indicators.map(({ id }) => id);
    const draw = 'code' in population ? population : drawFrom(population, register, rules, request);
    if ('strata' in draw) return { ...assessment, draw };
    const diagnostics = [draw, ...assessment.diagnostics];
    return { ...assessment, refusal: 'data', verdict: null, diagnostics, draw: null };
  });
