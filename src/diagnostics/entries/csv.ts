import { error, listEn, listZh, note } from '../entry.ts';

export const csvDiagnostics = {
  'csv.open-quote': error({
    zh: () => '此处的引号没有收尾，其后的内容无法分列；请补上收尾的引号，或删去多余的引号。',
    en: () => 'The quote that opens here is never closed; add the closing quote or delete the stray one.',
    explain: () => ({
      title: { zh: '引号没有收尾', en: 'A quote that is never closed' },
      text: {
        zh: 'CSV 中以引号开头的一格要到下一个引号才结束，逗号和换行都算在格内。缺了收尾的引号，后面所有记录都会并进这一格，因此不能当作正常数据继续读。',
        en: 'A cell that begins with a quote ends at the next one, and commas and line breaks before it belong to the cell. Without the closing quote all later records would become part of this cell.',
      },
      remedy: {
        zh: '补上收尾的引号；引号本身是内容时写成两个，如 "俗称""老地方"""。',
        en: 'Add the closing quote; where a quote is part of the text write it twice, as in "called ""the old place""".',
      },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003001,"甲小区,440308003\n440308003003002,乙小区,440308003',
        at: '小区.csv:2:17',
        slots: {},
      },
    }),
  }),
  'csv.record-too-large': error<{ limit: string }>({
    zh: ({ limit }) => `从这里起的内容超过 ${limit} 仍未结束，无法读取；请检查是否缺少换行或引号，或把文件拆小。`,
    en: ({ limit }) =>
      `What begins here is larger than ${limit}; look for a missing line break or quote, or split the file.`,
    explain: () => ({
      title: { zh: '内容过大', en: 'Too large to be read' },
      text: {
        zh: '一条 CSV 记录（或一个 YAML、JSON 文件）超过了限额。正常的记录只有几十到几百字节，过大多半是引号不配对或整个文件没有换行。限额使任何文件都能在有限的内存和时间内得到答复。',
        en: 'A CSV record, or a whole YAML or JSON file, is over the limit. A record usually has a few hundred bytes; one this large mostly comes from an unmatched quote or a file without line breaks. The limit keeps memory and time bounded for any input.',
      },
      remedy: {
        zh: '检查该处之后的引号和换行；数据确实很多时改用 CSV，或拆成几个文件。',
        en: 'Look at the quotes and line breaks from there on; if there really is that much data, use CSV or several files.',
      },
      example: { input: '440308003003001,"甲小区,标兵……', at: '小区.csv:2:17', slots: { limit: '16 MiB' } },
    }),
  }),
  'csv.too-many-cells': error<{ limit: number }>({
    zh: ({ limit }) =>
      `该行超过 ${limit} 格，多于任何电子表格的列数，从这里起无法读取；请删去最后一列之后多余的分隔符或空列，再重新保存。`,
    en: ({ limit }) =>
      `The row has more than ${limit} cells, more than any spreadsheet has columns, and is not read, nor what follows; delete the delimiters or blank columns behind the last column and save again.`,
    explain: () => ({
      title: { zh: '一行的格数过多', en: 'A row has far too many cells' },
      text: {
        zh: '电子表格最多有 16384 列，而该行的格数是其数倍，多半是生成文件的程序出错，或误把空列一直保存到表格尽头。每一格都要占用内存，所以设有上限；其后的行也没有读取，不能评定。',
        en: 'A spreadsheet has 16384 columns at most and this row several times as many cells, mostly by a fault of the program that wrote the file. Every cell takes memory, so there is a limit; the rows behind it were not read either and nothing is judged.',
      },
      remedy: {
        zh: '删去最后一个列名右侧的空列和每行末尾多余的分隔符，另存为 .xlsx 或“CSV UTF-8”。',
        en: 'Delete the blank columns to the right of the last heading and the delimiters at the end of rows, and save as .xlsx or "CSV UTF-8".',
      },
      example: { input: '年度,街道,小区,创建等级,,,,,,,,……', at: '小区.csv:1:1', slots: { limit: 65536 } },
    }),
  }),
  'csv.other-delimiter': error<{ headings: string; rows: string }>({
    zh: ({ headings, rows }) =>
      `表头以“${headings}”分隔，下面的行以“${rows}”分隔，无法分列；请统一为半角逗号，或在表格软件中分好列再另存为 CSV。`,
    en: ({ headings, rows }) =>
      `The headings are separated by "${headings}" but the rows below by "${rows}", so the columns cannot be told; use plain commas in both, or split the columns in a spreadsheet and save it as CSV again.`,
    explain: () => ({
      title: { zh: '表头与各行的分隔符不同', en: 'Headings and rows with different delimiters' },
      text: {
        zh: '表头一行和下面各行用了不同的分隔符，多半是两份文件拼接，或手工改过其中一行；全角的逗号、分号不作分隔符。照表头分列，各行就整行挤在一格，因此不读该表。',
        en: 'The line of headings and the rows below it use different delimiters, mostly because two files were joined or one line was typed by hand; full-width commas and semicolons part nothing. Read as the headings are, each row would be one cell, so the table is not read.',
      },
      remedy: {
        zh: '把表头和各行统一为半角逗号；或用表格软件分列后另存为 CSV。',
        en: 'Use plain commas for headings and rows alike, or split the columns in a spreadsheet and save as CSV again.',
      },
      example: {
        input: '小区代码;小区名称;街道代码\n440308003003001,甲小区,440308003',
        at: '小区.csv:1:1 A1',
        slots: { headings: ';', rows: ',' },
      },
    }),
  }),
  'csv.delimiter': note<{ delimiter: string }>({
    zh: ({ delimiter }) => `各列以“${delimiter}”分隔。`,
    en: ({ delimiter }) => `The columns are separated by "${delimiter}".`,
    explain: () => ({
      title: { zh: '分隔符不是逗号', en: 'Another delimiter than a comma' },
      text: {
        zh: '各列以分号或制表符分隔，已据此分列。分隔符按哪一种能认出最多的列名来确定，只作提示。',
        en: 'The columns are separated by semicolons or tabs and were read so. The delimiter under which most headings are known is taken.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: { input: '小区代码;小区名称;创建等级', at: '小区.csv:1:1', slots: { delimiter: ';' } },
    }),
  }),
  'csv.separator-line': note({
    zh: () => '首行“sep=”只说明分隔符，不作为数据。',
    en: () => 'The first line "sep=" only names the delimiter and is no data.',
    explain: () => ({
      title: { zh: '首行说明分隔符', en: 'A first line that names the delimiter' },
      text: {
        zh: '表格软件有时在首行写“sep=;”说明分隔符。该行照此采用，不作为数据。',
        en: 'Spreadsheets sometimes write "sep=;" into the first line. It is followed and is no data.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: { input: 'sep=;\n小区代码;小区名称', at: '小区.csv:1:1', slots: {} },
    }),
  }),
  'csv.rows-in-quotes': error<{ rows: number }>({
    zh: ({ rows }) =>
      `此处的引号直到下面某一行才收尾，把 ${rows} 行记录包进了一格；请删去多余的引号，内容里的引号要写成两个（""）。`,
    en: ({ rows }) =>
      `The quote that opens here ends some lines below and takes ${rows === 1 ? 'a row' : `${rows} rows`} into one cell; delete the quotes that do not belong there, and double those within a text ("").`,
    explain: () => ({
      title: { zh: '引号里包进了几行记录', en: 'Rows within quotes' },
      text: {
        zh: '一格以引号开头，引号直到后面的行才收尾，中间的行于是成了这一格的内容，照读就会漏掉这些单位。多因内容里有单独的引号。分行的说明不在此列，只看其中有没有像记录的行。',
        en: 'A cell begins with a quote that ends on a later line, so that the lines between become part of the cell and their units would be lost. A lone quote within a text is the usual cause. Remarks over several lines are fine: only lines that look like rows matter.',
      },
      remedy: {
        zh: '删去多余的引号；内容里要有引号的，写成两个并把整格加上引号，或从原表重新另存为 CSV。',
        en: 'Delete the stray quotes; double those that belong to a text and put the whole cell in quotes, or save the sheet as CSV again.',
      },
      example: {
        input: '小区名称,街道代码,创建等级,备注\n甲小区,440308003,标兵,"好\n乙小区,440308003,先进,差"',
        at: '小区.csv:2:18 D2',
        slots: { rows: 1 },
      },
    }),
  }),
  'csv.short-row': note<{ headings: readonly string[] }>({
    zh: ({ headings }) => `该行末尾少了空格子（${listZh(headings)}），多半是表格软件保存时略去的，已按空白读取。`,
    en: ({ headings }) =>
      `The row ends before ${listEn(headings)}, mostly because the spreadsheet leaves out blank cells at the end; they were read as blank.`,
    explain: () => ({
      title: { zh: '行末少了空格子', en: 'Blank cells left out at the end of rows' },
      text: {
        zh: '表格软件保存 CSV 时，会按每 16 行一段略去行末的空格子，所以该行的格数少于表头。少的几格没有考核要看的内容，或上下行也少同样几格，按空白读取：空白即不详，不会因此达标。行断成两截、文件末行没有写完的不在此列，为错误（table.ragged）。',
        en: 'Spreadsheets that save CSV leave out blank cells at the end, sixteen rows at a time, so that rows have fewer cells than there are headings. Where no rule reads what is not there, or the rows beside it end alike, it is read as blank: a blank means not known, and nothing passes by it. A row torn in two, or a last line that was not finished, is an error (table.ragged).',
      },
      remedy: { zh: '无需处理；漏填的请补填。', en: 'Nothing needs doing; fill in what was left out.' },
      example: {
        input: '小区代码,小区名称,街道代码,创建等级,佐证材料\n440308003003001,甲小区,440308003,标兵',
        at: '小区.csv:2:1 A2',
        slots: { headings: ['佐证材料'] },
      },
    }),
  }),
};
