import { expect, test } from 'vitest';
import { auditWords } from '../../src/audit/command/audit-words.ts';
import { batchWords } from '../../src/batch/report/batch-report.ts';
import { wordsOf } from '../../src/cli/words.ts';
import { correctionWords } from '../../src/correction/correction-words.ts';
import { templateWords } from '../../src/form/command/template-command.ts';
import { formWords } from '../../src/form/form-words.ts';
import type { Language } from '../../src/model/text.ts';
import { planWords } from '../../src/plan/report/plan-words.ts';
import { ciWords } from '../../src/report/ci-text.ts';
import { columnWords } from '../../src/report/columns.ts';
import { askedWords } from '../../src/report/reasons.ts';
import { reportWords } from '../../src/report/words.ts';
import { xlsxWords } from '../../src/report/xlsx/xlsx-reporter.ts';
import { sampleCommandWords } from '../../src/sample/command/sample-command.ts';
import { CHECK_RESULTS, FORM_COLUMNS, REGISTER_SAYS } from '../../src/sample/draw-form.ts';
import { drawableWords } from '../../src/sample/population.ts';
import { sampleWords, targetWords } from '../../src/sample/report/sample-words.ts';
import { verifyWords } from '../../src/saved/command/describe-verification.ts';
import { ruleset } from '../report/builders.ts';

/** Of texts in both languages, one in each. */
const inBoth = (texts: object): { readonly zh: unknown; readonly en: unknown } => {
  if ('zh' in texts && 'en' in texts) return { zh: texts.zh, en: texts.en };
  const inner = Object.entries(texts).map(([key, value]) => [key, inBoth(value)] as const);
  return {
    zh: Object.fromEntries(inner.map(([key, { zh }]) => [key, zh])),
    en: Object.fromEntries(inner.map(([key, { en }]) => [key, en])),
  };
};

/** The words of the program and of the commands that have their own. */
const commandLine = (language: Language) => {
  const { language: _, bug, ...shared } = wordsOf(language);
  return {
    ...shared,
    verify: verifyWords[language],
    sample: { ...sampleCommandWords[language], ...drawableWords[language] },
    template: templateWords[language],
    audit: auditWords[language],
    bug,
  };
};

const CATALOGUES = {
  'reports for people': reportWords(ruleset()),
  'what rules ask for': askedWords,
  'formats for CI': ciWords,
  batches: batchWords,
  CSV: columnWords,
  workbooks: xlsxWords,
  'correction copies': correctionWords,
  plans: planWords,
  'spot checks': sampleWords,
  'forms of spot checks': inBoth({ columns: FORM_COLUMNS, register: REGISTER_SAYS, results: CHECK_RESULTS }),
  'targets of checks': targetWords,
  forms: formWords,
  'command line': { zh: commandLine('zh'), en: commandLine('en') },
} as const;

/** Stands for whatever fills a slot: `‹1›` as a text, 2 as a number, `‹1.name›` for what is taken from it. */
const slot = (label: string): unknown =>
  new Proxy(() => label, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 2 : label);
      if (key === 'toString' || key === 'join' || key === 'toFixed') return () => label;
      if (key === 'map' || key === 'flatMap') return (use: (item: unknown) => unknown) => [use(slot(label))];
      if (key === 'startsWith' || key === 'includes') return () => false;
      return slot(`${label.slice(0, -1)}.${String(key)}›`);
    },
    apply: () => label,
  });

/** Slots that are looked up in the catalogue itself. */
const CHOSEN: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  table: { 0: 'compounds' },
  pooledRow: { 0: 'district' },
};

interface Entry {
  readonly key: string;
  readonly text: string;
}

const entriesOf = (value: unknown, key: string): Entry[] => {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function') {
    const slots = Array.from({ length: Math.max(1, value.length) }, (_, at) => slot(`‹${at + 1}›`));
    return entriesOf(value(...slots.map((any, at) => CHOSEN[key]?.[at] ?? any)), key);
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no text: ${String(value)}`);
  return Object.entries(value).flatMap(([name, inner]) => entriesOf(inner, key === '' ? name : `${key}.${name}`));
};

const pairs = Object.entries(CATALOGUES).map(([title, { zh, en }]) => {
  const english = new Map(entriesOf(en, '').map(({ key, text }) => [key, text]));
  return [title, entriesOf(zh, '').map(({ key, text }) => ({ key, zh: text, en: english.get(key) }))] as const;
});

test.each(pairs)('%s: every word stands in both languages, in its own signs', (_, entries) => {
  for (const { key, zh, en } of entries) {
    expect(en, key).toBeDefined();
    expect([zh, en].join(), key).not.toMatch(/undefined|\[object|\bNaN\b/);
    expect(zh, key).not.toMatch(/\b(?:the|is|and|was|check|not)\b/);
    expect(en, key).not.toMatch(/[\u4e00-\u9fff，。；、：（）“”]/u);
  }
});

const lines = (text: string): string => text.replaceAll('\n', '\n    ');

test('the fixed words read as they should', async () => {
  const document = pairs.map(
    ([title, entries]) =>
      `## ${title}\n\n${entries.map(({ key, zh, en }) => `- \`${key}\`\n  - ${lines(zh)}\n  - ${lines(en!)}\n`).join('')}`,
  );
  await expect(`# Every fixed word; ‹1› is a slot\n\n${document.join('\n')}`).toMatchFileSnapshot('fixed-words.md');
});
