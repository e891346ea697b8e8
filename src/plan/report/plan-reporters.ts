import type { Assessment } from '../../model/assessment.ts';
import type { Planned } from '../../model/plan.ts';
import { jsonReporter } from '../../report/json-reporter.ts';
import type { Reporter } from '../../report/reporter.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import { planJson } from './plan-json.ts';
import { planTable } from './plan-table.ts';

const isPlanned = (assessment: Assessment): assessment is Planned => 'plans' in assessment;

/** The formats of a plan. Where nothing was judged there is nothing to plan: the report says why. */
export const PLAN_REPORTERS = {
  table: (assessment, context) =>
    isPlanned(assessment) && assessment.refusal === null && assessment.ruleset !== null
      ? planTable(assessment, assessment.ruleset, context)
      : tableReporter(assessment, context),
  json: (assessment, context) =>
    isPlanned(assessment) && assessment.refusal === null && assessment.ruleset !== null
      ? planJson(assessment, assessment.ruleset, context.tool)
      : jsonReporter(assessment, context),
} as const satisfies Record<string, Reporter>;

export type PlanFormat = keyof typeof PLAN_REPORTERS;
export const PLAN_FORMATS = Object.keys(PLAN_REPORTERS) as readonly PlanFormat[];
