import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, JUDGED_ONCE, NO_LEVEL, PERCENT } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tableLabel, tableOf } from '../model/levels.ts';
import type { Level, Rule } from '../model/ruleset.ts';
import { isPercent } from '../model/share.ts';
import { checkCondition, checkCount, checkField, checkValue, type Table } from './check-condition.ts';
import { missingKeyword, RULESET_SCHEMA, wrongValue } from './check-document.ts';
import { checkRecords } from './check-records.ts';
import { entriesOf, type JsonSchema, readLevels, roleOf, valueAt } from './documents.ts';
import type { Written } from './read-yaml.ts';

/** Units that are judged are counted after that, so a condition over them may look at the verdict; unknown is missing. */
const VERDICT: JsonSchema = { type: 'string', enum: ['pass', 'fail'] };

/** Absent where a record schema could not be read: what would refer to it is not checked. */
export type RecordDocuments = ReadonlyMap<string, Written>;

/** What the meta-schemas cannot say, across the documents of a ruleset, however broken the rest of them is. */
export const checkRuleset = (main: Written, records: RecordDocuments): readonly Diagnostic[] => {
  const levels = readLevels(main.data);
  const context: Context = {
    indicators: main.get('indicators'),
    levels,
    judged: levels.find(({ judged }) => judged),
    tables: tablesOf(levels, records),
  };
  return [
    ...checkLevels(main),
    ...levels.flatMap((level) => {
      const document = records.get(level.id);
      return document === undefined ? [] : checkRecords(level, document, levels);
    }),
    ...checkUnits(main),
    ...context.indicators.entries.flatMap(([id, indicator]) => checkIndicator(context, id, indicator)),
    ...main.get('properties').entries.flatMap(([id, rule]) => checkRule(context, id, rule)),
  ];
};

interface Context {
  readonly indicators: Written;
  readonly levels: readonly Level[];
  readonly judged: Level | undefined;
  /** By level; judged units are counted whether or not there is a table of them. */
  readonly tables: ReadonlyMap<string, Table>;
}

const tablesOf = (levels: readonly Level[], records: RecordDocuments): Context['tables'] =>
  new Map(
    levels.flatMap((level, at) => {
      const document = records.get(level.id);
      if (document === undefined && (level.table !== null || !level.judged)) return [];
      const written = document?.get('properties').entries ?? [];
      const fields = written.map(([name, { data }]) => {
        const schema = Object.fromEntries(entriesOf(data));
        return [name, { schema, role: roleOf(name, schema, levels.slice(0, at)).role }] as const;
      });
      const verdict = level.judged ? [['verdict', { schema: VERDICT, role: null }] as const] : [];
      return [[level.id, { label: tableLabel(level), fields: new Map([...fields, ...verdict]) }] as const];
    }),
  );

const missingTable = (level: Level, user: string, { at }: Written): Diagnostic =>
  diagnose('ruleset.missing-table', { table: tableOf(level), user }, at);

/** A level that is none of those that may stand there. */
const wrongLevel = (keyword: string, { at }: Written, known: readonly Level[]): Diagnostic =>
  wrongValue(keyword, expectWords(...known.map(({ id }) => id)), at);

const checkUnits = (main: Written): readonly Diagnostic[] =>
  main.get('units', 'leftOut').items.flatMap((range) => {
    const pairs = [
      ['digits', range.get('digits', '0'), range.get('digits', '1')],
      ['to', range.get('from'), range.get('to')],
    ] as const;
    return pairs.flatMap(([keyword, { data: low }, { data: high }]) =>
      Number(low) > Number(high)
        ? [wrongValue(keyword, expectNumber('integer', Number(low)), range.get(keyword).at)]
        : [],
    );
  });

/** The levels around the judged one, and that with those within it; none where none is judged, which is told. */
const around = ({ levels, judged }: Context) => levels.slice(0, judged && levels.indexOf(judged));
const counted = ({ levels, judged }: Context) => (judged === undefined ? levels : levels.slice(levels.indexOf(judged)));

