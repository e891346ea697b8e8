import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Indicator, Ruleset, TableName } from '../model/ruleset.ts';
import type { Draw, Drawn, SizeRule } from '../model/sample.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { drawId, drawKeys, registerHash, sortKeys } from '../sample/draw-units.ts';
import { MOST_DRAWN } from '../sample/plan-size.ts';
import { RegisterUnits } from '../sample/register-units.ts';
import { missRisks, sizeStratum } from '../sample/size-stratum.ts';
import { populationOf, registerOf, type Unit } from './population.ts';
import { sha256 } from './sha256.ts';

export interface DrawRequest extends Omit<AssessRequest, 'command' | 'witnesses' | 'units'> {
  /** Public: whoever knows it draws the same units again. One line, not blank. */
  readonly seed: string;
  readonly of: TableName;
  /** Only this rule's condition; default all share rules over the table. */
  readonly rule?: string;
  readonly stratum?: 'street' | 'community';
  readonly size: SizeRule;
  /** Of streets: only those that pass, or those of these names and codes. */
  readonly named?: 'passing' | readonly string[];
}

/** A draw that holds its inputs open until `close()`. */
export type OpenDrawn = Drawn & OpenAssessment;

export const DEFAULT_RULESET = 'yantian-2011';

/** The indicators of share rules over a table, all or that of one rule. */
export const checkedIndicators = (ruleset: Ruleset, table: TableName, rule?: string): readonly Indicator[] =>
  ruleset.indicators.filter(
    ({ id, of }) =>
      of === table &&
      (rule === undefined || id === rule) &&
      ruleset.rules.some((each) => each.id === id && each.kind === 'share'),
  );

const strataOf = (units: readonly Unit[], stratum: DrawRequest['stratum']): ReadonlyMap<string, readonly Unit[]> => {
  const strata = new Map<string, Unit[]>();
  for (const unit of units) {
    const label = stratum === undefined ? '' : unit.labels[stratum];
    const same = strata.get(label);
    if (same) same.push(unit);
    else strata.set(label, [unit]);
  }
  return new Map(sortKeys([...strata.keys()]).map((label) => [label, strata.get(label)!]));
};

const firstTwice = (sorted: readonly string[]): string | undefined => sorted.find((key, at) => key === sorted[at + 1]);

const drawFrom = (
  units: readonly Unit[],
  indicators: readonly Indicator[],
  request: DrawRequest,
): Draw | Diagnostic => {
  const { seed, size, stratum, of: table } = request;
  if (units.length === 0) return diagnose('sample.no-units', { table: TABLE_LABELS[table] });
  const keys = sortKeys(units.map(({ key }) => key));
  const twice = firstTwice(keys);
  if (twice !== undefined) return diagnose('sample.units-alike', { unit: twice });
  const register = registerHash(keys, sha256);
  const rules = indicators.map(({ id }) => id);
  const strata: Draw['strata'][number][] = [];
  const drawn: Draw['units'][number][] = [];
  for (const own of strataOf(units, stratum).values()) {
    const sized = sizeStratum(own.length, size);
    if (sized === null) return diagnose('sample.too-many', { limit: MOST_DRAWN });
    const byKey = new Map(own.map((unit) => [unit.key, unit]));
    const frame = sortKeys([...byKey.keys()]);
    for (const key of drawKeys(frame, sized.size, seed, register, sha256)) {
      drawn.push(byKey.get(key)!.drawn(strata.length, rules));
    }
    strata.push({
      of: stratum === undefined ? null : own[0]![stratum](),
      units: own.length,
      drawn: sized.size,
      accept: sized.accept,
      risks: missRisks(own.length, sized.size),
      claims: rules.map((rule, at) => ({
        rule,
        met: own.filter(({ outcomes }) => outcomes[at] === 'yes').length,
        unknown: own.filter(({ outcomes }) => outcomes[at] === 'unknown').length,
      })),
      frame,
    });
  }
  const drawnKeys = drawn.map(({ key }) => key);
  return {
    id: drawId(seed, register, drawnKeys, sha256),
    seed,
    register: { table, units: units.length, sha256: register },
    rules,
    stratifiedBy: stratum ?? null,
    size,
    strata,
    units: drawn,
    earlier: null,
  };
};

/** Reads a submission and draws units of one of its tables, so that anyone with the same register draws the same. */
export const drawSample = async (request: DrawRequest): Promise<OpenDrawn> => {
  const { of: table, rule, rules = DEFAULT_RULESET } = request;
  const loaded = await loadRuleset(rules);
  // What is wrong with a ruleset the assessment says.
  if ('refusal' in loaded) return { ...(await assess(request)), draw: null };
  const indicators = checkedIndicators(loaded.ruleset, table, rule);
  const units = new RegisterUnits(table, indicators, loaded.ruleset);
  const assessment = await assess({ ...request, witnesses: 1, units });
  const { ruleset, records, refusal } = assessment;
  if (refusal !== null || ruleset === null || records === null) return { ...assessment, draw: null };
  const register = registerOf(records, ruleset);
  const population = populationOf(assessment, ruleset, register, units.list, indicators, request);
  const draw = 'diagnostics' in population ? population.diagnostics : drawFrom(population.units, indicators, request);
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
