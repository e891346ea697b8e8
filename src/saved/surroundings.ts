import { Diagnostics, SEVERITIES } from '../diagnostics/diagnostics.ts';
import { findInputs } from '../intake/find-inputs.ts';
import type { Files } from '../intake/source.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** What is said of the files that lie beside the inputs, or were given twice: they say nothing about the data itself. */
const SURROUNDINGS: ReadonlySet<string> = new Set([
  'input.passed-over',
  'input.other-files',
  'input.saved-report',
  'input.given-twice',
]);

export const isSurrounding = ({ code }: Diagnostic): boolean => SURROUNDINGS.has(code);

/** A report that was saved into the folder of its inputs was not there yet when they were read. */
export const withoutNoteOf = (
  files: Files,
  report: string,
  paths: readonly string[],
  tables: readonly string[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] => {
  if (!diagnostics.some(({ code }) => code === 'input.saved-report')) return diagnostics;
  const own = findInputs(files, paths, tables, new Diagnostics()).filter(
    ({ file }) => file !== null && files.realPath(file) === files.realPath(report),
  );
  const names = new Set(own.map(({ path }) => path));
  return diagnostics.filter(({ code, params }) => code !== 'input.saved-report' || !names.has(String(params.path)));
};

/** `diagnostics` with other ones on the surroundings, where a run lists them: by severity, and found before the others. */
export const withSurroundings = (
  diagnostics: readonly Diagnostic[],
  surroundings: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const others = diagnostics.filter((diagnostic) => !isSurrounding(diagnostic));
  const placeless = [...surroundings, ...others.filter(({ place }) => place === null)];
  placeless.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return [...placeless, ...others.filter(({ place }) => place !== null)];
};
