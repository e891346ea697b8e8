import { foldHeading } from '../model/fold.ts';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseYaml,
  type Scalar,
  type YAMLMap,
} from '../yaml/parse-yaml.ts';
import { CannotEditError } from './audited-files.ts';

/** Where a value stands, and every key it may stand under, folded. */
export interface ValuePlace {
  readonly line: number;
  readonly column: number;
  readonly keys: ReadonlySet<string>;
}

/** A change of the value that stands at a place. */
export interface ValueChange extends ValuePlace {
  readonly text: string;
  readonly isCount: boolean;
  /** The key to write where the record lacks it, and the values by which the record is then found. */
  readonly key: string;
  readonly beside: readonly ValuePlace[];
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Texts that every reader takes for themselves without quotes. */
const PLAIN = /^[\p{Script=Han}A-Za-z√×✓✔✗✘](?:[\p{Script=Han}\p{L}\p{N}√×_（）、，。；-]| (?! |$))*$/u;
const NO_TEXT = /^(?:true|false|null|nan|yes|no|on|off|y|n)$/i;

const plainOrQuoted = (text: string): string => (PLAIN.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text));

const asScalar = (node: unknown): Scalar.Parsed | null =>
  isScalar(node) && node.range ? (node as Scalar.Parsed) : null;

/** JSON knows no text without quotes. */
const isJsonLike = ({ flow, items }: YAMLMap.Parsed): boolean =>
  flow === true && asScalar(items[0]?.key)?.type === 'QUOTE_DOUBLE';

/** How a value is written where nothing says how. */
const writtenIn = (map: YAMLMap.Parsed, { isCount, text }: ValueChange): string =>
  isCount ? text : isJsonLike(map) ? JSON.stringify(text) : plainOrQuoted(text);

interface Found {
  readonly pair: Pair;
  readonly map: YAMLMap.Parsed;
}

/** The pair whose value stands at a place. */
const pairFinder = (text: string) => {
  const { documents, placeAt } = parseYaml(text);
  const keyOf = (offset: number): string => {
    const { line, column } = placeAt(offset);
    return `${line}:${column}`;
  };
  const pairs = new Map<string, Found[]>();
  const walk = (node: unknown): void => {
    if (isAlias(node)) throw new CannotEditError('alias');
    if (isSeq(node)) for (const item of node.items) walk(item);
    if (!isMap(node)) return;
    const map = node as YAMLMap.Parsed;
    for (const pair of map.items) {
      const at = (pair.value as Node | null)?.range ?? asScalar(pair.key)?.range;
      if (at) {
        const place = keyOf(at[0]);
        pairs.set(place, [...(pairs.get(place) ?? []), { pair, map }]);
      }
      walk(pair.value);
    }
  };
  for (const { contents } of documents) walk(contents);
  return ({ line, column, keys }: ValuePlace): Found | undefined =>
    pairs
      .get(`${line}:${column}`)
      ?.find(({ pair }) => keys.has(foldHeading(String((pair.key as { value?: unknown } | null)?.value))));
};

/** How a text is written in place of a scalar, in its quotes. */
const inStyleOf = ({ type }: Scalar.Parsed, text: string, fresh: string): string => {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(text);
  if (type === 'QUOTE_SINGLE') return `'${text.replaceAll("'", "''")}'`;
  return type === 'PLAIN' ? fresh : `${JSON.stringify(text)}\n`;
};

const replaceValue = (text: string, { pair, map }: Found, change: ValueChange): Splice => {
  const fresh = writtenIn(map, change);
  const scalar = asScalar(pair.value);
  if (scalar !== null && scalar.range[1] > scalar.range[0]) {
    const [from, to] = scalar.range;
    return { from, to, text: inStyleOf(scalar, change.text, fresh) };
  }
  const end = asScalar(pair.key)?.range[1] ?? -1;
  const colon = /^\s*:/.exec(text.slice(end))?.[0].length;
  if (end < 0 || colon === undefined) throw new CannotEditError('shape');
  return { from: end + colon, to: end + colon, text: ` ${fresh}` };
};

/** Behind the last value of the record that is a word or figure: in a line of its own, or behind a comma. */
const insertKey = (text: string, map: YAMLMap.Parsed, change: ValueChange): Splice => {
  const isSimple = ({ type }: Scalar.Parsed): boolean => !type?.startsWith('BLOCK');
  const last = map.items.map((pair) => asScalar(pair.value)).findLast((scalar) => scalar !== null && isSimple(scalar));
  if (!last) throw new CannotEditError('shape');
  const key = isJsonLike(map) ? JSON.stringify(change.key) : plainOrQuoted(change.key);
  const pair = `${key}: ${writtenIn(map, change)}`;
  if (map.flow) return { from: last.range[1], to: last.range[1], text: `, ${pair}` };
  const lineEnd = /\r?\n|$/.exec(text.slice(last.range[1]))!;
  const at = last.range[1] + lineEnd.index;
  const lineStart = text.lastIndexOf('\n', map.range[0] - 1) + 1;
  const indent = ' '.repeat(map.range[0] - lineStart);
  return { from: at, to: at, text: `${lineEnd[0] || '\n'}${indent}${pair}` };
};

/**
 * YAML or JSON with other values at some places and all else as it was: comments, order, quotes. A file with aliases
 * is not edited, since what they stand for would change in several records.
 */
export const editYaml = (text: string, changes: readonly ValueChange[]): string => {
  const find = pairFinder(text);
  const [values, keys]: [Splice[], Splice[]] = [[], []];
  for (const change of changes) {
    const found = find(change);
    const record = found ?? change.beside.map(find).find((each) => each !== undefined);
    if (record === undefined) throw new CannotEditError('shape');
    if (found === undefined) keys.push(insertKey(text, record.map, change));
    else values.push(replaceValue(text, found, change));
  }
  // A key may come right behind a blank that is filled.
  const splices = [...values, ...keys].toSorted((a, b) => a.from - b.from);
  let edited = '';
  let at = 0;
  for (const { from, to, text: fresh } of splices) {
    edited += text.slice(at, from) + fresh;
    at = to;
  }
  return edited + text.slice(at);
};