const checkIndicator = (context: Context, id: string, indicator: Written): readonly Diagnostic[] => {
  const { judged, tables } = context;
  const [of, meets, summary] = [indicator.get('of'), indicator.get('meets'), indicator.get('counted')];
  const level = counted(context).find((each) => each.id === of.data);
  const isCountable = level === undefined || level.judged || level.table !== null;
  const needed: Diagnostic[] = [];
  if (level === undefined && typeof of.data === 'string' && context.levels.length > 0) {
    needed.push(wrongLevel('of', of, counted(context)));
  }
  if (!isCountable && meets.data !== undefined) needed.push(missingTable(level, id, of));
  if (summary.data !== undefined && judged?.table === null) needed.push(missingTable(judged, id, summary));
  if (isCountable && meets.data === undefined && summary.data !== undefined) {
    needed.push(missingKeyword('meets', indicator));
  }
  const table = level && tables.get(level.id);
  const own = judged?.table == null ? undefined : tables.get(judged.id);
  return [
    ...needed,
    ...(table ? checkCondition(meets, table) : []),
    ...(own ? summary.entries.flatMap(([, field]) => checkCount(field, own)) : []),
  ];
};

const checkRule = (context: Context, id: string, rule: Written): readonly Diagnostic[] => {
  const { judged } = context;
  const [, kind] = Object.entries(KINDS).find(([keyword]) => rule.get(keyword).data !== undefined) ?? [];
  const outer = kind?.isOfJudged ? [] : around(context);
  const scopes = judged === undefined ? context.levels : [...outer, judged];
  const scope = rule.get('scope');
  const isKnown =
    typeof scope.data !== 'string' || context.levels.length === 0 || scopes.some((level) => level.id === scope.data);
  const found = isKnown ? [] : [wrongLevel('scope', scope, scopes)];
  return [...found, ...(kind?.check(context, id, rule, isKnown) ?? [])];
};

const checkVeto = ({ judged, tables }: Context, id: string, rule: Written): readonly Diagnostic[] => {
  const { data: field, at } = rule.get('field');
  if (judged === undefined || typeof field !== 'string') return [];
  if (judged.table === null) return [missingTable(judged, id, rule.get('field'))];
  const table = tables.get(judged.id);
  if (table === undefined) return [];
  // The verdict is not known before the vetoes are.
  const fields = new Map([...table.fields].filter(([name]) => name !== 'verdict'));
  const unfit = checkField(field, at, { ...table, fields });
  const schema = fields.get(field)?.schema;
  return unfit.length > 0 || schema === undefined ? unfit : checkValue({ field, schema }, rule.get('const'));
};

const checkShare = (context: Context, id: string, rule: Written, isScopeKnown: boolean): readonly Diagnostic[] => {
  const { judged, indicators } = context;
  const found: Diagnostic[] = [];
  const indicator = indicators.get(id);
  if (indicator.data === undefined) {
    const known = indicators.entries.map(([name]) => name);
    found.push(diagnose('ruleset.unknown-indicator', { rule: id, known }, rule.key));
  }
  // Judged units are counted in what is around them.
  const outer = around(context);
  const scope = rule.get('scope');
  const isOuter = outer.some((level) => level.id === scope.data);
  if (judged !== undefined && indicator.get('of').data === judged.id && isScopeKnown && !isOuter) {
    found.push(wrongLevel('scope', scope, outer));
  }
  const { data, at } = rule.get('share', 'atLeast');
  // What lies outside 0…100 the meta-schema has reported.
  if (typeof data === 'number' && data >= 0 && data <= 100 && !isPercent(at.text ?? '')) {
    found.push(wrongValue('atLeast', PERCENT, at));
  }
  return found;
};

/** By the keyword of each kind: whether only what is judged has such a rule, and what is checked of it. */
const KINDS: Readonly<Record<Rule['kind'], { readonly isOfJudged: boolean; readonly check: typeof checkShare }>> = {
  share: { isOfJudged: false, check: checkShare },
  veto: { isOfJudged: true, check: checkVeto },
};

/** What the meta-schema cannot say of levels, each in the light of those before it. */
const checkLevels = (main: Written): readonly Diagnostic[] => {
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
