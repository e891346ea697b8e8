import type { Assessment, Witnesses } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SavedReport } from './open-report.ts';
import type { Asked } from './verification.ts';

/** Another value for one of the options. */
export interface Wish {
  readonly option: keyof Asked;
  readonly value: unknown;
}

/** At most this many runs are made to find the options of a report. */
const TRIALS = 32;

interface Shown {
  readonly streets: readonly string[];
  /** Length of the longest list of witnesses. */
  readonly longest: number;
  readonly omits: boolean;
}

interface Listed {
  readonly scope: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly findings: readonly { readonly witnesses: Witnesses }[];
}

const shownBy = (subjects: Iterable<Listed>): Shown => {
  const streets: string[] = [];
  let longest = 0;
  let omits = false;
  for (const { scope, code, name, findings } of subjects) {
    if (scope === 'street') streets.push(code ?? name ?? '');
    for (const { witnesses } of findings) {
      longest = Math.max(longest, witnesses.failing.length, witnesses.unknown.length);
      omits ||= witnesses.omitted.failing + witnesses.omitted.unknown > 0;
    }
  }
  return { streets, longest, omits };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const aboutYears = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.flatMap(({ code, params }) => (code.startsWith('year.') ? [[code, params]] : []));

/** The values that the content of a report speaks for, each with the evidence that the recorded one does not fit. */
const candidates = (
  { head, ...saved }: SavedReport,
  again: Assessment,
): Readonly<Partial<Record<keyof Asked, readonly unknown[]>>> => {
  const diagnostics = [...saved.diagnostics()];
  const [told, computed] = [shownBy(saved.subjects()), shownBy(again.subjects)];
  const years = aboutYears(diagnostics);
  const kinds = (of: readonly Diagnostic[]) => of.map(({ code, severity }) => `${code} ${severity}`);
  const encodings = head.inputs.map(({ encoding }) => encoding);
  // A workbook has its own, which no option gives.
  const labels = new Set(encodings.filter((encoding) => encoding !== 'xlsx'));
  return {
    command: head.refusal === null ? [head.verdict === null ? 'validate' : 'assess'] : [],
    witnesses: told.omits ? [told.longest] : told.longest < computed.longest || computed.omits ? [0] : [],
    street: same(told.streets, computed.streets) ? [] : [[], told.streets.filter((street) => street !== '')],
    year:
      head.year === again.year && same(years, aboutYears(again.diagnostics))
        ? []
        : [...(head.year === null ? [] : [head.year]), null, ...years.flatMap(([, params]) => yearIn(params))],
    onInvalid:
      head.refusal === again.refusal && same(kinds(diagnostics), kinds(again.diagnostics)) ? [] : ['refuse', 'unknown'],
    encoding: same(
      encodings,
      again.inputs.map(({ encoding }) => encoding),
    )
      ? []
      : [null, ...labels],
  };
};

const yearIn = (params: unknown): readonly number[] => {
  const { year } = params as { readonly year?: unknown };
  return typeof year === 'number' ? [year] : [];
};

/** Every choice of values for some of the options, fewest changes first. */
const combinations = (wishes: readonly (readonly Wish[])[]): readonly (readonly Wish[])[] => {
  let all: readonly (readonly Wish[])[] = [[]];
  for (const values of wishes) all = [...all, ...all.flatMap((chosen) => values.map((wish) => [...chosen, wish]))];
  return all.slice(1).sort((a, b) => a.length - b.length);
};

/** Options other than the recorded ones that the content of a report speaks for, the likeliest first. */
export const impliedOptions = (saved: SavedReport, again: Assessment): readonly (readonly Wish[])[] => {
  const recorded: Asked = { ...saved.head.options, command: saved.head.command };
  const wishes = Object.entries(candidates(saved, again)).map(([name, values]) => {
    const option = name as keyof Asked;
    return values.filter((value) => !same(value, recorded[option])).map((value): Wish => ({ option, value }));
  });
  return combinations(wishes.filter((values) => values.length > 0)).slice(0, TRIALS);
};
