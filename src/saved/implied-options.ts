import type { Assessment, AssessOptions, Witnesses } from '../model/assessment.ts';
import type { SavedReport } from './saved-report.ts';

/** What a run was asked for: the recorded options, and the command. */
export type Asked = AssessOptions & Pick<Assessment, 'command'>;

/** What a saved report and a run both say. */
interface Content extends Pick<Assessment, 'year' | 'refusal' | 'verdict' | 'diagnostics'> {
  readonly inputs: readonly { readonly encoding: string }[];
  readonly subjects: readonly {
    readonly scope: string;
    readonly code: string | null;
    readonly name: string | null;
    readonly findings: readonly { readonly witnesses: Witnesses }[];
  }[];
}

interface Evidence {
  /** What the option shows in. */
  readonly shown: unknown;
  /** The values that it speaks for, the likeliest first. */
  readonly values: readonly unknown[];
}

/** At most this many runs are made to find the options of a report. */
const TRIALS = 32;

/** What a report tells of the options that it was made with; `level` is the one that is judged. */
const evidenceOf = (
  { year, refusal, verdict, diagnostics, inputs, subjects }: Content,
  level: string | undefined,
): Readonly<Record<keyof Asked, Evidence>> => {
  const lists = subjects.flatMap(({ findings }) => findings.map(({ witnesses }) => witnesses));
  const longest = lists.reduce((most, { failing, unknown }) => Math.max(most, failing.length, unknown.length), 0);
  const omits = lists.some(({ omitted }) => omitted.failing + omitted.unknown > 0);
  const judged = subjects.flatMap(({ scope, code, name }) => (scope === level ? [code ?? name ?? ''] : []));
  const years = diagnostics
    .filter(({ code }) => code.startsWith('year.'))
    .map(({ code, params }) => ({ code, params }));
  const encodings = inputs.map(({ encoding }) => encoding);
  return {
    command: { shown: verdict === null, values: refusal === null ? [verdict === null ? 'validate' : 'assess'] : [] },
    witnesses: { shown: [longest, omits], values: [omits ? longest : 0] },
    subjects: { shown: judged, values: [[], judged.filter((name) => name !== '')] },
    year: {
      shown: [year, years],
      values: [year, null, ...years.map(({ params }) => params.year)].filter(isYear),
    },
    onInvalid: {
      shown: [refusal, diagnostics.map(({ code, severity }) => `${code} ${severity}`)],
      values: ['refuse', 'unknown'],
    },
    // A workbook has its own, which no option gives.
    encoding: { shown: encodings, values: [null, ...new Set(encodings.filter((encoding) => encoding !== 'xlsx'))] },
  };
};

const isYear = (value: unknown): boolean => value === null || typeof value === 'number';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Options other than the recorded ones that the content of a report speaks for where a run of those comes to another,
 * the likeliest first: every choice of values for some of them, fewest changes first.
 */
export const impliedOptions = (report: SavedReport, recorded: Asked, again: Content): readonly Partial<Asked>[] => {
  const level = report.judged?.level;
  const [told, computed] = [evidenceOf(report, level), evidenceOf(again, level)];
  let choices: readonly Partial<Asked>[] = [{}];
  for (const option of Object.keys(told) as readonly (keyof Asked)[]) {
    const { shown, values } = told[option];
    if (same(shown, computed[option].shown)) continue;
    const others = values.filter((value) => !same(value, recorded[option])).slice(0, TRIALS);
    choices = [...choices, ...choices.flatMap((choice) => others.map((value) => ({ ...choice, [option]: value })))];
  }
  const size = (choice: Partial<Asked>) => Object.keys(choice).length;
  return choices
    .slice(1)
    .sort((a, b) => size(a) - size(b))
    .slice(0, TRIALS);
};
