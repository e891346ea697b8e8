import { levelOf } from '../../model/levels.ts';
import type { Ruleset, TableName, Value } from '../../model/ruleset.ts';
import { valueLabel } from '../../plan/report/value-label.ts';
import { type Colors, colorsFor } from '../../report/colors.ts';
import { headingLookup, ruleLookup } from '../../report/lookups.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { reportWords, type Words, words } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import type { Draw, DrawnUnit, Named, Stratum } from '../sample.ts';
import { type SampleWords, sampleWords } from './sample-words.ts';

/** Of a subject that was drawn: what stands in its record is its verdict. */
const VERDICT = 'verdict';

/** What every part of a draw for people needs. */
export interface SampleContext {
  readonly report: ReportContext;
  readonly ruleset: Ruleset;
  readonly text: SampleWords;
  readonly words: Words;
  readonly colors: Colors;
  readonly labelOf: (rule: string) => string;
  readonly headingOf: (field: string) => string;
  readonly textOf: (field: string, value: Value | null | undefined) => string;
  readonly lines: (content: string, first: string, rest?: string) => string[];
}

export const sampleContext = (ruleset: Ruleset, table: TableName, report: ReportContext): SampleContext => {
  const { language, width } = report;
  const ruleOf = ruleLookup(ruleset);
  const heading = headingLookup(ruleset, language);
  const text = sampleWords[language];
  return {
    report,
    ruleset,
    text,
    words: reportWords(ruleset)[language],
    colors: colorsFor(report.color ?? false),
    labelOf: (rule) => plain(ruleOf(rule).label[language]),
    headingOf: (field) => (field === VERDICT ? text.verdict : plain(heading(field))),
    textOf: (field, value) => {
      if (value === null || value === undefined) return words[language].blank;
      if (field === VERDICT && Object.hasOwn(words[language].results, value)) {
        return words[language].results[value as keyof Words['results']];
      }
      return plain(valueLabel(ruleset, table, field, value, language));
    },
    lines: (content, first, rest = first) => wrap(content, width, first, rest),
  };
};

/** Code and name, as far as there are any. */
export const nameOf = ({ code, name }: Named): string =>
  [code, name].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ');

export const stratumName = (
  { of }: Stratum,
  { stratifiedBy }: Draw,
  { text, ruleset, report }: SampleContext,
): string => {
  if (of === null || stratifiedBy === null) return text.whole;
  return nameOf(of) || text.notNamed(levelOf(ruleset, stratifiedBy).noun[report.language]);
};

/** Where a unit is, in words. */
export const whereIs = ({ within }: DrawnUnit): string =>
  within.map(({ code, name }) => plain(name ?? code ?? '')).join(' ');
