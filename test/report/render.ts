import type { Assessment } from '../../src/model/assessment.ts';
import { FORMATS, type Format, loadReporter, type ReportContext } from '../../src/report/reporter.ts';
import { context } from './builders.ts';

const reporters = new Map<Format, (of: Assessment, context: ReportContext) => Iterable<string | Uint8Array>>();
for (const format of FORMATS) reporters.set(format, await loadReporter(format));

export type TextFormat = Exclude<Format, 'xlsx'>;
/** Every format but that of workbooks, which is no text. */
export const TEXT_FORMATS = FORMATS.filter((format): format is TextFormat => format !== 'xlsx');

export const renderWorkbook = (of: Assessment, over: Partial<ReportContext> = {}): Buffer =>
  Buffer.concat([...reporters.get('xlsx')!(of, context(over))] as Uint8Array[]);

export const render = (format: TextFormat, of: Assessment, over: Partial<ReportContext> = {}): string =>
  [...reporters.get(format)!(of, context(over))].join('');
