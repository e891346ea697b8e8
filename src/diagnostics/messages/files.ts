import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

export const fileMessages = {
  'csv.open-quote': {
    zh: () => '此处的引号没有收尾，其后的内容无法分列；请补上收尾的引号，或删去多余的引号。',
    en: () => 'The quote that opens here is never closed; add the closing quote or delete the stray one.',
  },
  'csv.record-too-large': {
    zh: ({ limit }) => `从这里起的内容超过 ${limit} 仍未结束，无法读取；请检查是否缺少换行或引号，或把文件拆小。`,
    en: ({ limit }) =>
      `What begins here is larger than ${limit}; look for a missing line break or quote, or split the file.`,
  },
  'csv.too-many-cells': {
    zh: ({ limit }) =>
      `该行超过 ${limit} 格，多于任何电子表格的列数，从这里起无法读取；请删去最后一列之后多余的分隔符或空列，再重新保存。`,
    en: ({ limit }) =>
      `The row has more than ${limit} cells, more than any spreadsheet has columns, and is not read, nor what follows; delete the delimiters or blank columns behind the last column and save again.`,
  },
  'csv.other-delimiter': {
    zh: ({ headings, rows }) =>
      `表头以“${headings}”分隔，下面的行以“${rows}”分隔，无法分列；请统一为半角逗号，或在表格软件中分好列再另存为 CSV。`,
    en: ({ headings, rows }) =>
      `The headings are separated by "${headings}" but the rows below by "${rows}", so the columns cannot be told; use plain commas in both, or split the columns in a spreadsheet and save it as CSV again.`,
  },
  'csv.delimiter': {
    zh: ({ delimiter }) => `各列以“${delimiter}”分隔。`,
    en: ({ delimiter }) => `The columns are separated by "${delimiter}".`,
  },
  'csv.separator-line': {
    zh: () => '首行“sep=”只说明分隔符，不作为数据。',
    en: () => 'The first line "sep=" only names the delimiter and is no data.',
  },
  'csv.rows-in-quotes': {
    zh: ({ rows }) =>
      `此处的引号直到下面某一行才收尾，把 ${rows} 行记录包进了一格；请删去多余的引号，内容里的引号要写成两个（""）。`,
    en: ({ rows }) =>
      `The quote that opens here ends some lines below and takes ${rows === 1 ? 'a row' : `${rows} rows`} into one cell; delete the quotes that do not belong there, and double those within a text ("").`,
  },
  'csv.short-row': {
    zh: ({ headings }) => `该行末尾少了空格子（${listZh(headings)}），多半是表格软件保存时略去的，已按空白读取。`,
    en: ({ headings }) =>
      `The row ends before ${listEn(headings)}, mostly because the spreadsheet leaves out blank cells at the end; they were read as blank.`,
  },
  'yaml.syntax': {
    zh: ({ hint, cause }) => `YAML（或 JSON）无法读取：${hint.zh}（解析程序原话：${cause}）；请对照样例改正。`,
    en: ({ hint, cause }) => `This is not valid YAML or JSON: ${hint.en} (${cause}); correct it after the samples.`,
  },
  'yaml.duplicate-key': {
    zh: ({ key }) => `同一条目中“${key}”写了两次，无法确定以哪个为准；请删去多余的一个。`,
    en: ({ key }) => `The key "${key}" stands twice in one entry; delete the one that does not hold.`,
  },
  'yaml.aliases': {
    zh: ({ limit }) => `别名（*）展开后超过 ${limit} 处；请把引用的内容直接写出来。`,
    en: ({ limit }) => `The aliases (*) expand to more than ${limit} values; write the values out instead.`,
  },
  'yaml.tag': {
    zh: ({ tag }) => `不接受自定义标签“${tag}”；请删去标签，直接写值。`,
    en: ({ tag }) => `The tag "${tag}" is not accepted; delete the tag and write the plain value.`,
  },
  'yaml.depth': {
    zh: ({ limit }) => `嵌套超过 ${limit} 层；请按“街道、社区、小区”三层书写。`,
    en: ({ limit }) =>
      `The nesting is deeper than ${limit} levels; write streets, communities and compounds, three levels.`,
  },
  'yaml.too-large': {
    zh: ({ limit }) => `YAML 或 JSON 文件超过${limit.zh}，无法整体读入；请改报 CSV，或拆成几个文件。`,
    en: ({ limit }) =>
      `A YAML or JSON file over ${limit.en} is too large to be read whole; hand in CSV, or split it into several files.`,
  },
  'yaml.shape': {
    zh: ({ expected }) => `此处应为${expected.zh}；请对照样例改正写法。`,
    en: ({ expected }) => `This should be ${expected.en}; correct it after the samples.`,
  },
  'yaml.unread-entries': {
    zh: ({ key, entries }) =>
      `“${key}”不在规则包中，其下 ${entries} 条内容没有读取，评定未予考虑；如是记录，请改用“社区”“小区”等表名，否则请删去。`,
    en: ({ key, entries }) =>
      `"${key}" is not known to the ruleset, and what is under it (${entries} ${entries === 1 ? 'entry' : 'entries'}) was not read; if these are records, name the key communities or compounds, or else delete it.`,
  },
  'yaml.unknown-key': {
    zh: ({ keys }) => `以下名称不在规则包中，已忽略：${listZh(keys)}。`,
    en: ({ keys }) => `These keys are not known to the ruleset and were ignored: ${listEn(keys)}.`,
  },
} satisfies Messages<'csv' | 'yaml'>;
