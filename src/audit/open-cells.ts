import type { Subject, Witness } from '../model/assessment.ts';
import { innerLevels, judgedLevel, levelOfTable, rulesReading, tableOf } from '../model/levels.ts';
import type { SubjectState } from '../model/plan.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { planSubject } from '../plan/plan.ts';
import type { Register } from '../register/register.ts';
import { type FileCell, textAt } from './held-tables.ts';
import type { Question } from './questions.ts';

/** A blank cell that some rule reads. */
export interface OpenCell {
  readonly table: TableName;
  readonly cell: Witness;
  readonly subject: Subject;
  /** Whether it is among the fewest that settle its subject. */
  readonly decides: boolean;
}

const idOf = ({ place, field, code, name }: Witness): string =>
  JSON.stringify([place?.path, place?.line, place?.column, field, code, name]);

/** The subject's own cells: results of special assessments, and the counts of a summary that a rule rests on. */
const ownCells = (state: SubjectState, ruleset: Ruleset): Witness[] => {
  const vetoes = ruleset.rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : []));
  const counts = ruleset.indicators.flatMap(({ id, counted }) => {
    const finding = state.subject.findings.find(({ rule }) => rule === id);
    const isSummary = finding?.kind === 'share' && finding.source === 'summary';
    return isSummary && counted !== undefined ? [counted.met, counted.of] : [];
  });
  return [...new Set([...vetoes, ...counts])]
    .filter((field) => state.value(field) === undefined)
    .map((field) => state.cell(field));
};

const unitCells = (state: SubjectState, table: TableName, ruleset: Ruleset): Witness[] => {
  const indicators = ruleset.indicators.filter(({ of }) => of === table);
  const fields = new Set(indicators.flatMap(({ condition }) => condition.fields));
  return state
    .lacking(indicators.map(({ id }) => id))
    .flatMap(({ values, cell }) => [...fields].filter((field) => values[field] === undefined).map(cell));
};

/**
 * The blanks of a subject that rules read: first those that settle it, in the fewest answers, a pass or a fail alike;
 * then the subject's own, those of its units, level by level, in the order of the register.
 */
const cellsOfSubject = (state: SubjectState, ruleset: Ruleset): OpenCell[] => {
  const { subject } = state;
  const { questions } = planSubject(state, ruleset);
  const [pass, fail] = [questions?.pass ?? [], questions?.fail ?? []].map((cells) => new Set(cells.map(idOf)));
  const weight = (cell: Witness): number => (fail!.has(idOf(cell)) ? 2 : 0) + (pass!.has(idOf(cell)) ? 1 : 0);
  const cells = [
    ...ownCells(state, ruleset).map((cell) => ({ table: tableOf(judgedLevel(ruleset)), cell })),
    ...innerLevels(ruleset)
      .map(tableOf)
      .flatMap((table) => unitCells(state, table, ruleset).map((cell) => ({ table, cell }))),
  ];
  return cells
    .map((each) => ({ ...each, subject, weight: weight(each.cell) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight, ...each }) => ({ ...each, decides: weight > 0 }));
};

/** The blanks of all subjects, what decides most first, otherwise subject by subject. */
export const openCells = (states: Iterable<SubjectState>, ruleset: Ruleset): OpenCell[] => {
  const cells = [...states].flatMap((state) => cellsOfSubject(state, ruleset));
  return [...cells.filter(({ decides }) => decides), ...cells.filter(({ decides }) => !decides)];
};

/** The fields of a table that some rule reads, in the order of the record schema. */
const fieldsRead = (ruleset: Ruleset, table: TableName): string[] =>
  ruleset.records[table]!.fields.map(({ name }) => name).filter(
    (name) => rulesReading(ruleset, table, name).length > 0,
  );

/** Of every unit of the year judged, subjects included, the cells that say something a rule reads. */
export const filledCells = (register: Register): FileCell[][] => {
  const { ruleset, subjects, index } = register;
  const units = innerLevels(ruleset).flatMap(({ id }) => register.allOf(id));
  const rows = [
    ...subjects.flatMap(({ fromTable, row }) => (fromTable ? [row] : [])),
    ...units.map(({ unit }) => register.row(unit)),
  ];
  const tables = innerLevels(ruleset).concat(judgedLevel(ruleset)).map(tableOf);
  const fields = new Map(tables.map((table) => [table, fieldsRead(ruleset, table)]));
  return rows
    .map((at): FileCell[] => {
      const { table: open, row } = index.find(at);
      const { table, input: file } = open;
      return fields
        .get(table)!
        .filter((field) => textAt(open, ruleset, row, field).trim() !== '')
        .map((field) => ({ file, table, row, field }));
    })
    .filter((cells) => cells.length > 0);
};

/** By which a question is put beside others, from the subject inwards: each step by one or more names of a unit. */
const pathOf = ({ table, subject, within, name, code }: Question, ruleset: Ruleset): readonly (readonly string[])[] => {
  const { id, judged } = levelOfTable(ruleset, table);
  const isHolder = !judged && ruleset.levels.some((level) => level.within.includes(id));
  const own = isHolder ? [name, code].filter((each) => each !== null) : [];
  const outermost = subject?.code ?? subject?.name ?? within[0] ?? name ?? '';
  return [[outermost], ...within.slice(1).map((each) => [each]), ...(own.length > 0 ? [own] : [])];
};

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
};

/**
 * The questions as someone walks: what decides first, as it comes; the rest by subject, in that by what lies between,
 * and of each unit first what is asked of it and then of what lies in it. Units come in the order in which they are met.
 */
export const walkingOrder = (questions: readonly Question[], ruleset: Ruleset): Question[] => {
  const groups = new Map<string, number>();
  const groupsOf = (question: Question): readonly number[] => {
    const path: number[] = [];
    for (const names of pathOf(question, ruleset)) {
      const keys = names.map((name) => JSON.stringify([path.at(-1), name]));
      const group = keys.map((key) => groups.get(key)).find((known) => known !== undefined) ?? groups.size;
      for (const key of keys) groups.set(key, group);
      path.push(group);
    }
    return path;
  };
  const rest = questions.filter(({ decides }) => !decides).map((question) => ({ question, path: groupsOf(question) }));
  return [
    ...questions.filter(({ decides }) => decides),
    ...rest.toSorted((a, b) => compare(a.path, b.path)).map(({ question }) => question),
  ];
};
