import type { Text } from '../../model/text.ts';
import { error, note } from '../entry.ts';

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

/** What a file is, and its characters. */
export const byteDiagnostics = {
  'input.spreadsheet': error<{ path: string; kind: Text }>({
    zh: ({ path, kind }) =>
      `“${path}”是${kind.zh}，不能读取；请在表格软件中打开，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”。`,
    en: ({ path, kind }) =>
      `"${path}" is ${kind.en}, which is not read; open it and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)".`,
    explain: () => ({
      title: { zh: '这种电子表格文件不能读取', en: 'A spreadsheet of a kind that is not read' },
      text: {
        zh: '电子表格只读取 .xlsx 和 .xlsm（其中的宏从不运行）。.xls、.et、.ods、.numbers、.xlsb 等格式各不相同，不读取；文件是什么按内容判断，改扩展名不能把它变成 .xlsx。',
        en: 'Of spreadsheets only .xlsx and .xlsm are read (macros are never run). The formats .xls, .et, .ods, .numbers and .xlsb are others. What a file is shows in its content; changing the extension does not make an .xlsx of it.',
      },
      remedy: {
        zh: '在表格软件中打开，选择“另存为”，类型选“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”。',
        en: 'Open it and use "Save as" with the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)".',
      },
      example: {
        input: '$ streetcheck assess 小区.xls',
        at: '小区.xls:1:1',
        slots: { path: '小区.xls', kind: { zh: '旧版 Excel 工作簿（.xls）', en: 'an old Excel workbook (.xls)' } },
      },
    }),
  }),
  'input.misnamed': error<{ path: string; ending: string }>({
    zh: ({ path, ending }) =>
      `“${path}”的扩展名是 ${ending}，内容却是文本（CSV），不是工作簿；请把扩展名改为 .csv，不必改动内容。`,
    en: ({ path, ending }) =>
      `"${path}" is named ${ending} but is text (CSV) and no workbook; rename it to .csv, its content may stay.`,
    explain: () => ({
      title: { zh: '文本文件用了工作簿的扩展名', en: 'Text under the name of a workbook' },
      text: {
        zh: '文件是什么按内容判断。扩展名写成 .xlsx 或 .xls 的 CSV 仍是文本，表格软件打开时也会提示格式与扩展名不符。',
        en: 'What a file is shows in its content. A CSV that is named .xlsx or .xls is still text, and spreadsheet programs warn of it as well.',
      },
      remedy: { zh: '把扩展名改为 .csv，再报送。', en: 'Rename the file to .csv and hand it in.' },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx:1:1',
        slots: { path: '小区.xlsx', ending: '.xlsx' },
      },
    }),
  }),
  'input.no-table': error<{ path: string; kind: Text }>({
    zh: ({ path, kind }) =>
      `“${path}”的内容是${kind.zh}，不是表格，读不出台账；请报送原来的电子表格（.xlsx 或 .csv），只改扩展名没有用。`,
    en: ({ path, kind }) =>
      `"${path}" holds ${kind.en} and no table that could be read; hand in the spreadsheet it was made from (.xlsx or .csv). Renaming does not help.`,
    explain: () => ({
      title: { zh: '文件不是表格', en: 'A file that is no table' },
      text: {
        zh: '文件的内容是 PDF 文档之类，不论扩展名怎样写；其中的表格只是画出来的线条和字，各格属于哪行哪列不能确定，所以不读。',
        en: 'The content is a PDF document or the like, whatever it is named. A table in it is lines and letters drawn on a page, and which row and column a text belongs to is not certain, so it is not read.',
      },
      remedy: {
        zh: '报送生成该文件的电子表格，另存为 .xlsx 或“CSV UTF-8”。',
        en: 'Hand in the spreadsheet that the file was made from, saved as .xlsx or "CSV UTF-8".',
      },
      example: {
        input: '$ streetcheck assess 小区.csv',
        at: '小区.csv:1:1',
        slots: { path: '小区.csv', kind: { zh: ' PDF 文档', en: 'a PDF document' } },
      },
    }),
  }),
  'encoding.undecodable': error<{ encoding: string }>({
    zh: ({ encoding }) =>
      `从这里起的内容无法按 ${encoding} 编码读出；请另存为“CSV UTF-8”，或用 --encoding 指明实际编码。`,
    en: ({ encoding }) =>
      `The bytes from here on are not ${encoding}; save the file as "CSV UTF-8" or name its encoding with --encoding.`,
    explain: () => ({
      title: { zh: '编码无法识别', en: 'The bytes do not fit the encoding' },
      text: {
        zh: '文件从所指位置起不能按该编码读出。工具依次尝试文件头标记、严格的 UTF-8 和 GB18030；用 --encoding 指明编码时只按指明的读。读不出的字不会用“？”代替，因为名称和取值可能因此变成另一个。',
        en: 'From that place on the bytes are not text in this encoding. A byte order mark decides, else strict UTF-8, else GB18030; with --encoding only the one named is tried. What cannot be read is never replaced by a question mark, since a name or value might become another one.',
      },
      remedy: {
        zh: '在表格软件中另存为“CSV UTF-8”；确知是其他编码（如 Big5）时用 --encoding 指明。',
        en: 'Save the file as "CSV UTF-8"; if you know that it is something else, such as Big5, say so with --encoding.',
      },
      example: {
        input: '$ streetcheck assess 小区.csv --encoding gb18030',
        at: '小区.csv:12:7',
        slots: { encoding: 'gb18030' },
      },
    }),
  }),
  'encoding.damaged': error<{ encoding: string }>({
    zh: ({ encoding }) =>
      `文件是 ${encoding} 编码，但此处的字符残缺不全；请从原表重新另存为“CSV UTF-8”，不要截断或拼接文件。`,
    en: ({ encoding }) =>
      `The file is ${encoding}, but a character is broken here; save it again from the original as "CSV UTF-8" without cutting or joining it.`,
    explain: () => ({
      title: { zh: '字符残缺', en: 'A broken character' },
      text: {
        zh: '文件总体是该编码，但个别字符缺了字节。多半是文件被按字节截断、传输中断，或由两段不同编码的内容拼成。残缺处的字已经无法知道，所以不评定。',
        en: 'The file as a whole is in this encoding, but a character lacks some of its bytes: mostly it was cut by size, a transfer broke off, or two encodings were joined in one file. What stood there cannot be known, so nothing is judged.',
      },
      remedy: {
        zh: '从原表重新导出完整的文件，不要在中间截断，也不要拼接不同来源的文件。',
        en: 'Export the whole file again from the original; do not cut it or join files of different origin.',
      },
      example: { input: '440308003003,桥东�', at: '社区.csv:3:16', slots: { encoding: 'utf-8' } },
    }),
  }),
  'encoding.converted': note<{ encoding: string }>({
    zh: ({ encoding }) => `文件按 ${encoding} 编码读取。`,
    en: ({ encoding }) => `The file was read as ${encoding}.`,
    explain: () => ({
      title: { zh: '文件不是 UTF-8', en: 'The file is not UTF-8' },
      text: {
        zh: '文件是其他编码（中文表格软件的“CSV（逗号分隔）”通常为 GB18030），已按该编码完整读出。只作提示，不影响评定；所列行号、列号仍指原文件。',
        en: 'The file is in another encoding (the plain "CSV" of a Chinese spreadsheet is GB18030) and was read whole as such. Nothing changes by it, and places refer to the file as it is.',
      },
      remedy: {
        zh: '若报告中的名称显示为乱码，请改存“CSV UTF-8”；否则无需处理。',
        en: 'If names look garbled in the report, save as "CSV UTF-8"; otherwise nothing needs doing.',
      },
      example: { input: '$ streetcheck assess 社区.csv', at: '社区.csv:1:1', slots: { encoding: 'gb18030' } },
    }),
  }),
};
