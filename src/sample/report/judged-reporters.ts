import type { Assessment } from '../../model/assessment.ts';
import { jsonReporter } from '../../report/json-reporter.ts';
import type { Reporter } from '../../report/reporter.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import type { JudgedForms } from '../sample.ts';
import { judgedJson } from './judged-json.ts';
import { judgedTable } from './judged-table.ts';

const isJudged = (assessment: Assessment): assessment is JudgedForms => 'judged' in assessment;

/** The formats of what a form shows. Where draw or form was refused, the report says why. */
export const JUDGED_REPORTERS = {
  table: (assessment, context) =>
    isJudged(assessment) && assessment.judged !== null && assessment.ruleset !== null
      ? judgedTable(assessment, assessment.judged, assessment.ruleset, context)
      : tableReporter(assessment, context),
  json: (assessment, context) =>
    isJudged(assessment) && assessment.judged !== null
      ? judgedJson(assessment, assessment.judged, context.tool)
      : jsonReporter(assessment, context),
} as const satisfies Record<string, Reporter>;
