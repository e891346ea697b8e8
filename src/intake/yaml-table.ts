import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { YAML_LIMITS, YAML_SHAPES } from '../diagnostics/entries/yaml.ts';
import { foldHeading } from '../model/fold.ts';
import { levelOfTable, parentFields, tablesOf } from '../model/levels.ts';
import type { Field, Ruleset, TableName } from '../model/ruleset.ts';
import { watchTest } from '../model/watch-words.ts';
import type { Decoded } from './encoding.ts';
import type { FoundInput } from './find-inputs.ts';
import { knownHeadings } from './heading-index.ts';
import { type Cell, type OpenTable, type Rows, tableOf, whereIn } from './open-table.ts';
import { exampleHeadings, recogniseTable } from './read-headings.ts';
import type { YamlEntry, YamlNode, YamlPlace } from './yaml-nodes.ts';

/** Places shown beside the first. */
const SHOWN = 4;

interface Unknown {
  readonly first: YamlEntry;
  /** What stands under it in lists and groups that may be records. */
  entries: number;
  readonly words: Set<string>;
  readonly watched: YamlEntry[];
  cells: number;
}

const isText = ({ kind }: YamlNode): boolean => kind === 'text';

/** How many entries a value holds that may be records; a plain list is one only at the top, where tables stand. */
const entriesIn = (node: YamlNode, isTop: boolean): number => {
  if (node.kind === 'list') return isTop || node.items.some((item) => !isText(item)) ? node.items.length : 0;
  if (node.kind === 'map') return node.entries.some(({ value }) => !isText(value)) ? node.entries.length : 0;
  return 0;
};

const textsIn = (node: YamlNode, key: string): (readonly [heading: string, text: string])[] => {
  if (node.kind === 'text') return [[key, node.text]];
  if (node.kind === 'list') return node.items.flatMap((item) => textsIn(item, key));
  return node.entries.flatMap((entry) => textsIn(entry.value, entry.key));
};

/** Gathers the keys of a YAML file that the ruleset does not know: what they may hold decides how much is said of them. */
const unknownKeys = (path: string, diagnostics: Diagnostics) => {
  const keys = new Map<string, Unknown>();
  const tests = new Map<readonly string[], ReturnType<typeof watchTest>>();
  const placeOf = ({ line, column }: YamlEntry) => ({ path, line, column });

  return {
    /** `watch` are the words that raise a warning. */
    add: (entry: YamlEntry, isTop: boolean, watch: readonly string[]): void => {
      const known = keys.get(entry.key) ?? { first: entry, entries: 0, words: new Set(), watched: [], cells: 0 };
      keys.set(entry.key, known);
      known.entries += entriesIn(entry.value, isTop);
      const test = tests.get(watch) ?? watchTest(watch);
      tests.set(watch, test);
      for (const [heading, text] of textsIn(entry.value, entry.key)) {
        const word = test(heading, text);
        if (word === undefined) continue;
        known.words.add(word);
        known.cells++;
        if (known.watched.length <= SHOWN) known.watched.push(entry);
      }
    },
    tell: (): void => {
      const others = [...keys].filter(([, { entries }]) => entries === 0);
      if (others.length > 0) {
        const [[, { first }]] = others as [(typeof others)[0]];
        diagnostics.add(
          'yaml.unknown-key',
          { keys: others.map(([key]) => key) },
          { path, place: () => placeOf(first) },
        );
      }
      for (const [key, { first, entries, words, watched, cells }] of keys) {
        if (entries > 0)
          diagnostics.add('yaml.unread-entries', { key, entries }, { path, place: () => placeOf(first) });
        const [at, ...related] = watched;
        if (at === undefined) continue;
        const where = { path, place: () => placeOf(at), related: () => related.map(placeOf) };
        diagnostics.add('record.watched', { heading: key, words: [...words], cells }, where);
      }
    },
  };
};

/** Cells inherited from the entries around a nested record: field name → cell. */
type Inherited = Readonly<Record<string, Cell>>;

interface Row {
  readonly cells: Map<number, Cell>;
  readonly at: YamlPlace;
}

