import { diagnose } from '../diagnostics/diagnostics.ts';
import { filesOf } from '../intake/files.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { isBundled, loadRuleset } from '../ruleset/load-ruleset.ts';
import { SavedReportError } from './saved-json.ts';

/** A ruleset as reports record it. */
export interface RulesetId {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** Where the ruleset of a report is found: its id is not trusted to lead anywhere but to the bundled ones. */
export const whereIsRuleset = async ({ id }: RulesetId, rules: string | undefined): Promise<string> => {
  if (rules !== undefined) return rules;
  if (isBundled(await filesOf({}), id)) return id;
  throw new SavedReportError('input', diagnose('report.needs-ruleset', { ruleset: id }));
};

/** The ruleset that a report was made with, by its id or as `rules` names it; another one is refused. */
export const loadRecordedRuleset = async (recorded: RulesetId, rules: string | undefined): Promise<Ruleset> => {
  const where = await whereIsRuleset(recorded, rules);
  const loaded = await loadRuleset(where);
  if ('refusal' in loaded) throw new SavedReportError(loaded.refusal, ...loaded.diagnostics);
  const { ruleset } = loaded;
  if (ruleset.sha256 === recorded.sha256) return ruleset;
  const params = { ruleset: where, recorded: recorded.sha256, found: ruleset.sha256 };
  throw new SavedReportError('ruleset', diagnose('report.other-ruleset', params));
};
