import { diagnose } from '../diagnostics/diagnostics.ts';
import { messageOf } from '../diagnostics/message.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Colors } from './colors.ts';
import { plainDiagnostic, type ShownPlaces, visible } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { type FixedWords, words } from './words.ts';
import { keepWhole, type Piece, wrap } from './wrap.ts';

/** Diagnostics that say the same of several places. */
export interface DiagnosticGroup {
  /** The first of them, its `count` that of all. */
  readonly first: Diagnostic;
  /** The places of the next ones, as many as are named. */
  readonly next: readonly Place[];
  /** How many there are beyond those. */
  readonly more: number;
}

/** Places that are named beside the first one. */
const NAMED = 3;
/** Of one kind in one column: more of them have one cause, which the first ones show. */
const LISTED = 20;

const columnOf = ({ code, place, related }: Diagnostic): string =>
  JSON.stringify([code, place === null ? null : [place.path, place.column], related[0]?.path ?? null]);

/** Gathers for people what says the same of several places, whatever their order; reports for machines list them all. */
export const diagnosticGroups = (diagnostics: readonly Diagnostic[]): readonly DiagnosticGroup[] => {
  const byText = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { code, severity, text, params, place } = diagnostic;
    const key = JSON.stringify([code, severity, text, params, place === null]);
    getOrInsert(byText, key, () => []).push(diagnostic);
  }
  const inColumn = new Map<string, number>();
  const unlisted = new Map<string, Diagnostic[]>();
  const groups: DiagnosticGroup[] = [];
  for (const like of byText.values()) {
    const [first] = like;
    const column = columnOf(first!);
    const before = inColumn.get(column) ?? 0;
    inColumn.set(column, before + 1);
    if (before < LISTED) groups.push(groupOf(first!, like));
    else unlisted.set(column, [...(unlisted.get(column) ?? []), ...like]);
  }
  for (const like of unlisted.values()) {
    const { code, place } = like[0]!;
    const more = like.reduce((sum, { count }) => sum + count, 0);
    groups.push(groupOf({ ...diagnose('diagnostics.more', { code, more }), place }, like));
  }
  return groups;
};

const groupOf = (first: Diagnostic, like: readonly Diagnostic[]): DiagnosticGroup => {
  const others = like.slice(1).flatMap(({ place }) => place ?? []);
  const count = first.code === 'diagnostics.more' ? 1 : like.reduce((sum, each) => sum + each.count, 0);
  return { first: { ...first, count }, next: others.slice(0, NAMED), more: Math.max(0, others.length - NAMED) };
};

/** A further place as short as it can be: the cell, or line and column, where the file is the one before. */
const shortPlace = (place: Place, before: Place | null, whole: (place: Place) => string): string => {
  if (before?.path !== place.path) return whole(place);
  return place.cell ?? place.sheetCell ?? `${place.line}:${place.column}`;
};

/** Where else the same was found, as one text; blank where it was not. */
export const elsewhere = (
  { first, next, more }: DiagnosticGroup,
  text: FixedWords,
  whole: (place: Place) => string,
): string => {
  if (next.length === 0) return '';
  const places = next.map((place, at) => shortPlace(place, next[at - 1] ?? first.place, whole));
  return `${text.alsoAt}${text.colon}${text.places(places, more)}`;
};

const pathsIn = ({ path, files }: Diagnostic['params']): string[] => [
  ...(typeof path === 'string' ? [path] : []),
  ...(Array.isArray(files) ? files : []),
];

/** The diagnostics of one severity: place, what was found there, what is wrong with it; notes only as far as they are asked for. */
export function* diagnosticList(
  diagnostics: readonly Diagnostic[],
  severity: Severity,
  { language, width, notes }: ReportContext,
  placeText: ShownPlaces,
  colors: Colors,
): Iterable<string> {
  const text = words[language];
  const listed = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  if (listed.length === 0) return;
  yield '';
  if (severity === 'note' && !notes) {
    yield* wrap(text.notesFolded(listed.length), width).map(colors.note);
    return;
  }
  const groups = diagnosticGroups(listed);
  yield colors.strong(colors[severity](text.gathered(text.severities[severity], listed.length, groups.length)));
  for (const group of groups) {
    const diagnostic = plainDiagnostic(group.first);
    const { code, place, related, text: raw, params } = diagnostic;
    const where: Piece[] = [
      ...(place === null ? [] : [{ solid: placeText(place) }, text.separator]),
      code,
      ...(raw === null || raw === '' ? [] : [text.separator, text.found(raw)]),
    ];
    yield* wrap(where, width, '  ', '    ');
    yield* wrap(keepWhole(visible(messageOf(diagnostic, language)), pathsIn(params)), width, '    ');
    for (const other of related)
      yield* wrap([text.related, text.colon, { solid: placeText(other) }], width, '    ', '      ');
    const others = elsewhere(group, text, placeText);
    if (others !== '') yield* wrap(others, width, '    ', '      ');
  }
}
