import { diagnosticEntry, head, onlyPlace } from '../../report/json-reporter.ts';
import { indented, listOf, quote } from '../../report/json-text.ts';
import type { Draw, Drawn, DrawnUnit, Named, Stratum } from '../sample.ts';

const namedEntry = (named: Named | null): Named | null => named && { code: named.code, name: named.name };

const unitEntry = (unit: DrawnUnit) => ({
  stratum: unit.stratum,
  key: unit.key,
  ...namedEntry(unit),
  within: unit.within.map(({ level, code, name }) => ({ level, code, name })),
  place: unit.place && onlyPlace(unit.place),
  values: unit.values,
  outcomes: unit.outcomes,
});

const PIECE = 4096;

/** The keys of a nation are not put together first. */
function* frameOf(frame: readonly string[]): Iterable<string> {
  for (let at = 0; at < frame.length; at += PIECE) {
    const piece = frame.slice(at, at + PIECE).map((key) => `\n    ${quote(key)}`);
    yield `${at === 0 ? '' : ','}${piece.join(',')}`;
  }
}

function* strataOf(strata: readonly Stratum[]): Iterable<string> {
  let before = '';
  for (const { of, units, drawn, accept, risks, claims, frame } of strata) {
    const own = { of: namedEntry(of), units, drawn, accept, risks, claims };
    yield `${before}\n  ${indented(own, 2).slice(0, -4)},\n   "frame": [`;
    yield* frameOf(frame);
    yield '\n   ]\n  }';
    before = ',';
  }
}

/** JSON draw, version 2, as `rules/schema/sample.schema.json` describes it: with the keys of all units. */
export function* drawJson(drawn: Drawn, draw: Draw, tool: string): Iterable<string> {
  const { ruleset, options, year, inputs } = head(drawn, tool);
  const { witnesses: _, ...own } = options;
  const { id, seed, register, rules, stratifiedBy, size, earlier } = draw;
  const top = { format: 'streetcheck-draw', version: 2, tool, ruleset, options: own, year, inputs };
  yield JSON.stringify({ ...top, id, seed, register, rules, stratifiedBy, size, earlier }, null, 1).slice(0, -2);
  yield ',\n "strata": [';
  yield* strataOf(draw.strata);
  yield '\n ]';
  yield* listOf('units', draw.units, unitEntry);
  yield* listOf('diagnostics', drawn.diagnostics, diagnosticEntry);
  yield '\n}\n';
}
