import type { Assessment, Witness } from '../../model/assessment.ts';
import type { Blocked, Change, Planned, Questions, SubjectPlan, Undecided, Visit, Way } from '../../model/plan.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { diagnosticEntry } from '../../report/json-reporter.ts';
import { Entries } from '../../report/json-text.ts';
import { valueLabel } from '../../report/names.ts';
import { type VerbHead, verbData, verbReporters } from '../../report/verb-report.ts';
import { planTable } from './plan-table.ts';

const cellEntry = ({ field, heading, place, text }: Witness) => ({
  field,
  heading,
  place,
  text,
});

const unitEntry = ({ code, name, within }: Pick<Witness, 'code' | 'name' | 'within'>) => ({
  ...{ code, name },
  ...(within && { within }),
});

const witnessEntry = (witness: Witness) => ({ ...unitEntry(witness), ...cellEntry(witness) });

const changeEntry = ({ cell, from, to }: Change, table: TableName, ruleset: Ruleset) => ({
  ...cellEntry(cell),
  from,
  to,
  write: {
    zh: valueLabel(ruleset, table, cell.field, to, 'zh'),
    en: valueLabel(ruleset, table, cell.field, to, 'en'),
  },
});

const visitEntry = (visit: Visit, ruleset: Ruleset) => ({
  table: visit.table,
  ...unitEntry(visit),
  rules: visit.rules,
  changes: visit.changes.map((change) => changeEntry(change, visit.table, ruleset)),
});

const blockedEntry = ({ rule, allowed, obstacles }: Blocked) => ({
  ...{ rule, allowed },
  obstacles: new Entries(obstacles, (obstacle) => ({
    ...unitEntry(obstacle),
    cells: obstacle.cells.map(cellEntry),
    nextYear: obstacle.nextYear.map(({ cells, atMost }) => ({ fields: cells.map(({ field }) => field), atMost })),
  })),
});

const undecidedEntry = ({ rule, needed, cells }: Undecided) => ({
  rule,
  needed,
  cells: new Entries(cells, witnessEntry),
});

const wayEntry = (way: Way, ruleset: Ruleset) => ({
  leadsTo: way.leadsTo,
  visits: new Entries(way.visits, (visit) => visitEntry(visit, ruleset)),
  unnamed: way.unnamed,
  lacking: way.lacking.map(({ rule, table, fields, units }) => ({ rule, table, fields, ...(units > 0 && { units }) })),
  blocked: way.blocked.map(blockedEntry),
  undecided: way.undecided.map(undecidedEntry),
  conflicts: way.conflicts,
});

const questionsEntry = ({ pass, fail, searched }: Questions) => ({
  pass: pass && new Entries(pass, witnessEntry),
  fail: fail && new Entries(fail, witnessEntry),
  searched,
});

const subjectEntry = ({ subject, way, questions, hold }: SubjectPlan, ruleset: Ruleset) => ({
  code: subject.code,
  name: subject.name,
  verdict: subject.verdict,
  way: way && wayEntry(way, ruleset),
  questions: questions && questionsEntry(questions),
  hold,
});

type ToldPlan = Planned & { readonly ruleset: Ruleset };

/** JSON plan, version 2, as `rules/schema/plan.schema.json` describes it. */
export const planDocument = ({ plans, fragile, diagnostics, ruleset }: ToldPlan, top: VerbHead) => ({
  ...top,
  ...({ format: 'streetcheck-plan', version: 2 } as const),
  subjects: new Entries(plans, (each) => subjectEntry(each, ruleset)),
  fragile: new Entries(fragile, ({ code, name, changes, rules }) => ({ code, name, changes, rules })),
  diagnostics: new Entries(diagnostics, diagnosticEntry),
});

const isTold = (assessment: Assessment): assessment is ToldPlan =>
  'plans' in assessment && assessment.refusal === null && assessment.ruleset !== null;

/** The formats of a plan. */
export const PLAN_REPORTERS = verbReporters(isTold, planTable, planDocument);
export const planData = verbData(isTold, planDocument);
