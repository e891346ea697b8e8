import type { Assessment } from '../../model/assessment.ts';
import { colorsFor } from '../colors.ts';
import { headline } from '../headline.ts';
import { plain } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';

/** The answer in words, without the line that the title says already. */
export const headlines = (assessment: Assessment, context: ReportContext): string[] => {
  const { ruleset } = assessment;
  const scheme = plain(ruleset?.label[context.language] ?? '');
  const wide = { ...context, width: Number.POSITIVE_INFINITY };
  return [...headline(assessment, wide, colorsFor(false))]
    .map((line) => line.trim())
    .filter((line, at) => at === 0 || scheme === '' || !line.startsWith(scheme));
};
