import { extname } from 'node:path';
import { UsageError } from './errors.ts';
import type { Words } from './words.ts';

/** One `--format` or `--output`, as they came on the command line. */
export type OutputWord = { readonly format: string } | { readonly output: string };

/** A report to be written; `output` is null for standard output. */
export interface Target {
  readonly format: string;
  readonly output: string | null;
}

const DEFAULT_FORMAT = 'table';

/** What the extension of an output says it is; of a report that ends otherwise nothing is known. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.xml': 'junit',
  '.sarif': 'sarif',
  '.txt': 'table',
};

/** Files that other programs open by their extension, and that no report is. */
const FOREIGN = new Set(
  '.pdf .doc .docx .wps .odt .rtf .ppt .pptx .xls .xlsm .et .ods .tsv .yaml .yml .png .jpg .zip'.split(' '),
);

/**
 * The format that the extension of a file says; null where it says none. Throws where it says one that cannot be
 * written: a table in a file named .pdf is opened by nothing.
 */
const formatOfOutput = (output: string, formats: readonly string[], usage: Words['usage']): string | null => {
  const extension = extname(output).toLowerCase();
  const format = /\.sarif\.json$/i.test(output) ? 'sarif' : BY_EXTENSION[extension];
  if (format !== undefined && formats.includes(format)) return format;
  if (format === undefined && !FOREIGN.has(extension)) return null;
  throw new UsageError(usage.noSuchReport(output, formats));
};

/** A pair turned round, `--output FILE --format F`, can only mean one thing. */
const inOrder = (words: readonly OutputWord[]): readonly OutputWord[] => {
  const [first, second] = words;
  return words.length === 2 && first && second && 'output' in first && 'format' in second ? [second, first] : words;
};

/**
 * `--format F --output FILE` in pairs, in order of appearance: a format without an output goes to standard output
 * (`-` says so outright), at most one; an output without a format has that of its extension, and a lone one without
 * either that of a terminal.
 */
export const pairOutputs = (
  given: readonly OutputWord[],
  formats: readonly string[],
  { usage }: Words,
): readonly Target[] => {
  if (given.length === 0) return [{ format: DEFAULT_FORMAT, output: null }];
  const isAlone = given.length === 1;
  const targets: Target[] = [];
  const paired = new Set<Target>();
  for (const word of inOrder(given)) {
    if ('format' in word) {
      targets.push({ format: word.format, output: null });
      continue;
    }
    const last = targets.at(-1);
    const isOpen = last !== undefined && !paired.has(last);
    if (isOpen) targets.pop();
    const format = isOpen
      ? last.format
      : (formatOfOutput(word.output, formats, usage) ?? (isAlone ? DEFAULT_FORMAT : null));
    if (format === null) throw new UsageError(usage.outputWithoutFormat(word.output));
    const target = { format, output: word.output === '-' ? null : word.output };
    paired.add(target);
    targets.push(target);
  }
  if (targets.filter(({ output }) => output === null).length > 1) throw new UsageError(usage.twoToStandardOutput);
  return targets;
};

/** Stands in an output for the name of each submission. */
const NAME = '{name}';
/** Formats with a line for each submission, which go into one file. */
const LINES = ['table', 'jsonl'] as const;

export const isNamed = ({ output }: Target): boolean => output?.includes(NAME) === true;

export const outputOf = ({ output }: Target, name: string): string => output!.replaceAll(NAME, () => name);

/** What a batch cannot write, or what only a batch can. */
export const refuseFormats = (targets: readonly Target[], isBatch: boolean, { usage }: Words): void => {
  for (const target of targets) {
    const { format, output } = target;
    const isLines = LINES.some((each) => each === format);
    if (!isBatch && format === 'jsonl') throw new UsageError(usage.onlyEach('--format jsonl'));
    if (!isBatch && isNamed(target)) throw new UsageError(usage.onlyEach(`--output ${output}`));
    if (isBatch && !isLines && !isNamed(target)) throw new UsageError(usage.eachNeedsName(format));
    if (isBatch && format === 'jsonl' && isNamed(target)) throw new UsageError(usage.linesInOneFile(output!));
  }
};
