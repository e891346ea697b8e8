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

/** What a spreadsheet is that is not read. */
export const SPREADSHEET_KINDS = {
  xls: { zh: '旧版 Excel 工作簿（.xls）', en: 'an old Excel workbook (.xls)' },
  et: { zh: 'WPS 表格文件（.et）', en: 'a WPS workbook (.et)' },
  ods: { zh: 'OpenDocument 电子表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  numbers: { zh: 'Numbers 表格文件（.numbers）', en: 'a Numbers spreadsheet (.numbers)' },
  xlsb: { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' },
  html: {
    zh: '网页格式的表格（HTML），只是用了表格文件的扩展名',
    en: 'a web page (HTML) under the name of a spreadsheet',
  },
  xml: { zh: '“XML 电子表格 2003”', en: 'an "XML Spreadsheet 2003"' },
  archive: { zh: '压缩包，其中没有 .xlsx 工作簿', en: 'an archive that holds no .xlsx workbook' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a file is that is no table at all. */
export const NO_TABLES = {
  pdf: { zh: ' PDF 文档', en: 'a PDF document' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is wrong with a workbook that cannot be read. */
export const XLSX_DAMAGES = {
  'no-archive': { zh: '扩展名是 .xlsx，内容却不是工作簿', en: 'it is named .xlsx but is no workbook' },
  archive: { zh: '压缩包不完整或已损坏', en: 'the archive is cut off or damaged' },
  size: { zh: '部件的实际大小与所注不符', en: 'a part is not as large as it says' },
  checksum: { zh: '部件的校验和不符', en: 'the checksum of a part is wrong' },
  'missing-part': { zh: '缺少部件', en: 'a part is missing' },
  'repeated-part': { zh: '有两个同名部件', en: 'two parts have one name' },
  'no-workbook': { zh: '工作簿部件不是工作簿', en: 'the workbook part holds no workbook' },
  'no-sheets': { zh: '没有工作表', en: 'it has no worksheet' },
  'no-worksheet': { zh: '工作表部件不是工作表', en: 'the part of the sheet holds no worksheet' },
  xml: { zh: '部件不是合规的 XML', en: 'a part is not well-formed XML' },
  encoding: { zh: '部件的字符编码有误', en: 'the characters of a part are broken' },
  doctype: { zh: '部件含有文档类型声明（DOCTYPE）', en: 'a part has a document type (DOCTYPE)' },
  depth: { zh: '部件嵌套过深', en: 'a part is nested too deeply' },
  row: { zh: '行号不合规', en: 'a row has no proper number' },
  'row-order': { zh: '行号重复或次序颠倒', en: 'a row stands twice or out of order' },
  'cell-row': { zh: '单元格名称与所在行不符', en: 'a cell does not belong to its row' },
  'cell-order': { zh: '单元格重复或次序颠倒', en: 'a cell stands twice or out of order' },
  'string-index': { zh: '单元格引用的文字不存在', en: 'a cell refers to a text that is not there' },
  value: { zh: '单元格的值不合规', en: 'a cell holds no proper value' },
  stray: { zh: '格式中没有其位置的内容', en: 'something stands where the format has no place for it' },
  merge: { zh: '合并单元格的范围不合规或重叠', en: 'merged cells overlap or have no proper range' },
} as const satisfies Readonly<Record<string, Text>>;

/** How much of a workbook is read at most. */
export const XLSX_LIMITS = {
  parts: { zh: '1 万个部件', en: '10,000 parts' },
  sheets: { zh: '1,000 张工作表', en: '1,000 sheets' },
  part: { zh: '解压后 2 GiB', en: '2 GiB when inflated' },
  ratio: { zh: '压缩 100 倍', en: 'a hundredfold compression' },
  strings: { zh: ' 128 MiB 文字', en: '128 MiB of text' },
  cells: { zh: '128 MiB 单元格内容（压缩后）', en: '128 MiB of cells when packed' },
  columns: { zh: '1,024 列', en: '1,024 columns' },
  merges: { zh: '约 100 万处合并', en: 'a million merged ranges' },
  text: { zh: '一格 65,536 字', en: '65,536 characters in one cell' },
  content: { zh: ' 1 GiB 单元格内容', en: '1 GiB of cells' },
} as const satisfies Readonly<Record<string, Text>>;
