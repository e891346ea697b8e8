import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordValues, Value } from '../../src/model/ruleset.ts';
import { askUnits } from '../../src/plan/questions.ts';
import { toCondition } from '../../src/ruleset/condition.ts';
import { DOMAIN, meets, record, SCHEMA } from './scheme.ts';
import { lackingOf, metBy, openBy, product, type Rule, splitRules, targetOf } from './units.ts';

interface Cell {
  readonly unit: number;
  readonly field: string;
}

const fill = (records: readonly RecordValues[], cells: readonly Cell[], values: readonly Value[]): RecordValues[] =>
  records.map((values_, unit) => ({
    ...values_,
    ...Object.fromEntries(
      cells.flatMap((cell, at) => (cell.unit === unit ? [[cell.field, values[at]!] as const] : [])),
    ),
  }));

/** Whether some answers in these cells settle it, whatever stands in the others. */
const settles = (
  records: readonly RecordValues[],
  cells: readonly Cell[],
  isSettled: (records: readonly RecordValues[]) => boolean,
): boolean => {
  for (const values of product(cells.map(({ field }) => DOMAIN[field]!))) {
    if (isSettled(fill(records, cells, values))) return true;
  }
  return false;
};

/** The smallest number of blank cells that can settle it. */
const exhaustive = (
  records: readonly RecordValues[],
  blanks: readonly Cell[],
  isSettled: (records: readonly RecordValues[]) => boolean,
): number | null => {
  for (let size = 0; size <= blanks.length; size++) {
    for (const picked of product(blanks.map(() => [false, true]))) {
      const cells = blanks.filter((_, at) => picked[at]);
      if (cells.length === size && settles(records, cells, isSettled)) return size;
    }
  }
  return null;
};

const problem = fc
  .record({
    rules: fc.array(fc.record({ meets, atLeast: fc.constantFrom('34', '50', '67', '100') }), {
      minLength: 1,
      maxLength: 2,
    }),
    records: fc.array(record, { minLength: 1, maxLength: 3 }),
    holes: fc.array(fc.tuple(fc.nat(2), fc.constantFrom('a', 'b', 'f', 'n', 'p')), { maxLength: 4 }),
  })
  .map(({ rules, records, holes }) => ({
    rules: rules.map(({ meets: of, atLeast }, at): Rule => ({ id: `r${at}`, condition: toCondition(of), atLeast })),
    records: records.map((values, unit) =>
      Object.fromEntries(
        Object.entries(values).filter(([name]) => !holes.some(([at, field]) => at === unit && field === name)),
      ),
    ),
  }));

test('the fewest cells are those that an exhaustive search finds, and they settle it', () => {
  const seen = { pass: 0, fail: 0, several: 0 };
  fc.assert(
    fc.property(problem, ({ rules, records }) => {
      const { short } = splitRules(rules, records);
      const isOpen = rules.every((rule) => openBy(rule, records) >= targetOf(rule, records));
      const read = new Set(short.flatMap(({ condition }) => condition.fields));
      const blanks = records.flatMap((values, unit) =>
        [...read].filter((field) => values[field] === undefined).map((field) => ({ unit, field })),
      );
      fc.pre(short.length > 0 && isOpen && blanks.length <= 4);
      const found = askUnits(short, lackingOf(short, records), SCHEMA);
      if (!found.searched) {
        // Both sides of a comparison are blank, and each of them appears elsewhere too.
        expect(records.some(({ n, p }) => n === undefined && p === undefined)).toBe(true);
        return;
      }
      const isPass = (all: readonly RecordValues[]) => rules.every((rule) => metBy(rule, all) >= targetOf(rule, all));
      const isFail = (all: readonly RecordValues[]) => rules.some((rule) => openBy(rule, all) < targetOf(rule, all));
      const cellsOf = (cells: readonly { code: string | null; field: string }[]) =>
        cells.map(({ code, field }) => ({ unit: Number(code) - 1, field }));

      expect(found.pass?.length ?? null).toBe(exhaustive(records, blanks, isPass));
      if (found.pass !== null) expect(settles(records, cellsOf(found.pass), isPass)).toBe(true);
      const fails = [...found.fail.values()].sort((left, right) => left.length - right.length);
      expect(fails[0]?.length ?? null).toBe(exhaustive(records, blanks, isFail));
      for (const cells of fails) expect(settles(records, cellsOf(cells), isFail)).toBe(true);
      if (found.pass !== null) seen.pass++;
      if (fails.length > 0) seen.fail++;
      if ((found.pass?.length ?? 0) > 1) seen.several++;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(4);
});

test('counts of both sides of a comparison may be blank', () => {
  const condition = toCondition({ compare: { sum: ['n'], atMost: ['p'] } });
  const rules = [{ id: 'r', condition, atLeast: '100' }];
  const records = [{ n: 1, p: 1 }, {}];
  const { short } = splitRules(rules, records);
  const { pass, fail } = askUnits(short, lackingOf(short, records), SCHEMA);
  expect(pass?.map(({ code, field }) => `${code} ${field}`)).toEqual(['2 n', '2 p']);
  expect(fail.get('r')?.map(({ code, field }) => `${code} ${field}`)).toEqual(['2 n', '2 p']);
});

test('a blank count may have to follow another that has to be beyond a third', () => {
  const condition = toCondition({
    allOf: [{ compare: { sum: ['p'], above: ['q'] } }, { compare: { sum: ['n'], above: ['p'] } }],
  });
  const fields = ['n', 'p', 'q'].map((name) => ({ ...SCHEMA.fields[4]!, name }));
  const records = [{ q: 7 }];
  const { short } = splitRules([{ id: 'r', condition, atLeast: '100' }], records);
  const { pass } = askUnits(short, lackingOf(short, records), { ...SCHEMA, fields });
  expect(pass?.map(({ field }) => field)).toEqual(['n', 'p']);
});

test('chains of comparisons between blanks are not searched, and nothing is claimed', () => {
  const condition = toCondition({
    allOf: [
      { compare: { sum: ['n'], below: ['p'] } },
      { compare: { sum: ['p'], below: ['q'] } },
      { compare: { sum: ['q'], below: ['n'] } },
    ],
  });
  const fields = ['n', 'p', 'q'].map((name) => ({ ...SCHEMA.fields[4]!, name }));
  const { short } = splitRules([{ id: 'r', condition, atLeast: '100' }], [{}]);
  expect(askUnits(short, lackingOf(short, [{}]), { ...SCHEMA, fields })).toEqual({
    ...{ pass: null, fail: new Map(), searched: false },
  });
});
