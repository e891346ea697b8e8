import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/form/write-csv.ts';
import type { Outcome } from '../../src/model/ruleset.ts';
import { drawForm } from '../../src/sample/draw-form.ts';
import { drawSample } from '../../src/sample/draw-sample.ts';
import { judgeDraw } from '../../src/sample/judge-draw.ts';
import { judgeSample } from '../../src/sample/judge-sample.ts';
import { DRAW_REPORTERS } from '../../src/sample/report/draw-report.ts';
import { type DeepScheme, deepSchemes, tableAt } from '../rulesets/deep-levels.ts';
import { writeBoth } from '../rulesets/small-rulesets.ts';

const OUTCOMES = ['yes', 'no', 'unknown'] as const satisfies readonly Outcome[];
const TEXTS: Readonly<Record<Outcome, string>> = { yes: 'yes', no: 'no', unknown: '' };

test('a form of a draw from levels of any depth says what the draw says that it was filled with', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(deepSchemes(), deepSchemes(['—'])),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom('zh' as const, 'en' as const),
      fc.infiniteStream(fc.constantFrom(...OUTCOMES)),
      async ({ ruleset, data, units }: DeepScheme, choice, isStratified, language, stream) => {
        const at = writeBoth(ruleset, { 'data.json': data });
        const counted = units.filter((unit) => unit.level > 0);
        fc.pre(counted.length > 0);
        const { level } = counted[choice % counted.length]!;
        const holders = [...Array(level).keys()].map((of) => tableAt(of).slice(0, -1));
        const drawn = await drawSample({
          ...{ paths: [at.data], rules: at.rules, year: 2020, seed: String(choice) },
          ...{ of: tableAt(level), size: { kind: 'rate', rate: '50', atLeast: 2 } },
          ...(isStratified && { stratum: holders[choice % holders.length]! }),
        });
        expect(drawn.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const { draw, ruleset: loaded } = drawn;
        const outcomes = draw!.units.map(() => [stream.next().value as Outcome]);
        const [file, filled] = [join(at.data, 'draw.json'), join(at.data, 'form.csv')];
        writeFileSync(file, [...DRAW_REPORTERS.json(drawn, { tool: '0', language, width: 80, color: false })].join(''));
        const form = drawForm(draw!, 2020, loaded!, language);
        const column = form.columns.findIndex(({ heading }) => heading === 'green');
        const rows = [...form.rows].map((row, nth) => row.toSpliced(column, 1, TEXTS[outcomes[nth]![0]!]));
        writeFileSync(filled, [...writeCsv({ ...form, rows })].join(''));
        const { signal } = new AbortController();
        const judged = await judgeSample({ draw: file, forms: [filled], rules: at.rules, signal });
        expect(judged.diagnostics, readFileSync(filled, 'utf8')).toEqual([]);
        expect(judged.judged).toMatchObject(judgeDraw(draw!, outcomes, loaded!, 2020));
      },
    ),
    { numRuns: 60 },
  );
});
