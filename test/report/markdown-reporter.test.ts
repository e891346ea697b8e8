import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { code, md } from '../../src/report/markdown-reporter.ts';
import { plain, visible } from '../../src/report/plain.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { assessment, district, input, refused, ruleset, subject } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { readMarkdown } from './read-markdown.ts';
import { render } from './render.ts';

const fit = (): Assessment => ({ ...district(), command: 'validate', verdict: null, subjects: [] });

const reports: [string, Assessment, Partial<ReportContext>][] = [
  ['district', district(), {}],
  ['district-quiet', district(), { quiet: true }],
  ['refused', refused(), {}],
  ['fit', fit(), {}],
];

test.each(
  reports.flatMap(([name, of, over]) =>
    (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, { ...over, language }] as const),
  ),
)('%s reads as in its golden file', async (name, of, over) => {
  await expect(render('markdown', of, over)).toMatchFileSnapshot(`golden/${name}.md`);
});

const read = (of: Assessment, over: Partial<ReportContext> = {}) =>
  readMarkdown(render('markdown', of, { language: 'en', ...over }));

/** All that a report is made of. */
const KINDS = [
  'heading',
  'html <!-- -->',
  'inlineCode',
  'list',
  'listItem',
  'paragraph',
  'root',
  'table',
  'tableCell',
  'tableRow',
];

test('the answer, the grid, a section per subject that is no plain pass, the diagnostics, the inputs', () => {
  const { headings, table, items, kinds } = read(district());
  expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
  expect(headings).toEqual([
    '✗ Does not meet the standard',
    'Reasons',
    '✗ 梅沙街道: fail',
    '✗ 盐田街道: fail',
    '? 海山街道: unknown',
    '✗ 盐田区: fail',
    'Warnings (1)',
    'Notes (2)',
    'Inputs (3)',
  ]);
  expect(table.map((row) => row.length)).toEqual([10, 10, 10, 10, 10, 10]);
  expect(table[1]!.slice(0, 3)).toEqual(['梅沙街道 440308001', '✗ fail', '✗ 6~7/12 50.00~58.33%']);
  expect(items).toContain('samples/yantian-2012/compounds.csv:18:44 4403080030018001 大梅沙海景花园 创建等级: 先进');
  expect(items).toContain('Not known (1):');
});

test('what is refused has its diagnostics and no grid', () => {
  const { headings, table, items } = read(refused());
  expect(headings).toEqual(['Cannot be judged: the data is invalid', 'Errors (2)', 'Notes (1)', 'Inputs (1)']);
  expect(table).toEqual([]);
  expect(items).toContain('compounds.csv:7:1 record.lossy-code found "4.40308E+11"');
});

test('quiet is the answer and the errors', () => {
  expect(read(district(), { quiet: true }).headings).toEqual(['✗ Does not meet the standard']);
  expect(read(refused(), { quiet: true }).headings).toHaveLength(2);
});

describe('a text shows as it is', () => {
  const inLine = (markdown: string) => readMarkdown(`- x ${markdown}`);

  test.each([
    'a|b',
    '`a`',
    '[a](https://example.org)',
    '![a](b)',
    '<b>a</b>',
    '<!-- a -->',
    '*a* **b** _c_ ~d~ ~~e~~',
    '# a',
    '&lt;',
    'a\\*b',
    'https://example.org',
    'www.example.org',
    '_www.example.org',
    'a@example.org',
    '@someone',
    '#1',
    'GH-1',
    '_GH-1',
    ':smile:',
    '$a$',
    '[^1]',
    '[ ] a',
    'yantian-2011 1.0.0',
    '四(四)',
  ])('%s', (text) => {
    const { items, kinds, texts } = inLine(md(text));
    expect(items).toEqual([`x ${text}`]);
    expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
    for (const part of texts) expect(part).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\.|:\w+:/);
  });

  test.each(['- a', '+ a', '* a', '1. a', '1) a', '=', '---', '# a', '> a', '    a', '```', '~~~', '***', '| a |', ''])(
    '%j where a line begins',
    (text) => {
      const { items, kinds } = readMarkdown(`- ${md(text)}\n- b`);
      expect(items).toEqual([text, 'b']);
      expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
    },
  );

  test.each(['a.csv:1:1', '`', '``a`', ' a ', 'a`', 'a|b', '<b>', '\\'])('%j as code', (text) => {
    expect(readMarkdown(`- x ${code(text)}`).items).toEqual([`x ${text}`]);
  });

  test('office text needs no escapes', () => {
    for (const text of ['梅沙街道', '四(四)', '80.00%', 'a, b; c: d', 'safe-civilized-communities'])
      expect(md(text)).toBe(text);
  });
});

test.each(hostile)('%s comes back', (_, text) => {
  const { table, kinds, headings } = read(filledWith(text));
  expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
  const shown = text === '' ? '(no name)' : plain(text);
  expect(table).toHaveLength(3);
  expect(table[1]![0]).toBe(`${shown} ${plain(text)}`.trimEnd());
  expect(headings).toContain(`✗ ${shown}: fail`);
});

test('whatever the cells hold, no text becomes mark-up', () => {
  const marks = [
    ...'`*_[]()<>#|~&$\\!-+=.:@^{}"\' \n',
    '](',
    '<!--',
    '-->',
    '://',
    'www.',
    '1. ',
    '    ',
    '&amp;',
    '\\|',
  ];
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2 }),
    fc.constantFrom(...marks),
    fc.constantFrom('a', '1'),
  );
  const shape = (of: Assessment) => {
    const { headings, table, items } = read(of);
    return [headings.length, items.length, ...table.map((row) => row.length)];
  };
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), fc.boolean(), (parts, isRefused) => {
      const fill = isRefused ? refusedWith : filledWith;
      const text = parts.join('');
      const of = fill(text);
      expect(read(of).kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
      expect(shape(of)).toEqual(shape(fill('x')));
      expect(readMarkdown(`# a ${md(text)}.`).headings).toEqual([`a ${visible(text)}.`]);
      expect(readMarkdown(`- x ${code(`a${text}`)}`).items).toEqual([`x a${visible(text)}`]);
    }),
  );
});

test('labels of a ruleset and paths are no mark-up either', () => {
  const label = { zh: '*甲* | <b>', en: '*a* | <b>' };
  const of = assessment({
    ruleset: ruleset({ label, rules: ruleset().rules.map((rule) => ({ ...rule, label, short: label })) }),
    inputs: [input({ shown: 'in/`a`|*b*.csv' })],
    subjects: [subject({ name: '甲', verdict: 'fail' })],
  });
  const { kinds, table, items } = read(of);
  expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
  expect(table[0]).toContain('*a* | <b>');
  expect(items.at(-1)).toMatch(/^in\/`a`\|\*b\*\.csv /);
});
