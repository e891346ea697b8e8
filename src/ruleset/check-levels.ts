import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, JUDGED_ONCE, NO_LEVEL } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { missingKeyword, RULESET_SCHEMA, wrongValue } from './check-document.ts';
import { readLevels, valueAt } from './documents.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

/** What the meta-schema cannot say of levels, each in the light of those before it. */
export const checkLevels = (main: SourceDocument): readonly Diagnostic[] => {
  const levels = readLevels(main.data);
  const judged = levels.flatMap(({ judged: is }, index) => (is ? [index] : []));
  const at = ({ id }: Level, ...path: readonly (string | number)[]) =>
    main.at([id, ...path].reduce<string>(pointerTo, '/levels'));
  const keyAt = ({ id }: Level) => main.keyAt(pointerTo('/levels', id));

  const checkWithin = (level: Level, index: number): readonly Diagnostic[] => {
    const before = levels.slice(0, index);
    const ids = before.map(({ id }) => id);
    const written = valueAt(main.data, 'levels', level.id, 'within');
    if (written === undefined) return index === 0 ? [] : [missingKeyword('within', keyAt(level))];
    if (level.within.length === 0) return [];
    const whole = at(level, 'within');
    const wrong = (...words: readonly string[]) => [wrongValue('within', expectWords(...words), whole)];
    const known = index === 0 ? NO_LEVEL : expectWords(...ids.toReversed());
    const unknown = level.within.flatMap((id, nth) => {
      if (ids.includes(id)) return [];
      return [wrongValue('within', known, Array.isArray(written) ? at(level, 'within', nth) : whole)];
    });
    if (unknown.length > 0) return unknown;
    const places = level.within.map((id) => ids.indexOf(id));
    const nearestFirst = places.toSorted((left, right) => right - left);
    if (places.join() !== nearestFirst.join()) return wrong(`[${nearestFirst.map((place) => ids[place]).join(', ')}]`);
    // What is counted has to lie in what is judged, by way of levels that say in what they lie themselves.
    const [first] = judged;
    if (first === undefined || index <= first) return [];
    const [nearest] = nearestFirst;
    if (nearest! < first) return wrong(...ids.slice(first).toReversed());
    const leads = nearestFirst.some((place) => place === first || (place > first && before[place]!.table !== null));
    if (leads || level.table === null) return [];
    return [diagnose('ruleset.missing-table', { table: tableOf(before[nearest!]!), user: level.id }, whole)];
  };

  const checkDigits = (level: Level, index: number): readonly Diagnostic[] => {
    const most = Math.max(0, ...levels.slice(0, index).map(({ digits }) => digits ?? 0));
    if (level.digits === null || level.digits > most) return [];
    return [wrongValue('digits', expectNumber('integer', most + 1), at(level, 'code', 'digits'))];
  };

  const tableName = new RegExp(String(valueAt(RULESET_SCHEMA, '$defs', 'table-name', 'pattern')));
  const checkTable = (level: Level, index: number): readonly Diagnostic[] => {
    const hasName = valueAt(main.data, 'levels', level.id, 'table') !== undefined;
    const own = keyAt(level);
    if (level.table === null) return hasName ? [missingKeyword('records', own)] : [];
    if (!hasName && !tableName.test(level.plural)) return [missingKeyword('table', own)];
    const owner = levels.slice(0, index).find((other) => tableOf(other) === level.table);
    if (owner === undefined) return [];
    const found = { place: own.place, related: [keyAt(owner).place], text: level.table };
    return [diagnose('ruleset.duplicate-key', { key: level.table }, found)];
  };

  if (levels.length === 0) return [];
  const whole = main.keyAt('/levels');
  return [
    ...(judged.length === 0 ? [missingKeyword('judged: true', whole)] : []),
    ...(levels.every(({ table }) => table === null) ? [missingKeyword('records', whole)] : []),
    ...judged.slice(1).map((index) => wrongValue('judged', JUDGED_ONCE, at(levels[index]!, 'judged'))),
    ...levels.flatMap((level, index) => [checkWithin, checkDigits, checkTable].flatMap((check) => check(level, index))),
  ];
};
