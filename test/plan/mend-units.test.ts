import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordValues } from '../../src/model/ruleset.ts';
import { mendUnits } from '../../src/plan/mend-units.ts';
import { toCondition } from '../../src/ruleset/condition.ts';
import { DOMAIN, meets, record, SCHEMA } from './scheme.ts';
import { lackingOf, metBy, openBy, product, type Rule, splitRules, targetOf } from './units.ts';

const MENDABLE = ['a', 'b', 'n'];

interface Way {
  readonly values: RecordValues;
  readonly changed: number;
}

/** Every way to leave a unit by its mendable fields, none of which loses what it meets. */
const waysOf = (values: RecordValues, rules: readonly Rule[]): readonly Way[] => {
  const lists = MENDABLE.map((name) => [values[name], ...DOMAIN[name]!.filter((value) => value !== values[name])]);
  return [...product(lists)].flatMap((picked) => {
    const written = picked.flatMap((value, at) =>
      value === undefined || value === values[MENDABLE[at]!] ? [] : [[MENDABLE[at]!, value] as const],
    );
    const after = { ...values, ...Object.fromEntries(written) };
    const keeps = rules.every(
      ({ condition }) => condition.outcome(values) !== 'yes' || condition.outcome(after) === 'yes',
    );
    return keeps ? [{ values: after, changed: written.length }] : [];
  });
};

type Goal = (rule: Rule, records: readonly RecordValues[]) => boolean;

/** Of ways that come to the same for every rule only the smallest matters: the product of the others is as good. */
const distinct = (ways: readonly Way[], rules: readonly Rule[]): readonly Way[] => {
  const best = new Map<string, Way>();
  for (const way of ways) {
    const key = rules.map(({ condition }) => condition.outcome(way.values)).join();
    if (way.changed < (best.get(key)?.changed ?? Number.POSITIVE_INFINITY)) best.set(key, way);
  }
  return [...best.values()];
};

/** The fewest visits, then fields, then the units that come first, over all ways to leave all units. */
const exhaustive = (records: readonly RecordValues[], rules: readonly Rule[], goal: Goal) => {
  let best: { visits: number; fields: number; units: string } | null = null;
  for (const picked of product(records.map((values) => distinct(waysOf(values, rules), rules)))) {
    const after = picked.map(({ values }) => values);
    if (!rules.every((rule) => goal(rule, after))) continue;
    const visits = picked.filter(({ changed }) => changed > 0).length;
    const fields = picked.reduce((sum, { changed }) => sum + changed, 0);
    const units = picked.map(({ changed }) => (changed > 0 ? 'a' : 'b')).join('');
    const isBetter =
      best === null ||
      visits < best.visits ||
      (visits === best.visits && (fields < best.fields || (fields === best.fields && units < best.units)));
    if (isBetter) best = { visits, fields, units };
  }
  return best;
};

const surely: Goal = (rule, records) => metBy(rule, records) >= targetOf(rule, records);
const maybe: Goal = (rule, records) => openBy(rule, records) >= targetOf(rule, records);

const problem = fc.record({
  rules: fc.array(fc.record({ meets, atLeast: fc.constantFrom('34', '50', '67', '100') }), {
    minLength: 1,
    maxLength: 3,
  }),
  records: fc.array(record, { minLength: 1, maxLength: 4 }),
});

const kinds: Record<string, number> = {};

