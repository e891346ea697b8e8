import fc from 'fast-check';
import { ENCODINGS, encode } from './encode.ts';
import { type Submission, type Tables, toTables } from './submission.ts';

/** A way to write a submission as YAML. */
export interface YamlDialect {
  readonly nested: boolean;
  readonly json: boolean;
  readonly encoding: (typeof ENCODINGS)[number];
  readonly lineBreak: '\n' | '\r\n';
  readonly indent: 1 | 2 | 4;
  /** Decides quoting, comments and the order of keys. */
  readonly seed: readonly number[];
}

export const yamlDialects: fc.Arbitrary<YamlDialect> = fc.record({
  nested: fc.boolean(),
  json: fc.boolean(),
  encoding: fc.constantFrom(...ENCODINGS),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom(1, 2, 4),
  seed: fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
});

type Node = string | readonly Node[] | { readonly [key: string]: Node };

const PLAIN_TEXT = /^(?:[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9_/]*|[０-９]+|×|√|—)$/u;
/** Lone line separators aside, what stands for itself between single quotes. */
const SINGLE_TEXT = /^[^\r\n\u2028]*$/u;

const nestedTree = (submission: Submission): Node => ({
  streets: submission.map(({ row, communities }) => ({
    ...row,
    communities: communities.map((community) => ({
      ...community.row,
      compounds: community.compounds.map((compound) => compound.row),
    })),
  })),
});

const flatTree = (tables: Tables): Node => tables as unknown as Node;

/** A record's own fields before its children, both in an order that the seed decides; `compounds` names a count too. */
const shuffled = (node: { readonly [key: string]: Node }, pick: () => number): [string, Node][] =>
  Object.entries(node)
    .map((entry) => ({ entry, rank: (typeof entry[1] === 'string' ? 0 : 10_000) + pick() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);

export const writeYaml = (submission: Submission, dialect: YamlDialect): Buffer => {
  const { seed, indent, nested, json, lineBreak } = dialect;
  let drawn = 0;
  const pick = () => seed[drawn++ % seed.length]!;
  const tree = nested ? nestedTree(submission) : flatTree(toTables(submission));
  const scalar = (text: string): string => {
    if (text === '') return ["''", '""', '', '~', 'null'][pick() % 5]!;
    const style = pick() % 3;
    if (style === 0 && PLAIN_TEXT.test(text)) return text;
    if (style === 1 && SINGLE_TEXT.test(text)) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text);
  };
  const lines: string[] = [];
  const write = (node: Node, depth: number, first: string): void => {
    const pad = ' '.repeat(depth);
    if (Array.isArray(node)) {
      for (const item of node as readonly Node[]) {
        if (pick() % 6 === 0) lines.push(`${pad}# 注："说明": x`);
        write(item, depth + indent + 1, `${pad}-${' '.repeat(indent)}`);
      }
      return;
    }
    let lead = first;
    for (const [key, value] of shuffled(node as Record<string, Node>, pick)) {
      if (typeof value === 'string') lines.push(`${lead}${key}: ${scalar(value)}`.trimEnd());
      else if ((value as readonly Node[]).length === 0) lines.push(`${lead}${key}: []`);
      else {
        lines.push(`${lead}${key}:`);
        write(value, depth, '');
      }
      lead = pad;
    }
  };
  if (json) return encode(JSON.stringify(tree, null, indent).replaceAll('\n', lineBreak), dialect.encoding);
  lines.push(...(pick() % 2 === 0 ? ['---'] : ['# 台账', '']));
  write(tree, 0, '');
  return encode(lines.map((line) => line + lineBreak).join(''), dialect.encoding);
};
