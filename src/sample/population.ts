import { innerLevels, judgedLevel, levelOfTable, tableOf, unitsNoun } from '../model/levels.ts';
import type { Indicator, Level, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { namedLevels } from '../register/columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import { isNamed, type Named } from '../register/named.ts';
import type { ListedUnit, Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';

const zh = {
  unknownRule: (rule: string, known: readonly string[]) => `没有可供抽查的规则“${rule}”：可用 ${known.join('、')}`,
  noRule: (noun: string) => `规则包没有统计${noun}的达标率要求，抽查无从判断`,
  otherTable: (rule: string, table: string) => `规则 ${rule} 统计的是 ${table}，与 --of 不符`,
  notStratified: (table: string, stratum: string) => `${table} 不能按 ${stratum} 分层`,
};

const en: typeof zh = {
  unknownRule: (rule, known) => `there is no rule '${rule}' to draw for: expected one of ${known.join(', ')}`,
  noRule: (noun) => `the ruleset has no share over ${noun} that a check could be held against`,
  otherTable: (rule, table) => `rule ${rule} counts ${table}, which is not what --of says`,
  notStratified: (table, stratum) => `${table} cannot be stratified by ${stratum}`,
};

/** Why nothing can be drawn, of the command and of the library. */
export const drawableWords = { zh, en } as const satisfies Record<Language, typeof zh>;

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

/** No folded name has a full-width slash, so that paths stay apart. */
const part = (text: string): string => text.replaceAll('/', '／');

/** What the units of a table are told apart by. */
export const unitNames = (register: Register, table: TableName) => {
  const { ruleset } = register;
  const level = levelOfTable(ruleset, table);
  const holders = level.judged ? [] : namedLevels(ruleset, level);
  const find = recordFinder(register.index, ruleset);
  const labelOf = ({ code, name }: Named, of: Level): string => code ?? part(nameFolder(ruleset, of)(name ?? ''));
  /** What a unit names as that in which it lies; null where it names nothing. */
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
    /** What spellings of the name of a unit have in common. */
    fold: nameFolder(ruleset, level),
    /** Code or folded name of a subject. */
    subjectKey: (subject: Named): string => labelOf(subject, level),
    /**
     * What a unit is known by from year to year: its code, else the path of names to it, with codes where what it lies
     * in has them, all names folded.
     */
    key: (unit: ListedUnit): string => {
      const row = register.row(unit.unit);
      const code = register.code(unit.unit, () => find(row).code);
      return code ?? [...pathTo(unit, holders), labelOf({ code, name: find(row).name }, level)].join('/');
    },
    /** What keeps the stratum of a unit apart: the code of what it lies in, else the path of names to that. */
    stratum: (unit: ListedUnit, of: Level): string =>
      holder(unit, of)?.code ?? pathTo(unit, holders.slice(0, holders.indexOf(of) + 1)).join('/'),
  };
};

/** What is drawn: units of a table, for one rule, by strata. */
export interface WhatToDraw {
  readonly of: TableName;
  /** Only this rule's condition; default all share rules over the table. */
  readonly rule?: string;
  /** A level that holds the units; none that are judged are drawn by strata. */
  readonly stratum?: string;
}

/** The rule ids that units of a table, or of any, are checked for. */
const rulesOver = (ruleset: Ruleset, of?: TableName): readonly string[] =>
  [judgedLevel(ruleset), ...innerLevels(ruleset)]
    .map(tableOf)
    .filter((table) => of === undefined || table === of)
    .flatMap((table) => checkedIndicators(ruleset, table).map(({ id }) => id));

/** The table of the units that a rule counts; undefined where it counts none. */
export const tableCounted = (ruleset: Ruleset, rule: string): TableName | undefined =>
  rulesOver(ruleset).includes(rule) ? ruleset.indicators.find(({ id }) => id === rule)?.of : undefined;

/** That there is no such rule to draw for. */
export const tellUnknownRule = (ruleset: Ruleset, rule: string, language: Language, of?: TableName): string =>
  drawableWords[language].unknownRule(rule, rulesOver(ruleset, of));

/** Why nothing can be drawn so; null where it can. A check of units of which nothing is required shows nothing. */
export const whyNotDrawn = (ruleset: Ruleset, what: WhatToDraw, language: Language): string | null => {
  const { of, rule, stratum } = what;
  const words = drawableWords[language];
  const level = ruleset.levels.find((each) => tableOf(each) === of);
  const rules = rulesOver(ruleset, of);
  if (level === undefined || rules.length === 0) return words.noRule(level ? unitsNoun(level, language) : of);
  if (rule !== undefined && !rules.includes(rule)) return tellUnknownRule(ruleset, rule, language, of);
  const isHeld = !level.judged && namedLevels(ruleset, level).some(({ id }) => id === stratum);
  return stratum === undefined || isHeld ? null : words.notStratified(of, stratum);
};
