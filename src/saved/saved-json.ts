import { diagnose } from '../diagnostics/diagnostics.ts';
import { type FilesRequest, filesOf, openOrThrow } from '../intake/files.ts';
import type { Source } from '../intake/source.ts';
import type { Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Why a saved file is not taken. */
export interface Refused {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];
}

/** Thrown where a saved file cannot be taken; what is thrown becomes a result by `orRefused`. */
export class SavedReportError extends Error implements Refused {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];

  constructor(refusal: Refusal, ...diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code }) => code).join(', '));
    this.name = 'SavedReportError';
    this.refusal = refusal;
    this.diagnostics = diagnostics;
  }
}

/** A saved file that cannot be taken is a result too, as for `assess`. */
export const orRefused = async <T>(read: () => Promise<T>): Promise<T | Refused> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SavedReportError)) throw error;
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
    throw new SavedReportError('input', diagnose('report.unreadable', { path, cause: code }));
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
    throw new SavedReportError('data', diagnose('report.encoding', { path }));
  }
};

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SavedReportError('data', diagnose('report.syntax', { path, cause: error.message }));
  }
};

/** A file as JSON and as its text, a byte order mark included; throws a `SavedReportError`. */
export const readSavedJson = async (
  path: string,
  incoming: Incoming,
  tooLarge: TooLarge,
): Promise<{ readonly data: unknown; readonly text: string }> => {
  const source = await open(path, incoming);
  try {
    if (source.size > LONGEST) throw new SavedReportError('data', diagnose(tooLarge, { path, limit: LIMIT }));
    const text = decode(source.read(0, source.size), path);
    return { data: parse(text, path), text };
  } finally {
    source.close();
  }
};

/** A report as reports are laid out; throws a `SavedReportError` where that is longer than a text can be. */
export const layOut = (report: object, path: string): string => {
  try {
    return `${JSON.stringify(report, null, 1)}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SavedReportError('data', diagnose('report.too-large', { path, limit: LIMIT }));
  }
};
