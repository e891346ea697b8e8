import type { Assessment } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';
import { jsonReporter } from './json-reporter.ts';
import { tableReporter } from './table-reporter.ts';

/** What a reporter may know besides the result. */
export interface ReportContext {
  /** Version of streetcheck. */
  readonly tool: string;
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
  /** Notes one by one; else only how many there are. */
  readonly notes?: boolean;
  /** `csv`: a row for each that is judged instead of one per subject and rule. */
  readonly summary?: boolean;
  /** `sarif`: what passes and what does not apply, too. */
  readonly allResults?: boolean;
  /** More warnings than this are taken as an error, which reports for people say. */
  readonly maxWarnings?: number;
}

/** Yields the report in pieces, ending in exactly one newline; nothing holds the whole of it. */
export type Reporter = (assessment: Assessment, context: ReportContext) => Iterable<string>;

/** Yields a report that is no text. */
export type WorkbookReporter = (assessment: Assessment, context: ReportContext) => Iterable<Uint8Array>;

/** Every report format; what few runs need is loaded when it is asked for. */
const LOADERS = {
  table: async () => tableReporter,
  json: async () => jsonReporter,
  html: async () => (await import('./html/html-reporter.tsx')).htmlReporter,
  markdown: async () => (await import('./markdown-reporter.ts')).markdownReporter,
  csv: async () => (await import('./csv-reporter.ts')).csvReporter,
  junit: async () => (await import('./junit-reporter.ts')).junitReporter,
  sarif: async () => (await import('./sarif/sarif-reporter.ts')).sarifReporter,
  github: async () => (await import('./github-reporter.ts')).githubReporter,
  xlsx: async () => (await import('./xlsx/xlsx-reporter.ts')).xlsxReporter,
} satisfies Record<string, () => Promise<Reporter | WorkbookReporter>>;

export type Format = keyof typeof LOADERS;
type ReporterOf<F extends Format> = Awaited<ReturnType<(typeof LOADERS)[F]>>;
export const FORMATS = Object.keys(LOADERS) as readonly Format[];

/** A workbook comes in bytes, every other report in text. */
export const loadReporter = <F extends Format>(format: F): Promise<ReporterOf<F>> =>
  LOADERS[format]() as Promise<ReporterOf<F>>;
