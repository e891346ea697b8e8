import { fileOf, type Place, STANDARD_INPUT } from '../../model/place.ts';
import { visible } from '../plain.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

const CODES: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};
const escapedData = (text: string): string => text.replace(/[%\r\n]/g, (character) => CODES[character]!);
const escapedProperty = (text: string): string => text.replace(/[%\r\n:,]/g, (character) => CODES[character]!);

/** Paths in annotations are taken from the root of the repository. */
const fromRoot = (path: string): string => path.replace(/^(?:\.\/+)+/, '');

/** One annotation; `place` has the path that is shown, null or standard input leaves it to the run as a whole. */
export const annotation = (
  level: AnnotationLevel,
  place: Place | null,
  title: string,
  lines: readonly string[],
): string => {
  const at =
    place === null || fileOf(place) === STANDARD_INPUT
      ? []
      : [`file=${escapedProperty(visible(fromRoot(fileOf(place))))}`, `line=${place.line}`, `col=${place.column}`];
  const properties = [...at, `title=${escapedProperty(visible(title))}`].join(',');
  return `::${level} ${properties}::${escapedData(lines.map(visible).join('\n'))}\n`;
};

/** A line of the log that no runner takes for a command: `::name` at its beginning, `##[name` anywhere. */
export const logLine = (text: string): string =>
  `${visible(text)
    .replace(/^(\s*):(?=:)/, '$1<U+003A>')
    .replace(/##(\w*)\[/g, '##$1<U+005B>')}\n`;
