import { expect, test } from 'vitest';
import { writeFolder } from '../judge/write-folder.ts';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import { hiddenIn } from './hidden.ts';

const TABLE = '年度,街道代码,社区代码,社区名称,无毒社区\n2012,440308003,440308003001,甲社区,否\n';

test.each([
  ['an ANSI escape', '\u001b[2J.csv'],
  ['a line break', 'a\nb.csv'],
  ['a right-to-left override', '\u202evsc.csv'],
  ['an object property', '__proto__.csv'],
  ['a script', '<script>.csv'],
  ['an option', '--format.csv'],
  ['spaces', ' a b .csv'],
  ['a NUL sign', '\u2400\u200b.csv'],
])('a file name with %s', async (_, name) => {
  const folder = writeFolder({ [name]: TABLE });
  const json = await runMain(['assess', folder, '--format', 'json']);
  expect(json.code).toBe(1);
  const report = assertReport(json.stdout) as { inputs: { path: string }[] };
  expect(report.inputs.map(({ path }) => path)).toEqual([name]);
  const text = await runMain(['assess', folder, '--lang', 'en']);
  expect({ code: text.code, hidden: hiddenIn(text.stdout) }).toEqual({ code: 1, hidden: [] });
});

test.each(['\u001b[31m红', '\u202e甲', '__proto__', 'x'.repeat(10_000), '甲\n乙', '\ud800'])(
  'a street asked for by %j that is not there',
  async (street) => {
    const { code, stdout, stderr } = await runMain(['assess', writeFolder({ 'a.csv': TABLE }), '--street', street]);
    expect({ code, stdout, hidden: hiddenIn(stderr) }).toEqual({ code: 64, stdout: '', hidden: [] });
  },
);

test.each([
  ['a path', ['assess', 'no/\u001b[31m/\u202e']],
  ['a ruleset', ['assess', 'samples/passing', '--rules', 'no\u001b[31m\u202e']],
])('%s that is not there', async (_, argv) => {
  const { code, stdout, stderr } = await runMain(argv);
  expect({ code, hidden: hiddenIn(stdout + stderr) }).toEqual({ code: 66, hidden: [] });
});

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each([
  ['a lone surrogate in UTF-16', utf16(TABLE.replace('甲', '\ud800')), 'encoding.undecodable', { line: 2, column: 29 }],
  ['half a character at the end of UTF-16', utf16(TABLE).subarray(0, -1), 'encoding.undecodable', { line: 2 }],
  ['a UTF-8 file cut in a character', Buffer.from(TABLE).subarray(0, -2), 'encoding.damaged', { line: 2, column: 33 }],
  ['NUL bytes only', Buffer.alloc(4096), 'table.no-headings', { line: 1, column: 1 }],
  [
    'a quote that never closes',
    Buffer.from(TABLE.replace('甲社区', '"甲社区')),
    'csv.open-quote',
    { line: 2, column: 29 },
  ],
  ['an empty file', Buffer.alloc(0), 'table.no-headings', { line: 1, column: 1 }],
] as const)('%s is refused where it stands', async (_, bytes, code, place) => {
  const folder = writeFolder({ 'a.csv': bytes });
  const json = await runMain(['assess', folder, '--format', 'json']);
  const report = assertReport(json.stdout) as { diagnostics: unknown[] };
  expect(json.code).toBe(65);
  expect(report.diagnostics).toContainEqual(expect.objectContaining({ code, place: expect.objectContaining(place) }));
  for (const lang of ['zh', 'en']) {
    const text = await runMain(['assess', folder, '--lang', lang]);
    expect({ code: text.code, hidden: hiddenIn(text.stdout) }).toEqual({ code: 65, hidden: [] });
  }
});

test.each([
  ['blank lines', '\n'],
  ['lines of one cell', '说明\n'],
])(
  'millions of %s without headings are refused in time',
  async (_, line) => {
    const folder = writeFolder({ 'a.csv': line.repeat(2 ** 24 / line.length) });
    const { code, stdout } = await runMain(['assess', folder, '--year', '2012', '--format', 'json']);
    const { diagnostics } = assertReport(stdout) as { diagnostics: { code: string }[] };
    expect({ code, found: diagnostics.map((found) => found.code) }).toEqual({ code: 65, found: ['table.no-headings'] });
  },
  20_000,
);

test.each([
  ['deep nesting', '['.repeat(200_000), 'yaml.depth'],
  ['deep mappings', '{a: '.repeat(50_000), 'yaml.depth'],
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefgh'[at]}`)}]\n`).join('')}streets: *h\n`,
    'yaml.aliases',
  ],
  ['an alias to itself', 'streets: &a [*a]\n', 'yaml.aliases'],
  ['an alias to what is around it', 'streets:\n  - &a { name: 甲, code: *a }\n', 'yaml.aliases'],
  ['an alias to nothing', 'streets:\n  - { name: 甲, code: *b }\n', 'yaml.syntax'],
  ['a custom tag', 'streets: !!js/function "x"\n', 'yaml.tag'],
  ['a key twice', 'streets: []\nstreets: []\n', 'yaml.duplicate-key'],
  ['a merge key', 'streets:\n  - &a { name: 甲, year: 2012 }\n  - { <<: *a, code: 1 }\n', null],
] as const)('YAML with %s', async (_, text, code) => {
  const {
    code: exit,
    stdout,
    stderr,
  } = await runMain(['validate', writeFolder({ 'a.yaml': text }), '--format', 'json']);
  const { diagnostics } = assertReport(stdout) as { diagnostics: { code: string }[] };
  expect(stderr).toBe('');
  expect([0, 65]).toContain(exit);
  if (code === null) return;
  expect(exit).toBe(65);
  expect(diagnostics.map((found) => found.code)).toContain(code);
});

test('the search for hidden characters finds them', () => {
  expect(hiddenIn('a\nb')).toEqual([]);
  expect(hiddenIn('a\u001b\u202e\u200b\u0085\tb\u001b')).toEqual(['1b', '202e', '200b', '85', '9']);
});
