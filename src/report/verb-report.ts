import type { Assessment } from '../model/assessment.ts';
import type { Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { colorsFor } from './colors.ts';
import { head, jsonReporter, type ReportData, reportData } from './json-reporter.ts';
import { indentedPieces, type Json, toData } from './json-text.ts';
import { valueLabel } from './names.ts';
import { plain } from './plain.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { tableReporter } from './table-reporter.ts';
import { tellerOf } from './teller.ts';
import { wrap } from './wrap.ts';

/** Of a ruleset that could be read. */
type WithRuleset = Assessment & { readonly ruleset: Ruleset };

/** What every part of a verb's report for people needs: what a teller says, and the verb's own words as `text`. */
export type VerbContext<T> = ReturnType<typeof verbContext<T>>;

export const verbContext = <T>(
  assessment: WithRuleset,
  report: ReportContext,
  catalogue: Readonly<Record<Language, T>>,
) => {
  const { ruleset } = assessment;
  const { language, width, color = false } = report;
  return {
    ...tellerOf(assessment, language),
    report,
    ruleset,
    text: catalogue[language],
    colors: colorsFor(color),
    valueLabel: (table: TableName, field: string, value: Value): string =>
      plain(valueLabel(ruleset, table, field, value, language)),
    /** Lines of at most the width, the first after `first`, the others after `rest`. */
    lines: (content: string, first: string, rest = first): string[] => wrap(content, width, first, rest),
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
