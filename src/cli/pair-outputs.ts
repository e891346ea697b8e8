import { UsageError } from './errors.ts';
import { formatOfOutput } from './output-format.ts';
import type { Words } from './words.ts';

/** One `--format` or `--output`, as they came on the command line. */
export type OutputWord = { readonly format: string } | { readonly output: string };

/** A report to be written; `output` is null for standard output. */
export interface Target {
  readonly format: string;
  readonly output: string | null;
}

const DEFAULT_FORMAT = 'table';

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
