import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

const knownZh = (known: readonly string[]) => (known.length > 0 ? `；可用的有：${listZh(known)}` : '');
const knownEn = (known: readonly string[]) => (known.length > 0 ? `; there are: ${listEn(known)}` : '');

export const rulesetMessages = {
  'ruleset.not-found': {
    zh: ({ ruleset, known }) => `找不到规则包“${ruleset}”，请核对名称或路径${knownZh(known)}。`,
    en: ({ ruleset, known }) => `There is no ruleset "${ruleset}", check its id or path${knownEn(known)}.`,
  },
  'ruleset.unreadable': {
    zh: ({ path, cause }) => `无法读取规则包文件“${path}”（${cause}）；请检查文件是否存在、有无访问权限。`,
    en: ({ path, cause }) =>
      `The ruleset file "${path}" cannot be read (${cause}); check that it exists and its permissions.`,
  },
  'ruleset.syntax': {
    zh: ({ cause }) => `规则包文件不是正确的 YAML 或 JSON（${cause}）；请改正此处的写法。`,
    en: ({ cause }) => `The ruleset is not valid YAML or JSON (${cause}); correct it here.`,
  },
  'ruleset.duplicate-key': {
    zh: ({ key }) => `“${key}”写了两次，无法确定以哪个为准；请删去或改名其中一个。`,
    en: ({ key }) => `"${key}" stands twice; delete or rename one.`,
  },
  'ruleset.unknown-keyword': {
    zh: ({ keyword, known }) => `此处没有关键字“${keyword}”，请核对拼写${knownZh(known)}。`,
    en: ({ keyword, known }) => `The keyword "${keyword}" does not exist here, check its spelling${knownEn(known)}.`,
  },
  'ruleset.missing-keyword': {
    zh: ({ keyword }) => `缺少必需的关键字“${keyword}”；请补上。`,
    en: ({ keyword }) => `The keyword "${keyword}" is required here; add it.`,
  },
  'ruleset.wrong-value': {
    zh: ({ keyword, expected }) => `“${keyword}”的值不合要求；请改为：${expected}。`,
    en: ({ keyword, expected }) => `The value of "${keyword}" is wrong; it must be: ${expected}.`,
  },
  'ruleset.missing-table': {
    zh: ({ table, user }) => `“${user}”要用到表 ${table}，而 records 中没有；请在 records 下写明该表的记录格式文件。`,
    en: ({ table, user }) =>
      `"${user}" needs the table ${table}, which records does not have; name the file of its record schema there.`,
  },
  'ruleset.missing-field': {
    zh: ({ table, fields }) =>
      `${table} 的记录格式缺少必需的字段，无法知道各条记录是哪个单位、属于哪里；请至少补上其中之一：${listZh(fields)}。`,
    en: ({ table, fields }) =>
      `The record schema of ${table} does not say which unit a record is or where it belongs; add at least one of the fields ${listEn(fields)}.`,
  },
  'ruleset.unknown-field': {
    zh: ({ field, table }) => `${table} 的记录中没有字段“${field}”；请核对拼写，或在记录格式中补上该字段。`,
    en: ({ field, table }) =>
      `The records of ${table} have no field "${field}"; check its spelling or add it to the record schema.`,
  },
  'ruleset.impossible-value': {
    zh: ({ field, value, possible }) => `字段“${field}”没有“${value}”这个值；请改为：${listZh(possible)}。`,
    en: ({ field, value, possible }) =>
      `The field "${field}" can never be "${value}"; use one of: ${listEn(possible)}.`,
  },
  'ruleset.unknown-indicator': {
    zh: ({ rule }) => `规则“${rule}”没有同名的指标；请在 indicators 下定义该指标，或改正规则名。`,
    en: ({ rule }) =>
      `The rule "${rule}" has no indicator of that name; define it under indicators or correct the rule's name.`,
  },
  'ruleset.ambiguous-heading': {
    zh: ({ heading, fields }) => `列名“${heading}”同时属于多个字段：${listZh(fields)}；请只保留在一个字段中。`,
    en: ({ heading, fields }) =>
      `The heading "${heading}" belongs to several fields: ${listEn(fields)}; leave it to one.`,
  },
  'ruleset.outside-folder': {
    zh: ({ file }) => `文件“${file}”在规则包文件夹之外；请把它放进文件夹，只写文件名。`,
    en: ({ file }) => `The file "${file}" lies outside the ruleset's folder; put it inside and give its name only.`,
  },
} satisfies Messages<'ruleset'>;
