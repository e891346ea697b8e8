import type { Assessment } from '../../model/assessment.ts';
import { jsonReporter } from '../../report/json-reporter.ts';
import type { Reporter } from '../../report/reporter.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import type { Drawn } from '../sample.ts';
import { drawJson } from './draw-json.ts';
import { drawTable } from './draw-table.ts';

const isDrawn = (assessment: Assessment): assessment is Drawn => 'draw' in assessment;

/** The formats of a draw. Where the data was refused nothing is drawn: the report says why. */
export const DRAW_REPORTERS = {
  table: (assessment, context) =>
    isDrawn(assessment) && assessment.draw !== null && assessment.ruleset !== null
      ? drawTable(assessment, assessment.draw, assessment.ruleset, context)
      : tableReporter(assessment, context),
  json: (assessment, context) =>
    isDrawn(assessment) && assessment.draw !== null
      ? drawJson(assessment, assessment.draw, context.tool)
      : jsonReporter(assessment, context),
} as const satisfies Record<string, Reporter>;
