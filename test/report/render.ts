import type { Assessment } from '../../src/model/assessment.ts';
import type { ReportContext, Reporter } from '../../src/report/reporter.ts';
import { FORMATS, type Format, loadReporter } from '../../src/report/reporters.ts';
import { context } from './builders.ts';

const reporters = new Map<Format, Reporter>();
for (const format of FORMATS) reporters.set(format, await loadReporter(format));

export const render = (format: Format, of: Assessment, over: Partial<ReportContext> = {}): string =>
  [...reporters.get(format)!(of, context(over))].join('');
