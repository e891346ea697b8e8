import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, JUDGED_ONCE, NO_LEVEL } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { readLevels } from './levels.ts';
import { valueAt } from './plain-data.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';
import { TABLE_NAME } from './ruleset-schema.ts';

/** What the meta-schema cannot say of levels, each in the light of those before it. */
export const checkLevels = (main: SourceDocument): readonly Diagnostic[] => {
  const levels = readLevels(main.data);
  const judged = levels.flatMap(({ judged: is }, index) => (is ? [index] : []));
  const pointerOf = ({ id }: Level, ...path: readonly string[]) => [id, ...path].reduce(pointerTo, '/levels');
  const at = (pointer: string) => ({ place: main.placeOf(pointer), text: main.textOf(pointer) });
  const wrong = (pointer: string, keyword: string, expected: Text): Diagnostic =>
    diagnose('ruleset.wrong-value', { keyword, expected }, at(pointer));
  const missing = (pointer: string, keyword: string): Diagnostic =>
    diagnose('ruleset.missing-keyword', { keyword }, { place: main.keyPlaceOf(pointer) });

  const checkWithin = (level: Level, index: number): readonly Diagnostic[] => {
    const before = levels.slice(0, index);
    const ids = before.map(({ id }) => id);
    const pointer = pointerOf(level, 'within');
    const written = valueAt(main.data, 'levels', level.id, 'within');
    if (written === undefined) return index === 0 ? [] : [missing(pointerOf(level), 'within')];
    if (level.within.length === 0) return [];
    const known = index === 0 ? NO_LEVEL : expectWords(...ids.toReversed());
    const unknown = level.within.flatMap((id, nth) =>
      ids.includes(id) ? [] : [wrong(Array.isArray(written) ? pointerTo(pointer, nth) : pointer, 'within', known)],
    );
    if (unknown.length > 0) return unknown;
    const places = level.within.map((id) => ids.indexOf(id));
    const nearestFirst = places.toSorted((left, right) => right - left);
    if (places.join() !== nearestFirst.join()) {
      return [wrong(pointer, 'within', expectWords(`[${nearestFirst.map((place) => ids[place]).join(', ')}]`))];
    }
    // What is counted has to lie in what is judged, by way of levels that say in what they lie themselves.
    const [first] = judged;
    if (first === undefined || index <= first) return [];
    const [nearest] = nearestFirst;
    if (nearest! < first) return [wrong(pointer, 'within', expectWords(...ids.slice(first).toReversed()))];
    const leads = nearestFirst.some((place) => place === first || (place > first && before[place]!.table !== null));
    if (leads || level.table === null) return [];
    const slots = { table: tableOf(before[nearest!]!), user: level.id };
    return [diagnose('ruleset.missing-table', slots, at(pointer))];
  };

  const checkDigits = (level: Level, index: number): readonly Diagnostic[] => {
    const most = Math.max(0, ...levels.slice(0, index).map(({ digits }) => digits ?? 0));
    if (level.digits === null || level.digits > most) return [];
    return [wrong(pointerOf(level, 'code', 'digits'), 'digits', expectNumber('integer', most + 1))];
  };

  const checkTable = (level: Level, index: number): readonly Diagnostic[] => {
    const hasName = valueAt(main.data, 'levels', level.id, 'table') !== undefined;
    if (level.table === null) return hasName ? [missing(pointerOf(level), 'records')] : [];
    if (!hasName && !new RegExp(TABLE_NAME).test(level.plural)) return [missing(pointerOf(level), 'table')];
    const owner = levels.slice(0, index).find((other) => tableOf(other) === level.table);
    if (owner === undefined) return [];
    const found = { place: main.keyPlaceOf(pointerOf(level)), related: [main.keyPlaceOf(pointerOf(owner))] };
    return [diagnose('ruleset.duplicate-key', { key: level.table }, { ...found, text: level.table })];
  };

  return [
    ...(levels.length > 0 && judged.length === 0 ? [missing('/levels', 'judged: true')] : []),
    ...(levels.length > 0 && levels.every(({ table }) => table === null) ? [missing('/levels', 'records')] : []),
    ...judged.slice(1).map((index) => wrong(pointerOf(levels[index]!, 'judged'), 'judged', JUDGED_ONCE)),
    ...levels.flatMap((level, index) => [checkWithin, checkDigits, checkTable].flatMap((check) => check(level, index))),
  ];
};
