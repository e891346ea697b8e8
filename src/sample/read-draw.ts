import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Ruleset } from '../model/ruleset.ts';
import {
  loadRecordedRuleset,
  orRefused,
  type Refused,
  type RulesetId,
  readSavedJson,
  SavedFileError,
} from '../saved/saved-file.ts';
import { type Contradiction, contradiction, wrongOutcome } from './draw-contradiction.ts';
import { checkedIndicators } from './draw-sample.ts';
import type { Draw } from './sample.ts';

export interface SavedDraw {
  readonly draw: Draw;
  readonly year: number | null;
  readonly ruleset: Ruleset;
}

interface Parsed extends Draw {
  readonly year: number | null;
  readonly ruleset: RulesetId;
}

const VERSION = 2;

/** Says plainly what is not a draw, or not of this version, before the schema does. */
const assertDraw = (data: unknown, path: string): void => {
  const { format, version } = (data ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'streetcheck-draw') throw new SavedFileError('data', diagnose('report.foreign', { path }));
  if (version === VERSION) return;
  const params = { path, version: JSON.stringify(version) ?? '–', known: VERSION };
  throw new SavedFileError('data', diagnose('report.version', params));
};

/** Reads a draw that was saved as JSON, draws it again and compares: one that was edited is refused. */
export const readDraw = (path: string, rules: string | undefined, signal: AbortSignal): Promise<SavedDraw | Refused> =>
  orRefused(async () => {
    const { data } = await readSavedJson(path, { signal }, 'sample.draw-too-large');
    assertDraw(data, path);
    const { checkDraw } = await import('../ruleset/check-report.ts');
    const fault = checkDraw(data);
    if (fault !== null) throw new SavedFileError('data', diagnose('report.invalid', { path, ...fault }));
    const saved = data as Parsed;
    const assertNone = (edited: Contradiction | null): void => {
      if (edited !== null) throw new SavedFileError('data', diagnose('sample.draw-edited', { path, ...edited }));
    };
    assertNone(contradiction(saved));
    const ruleset = await loadRecordedRuleset(saved.ruleset, rules);
    const recorded = saved.rules;
    const indicators = checkedIndicators(ruleset, saved.register.table).filter(({ id }) => recorded.includes(id));
    const known = indicators.map(({ id }) => id);
    if (known.join() !== recorded.join()) {
      assertNone({ pointer: '/rules', recorded: recorded.join(', '), computed: known.join(', ') || '–' });
    }
    assertNone(wrongOutcome(saved.units, indicators));
    return { draw: saved, year: saved.year, ruleset };
  });
