import { nearest } from '../../model/nearest.ts';
import type { Text } from '../../model/text.ts';
import { error, listEn, listZh, unopened } from '../entry.ts';
import { expectWords } from '../expectations.ts';
import { SYNTAX_HINTS } from './yaml.ts';

/** What a file of a ruleset is where it is no mapping. */
export const NO_MAPPING = {
  nothing: { zh: '空的', en: 'empty' },
  list: { zh: '列表', en: 'a list' },
  value: { zh: '单独的一个值', en: 'a single value' },
} as const satisfies Readonly<Record<string, Text>>;

/** The words that a misspelt one is near to, else all there are. */
const knownZh = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  if (near.length > 0) return `；请核对是否应为${listZh(near)}`;
  return known.length > 0 ? `；请核对拼写，可用的有：${listZh(known)}` : '；请删去或改正';
};
const knownEn = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  if (near.length > 0) return `; perhaps ${listEn(near)} was meant`;
  return known.length > 0 ? `; check its spelling, there are: ${listEn(known)}` : '; delete or correct it';
};

const otherZh = (known: readonly string[]): string => (known.length > 0 ? `，或改用：${listZh(known)}` : '');
const otherEn = (known: readonly string[]): string => (known.length > 0 ? ` or use one of: ${listEn(known)}` : '');

