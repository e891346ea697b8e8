import type { Field, Level, RecordSchema, Rule, Ruleset, TableName } from './ruleset.ts';
import type { Language, Text } from './text.ts';

type Levels = Pick<Ruleset, 'levels'>;

export const levelOf = ({ levels }: Levels, id: string): Level => levels.find((level) => level.id === id)!;

/** The level of a table; one without records goes by its plural. */
export const levelOfTable = ({ levels }: Levels, table: TableName): Level =>
  levels.find((level) => tableOf(level) === table)!;

/** The table of a level, as rulesets and indicators name it. */
export const tableOf = ({ table, plural }: Level): TableName => table ?? plural;

/** All tables, outermost first; those that no file is of have no fields. */
export const tablesOf = ({ records }: Pick<Ruleset, 'records'>): readonly TableName[] => Object.keys(records);

/** The level whose units are the subjects. */
export const judgedLevel = ({ levels }: Levels): Level => levels.find(({ judged }) => judged)!;

export const isJudgedTable = (ruleset: Levels, table: TableName): boolean => tableOf(judgedLevel(ruleset)) === table;

/** The levels around the judged one, outermost first: their units are shown pooled. */
export const outerLevels = ({ levels }: Levels): readonly Level[] =>
  levels.slice(
    0,
    levels.findIndex(({ judged }) => judged),
  );

/** The levels within the judged one, outermost first: their units are counted. */
export const innerLevels = ({ levels }: Levels): readonly Level[] =>
  levels.slice(levels.findIndex(({ judged }) => judged) + 1);

/** The levels that may hold units of a level, whichever its records name, outermost first. */
export const holdersOf = ({ levels }: Levels, { within }: Level): readonly Level[] => {
  const holders = new Set(within);
  for (const level of levels.toReversed()) if (holders.has(level.id)) for (const id of level.within) holders.add(id);
  return levels.filter(({ id }) => holders.has(id));
};

/** The fields of a record that name the unit of a level in which it lies. */
export const parentFields = ({ id }: Pick<Level, 'id'>) => ({ name: id, code: `${id}Code` }) as const;

/** What several units of a level are called. */
export const unitsOf = ({ noun, plural }: Pick<Level, 'noun' | 'plural'>): Text => ({ zh: noun.zh, en: plural });

/** What so many units of a level are called. */
export const unitsNoun = ({ noun, plural }: Level, language: Language, count = 2): string =>
  language === 'zh' ? noun.zh : count === 1 ? noun.en : plural;

/** The table of a level as people call it. */
export const tableLabel = ({ noun, plural }: Level): Text => ({ zh: `${noun.zh}表`, en: `${plural} table` });

/** Whether a field says which unit a record is about, of which year, and where it belongs: nothing of the unit. */
export const isKeyField = ({ role }: Pick<Field, 'role'>): boolean => role !== null && role !== 'evidence';

/** Position of a field, of the unit's own code and name and the year by what they are (`code`, `name`, `year`); −1 for none. */
export const fieldIndex = ({ fields }: Pick<RecordSchema, 'fields'>, field: string): number => {
  const own = fields.findIndex(({ role }) => role === field);
  return own >= 0 ? own : fields.findIndex(({ name }) => name === field);
};

/** The rules that read a field of a table: its condition, a count of a summary, a special assessment. */
export const rulesReading = (
  { rules, indicators, levels }: Pick<Ruleset, 'rules' | 'indicators' | 'levels'>,
  table: TableName,
  field: string,
): readonly Rule[] => {
  const isJudged = isJudgedTable({ levels }, table);
  return rules.filter((rule) => {
    if (rule.kind === 'veto') return isJudged && rule.field === field;
    const indicator = indicators.find(({ id }) => id === rule.id);
    if (indicator?.of === table && indicator.condition.fields.includes(field)) return true;
    return isJudged && (indicator?.counted?.met === field || indicator?.counted?.of === field);
  });
};
