import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

const SRC = new URL('../../src/', import.meta.url);

/** Words of every scheme, which some heading or field of the bundled one happens to be. */
const ORDINARY = new Set([
  ...['code', 'name', 'year', 'level', 'kind', 'evidence', 'type', 'status', 'grade', 'note', 'remarks', 'community'],
  ...['代码', '编码', '编号', '名称', '年度', '年份', '类型', '类别', '等级', '级别', '评定', '辖区', '考核年度'],
]);

/** Of the one scheme, in other forms than its ruleset has them. */
const BY_HAND = ['street', 'district', '全区', '区代码', '区名', '居委会', '街道办', '标兵', '专项考核'];

/** Where examples of explanations stand, which are of the bundled scheme. */
const EXAMPLES = /^(?:diagnostics\/(?:entries\/|catalogue)|report\/reasons\/)/;
const ALL_EXAMPLE = 'report/reasons/example-finding.ts';

const wordsOfScheme = async (): Promise<readonly string[]> => {
  const loaded = await loadRuleset('yantian-2011');
  if (!('ruleset' in loaded)) throw new Error('no ruleset');
  const { levels, records } = loaded.ruleset;
  const words = [
    ...levels.flatMap(({ id, plural, noun, endings }) => [id, plural, noun.zh, noun.en, ...endings]),
    ...Object.values(records).flatMap(({ headings, fields }) => [
      ...headings,
      ...fields.flatMap((field) => [field.name, ...field.headings]),
    ]),
    ...BY_HAND,
  ];
  return [...new Set(words)].filter((word) => word.length > 1 && !ORDINARY.has(word));
};

/** The lines of a file without those of its examples. */
const linesOf = (file: string): readonly (readonly [number, string])[] => {
  const lines = readFileSync(new URL(file, SRC), 'utf8').split('\n');
  let end: string | null = null;
  return lines.flatMap((line, at) => {
    if (!EXAMPLES.test(file)) return [[at + 1, line] as const];
    if (end !== null) {
      if (line.startsWith(end)) end = null;
      return [];
    }
    const opened = /^(\s*)(?:example: |[A-Za-z]*EXAMPLE[A-Za-z]*: |const [A-Z]+[^=]* = )\{/.exec(line);
    if (opened !== null) {
      if (!/\},?;?$/.test(line)) end = `${opened[1]}}`;
      return [];
    }
    return [[at + 1, line] as const];
  });
};

const LATIN = /^[ -~]+$/;

test('no file of the source names what only one scheme has', async () => {
  const words = await wordsOfScheme();
  const [latin, han] = [words.filter((word) => LATIN.test(word)), words.filter((word) => !LATIN.test(word))];
  const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const latinPart = `(?<![\\w-])(?:${latin.map(escaped).join('|')})(?![\\w-])`;
  const pattern = new RegExp(`${latinPart}|${han.map(escaped).join('|')}`, 'iu');
  // Comments may show a heading as an example.
  const names = new RegExp(latinPart, 'iu');
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:tsx?|js)$/.test(file) && file !== ALL_EXAMPLE);
  expect(words.length).toBeGreaterThan(30);
  const found = files.flatMap((file) =>
    linesOf(file).flatMap(([line, text]) => {
      const isComment = /^\s*(?:\/\*\*|\*|\/\/)/.test(text);
      const word = (isComment ? names : pattern).exec(
        text.replaceAll('--street', '').replace(/compound file/i, ''),
      )?.[0];
      return word === undefined ? [] : [`${file}:${line} ${word}`];
    }),
  );
  expect(found).toEqual([]);
});
