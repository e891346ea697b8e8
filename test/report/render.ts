import type { Assessment } from '../../src/model/assessment.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { type Format, reporters } from '../../src/report/reporters.ts';
import { context } from './builders.ts';

export const render = (format: Format, of: Assessment, over: Partial<ReportContext> = {}): string =>
  [...reporters[format](of, context(over))].join('');
