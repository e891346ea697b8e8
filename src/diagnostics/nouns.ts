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

/** What a file of a ruleset is where it is no mapping. */
export const NO_MAPPING = {
  nothing: { zh: '空的', en: 'empty' },
  list: { zh: '列表', en: 'a list' },
  value: { zh: '单独的一个值', en: 'a single value' },
} as const satisfies Readonly<Record<string, Text>>;

/** What errors of syntax mostly mean. */
export const SYNTAX_HINTS = {
  open: {
    zh: '引号或括号没有成对，或漏了逗号、冒号',
    en: 'a quote or bracket is not closed, or a comma or colon is missing',
  },
  unexpected: {
    zh: '此处多了内容，前面可能漏了逗号、冒号或引号',
    en: 'this is not expected here, a comma, colon or quote may be missing before it',
  },
  indentation: { zh: '缩进不一致', en: 'the indentation is uneven' },
  tab: { zh: '缩进用了制表符，应改用空格', en: 'a tab is used for indentation instead of spaces' },
  encoding: { zh: '文件不是 UTF-8 编码，应另存为 UTF-8', en: 'the file is not UTF-8, save it as such' },
  alias: { zh: '引用（*）的内容没有定义', en: 'an alias (*) names nothing that was defined' },
  other: { zh: '写法有误', en: 'it is malformed here' },
} as const satisfies Readonly<Record<string, Text>>;

/** How much YAML or JSON is read at most. */
export const YAML_LIMITS = {
  bytes: { zh: ' 16 MiB', en: '16 MiB' },
  entries: { zh: '约 70 万个条目', en: 'some 700,000 entries' },
} as const;

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
