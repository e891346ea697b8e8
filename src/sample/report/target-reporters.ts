import type { Assessment } from '../../model/assessment.ts';
import { jsonReporter } from '../../report/json-reporter.ts';
import type { Reporter } from '../../report/reporter.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import type { Targeted } from '../sample.ts';
import { targetJson } from './target-json.ts';
import { targetTable } from './target-table.ts';

const isTargeted = (assessment: Assessment): assessment is Targeted => 'targets' in assessment;

/** The formats of a list of targets. Where nothing was judged there are none: the report says why. */
export const TARGET_REPORTERS = {
  table: (assessment, context) =>
    isTargeted(assessment) && assessment.refusal === null && assessment.ruleset !== null
      ? targetTable(assessment, assessment.ruleset, context)
      : tableReporter(assessment, context),
  json: (assessment, context) =>
    isTargeted(assessment) && assessment.refusal === null
      ? targetJson(assessment, context.tool)
      : jsonReporter(assessment, context),
} as const satisfies Record<string, Reporter>;
