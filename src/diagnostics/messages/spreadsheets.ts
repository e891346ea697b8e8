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
    zh: ({ sheets, file }) =>
      `${file} 中以下工作表没有可识别的表头，未读取：${listZh(sheets)}。其中若有台账，请改正表头，或者写“文件#工作表”指明。`,
    en: ({ sheets, file }) =>
      `Sheets of ${file} without headings that are known were not read: ${listEn(sheets)}. Where one holds data, correct its headings, or name it as FILE#SHEET.`,
  },
  'xlsx.unread-tables': {
    zh: ({ sheets, file }) =>
      `工作表${listZh(sheets)}看来也是台账，却没有读取，其中的单位没有计入；要读取的请逐张写“文件#工作表”，如 ${file}#${sheets[0]}，不应报送的请从工作簿中删去。`,
    en: ({ sheets, file }) =>
      `Sheets that look like tables were not read, so that no unit of theirs counts: ${listEn(sheets)}. Name each one to be read as FILE#SHEET, as in ${file}#${sheets[0]}; delete what should not be handed in.`,
  },
  'xlsx.hidden-rows': {
    zh: () => '该行在表格中是隐藏的（如经筛选），照样读取。',
    en: () => 'A row that is hidden in the spreadsheet, by a filter for instance, was read like any other.',
  },
  'xlsx.merged-down': {
    zh: ({ heading }) => `“${heading}”是合并单元格，其中各行都取其首格的内容。`,
    en: ({ heading }) => `"${heading}" is merged over several rows, each of which has the value of the first.`,
  },
  'xlsx.merged-count': {
    zh: ({ heading, units }) =>
      `“${heading}”的这一格由 ${units} 个单位合并而成，每个单位都按整个数计；各有各数的请取消合并，分别填写。`,
    en: ({ heading, units }) =>
      `This cell of "${heading}" is merged over ${units} units, and each of them gets the whole count; split it and enter the count of each unless they are the same.`,
  },
  'xlsx.error-value': {
    zh: ({ heading }) => `“${heading}”中的公式结果是错误值；请改正公式或直接填写，不详的留空。`,
    en: ({ heading }) =>
      `"${heading}" holds the error of a formula; correct the formula or enter the value, and leave it blank if not known.`,
  },
  'xlsx.no-value': {
    zh: ({ heading }) =>
      `“${heading}”中的公式没有可用的结果：结果没有保存，或工作簿要求打开时全部重新计算，所存的只是占位；请在表格软件中打开，算出后保存。`,
    en: ({ heading }) =>
      `"${heading}" holds a formula without a result that counts: none was saved, or the workbook asks to be calculated on opening, so that what was saved only holds the place. Open the file in the spreadsheet program, let it calculate, and save.`,
  },
  'xlsx.withdrawn': {
    zh: ({ heading }) =>
      `“${heading}”中有划掉的（删除线）或上下标的文字，哪些算数无法断定（1² 不是 12）；请只保留算数的内容，并去掉删除线和上下标；整行作废的请删除该行。`,
    en: ({ heading }) =>
      `"${heading}" holds text that is struck out, raised or lowered, and what of it counts cannot be told (1² is not 12); keep only what counts, without such formatting, and delete a row that is crossed out.`,
  },
  'xlsx.shown-otherwise': {
    zh: ({ heading }) =>
      `“${heading}”存的内容与表格中显示的不同（由单元格格式改变或隐藏、零值不显示，或被合并单元格盖住），应以哪个为准无法断定；请取消这样的格式、设置或合并，按实际重新填写。`,
    en: ({ heading }) =>
      `"${heading}" holds something else than the spreadsheet shows, since a number format changes or hides it, noughts are not shown, or merged cells cover it; which of the two is meant cannot be told. Take away what hides it, and enter what is meant.`,
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
