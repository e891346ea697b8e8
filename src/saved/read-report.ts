import type { Assessment } from '../model/assessment.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { judgeAgain } from './judge-again.ts';
import { loadRecordedRuleset } from './recorded-ruleset.ts';
import { type Incoming, orRefused, type Refused } from './saved-json.ts';
import { readSavedReport } from './saved-report.ts';

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

/** Of a report whose ruleset was refused: the folder of the one that `rules` names, if it is refused again. */
const refusedFolder = async (rules: string | undefined): Promise<Pick<Assessment, 'rulesetFolder'>> => {
  const loaded = rules === undefined ? null : await loadRuleset(rules);
  const folder = loaded !== null && 'refusal' in loaded ? loaded.folder : null;
  return folder === null ? {} : { rulesetFolder: folder };
};

/**
 * Reads a saved JSON report back into the assessment it was written from, so that it can be rendered again without
 * judging anew. A report that cannot be taken is a result too, as for `assess`.
 */
export const readReport = (request: ReadReportRequest): Promise<ReadReport> =>
  orRefused(async () => {
    const { path, rules } = request;
    const { report } = await readSavedReport(path, request);
    const { tool, ruleset } = report;
    const assessment =
      ruleset === null
        ? { ...judgeAgain(report, null, path), ...(await refusedFolder(rules)) }
        : judgeAgain(report, await loadRecordedRuleset(ruleset, rules), path);
    return { assessment, tool };
  });
