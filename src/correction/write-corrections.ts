import type { OpenSubmission } from '../assess.ts';
import type { OpenInput } from '../intake/open-inputs.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf, type Place } from '../model/place.ts';
import { columnWords } from '../report/columns.ts';
import { type DiagnosticGroup, diagnosticGroups, elsewhere } from '../report/diagnostic-list.ts';
import { titledHeadline } from '../report/headline.ts';
import { plain, shownPlaces, visible } from '../report/plain.ts';
import type { ReportContext } from '../report/reporter.ts';
import { joined, tellerOf } from '../report/teller.ts';
import { type SheetTable, tableSheets } from '../report/xlsx/table-sheets.ts';
import { cellRef, createLists, sheetPrefix } from '../workbook/worksheet.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../workbook/write-workbook.ts';
import { pack } from '../workbook/zip.ts';
import { correctionSheet, faultyCells } from './correction-sheet.ts';
import { correctionWords } from './correction-words.ts';
import { fileOfInput, inputsToCopy } from './inputs-to-copy.ts';

/** Where a place of an input stands in the correction copy. */
interface CopiedPlace {
  readonly text: string;
  readonly location: string;
  readonly heading: string | null;
  readonly labels: readonly string[];
}

/** The first sheet: every problem with a link to its cell, below what to do with the workbook. */
const problemSheet = (
  assessment: Assessment,
  context: ReportContext,
  remarks: readonly string[],
  locate: (place: Place) => CopiedPlace | null,
): readonly WrittenSheet[] => {
  const { language } = context;
  const words = correctionWords[language];
  const teller = tellerOf(assessment, language);
  const notes = assessment.diagnostics.filter(({ severity }) => severity === 'note');
  const more = notes.filter(({ code }) => code === 'diagnostics.more');
  const left = notes.length - more.length;
  const listed = assessment.diagnostics.filter(({ severity }) => severity !== 'note');
  const textOf = (place: Place): string => locate(place)?.text ?? teller.placeText(place);
  const copyOf = ({ first: { place } }: DiagnosticGroup) => place && locate(place);
  const { columns } = words;
  const { severities } = columnWords[language];
  const table: SheetTable<DiagnosticGroup> = {
    title: words.title,
    language,
    above: [words.title, ...titledHeadline(assessment, context), ...remarks, ...(left > 0 ? [words.notes(left)] : [])],
    columns: [
      {
        heading: columns.severity,
        cell: ({ first }) => severities[first.severity],
        sheet: { kind: 'result', width: 8 },
      },
      {
        heading: columns.place,
        cell: (group) => copyOf(group) ?? (group.first.place && teller.placeText(group.first.place)),
        sheet: { kind: 'link', width: 24 },
      },
      { heading: columns.heading, cell: (group) => copyOf(group)?.heading ?? null, sheet: { kind: 'long', width: 16 } },
      { heading: columns.text, cell: ({ first: { text } }) => text && plain(text), sheet: { kind: 'long', width: 24 } },
      {
        heading: columns.message,
        cell: (group) => joined([teller.messageOf(group.first), elsewhere(group, teller.words, textOf)], ' '),
        sheet: { kind: 'long', width: 80 },
      },
      {
        heading: columns.labels,
        cell: (group) => words.list(copyOf(group)?.labels ?? []),
        sheet: { kind: 'long', width: 28 },
      },
    ],
    rows: diagnosticGroups([...listed, ...more]),
    isFirst: true,
  };
  return tableSheets(table);
};

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