test('the visits are those that an exhaustive search finds', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const rules = given.rules.map(
        ({ meets: of, atLeast }, at): Rule => ({ id: `r${at}`, condition: toCondition(of), atLeast }),
      );
      const { records } = given;
      const { short, kept } = splitRules(rules, records);
      const units = lackingOf(short, records);
      const found = mendUnits(
        short,
        kept.map(({ condition }) => condition),
        units,
        SCHEMA,
      );
      expect(found.searched).toBe(true);
      const carriedOut = records.map((values, at) => {
        const visit = found.visits.find(({ code }) => code === String(at + 1));
        return { ...values, ...Object.fromEntries((visit?.changes ?? []).map(({ cell, to }) => [cell.field, to])) };
      });
      const figures = {
        visits: found.visits.length,
        fields: found.visits.reduce((sum, { changes }) => sum + changes.length, 0),
        units: records.map((_, at) => (found.visits.some(({ code }) => code === String(at + 1)) ? 'a' : 'b')).join(''),
      };

      const toPass = exhaustive(records, rules, surely);
      const toHope = exhaustive(records, rules, maybe);
      const kind = toPass !== null ? 'pass' : toHope !== null ? 'undecided' : 'no-way-out';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      expect(found.blocked.length + found.conflicts.length > 0).toBe(kind === 'no-way-out');
      expect(found.undecided.length > 0 && kind !== 'no-way-out').toBe(kind === 'undecided');
      for (const { changes } of found.visits) {
        for (const { cell, from, to } of changes) {
          expect(MENDABLE).toContain(cell.field);
          expect(to).not.toBe(from);
        }
      }
      if (toPass !== null) {
        expect(figures).toEqual(toPass);
        expect(rules.every((rule) => surely(rule, carriedOut))).toBe(true);
        return;
      }
      if (found.conflicts.length > 0) return;
      // What can hold for certain by itself is mended for certain, the rest as far as blanks allow.
      const sureAlone = rules.filter((rule) =>
        exhaustive(records, rules, (each, all) => each !== rule || surely(each, all)),
      );
      const lost = new Set(found.blocked.map(({ rule }) => rule));
      const mixed: Goal = (rule, all) =>
        lost.has(rule.id) || (sureAlone.includes(rule) ? surely(rule, all) : maybe(rule, all));
      expect(figures).toEqual(
        exhaustive(records, rules, mixed) ??
          exhaustive(records, rules, (rule, all) => lost.has(rule.id) || maybe(rule, all)),
      );
      for (const id of lost) {
        const rule = rules.find((each) => each.id === id)!;
        expect(exhaustive(records, rules, (each, all) => each !== rule || maybe(each, all))).toBe(null);
      }
    }),
    { numRuns: 400 },
  );
  expect(Object.keys(kinds).sort()).toEqual(['no-way-out', 'pass', 'undecided']);
  expect(Math.min(...Object.values(kinds))).toBeGreaterThan(5);
});

const rule = (id: string, atLeast: string, of: object): Rule => ({
  id,
  atLeast,
  condition: toCondition(of as Parameters<typeof toCondition>[0]),
});
const isX = (name: string) => ({ properties: { [name]: { const: 'x' } } });

const planned = (rules: readonly Rule[], records: readonly RecordValues[]) => {
  const { short, kept } = splitRules(rules, records);
  const { visits, blocked, undecided, conflicts } = mendUnits(
    short,
    kept.map(({ condition }) => condition),
    lackingOf(short, records),
    SCHEMA,
  );
  return [
    ...visits.map(({ code, changes }) => `${code}: ${changes.map(({ cell, to }) => `${cell.field}=${to}`).join(' ')}`),
    ...blocked.map(({ rule: id, allowed, obstacles }) => {
      const cells = obstacles.map(
        ({ code, cells: decisive, nextYear }) =>
          `${code} ${decisive.map(({ field }) => field).join()}${nextYear.map(({ atMost }) => ` <=${atMost}`).join('')}`,
      );
      return `blocked ${id} ${allowed}: ${cells.join('; ')}`;
    }),
    ...undecided.map(
      ({ rule: id, needed, cells }) =>
        `open ${id} ${needed}: ${cells.map(({ code, field }) => `${code}.${field}`).join(' ')}`,
    ),
    ...(conflicts.length > 0 ? [`conflict ${conflicts.join(' ')}`] : []),
  ];
};

