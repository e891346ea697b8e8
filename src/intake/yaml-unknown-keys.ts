import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { watchTest } from '../model/watch-words.ts';
import type { YamlEntry, YamlNode } from './yaml-nodes.ts';

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
export const unknownKeys = (path: string, diagnostics: Diagnostics) => {
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
