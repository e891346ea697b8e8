import type { Result } from '../model/assessment.ts';
import { isJudgedTable } from '../model/levels.ts';
import type { Outcome, Ruleset } from '../model/ruleset.ts';
import { judgeDraw } from './judge-draw.ts';
import { readDraw, type SavedDraw } from './read-draw.ts';
import { type Found, RESULT, readForms } from './read-form.ts';
import type { Draw, DrawnUnit, Judged, JudgedForms, RecordChange } from './sample.ts';

export interface JudgeRequest {
  /** A draw saved as JSON. */
  readonly draw: string;
  /** Filled forms of that draw: files, as `assess` takes them. */
  readonly forms: readonly string[];
  /** Needed where the ruleset of the draw is not a bundled one. */
  readonly rules?: string;
  readonly encoding?: string;
  /** Of the form `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

const unknownOf = (draw: Draw): readonly Outcome[] => draw.rules.map(() => 'unknown');

/** The rules that a unit met by the register, and does not meet as it was found. */
const lostRules = ({ rules }: Draw, unit: DrawnUnit, found: Found): string[] =>
  rules.filter((rule, at) => unit.outcomes[rule] === 'yes' && found.outcomes[at] === 'no');

/** Of a subject that was drawn only the verdict was recorded; its special assessments are told by the register. */
const changesOf = (
  draw: Draw,
  unit: DrawnUnit,
  at: number,
  found: Found | undefined,
  ruleset: Ruleset,
): RecordChange[] => {
  if (found === undefined) return [];
  const fields = isJudgedTable(ruleset, draw.register.table) ? [RESULT] : Object.keys(found.values);
  return fields.flatMap((field) => {
    const to = found.values[field];
    const from = unit.values[field] ?? null;
    return to === undefined || to === from
      ? []
      : [{ unit: at, field, from, to, found: found.cell(field), lost: lostRules(draw, unit, found) }];
  });
};

const judge = ({ draw, year, ruleset }: SavedDraw, found: ReadonlyMap<string, Found>): Judged => {
  const outcomes = draw.units.map(({ key }) => found.get(key)?.outcomes ?? unknownOf(draw));
  return {
    draw,
    ...judgeDraw(draw, outcomes, ruleset, year),
    changes: draw.units.flatMap((unit, at) => changesOf(draw, unit, at, found.get(unit.key), ruleset)),
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

const judgeForms = async (
  saved: SavedDraw,
  {
    forms,
    encoding = null,
    ...rest
  }: Omit<JudgeRequest, 'draw' | 'rules' | 'encoding'> & { readonly encoding?: string | null },
): Promise<JudgedForms> => {
  const { year, ruleset } = saved;
  const { found, diagnostics, inputs, close } = await readForms(forms, saved, { encoding, ...rest });
  try {
    const own = { ...NOTHING, ruleset, year, inputs, diagnostics };
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      return { ...own, refusal: errors.some(({ code }) => code.startsWith('input.')) ? 'input' : 'data' };
    }
    const judged = judge(saved, found);
    return { ...own, verdict: VERDICTS[judged.result], judged };
  } finally {
    close();
  }
};

/** What filled forms say of a draw. A draw that was edited, or a form of another one, is refused. */
export const judgeSample = async ({ draw, rules, ...request }: JudgeRequest): Promise<JudgedForms> => {
  const saved = await readDraw(draw, rules, request.signal);
  return 'refusal' in saved ? { ...NOTHING, ...saved } : judgeForms(saved, request);
};
