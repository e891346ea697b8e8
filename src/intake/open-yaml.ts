import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { SYNTAX_HINTS, YAML_LIMITS } from '../diagnostics/entries/yaml.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Decoded } from './encoding.ts';
import type { FoundInput } from './find-inputs.ts';
import type { Headings } from './heading-index.ts';
import type { OpenTable } from './open-table.ts';

/** YAML is held in memory as a tree, CSV is not. */
const YAML_LIMIT = 16 << 20;

/** The YAML package is loaded only for those who need it. */
export const openYaml = async (
  decoded: Decoded,
  { path, table }: FoundInput,
  input: number,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
): Promise<OpenTable[]> => {
  const { source, start, decode: toText } = decoded;
  if (source.size > YAML_LIMIT) {
    diagnostics.add(
      'yaml.too-large',
      { limit: YAML_LIMITS.bytes },
      { path, place: () => ({ path, line: 1, column: 1 }) },
    );
    return [];
  }
  const [{ readYaml }, { readYamlTables }] = await Promise.all([import('./yaml-nodes.ts'), import('./yaml-file.ts')]);
  const { roots, problems } = readYaml(toText(source.read(start, source.size - start)));
  for (const problem of problems) {
    const where = { path, place: () => ({ path, line: problem.line, column: problem.column }) };
    if (problem.kind === 'syntax') {
      diagnostics.add('yaml.syntax', { hint: SYNTAX_HINTS[problem.fault], cause: problem.cause }, where);
    } else if (problem.kind === 'duplicate-key') diagnostics.add('yaml.duplicate-key', { key: problem.key }, where);
    else if (problem.kind === 'tag') diagnostics.add('yaml.tag', { tag: problem.tag }, where);
    else if (problem.kind === 'entries') diagnostics.add('yaml.too-large', { limit: YAML_LIMITS.entries }, where);
    else if (problem.kind === 'aliases') diagnostics.add('yaml.aliases', { limit: 10_000 }, where);
    else diagnostics.add('yaml.depth', { limit: 64 }, where);
  }
  if (problems.length > 0) return [];
  return readYamlTables(roots, table, path, ruleset, headings, diagnostics).map(({ at, ...read }) => ({
    ...read,
    input,
    path,
    above: 0,
    isSheet: false,
    place: () => ({ path, ...at }),
    async *batches() {
      yield { first: 0, rows: read.rows.map((cells) => cells.map(({ text }) => text)) };
    },
    locate: (row) => read.rows[row] ?? [],
  }));
};
