import type { InputFile } from '../model/assessment.ts';
import type { Colors } from './colors.ts';
import { visible } from './plain.ts';
import type { ReportContext } from './reporter.ts';
import { words } from './words.ts';
import { wrap } from './wrap.ts';

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
  for (const { shown, table, encoding, records, skipped, leftOut } of inputs) {
    const facts = [
      table === null ? text.severalTables : text.tables[table],
      visible(encoding),
      text.recordsRead(records),
      ...(skipped > 0 ? [text.skipped(skipped)] : []),
      ...(leftOut > 0 ? [text.leftOut(leftOut)] : []),
    ];
    yield* wrap([{ solid: visible(shown) }, text.separator, facts.join(text.comma)], width, '  ', '    ');
  }
}
