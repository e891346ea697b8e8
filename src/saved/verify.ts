import type { AssessRequest } from '../assess.ts';
import { filesOf } from '../intake/files.ts';
import type { Assessment, Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tablesOf } from '../model/levels.ts';
import { jsonReporter } from '../report/json-reporter.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { batchesOf, bytesOf } from './batches.ts';
import { compareInputs, inRecordedOrder } from './compare-inputs.ts';
import { firstDifference } from './first-difference.ts';
import { impliedOptions, type Wish } from './implied-options.ts';
import { laidOut } from './laid-out.ts';
import { type Incoming, openReport, type SavedReport } from './open-report.ts';
import { refusalOf } from './read-report.ts';
import { whereIsRuleset } from './recorded-ruleset.ts';
import { toDiagnostics } from './saved-diagnostics.ts';
import { SavedReportError } from './saved-report-error.ts';
import { isSurrounding, withoutNoteOf, withSurroundings } from './surroundings.ts';
import type { Asked, Cause, LineDifference, RulesetId, Verification } from './verification.ts';

export interface VerifyRequest extends Incoming {
  /** A JSON report, or `-` for `stdin`. */
  readonly report: string;
  /** As for `assess`. */
  readonly paths: readonly string[];
  readonly rules?: string;
  /** Version of streetcheck that verifies. */
  readonly tool: string;
  readonly assess: (request: AssessRequest) => Promise<Assessment>;
}

export type Verified = Verification | { readonly refusal: Refusal; readonly diagnostics: readonly Diagnostic[] };

interface Work {
  readonly saved: SavedReport;
  readonly request: VerifyRequest;
  readonly rerun: (wishes?: readonly Wish[]) => Promise<Assessment>;
}

/**
 * Judges the inputs of a saved report again with the recorded options and compares byte for byte. What differs is
 * named: data and ruleset by their hashes, the tool by its version; where those are the same, the options under which
 * the rest of the report comes out, else the report itself.
 */
export const verify = async (request: VerifyRequest): Promise<Verified> => {
  let saved: SavedReport | undefined;
  try {
    saved = await openReport(request.report, request);
    return await verifySaved(saved, request);
  } catch (error) {
    if (!(error instanceof SavedReportError)) throw error;
    return { refusal: refusalOf(error), diagnostics: [error.diagnostic] };
  } finally {
    saved?.source.close();
  }
};

const verifySaved = async (saved: SavedReport, request: VerifyRequest): Promise<Verified> => {
  const { head } = saved;
  const rules = head.ruleset === null ? request.rules : await whereIsRuleset(head.ruleset, request.rules);
  if (typeof rules === 'object') return { refusal: 'input', diagnostics: [rules] };
  const paths = inRecordedOrder(await filesOf(request), request.paths, await tablesIn(rules), head.inputs);
  const recorded = { ...head.options, command: head.command };
  const rerun = (wishes: readonly Wish[] = []) => {
    const wished = Object.fromEntries(wishes.map(({ option, value }) => [option, value]));
    const asked: Asked = { ...recorded, ...wished };
    return request.assess({ ...asked, paths, ...(rules !== undefined && { rules }) });
  };
  return compare({ saved, request, rerun }, await rerun());
};

