import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, explanationOf, severityOf } from '../../src/diagnostics/catalogue.ts';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import { error, note } from '../../src/diagnostics/entry.ts';
import { messageOf } from '../../src/diagnostics/message.ts';
import { explain } from '../../src/report/explain.ts';
import { LANGUAGES, REASON_CODES, sampleMessage, sampleReason } from './catalogue.ts';

const LEFTOVER = /undefined|\[object|\bNaN\b|\bnull\b/;
const ENDS = { zh: /。$/, en: /\.$/ };
/** A sentence in the other language, not a heading or value quoted in this one. */
const FOREIGN = { zh: /\b(?:the|is|and|was|check|not)\b/, en: /[，。；、]/ };

const sentences = LANGUAGES.flatMap((language) => [
  ...DIAGNOSTIC_CODES.map((code) => ({ code, language, sentence: sampleMessage(code, language) })),
  ...REASON_CODES.map((code) => ({ code, language, sentence: sampleReason(code, language) })),
]);

test.each(sentences)('$code is one whole sentence in $language', ({ language, sentence }) => {
  expect(sentence).toMatch(ENDS[language]);
  expect(sentence).not.toMatch(LEFTOVER);
  expect(sentence).not.toMatch(FOREIGN[language]);
  expect(sentence.split('\n')).toHaveLength(1);
});

test.each(DIAGNOSTIC_CODES.filter((code) => severityOf(code) === 'error'))('%s names the remedy', (code) => {
  expect(sampleMessage(code, 'zh')).toMatch(/请/);
  expect(sampleMessage(code, 'en')).toMatch(/[;,] \S+/);
});

test.each([
  ['zh', '（共 37 处）'],
  ['en', '(37 places)'],
] as const)('a counted diagnostic says how many in %s', (language, count) => {
  expect(sampleMessage('record.digits', language, 37)).toContain(count);
  expect(sampleMessage('record.digits', language)).not.toContain('37');
});

test.each([
  ['zh', '不详的留空。该格已按“未知”处理。'],
  ['en', 'leave it blank if not known. The cell was taken as unknown.'],
] as const)('an invalid cell that did not refuse says what was made of it in %s', (language, told) => {
  const refused = diagnose('record.bad-count', { heading: '本年刑事发案' });
  expect(messageOf({ ...refused, severity: 'warning' }, language)).toContain(told);
  expect(messageOf(refused, language)).not.toContain(told);
  const warning = diagnose('table.no-units', {
    ...{ table: { zh: '社区表', en: 'communities' }, subject: '甲', total: '' },
    own: { zh: '街道表', en: 'streets' },
  });
  expect(messageOf(warning, language)).not.toMatch(/未知|unknown/);
});

test.each([
  ['zh', '等 28 项'],
  ['en', 'and 8 more'],
] as const)('a long list is cut and counted in %s', (language, rest) => {
  const files = Array.from({ length: 28 }, (_, i) => `f${i}.docx`);
  const message = messageOf(diagnose('input.other-files', { files }), language);
  expect(message).toContain(rest);
  expect(message).toContain('f19.docx');
  expect(message).not.toContain('f20.docx');
});

/** Examples of cells: what stands at the place must be the beginning of a cell or value of the line shown. */
const placed = DIAGNOSTIC_CODES.flatMap((code) => {
  const { example } = explanationOf(code);
  const [, line, column] = /:(\d+):(\d+)$/.exec(example.at ?? '') ?? [];
  const text = example.input.split('\n')[Number(line) - 1];
  return text === undefined || text.startsWith('$') || code === 'encoding.damaged'
    ? []
    : [{ code, text, column: Number(column) }];
}).filter(({ code }) => code !== 'yaml.depth');

test.each(placed)('the example of $code points at a cell', ({ text, column }) => {
  expect(column).toBeLessThanOrEqual(text.length + 1);
  expect(text.slice(0, column - 1)).toMatch(/(?:^|[,;\s])$/);
});

const entry = (code: string, zh: string, en: string): string => `- \`${code}\`\n  - ${zh}\n  - ${en}\n`;

test('no code has two entries', () => {
  const folder = fileURLToPath(new URL('../../src/diagnostics/entries', import.meta.url));
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const codes = texts.flatMap((text) => text.match(/^ {2}'[a-z]+\.[a-z-]+'(?=: \w+[<(])/gm) ?? []);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect(codes.length).toBeGreaterThan(DIAGNOSTIC_CODES.length - 3);
});

test('an entry is held to its slots by type', () => {
  const explained = { title: { zh: '', en: '' }, text: { zh: '', en: '' }, remedy: { zh: '', en: '' } };
  const example = { input: '', slots: { heading: '年度' } };
  const entry = note<{ heading: string }>({
    zh: ({ heading }) => heading,
    // @ts-expect-error: no such slot
    en: ({ headings }) => headings,
    // @ts-expect-error: the example lacks a slot
    explain: () => ({ ...explained, example: { input: '', slots: {} } }),
  });
  // @ts-expect-error: no slots, but an example of one
  error({ zh: () => '', en: () => '', explain: () => ({ ...explained, example }) });
  // @ts-expect-error: the code has another slot
  diagnose('record.bad-count', { field: 'criminalCases' });
  expect(entry.severity).toBe('note');
});

test('the catalogue reads as it should', async () => {
  const diagnostics = DIAGNOSTIC_CODES.map((code) =>
    entry(`${code}\` \`${severityOf(code)}`, sampleMessage(code, 'zh'), sampleMessage(code, 'en')),
  );
  const reasons = REASON_CODES.map((code) => entry(code, sampleReason(code, 'zh'), sampleReason(code, 'en')));
  const explained = LANGUAGES.flatMap((language) =>
    [...DIAGNOSTIC_CODES, ...REASON_CODES].map((code) => `\`\`\`\n${explain(code, language)}\`\`\`\n`),
  );
  const document = [
    '# Every sentence of the catalogue, with the slots of its example\n',
    '## Diagnostics\n',
    ...diagnostics,
    '\n## Reasons\n',
    ...reasons,
    '\n## Explanations\n',
    explained.join('\n'),
  ].join('\n');
  await expect(document).toMatchFileSnapshot('catalogue.md');
});
