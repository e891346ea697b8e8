import type { Planned } from '../../model/plan.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { headline } from '../../report/headline.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { fragileLines } from './fragile-lines.ts';
import { planContext } from './plan-context.ts';
import { subjectLines } from './subject-lines.ts';

/** The plan for people: each subject that does not pass with its way out, then where to check those that do. */
export function* planTable(planned: Planned, ruleset: Ruleset, report: ReportContext): Iterable<string> {
  const context = planContext(planned, ruleset, report);
  for (const line of headline(planned, report, context.colors)) yield `${line}\n`;
  let titled = false;
  for (const plan of planned.plans) {
    if (plan.subject.verdict === 'pass') continue;
    if (!titled) yield `\n${context.colors.strong(context.text.waysOut)}\n`;
    titled = true;
    for (const line of subjectLines(plan, context)) yield `${line}\n`;
  }
  for (const line of fragileLines(planned.fragile, context)) yield `${line}\n`;
}