/** Collects the tables of a YAML file, flat (table names on top) or nested (units with those within them). */
const readYamlTables = (
  roots: readonly YamlNode[],
  asked: TableName | null,
  { path, input }: Pick<OpenTable, 'path' | 'input'>,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): OpenTable[] => {
  const tables = tablesOf(ruleset);
  const headings = knownHeadings(ruleset).tables;
  const read = new Map(tables.map((table) => [table, { rows: [] as Row[], used: new Map<number, string>() }]));
  const given = new Map<TableName, YamlPlace>();
  const unknown = unknownKeys(path, diagnostics);

  const shape = (node: YamlNode, expected: keyof typeof YAML_SHAPES) =>
    diagnostics.add('yaml.shape', { expected: YAML_SHAPES[expected] }, whereIn(path, node));

  const tableNamed = (key: string, within: readonly TableName[]): TableName | undefined =>
    within.find((table) => ruleset.records[table]!.headings.some((name) => foldHeading(name) === foldHeading(key)));

  const readList = (node: YamlNode, table: TableName, inherited: Inherited): void => {
    if (!given.has(table)) given.set(table, { line: node.line, column: node.column });
    if (node.kind === 'text' && node.text === '') return;
    if (node.kind !== 'list') {
      shape(node, 'list');
      return;
    }
    for (const item of node.items) {
      if (item.kind === 'map') readRecord(item.entries, item, table, inherited);
      else shape(item, 'record');
    }
  };

  const readRecord = (entries: readonly YamlEntry[], at: YamlNode, table: TableName, inherited: Inherited): void => {
    const { rows, used } = read.get(table)!;
    const below = tables.slice(tables.indexOf(table) + 1);
    const cells = new Map<number, Cell>();
    const nested: [TableName, YamlNode][] = [];
    for (const entry of entries) {
      const field = headings[table]!.get(entry.key);
      // A number under the name of a table is a total of what is judged; of a unit that has none it stands where records should.
      const isCell = field !== undefined && entry.value.kind === 'text';
      const child = isCell ? undefined : tableNamed(entry.key, below);
      if (child) nested.push([child, entry.value]);
      else if (field === undefined) unknown.add(entry, false, ruleset.records[table]!.watch);
      else if (entry.value.kind !== 'text') shape(entry.value, 'value');
      else if (cells.has(field)) {
        diagnostics.add(
          'table.duplicate-heading',
          { field: ruleset.records[table]!.fields[field]!.name, heading: entry.key },
          { ...whereIn(path, entry), text: entry.key },
        );
      } else {
        cells.set(field, { line: entry.value.line, column: entry.value.column, text: entry.value.text });
        if (!used.has(field)) used.set(field, entry.key);
      }
    }
    const fields = ruleset.records[table]!.fields;
    fields.forEach(({ name, role }, index) => {
      const cell = inherited[role === 'year' ? role : name];
      if (cell && !cells.has(index)) {
        cells.set(index, cell);
        if (!used.has(index)) used.set(index, name);
      }
    });
    rows.push({ cells, at });
    if (nested.length === 0) return;
    const own = (role: Field['role']) => cells.get(fields.findIndex((field) => field.role === role));
    const parent = parentFields(levelOfTable(ruleset, table));
    const passed: Record<string, Cell> = { ...inherited };
    const pass = (field: string, cell: Cell | undefined) => {
      if (cell) passed[field] = cell;
    };
    pass(parent.code, own('code'));
    pass(parent.name, own('name'));
    pass('year', own('year'));
    for (const [child, node] of nested) readList(node, child, passed);
  };

  if (roots.length === 0) shape({ kind: 'text', text: '', line: 1, column: 1 }, 'root');
  for (const root of roots) {
    if (root.kind === 'list') {
      const keys = root.items.flatMap((item) => (item.kind === 'map' ? item.entries.map(({ key }) => key) : []));
      const likely = asked === null ? recogniseTable(keys, ruleset) : [asked];
      const [table] = likely;
      const found = [...new Set(keys)].slice(0, 20);
      const where = whereIn(path);
      if (table === undefined) diagnostics.add('table.no-headings', { found, known: exampleHeadings(ruleset) }, where);
      else if (likely.length > 1)
        diagnostics.add('table.ambiguous', { tables: likely, found, known: exampleHeadings(ruleset) }, where);
      else readList(root, table, {});
      continue;
    }
    if (root.kind !== 'map') {
      shape(root, 'root');
      continue;
    }
    const lists = root.entries.map((entry) => ({ entry, table: tableNamed(entry.key, tables) }));
    if (lists.every(({ table }) => table === undefined)) {
      shape(root, 'root');
      continue;
    }
    for (const { entry, table } of lists) {
      if (table) readList(entry.value, table, {});
      else
        unknown.add(
          entry,
          true,
          Object.values(ruleset.records).flatMap(({ watch }) => watch),
        );
    }
  }
  unknown.tell();
  return [...given]
    .toSorted(([a], [b]) => tables.indexOf(a) - tables.indexOf(b))
    .map(([table, at]) => {
      const { rows, used } = read.get(table)!;
      const { fields } = ruleset.records[table]!;
      // An empty list lacks no column.
      if (rows.length === 0) fields.forEach(({ name }, field) => void used.set(field, name));
      const order = [...used.keys()].sort((a, b) => a - b);
      const headings = order.map((field) => used.get(field)!);
      const columns = fields.map((_, field) => order.indexOf(field));
      const values = rows.map(({ cells, at }) =>
        order.map((field) => cells.get(field) ?? { line: at.line, column: at.column, text: '' }),
      );
      const held: Rows = {
        async *batches(from) {
          yield { first: from, rows: values.slice(from).map((cells) => cells.map(({ text }) => text)) };
        },
        locate: (row) => values[row] ?? [],
      };
      const place = () => ({ path, ...at });
      return tableOf(held, { row: -1, headings }, { table, columns }, { input, path, isSheet: false, place });
    });
};

/** YAML is held in memory as a tree, CSV is not. */
const YAML_LIMIT = 16 << 20;

/** The YAML package is loaded only for those who need it. */
export const openYaml = async (
  decoded: Decoded,
  { path, table }: FoundInput,
  input: number,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): Promise<OpenTable[]> => {
  const { source, start, decode: toText } = decoded;
  if (source.size > YAML_LIMIT) {
    diagnostics.add('yaml.too-large', { limit: YAML_LIMITS.bytes }, whereIn(path));
    return [];
  }
  const { readYaml } = await import('./yaml-nodes.ts');
  const roots = readYaml(toText(source.read(start, source.size - start)), path, diagnostics);
  if (roots === null) return [];
  return readYamlTables(roots, table, { path, input }, ruleset, diagnostics);
};
