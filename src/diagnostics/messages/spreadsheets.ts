import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

export const spreadsheetMessages = {
  'xlsx.damaged': {
    zh: ({ damage, detail }) =>
      `工作簿无法读取：${damage.zh}（${detail}）；请在表格软件中打开，另存为新的 .xlsx 文件；打不开的请重新取得该文件。`,
    en: ({ damage, detail }) =>
      `The workbook cannot be read: ${damage.en} (${detail}); open it in the spreadsheet program and save it anew as .xlsx, or get the file again if it does not open.`,
  },
  'xlsx.too-large': {
    zh: ({ limit }) =>
      `工作簿超过${limit.zh}的上限，没有读取；请只保留台账本身，删去表格以外的内容后另存为 .xlsx，或拆成几个文件，或另存为“CSV UTF-8”。`,
    en: ({ limit }) =>
      `The workbook exceeds the limit of ${limit.en} and was not read; keep the register only and delete what stands around it, split it into several files, or save it as "CSV UTF-8".`,
  },
  'xlsx.encrypted': {
    zh: () => '工作簿设有打开密码，无法读取；请在表格软件中取消密码，另存为 .xlsx。',
    en: () => 'The workbook is protected by a password; open it, remove the password and save it as .xlsx.',
  },
  'xlsx.no-sheet': {
    zh: ({ sheet, sheets }) => `工作簿中没有名为“${sheet}”的工作表；现有：${listZh(sheets)}，请改正“文件#工作表”。`,
    en: ({ sheet, sheets }) =>
      `The workbook has no sheet "${sheet}"; it has ${listEn(sheets)}. Correct the name in FILE#SHEET.`,
  },
  'xlsx.other-sheets': {
    zh: ({ read, sheets, file }) =>
      `只读取了工作表“${read}”；其他工作表也有内容：${listZh(sheets)}。如需读取，请写“文件#工作表”，如 ${file}#${sheets[0]}。`,
    en: ({ read, sheets, file }) =>
      `Only the sheet "${read}" was read; others hold data too: ${listEn(sheets)}. To read one, write FILE#SHEET, as in ${file}#${sheets[0]}.`,
  },
  'xlsx.hidden-rows': {
    zh: () => '该行在表格中是隐藏的（如经筛选），照样读取。',
    en: () => 'A row that is hidden in the spreadsheet, by a filter for instance, was read like any other.',
  },
  'xlsx.merged-down': {
    zh: ({ heading }) => `“${heading}”是合并单元格，其中各行都取其首格的内容。`,
    en: ({ heading }) => `"${heading}" is merged over several rows, each of which has the value of the first.`,
  },
  'xlsx.error-value': {
    zh: ({ heading }) => `“${heading}”中的公式结果是错误值；请改正公式或直接填写，不详的留空。`,
    en: ({ heading }) =>
      `"${heading}" holds the error of a formula; correct the formula or enter the value, and leave it blank if not known.`,
  },
  'xlsx.no-value': {
    zh: ({ heading }) => `“${heading}”中的公式没有保存计算结果；请在表格软件中打开，重新计算后保存。`,
    en: ({ heading }) =>
      `"${heading}" holds a formula whose result was not saved; open the file in the spreadsheet program, recalculate and save.`,
  },
  'xlsx.long-code': {
    zh: ({ heading }) =>
      `“${heading}”存成了超过 15 位的数字，表格软件只保留 15 位，末尾数字已经丢失；请把该列设为文本格式，按原始台账重新填写代码。`,
    en: ({ heading }) =>
      `"${heading}" is a number of more than 15 digits, of which a spreadsheet keeps only 15; format the column as text and enter the code again from the original.`,
  },
  'xlsx.date-code': {
    zh: ({ heading }) =>
      `“${heading}”被表格软件存成了日期，原来填的已经丢失；请把该列设为文本格式，按原始台账重新填写。`,
    en: ({ heading }) =>
      `"${heading}" was turned into a date and what was typed is lost; format the column as text and enter it again from the original.`,
  },
  'xlsx.number-code': {
    zh: ({ heading }) =>
      `“${heading}”存成了数字（表格中可能显示为 4.40308E+11），按完整的数字读取；开头的 0 如曾填写已经丢失，请核对。`,
    en: ({ heading }) =>
      `"${heading}" is a number, which a spreadsheet may show as 4.40308E+11; all its digits were read. Zeros in front are lost if there were any.`,
  },
} satisfies Messages<'xlsx'>;
