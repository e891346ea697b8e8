import { BOUNDS } from './condition.ts';
import type { JsonSchema } from './plain-data.ts';
import { FIELD_NAME, LINE, nameSchema } from './record-schema.ts';

/** Fields are called after levels, `<level>` and `<level>Code`. */
const LEVEL_NAME = '^(?!.*Code$)[a-z][A-Za-z0-9]*$';
export const TABLE_NAME = '^[a-z][A-Za-z0-9-]*$';

const closed = { type: 'object', additionalProperties: false };

/** A text in both languages; neither may be missing. */
const text = (description: string): JsonSchema => ({
  description,
  ...closed,
  required: ['zh', 'en'],
  properties: { zh: LINE, en: LINE },
});

const clause: JsonSchema = { description: 'The clause of the scheme it rests on. 依据条款', ...LINE };

const fieldName = { $ref: '#/$defs/field-name' };
const year = { type: 'integer', minimum: 1900, maximum: 2999 };
const part = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
/** A number of digits, or a place among them: no code has more. */
const digits = { type: 'integer', minimum: 1, maximum: 64 };
const levelName = { $ref: '#/$defs/level-name' };
const texts = { type: 'array', minItems: 1, uniqueItems: true, items: LINE };

const ROOT = {
  id: {
    description: 'Identifies the ruleset. 规则包标识',
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    examples: ['yantian-2011'],
  },
  label: text('Its name for people. 名称'),
  version: {
    description: 'Semantic version of the ruleset. 版本',
    type: 'string',
    pattern: '^\\d+\\.\\d+\\.\\d+$',
    examples: ['1.0.0'],
  },
  source: {
    description: 'The document the ruleset renders. 依据文件',
    ...closed,
    required: ['number'],
    properties: {
      number: LINE,
      title: text('Its title, as people cite it. 文件名称'),
      clauses: {
        description:
          'How people read its clauses: by what rules give as their clause, what follows the title. 条款的写法',
        type: 'object',
        additionalProperties: text('As it follows the title. 条款'),
        examples: [{ 二: { zh: '第二部分', en: 'part 2' } }],
      },
      issued: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2011-07-13'] },
    },
  },
  from: { description: 'First year in force; earlier data is not applicable. 起始年度', ...year },
  levels: {
    description: 'The levels of the scheme, outermost first: of one the units are judged, of those in it counted. 层级',
    type: 'object',
    minProperties: 1,
    propertyNames: { $ref: '#/$defs/level-name' },
    additionalProperties: { $ref: '#/$defs/level' },
  },
  units: {
    description: 'Which rows are units at all. 计数范围',
    ...closed,
    required: ['leftOut'],
    properties: {
      // Codes whose digits at these positions (from 1) lie in the range are no units; nor is what belongs to them.
      leftOut: {
        type: 'array',
        items: {
          ...closed,
          required: ['digits', 'from', 'to', 'label'],
          properties: {
            digits: { type: 'array', minItems: 2, maxItems: 2, items: digits },
            from: part,
            to: part,
            label: text('Why it is no unit. 不计入的理由'),
          },
        },
      },
    },
  },
  aliases: {
    description: 'Another name of a unit and the name it stands for. 别名',
    type: 'object',
    additionalProperties: LINE,
  },
  unknowns: {
    description: 'Cell texts that mean: not known. 视为未知的写法',
    type: 'array',
    items: { type: 'string' },
  },
  slidBack: {
    description: 'What the scheme says of units that no longer meet a rule. 退步的处理',
    ...closed,
    required: ['clause', 'proposal', 'basis'],
    properties: {
      clause,
      proposal: text('What a check proposes of such a unit. 处理建议'),
      basis: text('What the clause says, and how it is read. 条款内容及理解'),
    },
  },
  indicators: {
    description: 'What is counted. 指标',
    type: 'object',
    propertyNames: { $ref: '#/$defs/rule-name' },
    additionalProperties: { $ref: '#/$defs/indicator' },
  },
};

const LEVEL = {
  noun: text('What one of its units is called. 名称'),
  plural: { description: 'Of the English noun, where that is not the noun and an s. 英文复数', ...LINE },
  within: {
    description: 'The levels in which its units may lie as their records name them, nearest first. 所属层级(由近及远)',
    type: ['string', 'array'],
    pattern: LEVEL_NAME,
    minItems: 1,
    uniqueItems: true,
    items: levelName,
    examples: ['LEVEL', '[LEVEL, …]'],
  },
  records: {
    description: 'The file of the record schema of its table, inside the folder of the ruleset. 台账结构文件',
    ...LINE,
  },
  table: {
    description: 'The name of its table, as in TABLE=FILE; the plural where it is absent. 表名',
    $ref: '#/$defs/table-name',
  },
  judged: { description: 'Its units are those that are judged; of one level. 考核对象', const: true },
  code: {
    description: 'Codes of units within begin with the code of the unit around them. 代码',
    ...closed,
    required: ['digits'],
    properties: { digits },
  },
  endings: {
    description: 'Endings of names that say nothing, in the order in which they are left away. 名称后缀',
    ...texts,
  },
  marks: { description: 'Further endings, which show the level of a name and belong to it. 属于名称的后缀', ...texts },
};