const compare = async ({ saved, request, rerun }: Work, opened: Assessment): Promise<Verified> => {
  const { head } = saved;
  const { tool } = request;
  const tables = opened.ruleset === null ? [] : tablesOf(opened.ruleset);
  const notes = [...saved.diagnostics()].filter(isSurrounding);
  const files = await filesOf(request);
  const withoutOwn = (all: readonly Diagnostic[]) => withoutNoteOf(files, request.report, request.paths, tables, all);
  const hasOwn = withoutOwn(notes).length < notes.length;
  const again = { ...opened, diagnostics: hasOwn ? opened.diagnostics : withoutOwn(opened.diagnostics) };

  const bytes = () => bytesOf(saved.source);
  if (firstDifference(bytes(), written(again, tool)) === null) return { head, causes: [] };
  const { refusal, diagnostics } = again;
  const isOpened = refusal === null || refusal === 'data';
  if (!isOpened && (again.ruleset === null ? head.ruleset !== null : head.refusal !== refusal)) {
    return { refusal, diagnostics };
  }
  assertFits(saved);
  const known = [...dataCauses(saved, again), ...rulesetCauses(saved, again)];
  if (known.length > 0) return { head, causes: [...known, ...toolCauses(saved, tool, null)] };

  const isBeside =
    JSON.stringify(notes.map(essence)) !== JSON.stringify(again.diagnostics.filter(isSurrounding).map(essence));
  const beside: readonly Cause[] = isBeside ? [{ kind: 'data', change: 'beside' }] : [];
  const recordedNotes = toDiagnostics(notes, request.report);
  /** Compared as if tool, options and surroundings were those that the report records. */
  const restOf = (run: Assessment): LineDifference | null => {
    const diagnostics = withSurroundings(run.diagnostics, recordedNotes);
    const asRecorded = { ...run, diagnostics, command: head.command, options: head.options };
    return firstDifference(batchesOf(laidOut(saved)), written(asRecorded, head.tool));
  };
  const rest = restOf(again);
  if (rest === null) {
    const causes = [...beside, ...toolCauses(saved, tool, null)];
    if (causes.length > 0) return { head, causes };
    const layout = firstDifference(bytes(), batchesOf(laidOut(saved)));
    if (layout === null) throw new Error('a report differs from a run and has the same content and layout');
    return { head, causes: [{ kind: 'layout', ...layout }] };
  }
  for (const wishes of impliedOptions(saved, again)) {
    if (restOf(await rerun(wishes)) !== null) continue;
    return { head, causes: [...beside, ...optionCauses(saved, wishes), ...toolCauses(saved, tool, null)] };
  }
  const altered: readonly Cause[] = tool === head.tool ? [{ kind: 'report', ...rest }] : toolCauses(saved, tool, rest);
  return { head, causes: [...beside, ...altered] };
};

/** The tables of a ruleset; none of one that cannot be used, which is told when it is. */
const tablesIn = async (rules: string | undefined): Promise<readonly string[]> => {
  const loaded = await loadRuleset(rules);
  return 'refusal' in loaded ? [] : tablesOf(loaded.ruleset);
};

const written = (run: Assessment, tool: string): Iterable<Uint8Array> =>
  batchesOf(jsonReporter(run, { tool, language: 'zh', width: 80 }));

/** All that a report writes of a note but its sentence. */
const essence = ({ code, severity, place, text, params, count, related }: Diagnostic) => [
  ...[code, severity, place, text],
  ...[params, count, related],
];

/** Every part fits the schema; throws where one does not. */
const assertFits = (saved: SavedReport): void => {
  for (const _ of saved.subjects());
  for (const _ of saved.diagnostics());
};

const dataCauses = ({ head }: SavedReport, again: Assessment): readonly Cause[] =>
  compareInputs(head.inputs, again.inputs).map((cause) => ({ kind: 'data', ...cause }));

const rulesetCauses = ({ head }: SavedReport, { ruleset }: Assessment): readonly Cause[] => {
  const found: RulesetId | null = ruleset && { id: ruleset.id, version: ruleset.version, sha256: ruleset.sha256 };
  return head.ruleset?.sha256 === found?.sha256 ? [] : [{ kind: 'ruleset', recorded: head.ruleset, found }];
};

const toolCauses = ({ head }: SavedReport, tool: string, rest: LineDifference | null): readonly Cause[] =>
  head.tool === tool ? [] : [{ kind: 'tool', recorded: head.tool, found: tool, rest }];

const optionCauses = ({ head }: SavedReport, wishes: readonly Wish[]): readonly Cause[] => {
  const recorded = { ...head.options, command: head.command };
  return wishes.map(({ option, value }) => ({
    kind: 'option',
    option,
    recorded: recorded[option],
    reproduces: value,
  }));
};
