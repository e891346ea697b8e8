import { nearest } from '../../model/nearest.ts';
import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

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

export const rulesetMessages = {
  'ruleset.not-found': {
    zh: ({ ruleset, known }) =>
      `找不到规则包“${ruleset}”；请核对名称或路径，规则包文件夹中应有 ruleset.yaml；自带的有：${listZh(known)}。`,
    en: ({ ruleset, known }) =>
      `There is no ruleset "${ruleset}"; check its id or path, a ruleset's folder holds a ruleset.yaml; bundled are: ${listEn(known)}.`,
  },
  'ruleset.unreadable': {
    zh: ({ path, cause }) =>
      cause === 'ENOENT'
        ? `规则包文件夹中没有“${path}”；请放入该文件，或改正此处的文件名。`
        : `无法读取规则包文件“${path}”（${cause}）；请检查文件是否存在、有无访问权限。`,
    en: ({ path, cause }) =>
      cause === 'ENOENT'
        ? `There is no file "${path}" in the ruleset’s folder; put it there or correct its name here.`
        : `The ruleset file "${path}" cannot be read (${cause}); check that it exists and its permissions.`,
  },
  'ruleset.syntax': {
    zh: ({ hint, cause }) => `规则包文件不是正确的 YAML 或 JSON：${hint.zh}（${cause}）；请改正此处的写法。`,
    en: ({ hint, cause }) => `The ruleset is not valid YAML or JSON: ${hint.en} (${cause}); correct it here.`,
  },
  'ruleset.shape': {
    zh: ({ found }) =>
      `规则包文件应由“关键字: 值”组成，这里却是${found.zh}；请参照 rules/yantian-2011 中的同类文件改写。`,
    en: ({ found }) =>
      `A ruleset file consists of "keyword: value" but this is ${found.en}; write it like its counterpart in rules/yantian-2011.`,
  },
  'ruleset.duplicate-key': {
    zh: ({ key }) => `“${key}”写了两次，无法确定以哪个为准；请删去或改名其中一个。`,
    en: ({ key }) => `"${key}" stands twice; delete or rename one.`,
  },
  'ruleset.unknown-keyword': {
    zh: ({ keyword, known }) => `此处没有关键字“${keyword}”${knownZh(keyword, known)}。`,
    en: ({ keyword, known }) => `The keyword "${keyword}" does not exist here${knownEn(keyword, known)}.`,
  },
  'ruleset.missing-keyword': {
    zh: ({ keyword }) => `缺少必需的关键字“${keyword}”；请补上。`,
    en: ({ keyword }) => `The keyword "${keyword}" is required here; add it.`,
  },
  'ruleset.wrong-value': {
    zh: ({ keyword, expected }) => `“${keyword}”的值不合要求；请改为：${expected.zh}。`,
    en: ({ keyword, expected }) => `The value of "${keyword}" is wrong; it must be ${expected.en}.`,
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
    zh: ({ field, table, known }) =>
      `${table.zh}的记录格式中没有字段“${field}”${knownZh(field, known)}，或在其中补上该字段。`,
    en: ({ field, table, known }) =>
      `The record schema of the ${table.en} has no field "${field}"${knownEn(field, known)}; or add it there.`,
  },
  'ruleset.key-field': {
    zh: ({ field, table, known }) =>
      `${table.zh}的字段“${field}”只说明记录是哪个单位、哪一年、属于哪里，不能作为考核条件；请删去${otherZh(known)}。`,
    en: ({ field, table, known }) =>
      `The field "${field}" of the ${table.en} only says which unit a record is about, of which year and where, and can be no condition; delete it${otherEn(known)}.`,
  },
  'ruleset.impossible-value': {
    zh: ({ field, value, possible }) => `字段“${field}”没有“${value}”这个值；请改为：${listZh(possible)}。`,
    en: ({ field, value, possible }) =>
      `The field "${field}" can never be "${value}"; use one of: ${listEn(possible)}.`,
  },
  'ruleset.unknown-indicator': {
    zh: ({ rule, known }) => `规则“${rule}”没有同名的指标${knownZh(rule, known)}，或在 indicators 下定义该指标。`,
    en: ({ rule, known }) =>
      `The rule "${rule}" has no indicator of that name${knownEn(rule, known)}; or define it under indicators.`,
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