test.each<[string, Rule[], RecordValues[], string[]]>([
  [
    'one unit that mends two rules is one visit',
    [rule('r', '50', isX('a')), rule('s', '50', isX('b'))],
    [
      { a: 'y', b: 'x' },
      { a: 'y', b: 'y' },
      { a: 'x', b: 'y' },
      { a: 'y', b: 'y' },
    ],
    ['2: a=x b=x'],
  ],
  ['exactly at the target nothing is left to do', [rule('r', '50', isX('a'))], [{ a: 'x' }, { a: 'y' }], []],
  ['one below it the first unit', [rule('r', '50', isX('a'))], [{ a: 'y' }, { a: 'y' }], ['1: a=x']],
  [
    'the unit with fewer fields, though it comes later',
    [rule('r', '50', { allOf: [isX('a'), isX('b')] })],
    [
      { a: 'y', b: 'y' },
      { a: 'x', b: 'y' },
    ],
    ['2: b=x'],
  ],
  ['a blank is filled in', [rule('r', '100', isX('a'))], [{ a: 'x' }, {}], ['2: a=x']],
  [
    'a frozen field that is wrong',
    [rule('r', '100', { allOf: [isX('a'), isX('f')] })],
    [
      { a: 'y', f: 'x' },
      { a: 'x', f: 'y' },
    ],
    ['blocked r 0: 2 f'],
  ],
  [
    'a frozen field that is blank',
    [rule('r', '100', { allOf: [isX('a'), isX('f')] })],
    [{ a: 'y', f: 'x' }, { a: 'y' }],
    ['1: a=x', '2: a=x', 'open r 1: 2.f'],
  ],
  [
    'a count is mended to just what is asked',
    [rule('r', '100', { compare: { sum: ['n'], atMost: ['p'] } })],
    [{ n: 4, p: 2 }],
    ['1: n=2'],
  ],
  [
    'rules that exclude each other',
    [rule('r', '100', isX('a')), rule('s', '100', { properties: { a: { const: 'y' } } })],
    [{ a: 'z' }],
    ['conflict r s'],
  ],
  [
    'what a unit has it keeps',
    [rule('r', '100', isX('a')), rule('s', '0', { properties: { a: { const: 'y' } } })],
    [{ a: 'y' }],
    ['blocked r 0: 1 a'],
  ],
])('%s', (_, rules, records, lines) => {
  expect(planned(rules, records)).toEqual(lines);
});

test('the year after is held against this year, where the ruleset says so by its fields', () => {
  const values = { cases: 7, casesPrevious: 5, other: 3, otherPrevious: 3 };
  const compare = (bound: string) =>
    toCondition({ compare: { sum: ['cases', 'other'], [bound]: ['casesPrevious', 'otherPrevious'] } });
  const fields = Object.keys(values).map((name) => {
    const of = /^(.+)Previous$/.exec(name)?.[1];
    return { ...SCHEMA.fields[4]!, name, ...(of !== undefined && { previousOf: of }) };
  });
  const at = (condition: Rule['condition']) => {
    const short = { id: 'r', table: 'communities', condition, need: 1, missing: 0, allowed: 0 } as const;
    const unit = {
      code: '1',
      name: null,
      values,
      cell: (field: string) => ({ ...{ code: '1', name: null, place: null }, field, heading: null, text: null }),
    };
    const { blocked } = mendUnits([short], [], [unit], { ...SCHEMA, fields });
    return blocked[0]!.obstacles[0]!.nextYear.map(({ cells, atMost }) => [cells.map(({ field }) => field), atMost]);
  };
  expect(at(compare('atMost'))).toEqual([[['cases', 'other'], 10]]);
  expect(at(toCondition({ allOf: [{ compare: { sum: ['cases'], below: ['casesPrevious'] } }] }))).toEqual([
    [['cases'], 6],
  ]);
  // From below, or one way of several: nothing can be said.
  expect(at(toCondition({ compare: { sum: ['other'], above: ['otherPrevious'] } }))).toEqual([]);
  expect(at(toCondition({ compare: { sum: ['cases'], atMost: ['other'] } }))).toEqual([]);
  expect(
    at(
      toCondition({
        anyOf: [
          { compare: { sum: ['cases'], atMost: ['casesPrevious'] } },
          { compare: { sum: ['other'], below: ['otherPrevious'] } },
        ],
      }),
    ),
  ).toEqual([]);
});
