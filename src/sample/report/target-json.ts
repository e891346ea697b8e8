import { diagnosticEntry, head, onlyPlace } from '../../report/json-reporter.ts';
import { listOf } from '../../report/json-text.ts';
import type { Target, Targeted, TargetReason } from '../sample.ts';

/** A diagnostic stands in full in the list of diagnostics. */
const reasonEntry = (reason: TargetReason) =>
  reason.kind === 'diagnostic' ? { kind: reason.kind, code: reason.code } : reason;

const targetEntry = ({ code, name, place, reasons }: Target) => ({
  ...{ code, name },
  place: place && onlyPlace(place),
  reasons: reasons.map(reasonEntry),
});

/** JSON targets, version 2, as `rules/schema/sample.schema.json` describes them. */
export function* targetJson(targeted: Targeted, tool: string): Iterable<string> {
  const { ruleset, options, year, verdict, inputs } = head(targeted, tool);
  const { witnesses: _, ...own } = options;
  const top = { format: 'streetcheck-targets', version: 2, tool, ruleset, options: own, year, verdict, inputs };
  yield JSON.stringify({ ...top, inference: false }, null, 1).slice(0, -2);
  yield* listOf('subjects', targeted.targets.subjects, ({ verdict: result, changes, ...subject }) => {
    const { code, name, place, reasons } = targetEntry(subject);
    return { code, name, verdict: result, changes, place, reasons };
  });
  yield* listOf('units', targeted.targets.units, (unit) => ({ table: unit.table, ...targetEntry(unit) }));
  yield* listOf('diagnostics', targeted.diagnostics, diagnosticEntry);
  yield '\n}\n';
}
