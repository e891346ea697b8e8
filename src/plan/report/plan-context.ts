import type { Planned } from '../../model/plan.ts';
import type { Rule, Ruleset } from '../../model/ruleset.ts';
import { type Colors, colorsFor } from '../../report/colors.ts';
import { headingLookup, ruleLookup } from '../../report/lookups.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { type ShownPlaces, shownPlaces } from '../../report/shown-places.ts';
import { reportWords, type Words } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import { type PlanWords, planWords } from './plan-words.ts';

/** What every part of a plan for people needs. */
export interface PlanContext {
  readonly report: ReportContext;
  readonly ruleset: Ruleset;
  readonly text: PlanWords;
  readonly words: Words;
  readonly colors: Colors;
  readonly ruleOf: (id: string) => Rule;
  readonly labelOf: (rule: string) => string;
  readonly shortOf: (rule: string) => string;
  /** What people call a field. */
  readonly headingOf: (field: string) => string;
  readonly placeText: ShownPlaces;
  /** Lines of at most the width, the first after `first`, the others after `rest`. */
  readonly lines: (content: string, first: string, rest?: string) => string[];
}

export const planContext = (planned: Planned, ruleset: Ruleset, report: ReportContext): PlanContext => {
  const { language, width } = report;
  const ruleOf = ruleLookup(ruleset);
  const heading = headingLookup(ruleset, language);
  return {
    report,
    ruleset,
    text: planWords[language],
    words: reportWords(ruleset)[language],
    colors: colorsFor(report.color ?? false),
    ruleOf,
    labelOf: (rule) => plain(ruleOf(rule).label[language]),
    shortOf: (rule) => plain(ruleOf(rule).short[language]),
    headingOf: (field) => plain(heading(field)),
    placeText: shownPlaces(planned),
    lines: (content, first, rest = first) => wrap(content, width, first, rest),
  };
};
