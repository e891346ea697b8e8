import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, PERCENT } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tableLabel, tableOf } from '../model/levels.ts';
import type { Level, Rule } from '../model/ruleset.ts';
import { isPercent } from '../model/share.ts';
import { checkCondition, checkCount, checkField, checkValue, type Table } from './check-condition.ts';
import { missingKeyword, wrongValue } from './check-document.ts';
import { checkLevels } from './check-levels.ts';
import { checkRecords } from './check-records.ts';
import { entriesOf, itemsOf, type JsonSchema, readLevels, roleOf, valueAt } from './documents.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

/** Units that are judged are counted after that, so a condition over them may look at the verdict; unknown is missing. */
const VERDICT: JsonSchema = { type: 'string', enum: ['pass', 'fail'] };

/** Absent where a record schema could not be read: what would refer to it is not checked. */
export type RecordDocuments = ReadonlyMap<string, SourceDocument>;

/** What the meta-schemas cannot say, across the documents of a ruleset, however broken the rest of them is. */
export const checkRuleset = (main: SourceDocument, records: RecordDocuments): readonly Diagnostic[] => {
  const levels = readLevels(main.data);
  const context: Context = {
    main,
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
    ...entriesOf(valueAt(main.data, 'indicators')).flatMap(([id]) => checkIndicator(context, id)),
    ...entriesOf(valueAt(main.data, 'properties')).flatMap(([id]) => checkRule(context, id)),
  ];
};

interface Context {
  readonly main: SourceDocument;
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
      const fields = entriesOf(valueAt(document?.data, 'properties')).map(([name, written]) => {
        const schema = Object.fromEntries(entriesOf(written));
        return [name, { schema, role: roleOf(name, schema, levels.slice(0, at)).role }] as const;
      });
      const verdict = level.judged ? [['verdict', { schema: VERDICT, role: null }] as const] : [];
      return [[level.id, { label: tableLabel(level), fields: new Map([...fields, ...verdict]) }] as const];
    }),
  );

const missingTable = (main: SourceDocument, level: Level, user: string, pointer: string): Diagnostic =>
  diagnose('ruleset.missing-table', { table: tableOf(level), user }, main.at(pointer));

/** A level that is none of those that may stand there. */
const wrongLevel = (main: SourceDocument, keyword: string, pointer: string, known: readonly Level[]): Diagnostic =>
  wrongValue(keyword, expectWords(...known.map(({ id }) => id)), main.at(pointer));

const checkUnits = (main: SourceDocument): readonly Diagnostic[] =>
  itemsOf(valueAt(main.data, 'units', 'leftOut')).flatMap((range, index) => {
    const [first, last] = itemsOf(valueAt(range, 'digits'));
    const pairs = [
      ['digits', Number(first), Number(last)],
      ['to', Number(valueAt(range, 'from')), Number(valueAt(range, 'to'))],
    ] as const;
    return pairs
      .filter(([, low, high]) => low > high)
      .map(([keyword, low]) =>
        wrongValue(keyword, expectNumber('integer', low), main.at(`/units/leftOut/${index}/${keyword}`)),
      );
  });

/** The levels around the judged one, and that with those within it; none where none is judged, which is told. */
const around = ({ levels, judged }: Context) => levels.slice(0, judged && levels.indexOf(judged));
const counted = ({ levels, judged }: Context) => (judged === undefined ? levels : levels.slice(levels.indexOf(judged)));

const checkIndicator = (context: Context, id: string): readonly Diagnostic[] => {
  const { main, judged, tables } = context;
  const pointer = pointerTo('/indicators', id);
  const indicator = valueAt(main.data, 'indicators', id);
  const of = valueAt(indicator, 'of');
  const level = counted(context).find((each) => each.id === of);
  const table = level && tables.get(level.id);
  const meets = valueAt(indicator, 'meets');
  const summary = valueAt(indicator, 'counted');
  const isCountable = level === undefined || level.judged || level.table !== null;
  const needed: Diagnostic[] = [];
  if (level === undefined && typeof of === 'string' && context.levels.length > 0) {
    needed.push(wrongLevel(main, 'of', `${pointer}/of`, counted(context)));
  }
  if (!isCountable && meets !== undefined) needed.push(missingTable(main, level, id, `${pointer}/of`));
  if (summary !== undefined && judged?.table === null) {
    needed.push(missingTable(main, judged, id, `${pointer}/counted`));
  }
  if (isCountable && meets === undefined && summary !== undefined) {
    needed.push(missingKeyword('meets', main.keyAt(pointer)));
  }
  const condition = table ? checkCondition({ document: main, table }, meets, `${pointer}/meets`) : [];
  const own = judged?.table == null ? undefined : tables.get(judged.id);
  const fields = entriesOf(summary).flatMap(([key, field]) =>
    own && typeof field === 'string'
      ? checkCount({ document: main, table: own }, field, pointerTo(`${pointer}/counted`, key))
      : [],
  );
  return [...needed, ...condition, ...fields];
};

