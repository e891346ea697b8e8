import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VERB_FORMATS } from '../../src/cli/options.ts';
import type { Witness } from '../../src/model/assessment.ts';
import type { Planned, SubjectPlan } from '../../src/model/plan.ts';
import { widthOf } from '../../src/model/width.ts';
import { PLAN_REPORTERS } from '../../src/plan/report/plan-reporters.ts';
import { planWords } from '../../src/plan/report/plan-words.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { assessment, context, input, ruleset, subject } from '../report/builders.ts';
import { hostile } from '../report/hostile.ts';
import { assertPlan, schemaFile } from './plan-schema.ts';

const RULE = 'drug-free-communities';

/** Every kind of entry once, with one text wherever a text of the input or the ruleset can stand. */
const filledWith = (text: string): Planned => {
  const place = { path: 'a.csv', line: 1, column: 1 };
  const cell = (over: Partial<Witness> = {}): Witness => ({
    ...{ code: text, name: text, place, field: 'level', heading: text, text },
    ...over,
  });
  const unit = { code: text, name: text };
  const change = { cell: cell(), from: text, to: text };
  const nextYear = [{ cells: [cell(), cell()], atMost: 3 }];
  const plans: SubjectPlan[] = [
    {
      subject: subject({ ...unit, verdict: 'fail' }),
      way: {
        leadsTo: 'no-way-out',
        visits: [
          { table: 'compounds', ...unit, rules: [RULE], changes: [change] },
          { table: 'communities', ...unit, rules: [RULE], changes: [change, change] },
        ],
        unnamed: [{ rule: RULE, table: 'compounds', count: 2 }],
        lacking: [
          { rule: RULE, table: 'communities', fields: [], units: 0 },
          { rule: RULE, table: 'compounds', fields: [], units: 49 },
          { rule: RULE, table: 'communities', fields: ['level'], units: 0 },
        ],
        blocked: [
          {
            rule: 'safety',
            allowed: null,
            obstacles: [{ ...unit, cells: [cell({ place: null, heading: null })], nextYear: [] }],
          },
          { rule: RULE, allowed: 1, obstacles: [{ ...unit, cells: [cell(), cell()], nextYear }] },
        ],
        undecided: [{ rule: RULE, needed: 1, cells: [cell({ text: '' })] }],
        conflicts: [RULE, 'safety'],
      },
      questions: null,
      hold: null,
    },
    {
      subject: subject({ ...unit, verdict: 'unknown' }),
      way: { leadsTo: 'undecided', visits: [], unnamed: [], lacking: [], blocked: [], undecided: [], conflicts: [] },
      questions: { pass: [cell(), cell()], fail: [cell()], searched: true },
      hold: null,
    },
    { subject: subject({ ...unit, verdict: 'not-applicable' }), way: null, questions: null, hold: null },
    {
      subject: subject({ ...unit, verdict: 'pass' }),
      way: null,
      questions: null,
      hold: { changes: 1, rules: [{ rule: RULE, margin: 0, changes: 1 }], vetoes: ['safety'] },
    },
  ];
  const margins = [{ rule: RULE, margin: 0, changes: 1 }];
  return {
    ...assessment({
      ruleset: ruleset({ label: { zh: text, en: text }, source: { number: text } }),
      inputs: [input({ path: 'a.csv', shown: 'a.csv' })],
    }),
    plans: plans,
    fragile: [
      { ...unit, changes: 1, rules: [RULE], margins },
      { ...unit, changes: null, rules: [], margins: [] },
    ],
  };
};

const render = (format: keyof typeof PLAN_REPORTERS, planned: Planned, over: Partial<ReportContext> = {}): string =>
  [...PLAN_REPORTERS[format](planned, context(over))].join('');

