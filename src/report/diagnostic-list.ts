import { messageOf } from '../diagnostics/message.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Colors } from './colors.ts';
import { diagnosticGroups, elsewhere } from './diagnostic-groups.ts';
import { plainDiagnostic, visible } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import type { ShownPlaces } from './shown-places.ts';
import { words } from './words.ts';
import { keepWhole, type Piece, wrap } from './wrap.ts';

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
