import { diagnose } from '../diagnostics/diagnostics.ts';
import { filesOf, openOrThrow } from '../intake/files.ts';
import type { Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { loadRecordedRuleset } from '../saved/recorded-ruleset.ts';
import { STRING_LIMIT } from '../saved/report-parts.ts';
import { contradiction, wrongOutcome } from './draw-contradiction.ts';
import { checkedIndicators } from './draw-sample.ts';
import type { Draw } from './sample.ts';

export interface SavedDraw {
  readonly draw: Draw;
  readonly year: number | null;
  readonly ruleset: Ruleset;
}

/** Why a draw or its form is not taken. */
export interface Refused {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];
}

interface Parsed extends Draw {
  readonly year: number | null;
  readonly ruleset: { readonly id: string; readonly version: string; readonly sha256: string };
}

const VERSION = 2;

const invalid = (diagnostic: Diagnostic): Refused => ({ refusal: 'data', diagnostics: [diagnostic] });

const read = async (path: string, signal: AbortSignal): Promise<string | Refused> => {
  try {
    const source = await openOrThrow(await filesOf({}), path, signal);
    try {
      if (source.size > STRING_LIMIT) return invalid(diagnose('sample.draw-too-large', { path, limit: '512 MiB' }));
      return new TextDecoder('utf-8', { fatal: true }).decode(source.read(0, source.size));
    } finally {
      source.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return invalid(diagnose('report.encoding', { path }));
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    return { refusal: 'input', diagnostics: [diagnose('report.unreadable', { path, cause })] };
  }
};

const parse = (text: string, path: string): { readonly data: unknown } | Refused => {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    const cause = (error as SyntaxError).message;
    return invalid(diagnose('report.syntax', { path, cause }));
  }
};

/** Reads a draw that was saved as JSON, draws it again and compares: one that was edited is refused. */
export const readDraw = async (
  path: string,
  rules: string | undefined,
  signal: AbortSignal,
): Promise<SavedDraw | Refused> => {
  const text = await read(path, signal);
  if (typeof text !== 'string') return text;
  const parsed = parse(text, path);
  if ('refusal' in parsed) return parsed;
  const { format, version } = (parsed.data ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'streetcheck-draw') return invalid(diagnose('report.foreign', { path }));
  if (version !== VERSION) {
    return invalid(diagnose('report.version', { path, version: JSON.stringify(version) ?? '–', known: VERSION }));
  }
  const { compileDrawCheck } = await import('../ruleset/check-report.ts');
  const fault = compileDrawCheck()(parsed.data);
  if (fault !== null) return invalid(diagnose('report.invalid', { path, ...fault }));
  const saved = parsed.data as Parsed;
  const wrong = contradiction(saved);
  if (wrong !== null) return invalid(diagnose('sample.draw-edited', { path, ...wrong }));
  const loaded = await loadRecordedRuleset(saved.ruleset, rules);
  if ('refusal' in loaded) return loaded;
  if (loaded.ruleset === null) throw new Error('a draw names its ruleset');
  const { rules: recorded, register } = saved;
  const indicators = checkedIndicators(loaded.ruleset, register.table).filter(({ id }) => recorded.includes(id));
  const known = indicators.map(({ id }) => id);
  if (known.join() !== recorded.join()) {
    const params = { path, pointer: '/rules', recorded: recorded.join(', '), computed: known.join(', ') || '–' };
    return invalid(diagnose('sample.draw-edited', params));
  }
  const unlike = wrongOutcome(saved.units, indicators);
  if (unlike !== null) return invalid(diagnose('sample.draw-edited', { path, ...unlike }));
  return { draw: saved, year: saved.year, ruleset: loaded.ruleset };
};
