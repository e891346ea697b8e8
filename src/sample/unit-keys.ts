import { levelOfTable } from '../model/levels.ts';
import type { Level, Ruleset, TableName } from '../model/ruleset.ts';
import { namedLevels } from '../register/columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import { isNamed, type Named } from '../register/named.ts';
import type { Register } from '../register/register.ts';
import type { TakenUnit } from './register-units.ts';

/** What the units of a table are told apart by. */
export interface UnitNames {
  readonly level: Level;
  /** What its units lie in, the level of the subjects first; none for the subjects themselves. */
  readonly holders: readonly Level[];
  /** What a unit names as that in which it lies; null where it names nothing. */
  holder(unit: TakenUnit, level: Level): Named | null;
  /** What spellings of the name of a unit have in common. */
  fold(name: string): string;
  /** Code or folded name of a subject. */
  subjectKey(subject: Named): string;
  /**
   * What a unit is known by from year to year: its code, else the path of names to it, with codes where what it lies in
   * has them, all names folded.
   */
  key(unit: TakenUnit): string;
  /** What keeps the stratum of a unit apart: the code of what it lies in, else the path of names to that. */
  stratum(unit: TakenUnit, level: Level): string;
}

/** No folded name has a full-width slash, so that paths stay apart. */
const part = (text: string): string => text.replaceAll('/', '／');

export const unitNames = (register: Register, table: TableName, ruleset: Ruleset): UnitNames => {
  const level = levelOfTable(ruleset, table);
  const holders = level.judged ? [] : namedLevels(ruleset, level);
  const folders = new Map([...holders, level].map((each) => [each.id, nameFolder(ruleset, each)]));
  const labelOf = ({ code, name }: Named, of: Level): string => code ?? part(folders.get(of.id)!(name ?? ''));
  const holder = ({ unit, subject }: TakenUnit, of: Level): Named | null => {
    const { code, name } = of.judged ? register.subjects[subject]! : register.within(unit, of.id);
    return of.judged || isNamed({ code, name }) ? { code, name } : null;
  };
  const pathTo = (unit: TakenUnit, within: readonly Level[]): readonly string[] =>
    within.map((each) => {
      const named = holder(unit, each);
      return named === null ? '' : labelOf(named, each);
    });
  return {
    level,
    holders,
    holder,
    fold: folders.get(level.id)!,
    subjectKey: (subject) => labelOf(subject, level),
    key: (unit) => unit.code ?? [...pathTo(unit, holders), labelOf(unit, level)].join('/'),
    stratum: (unit, of) => holder(unit, of)?.code ?? pathTo(unit, holders.slice(0, holders.indexOf(of) + 1)).join('/'),
  };
};
