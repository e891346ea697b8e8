import { diagnosticEntry, head, onlyPlace } from '../../report/json-reporter.ts';
import type { Judged, JudgedForms } from '../sample.ts';

/** JSON judgement, version 1, as `rules/schema/sample.schema.json` describes it. */
export function* judgedJson(forms: JudgedForms, judged: Judged, tool: string): Iterable<string> {
  const { ruleset, year } = head(forms, tool);
  const { draw, strata, whole, changes, unchecked, result } = judged;
  const unitAt = (at: number) => {
    const { key, code, name } = draw.units[at]!;
    return { key, code, name };
  };
  const document = {
    ...{ format: 'streetcheck-judgement', version: 1, tool, ruleset, year },
    ...{ draw: draw.id, seed: draw.seed, register: draw.register, result },
    strata: draw.strata.map(({ of, units, drawn, accept }, at) => ({ of, units, drawn, accept, rules: strata[at] })),
    whole,
    changes: changes.map(({ unit, field, from, to, found, lost }) => ({
      ...unitAt(unit),
      ...{ field, from, to },
      registered: draw.units[unit]!.place,
      found: found.place && onlyPlace(found.place),
      heading: found.heading,
      text: found.text,
      lost,
    })),
    unchecked: unchecked.map(unitAt),
    diagnostics: forms.diagnostics.map(diagnosticEntry),
  };
  yield `${JSON.stringify(document, null, 1)}\n`;
}
