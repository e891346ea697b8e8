import type { OpenSubmission } from '../assess.ts';
import type { OpenInput } from '../intake/open-inputs.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf, type Place } from '../model/place.ts';
import { shownPlaces, visible } from '../report/plain.ts';
import type { ReportContext } from '../report/reporter.ts';
import { createLists } from '../workbook/lists.ts';
import { cellRef, sheetPrefix } from '../workbook/worksheet.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../workbook/write-workbook.ts';
import { pack } from '../workbook/zip.ts';
import { correctionSheet } from './correction-sheet.ts';
import { correctionWords } from './correction-words.ts';
import { faultyCells } from './faulty-cells.ts';
import { fileOfInput, inputsToCopy } from './inputs-to-copy.ts';
import { problemSheet } from './problem-sheet.ts';

/** So many files are named in a line; the others are counted. */
const NAMED = 20;

/** What a sheet is called: as it was, or as the CSV file without its ending. */
const titleOf = ({ path, encoding }: OpenInput): string =>
  encoding === 'xlsx'
    ? path.slice(fileOf({ path, cell: 'A1' }).length + 1)
    : path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');

/** Errors and warnings by the inputs that they have a place in. */
const problemsByPath = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> => {
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { severity, place, related } = diagnostic;
    if (severity === 'note') continue;
    for (const path of new Set([...(place === null ? [] : [place]), ...related].map((each) => each.path))) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [diagnostic]);
      else known.push(diagnostic);
    }
  }
  return byPath;
};

/**
 * The correction copy of a submission: a sheet that lists what is wrong, and each table with problems as it was read,
 * the cells at fault coloured and with notes. See NOTES.md for what makes it safe to be handed in itself.
 */
export const writeCorrections = async (
  submission: OpenSubmission,
  assessment: Assessment,
  context: ReportContext,
  signal: AbortSignal,
): Promise<Iterable<Uint8Array>> => {
  const { language } = context;
  const words = correctionWords[language];
  const problems = problemsByPath(assessment.diagnostics);
  const { copied, uncopied, sound } = await inputsToCopy(submission, problems, language, signal);
  const names = sheetNames([words.title, ...copied.map(({ input }) => titleOf(input)), words.lists]);
  const lists = createLists(names.at(-1)!);
  const byPath = new Map(copied.map(({ input }, at) => [input.path, at]));
  const locate = (place: Place) => {
    const nth = byPath.get(place.path);
    if (nth === undefined) return null;
    const { cells, table } = copied[nth]!;
    const { row, column } = cells.find(place);
    const name = names[nth + 1]!;
    const ref = cellRef(column, row + 1);
    return {
      text: `${name}!${ref}`,
      location: `${sheetPrefix(name)}${ref}`,
      heading: table.headingAt(column),
      labels: table.labelsAt(row, column),
    };
  };
  const shown = shownPlaces(assessment);
  const placeText = (place: Place): string => locate(place)?.text ?? shown(place);
  const sheets: WrittenSheet[] = [];
  for (const [at, each] of copied.entries()) {
    const faults = faultyCells(each, problems.get(each.input.path) ?? [], placeText, language);
    const sheet = await correctionSheet(each, faults, lists, language, signal);
    sheets.push({ ...sheet, name: names[at + 1]! });
  }
  const named = (files: readonly string[]): readonly string[] => {
    const more = files.length - NAMED;
    return [...files.slice(0, NAMED).map(visible), ...(more > 0 ? [words.andMore(more)] : [])];
  };
  const files = [...new Set(copied.map(({ input }) => fileOfInput(input)))];
  const above = [
    ...(copied.length === 0 ? [] : [words.colors, words.voided, words.handIn(named(files))]),
    ...(copied.length === 0 || sound.length === 0 ? [] : [words.together(named(sound))]),
    ...uncopied,
  ];
  const [first, ...rest] = problemSheet(assessment, context, above, locate);
  const further = sheetNames([...names, ...rest.map(({ name }) => name)]).slice(names.length);
  const hidden = lists.sheet();
  return writeWorkbook([
    { ...first!, name: names[0]! },
    ...sheets,
    ...rest.map((sheet, at) => ({ ...sheet, name: further[at]! })),
    ...(hidden === null ? [] : [{ name: names.at(-1)!, content: pack([hidden]), isHidden: true }]),
  ]);
};
