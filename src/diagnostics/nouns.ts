import type { TableName } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';

export const TABLE_LABELS: Readonly<Record<TableName, Text>> = {
  streets: { zh: '街道表', en: 'streets table' },
  communities: { zh: '社区表', en: 'communities table' },
  compounds: { zh: '小区表', en: 'compounds table' },
};

/** Why a unit is left out whose parent is. */
export const PARENT_LEFT_OUT: Text = { zh: '所属单位不计入', en: 'belongs to a unit that is left out' };
