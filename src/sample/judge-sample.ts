import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Result } from '../model/assessment.ts';
import type { Indicator, Outcome } from '../model/ruleset.ts';
import {
  loadRecordedRuleset,
  orRefused,
  type Refused,
  type RulesetId,
  readSavedJson,
  SavedFileError,
} from '../saved/saved-file.ts';
import { drawUnits } from './draw-units.ts';
import { judgeDraw } from './judge-draw.ts';
import { checkedIndicators } from './population.ts';
import { type FormsRequest, type Found, readForms } from './read-form.ts';
import type { Draw, DrawnUnit, Judged, JudgedForms, SavedDraw } from './sample.ts';

export interface JudgeRequest extends FormsRequest {
  /** A draw saved as JSON. */
  readonly draw: string;
  /** Needed where the ruleset of the draw is not a bundled one. */
  readonly rules?: string;
}

interface Parsed extends Draw {
  readonly year: number | null;
  readonly ruleset: RulesetId;
}

const VERSION = 2;

/** Says plainly what is not a draw, or not of this version, before the schema does. */
const assertDraw = (data: unknown, path: string): void => {
  const { format, version } = (data ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'streetcheck-draw') throw new SavedFileError('data', diagnose('report.foreign', { path }));
  if (version === VERSION) return;
  const params = { path, version: JSON.stringify(version) ?? '–', known: VERSION };
  throw new SavedFileError('data', diagnose('report.version', params));
};

/** A part of a draw that does not follow from the rest. */
interface Contradiction {
  readonly pointer: string;
  readonly recorded: string;
  readonly computed: string;
}

function* unlike(pointer: string, recorded: unknown, computed: unknown): Iterable<Contradiction> {
  if (recorded !== computed) yield { pointer, recorded: String(recorded ?? '–'), computed: String(computed ?? '–') };
}

function* outside(pointer: string, recorded: number, least: number, most: number): Iterable<Contradiction> {
  if (recorded < least) yield* unlike(pointer, recorded, `≥ ${least}`);
  if (recorded > most) yield* unlike(pointer, recorded, `≤ ${most}`);
}

/** In what a draw is not what its own seed and register give; each part relies on those before it. */
function* contradictions({ seed, register, strata, units, id, size, rules }: Draw): Iterable<Contradiction> {
  const frames = strata.map(({ frame }) => frame);
  const again = drawUnits(frames, size, seed);
  for (const [at, stratum] of strata.entries()) {
    const sized = again.sizes[at];
    yield* unlike(`/strata/${at}/units`, stratum.units, frames[at]!.length);
    yield* unlike(`/strata/${at}/drawn`, stratum.drawn, sized?.size);
    yield* unlike(`/strata/${at}/accept`, stratum.accept, sized?.accept);
  }
  yield* unlike('/register/sha256', register.sha256, again.register.sha256);
  yield* unlike('/register/units', register.units, again.register.units);
  for (let at = 0; at < Math.max(again.drawn.length, units.length); at++) {
    yield* unlike(`/units/${at}/key`, units[at]?.key, again.drawn[at]?.key);
    yield* unlike(`/units/${at}/stratum`, units[at]?.stratum, again.drawn[at]?.stratum);
  }
  yield* unlike('/id', id, again.id);
  const ofStratum = strata.map((): DrawnUnit[] => []);
  for (const unit of units) ofStratum[unit.stratum]!.push(unit);
  // What the register says of a stratum has to leave room for what it says of the units drawn from it.
  for (const [at, { claims, units: all }] of strata.entries()) {
    yield* unlike(`/strata/${at}/claims`, claims.map(({ rule }) => rule).join(), rules.join());
    for (const [index, { rule, met, unknown }] of claims.entries()) {
      const count = (outcome: Outcome) => ofStratum[at]!.filter(({ outcomes }) => outcomes[rule] === outcome).length;
      const pointer = `/strata/${at}/claims/${index}`;
      yield* outside(`${pointer}/met`, met, count('yes'), all - count('no') - Math.max(unknown, count('unknown')));
      yield* outside(`${pointer}/unknown`, unknown, count('unknown'), all);
    }
  }
}