const checkRule = (context: Context, id: string): readonly Diagnostic[] => {
  const { main, judged } = context;
  const rule = valueAt(main.data, 'properties', id);
  const pointer = pointerTo('/properties', id);
  const [, kind] = Object.entries(KINDS).find(([keyword]) => valueAt(rule, keyword) !== undefined) ?? [];
  const outer = kind?.isOfJudged ? [] : around(context);
  const scopes = judged === undefined ? context.levels : [...outer, judged];
  const scope = valueAt(rule, 'scope');
  const isKnown =
    typeof scope !== 'string' || context.levels.length === 0 || scopes.some((level) => level.id === scope);
  const found = isKnown ? [] : [wrongLevel(main, 'scope', `${pointer}/scope`, scopes)];
  return [...found, ...(kind?.check(context, id, isKnown) ?? [])];
};

const checkVeto = ({ main, judged, tables }: Context, id: string): readonly Diagnostic[] => {
  const rule = valueAt(main.data, 'properties', id);
  const pointer = pointerTo('/properties', id);
  const field = valueAt(rule, 'field');
  if (judged === undefined || typeof field !== 'string') return [];
  if (judged.table === null) return [missingTable(main, judged, id, `${pointer}/field`)];
  const table = tables.get(judged.id);
  if (table === undefined) return [];
  // The verdict is not known before the vetoes are.
  const own = { ...table, fields: new Map([...table.fields].filter(([name]) => name !== 'verdict')) };
  const unfit = checkField({ table: own }, field, main.at(`${pointer}/field`));
  const schema = own.fields.get(field)?.schema;
  if (unfit.length > 0 || schema === undefined) return unfit;
  return checkValue({ field, schema }, valueAt(rule, 'const'), main.at(`${pointer}/const`));
};

const checkShare = (context: Context, id: string, isScopeKnown: boolean): readonly Diagnostic[] => {
  const { main, judged } = context;
  const pointer = pointerTo('/properties', id);
  const found: Diagnostic[] = [];
  const indicator = valueAt(main.data, 'indicators', id);
  if (indicator === undefined) {
    const known = entriesOf(valueAt(main.data, 'indicators')).map(([name]) => name);
    found.push(diagnose('ruleset.unknown-indicator', { rule: id, known }, main.keyAt(pointer)));
  }
  // Judged units are counted in what is around them.
  const outer = around(context);
  const isOuter = outer.some((level) => level.id === valueAt(main.data, 'properties', id, 'scope'));
  if (judged !== undefined && valueAt(indicator, 'of') === judged.id && isScopeKnown && !isOuter) {
    found.push(wrongLevel(main, 'scope', `${pointer}/scope`, outer));
  }
  const target = main.at(`${pointer}/share/atLeast`);
  const value = valueAt(main.data, 'properties', id, 'share', 'atLeast');
  // What lies outside 0…100 the meta-schema has reported.
  if (typeof value === 'number' && value >= 0 && value <= 100 && !isPercent(target.text ?? '')) {
    found.push(wrongValue('atLeast', PERCENT, target));
  }
  return found;
};

/** By the keyword of each kind: whether only what is judged has such a rule, and what is checked of it. */
const KINDS: Readonly<Record<Rule['kind'], { readonly isOfJudged: boolean; readonly check: typeof checkShare }>> = {
  share: { isOfJudged: false, check: checkShare },
  veto: { isOfJudged: true, check: checkVeto },
};
