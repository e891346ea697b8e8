import type { Result } from '../model/assessment.ts';
import { judgeDraw } from './judge-draw.ts';
import { readDraw, type SavedDraw } from './read-draw.ts';
import { type FormsRequest, type Found, readForms } from './read-form.ts';
import type { Judged, JudgedForms } from './sample.ts';

export interface JudgeRequest extends FormsRequest {
  /** A draw saved as JSON. */
  readonly draw: string;
  /** Needed where the ruleset of the draw is not a bundled one. */
  readonly rules?: string;
}

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
