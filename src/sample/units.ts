import { levelOfTable } from '../model/levels.ts';
import type { Indicator, Level, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import { namedLevels } from '../register/columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import { isNamed, type Named } from '../register/named.ts';
import type { ListedUnit, Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';

/** The indicators of share rules over a table, all or that of one rule. */
export const checkedIndicators = (ruleset: Ruleset, table: TableName, rule?: string): readonly Indicator[] =>
  ruleset.indicators.filter(
    ({ id, of }) =>
      of === table &&
      (rule === undefined || id === rule) &&
      ruleset.rules.some((each) => each.id === id && each.kind === 'share'),
  );

/** What the conditions of indicators over a table say of a unit, by the places of the indicators in their list. */
export const outcomesOf = (
  { ruleset, outcome }: Register,
  table: TableName,
  indicators: readonly Indicator[],
): ((unit: number, nth: number) => Outcome) => {
  const all = ruleset.indicators.filter(({ of }) => of === table);
  const places = indicators.map(({ id }) => all.findIndex((each) => each.id === id));
  return (unit, nth) => outcome(unit, places[nth]!);
};

/** What the units of a table are told apart by. */
export interface UnitNames {
  /** What a unit names as that in which it lies; null where it names nothing. */
  holder(unit: ListedUnit, level: Level): Named | null;
  /** What spellings of the name of a unit have in common. */
  fold(name: string): string;
  /** Code or folded name of a subject. */
  subjectKey(subject: Named): string;
  /**
   * What a unit is known by from year to year: its code, else the path of names to it, with codes where what it lies in
   * has them, all names folded.
   */
  key(unit: ListedUnit): string;
  /** What keeps the stratum of a unit apart: the code of what it lies in, else the path of names to that. */
  stratum(unit: ListedUnit, level: Level): string;
}

/** No folded name has a full-width slash, so that paths stay apart. */
const part = (text: string): string => text.replaceAll('/', '／');

export const unitNames = (register: Register, table: TableName): UnitNames => {
  const { ruleset } = register;
  const level = levelOfTable(ruleset, table);
  const holders = level.judged ? [] : namedLevels(ruleset, level);
  const find = recordFinder(register.index, ruleset);
  const labelOf = ({ code, name }: Named, of: Level): string => code ?? part(nameFolder(ruleset, of)(name ?? ''));
  const holder = ({ unit, subject }: ListedUnit, of: Level): Named | null => {
    const { code, name } = of.judged ? register.subjects[subject]! : register.within(unit, of.id);
    return of.judged || isNamed({ code, name }) ? { code, name } : null;
  };
  const pathTo = (unit: ListedUnit, within: readonly Level[]): readonly string[] =>
    within.map((each) => {
      const named = holder(unit, each);
      return named === null ? '' : labelOf(named, each);
    });
  return {
    holder,
    fold: nameFolder(ruleset, level),
    subjectKey: (subject) => labelOf(subject, level),
    key: (unit) => {
      const row = register.row(unit.unit);
      const code = register.code(unit.unit, () => find(row).code);
      return code ?? [...pathTo(unit, holders), labelOf({ code, name: find(row).name }, level)].join('/');
    },
    stratum: (unit, of) => holder(unit, of)?.code ?? pathTo(unit, holders.slice(0, holders.indexOf(of) + 1)).join('/'),
  };
};
