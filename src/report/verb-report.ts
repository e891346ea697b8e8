import type { Assessment } from '../model/assessment.ts';
import type { Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { type Colors, colorsFor } from './colors.ts';
import { head, jsonReporter, type ReportData, reportData } from './json-reporter.ts';
import { indentedPieces, type Json, toData } from './json-text.ts';
import { headingLookup, ruleLookup, valueLabel } from './names.ts';
import { plain, type ShownPlaces, shownPlaces } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { tableReporter } from './table-reporter.ts';
import { reportWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

/** Of a ruleset that could be read. */
type WithRuleset = Assessment & { readonly ruleset: Ruleset };

/** What every part of a verb's report for people needs; `text` are the verb's own words. All texts are safe to be shown. */
export interface VerbContext<T> {
  readonly report: ReportContext;
  readonly ruleset: Ruleset;
  readonly text: T;
  readonly words: Words;
  readonly colors: Colors;
  readonly placeText: ShownPlaces;
  ruleOf(id: string): Rule;
  labelOf(rule: string): string;
  /** What people call a field. */
  headingOf(field: string): string;
  valueLabel(table: TableName, field: string, value: Value): string;
  /** Lines of at most the width, the first after `first`, the others after `rest`. */
  lines(content: string, first: string, rest?: string): string[];
}

export const verbContext = <T>(
  assessment: WithRuleset,
  report: ReportContext,
  catalogue: Readonly<Record<Language, T>>,
): VerbContext<T> => {
  const { ruleset } = assessment;
  const { language, width } = report;
  const ruleOf = ruleLookup(ruleset);
  const heading = headingLookup(ruleset, language);
  return {
    report,
    ruleset,
    text: catalogue[language],
    words: reportWords(ruleset)[language],
    colors: colorsFor(report.color ?? false),
    placeText: shownPlaces(assessment),
    ruleOf,
    labelOf: (rule) => plain(ruleOf(rule).label[language]),
    headingOf: (field) => plain(heading(field)),
    valueLabel: (table, field, value) => plain(valueLabel(ruleset, table, field, value, language)),
    lines: (content, first, rest = first) => wrap(content, width, first, rest),
  };
};

/** The scheme and the year, in front of which a verb says what it tells. */
export const schemeText = ({ ruleset, words, report }: VerbContext<unknown>, year: number | null): string[] => [
  plain(ruleset.label[report.language]),
  ...(year === null ? [] : [words.year(year)]),
];

/** What the JSON of every verb begins with, in the order of the published schemas. */
const verbHead = (assessment: Assessment, tool: string) => {
  const { command: _, refusal: __, options, ...rest } = head(assessment, tool);
  const { witnesses: ___, ...own } = options;
  return { ...rest, options: own };
};

export type VerbHead = ReturnType<typeof verbHead>;

/** The formats of a verb's result; where `isTold` finds nothing to tell, the general report says why. */
export const verbReporters = <A extends WithRuleset>(
  isTold: (assessment: Assessment) => assessment is A,
  lines: (assessment: A, context: ReportContext) => Iterable<string>,
  document: (assessment: A, top: VerbHead) => object,
) =>
  ({
    *table(assessment, context) {
      if (!isTold(assessment)) yield* tableReporter(assessment, context);
      else for (const line of lines(assessment, context)) yield `${line}\n`;
    },
    *json(assessment, context) {
      if (!isTold(assessment)) yield* jsonReporter(assessment, context);
      else {
        yield* indentedPieces(document(assessment, verbHead(assessment, context.tool)), 0);
        yield '\n';
      }
    },
  }) as const satisfies Record<string, Reporter>;

/** A verb's result as data; where `isTold` finds nothing to tell, the general report, which says why. */
export const verbData =
  <A extends WithRuleset, D extends object>(
    isTold: (assessment: Assessment) => assessment is A,
    document: (assessment: A, top: VerbHead) => D,
  ) =>
  (assessment: Assessment, tool: string): Json<D> | ReportData =>
    isTold(assessment) ? toData(document(assessment, verbHead(assessment, tool))) : reportData(assessment, tool);
