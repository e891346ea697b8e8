import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { InputFile, Witness } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import type { Outcome, RecordValues, Ruleset, Value } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { toColumns } from '../register/columns.ts';
import { readRegister } from '../register/read-register.ts';
import type { Register } from '../register/register.ts';
import { whereOf } from '../register/row-index.ts';
import { recordFinder } from '../register/witnesses.ts';
import { checkedIndicators } from './draw-sample.ts';
import type { SavedDraw } from './read-draw.ts';
import { type TakenUnit, takenUnits } from './register-units.ts';
import { CHECK_RESULTS, FORM_COLUMNS } from './sample-form.ts';
import { unitNames } from './unit-keys.ts';

/** A unit as it was found on the spot. */
export interface Found {
  readonly outcomes: readonly Outcome[];
  readonly values: RecordValues;
  cell(field: string): Witness;
}

export interface ReadForm {
  /** By the key of the unit. */
  readonly found: ReadonlyMap<string, Found>;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: readonly InputFile[];
  close(): void;
}

export const RESULT = 'verdict';

/** By folded label: as the form has them in either language, and the usual other words. */
const RESULTS: ReadonlyMap<string, Value> = new Map([
  ...Object.entries(CHECK_RESULTS).flatMap(([value, { zh, en }]) => [
    [foldLabel(zh), value] as const,
    [foldLabel(en), value] as const,
  ]),
  ['合格', 'pass'],
  ['未达标', 'fail'],
  ['不合格', 'fail'],
]);

const columnOf = ({ headings }: OpenTable, { zh, en }: Text): number => {
  const known = new Set([foldHeading(zh), foldHeading(en)]);
  return headings.findIndex((heading) => known.has(foldHeading(heading)));
};

/** The form's own columns are read here, and it was written with text markers around its codes: neither is news. */
const isNews = ({ code }: Diagnostic): boolean => code !== 'table.columns-ignored' && code !== 'record.text-marker';

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

/** Subjects as they stand in a table of their own. */
const subjectRows = ({ subjects }: Register): TakenUnit[] =>
  subjects.flatMap(({ index, code, name, row, fromTable }) =>
    fromTable ? [{ unit: -1, code, name, subject: index, row, outcomes: [] }] : [],
  );

/** Reads filled forms as intake reads a submission, whatever a spreadsheet made of them. */
export const readForms = async (
  paths: readonly string[],
  { draw, year, ruleset }: SavedDraw,
  request: {
    readonly encoding: string | null;
    readonly signal: AbortSignal;
    readonly stdin?: AsyncIterable<Uint8Array>;
  },
): Promise<ReadForm> => {
  const { table } = draw.register;
  const { signal, stdin } = request;
  const diagnostics = new Diagnostics();
  const none = { signal, onSize: () => {}, onBytes: () => {} };
  const { inputs, tables, close } = await openInputs(
    { paths, ...(stdin && { stdin }) },
    request,
    ruleset,
    diagnostics,
    none,
  );
  try {
    const own = tables.filter((each) => each.table === table);
    const indicators = checkedIndicators(ruleset, table).filter(({ id }) => draw.rules.includes(id));
    const options = { year, onInvalid: 'refuse', signal, onRows: () => {} } as const;
    const register = await readRegister(own, inputs.length, ruleset, options, diagnostics);
    const find = recordFinder(register.index, ruleset);
    const names = unitNames(register, table, ruleset);
    const isSubjects = names.level.judged;
    const units = isSubjects ? subjectRows(register) : takenUnits(register, table, indicators, ruleset);
    const drawn = new Map(draw.units.map((unit) => [unit.key, unit]));
    const found = new Map<string, Found>();
    const strangers = new Set<OpenTable>();

    for (const unit of units) {
      const key = isSubjects ? names.subjectKey(unit) : names.key(unit);
      const { table: opened, row } = register.index.find(unit.row);
      const cells = opened.locate(row);
      const asked = drawn.get(key);
      if (asked === undefined) {
        diagnostics.add('sample.not-drawn', { unit: key }, whereOf(opened, row, 0));
        continue;
      }
      const at = columnOf(opened, FORM_COLUMNS.draw.heading);
      const number = (cells[at]?.text ?? '').trim();
      if (number !== draw.id) {
        // A table without the column is told once.
        if (at >= 0 || !strangers.has(opened)) {
          diagnostics.add('sample.other-draw', { draw: draw.id, found: number }, whereOf(opened, row, at));
        }
        strangers.add(opened);
        continue;
      }
      const record = find(unit.row);
      const { name } = asked;
      if (name !== null && record.name !== null && names.fold(name) !== names.fold(record.name)) {
        diagnostics.add('sample.other-name', { unit: asked.key, name }, register.index.whereWithText(unit.row, 'name'));
        continue;
      }
      if (!isSubjects) {
        found.set(asked.key, { outcomes: unit.outcomes, values: record.values(), cell: record.cell });
        continue;
      }
      const column = columnOf(opened, FORM_COLUMNS.result.heading);
      const text = cells[column]?.text ?? '';
      const result = RESULTS.get(foldLabel(text));
      if (result === undefined && text.trim() !== '') {
        diagnostics.add('sample.bad-result', {}, whereOf(opened, row, column, text));
      }
      const values: RecordValues = { ...record.values(), ...(result !== undefined && { [RESULT]: result }) };
      found.set(asked.key, {
        outcomes: indicators.map(({ condition }) => condition.outcome(values)),
        values,
        cell: (field) => {
          if (field !== RESULT) return record.cell(field);
          const place = whereOf(opened, row, column).place?.() ?? null;
          return { ...record.cell('name'), place, field, heading: opened.headings[column]!, text };
        },
      });
    }
    const missing = draw.units.filter(({ key }) => !found.has(key)).map(({ key }) => key);
    if (missing.length > 0 && !diagnostics.hasErrors) await tellOtherYears(own, ruleset, year, diagnostics);
    if (missing.length > 0 && !diagnostics.hasErrors) diagnostics.add('sample.row-missing', { units: missing });
    const listed = diagnostics.list(inputs.map(({ path }) => path)).filter(isNews);
    const files = inputs.map((input, at): InputFile => ({ ...input, ...register.counts[at]! }));
    return { found, diagnostics: listed, inputs: files, close };
  } catch (error) {
    close();
    throw error;
  }
};
