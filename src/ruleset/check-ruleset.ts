import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectNumber, expectWords, PERCENT } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { TABLES, type TableName } from '../model/ruleset.ts';
import { isPercent } from '../model/share.ts';
import { checkCondition, checkCount, checkField, checkValue, type Fields } from './check-condition.ts';
import { checkRecords } from './check-records.ts';
import { entriesOf, itemsOf, type JsonSchema, valueAt } from './plain-data.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

/** Streets are counted after they are judged, so a condition over them may look at the verdict; unknown is missing. */
const VERDICT: JsonSchema = { type: 'string', enum: ['pass', 'fail'] };

/** The fields that conditions over a table may name; `document` is null for a table without a record schema. */
const fieldsOf = (table: TableName, document: SourceDocument | null): Fields => {
  const fields = entriesOf(valueAt(document?.data, 'properties')).map(
    ([name, schema]) => [name, Object.fromEntries(entriesOf(schema))] as const,
  );
  return new Map([...fields, ...(table === 'streets' ? [['verdict', VERDICT] as const] : [])]);
};

/** Absent where a record schema could not be read: what would refer to it is not checked. */
export type RecordDocuments = ReadonlyMap<TableName, SourceDocument>;

/** What the meta-schemas cannot say, across the documents of a ruleset, however broken the rest of them is. */
export const checkRuleset = (main: SourceDocument, records: RecordDocuments): readonly Diagnostic[] => {
  const fields = new Map([...records].map(([table, document]) => [table as string, fieldsOf(table, document)]));
  const declared = declaredTables(main);
  // Streets are judged whether or not there is a table of them.
  if (!declared.has('streets')) fields.set('streets', fieldsOf('streets', null));
  return [
    ...[...records].flatMap(([table, document]) => checkRecords(table, document, declared)),
    ...checkUnits(main),
    ...entriesOf(valueAt(main.data, 'indicators')).flatMap(([id]) => checkIndicator(main, id, fields, declared)),
    ...entriesOf(valueAt(main.data, 'properties')).flatMap(([id]) =>
      checkRule(main, id, fields.get('streets'), declared),
    ),
  ];
};

/** The tables that the ruleset has record schemas for; all of them where it does not say, which is reported already. */
const declaredTables = (main: SourceDocument): ReadonlySet<TableName> => {
  const records = new Map(entriesOf(valueAt(main.data, 'records')));
  return new Set(valueAt(main.data, 'records') === undefined ? TABLES : TABLES.filter((table) => records.has(table)));
};

const missingTable = (main: SourceDocument, table: TableName, user: string, pointer: string): Diagnostic =>
  diagnose('ruleset.missing-table', { table, user }, { place: main.placeOf(pointer), text: main.textOf(pointer) });

const checkUnits = (main: SourceDocument): readonly Diagnostic[] =>
  itemsOf(valueAt(main.data, 'units', 'leftOut')).flatMap((range, index) => {
    const [first, last] = itemsOf(valueAt(range, 'digits'));
    const pairs = [
      ['digits', Number(first), Number(last)],
      ['to', Number(valueAt(range, 'from')), Number(valueAt(range, 'to'))],
    ] as const;
    return pairs
      .filter(([, low, high]) => low > high)
      .map(([keyword, low]) => {
        const pointer = `/units/leftOut/${index}/${keyword}`;
        const found = { place: main.placeOf(pointer), text: main.textOf(pointer) };
        return diagnose('ruleset.wrong-value', { keyword, expected: expectNumber('integer', low) }, found);
      });
  });

const checkIndicator = (
  main: SourceDocument,
  id: string,
  tables: ReadonlyMap<string, Fields>,
  declared: ReadonlySet<TableName>,
): readonly Diagnostic[] => {
  const pointer = pointerTo('/indicators', id);
  const indicator = valueAt(main.data, 'indicators', id);
  const table = TABLES.find((name) => name === valueAt(indicator, 'of'));
  const fields = table && tables.get(table);
  const streets = declared.has('streets') ? tables.get('streets') : undefined;
  const meets = valueAt(indicator, 'meets');
  const summary = valueAt(indicator, 'counted');
  const isCountable = table === undefined || table === 'streets' || declared.has(table);
  const needed: Diagnostic[] = [];
  if (!isCountable && meets !== undefined) needed.push(missingTable(main, table, id, `${pointer}/of`));
  if (summary !== undefined && !declared.has('streets')) {
    needed.push(missingTable(main, 'streets', id, `${pointer}/counted`));
  }
  if (isCountable && meets === undefined && summary !== undefined) {
    needed.push(diagnose('ruleset.missing-keyword', { keyword: 'meets' }, { place: main.keyPlaceOf(pointer) }));
  }
  const condition = table && fields ? checkCondition({ document: main, table, fields }, meets, `${pointer}/meets`) : [];
  const counted = entriesOf(summary).flatMap(([key, field]) =>
    streets && typeof field === 'string'
      ? checkCount({ document: main, table: 'streets', fields: streets }, field, pointerTo(`${pointer}/counted`, key))
      : [],
  );
  return [...needed, ...condition, ...counted];
};

const checkRule = (
  main: SourceDocument,
  id: string,
  streets: Fields | undefined,
  declared: ReadonlySet<TableName>,
): readonly Diagnostic[] => {
  const rule = valueAt(main.data, 'properties', id);
  const pointer = pointerTo('/properties', id);
  if (valueAt(rule, 'share') !== undefined) return checkShare(main, id);
  const field = valueAt(rule, 'field');
  if (streets === undefined || typeof field !== 'string') return [];
  if (!declared.has('streets')) return [missingTable(main, 'streets', id, `${pointer}/field`)];
  // The verdict is not known before the vetoes are.
  const own = new Map([...streets].filter(([name]) => name !== 'verdict'));
  const unfit = checkField({ document: main, table: 'streets', fields: own }, field, `${pointer}/field`, 'value');
  const schema = own.get(field);
  if (unfit.length > 0 || schema === undefined) return unfit;
  return checkValue(main, { field, schema }, valueAt(rule, 'const'), `${pointer}/const`);
};

const checkShare = (main: SourceDocument, id: string): readonly Diagnostic[] => {
  const pointer = pointerTo('/properties', id);
  const found: Diagnostic[] = [];
  const indicator = valueAt(main.data, 'indicators', id);
  if (indicator === undefined) {
    const known = entriesOf(valueAt(main.data, 'indicators')).map(([name]) => name);
    found.push(
      diagnose('ruleset.unknown-indicator', { rule: id, known }, { place: main.keyPlaceOf(pointer), text: id }),
    );
  }
  if (valueAt(indicator, 'of') === 'streets' && valueAt(main.data, 'properties', id, 'scope') !== 'district') {
    const place = main.placeOf(`${pointer}/scope`);
    const text = main.textOf(`${pointer}/scope`);
    found.push(
      diagnose('ruleset.wrong-value', { keyword: 'scope', expected: expectWords('district') }, { place, text }),
    );
  }
  const target = `${pointer}/share/atLeast`;
  const value = valueAt(main.data, 'properties', id, 'share', 'atLeast');
  const written = main.textOf(target) ?? '';
  // What lies outside 0…100 the meta-schema has reported.
  if (typeof value === 'number' && value >= 0 && value <= 100 && !isPercent(written)) {
    found.push(
      diagnose(
        'ruleset.wrong-value',
        { keyword: 'atLeast', expected: PERCENT },
        { place: main.placeOf(target), text: written },
      ),
    );
  }
  return found;
};
