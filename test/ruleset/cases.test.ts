import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assess.ts';
import type { Subject } from '../../src/model/assessment.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { caseDifferences } from './case-differences.ts';
import { expandCase, type Tables } from './expand-case.ts';
import { YANTIAN } from './write-ruleset.ts';

interface Case {
  readonly name: string;
  readonly year: number;
  readonly data: Tables;
  readonly expect: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly district?: Readonly<Record<string, unknown>>;
}

const CASES: readonly Case[] = parse(readFileSync(join(YANTIAN, 'cases.yaml'), 'utf8'));

test.each(CASES)('$name', async ({ year, data, expect: streets, district = {} }) => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'data.json'), JSON.stringify(expandCase(data, year)));

  const assessment = await assess({ paths: [folder], rules: YANTIAN, year });
  expect(assessment.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const subjects = [...assessment.subjects];
  const streetOf = (code: string) => subjects.find((subject) => subject.scope === 'street' && subject.code === code);
  const found = Object.entries(streets).flatMap(([code, expected]) => caseDifferences(expected, streetOf(code)));
  const whole = subjects.find(({ scope }) => scope === 'district');
  expect([...found, ...caseDifferences(district, whole)]).toEqual([]);
});

test('every rule has a case for each result that it can have', async () => {
  const loaded = await loadRuleset(YANTIAN);
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  const covered = new Set(
    CASES.flatMap(({ expect: streets, district = {} }) =>
      [...Object.values(streets), district].flatMap((expected) =>
        Object.entries(expected ?? {}).map(([rule, value]) =>
          typeof value === 'object' ? `${rule} ${(value as { result: string }).result}` : `${rule} ${value}`,
        ),
      ),
    ),
  );
  const wanted = loaded.ruleset.rules.flatMap(({ id }) =>
    ['pass', 'fail', 'unknown'].map((result) => `${id} ${result}`),
  );
  expect(wanted.filter((each) => !covered.has(each))).toEqual([]);
});

test('a case can fail', () => {
  const subject: Subject = {
    ...{ scope: 'street', code: '1', name: null, verdict: 'pass', verdictWithoutVetoes: 'pass' },
    findings: [],
  };
  expect(caseDifferences({ verdict: 'fail', safety: 'pass' }, subject)).toEqual([
    'verdict: pass instead of fail',
    'safety: no such finding',
  ]);
  expect(caseDifferences({}, undefined)).toEqual(['no such subject']);
});
