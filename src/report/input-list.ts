import type { InputFile } from '../model/assessment.ts';
import type { Colors } from './colors.ts';
import { visible } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { type Words, words } from './words.ts';
import { wrap } from './wrap.ts';

/** The table of an input, its encoding and its counts. */
export const inputFacts = ({ table, encoding, records, skipped, leftOut }: InputFile, text: Words): string[] => [
  table === null ? text.severalTables : text.tables[table as keyof typeof text.tables],
  visible(encoding),
  text.recordsRead(records),
  ...(skipped > 0 ? [text.skipped(skipped)] : []),
  ...(leftOut > 0 ? [text.leftOut(leftOut)] : []),
];

/** What was read: each input with its table, encoding and counts. */
export function* inputList(
  inputs: readonly InputFile[],
  { language, width }: ReportContext,
  colors: Colors,
): Iterable<string> {
  if (inputs.length === 0) return;
  const text = words[language];
  yield '';
  yield colors.strong(text.counted(text.inputs, inputs.length));
  for (const input of inputs) {
    const facts = inputFacts(input, text).join(text.comma);
    yield* wrap([{ solid: visible(input.shown) }, text.separator, facts], width, '  ', '    ');
  }
}
