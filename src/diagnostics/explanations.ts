import { csvExplanations } from './explanations/csv.ts';
import type { DiagnosticExplanation } from './explanations/explanation.ts';
import { inputExplanations } from './explanations/inputs.ts';
import { recordExplanations } from './explanations/records.ts';
import { reportExplanations } from './explanations/reports.ts';
import { rowExplanations } from './explanations/rows.ts';
import { rulesetExplanations } from './explanations/rulesets.ts';
import { sampleExplanations } from './explanations/samples.ts';
import { spreadsheetExplanations } from './explanations/spreadsheets.ts';
import { tableExplanations } from './explanations/tables.ts';
import { unitExplanations } from './explanations/units.ts';
import { yamlExplanations } from './explanations/yaml.ts';
import { yearExplanations } from './explanations/years.ts';
import type { DiagnosticCode } from './slots.ts';

/** What each diagnostic means at length. Loaded by `streetcheck explain` only. */
export const diagnosticExplanations = {
  ...inputExplanations,
  ...csvExplanations,
  ...spreadsheetExplanations,
  ...yamlExplanations,
  ...rowExplanations,
  ...tableExplanations,
  ...yearExplanations,
  ...recordExplanations,
  ...unitExplanations,
  ...rulesetExplanations,
  ...reportExplanations,
  ...sampleExplanations,
} satisfies { readonly [C in DiagnosticCode]: DiagnosticExplanation<C> };
