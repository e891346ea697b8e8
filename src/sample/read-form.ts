import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { InputFile, Witness } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import { isJudgedTable, levelOfTable } from '../model/levels.ts';
import type { Outcome, RecordValues, Ruleset, Value } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { toColumns } from '../register/columns.ts';
import { readRegister } from '../register/read-register.ts';
import type { Register } from '../register/register.ts';
import { whereOf } from '../register/row-index.ts';
import { type FoundRecord, recordFinder } from '../register/witnesses.ts';
import { CHECK_RESULTS, FORM_COLUMNS, formRuleset } from './draw-form.ts';
import { checkedIndicators, outcomesOf, unitNames } from './population.ts';
import type { RecordChange, SavedDraw } from './sample.ts';

/** A unit as it was found on the spot, by the rules of the draw and in what it is not as the register says. */
export interface Found {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly Pick<RecordChange, 'field' | 'from' | 'to' | 'found'>[];
}

export interface FormsRequest {
  /** Filled forms of a draw: files, as `assess` takes them. */
  readonly forms: readonly string[];
  readonly encoding?: string;
  /** Of the form `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/** Stands for the result of a check, of a subject that was drawn. */
const RESULT = 'verdict';

/** By folded label: as the form has them in either language, and the usual other words. */
const RESULTS: ReadonlyMap<string, Value> = new Map([
  ...Object.entries(CHECK_RESULTS).flatMap(([value, { zh, en }]) =>
    [zh, en].map((label) => [foldLabel(label), value] as const),
  ),
  ['合格', 'pass'],
  ['未达标', 'fail'],
  ['不合格', 'fail'],
]);

const columnOf = ({ headings }: OpenTable, { zh, en }: Text): number => {
  const known = new Set([foldHeading(zh), foldHeading(en)]);
  return headings.findIndex((heading) => known.has(foldHeading(heading)));
};

/** How the form was written is no news: its own columns, text markers around its codes, blanks of units that lie further out. */
const WRITTEN_SO: readonly string[] = ['table.columns-ignored', 'record.text-marker', 'record.no-parent'];
const isNews = ({ code }: Diagnostic): boolean => !WRITTEN_SO.includes(code);

/** Rows of another year are none of this draw, and reading leaves them out. */
const tellOtherYears = async (
  tables: readonly OpenTable[],
  ruleset: Ruleset,
  year: number | null,
  diagnostics: Diagnostics,
): Promise<void> => {
  for (const table of tables) {
    const column = toColumns(table, ruleset).year;
    if (column === undefined) continue;
    for await (const { first, rows } of table.batches()) {
      for (const [at, row] of rows.entries()) {
        const text = row[column.cell] ?? '';
        const { value } = column.read(text);
        if (typeof value !== 'number' || value === year) continue;
        const slots = { year: String(year ?? '–'), found: String(value) };
        diagnostics.add('sample.other-year', slots, whereOf(table, first + at, column.cell, text));
      }
    }
  }
};

/** The fields that were found otherwise; what was left blank says nothing. */
const changesIn = (
  before: RecordValues,
  after: RecordValues,
  fields: readonly string[],
  cell: (field: string) => Witness,
): Found['changes'] =>
  fields.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field]];
    return to === undefined || to === from ? [] : [{ field, from, to, found: cell(field) }];
  });

