import { explanationOf, isDiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { mustBe, UNKNOWN_CODE, WRONG_SLOTS } from '../diagnostics/entries/reports.ts';
import { decideOverall } from '../judge/decide.ts';
import { type Facts, subjectJudge } from '../judge/judge-subject.ts';
import {
  type Assessment,
  NO_WITNESSES,
  type Result,
  type ShareReasonCode,
  type VetoReasonCode,
  type Witnesses,
} from '../model/assessment.ts';
import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { reportData } from '../report/json-reporter.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { type Incoming, loadRecordedRuleset, orRefused, type Refused, SavedFileError } from './saved-file.ts';
import {
  differenceFrom,
  readSavedReport,
  type SavedDiagnostic,
  type SavedFinding,
  type SavedReport,
  type SavedSubject,
} from './saved-report.ts';

export interface ReadReportRequest extends Incoming {
  /** A JSON report, or `-` for `stdin`. */
  readonly path: string;
  /** A folder or file of the ruleset that was used; not needed where it is a bundled one. */
  readonly rules?: string;
}

export type ReadReport =
  | {
      readonly assessment: Assessment;
      /** Version of streetcheck that judged. */
      readonly tool: string;
    }
  | Refused;

/**
 * Reads a saved JSON report back into the assessment it was written from, so that it can be rendered again without
 * judging anew. Nothing that follows from something else is taken on trust: the subjects are judged again by the counts
 * that they state, and what is made of them has to be the report that was read. One that cannot be taken is a result
 * too, as for `assess`.
 */
export const readReport = (request: ReadReportRequest): Promise<ReadReport> =>
  orRefused(async () => {
    const { path, rules } = request;
    const { report, text } = await readSavedReport(path, request);
    const { tool } = report;
    const ruleset = report.ruleset && (await loadRecordedRuleset(report.ruleset, rules));
    if (ruleset !== null) assertCounts(report, ruleset, path);
    const assessment = judgeAgain(report, ruleset, path);
    assertWritten(report, text, assessment, path);
    return { assessment: ruleset === null ? { ...assessment, ...(await refusedFolder(rules)) } : assessment, tool };
  });

/** Of a report whose ruleset was refused: the folder of the one that `rules` names, if it is refused again. */
const refusedFolder = async (rules: string | undefined): Promise<Pick<Assessment, 'rulesetFolder'>> => {
  const loaded = rules === undefined ? null : await loadRuleset(rules);
  const folder = loaded !== null && 'refusal' in loaded ? loaded.folder : null;
  return folder === null ? {} : { rulesetFolder: folder };
};

const judgeAgain = (report: SavedReport, ruleset: Ruleset | null, path: string): Assessment => {
  const { command, options, year, inputs } = report;
  const refusal = ruleset === null ? (report.refusal ?? 'ruleset') : report.refusal;
  const isJudged = command === 'assess' && refusal === null;
  const subjects =
    isJudged && ruleset !== null && year !== null
      ? report.subjects.map((subject) => subjectJudge(ruleset)(factsOf(subject, year, ruleset)))
      : [];
  const counts: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  const level = ruleset && judgedLevel(ruleset).id;
  for (const { scope, verdict } of subjects) if (scope === level) counts[verdict]++;
  const sumOf = (key: 'records' | 'skipped') => inputs.reduce((sum, input) => sum + input[key], 0);
  return {
    command,
    ruleset,
    options,
    year,
    refusal,
    verdict: isJudged ? decideOverall(counts) : null,
    totals: { subjects: counts, records: sumOf('records'), skipped: sumOf('skipped') },
    inputs: inputs.map((input) => ({ ...input, shown: input.path })),
    subjects,
    diagnostics: toDiagnostics(report.diagnostics.entries(), path),
    unmatched: [],
  };
};

const SHARE_MISSING: readonly ShareReasonCode[] = [
  'share.not-submitted',
  'share.no-units',
  'share.column-absent',
  'share.subject-not-submitted',
];
const VETO_MISSING: readonly VetoReasonCode[] = ['veto.blank', 'veto.column-absent', 'veto.not-submitted'];

/** The reason, where it is one for something missing; before a ruleset is in force the report does not say. */
const amongst = <C extends string>(missing: readonly C[], { reason }: SavedFinding) =>
  missing.find((code) => code === reason.code);

/** No value of any veto's field. */
const NO_VALUE = '\0';

/**
 * As many records of a register are listed or left out of the lists as are counted. Units that are missing have none;
 * in their place stands the row of each subject that declares them.
 */
const witnessesOf = (finding: SavedFinding): Witnesses => {
  const { witnesses } = finding;
  if (finding.kind !== 'share' || finding.source !== 'register') return witnesses;
  const { met, of, unknown, missing = 0 } = finding;
  const { failing, unknown: unsure, omitted } = witnesses;
  const known = unknown! - missing;
  const all = Math.max(known + Math.min(missing, 1), Math.min(known + missing, unsure.length + omitted.unknown));
  const left = { failing: of! - met! - unknown! - failing.length, unknown: all - unsure.length };
  return { failing, unknown: unsure, omitted: left };
};

/** The facts that a saved subject rests on: counts, results of special assessments, witnesses; nothing that follows. */
const factsOf = ({ scope, code, name, findings }: SavedSubject, year: number, ruleset: Ruleset): Facts => {
  const saved = new Map(findings.map((finding) => [finding.rule, finding]));
  const none = { met: null, of: null, unknown: null, missing: 0, source: null };
  return {
    scope,
    code,
    name,
    year,
    counts: (rule) => {
      const finding = saved.get(rule);
      if (finding?.kind !== 'share') return { counts: none };
      const { met, of, unknown, missing = 0, source } = finding;
      const whyMissing = amongst(SHARE_MISSING, finding);
      return { counts: { met, of, unknown, missing, source }, ...(whyMissing && { whyMissing }) };
    },
    veto: (field) => {
      const rules = ruleset.rules.filter((rule) => rule.kind === 'veto' && rule.field === field);
      const passed = rules.find(({ id }) => saved.get(id)?.result === 'pass');
      if (passed?.kind === 'veto') return { value: passed.passes, whyMissing: 'veto.blank' };
      const finding = rules.map(({ id }) => saved.get(id)).find((each) => each !== undefined);
      const whyMissing = (finding && amongst(VETO_MISSING, finding)) ?? 'veto.blank';
      return { value: finding?.result === 'fail' ? NO_VALUE : null, whyMissing };
    },
    witnesses: ({ id }) => {
      const finding = saved.get(id);
      return finding === undefined ? NO_WITNESSES : witnessesOf(finding);
    },
  };
};

const kindOf = (slot: Slot): string => (Array.isArray(slot) ? 'list' : typeof slot);

const fit = (params: Diagnostic['params'], slots: Readonly<Record<string, Slot>>): boolean =>
  Object.keys(params).length === Object.keys(slots).length &&
  Object.entries(slots).every(([name, slot]) => Object.hasOwn(params, name) && kindOf(params[name]!) === kindOf(slot));

const invalid = (path: string, pointer: string, problem: Text) =>
  new SavedFileError('data', diagnose('report.invalid', { path, pointer, problem }));

/** Saved diagnostics by where they stand, if a sentence can be made of them; throws a `SavedFileError`. */
export const toDiagnostics = (
  saved: Iterable<readonly [number, SavedDiagnostic]>,
  path: string,
): readonly Diagnostic[] =>
  Array.from(saved, ([at, { message: _, ...diagnostic }]) => {
    const { code, params } = diagnostic;
    if (!isDiagnosticCode(code)) throw invalid(path, `/diagnostics/${at}/code`, UNKNOWN_CODE);
    if (!fit(params, explanationOf(code).example.slots)) throw invalid(path, `/diagnostics/${at}/params`, WRONG_SLOTS);
    return diagnostic;
  });

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const told = (value: unknown): string =>
  isHolder(value) ? (Array.isArray(value) ? '[…]' : '{…}') : JSON.stringify(value ?? null);

/** Throws where a report says something else than follows from the rest of it. */
const assertSame = (path: string, pointer: string, recorded: unknown, computed: unknown): void => {
  if (recorded === computed) return;
  if (!isHolder(recorded) || !isHolder(computed)) {
    const params = { path, pointer, recorded: told(recorded), computed: told(computed) };
    throw new SavedFileError('data', diagnose('report.contradiction', params));
  }
  // What other things follow from comes first: subjects, their findings, and in those all but the sentences.
  const keys = new Set(['subjects', 'findings', ...Object.keys(computed), ...Object.keys(recorded)]);
  if (keys.delete('reason')) keys.add('reason');
  for (const key of keys) assertSame(path, `${pointer}/${key}`, recorded[key], computed[key]);
};

/** What was read, however it is laid out, is what is written of the assessment that was made of it. */
const assertWritten = (report: SavedReport, text: string, assessment: Assessment, path: string): void => {
  const { tool } = report;
  if (differenceFrom(assessment, tool, text) !== null) assertSame(path, '', report, reportData(assessment, tool));
};

/** Every subject is of a level of the ruleset, and no more of its units are counted than there are. */
const assertCounts = ({ subjects }: SavedReport, { levels }: Ruleset, path: string): void => {
  for (const [index, { scope, findings }] of subjects.entries()) {
    if (!levels.some(({ id }) => id === scope)) {
      const scopes = levels.map(({ id }) => JSON.stringify(id)).join(' | ');
      throw invalid(path, `/subjects/${index}/scope`, mustBe(scopes));
    }
    for (const [position, finding] of findings.entries()) {
      if (finding.kind !== 'share') continue;
      const at = `/subjects/${index}/findings/${position}`;
      const { met, of, missing = 0 } = finding;
      const unknown = finding.unknown ?? 0;
      assertSame(path, `${at}/missing`, missing, Math.min(missing, unknown));
      if (met !== null && of !== null) assertSame(path, `${at}/of`, of, Math.max(of, met + unknown));
    }
  }
};
