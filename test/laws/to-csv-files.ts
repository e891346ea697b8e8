import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import type { Files } from './report-of.ts';
import type { Tables } from './submission.ts';
import { type CsvDialect, writeCsv } from './write-csv.ts';

const TABLES = ['streets', 'communities', 'compounds'] as const;

const loaded = await loadRuleset('yantian-2011');
if (!('ruleset' in loaded)) throw new Error('the ruleset is refused');

/** The headings and fields that a writer may choose from. */
export const { records } = loaded.ruleset;

/** One file a table, each in a dialect of its own. */
export const toCsvFiles = (tables: Tables, dialects: readonly [CsvDialect, CsvDialect, CsvDialect]): Files =>
  Object.fromEntries(
    TABLES.map((table, at) => [`${table}.csv`, writeCsv(tables[table], records[table]!, dialects[at]!)]),
  );
