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

/** A pair turned round, `--output FILE --format F`, can only mean one thing. */
const inOrder = (words: readonly OutputWord[]): readonly OutputWord[] => {
  const [first, second] = words;
  return words.length === 2 && first && second && 'output' in first && 'format' in second ? [second, first] : words;
};

/**
 * `--format F --output FILE` in pairs, in order of appearance: a format without an output goes to standard output
 * (`-` says so outright), at most one; a lone output is the default format's.
 */
export const pairOutputs = (given: readonly OutputWord[], { usage }: Words): readonly Target[] => {
  if (given.length === 0) return [{ format: DEFAULT_FORMAT, output: null }];
  const ordered = inOrder(given);
  const targets: Target[] =
    ordered.length === 1 && 'output' in ordered[0]! ? [{ format: DEFAULT_FORMAT, output: null }] : [];
  const paired = new Set<Target>();
  for (const word of ordered) {
    if ('format' in word) targets.push({ format: word.format, output: null });
    else {
      const last = targets.pop();
      if (!last || paired.has(last)) throw new UsageError(usage.outputWithoutFormat(word.output));
      const target = { ...last, output: word.output === '-' ? null : word.output };
      paired.add(target);
      targets.push(target);
    }
  }
  if (targets.filter(({ output }) => output === null).length > 1) throw new UsageError(usage.twoToStandardOutput);
  return targets;
};
