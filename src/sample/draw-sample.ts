import { assess, type OpenSubmission, toAssessment, withSubmission } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { levelOf, levelOfTable, tableLabel } from '../model/levels.ts';
import type { Indicator, Level, Ruleset, TableName } from '../model/ruleset.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { compareKeys, drawId, drawKeys, registerHash, sortKeys } from './draw-units.ts';
import { MOST_DRAWN } from './plan-size.ts';
import type { DrawRequest } from './population.ts';
import { type Population, populationOf, type Unit } from './population.ts';
import { takenUnits } from './register-units.ts';
import type { Draw, Drawn, DrawnUnit, Stratum } from './sample.ts';
import { sha256 } from './sha256.ts';
import { missRisks, sizeStratum } from './size-stratum.ts';

/** The indicators of share rules over a table, all or that of one rule. */
export const checkedIndicators = (ruleset: Ruleset, table: TableName, rule?: string): readonly Indicator[] =>
  ruleset.indicators.filter(
    ({ id, of }) =>
      of === table &&
      (rule === undefined || id === rule) &&
      ruleset.rules.some((each) => each.id === id && each.kind === 'share'),
  );

/** Units by stratum, in their order; the strata by what keeps them apart. */
const strataOf = (
  { label }: Population,
  units: readonly Unit[],
  stratum: Level | undefined,
): readonly (readonly Unit[])[] => {
  if (stratum === undefined) return [units];
  const strata = new Map<string, Unit[]>();
  for (const unit of units) {
    const own = label(unit, stratum);
    const same = strata.get(own);
    if (same) same.push(unit);
    else strata.set(own, [unit]);
  }
  return sortKeys([...strata.keys()]).map((own) => strata.get(own)!);
};

const claimsOf = (units: readonly Unit[], rules: readonly string[]): Stratum['claims'] =>
  rules.map((rule, at) => {
    let [met, unknown] = [0, 0];
    for (const { outcomes } of units) {
      if (outcomes[at] === 'yes') met++;
      else if (outcomes[at] === 'unknown') unknown++;
    }
    return { rule, met, unknown };
  });

const drawFrom = (
  population: Population,
  indicators: readonly Indicator[],
  ruleset: Ruleset,
  { seed, size, stratum: by, of: table }: DrawRequest,
): Draw | Diagnostic => {
  const stratum = by === undefined ? undefined : levelOf(ruleset, by);
  const units = population.units.toSorted((a, b) => compareKeys(a.key, b.key));
  if (units.length === 0) return diagnose('sample.no-units', { table: tableLabel(levelOfTable(ruleset, table)) });
  const twice = units.find(({ key }, at) => key === units[at + 1]?.key);
  if (twice !== undefined) return diagnose('sample.units-alike', { unit: twice.key });
  const register = registerHash(
    units.map(({ key }) => key),
    sha256,
  );
  const rules = indicators.map(({ id }) => id);
  const strata: Stratum[] = [];
  const drawn: DrawnUnit[] = [];
  for (const own of strataOf(population, units, stratum)) {
    const sized = sizeStratum(own.length, size);
    if (sized === null) return diagnose('sample.too-many', { limit: MOST_DRAWN });
    const frame = own.map(({ key }) => key);
    const order = new Map(drawKeys(frame, sized.size, seed, register, sha256).map((key, at) => [key, at]));
    const first = own.filter(({ key }) => order.has(key)).sort((a, b) => order.get(a.key)! - order.get(b.key)!);
    drawn.push(...first.map((unit) => population.drawn(unit, strata.length, rules)));
    strata.push({
      of: stratum === undefined ? null : population.parent(own[0]!, stratum),
      units: own.length,
      drawn: sized.size,
      accept: sized.accept,
      risks: missRisks(own.length, sized.size),
      claims: claimsOf(own, rules),
      frame,
    });
  }
  const drawnKeys = drawn.map(({ key }) => key);
  return {
    id: drawId(seed, register, drawnKeys, sha256),
    seed,
    register: { table, units: units.length, sha256: register },
    rules,
    stratifiedBy: by ?? null,
    size,
    strata,
    units: drawn,
    earlier: null,
  };
};

/** Reads a submission and draws units of one of its tables, so that anyone with the same register draws the same. */
export const drawSample = async (request: DrawRequest): Promise<Drawn> => {
  const { of: table, rule, rules } = request;
  const loaded = await loadRuleset(rules);
  // What is wrong with a ruleset the assessment says.
  if ('refusal' in loaded) return { ...(await assess(request)), draw: null };
  const indicators = checkedIndicators(loaded.ruleset, table, rule);
  return withSubmission({ ...request, witnesses: 1 }, (submission) => drawOf(submission, indicators, request));
};

const drawOf = (submission: OpenSubmission, indicators: readonly Indicator[], request: DrawRequest): Drawn => {
  const assessment = toAssessment(submission, false);
  const { ruleset, refusal, read } = submission;
  if (refusal !== null || ruleset === null || read === null) return { ...assessment, draw: null };
  const { of: table } = request;
  const { register } = read;
  const taken = levelOfTable(ruleset, table).judged ? [] : takenUnits(register, table, indicators, ruleset);
  const population = populationOf(submission, ruleset, register, taken, indicators, request);
  const draw =
    'diagnostics' in population ? population.diagnostics : drawFrom(population, indicators, ruleset, request);
  if ('strata' in draw) return { ...assessment, draw };
  const found = Array.isArray(draw) ? draw : [draw];
  return {
    ...assessment,
    refusal: 'data',
    verdict: null,
    diagnostics: [...found, ...assessment.diagnostics],
    draw: null,
  };
};
