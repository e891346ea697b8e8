import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAssessment, withSubmission } from '../../src/assess.ts';
import { filledForm } from '../../src/form/filled-form.ts';
import { writeCsv } from '../../src/form/write-csv.ts';
import { tableOf } from '../../src/model/levels.ts';
import type { Language } from '../../src/model/text.ts';
import { unitNames } from '../../src/sample/population.ts';
import { deepSchemes } from '../rulesets/deep-levels.ts';
import { writeBoth } from '../rulesets/small-rulesets.ts';

/** What a submission says: of every unit of every level what tells it apart and what it is, and what comes of it; and forms filled with it. */
const readIn = (rules: string, data: string, language: Language) =>
  withSubmission({ paths: [data], rules, year: 2020 }, (submission) => {
    expect(submission.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { register } = submission.read!;
    const { ruleset } = register;
    const tables = ruleset.levels.map(tableOf).filter((table) => register.submitted.has(table));
    const units = ruleset.levels.slice(1).map((level) => {
      const { key } = unitNames(register, tableOf(level));
      return register.allOf(level.id).map((unit) => `${key(unit)} ${register.outcome(unit.unit, 0)}`);
    });
    const forms = tables.map((table) => {
      const { form } = filledForm({ ruleset, register, asked: [] }, table, language);
      return [table, [...writeCsv(form)].join('')] as const;
    });
    const subjects = toAssessment(submission, false).subjects;
    return { says: { units: units.map((keys) => keys.sort()), subjects }, forms };
  });

test('forms filled from levels of any depth read back as what they were filled with', async () => {
  await fc.assert(
    fc.asyncProperty(
      deepSchemes(['—']),
      fc.constantFrom('zh' as const, 'en' as const),
      async ({ ruleset, data }, language) => {
        const at = writeBoth(ruleset, { 'data.json': data });
        const { says, forms } = await readIn(at.rules, at.data, language);
        rmSync(join(at.data, 'data.json'));
        for (const [table, text] of forms) writeFileSync(join(at.data, `${table}.csv`), text);
        const again = await readIn(at.rules, at.data, language);
        expect(again.says).toEqual(says);
      },
    ),
    { numRuns: 60 },
  );
});
