import { jsonReporter } from './json-reporter.ts';
import type { Reporter, WorkbookReporter } from './reporter.ts';
import { tableReporter } from './table-reporter.ts';

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
