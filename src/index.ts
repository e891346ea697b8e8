/** The library face: `assess` a submission, look at the result or render it with a reporter. */
export { type AssessRequest, assess, type Progress } from './assess.ts';
export type { RefusedSubmission, SubjectRules, SubmissionSummary } from './batch/assess-each.ts';
export { assessEach, type EachProgress, type EachRequest, type SubmissionResult } from './batch/assess-each.ts';
export type {
  Assessment,
  AssessOptions,
  CountSource,
  Counts,
  Finding,
  InputFile,
  ReasonCode,
  Refusal,
  ReportCommand,
  Result,
  ShareFinding,
  ShareReasonCode,
  Subject,
  Totals,
  VetoFinding,
  VetoReasonCode,
  Witness,
  Witnesses,
} from './model/assessment.ts';
export type { Diagnostic, Severity } from './model/diagnostic.ts';
export type { Place } from './model/place.ts';
export type {
  Allowance,
  Blocked,
  Change,
  Fragile,
  Hold,
  Lacking,
  Obstacle,
  Planned,
  Questions,
  RuleMargin,
  SubjectPlan,
  Undecided,
  Unnamed,
  Visit,
  Way,
} from './model/plan.ts';
export type { Ruleset } from './model/ruleset.ts';
export type { Language, Text } from './model/text.ts';
export { plan } from './plan/plan.ts';
export { PLAN_FORMATS, PLAN_REPORTERS, type PlanFormat } from './plan/report/plan-reporters.ts';
export type { ReportContext, Reporter } from './report/reporter.ts';
export { FORMATS, type Format, loadReporter } from './report/reporters.ts';
export { type ReadAssessment, type ReadReport, type ReadReportRequest, readReport } from './saved/read-report.ts';
