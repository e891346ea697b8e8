import { isUnopened } from '../diagnostics/catalogue.ts';
import type { Assessment, Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Incoming, openReport, type SavedReport } from './open-report.ts';
import { loadRecordedRuleset } from './recorded-ruleset.ts';
import { toAssessment } from './saved-assessment.ts';
import { SavedReportError } from './saved-report-error.ts';

export interface ReadReportRequest extends Incoming {
  /** A JSON report, or `-` for `stdin`. */
  readonly path: string;
  /** A folder or file of the ruleset that was used; not needed where it is a bundled one. */
  readonly rules?: string;
}

/** An assessment that reads its subjects from the report until it is closed. */
export interface ReadAssessment extends Assessment {
  close(): void;
}

export type ReadReport =
  | {
      readonly assessment: ReadAssessment;
      /** Version of streetcheck that judged. */
      readonly tool: string;
    }
  | { readonly refusal: Refusal; readonly diagnostics: readonly Diagnostic[] };

/** A report that cannot be opened is a missing input (66), any other fault of it invalid data (65). */
export const refusalOf = ({ diagnostic }: SavedReportError): Refusal => (isUnopened(diagnostic) ? 'input' : 'data');

const assessmentOf = async (saved: SavedReport, { path, rules }: ReadReportRequest): Promise<ReadReport> => {
  const { source, head } = saved;
  const loaded = await loadRecordedRuleset(head.ruleset, rules);
  if ('refusal' in loaded) {
    source.close();
    return loaded;
  }
  const assessment = toAssessment(saved, loaded.ruleset, path);
  const folder = 'rulesetFolder' in loaded ? { rulesetFolder: loaded.rulesetFolder } : {};
  return { assessment: { ...assessment, ...folder, close: () => source.close() }, tool: head.tool };
};

/**
 * Reads a saved JSON report back into the assessment it was written from, so that it can be rendered again without
 * judging anew. A report that cannot be taken is a result too, as for `assess`.
 */
export const readReport = async (request: ReadReportRequest): Promise<ReadReport> => {
  let saved: SavedReport | undefined;
  try {
    saved = await openReport(request.path, request);
    return await assessmentOf(saved, request);
  } catch (error) {
    saved?.source.close();
    if (!(error instanceof SavedReportError)) throw error;
    return { refusal: refusalOf(error), diagnostics: [error.diagnostic] };
  }
};