const INDICATOR = {
  of: { description: 'The level whose units are counted. 计数单位', ...levelName },
  meets: {
    description: 'The condition a unit has to meet; absent where the table is handed in as a summary only. 达标条件',
    $ref: '#/$defs/condition',
  },
  counted: {
    description: 'The fields of the table of the judged level that hold the same counts in a summary. 汇总数字段',
    ...closed,
    required: ['met', 'of'],
    properties: { met: fieldName, of: fieldName },
  },
};

const RULE = {
  label: text('Its name for people. 名称'),
  short: text('A label of at most eight columns, for the grid. 简称'),
  clause,
  scope: {
    description: 'The level it judges; where it is absent the judged one and, for a share, those around it. 适用对象',
    ...levelName,
  },
  obligation: { description: 'Advisory rules are shown and decide nothing. 约束力', enum: ['required', 'advisory'] },
  requiredFrom: {
    description: 'First year in which the rule is required; advisory before. 起始考核年度',
    ...year,
  },
  remedy: text('What to do about a fail. 整改建议'),
};

const SHARE = {
  share: {
    description: 'met / of must reach this per cent; the figure itself is enough. 达标率要求(含本数)',
    ...closed,
    required: ['atLeast'],
    properties: { atLeast: { type: 'number', minimum: 0, maximum: 100 } },
  },
};

const VETO = {
  veto: { description: 'A failed special assessment fails the year. 一票否决', const: true },
  field: {
    description: 'The field of the table of the judged level that holds the result. 考核结果字段',
    ...fieldName,
  },
  const: { description: 'The value it must have. 应为', type: ['string', 'integer'] },
};

const scalar = { type: ['string', 'integer'] };
const number = { type: 'integer' };
const fields = { type: 'array', minItems: 1, items: fieldName };

/** How conditions, and what is asked of single fields, are joined. */
const joining = (name: string): JsonSchema => {
  const each = { $ref: `#/$defs/${name}` };
  const list = { type: 'array', minItems: 1, items: each };
  return { allOf: list, anyOf: list, not: each };
};

/** The meta-schema of `ruleset.yaml`, published as `rules/schema/ruleset.schema.json`. */
export const RULESET_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:streetcheck:ruleset:1',
  title: 'A streetcheck ruleset 规则包',
  ...closed,
  required: ['$schema', 'id', 'label', 'version', 'source', 'levels', 'indicators', 'type', 'properties'],
  properties: {
    $schema: { const: 'urn:streetcheck:ruleset:1' },
    ...ROOT,
    type: { const: 'object' },
    properties: {
      description: 'One property is one rule. 考核规则',
      type: 'object',
      minProperties: 1,
      propertyNames: { $ref: '#/$defs/rule-name' },
      additionalProperties: { $ref: '#/$defs/rule' },
    },
  },
  $defs: {
    rule: {
      if: { type: 'object', required: ['veto'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: '#/$defs/veto-rule' },
      else: { $ref: '#/$defs/share-rule' },
    },
    'share-rule': { ...closed, required: ['label', 'clause', 'share'], properties: { ...RULE, ...SHARE } },
    'veto-rule': {
      ...closed,
      required: ['label', 'clause', 'veto', 'field', 'const'],
      properties: { ...RULE, ...VETO },
    },
    level: { ...closed, required: ['noun'], properties: LEVEL },
    indicator: { ...closed, required: ['of'], minProperties: 2, properties: INDICATOR },
    condition: {
      ...closed,
      minProperties: 1,
      properties: {
        properties: {
          type: 'object',
          minProperties: 1,
          propertyNames: fieldName,
          additionalProperties: { $ref: '#/$defs/assertion' },
        },
        ...joining('condition'),
        compare: {
          description: 'A sum of fields against a sum of fields. 合计数比较',
          ...closed,
          required: ['sum'],
          minProperties: 2,
          maxProperties: 2,
          properties: { sum: fields, ...Object.fromEntries(BOUNDS.map((bound) => [bound, fields])) },
        },
      },
    },
    assertion: {
      ...closed,
      minProperties: 1,
      properties: {
        const: scalar,
        enum: { type: 'array', minItems: 1, items: scalar },
        minimum: number,
        maximum: number,
        exclusiveMinimum: number,
        exclusiveMaximum: number,
        ...joining('assertion'),
      },
    },
    'field-name': FIELD_NAME,
    'level-name': nameSchema(LEVEL_NAME),
    'table-name': nameSchema(TABLE_NAME),
    'rule-name': nameSchema('^[a-z][a-z0-9-]*$'),
  },
};
