import type { Text } from '../../model/text.ts';
import { error, listEn, listZh, note, warning } from '../entry.ts';

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
    zh: '各表的名称或记录的列表',
    en: 'table names or a list of records',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const yamlDiagnostics = {
  'yaml.syntax': error<{ hint: Text; cause: string }>({
    zh: ({ hint, cause }) => `YAML（或 JSON）无法读取：${hint.zh}（解析程序原话：${cause}）；请对照样例改正。`,
    en: ({ hint, cause }) => `This is not valid YAML or JSON: ${hint.en} (${cause}); correct it after the samples.`,
    explain: () => ({
      title: { zh: 'YAML 或 JSON 写法有误', en: 'Not valid YAML or JSON' },
      text: {
        zh: '文件不符合 YAML（JSON）的写法，括号内是解析程序的原话。写法有误时同一内容可能有几种读法，所以整个文件都不采用。',
        en: 'The file does not follow the rules of YAML (or JSON); the words in brackets are the parser’s own. Malformed text can be read in more than one way, so nothing of the file is used.',
      },
      remedy: {
        zh: '检查缩进（用空格，不用制表符）、冒号后的空格、引号和方括号是否配对。',
        en: 'Check the indentation (spaces, no tabs), the space after each colon, and that quotes and brackets match.',
      },
      example: {
        input: '- code: "440308003003001"\n  level: "标兵',
        at: '数据.yaml:3:1',
        slots: { hint: SYNTAX_HINTS.open, cause: 'Missing closing "quote' },
      },
    }),
  }),
  'yaml.duplicate-key': error<{ key: string }>({
    zh: ({ key }) => `同一条目中“${key}”写了两次，无法确定以哪个为准；请删去多余的一个。`,
    en: ({ key }) => `The key "${key}" stands twice in one entry; delete the one that does not hold.`,
    explain: () => ({
      title: { zh: '同一条目中名称重复', en: 'The same key twice' },
      text: {
        zh: '一条记录里同一名称写了两次。多数程序会悄悄采用后一个，这里要求改正，因为两个值可能导致不同的结论。',
        en: 'One entry has the same key twice. Many programs silently take the last; here it must be corrected, since the two values may lead to different findings.',
      },
      remedy: {
        zh: '删去不正确的一个；是两条记录的分写成两条。',
        en: 'Delete the one that is wrong; if two records were meant, write two.',
      },
      example: {
        input: '- code: "440308003003001"\n  level: 标兵\n  level: 先进',
        at: '数据.yaml:3:3',
        slots: { key: 'level' },
      },
    }),
  }),
  'yaml.aliases': error<{ limit: number }>({
    zh: ({ limit }) => `别名（*）展开后超过 ${limit} 处；请把引用的内容直接写出来。`,
    en: ({ limit }) => `The aliases (*) expand to more than ${limit} values; write the values out instead.`,
    explain: () => ({
      title: { zh: '别名展开过多', en: 'Aliases expand too far' },
      text: {
        zh: 'YAML 的别名（*名称）可以引用别处的内容，层层引用时几行文字能展开成数以亿计的条目。超过限额即停止，以免耗尽内存。',
        en: 'An alias (*name) repeats what stands elsewhere, and aliases within aliases can turn a few lines into billions of values. Beyond the limit the file is refused.',
      },
      remedy: {
        zh: '去掉别名，直接写出各条记录；数据很多时改用 CSV。',
        en: 'Write the records out instead of using aliases; use CSV for much data.',
      },
      example: {
        input:
          'a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ncompounds: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]',
        at: '数据.yaml:1:1',
        slots: { limit: 10_000 },
      },
    }),
  }),
  'yaml.tag': error<{ tag: string }>({
    zh: ({ tag }) => `不接受自定义标签“${tag}”；请删去标签，直接写值。`,
    en: ({ tag }) => `The tag "${tag}" is not accepted; delete the tag and write the plain value.`,
    explain: () => ({
      title: { zh: '自定义标签', en: 'A custom tag' },
      text: {
        zh: '“!”开头的标签要求读取程序把值变成别的东西。数据里只需要文字和数字，标签含义不明，因此不接受。',
        en: 'A tag, beginning with "!", asks the reader to turn a value into something else. Data needs only texts and numbers, and what the tag means is not known.',
      },
      remedy: { zh: '删去标签，直接写值。', en: 'Delete the tag and write the plain value.' },
      example: { input: '- code: !shequ "440308003003"', at: '数据.yaml:1:16', slots: { tag: '!shequ' } },
    }),
  }),
  'yaml.depth': error<{ limit: number }>({
    zh: ({ limit }) => `嵌套超过 ${limit} 层；请按规则包的层级书写。`,
    en: ({ limit }) =>
      `The nesting is deeper than ${limit} levels; write units within units, as many levels as the ruleset has.`,
    explain: () => ({
      title: { zh: '嵌套过深', en: 'Nested too deeply' },
      text: {
        zh: '数据最多需要规则包有几个层级就几层。嵌套层数超过限额的文件会使解析程序崩溃，所以事先拒绝。',
        en: 'Data needs as many levels as the ruleset has. A file nested deeper than the limit could bring the parser down and is refused beforehand.',
      },
      remedy: { zh: '按样例 samples 中的嵌套 YAML 改写。', en: 'Rewrite it after the nested YAML among the samples.' },
      example: { input: '[[[[[[[[[[ … ]]]]]]]]]]', at: '数据.json:1:65', slots: { limit: 64 } },
    }),
  }),
  'yaml.too-large': error<{ limit: Text }>({
    zh: ({ limit }) => `YAML 或 JSON 文件超过${limit.zh}，无法整体读入；请改报 CSV，或拆成几个文件。`,
    en: ({ limit }) =>
      `A YAML or JSON file over ${limit.en} is too large to be read whole; hand in CSV, or split it into several files.`,
    explain: () => ({
      title: { zh: 'YAML 文件过大', en: 'YAML file too large' },
      text: {
        zh: 'YAML 和 JSON 要整个文件读入内存才能解析，过大的文件会耗尽内存；CSV 是逐行读的，没有这个限制。',
        en: 'YAML and JSON can only be parsed whole, in memory, which a very large file would exhaust; CSV is read row by row and has no such limit.',
      },
      remedy: {
        zh: '把台账另存为 CSV，或按考核对象拆成几个文件一起报送。',
        en: 'Save the register as CSV, or split it by subject into several files and hand them in together.',
      },
      example: {
        input: '$ streetcheck assess register.yaml',
        at: 'register.yaml:1:1',
        slots: { limit: YAML_LIMITS.bytes },
      },
    }),
  }),
  'yaml.shape': error<{ expected: Text }>({
    zh: ({ expected }) => `此处应为${expected.zh}；请对照样例改正写法。`,
    en: ({ expected }) => `This should be ${expected.en}; correct it after the samples.`,
    explain: () => ({
      title: { zh: '内容的结构不对', en: 'The wrong shape' },
      text: {
        zh: '此处应为列表、记录或单个值中的另一种。例如表名下面应是以“-”开头的记录列表，字段后面应是单个值。结构不对时不知道内容属于哪个单位。',
        en: 'A list, a record or a single value was expected where another of them stands. A table holds a list of records, each beginning with "-"; a field holds a single value. In another shape it is not clear which unit something belongs to.',
      },
      remedy: {
        zh: '按提示改正；每条记录以“-”开头，字段与“-”后的内容对齐。',
        en: 'Correct it as the message says; begin each record with "-" and align its fields.',
      },
      example: {
        input: 'communities:\n  code: "440308003003"\n  name: 桥东社区',
        at: '数据.yaml:2:3',
        slots: { expected: { zh: '记录的列表', en: 'a list of records' } },
      },
    }),
  }),
  'yaml.unread-entries': warning<{ key: string; entries: number }>({
    zh: ({ key, entries }) =>
      `“${key}”不在规则包中，其下 ${entries} 条内容没有读取，评定未予考虑；如是记录，请改用表名，否则请删去。`,
    en: ({ key, entries }) =>
      `"${key}" is not known to the ruleset, and what is under it (${entries} ${entries === 1 ? 'entry' : 'entries'}) was not read; if these are records, name the key as their table is named, or else delete it.`,
    explain: () => ({
      title: { zh: '没有读取的成组内容', en: 'A key with entries that were not read' },
      text: {
        zh: '规则包不认识这个名称，而它下面是一组内容，很可能是记录，只是表名写得不同（如 children）。没有读取的单位不会算进任何指标，因此不只是提示。',
        en: 'The ruleset does not know this key, yet a list or group stands under it, which may well be records under another name (such as children). Units that were not read count nowhere, hence more than a note.',
      },
      remedy: {
        zh: '是记录的，把名称改为表名；不是的删去。',
        en: 'If these are records, name the key as their table is named; if not, delete it.',
      },
      example: {
        input: 'streets:\n  - { code: 440308003, year: 2012, children: [{ name: 甲小区 }] }',
        at: '台账.yaml:2:36',
        slots: { key: 'children', entries: 1 },
      },
    }),
  }),
  'yaml.unknown-key': note<{ keys: readonly string[] }>({
    zh: ({ keys }) => `以下名称不在规则包中，已忽略：${listZh(keys)}。`,
    en: ({ keys }) => `These keys are not known to the ruleset and were ignored: ${listEn(keys)}.`,
    explain: () => ({
      title: { zh: '不认识的名称', en: 'Unknown keys' },
      text: {
        zh: '这些名称不是规则包中的字段或表名，已忽略。若其中有写错的字段名，对应的数据就没有采用，有关指标会待定。',
        en: 'These keys are no fields or tables of the ruleset and were ignored. If one is a misspelt field, its data was not used and what reads it stays unknown.',
      },
      remedy: {
        zh: '核对有无笔误；与考核无关的可保留。',
        en: 'Look for spelling mistakes; keys that have nothing to do with the assessment may stay.',
      },
      example: { input: '- code: "440308003003001"\n  levle: 标兵', at: '数据.yaml:2:3', slots: { keys: ['levle'] } },
    }),
  }),
};
