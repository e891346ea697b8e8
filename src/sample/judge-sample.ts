import type { Result } from '../model/assessment.ts';
import { isJudgedTable } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { judgeDraw } from './judge-draw.ts';
import { readDraw, type SavedDraw } from './read-draw.ts';
import { type FormsRequest, type Found, RESULT, withForms } from './read-form.ts';
import type { Draw, Judged, JudgedForms, RecordChange } from './sample.ts';

export interface JudgeRequest extends FormsRequest {
  /** A draw saved as JSON. */
  readonly draw: string;
  /** Needed where the ruleset of the draw is not a bundled one. */
  readonly rules?: string;
}

/** In what a unit was found otherwise; of a subject only the verdict was recorded, the register tells the rest. */
const changesOf = (draw: Draw, at: number, { outcomes, values, cell }: Found, ruleset: Ruleset): RecordChange[] => {
  const unit = draw.units[at]!;
  const lost = draw.rules.filter((rule, index) => unit.outcomes[rule] === 'yes' && outcomes[index] === 'no');
  const fields = isJudgedTable(ruleset, draw.register.table) ? [RESULT] : Object.keys(values);
  return fields.flatMap((field) => {
    const to = values[field];
    const from = unit.values[field] ?? null;
    return to === undefined || to === from ? [] : [{ unit: at, field, from, to, found: cell(field), lost }];
  });
};

const judge = ({ draw, year, ruleset }: SavedDraw, foundOf: ReadonlyMap<string, Found>): Judged => {
  const found = draw.units.map(({ key }) => foundOf.get(key));
  const outcomes = found.map((unit) => unit?.outcomes ?? draw.rules.map(() => 'unknown' as const));
  return {
    draw,
    ...judgeDraw(draw, outcomes, ruleset, year),
    changes: found.flatMap((unit, at) => (unit === undefined ? [] : changesOf(draw, at, unit, ruleset))),
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
  return withForms(saved, request, ({ found, diagnostics, inputs }) => {
    const own = { ...NOTHING, ruleset, year, inputs, diagnostics };
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      return { ...own, refusal: errors.some(({ code }) => code.startsWith('input.')) ? 'input' : 'data' };
    }
    const judged = judge(saved, found);
    return { ...own, verdict: VERDICTS[judged.result], judged };
  });
};
