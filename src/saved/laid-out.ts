import type { SavedReport } from './open-report.ts';

/** `value` as it stands `depth` levels down in a report. */
const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

function* list(name: string, elements: Iterable<unknown>): Iterable<string> {
  yield `,\n "${name}": [`;
  let before = '';
  for (const element of elements) {
    yield `${before}\n  ${indented(element, 2)}`;
    before = ',';
  }
  yield before === '' ? ']' : '\n ]';
}

/** The content of a saved report in the layout that reports are written in. */
export function* laidOut(saved: SavedReport): Iterable<string> {
  const { subjects: _, diagnostics: __, ...head } = saved.head as unknown as Readonly<Record<string, unknown>>;
  yield JSON.stringify(head, null, 1).slice(0, -2);
  yield* list('subjects', saved.subjects());
  yield* list('diagnostics', saved.diagnostics());
  yield '\n}\n';
}
