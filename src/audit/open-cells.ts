import type { Subject, Witness } from '../model/assessment.ts';
import type { SubjectState } from '../model/plan.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { planStreet } from '../plan/plan-street.ts';

/** A blank cell that some rule reads. */
export interface OpenCell {
  readonly table: TableName;
  readonly cell: Witness;
  readonly street: Subject;
  /** Whether it is among the fewest that settle its street. */
  readonly decides: boolean;
}

const UNITS = ['communities', 'compounds'] as const satisfies readonly TableName[];

const idOf = ({ place, field, code, name }: Witness): string =>
  JSON.stringify([place?.path, place?.line, place?.column, field, code, name]);

/** The street's own cells: results of special assessments, and the counts of a summary that a rule rests on. */
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
 * The blanks of a street that rules read: first those that settle it, in the fewest answers, a pass or a fail alike;
 * then the street's own, its communities', its compounds', in the order of the register.
 */
const cellsOfStreet = (state: SubjectState, ruleset: Ruleset): OpenCell[] => {
  const street = state.subject;
  const { questions } = planStreet(state, ruleset);
  const [pass, fail] = [questions?.pass ?? [], questions?.fail ?? []].map((cells) => new Set(cells.map(idOf)));
  const weight = (cell: Witness): number => (fail!.has(idOf(cell)) ? 2 : 0) + (pass!.has(idOf(cell)) ? 1 : 0);
  const cells = [
    ...ownCells(state, ruleset).map((cell) => ({ table: 'streets' as const, cell })),
    ...UNITS.flatMap((table) => unitCells(state, table, ruleset).map((cell) => ({ table, cell }))),
  ];
  return cells
    .map((each) => ({ ...each, street, weight: weight(each.cell) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight, ...each }) => ({ ...each, decides: weight > 0 }));
};

/** The blanks of all streets, what decides most first, otherwise street by street. */
export const openCells = (states: Iterable<SubjectState>, ruleset: Ruleset): OpenCell[] => {
  const cells = [...states].flatMap((state) => cellsOfStreet(state, ruleset));
  return [...cells.filter(({ decides }) => decides), ...cells.filter(({ decides }) => !decides)];
};
