import { type ReadPlace, readPlaces } from './read-place.ts';
import { placeOfName } from './read-sheet.ts';
import type { Files, Report, ReportPlace, ReportWitness } from './report-of.ts';

const bare = (text: string): string => text.replace(/^(?:="|')|"$/g, '');

/**
 * What in a report is not where it says it is: every witness read back is the cell of its text, under its heading, in the
 * record of its code and name; every diagnostic points to a cell, and to its text where it quotes one.
 */
export const misplaced = (
  files: Files,
  { subjects, diagnostics }: Report,
  delimiterOf: (path: string) => string = () => ',',
): string[] => {
  const readers = new Map<string, ReadPlace>(
    Object.entries(files).map(([name, bytes]) => [name, readPlaces(name, bytes, delimiterOf(name))]),
  );
  const found: string[] = [];
  const read = (what: string, { path, line, column, cell }: ReportPlace) => {
    const named = cell === undefined ? { line, column } : placeOfName(cell);
    if (named.line !== line || named.column !== column) found.push(`${what}: ${cell} is not at ${line}:${column}`);
    try {
      return readers.get(path)!(line, column);
    } catch (error) {
      found.push(`${what}: ${String(error)}`);
      return undefined;
    }
  };
  const checkWitness = (rule: string, { code, name, place, field, heading, text }: ReportWitness) => {
    if (place === null) {
      found.push(`${rule}: ${code} has no place`);
      return;
    }
    const what = `${rule}, ${field} of ${code} at ${place.path}:${place.line}:${place.column}`;
    const cell = read(what, place);
    if (cell === undefined) return;
    if (text !== null && cell.text !== text) found.push(`${what} is ${cell.text}, not ${text}`);
    if (heading !== null && cell.heading !== heading)
      found.push(`${what} stands under ${cell.heading}, not ${heading}`);
    const record = cell.record.map(bare);
    if (!record.includes(code ?? '')) found.push(`${what} is in another record`);
    if (!cell.record.includes(name ?? '')) found.push(`${what} is in the record of another name`);
  };
  for (const { rule, witnesses } of subjects.flatMap((subject) => subject.findings)) {
    for (const witness of [...witnesses.failing, ...witnesses.unknown]) checkWitness(rule, witness);
  }
  for (const { code, place, text, related } of diagnostics) {
    for (const other of related) read(`${code}, related`, other);
    if (place === null || (place.line === 1 && place.column === 1 && text === null)) continue;
    const cell = read(`${code} ${text}`, place);
    if (text !== null && cell && cell.text !== text) found.push(`${code}: ${cell.text}, not ${text}`);
  }
  return found;
};
