import type { TableName } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';

/** The words that the slots of messages are filled with. */
export const STREET: Text = { zh: '街道', en: 'street' };
export const COMMUNITY: Text = { zh: '社区', en: 'community' };

export const TABLE_LABELS: Readonly<Record<TableName, Text>> = {
  streets: { zh: '街道表', en: 'streets table' },
  communities: { zh: '社区表', en: 'communities table' },
  compounds: { zh: '小区表', en: 'compounds table' },
};

/** Why a unit is left out whose parent is. */
export const PARENT_LEFT_OUT: Text = { zh: '所属单位不计入', en: 'belongs to a unit that is left out' };

/** What stands where in a YAML submission. */
export const YAML_SHAPES = {
  list: { zh: '记录的列表', en: 'a list of records' },
  record: { zh: '一条记录（字段: 值）', en: 'a record (field: value)' },
  value: { zh: '一个值', en: 'a single value' },
  root: {
    zh: '各表的名称（街道、社区、小区）或记录的列表',
    en: 'table names (streets, communities, compounds) or a list of records',
  },
} as const satisfies Readonly<Record<string, Text>>;
