import { innerLevels, judgedLevel, tableOf, unitsNoun } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { namedLevels } from '../register/columns.ts';
import { checkedIndicators } from './units.ts';

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