/** In what a draw says something else than the conditions of its ruleset do. */
function* wrongOutcomes({ rules, units }: Draw, indicators: readonly Indicator[]): Iterable<Contradiction> {
  const known = indicators.map(({ id }) => id);
  yield* unlike('/rules', rules.join(', ') || null, known.join(', ') || null);
  for (const [at, { outcomes, values }] of units.entries()) {
    for (const { id, condition } of indicators) {
      yield* unlike(`/units/${at}/outcomes/${id}`, outcomes[id], condition.outcome(values));
    }
  }
}

/** The first of them is told: what comes after it may follow from it. */
const assertUnedited = (path: string, [first]: Iterable<Contradiction>): void => {
  if (first !== undefined) throw new SavedFileError('data', diagnose('sample.draw-edited', { path, ...first }));
};

/** Reads a draw that was saved as JSON, draws it again and compares: one that was edited is refused. */
const readDraw = (path: string, rules: string | undefined, signal: AbortSignal): Promise<SavedDraw | Refused> =>
  orRefused(async () => {
    const { data } = await readSavedJson(path, { signal }, 'sample.draw-too-large');
    assertDraw(data, path);
    const { checkDraw } = await import('../ruleset/check-saved.ts');
    const fault = checkDraw(data);
    if (fault !== null) throw new SavedFileError('data', diagnose('report.invalid', { path, ...fault }));
    const draw = data as Parsed;
    assertUnedited(path, contradictions(draw));
    const ruleset = await loadRecordedRuleset(draw.ruleset, rules);
    const indicators = checkedIndicators(ruleset, draw.register.table).filter(({ id }) => draw.rules.includes(id));
    assertUnedited(path, wrongOutcomes(draw, indicators));
    return { draw, year: draw.year, ruleset };
  });

const judge = ({ draw, year, ruleset }: SavedDraw, foundOf: ReadonlyMap<string, Found>): Judged => {
  const found = draw.units.map(({ key }) => foundOf.get(key));
  const outcomes = found.map((unit) => unit?.outcomes ?? draw.rules.map(() => 'unknown' as const));
  const changes = draw.units.flatMap(({ outcomes: before }, unit) => {
    const lost = draw.rules.filter((rule, at) => before[rule] === 'yes' && outcomes[unit]![at] === 'no');
    return (found[unit]?.changes ?? []).map((change) => ({ unit, ...change, lost }));
  });
  return {
    draw,
    ...judgeDraw(draw, outcomes, ruleset, year),
    changes,
    unchecked: outcomes.flatMap((own, at) => (own.includes('unknown') ? [at] : [])),
  };
};

const VERDICTS = {
  consistent: 'pass',
  contradicted: 'fail',
  undecided: 'unknown',
} as const satisfies Record<Judged['result'], Result>;

const NOTHING: JudgedForms = {
  command: 'assess',
  ruleset: null,
  options: { year: null, subjects: [], onInvalid: 'refuse', witnesses: 0, encoding: null },
  year: null,
  refusal: null,
  verdict: null,
  totals: { subjects: { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 }, records: 0, skipped: 0 },
  inputs: [],
  subjects: [],
  diagnostics: [],
  unmatched: [],
  judged: null,
};

/** What filled forms say of a draw. A draw that was edited, or a form of another one, is refused. */
export const judgeSample = async ({ draw, rules, ...request }: JudgeRequest): Promise<JudgedForms> => {
  const saved = await readDraw(draw, rules, request.signal);
  if ('refusal' in saved) return { ...NOTHING, ...saved };
  const { year, ruleset } = saved;
  const { found, diagnostics, inputs } = await readForms(saved, request);
  const forms = { ...NOTHING, ruleset, year, inputs, diagnostics };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return { ...forms, refusal: errors.some(({ code }) => code.startsWith('input.')) ? 'input' : 'data' };
  }
  const judged = judge(saved, found);
  return { ...forms, verdict: VERDICTS[judged.result], judged };
};
