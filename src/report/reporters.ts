import { jsonReporter } from './json-reporter.ts';
import type { Reporter } from './reporter.ts';
import { tableReporter } from './table-reporter.ts';

/** Every report format; what few runs need is loaded when it is asked for. */
const LOADERS = {
  table: async () => tableReporter,
  json: async () => jsonReporter,
  html: async () => (await import('./html/html-reporter.tsx')).htmlReporter,
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof LOADERS;
export const FORMATS = Object.keys(LOADERS) as readonly Format[];

export const loadReporter = (format: Format): Promise<Reporter> => LOADERS[format]();
