import type { Language } from '../model/text.ts';

const zh = {
  /** Name of the first sheet, and of the hidden one with long drop-down lists. */
  title: '改错清单',
  lists: '改错选项',
  columns: {
    severity: '级别',
    place: '所在位置',
    heading: '表头',
    text: '读到的原文',
    message: '问题和处理办法',
    labels: '可填',
  },
  colors:
    '后面各表照原样抄出：红色为错误，必须改正；黄色为警告，请核对；橙色为与之相关的地方。每处的批注写明问题和可填的内容，请直接在格中改。',
  handIn: (files: readonly string[]) => `改好后，用本工作簿代替：${files.join('、')}。`,
  together: (files: readonly string[]) => `以下文件没有问题，未抄入，须与本工作簿一并报送：${files.join('、')}。`,
  voided: '#N/A 表示这一格没有可用的内容，须按批注重新填写；不详的清空。',
  /** Why an input is not copied. */
  uncopied: {
    yaml: (file: string) => `${file} 不是表格，没有抄入，请在原文件中改正。`,
    unreadable: (file: string) => `${file} 无法完整读出，没有抄入，请在原文件中改正。`,
    'too-large': (file: string) => `${file} 超过一张工作表的容量，没有抄入，请在原文件中改正。`,
  },
  tooMany: (files: number, most: number) =>
    `另有 ${files} 张表有问题：这里最多抄入 ${most} 张，其余请在改好这些之后再运行 validate。`,
  /** Behind the names of files, for those that are not named. */
  andMore: (files: number) => `等另外 ${files} 个`,
  notes: (count: number) => `另有提示 ${count} 条，不必改动，未列入；用 validate --notes 可逐条查看。`,
  /** Lines of the note on a cell. */
  problem: (severity: string, message: string) => `${severity}：${message}`,
  related: (place: string, message: string) => `与 ${place} 相关：${message}`,
  found: (text: string) => `原文：${text}`,
  may: (labels: readonly string[]) => `可填：${labels.join('、')}；不详的清空。`,
  list: (labels: readonly string[]) => labels.join('、'),
};

/** The words of the correction copy. */
type CorrectionWords = typeof zh;

const en: CorrectionWords = {
  title: 'corrections',
  lists: 'correction lists',
  columns: {
    severity: 'severity',
    place: 'place',
    heading: 'heading',
    text: 'text as read',
    message: 'what is wrong, what to do',
    labels: 'may be entered',
  },
  colors:
    'The sheets behind this one are the tables as they were read: red is an error and has to be corrected, yellow a warning to be checked, orange what belongs to one. The note on each cell says what is wrong and what may be entered; correct the cell itself.',
  handIn: (files) => `Once corrected, this workbook stands in for: ${files.join(', ')}.`,
  together: (files) =>
    `These files have no problems and are not in here; hand them in with this workbook: ${files.join(', ')}.`,
  voided: '#N/A is a cell without anything usable: enter it again as its note says, or clear it if not known.',
  uncopied: {
    yaml: (file) => `${file} is no spreadsheet and is not in here: correct the file itself.`,
    unreadable: (file) => `${file} cannot be read to its end and is not in here: correct the file itself.`,
    'too-large': (file) => `${file} is larger than a sheet can be and is not in here: correct the file itself.`,
  },
  tooMany: (files, most) =>
    `${files} more tables have problems: no more than ${most} are copied, so run validate again once these are corrected.`,
  andMore: (files) => `${files} more`,
  notes: (count) => `Notes (${count}) need no change and are not listed; validate --notes lists them.`,
  problem: (severity, message) => `${severity}: ${message}`,
  related: (place, message) => `belongs to ${place}: ${message}`,
  found: (text) => `found: ${text}`,
  may: (labels) => `one of: ${labels.join(', ')}; clear it if not known.`,
  list: (labels) => labels.join(', '),
};

export const correctionWords = { zh, en } as const satisfies Record<Language, CorrectionWords>;