export const rulesetDiagnostics = {
  'ruleset.not-found': unopened<{ ruleset: string; known: readonly string[] }>({
    zh: ({ ruleset, known }) =>
      `找不到规则包“${ruleset}”；请核对名称或路径，规则包文件夹中应有 ruleset.yaml；自带的有：${listZh(known)}。`,
    en: ({ ruleset, known }) =>
      `There is no ruleset "${ruleset}"; check its id or path, a ruleset's folder holds a ruleset.yaml; bundled are: ${listEn(known)}.`,
    explain: () => ({
      title: { zh: '找不到规则包', en: 'No such ruleset' },
      text: {
        zh: '--rules 给出的既不是自带规则包的名称，也不是存在的文件夹或文件。不会改用别的规则包，以免按错误的标准评定。',
        en: 'What --rules gives is neither the id of a bundled ruleset nor a folder or file that exists. No other ruleset is taken in its place, as it would be another standard.',
      },
      remedy: { zh: '改用提示中列出的名称，或核对路径。', en: 'Use one of the ids named, or check the path.' },
      example: {
        input: '$ streetcheck assess 小区.csv --rules yantian-2012',
        slots: { ruleset: 'yantian-2012', known: ['yantian-2011'] },
      },
    }),
  }),
  'ruleset.unreadable': unopened<{ path: string; cause: string }>({
    zh: ({ path, cause }) =>
      cause === 'ENOENT'
        ? `规则包文件夹中没有“${path}”；请放入该文件，或改正此处的文件名。`
        : `无法读取规则包文件“${path}”（${cause}）；请检查文件是否存在、有无访问权限。`,
    en: ({ path, cause }) =>
      cause === 'ENOENT'
        ? `There is no file "${path}" in the ruleset’s folder; put it there or correct its name here.`
        : `The ruleset file "${path}" cannot be read (${cause}); check that it exists and its permissions.`,
    explain: () => ({
      title: { zh: '规则包文件无法读取', en: 'A ruleset file cannot be read' },
      text: {
        zh: '规则包的某个文件不存在或没有权限。括号内是系统给出的原因，ENOENT 为文件不存在，EACCES 为没有权限。',
        en: 'A file of the ruleset is missing or may not be read. The cause is the system’s word: ENOENT means that there is no such file, EACCES no permission.',
      },
      remedy: {
        zh: '核对各层级 records 的文件名，把文件放进规则包文件夹。',
        en: 'Check the file names that records gives and put the files into the ruleset’s folder.',
      },
      example: {
        input: 'levels:\n  street: { noun: { zh: 街道, en: street }, records: street.yaml }',
        at: 'ruleset.yaml:10:52',
        slots: { path: 'street.yaml', cause: 'ENOENT' },
      },
    }),
  }),
  'ruleset.syntax': error<{ hint: Text; cause: string }>({
    zh: ({ hint, cause }) => `规则包文件不是正确的 YAML 或 JSON：${hint.zh}（${cause}）；请改正此处的写法。`,
    en: ({ hint, cause }) => `The ruleset is not valid YAML or JSON: ${hint.en} (${cause}); correct it here.`,
    explain: () => ({
      title: { zh: '规则包写法有误', en: 'A malformed ruleset' },
      text: {
        zh: '规则包文件不符合 YAML（JSON）的写法，括号内是解析程序的原话。规则写不清楚就不能评定。',
        en: 'The file does not follow the rules of YAML (or JSON); the words in brackets are the parser’s own. A standard that cannot be read cannot be applied.',
      },
      remedy: {
        zh: '检查缩进、冒号后的空格、引号和括号。',
        en: 'Check indentation, the space after colons, quotes and brackets.',
      },
      example: {
        input: 'label: { zh: 标兵小区, en: "model }',
        at: 'ruleset.yaml:20:29',
        slots: { hint: SYNTAX_HINTS.open, cause: 'Missing closing "quote' },
      },
    }),
  }),
  'ruleset.shape': error<{ found: Text }>({
    zh: ({ found }) =>
      `规则包文件应由“关键字: 值”组成，这里却是${found.zh}；请参照 rules/yantian-2011 中的同类文件改写。`,
    en: ({ found }) =>
      `A ruleset file consists of "keyword: value" but this is ${found.en}; write it like its counterpart in rules/yantian-2011.`,
    explain: () => ({
      title: { zh: '规则包文件的结构不对', en: 'No ruleset file at all' },
      text: {
        zh: 'ruleset.yaml 和记录格式文件都由“关键字: 值”组成。文件为空、只有注释，或是列表、单独的一个值，就没有规则可言。',
        en: 'ruleset.yaml and record schemas consist of "keyword: value". A file that is empty, holds comments only, a list or a single value has no rules in it.',
      },
      remedy: {
        zh: '核对给的是不是规则包文件；参照 rules/yantian-2011 编写。',
        en: 'Check that it is the file that was meant; write it after rules/yantian-2011.',
      },
      example: { input: '- id: x', at: 'ruleset.yaml:1:1', slots: { found: NO_MAPPING.list } },
    }),
  }),
  'ruleset.duplicate-key': error<{ key: string }>({
    zh: ({ key }) => `“${key}”写了两次，无法确定以哪个为准；请删去或改名其中一个。`,
    en: ({ key }) => `"${key}" stands twice; delete or rename one.`,
    explain: () => ({
      title: { zh: '规则包中名称重复', en: 'A key or label twice' },
      text: {
        zh: '同一名称（规则、指标、字段）写了两次，或同一填法归给了两个值。若采用后一个，前一个就悄悄失效，因此要求改正。',
        en: 'A key (rule, indicator, field) stands twice, or one label belongs to two values. If the last one won, the first would silently be lost.',
      },
      remedy: { zh: '删去或改名其中一个。', en: 'Delete or rename one of them.' },
      example: {
        input: 'properties:\n  stability: { ... }\n  stability: { ... }',
        at: 'ruleset.yaml:3:3',
        slots: { key: 'stability' },
      },
    }),
  }),
  'ruleset.unknown-keyword': error<{ keyword: string; known: readonly string[] }>({
    zh: ({ keyword, known }) => `此处没有关键字“${keyword}”${knownZh(keyword, known)}。`,
    en: ({ keyword, known }) => `The keyword "${keyword}" does not exist here${knownEn(keyword, known)}.`,
    explain: () => ({
      title: { zh: '不认识的关键字', en: 'An unknown keyword' },
      text: {
        zh: '规则包只用一组固定的关键字。不认识的关键字多半是笔误；若不管它，目标或条件就会悄悄不起作用。',
        en: 'A ruleset uses a closed set of keywords. One that is not known is mostly misspelt; ignored, a target or condition would silently have no effect.',
      },
      remedy: {
        zh: '改为提示中列出的关键字；在编辑器中引用 rules/schema 下的格式可随时提示。',
        en: 'Use one of the keywords named; an editor that follows rules/schema shows them as you type.',
      },
      example: {
        input: 'share: { atleast: 80 }',
        at: 'ruleset.yaml:31:14',
        slots: { keyword: 'atleast', known: ['atLeast'] },
      },
    }),
  }),
  'ruleset.missing-keyword': error<{ keyword: string }>({
    zh: ({ keyword }) => `缺少必需的关键字“${keyword}”；请补上。`,
    en: ({ keyword }) => `The keyword "${keyword}" is required here; add it.`,
    explain: () => ({
      title: { zh: '缺少关键字', en: 'A required keyword is missing' },
      text: {
        zh: '此处必须有该关键字，例如每条规则都要写明名称 label 和依据 clause，使结论可以对照条款核对。',
        en: 'The keyword is required here. Each rule, for instance, needs its label and clause, so that a finding can be held against the text it rests on.',
      },
      remedy: { zh: '补上该关键字。', en: 'Add it.' },
      example: {
        input: 'model-compounds:\n  label: { zh: 标兵小区, en: model compounds }\n  share: { atLeast: 80 }',
        at: 'ruleset.yaml:28:3',
        slots: { keyword: 'clause' },
      },
    }),
  }),
  'ruleset.wrong-value': error<{ keyword: string; expected: Text }>({
    zh: ({ keyword, expected }) => `“${keyword}”的值不合要求；请改为：${expected.zh}。`,
    en: ({ keyword, expected }) => `The value of "${keyword}" is wrong; it must be ${expected.en}.`,
    explain: () => ({
      title: { zh: '关键字的值不对', en: 'A wrong value' },
      text: {
        zh: '该关键字的值不在允许的范围内。例如 atLeast 必须是 0 至 100、最多 6 位小数的数。',
        en: 'The keyword takes another kind of value. atLeast, for instance, is a number from 0 to 100 with at most 6 decimal places.',
      },
      remedy: { zh: '按提示改正。', en: 'Correct it as the message says.' },
      example: {
        input: 'scope: streets',
        at: 'ruleset.yaml:40:10',
        slots: { keyword: 'scope', expected: expectWords('district', 'street') },
      },
    }),
  }),
  'ruleset.missing-table': error<{ table: string; user: string }>({
    zh: ({ table, user }) => `“${user}”要用到表 ${table}，而其层级没有 records；请在该层级下写明记录格式文件。`,
    en: ({ table, user }) =>
      `"${user}" needs the table ${table}, whose level has no records; name the file of its record schema there.`,
    explain: () => ({
      title: { zh: '规则包缺少要用的表', en: 'A table that is needed is missing' },
      text: {
        zh: '规则包只须定义用到的表：指标 of 所指层级的表，counted 和一票否决要用的考核对象（judged）的表，以及计数单位所属的层级的表。此处用到的表，其层级没有写 records。',
        en: 'A ruleset defines only the tables it needs: those of the levels that indicators are of, that of the judged level for counted and for vetoes, and those by which a unit is known to lie in a judged one. The level of the table used here has no records.',
      },
      remedy: {
        zh: '在该层级下用 records 写明记录格式文件。只报汇总数的，指标只写 counted，不写 meets。',
        en: 'Name the record schema of the table by records of its level. Where only summaries are handed in, give the indicator counted and no meets.',
      },
      example: {
        input:
          'levels:\n  compound: { noun: { zh: 小区, en: compound }, within: street }\nindicators:\n  model-compounds: { of: compound, meets: { ... } }',
        at: 'ruleset.yaml:4:26',
        slots: { table: 'compounds', user: 'model-compounds' },
      },
    }),
  }),
  'ruleset.missing-field': error<{ table: string; fields: readonly string[] }>({
    zh: ({ table, fields }) =>
      `${table} 的记录格式缺少必需的字段，无法知道各条记录是哪个单位、属于哪里；请至少补上其中之一：${listZh(fields)}。`,
    en: ({ table, fields }) =>
      `The record schema of ${table} does not say which unit a record is or where it belongs; add at least one of the fields ${listEn(fields)}.`,
    explain: () => ({
      title: { zh: '记录格式缺少必需的字段', en: 'A record schema lacks a field it needs' },
      text: {
        zh: '每条记录要能知道是哪个单位（format: code 或 format: name 的字段）；计数的单位还要知道属于哪个考核对象，直接写明（<层级>Code 或 <层级>），或经有台账的中间层级得知。其他字段按需要定义。',
        en: 'A record must say which unit it is (a field of format: code or format: name), a unit that is counted also in which judged unit it lies: it names that (<level>Code or <level>), or one of a level between that has a table. All other fields are up to the scheme.',
      },
      remedy: { zh: '补上其中之一，写明其表头 headings。', en: 'Add one of them, with its headings.' },
      example: {
        input: 'type: object\nproperties:\n  code: { type: string, format: code }',
        at: 'community.schema.yaml:2:1',
        slots: { table: 'communities', fields: ['streetCode', 'street'] },
      },
    }),
  }),
  'ruleset.old-records': error({
    zh: () =>
      '“records”是旧的写法；请改写为“levels”，由外到内列出各层级（名称 noun、所属 within、考核对象 judged），在有台账的层级下写 records，指标的 of 也改写层级。',
    en: () =>
      '"records" is how rulesets were written before; list the levels under "levels", outermost first (noun, within, judged), give records to each that has a table, and let each indicator be of a level.',
    explain: () => ({
      title: { zh: '规则包的旧写法', en: 'A ruleset as it was written before' },
      text: {
        zh: '以前的规则包只能有街道、社区、小区三张表，用 records 列出。现在各层级写在 levels 下：单位叫什么、属于哪个层级、代码几位、哪一层是考核对象。按旧写法猜测层级可能与原意不符，因此要求改写。',
        en: 'Rulesets used to have three tables, listed under records. Now they say their levels: what units are called, in what they lie, how many digits a code has, which level is judged. Guessing these could mean another scheme.',
      },
      remedy: {
        zh: '参照 rules/yantian-2011/ruleset.yaml 改写；已发布的格式见 rules/schema。',
        en: 'Write it like rules/yantian-2011/ruleset.yaml; the format is published in rules/schema.',
      },
      example: { input: 'records: { streets: street.yaml }', at: 'ruleset.yaml:9:1', slots: {} },
    }),
  }),
  'ruleset.unknown-field': error<{ field: string; table: Text; known: readonly string[] }>({
    zh: ({ field, table, known }) =>
      `${table.zh}的记录格式中没有字段“${field}”${knownZh(field, known)}，或在其中补上该字段。`,
    en: ({ field, table, known }) =>
      `The record schema of the ${table.en} has no field "${field}"${knownEn(field, known)}; or add it there.`,
    explain: () => ({
      title: { zh: '条件引用了不存在的字段', en: 'A condition reads a field that does not exist' },
      text: {
        zh: '指标的条件或规则引用的字段不在该表的记录格式中。这样的条件对每条记录都无法判断，所有街道都会待定。',
        en: 'A condition or rule reads a field that the table’s record schema does not have. It would be unknown for every record, and so would be every street.',
      },
      remedy: {
        zh: '改正字段名，或在记录格式中增加该字段。',
        en: 'Correct the name, or add the field to the record schema.',
      },
      example: {
        input: 'meets: { properties: { levle: { const: model } } }',
        at: 'ruleset.yaml:15:24',
        slots: { field: 'levle', table: { zh: '小区表', en: 'compounds table' }, known: ['name', 'street', 'level'] },
      },
    }),
  }),
  'ruleset.key-field': error<{ field: string; table: Text; known: readonly string[] }>({
    zh: ({ field, table, known }) =>
      `${table.zh}的字段“${field}”只说明记录是哪个单位、哪一年、属于哪里，不能作为考核条件；请删去${otherZh(known)}。`,
    en: ({ field, table, known }) =>
      `The field "${field}" of the ${table.en} only says which unit a record is about, of which year and where, and can be no condition; delete it${otherEn(known)}.`,
    explain: () => ({
      title: { zh: '条件引用了识别字段', en: 'A condition on what names a unit' },
      text: {
        zh: '代码、名称、年度和所属单位用来识别记录，归并写法、补填合并单元格后才知道其值，不作为考核内容。点名某个单位的条件也不是标准：不计入的单位写在 units 下，另有叫法的写在 aliases 下。',
        en: 'Code, name, year and parents tell records apart; what they are is known only after spellings were folded and merged cells filled. A condition that picks units by name is no standard: what is not counted belongs under units, another name under aliases.',
      },
      remedy: {
        zh: '改用表示考核内容的字段；确需按类别区分的，在记录格式中增加一个字段。',
        en: 'Use a field that says something of the unit; where kinds of units matter, add a field to the record schema.',
      },
      example: {
        input: 'meets: { properties: { name: { const: 梅沙街道 } } }',
        at: 'ruleset.yaml:15:24',
        slots: { field: 'name', table: { zh: '街道表', en: 'streets table' }, known: ['stability', 'verdict'] },
      },
    }),
  }),
  'ruleset.impossible-value': error<{ field: string; value: string; possible: readonly string[] }>({
    zh: ({ field, value, possible }) => `字段“${field}”没有“${value}”这个值；请改为：${listZh(possible)}。`,
    en: ({ field, value, possible }) =>
      `The field "${field}" can never be "${value}"; use one of: ${listEn(possible)}.`,
    explain: () => ({
      title: { zh: '字段不可能有的值', en: 'A value the field never has' },
      text: {
        zh: '条件或填法引用了该字段没有的值。这样的条件永远不成立，所有单位都会不符合。',
        en: 'A condition or label refers to a value that the field does not have. The condition would never hold, and every unit would fail it.',
      },
      remedy: { zh: '改为所列的值之一。', en: 'Use one of the values named.' },
      example: {
        input: 'meets: { properties: { level: { const: 标兵 } } }',
        at: 'ruleset.yaml:15:40',
        slots: { field: 'level', value: '标兵', possible: ['model', 'advanced', 'standard', 'none'] },
      },
    }),
  }),
  'ruleset.unknown-indicator': error<{ rule: string; known: readonly string[] }>({
    zh: ({ rule, known }) => `规则“${rule}”没有同名的指标${knownZh(rule, known)}，或在 indicators 下定义该指标。`,
    en: ({ rule, known }) =>
      `The rule "${rule}" has no indicator of that name${knownEn(rule, known)}; or define it under indicators.`,
    explain: () => ({
      title: { zh: '规则没有对应的指标', en: 'A rule without an indicator' },
      text: {
        zh: '达标率规则按名称对应 indicators 下的同名指标，由指标说明数什么。没有同名指标，就不知道达标率从何而来。',
        en: 'A share rule belongs to the indicator of the same name, which says what is counted. Without it there is nothing to take a share of.',
      },
      remedy: {
        zh: '定义同名指标，或改正其中一个名称。',
        en: 'Define the indicator, or correct one of the two names.',
      },
      example: {
        input: 'properties:\n  model-compound: { share: { atLeast: 80 }, ... }',
        at: 'ruleset.yaml:28:3',
        slots: { rule: 'model-compound', known: ['model-compounds'] },
      },
    }),
  }),
  'ruleset.ambiguous-heading': error<{ heading: string; fields: readonly string[] }>({
    zh: ({ heading, fields }) => `列名“${heading}”同时属于多个字段：${listZh(fields)}；请只保留在一个字段中。`,
    en: ({ heading, fields }) =>
      `The heading "${heading}" belongs to several fields: ${listEn(fields)}; leave it to one.`,
    explain: () => ({
      title: { zh: '列名属于多个字段', en: 'A heading of several fields' },
      text: {
        zh: '同一列名（不计宽度、空格、大小写和括号内的单位）写在了同一张表的两个字段下，读表时不知归哪个字段。',
        en: 'One heading (width, spaces, case and a unit in brackets aside) is listed for two fields of a table, so a column so named belongs to neither for certain.',
      },
      remedy: { zh: '只保留在一个字段的 headings 中。', en: 'Leave it in the headings of one field.' },
      example: {
        input: 'criminalCases: { headings: [刑事发案数] }\nsecurityCases: { headings: [刑事发案数（起）] }',
        at: 'community.schema.yaml:31:30',
        slots: { heading: '刑事发案数（起）', fields: ['criminalCases', 'securityCases'] },
      },
    }),
  }),
  'ruleset.outside-folder': error<{ file: string }>({
    zh: ({ file }) => `文件“${file}”在规则包文件夹之外；请把它放进文件夹，只写文件名。`,
    en: ({ file }) => `The file "${file}" lies outside the ruleset's folder; put it inside and give its name only.`,
    explain: () => ({
      title: { zh: '文件在规则包之外', en: 'A file outside the ruleset' },
      text: {
        zh: '规则包是一个完整的文件夹，报告记录它的摘要。引用文件夹以外的文件，会使同一规则包在别处含义不同，也可能读到不该读的文件。',
        en: 'A ruleset is one folder, and reports carry its digest. A file from elsewhere would give the same ruleset another meaning on another machine, and might be one that is nobody’s business.',
      },
      remedy: {
        zh: '把文件放进规则包文件夹，只写文件名。',
        en: 'Put the file into the folder and give its name only.',
      },
      example: {
        input: 'records: { streets: ../street.schema.yaml }',
        at: 'ruleset.yaml:9:21',
        slots: { file: '../street.schema.yaml' },
      },
    }),
  }),
};
