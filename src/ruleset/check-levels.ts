import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, JUDGED_ONCE, NO_LEVEL } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { missingKeyword, RULESET_SCHEMA, wrongValue } from './check-document.ts';
import { readLevels, valueAt } from './documents.ts';
import type { Written } from './read-yaml.ts';

/** What the meta-schema cannot say of levels, each in the light of those before it. */
export const checkLevels = (main: Written): readonly Diagnostic[] => {
  const levels = readLevels(main.data);
  const judged = levels.flatMap(({ judged: is }, index) => (is ? [index] : []));
  const whole = main.get('levels');
  const of = ({ id }: Level, ...path: readonly string[]) => whole.get(id, ...path);

  const checkWithin = (level: Level, index: number): readonly Diagnostic[] => {
    const before = levels.slice(0, index);
    const ids = before.map(({ id }) => id);
    const within = of(level, 'within');
    if (within.data === undefined) return index === 0 ? [] : [missingKeyword('within', of(level))];
    if (level.within.length === 0) return [];
    const wrong = (...words: readonly string[]) => [wrongValue('within', expectWords(...words), within.at)];
    const known = index === 0 ? NO_LEVEL : expectWords(...ids.toReversed());
    const named = Array.isArray(within.data) ? within.items : [within];
    const unknown = named.flatMap(({ data, at }) =>
      typeof data !== 'string' || ids.includes(data) ? [] : [wrongValue('within', known, at)],
    );
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
    return [diagnose('ruleset.missing-table', { table: tableOf(before[nearest!]!), user: level.id }, within.at)];
  };

  const checkDigits = (level: Level, index: number): readonly Diagnostic[] => {
    const most = Math.max(0, ...levels.slice(0, index).map(({ digits }) => digits ?? 0));
    if (level.digits === null || level.digits > most) return [];
    return [wrongValue('digits', expectNumber('integer', most + 1), of(level, 'code', 'digits').at)];
  };

  const tableName = new RegExp(String(valueAt(RULESET_SCHEMA, '$defs', 'table-name', 'pattern')));
  const checkTable = (level: Level, index: number): readonly Diagnostic[] => {
    const own = of(level);
    const hasName = own.get('table').data !== undefined;
    if (level.table === null) return hasName ? [missingKeyword('records', own)] : [];
    if (!hasName && !tableName.test(level.plural)) return [missingKeyword('table', own)];
    const owner = levels.slice(0, index).find((other) => tableOf(other) === level.table);
    if (owner === undefined) return [];
    const found = { place: own.key.place, related: [of(owner).key.place], text: level.table };
    return [diagnose('ruleset.duplicate-key', { key: level.table }, found)];
  };

  if (levels.length === 0) return [];
  return [
    ...(judged.length === 0 ? [missingKeyword('judged: true', whole)] : []),
    ...(levels.every(({ table }) => table === null) ? [missingKeyword('records', whole)] : []),
    ...judged.slice(1).map((index) => wrongValue('judged', JUDGED_ONCE, of(levels[index]!, 'judged').at)),
    ...levels.flatMap((level, index) => [checkWithin, checkDigits, checkTable].flatMap((check) => check(level, index))),
  ];
};
