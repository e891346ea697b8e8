import { realpathSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Notes on the files that lie beside the inputs, or were given twice: they say nothing about the data itself. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['input.other-files', 'input.saved-report', 'input.given-twice']);

export const isSurrounding = ({ code }: Diagnostic): boolean => SURROUNDINGS.has(code);

const isFile = (path: unknown, report: string): boolean => {
  try {
    return typeof path === 'string' && realpathSync(path) === realpathSync(report);
  } catch {
    // What is not there, such as standard input, is not the report.
    return false;
  }
};

/** A report that was saved into the folder of its inputs was not there yet when they were read. */
export const withoutNoteOf = (report: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ code, params }) => code !== 'input.saved-report' || !isFile(params.path, report));

/** `diagnostics` with other notes on the surroundings, where a run lists them. */
export const withSurroundings = (
  diagnostics: readonly Diagnostic[],
  notes: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const others = diagnostics.filter((diagnostic) => !isSurrounding(diagnostic));
  const at = others.findIndex(({ place, severity }) => place !== null || severity === 'note');
  return at < 0 ? [...others, ...notes] : [...others.slice(0, at), ...notes, ...others.slice(at)];
};
