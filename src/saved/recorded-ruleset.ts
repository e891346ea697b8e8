import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { isBundled } from '../ruleset/ruleset-files.ts';
import type { ReportHead } from './open-report.ts';

export type RecordedRuleset =
  | { readonly ruleset: Ruleset }
  /** Of a report whose ruleset was refused: the folder of the one that `rules` names. */
  | { readonly ruleset: null; readonly rulesetFolder?: string }
  | { readonly refusal: Refusal; readonly diagnostics: readonly Diagnostic[] };

/** Where the ruleset of a report is found: its id is not trusted to lead anywhere but to the bundled ones. */
export const whereIsRuleset = (
  recorded: NonNullable<ReportHead['ruleset']>,
  rules: string | undefined,
): string | Diagnostic => {
  if (rules !== undefined) return rules;
  return isBundled(recorded.id) ? recorded.id : diagnose('report.needs-ruleset', { ruleset: recorded.id });
};

/** The ruleset that a report was made with, by its id or as `rules` names it; another one is refused. */
export const loadRecordedRuleset = async (
  recorded: ReportHead['ruleset'],
  rules: string | undefined,
): Promise<RecordedRuleset> => {
  if (recorded === null) {
    const loaded = rules === undefined ? null : await loadRuleset(rules);
    const folder = loaded !== null && 'refusal' in loaded ? loaded.folder : null;
    return folder === null ? { ruleset: null } : { ruleset: null, rulesetFolder: folder };
  }
  const where = whereIsRuleset(recorded, rules);
  if (typeof where !== 'string') return { refusal: 'input', diagnostics: [where] };
  const loaded = await loadRuleset(where);
  if ('refusal' in loaded) return loaded;
  const { sha256 } = loaded.ruleset;
  if (sha256 === recorded.sha256) return loaded;
  const params = { ruleset: where, recorded: recorded.sha256, found: sha256 };
  return { refusal: 'ruleset', diagnostics: [diagnose('report.other-ruleset', params)] };
};
