import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

export const inputMessages = {
  'input.not-found': {
    zh: ({ path }) => `找不到“${path}”；请核对路径和文件名。`,
    en: ({ path }) => `There is no "${path}"; check the path and the file name.`,
  },
  'input.unreadable': {
    zh: ({ path, cause }) => `无法读取“${path}”（${cause}）；请检查访问权限，并关闭占用该文件的程序后重试。`,
    en: ({ path, cause }) =>
      `"${path}" cannot be read (${cause}); check the permissions, close the program that holds it and try again.`,
  },
  'input.device': {
    zh: ({ path }) => `“${path}”是设备，不是文件，无法作为报送数据读取；请给出文件或文件夹。`,
    en: ({ path }) => `"${path}" is a device, not a file; give a file or a folder.`,
  },
  'input.pipe-too-large': {
    zh: ({ path, limit }) => `从“${path}”读入的数据超过 ${limit}；请先存成文件，再给出该文件。`,
    en: ({ path, limit }) => `"${path}" gives more than ${limit}; save it to a file and give that file.`,
  },
  'input.bad-link': {
    zh: ({ folder, file }) =>
      `文件夹“${folder}”中的“${file}”是一个链接，没有指向可以读取的文件；请恢复它所指的文件，或删去该链接。`,
    en: ({ folder, file }) =>
      `"${file}" in the folder "${folder}" is a link that leads to no file; restore what it points to or delete the link.`,
  },
  'input.no-data': {
    zh: ({ path }) => `“${path}”中没有数据文件；请放入 .xlsx、.csv、.tsv、.txt、.yaml、.yml 或 .json 文件。`,
    en: ({ path }) =>
      `"${path}" holds no data file; put .xlsx, .csv, .tsv, .txt, .yaml, .yml or .json files into it or a folder inside it.`,
  },
  'input.changed': {
    zh: ({ path }) => `“${path}”在读取过程中被改动，结果不可靠；请保存并关闭该文件后重新运行。`,
    en: ({ path }) => `"${path}" was changed while it was read; save and close the file, then run again.`,
  },
  'input.folder-too-large': {
    zh: ({ path, entries, depth }) =>
      `“${path}”中的文件和文件夹多于 ${entries} 个，或者套了 ${depth} 层以上，不像是一次报送，没有读取；请给出存放报送数据的文件夹。`,
    en: ({ path, entries, depth }) =>
      `"${path}" holds more than ${entries} files and folders, or more than ${depth} folders within each other, which is no submission, so it was not read; give the folder that the data is in.`,
  },
  'input.other-files': {
    zh: ({ files }) => `以下文件不是数据文件，未读取：${listZh(files)}。`,
    en: ({ files }) => `These are no data files and were not read: ${listEn(files)}.`,
  },
  'input.passed-over': {
    zh: ({ files }) =>
      `以下文件或文件夹可能含有数据，但没有读取，其中的单位未计入：${listZh(files)}。请改为 .csv 扩展名或另存为 .xlsx，或者在命令中直接写出该文件或文件夹；不是数据的请移走。`,
    en: ({ files }) =>
      `These may hold data but were not read, so units in them are not counted: ${listEn(files)}. Rename to .csv, save as .xlsx, or name the file or folder as a PATH of its own; move away what is no data.`,
  },
  'input.saved-report': {
    zh: ({ path }) => `“${path}”是本工具保存的报告，不是数据，已跳过。`,
    en: ({ path }) => `"${path}" is a report saved by this tool, not data, and was skipped.`,
  },
  'input.audited-copies': {
    zh: ({ path, files }) => `“${path}”的工作表已另存为${listZh(files)}核查，以副本为准，原来的这些工作表没有读取。`,
    en: ({ path, files }) =>
      `"${path}" has sheets that were copied to ${listEn(files)} for an audit; the copies count, and those sheets were not read.`,
  },
  'input.copies-differ': {
    zh: ({ path, files }) =>
      `“${path}”另存为${listZh(files)}核查以后又改动过，两者不再一致，不知以哪个为准；请只留一个，把另一个移到别处。`,
    en: ({ path, files }) =>
      `"${path}" was changed after it was copied to ${listEn(files)} for an audit, so that nobody knows which of them counts; keep one and move the other elsewhere.`,
  },
  'input.given-twice': {
    zh: ({ path }) => `“${path}”重复给出，只读取一次。`,
    en: ({ path }) => `"${path}" was given more than once and is read once.`,
  },
  'input.spreadsheet': {
    zh: ({ path, kind }) =>
      `“${path}”是${kind.zh}，不能读取；请在表格软件中打开，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”。`,
    en: ({ path, kind }) =>
      `"${path}" is ${kind.en}, which is not read; open it and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)".`,
  },
  'input.misnamed': {
    zh: ({ path, ending }) =>
      `“${path}”的扩展名是 ${ending}，内容却是文本（CSV），不是工作簿；请把扩展名改为 .csv，不必改动内容。`,
    en: ({ path, ending }) =>
      `"${path}" is named ${ending} but is text (CSV) and no workbook; rename it to .csv, its content may stay.`,
  },
  'input.no-table': {
    zh: ({ path, kind }) =>
      `“${path}”的内容是${kind.zh}，不是表格，读不出台账；请报送原来的电子表格（.xlsx 或 .csv），只改扩展名没有用。`,
    en: ({ path, kind }) =>
      `"${path}" holds ${kind.en} and no table that could be read; hand in the spreadsheet it was made from (.xlsx or .csv). Renaming does not help.`,
  },
  'encoding.undecodable': {
    zh: ({ encoding }) =>
      `从这里起的内容无法按 ${encoding} 编码读出；请另存为“CSV UTF-8”，或用 --encoding 指明实际编码。`,
    en: ({ encoding }) =>
      `The bytes from here on are not ${encoding}; save the file as "CSV UTF-8" or name its encoding with --encoding.`,
  },
  'encoding.damaged': {
    zh: ({ encoding }) =>
      `文件是 ${encoding} 编码，但此处的字符残缺不全；请从原表重新另存为“CSV UTF-8”，不要截断或拼接文件。`,
    en: ({ encoding }) =>
      `The file is ${encoding}, but a character is broken here; save it again from the original as "CSV UTF-8" without cutting or joining it.`,
  },
  'encoding.converted': {
    zh: ({ encoding }) => `文件按 ${encoding} 编码读取。`,
    en: ({ encoding }) => `The file was read as ${encoding}.`,
  },
  'diagnostics.more': {
    zh: ({ code, more }) => `同类问题（${code}）另有 ${more} 处，未逐一列出。`,
    en: ({ code, more }) => `Not listed are ${more} more of this kind (${code}).`,
  },
} satisfies Messages<'input' | 'encoding' | 'diagnostics'>;
