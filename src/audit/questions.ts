import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Subject, Witness } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldLabel, plainWidth } from '../model/fold.ts';
import { isJudgedTable, judgedLevel, levelOfTable, parentFields, rulesReading } from '../model/levels.ts';
import type { Field, Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
import { namedLevels } from '../register/columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import { cellReader, unknownMarks } from '../register/normalize-cell.ts';
import { type Holder, holderNames } from '../register/register.ts';
import type { AuditFile } from './audit-file.ts';
import { type FileCell, type HeldTable, headingOf, isChinese, keyAt, refKey, tableOf, textAt } from './held-tables.ts';
import type { Answered } from './journal.ts';

/** A value that may be chosen, and how it is written in this column. */
export interface Choice {
  readonly value: Value;
  readonly text: string;
}

/** What is asked of one cell. */
export interface Question extends FileCell {
  /** Of the unit. */
  readonly code: string | null;
  readonly name: string | null;
  /** Where it is: the names of what it lies in, outermost first, as far as the row tells; the unit itself is not among them. */
  readonly within: readonly string[];
  readonly subject: Subject | null;
  readonly heading: string;
  readonly schema: Field;
  /** Empty for a field that holds no choice. */
  readonly choices: readonly Choice[];
  /** Figures that this one is held against, such as last year's, as they stand so far. */
  readonly beside: readonly { readonly heading: string; readonly text: string }[];
  /** The rules that read the field. */
  readonly rules: readonly Rule[];
  readonly decides: boolean;
  /** What stands in the file. */
  readonly old: string;
  /** Whether that says something, and may be left so. */
  readonly isFilled: boolean;
  readonly answer: Answered | null;
}

/** What to write into the cell, or why what was typed is no answer; null where it says nothing at all. */
export type AnswerReading = { readonly text: string } | { readonly problem: Diagnostic | null };

/**
 * Reads what was typed as intake would read it from the cell. A choice may be given by its number, unless figures are
 * labels themselves; it is written as the column writes it, a count in plain digits.
 */
export const readAnswer = (
  { schema, choices, heading }: Pick<Question, 'schema' | 'choices' | 'heading'>,
  typed: string,
  { unknowns }: Pick<Ruleset, 'unknowns'>,
): AnswerReading => {
  const numbered = schema.labels.has(foldLabel(typed)) ? undefined : choices[Number(plainWidth(typed.trim())) - 1];
  if (numbered !== undefined) return { text: numbered.text };
  const { value, problem } = cellReader(schema, unknownMarks(unknowns))(typed);
  if (problem === 'record.unknown-value') {
    return { problem: diagnose(problem, { heading, known: schema.labelTexts }) };
  }
  if (problem !== undefined) return { problem: diagnose(problem, { heading }) };
  if (value === undefined) return { problem: null };
  const choice = choices.find((each) => each.value === value);
  return { text: choice?.text ?? (typeof value === 'number' ? String(value) : typed.trim()) };
};

/** The fields on the other side of the comparisons that a field stands in. */
const besideOf = ({ indicators }: Ruleset, table: TableName, field: string): string[] => {
  const comparisons = indicators.filter(({ of }) => of === table).flatMap(({ condition }) => condition.comparisons);
  const others = comparisons.flatMap(({ sum, against }) => [
    ...(sum.includes(field) ? against : []),
    ...(against.includes(field) ? sum : []),
  ]);
  return [...new Set(others)];
};

/** Each value as the column writes it most; else by its first label in the language of the headings. */
export const choicesOf = (
  { labels, kind }: Field,
  headings: readonly string[],
  column: readonly string[],
): Choice[] => {
  if (kind !== 'choice') return [];
  const counts = new Map<string, number>();
  for (const text of column) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return [...new Set(labels.values())].map((value) => {
    const known = [...labels].flatMap(([label, of]) => (of === value ? [label] : []));
    const own = [...counts].filter(([text]) => labels.get(text) === value);
    const most = own.toSorted(([, a], [, b]) => b - a)[0]?.[0];
    const text = most ?? (headings.some(isChinese) ? known.find(isChinese) : undefined) ?? String(value);
    return { value, text };
  });
};

/** Finds the cells of witnesses by their places. Several rows may claim one: in YAML, records inherit cells. */
const cellFinder = (files: readonly AuditFile[], ruleset: Ruleset) => {
  const rows = new Map<string, { readonly file: number; readonly table: HeldTable; readonly row: number }[]>();
  const keyOf = (path: string, line: number, column: number): string => `${path}:${line}:${column}`;
  for (const [file, { tables }] of files.entries()) {
    for (const table of tables) {
      for (const [row, cells] of table.places.entries()) {
        for (const { line, column } of cells) {
          const key = keyOf(table.path, line, column);
          const known = rows.get(key) ?? [];
          if (known.at(-1)?.row !== row || known.at(-1)?.table !== table) known.push({ file, table, row });
          rows.set(key, known);
        }
      }
    }
  }
  return ({ place, code, name, field }: Witness, of: TableName): FileCell | null => {
    const found = (place && rows.get(keyOf(place.path, place.line, place.column)))?.find(
      ({ table, row }) =>
        table.table === of &&
        keyAt(table, ruleset, row, 'code') === code &&
        keyAt(table, ruleset, row, 'name') === name,
    );
    return found === undefined ? null : { file: found.file, table: of, row: found.row, field };
  };
};

/** How the questions of an audit come about: `find` the cell of a witness, `describe` all that there is to say of one. */
export const questioner = (files: readonly AuditFile[], ruleset: Ruleset) => {
  const before = files.map(({ tables }) => tables);
  const judged = judgedLevel(ruleset);
  const fold = nameFolder(ruleset, judged);
  const known = new Map<string, readonly Choice[]>();

  const choicesIn = (cell: FileCell, table: HeldTable, schema: Field): readonly Choice[] => {
    const key = `${cell.file} ${cell.table} ${cell.field}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const texts = table.rows.map((_, row) => textAt(table, ruleset, row, cell.field));
    const choices = choicesOf(schema, table.headings, texts);
    known.set(key, choices);
    return choices;
  };

  return {
    find: cellFinder(files, ruleset),
    /**
     * `tables` are those with the answers so far, `around` is all that the unit lies in, its subject first; without
     * `asked` that is looked up among `subjects`, by what the row says where it does.
     */
    describe: (
      cell: FileCell,
      tables: readonly (readonly HeldTable[])[],
      subjects: readonly Subject[],
      around: readonly Holder[],
      asked?: { readonly subject: Subject; readonly decides: boolean },
    ): Question => {
      const [table, was] = [tableOf(tables, cell), tableOf(before, cell)];
      const { row, field } = cell;
      const isJudged = isJudgedTable(ruleset, cell.table);
      const said = (key: string): string | null => keyAt(was, ruleset, row, key);
      const subjectSaid = (): Subject | null => {
        const own = isJudged ? { code: 'code', name: 'name' } : parentFields(judged);
        const [code, name] = [said(own.code) ?? around[0]?.code ?? null, said(own.name) ?? around[0]?.name ?? null];
        const isNamed = (each: Subject) => name !== null && each.name !== null && fold(each.name) === fold(name);
        return subjects.find((each) => code !== null && each.code === code) ?? subjects.find(isNamed) ?? null;
      };
      const subject = asked?.subject ?? subjectSaid();
      const within = isJudged
        ? []
        : namedLevels(ruleset, levelOfTable(ruleset, cell.table)).flatMap((level) => {
            const fields = parentFields(level);
            const [known] = holderNames(around.filter((holder) => holder.level === level.id));
            const named = (level.judged ? subject?.name : null) ?? said(fields.name) ?? known ?? said(fields.code);
            return named?.trim() ?? [];
          });
      const heading = headingOf(table, ruleset, field);
      const schema = ruleset.records[cell.table]!.fields.find(({ name }) => name === field)!;
      const choices = choicesIn(cell, was, schema);
      const old = textAt(was, ruleset, row, field);
      return {
        file: cell.file,
        table: cell.table,
        row,
        field,
        code: said('code'),
        name: said('name'),
        within,
        subject,
        heading,
        schema,
        choices,
        beside: besideOf(ruleset, cell.table, field).map((other) => ({
          heading: headingOf(table, ruleset, other),
          text: textAt(table, ruleset, row, other).trim(),
        })),
        rules: rulesReading(ruleset, cell.table, field),
        decides: asked?.decides ?? false,
        old,
        isFilled: 'text' in readAnswer({ schema, choices, heading }, old, ruleset),
        answer: files[cell.file]!.findings.answers.get(refKey(cell)) ?? null,
      };
    },
  };
};