/** What the rows of forms say of the units that were drawn; rows that are not of this draw are told. */
const foundIn = (
  register: Register,
  { draw, ruleset }: SavedDraw,
  diagnostics: Diagnostics,
): ReadonlyMap<string, Found> => {
  const { index } = register;
  const { table } = draw.register;
  const indicators = checkedIndicators(ruleset, table).filter(({ id }) => draw.rules.includes(id));
  const names = unitNames(register, table);
  const find = recordFinder(index, ruleset);
  const outcomeOf = outcomesOf(register, table, indicators);
  const drawn = new Map(draw.units.map((unit) => [unit.key, unit]));
  const found = new Map<string, Found>();
  const strangers = new Set<OpenTable>();

  /** Whether a row has the number of the draw; a table without such a column is told once. */
  const isOfDraw = (opened: OpenTable, row: number): boolean => {
    const at = columnOf(opened, FORM_COLUMNS.draw.heading);
    const number = (opened.locate(row)[at]?.text ?? '').trim();
    if (number === draw.id) return true;
    if (at >= 0 || !strangers.has(opened)) {
      diagnostics.add('sample.other-draw', { draw: draw.id, found: number }, whereOf(opened, row, at));
    }
    strangers.add(opened);
    return false;
  };

  /** A subject has its result in a column of the form; the register told no more of it than its verdict. */
  const foundSubject = (before: RecordValues, record: FoundRecord, opened: OpenTable, row: number): Found => {
    const column = columnOf(opened, FORM_COLUMNS.result.heading);
    const text = opened.locate(row)[column]?.text ?? '';
    const result = RESULTS.get(foldLabel(text));
    const where = whereOf(opened, row, column, text);
    if (result === undefined && text.trim() !== '') diagnostics.add('sample.bad-result', {}, where);
    const values: RecordValues = { ...record.values(), ...(result !== undefined && { [RESULT]: result }) };
    const cell = (field: string): Witness => {
      const place = where.place?.() ?? null;
      return { ...record.cell('name'), place, field, heading: opened.headings[column]!, text };
    };
    return {
      outcomes: indicators.map(({ condition }) => condition.outcome(values)),
      changes: changesIn(before, values, [RESULT], cell),
    };
  };

  const foundUnit = (before: RecordValues, record: FoundRecord, unit: number): Found => {
    const values = record.values();
    return {
      outcomes: indicators.map((_, nth) => outcomeOf(unit, nth)),
      changes: changesIn(before, values, Object.keys(values), record.cell),
    };
  };

  const rows = isJudgedTable(ruleset, table)
    ? register.subjects
        .filter(({ fromTable }) => fromTable)
        .map((subject) => ({ key: names.subjectKey(subject), of: subject.row, unit: null }))
    : register
        .allOf(levelOfTable(ruleset, table).id)
        .map((listed) => ({ key: names.key(listed), of: register.row(listed.unit), unit: listed.unit }));
  for (const { key, of, unit } of rows) {
    const { table: opened, row } = index.find(of);
    const known = drawn.get(key);
    if (known === undefined) {
      diagnostics.add('sample.not-drawn', { unit: key }, whereOf(opened, row, 0));
      continue;
    }
    if (!isOfDraw(opened, row)) continue;
    const record = find(of);
    const { name, values } = known;
    if (name !== null && record.name !== null && names.fold(name) !== names.fold(record.name)) {
      diagnostics.add('sample.other-name', { unit: key, name }, index.whereWithText(of, 'name'));
      continue;
    }
    found.set(key, unit === null ? foundSubject(values, record, opened, row) : foundUnit(values, record, unit));
  }
  return found;
};

/** Reads filled forms as intake reads a submission, whatever a spreadsheet made of them: what was found, by the keys of the units. */
export const readForms = async (saved: SavedDraw, request: FormsRequest) => {
  const { draw, year } = saved;
  const ruleset = formRuleset(saved.ruleset, draw.register.table);
  const { forms, encoding = null, signal, stdin } = request;
  const diagnostics = new Diagnostics();
  const listeners = { signal, onSize: () => {}, onBytes: () => {} };
  const { inputs, tables, close } = await openInputs(
    { paths: forms, ...(stdin && { stdin }) },
    { encoding },
    ruleset,
    diagnostics,
    listeners,
  );
  try {
    const own = tables.filter(({ table }) => table === draw.register.table);
    const options = { year, onInvalid: 'refuse', signal, onRows: () => {} } as const;
    const register = await readRegister(own, inputs.length, ruleset, options, diagnostics);
    const found = foundIn(register, { draw, year, ruleset }, diagnostics);
    const missing = draw.units.filter(({ key }) => !found.has(key)).map(({ key }) => key);
    if (missing.length > 0 && !diagnostics.hasErrors) await tellOtherYears(own, ruleset, year, diagnostics);
    if (missing.length > 0 && !diagnostics.hasErrors) diagnostics.add('sample.row-missing', { units: missing });
    return {
      found,
      diagnostics: diagnostics.list(inputs.map(({ path }) => path)).filter(isNews),
      inputs: inputs.map((input, at): InputFile => ({ ...input, ...register.counts[at]! })),
    };
  } finally {
    close();
  }
};