const assertReadable = (text: string, width: number): void => {
  const bare = text.replaceAll(/\u001b\[\d+m/g, '');
  expect(text).toMatch(/[^\n]\n$/);
  expect(bare.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(bare.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
};

/** A text stands in many places here: megabytes of it would only take long. */
const texts = hostile.map(([name, text]) => [name, text.slice(0, 100_000)] as const);
const cases = VERB_FORMATS.flatMap((format) => texts.map(([name, text]) => [format, name, text] as const));

test.each(cases)('a plan as %s survives %s', (format, _, text) => {
  const planned = filledWith(text);
  const report = render(format, planned, { color: true });
  expect(render(format, planned, { color: true })).toBe(report);
  if (format === 'table') {
    assertReadable(report, 80);
    expect(report.length).toBeLessThan(60_000);
    return;
  }
  const { subjects } = assertPlan(text === '' ? render('json', filledWith('x')) : report) as {
    subjects: { name: string; way: { visits: { changes: { text: string }[] }[] } }[];
  };
  if (text !== '') expect([subjects[0]!.name, subjects[0]!.way.visits[0]!.changes[0]!.text]).toEqual([text, text]);
});

test('the table stays within its width, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 40, max: 160 }),
      fc.constantFrom('zh' as const, 'en' as const),
      (text, width, language) => {
        fc.pre(!/:\/\/|:\d+:\d+/.test(text));
        assertReadable(render('table', filledWith(text), { width, language }), width);
      },
    ),
  );
});

test('long lists are cut for people and counted, visits and JSON never are', () => {
  const planned = filledWith('x');
  const [first] = [...planned.plans];
  const way = first!.way!;
  const many = <T>(items: readonly T[]): T[] => Array.from({ length: 25 }, () => items[0]!);
  const long: Planned = {
    ...planned,
    plans: [
      {
        ...first!,
        way: {
          ...way,
          visits: many(way.visits),
          blocked: way.blocked.map((each) => ({ ...each, obstacles: many(each.obstacles) })),
        },
      },
    ],
  };
  const text = render('table', long, { language: 'en' });
  expect(text.match(/5 more not listed/g)).toHaveLength(2);
  expect(text.match(/x → x/g)).toHaveLength(25);
  expect(render('json', long).match(/"nextYear"/g)).toHaveLength(50);
});

test('every word of a plan is there in both languages, and is of its language', () => {
  const slots = [3, 3, 3, 3].map(String);
  for (const language of ['zh', 'en'] as const) {
    for (const [name, word] of Object.entries(planWords[language])) {
      const make = word as string | ((...given: unknown[]) => string);
      const text =
        typeof make === 'string'
          ? make
          : ['unnamed', 'unitsLacking'].includes(name)
            ? make('3', 3, '3')
            : make(...slots);
      expect(text, name).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text, name).toMatch(/\S|^, $/);
      if (language === 'en') expect(text, name).not.toMatch(/[\p{Script=Han}，。：、]/u);
      else expect(text.replace('--format json', ''), name).not.toMatch(/[a-z]{2}/i);
    }
  }
});

test('what a plan shares with a report is described in the same way', () => {
  const [plan, report] = [schemaFile('plan'), schemaFile('report')];
  for (const name of ['result', 'text', 'sha256', 'place', 'input', 'diagnostic']) {
    expect(plan.$defs[name], name).toEqual(report.$defs[name]);
  }
});

interface Spoilable {
  fragile?: unknown;
  subjects: { way: { leadsTo: string; visits: { changes: unknown[] }[] } }[];
}

test.each<[string, (plan: Spoilable) => unknown]>([
  ['another key', (plan) => Object.assign(plan, { command: 'plan' })],
  ['a missing key', (plan) => delete plan.fragile],
  ['a visit without a change', ({ subjects }) => subjects[0]!.way.visits[0]!.changes.splice(0)],
  ['another end', ({ subjects }) => Object.assign(subjects[0]!.way, { leadsTo: 'fail' })],
])('the schema rejects %s', (_, spoil) => {
  const plan = JSON.parse(render('json', filledWith('x')));
  spoil(plan);
  expect(() => assertPlan(JSON.stringify(plan))).toThrow('not a plan');
});
