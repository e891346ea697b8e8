import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

const HAN = /\p{Script=Han}/u;
const LATIN = /^[ -~]*$/;

/** The choices in one language; signs such as √ are of both. All of them where it has none. */
const inChinese = (known: readonly string[]): readonly string[] => {
  const chosen = known.filter((label) => !LATIN.test(label));
  return chosen.length > 0 ? chosen : known;
};
const inEnglish = (known: readonly string[]): readonly string[] => {
  const chosen = known.filter((label) => !HAN.test(label));
  return chosen.some((label) => LATIN.test(label)) ? chosen : known;
};

export const recordMessages = {
  'record.lossy-code': {
    zh: ({ heading }) =>
      `“${heading}”已变成科学计数法，末尾数字已经丢失；请把该列设为文本格式，按原始台账重新填写代码。`,
    en: ({ heading }) =>
      `"${heading}" was turned into scientific notation and has lost digits; format the column as text and enter the code again from the original.`,
  },
  'record.bad-code': {
    zh: ({ heading }) => `“${heading}”填的不是规范的代码；请按原始台账填写完整代码，列格式设为文本。`,
    en: ({ heading }) =>
      `"${heading}" does not hold a proper code; enter the whole code from the original, with the column formatted as text.`,
  },
  'record.bad-year': {
    zh: ({ heading }) => `“${heading}”填的不是年度；请填四位数字，如 2012 或 2012年度。`,
    en: ({ heading }) => `"${heading}" does not hold a year; enter four digits, such as 2012 or 2012年度.`,
  },
  'record.date-year': {
    zh: ({ heading }) =>
      `“${heading}”是一个日期，不是年度；请改填四位数字，如 2012，单元格格式设为“常规”或“文本”（格式仍是日期的，填 2012 会变成 1905 年）。`,
    en: ({ heading }) =>
      `"${heading}" is a date and no year; enter four digits, such as 2012, with the cell formatted as General or Text (formatted as a date, 2012 becomes a day of 1905).`,
  },
  'record.bad-count': {
    zh: ({ heading }) => `“${heading}”填的不是件数；请只填 0 或正整数，不带单位、小数和正负号，不详的留空。`,
    en: ({ heading }) =>
      `"${heading}" does not hold a count; enter digits only, without unit, decimals or sign, and leave it blank if not known.`,
  },
  'record.unknown-value': {
    zh: ({ heading, known }) => `“${heading}”的填法不认识；请改填以下之一：${listZh(inChinese(known))}，不详的留空。`,
    en: ({ heading, known }) =>
      `"${heading}" holds a value that is not known; enter one of: ${listEn(inEnglish(known))}, or leave it blank if not known.`,
  },
  'record.bad-value': {
    zh: ({ heading }) => `“${heading}”的内容不合规则包的要求；请按要求改填，不详的留空。`,
    en: ({ heading }) => `"${heading}" does not satisfy the record schema; correct it, or leave it blank if not known.`,
  },
  'record.contradiction': {
    zh: ({ headings }) =>
      `${listZh(headings)}说的不一样，而它们是同一项，无法确定以哪一格为准；请只保留对的一格，其余留空。`,
    en: ({ headings }) =>
      `${listEn(headings)} say different things of what is one matter, so nobody knows which holds; keep the cell that is right and leave the others blank.`,
  },
  'record.no-key': {
    zh: () => '该行既无代码也无名称，无法知道是哪个单位；请补填，或删去该行。',
    en: () => 'This row has neither code nor name, so its unit cannot be told; fill one in or delete the row.',
  },
  'record.like-total': {
    zh: () =>
      '该行的名称或代码像是其上级（街道、区）的，疑为合计行，已按单位计入；如为合计，请把名称改为“合计”或删去该行。',
    en: () =>
      'This row goes by the name or code of its street or district, so it may be a total, but was taken as a unit; if it is one, name it 合计 or delete the row.',
  },
  'record.blank-parent': {
    zh: ({ heading }) => `“${heading}”空白，且无从确认该单位属于哪里；请逐行填写，不要留合并单元格。`,
    en: ({ heading }) =>
      `"${heading}" is blank and nothing confirms where the unit belongs; fill it in on every row instead of merging cells.`,
  },
  'record.filled-down': {
    zh: ({ heading }) => `“${heading}”空白，已按上一行补上（合并单元格），并经单位代码或所属社区核对一致。`,
    en: ({ heading }) =>
      `"${heading}" was blank and was filled from the row above (merged cells), as the unit's code or community confirms.`,
  },
  'record.no-community': {
    zh: ({ heading }) => `“${heading}”未填，该单位不归入任何社区，直接计入所在街道；如属某个社区请补填。`,
    en: ({ heading }) =>
      `"${heading}" is not given, so the unit counts for its street directly; fill it in if it belongs to a community.`,
  },
  'record.digits': {
    zh: ({ heading }) => `“${heading}”中的全角数字、空格或千分位逗号已改为普通数字。`,
    en: ({ heading }) => `Full-width digits, spaces or thousands separators in "${heading}" were read as plain digits.`,
  },
  'record.year-date': {
    zh: ({ heading }) => `“${heading}”存成了日期（某年 1 月 1 日），已按其年份读取。`,
    en: ({ heading }) => `"${heading}" is stored as a date, the first of January, and was read as its year.`,
  },
  'record.characters': {
    zh: ({ heading }) =>
      `“${heading}”中有看不见的字符，或与常用字形同而编码不同的字（如部首），已按常用字比对；请在原表中改为常用字，以免同一单位有两种写法。`,
    en: ({ heading }) =>
      `"${heading}" has characters that cannot be seen, or that look like usual ones (such as radicals), and was compared as if it had the usual ones; correct them in the original, so that a unit has one spelling.`,
  },
  'record.watched': {
    zh: ({ heading, words, cells }) =>
      `“${heading}”有 ${cells} 处提到${listZh(words)}，而考核不看这一列，评定未予考虑；请核对有关单位的等级或称号是否仍然有效，并在相应的列中改正。`,
    en: ({ heading, words, cells }) =>
      `"${heading}" speaks of ${listEn(words)} in ${cells === 1 ? 'one place' : `${cells} places`}, but no rule reads that column, so the verdict takes no account of it; check whether the levels or titles still hold, and correct them in their own columns.`,
  },
  'record.watched-aside': {
    zh: ({ words, lines, sheet }) =>
      `${sheet === '' ? '记录以外的说明、合计等行' : `没有读取的工作表“${sheet}”`}中有 ${lines} 处提到${listZh(words)}，评定未予考虑；请核对有关单位的等级或称号是否仍然有效，并在相应的列中改正。`,
    en: ({ words, lines, sheet }) =>
      `${sheet === '' ? 'The lines around the records' : `Sheet "${sheet}", which was not read,`} ${lines === 1 ? 'speak once' : `speak ${lines} times`} of ${listEn(words)}, of which the verdict takes no account; check whether the levels or titles still hold, and correct them in their own columns.`,
  },
  'record.text-marker': {
    zh: ({ heading }) => `“${heading}”中的文本标记（="…" 或 '）已去掉。`,
    en: ({ heading }) => `A text marker (="…" or ') around "${heading}" was taken off.`,
  },
  'unit.too-many': {
    zh: ({ most }) => `街道超过 ${most} 个，或街道名称过长，已不再读取；请核对各列的表头，街道一列填的多半不是街道。`,
    en: ({ most }) =>
      `There are more than ${most} streets, or their names are too long, so no more are read; check the headings: the column of streets probably holds something else.`,
  },
  'unit.duplicate': {
    zh: ({ unit }) => `“${unit}”在同一年度出现不止一次；请只保留一条正确的记录。`,
    en: ({ unit }) => `"${unit}" stands in the same year more than once; keep the one record that is right.`,
  },
  'unit.other-name': {
    zh: ({ code, names }) => `代码 ${code} 对应不同的名称：${listZh(names)}；请核对代码，统一名称。`,
    en: ({ code, names }) => `The code ${code} has different names: ${listEn(names)}; check the code and use one name.`,
  },
  'unit.code-outside-parent': {
    zh: ({ code, parent }) => `单位代码 ${code} 不以所属街道的代码 ${parent} 开头；请核对两个代码。`,
    en: ({ code, parent }) => `The code ${code} does not begin with that of its street, ${parent}; check both.`,
  },
  'unit.left-out': {
    zh: ({ reason }) => `该记录不计入考核：${reason.zh}。`,
    en: ({ reason }) => `This record is left out: ${reason.en}.`,
  },
  'reference.unknown': {
    zh: ({ parent, reference }) =>
      `“${reference}”不在报送的${parent.zh}表中；请核对代码或名称，或在${parent.zh}表中补上。`,
    en: ({ parent, reference }) =>
      `No ${parent.en} "${reference}" was handed in; check the code or name, or add it to its table.`,
  },
  'reference.unlisted-street': {
    zh: ({ reference }) =>
      `报送的街道表中没有“${reference}”，而这张表是以它命名的；它的单位照样评定，三项专项考核不明，不会达标；请在街道表中补上。`,
    en: ({ reference }) =>
      `The streets table handed in lacks "${reference}", after which this table is named: its units are judged, its special assessments are unknown, and it cannot pass; add it to the streets table.`,
  },
  'reference.ambiguous': {
    zh: ({ parent, reference, units }) =>
      `名称“${reference}”对应不止一个${parent.zh}：${listZh(units)}；请填写${parent.zh}代码。`,
    en: ({ parent, reference, units }) =>
      `The name "${reference}" fits more than one ${parent.en}: ${listEn(units)}; give the code of the ${parent.en}.`,
  },
  'reference.contradiction': {
    zh: ({ parent, references }) => `所填${parent.zh}互相矛盾：${listZh(references)}；请核对代码与名称，使其一致。`,
    en: ({ parent, references }) =>
      `What is given for the ${parent.en} contradicts itself: ${listEn(references)}; make code and name agree.`,
  },
  'reference.unjoined': {
    zh: ({ names, codes }) =>
      `有的街道只填了名称（${listZh(names)}），有的街道只填了代码（${listZh(codes)}），无法知道是否同一街道；请在各行（或街道表中）同时填写街道代码和名称。`,
    en: ({ names, codes }) =>
      `Some streets are given by name only (${listEn(names)}), others by code only (${listEn(codes)}), so it cannot be told which are the same; give code and name on every row, or in the streets table.`,
  },
  'district.other-name': {
    zh: ({ code, names }) => `区代码 ${code} 对应不同的区名：${listZh(names)}；请统一区名。`,
    en: ({ code, names }) => `The district code ${code} has different names: ${listEn(names)}; use one name.`,
  },
  'district.odd-code': {
    zh: ({ code, usual }) =>
      `区代码 ${code} 与其他各区的写法不同（${listZh(usual)}），或不是所辖街道代码的开头，按它会单独成为一个区；请核对并改正区代码。`,
    en: ({ code, usual }) =>
      `The district code ${code} is written otherwise than those of other districts (${listEn(usual)}), or does not begin the codes of its streets, and would make a district of its own; check and correct it.`,
  },
  'district.other-code': {
    zh: ({ name, codes }) =>
      `“${name}”的街道代码以不同的区代码开头：${listZh(codes)}；已按区名归为一个区，请核对街道代码，或增加“区代码”列。`,
    en: ({ name, codes }) =>
      `The codes of the streets of "${name}" begin with different district codes: ${listEn(codes)}; they count as one district by its name. Check the codes, or add a column 区代码.`,
  },
} satisfies Messages<'record' | 'unit' | 'reference' | 'district'>;
