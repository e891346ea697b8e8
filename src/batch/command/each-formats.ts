import { UsageError } from '../../cli/errors.ts';
import type { Target } from '../../cli/pair-outputs.ts';
import type { Words } from '../../cli/words.ts';

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
