import { jsonReporter } from './json-reporter.ts';
import type { Reporter } from './reporter.ts';
import { tableReporter } from './table-reporter.ts';

/** Every report format by its name. */
export const reporters = { table: tableReporter, json: jsonReporter } satisfies Record<string, Reporter>;
export type Format = keyof typeof reporters;
