import type { Field, Level, Ruleset, TableName } from './ruleset.ts';

type Levels = Pick<Ruleset, 'levels'>;

export const levelOf = ({ levels }: Levels, id: string): Level => levels.find((level) => level.id === id)!;

/** The level of a table. */
export const levelOfTable = ({ levels }: Levels, table: TableName): Level =>
  levels.find((level) => level.table === table)!;

/** The level whose units are the subjects. */
export const judgedLevel = ({ levels }: Levels): Level => levels.find(({ judged }) => judged)!;

/** The levels around the judged one, outermost first: their units are shown pooled. */
export const outerLevels = ({ levels }: Levels): readonly Level[] =>
  levels.slice(
    0,
    levels.findIndex(({ judged }) => judged),
  );

/** The levels within the judged one, outermost first: their units are counted. */
export const innerLevels = ({ levels }: Levels): readonly Level[] =>
  levels.slice(levels.findIndex(({ judged }) => judged) + 1);

/** The fields of a record that name the unit of a level in which it lies. */
export const parentFields = ({ id }: Pick<Level, 'id'>) => ({ name: id, code: `${id}Code` }) as const;

/** Whether a field says which unit a record is about, of which year, and where it belongs: nothing of the unit. */
export const isKeyField = ({ role }: Pick<Field, 'role'>): boolean => role !== null && role !== 'evidence';
