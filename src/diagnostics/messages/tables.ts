import { listEn, listZh, orEn } from './list-all.ts';
import type { Messages } from './message.ts';
import type { rowMessages } from './rows.ts';

export const tableMessages = {
  'table.not-in-ruleset': {
    zh: ({ table }) => `规则包不用${table.zh}，无法读取；请不要报送该文件，或改正“表名=文件”中的表名。`,
    en: ({ table }) =>
      `The ruleset has no ${table.en}, so the file cannot be read; leave it out, or correct the table in TABLE=FILE.`,
  },
  'table.no-headings': {
    zh: ({ found }) =>
      found.length === 0
        ? '没有找到表头；请在第一行写明列名，如“街道代码”“社区名称”“小区名称”。'
        : `看不出是哪张表，列名都不认识：${listZh(found)}；请改用“街道代码”“社区名称”“小区名称”等列名，或以“表名=文件”指明。`,
    en: ({ found }) =>
      found.length === 0
        ? 'There are no headings; write them into the first line, such as 街道代码, 社区名称, 小区名称.'
        : `No table has these headings: ${listEn(found)}; use headings such as 街道代码, 社区名称, 小区名称, or say TABLE=FILE.`,
  },
  'table.ambiguous': {
    zh: ({ tables, found }) =>
      `列名${listZh(found)}分不清是哪张表（${tables.join('、')}）；请以“表名=文件”指明，如 ${tables[0]}=文件，或改用“街道代码”“社区名称”等写明的列名。`,
    en: ({ tables, found }) =>
      `The headings ${listEn(found)} fit several tables (${tables.join(', ')}); say TABLE=FILE, as in ${tables[0]}=FILE, or use headings that say whose they are, such as 街道代码 or 社区名称.`,
  },
  'table.duplicate-heading': {
    zh: ({ field, heading }) => `“${heading}”与前面的一列同为字段 ${field}，无法确定以哪列为准；请删去或改名其中一列。`,
    en: ({ field, heading }) =>
      `"${heading}" and an earlier column both stand for the field ${field}; delete or rename the one that does not count.`,
  },
  'table.missing-key': {
    zh: ({ table, expected }) =>
      `${table.zh}缺少必需的列，无法知道各条记录是哪个单位、属于哪里；请至少补上其中一列：${listZh(expected)}。`,
    en: ({ table, expected }) =>
      `The ${table.en} does not say which unit a record is or where it belongs; add at least one of the columns ${listEn(expected)}.`,
  },
  'table.column-absent': {
    zh: ({ field, unused }) =>
      `没有“${field}”列，有关指标只能待定；${unused.length > 0 ? `${listZh(unused)}是否指“${field}”？是的请把列名改为“${field}”，不是的请补上该列` : '请补上该列，已有而列名不同的请改名'}。`,
    en: ({ field, unused }) =>
      `There is no column for "${field}", so what reads it stays unknown; ${unused.length > 0 ? `is it ${orEn(unused)}? If so rename it to "${field}", if not add the column` : 'add it, or rename the column if it is there under another heading'}.`,
  },
  'table.like-heading': {
    zh: ({ field, unused }) => `${listZh(unused)}是否指“${field}”？是的请把列名改为“${field}”，否则不作采用。`,
    en: ({ field, unused }) => `Is ${orEn(unused)} meant to be "${field}"? If so rename it; it was not taken as such.`,
  },
  'table.other-year': {
    zh: ({ headings, year }) =>
      year === ''
        ? `${listZh(headings)}是哪一年的，要知道考核年度才能采用；请填写“年度”列，或用 --year 指明。`
        : `${listZh(headings)}不是 ${year} 年度或上一年度的，未采用；年份写错的请改正列名。`,
    en: ({ headings, year }) =>
      year === ''
        ? `${listEn(headings)} can only be taken once the year judged is known; fill in a column 年度 (year), or give --year.`
        : `${listEn(headings)} speak of another year than ${year} and the one before and were not taken; correct the heading if its year is mistyped.`,
  },
  'table.rules-undecided': {
    zh: ({ rules }) => `缺少所需的列或整张表，以下各项只能待定：${rules.zh}；请补报，或在街道表填报汇总数。`,
    en: ({ rules }) =>
      `A column or a whole table is lacking, so these rules will stay undecided: ${rules.en}; hand it in, or give summary counts in the streets table.`,
  },
  'table.columns-ignored': {
    zh: ({ headings }) => `以下各列没有采用：${listZh(headings)}；其中有考核要看的，请改用规定的列名。`,
    en: ({ headings }) =>
      `These columns were not taken: ${listEn(headings)}; if one belongs to the assessment, give it a heading that is known.`,
  },
  'table.nameless-column': {
    zh: ({ column }) => `第 ${column} 列填了内容，但没有列名，未采用；如系考核数据，请在表头补写列名。`,
    en: ({ column }) =>
      `Column ${column} is filled but has no heading and was ignored; give it one if it belongs to the assessment.`,
  },
  'table.shifted-row': {
    zh: ({ from }) =>
      `该格上面没有列名，而移动一格后正好各归其列：该行${from === '' ? '' : `从“${from}”一格起`}已经错位；请对照表头移回，不属于考核的内容请删去或补写列名。`,
    en: ({ from }) =>
      `This cell stands under no heading, and all would fit moved by one: the row has shifted${from === '' ? '' : ` from "${from}" on`}; move its cells back under their headings, or, if this is no part of the assessment, delete it or give it a heading.`,
  },
  'table.no-records': {
    zh: ({ table }) => `${table.zh}中没有记录；如系漏填请补填，不需要该表的不要报送。`,
    en: ({ table }) => `The ${table.en} has no records; fill it in, or leave it out if it is not needed.`,
  },
  'table.only-totals': {
    zh: ({ table, rows }) =>
      `${table.zh}的 ${rows} 行都是合计（或以上级的名称、代码填报），没有一条单位的记录；请逐个单位填报，或核对表名和列名。`,
    en: ({ table, rows }) =>
      `${rows === 1 ? 'The only row' : `All ${rows} rows`} of the ${table.en} ${rows === 1 ? 'is a total' : 'are totals'} (or ${rows === 1 ? 'goes' : 'go'} by what units belong to), and no unit has a record; give each unit a row, or check the table and its headings.`,
  },
  'table.all-empty': {
    zh: () => '报送的表都只有表头，没有一条记录，无从评定；请填写后再报送。',
    en: () => 'What was handed in has headings but not one record, so there is nothing to judge; fill it in.',
  },
  'table.no-units': {
    zh: ({ table, street, total }) =>
      `报送的${table.zh}中没有“${street}”的单位，有关指标待定；请补报${total === '' ? '' : `，确实没有的请在街道表“${total}”中填 0`}。`,
    en: ({ table, street, total }) =>
      `The ${table.en} has no unit of "${street}", so what it counts is undecided; hand the units in${total === '' ? '' : `, or if there really are none enter 0 under ${total} in the streets table`}.`,
  },
  'table.total-skipped': {
    zh: () => '合计、小计行不作为记录，已跳过。',
    en: () => 'A row of totals is no record and was skipped.',
  },
  'table.total-differs': {
    zh: ({ heading, stated, computed }) =>
      `“${heading}”的合计填为 ${stated}，按各行重算为 ${computed}；考核以各行为准，请核对是漏行还是合计有误。`,
    en: ({ heading, stated, computed }) =>
      `The total of "${heading}" is given as ${stated} but the rows add up to ${computed}; the rows are used, check whether one is missing or the total is wrong.`,
  },
  'year.none': {
    zh: () => '数据中没有年度；请填写“年度”列（没有的请增加），或用 --year 指明考核年度。',
    en: () => 'The data names no year; fill in a column 年度 (year), adding it if need be, or give --year.',
  },
  'year.not-there': {
    zh: ({ year, years }) =>
      `数据中没有 ${year} 年度的记录，只有 ${years.join('、')}；请核对 --year，或补报该年度的数据。`,
    en: ({ year, years }) =>
      `There are no records of ${year}, only of ${years.join(', ')}; check --year or hand in the data of that year.`,
  },
  'year.not-in-table': {
    zh: ({ table, year, years }) =>
      `${table.zh}中没有 ${year} 年度的记录，只有 ${years.join('、')}，其他表所属的单位无从查找；请补报该表 ${year} 年度的记录，或用 --year 考核其他年度。`,
    en: ({ table, year, years }) =>
      `The ${table.en} has no records of ${year}, only of ${years.join(', ')}, so what other tables refer to is not there; hand in its records of ${year}, or give --year for another one.`,
  },
  'year.from-headings': {
    zh: ({ year, headings }) =>
      `数据没有年度，由列名${listZh(headings)}看是 ${year} 年度，按此考核；不是的请填写“年度”列，或用 --year 指明。`,
    en: ({ year, headings }) =>
      `The data has no year; by the headings ${listEn(headings)} it is ${year}, which is judged. If it is not, fill in the column 年度 or give --year.`,
  },
  'year.several': {
    zh: ({ year, years }) =>
      `数据含有 ${years.join('、')} 多个年度，按最近的 ${year} 年度考核；考核其他年度请用 --year。`,
    en: ({ year, years }) =>
      `The data covers ${years.join(', ')}; the latest, ${year}, is judged. Give --year for another one.`,
  },
  'year.street-missing': {
    zh: ({ street, year, other }) =>
      `“${street}”只有 ${other} 年度的记录，没有 ${year} 年度的；年度填错的请改正（是这里，还是填为 ${year} 的各行），确要考核其中一个年度的请用 --year 指明。`,
    en: ({ street, year, other }) =>
      `"${street}" has records of ${other} only, none of ${year}; if a year is mistyped correct it, here or where it says ${year}, and if one of the years is meant say which with --year.`,
  },
  'year.street-elsewhere': {
    zh: ({ street, year, other }) =>
      `“${street}”只有 ${other} 年度的记录，没有 ${year} 年度的，不在本次考核之内；请核对是否漏报或年度填错。`,
    en: ({ street, year, other }) =>
      `"${street}" has records of ${other} only, none of ${year}, and is not judged; check whether it was left out or a year is mistyped.`,
  },
  'year.strays': {
    zh: ({ street, table, year, other, count }) =>
      `“${street}”在${table.zh}中填为 ${other} 年度的 ${count} 条记录，所记单位在 ${year} 年度一个也没有；年度填错的请改正，确属 ${other} 年度的请用 --year 指明考核年度。`,
    en: ({ street, table, year, other, count }) =>
      `Of "${street}" the ${table.en} has ${count === 1 ? 'a record' : `${count} records`} of ${other} about units none of which is there in ${year}; correct the year if it is mistyped, else say with --year which one is meant.`,
  },
  'year.units-gone': {
    zh: ({ street, table, year, other, count }) =>
      `“${street}”在${table.zh}中有 ${count} 个单位只有 ${other} 年度的记录，没有 ${year} 年度的，不计入；请核对是否漏报或年度填错。`,
    en: ({ street, table, year, other, count }) =>
      `Of "${street}" the ${table.en} has ${count === 1 ? 'a unit' : `${count} units`} of ${other} without a record of ${year}, not counted; check whether ${count === 1 ? 'it was' : 'they were'} left out or a year is mistyped.`,
  },
  'year.blank': {
    zh: () => '该行没有填年度，而其他行填了；请补填。',
    en: () => 'This row has no year while others have one; fill it in.',
  },
  'year.filled-down': {
    zh: ({ heading, year }) => `“${heading}”空白，已按上面的行补为 ${year}（合并单元格）：该表只有这一个年度。`,
    en: ({ heading, year }) =>
      `"${heading}" was blank and was filled with ${year} from the rows above (merged cells), the only year of the table.`,
  },
  'summary.met-exceeds-of': {
    zh: ({ met, of, metText, ofText }) => `“${met}”（${metText}）大于“${of}”（${ofText}）；请核对并改正。`,
    en: ({ met, of, metText, ofText }) => `"${met}" (${metText}) exceeds "${of}" (${ofText}); check and correct them.`,
  },
  'summary.differs': {
    zh: ({ heading, street, register, summary }) =>
      `“${street}”的“${heading}”填为 ${summary}，按台账统计为 ${register}，两者不一致；考核以台账为准，请核对。`,
    en: ({ heading, street, register, summary }) =>
      `"${heading}" of "${street}" is given as ${summary} but the register has ${register}; the register is used, check both.`,
  },
  'summary.stands-in': {
    zh: ({ table, fields, heading, streets }) =>
      `${table.zh}没有${listZh(fields)}列，有 ${streets} 个街道的该项改按街道表的“${heading}”评定，无法逐个核对；请补报该列。`,
    en: ({ table, fields, heading, streets }) =>
      `The ${table.en} has no column for ${listEn(fields)}, so ${streets === 1 ? 'a street is' : `${streets} streets are`} judged by ${heading} of the streets table, which nobody can check unit by unit; hand the column in.`,
  },
  'summary.units-missing': {
    zh: ({ heading, street, register, summary }) =>
      `“${street}”的“${heading}”填为 ${summary}，台账只有 ${register} 个，缺 ${Number(summary) - Number(register)} 个，按情况不明计；请补报所缺的单位，总数填错的请改正。`,
    en: ({ heading, street, register, summary }) =>
      `"${heading}" of "${street}" is given as ${summary} but the register has only ${register}; the ${Number(summary) - Number(register)} missing count as not known. Hand them in, or correct the total.`,
  },
  'summary.unread-total': {
    zh: ({ heading, street, stated, known, total }) =>
      `“${heading}”一列没有采用，而其中“${street}”共有 ${stated} 个单位，考核只计 ${known} 个；台账有漏报的请补报，确系总数的请填在街道表的“${total}”一列。`,
    en: ({ heading, street, stated, known, total }) =>
      `The column "${heading}" is not read, but it says that "${street}" has ${stated} units where ${known} count; hand in those that are missing, and give the total in the column "${total}" of the streets table.`,
  },
  'summary.empty': {
    zh: ({ heading, street }) => `“${street}”的“${heading}”填为 0，有关指标不适用；如系漏报请补填。`,
    en: ({ heading, street }) =>
      `"${heading}" of "${street}" is given as 0, so what it counts does not apply; enter the number if it was left out.`,
  },
} satisfies Omit<Messages<'table' | 'year' | 'summary'>, keyof typeof rowMessages>;
