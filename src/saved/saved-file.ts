import { diagnose } from '../diagnostics/diagnostics.ts';
import { type FilesRequest, filesOf, openOrThrow, type Source } from '../intake/source.ts';
import type { Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { isBundled, loadRuleset } from '../ruleset/load-ruleset.ts';

/** Why a saved file is not taken. */
export interface Refused {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];
}

/** Thrown where a saved file cannot be taken; what is thrown becomes a result by `orRefused`. */
export class SavedFileError extends Error implements Refused {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];

  constructor(refusal: Refusal, why: Diagnostic | readonly Diagnostic[]) {
    super(`refused: ${refusal}`);
    this.name = 'SavedFileError';
    this.refusal = refusal;
    this.diagnostics = [why].flat();
  }
}

/** A saved file that cannot be taken is a result too, as for `assess`. */
export const orRefused = async <T>(read: () => Promise<T>): Promise<T | Refused> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SavedFileError)) throw error;
    return { refusal: error.refusal, diagnostics: error.diagnostics };
  }
};

/** Where a saved file may come from besides a path: standard input, or a pipe, which is waited for until `signal` is aborted. */
export interface Incoming extends FilesRequest {
  readonly signal?: AbortSignal;
}

const open = async (path: string, incoming: Incoming): Promise<Source> => {
  try {
    return await openOrThrow(await filesOf(incoming), path === '-' ? null : path, incoming.signal);
  } catch (error) {
    incoming.signal?.throwIfAborted();
    const { code } = error as { readonly code?: string };
    if (code === undefined) throw error;
    throw new SavedFileError('input', diagnose('report.unreadable', { path, cause: code }));
  }
};

/** V8 makes no longer strings, and UTF-8 has at least as many bytes. */
const LONGEST = 0x1fffffe8;
const LIMIT = '512 MiB';

type TooLarge = 'report.too-large' | 'sample.draw-too-large';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const decode = (bytes: Uint8Array, path: string): string => {
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SavedFileError('data', diagnose('report.encoding', { path }));
  }
};

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SavedFileError('data', diagnose('report.syntax', { path, cause: error.message }));
  }
};

/** A file as JSON and as its text, a byte order mark included; throws a `SavedFileError`. */
export const readSavedJson = async (
  path: string,
  incoming: Incoming,
  tooLarge: TooLarge,
): Promise<{ readonly data: unknown; readonly text: string }> => {
  const source = await open(path, incoming);
  try {
    if (source.size > LONGEST) throw new SavedFileError('data', diagnose(tooLarge, { path, limit: LIMIT }));
    const text = decode(source.read(0, source.size), path);
    return { data: parse(text, path), text };
  } finally {
    source.close();
  }
};

/** What `make` gives; throws a `SavedFileError` where that is longer than a text can be. */
export const orTooLarge = (path: string, make: () => string): string => {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SavedFileError('data', diagnose('report.too-large', { path, limit: LIMIT }));
  }
};

/** A ruleset as reports record it. */
export type RulesetId = Pick<Ruleset, 'id' | 'version' | 'sha256'>;

/** Where the ruleset of a report is found: its id is not trusted to lead anywhere but to the bundled ones. */
export const whereIsRuleset = async ({ id }: RulesetId, rules: string | undefined): Promise<string> => {
  if (rules !== undefined) return rules;
  if (isBundled(await filesOf({}), id)) return id;
  throw new SavedFileError('input', diagnose('report.needs-ruleset', { ruleset: id }));
};

/** The ruleset that a report was made with, by its id or as `rules` names it; another one is refused. */
export const loadRecordedRuleset = async (recorded: RulesetId, rules: string | undefined): Promise<Ruleset> => {
  const where = await whereIsRuleset(recorded, rules);
  const loaded = await loadRuleset(where);
  if ('refusal' in loaded) throw new SavedFileError(loaded.refusal, loaded.diagnostics);
  const { ruleset } = loaded;
  if (ruleset.sha256 === recorded.sha256) return ruleset;
  const params = { ruleset: where, recorded: recorded.sha256, found: ruleset.sha256 };
  throw new SavedFileError('ruleset', diagnose('report.other-ruleset', params));
};
