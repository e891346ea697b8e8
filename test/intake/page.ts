import { assess } from '../../src/assess.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { memoryFiles } from './memory-files.ts';

/** Judges files in memory; what a page in a browser would do. */
export const judge = async (
  held: readonly (readonly [string, Uint8Array])[],
  paths: readonly string[],
  context: ReportContext,
): Promise<string> => [...jsonReporter(await assess({ paths, files: memoryFiles(new Map(held)) }), context)].join('');
