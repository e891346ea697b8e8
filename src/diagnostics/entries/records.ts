import { type Text, withArticle } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, note, warning } from '../entry.ts';

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

export const recordDiagnostics = {
  'record.lossy-code': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”已变成科学计数法，末尾数字已经丢失；请把该列设为文本格式，按原始台账重新填写代码。`,
    en: ({ heading }) =>
      `"${heading}" was turned into scientific notation and has lost digits; format the column as text and enter the code again from the original.`,
    explain: () => ({
      title: { zh: '代码变成了科学计数法', en: 'A code in scientific notation' },
      text: {
        zh: '超过 11 位的代码被表格软件显示并保存成科学计数法，如 4.40308E+11，后面的数字已经不在文件里。440308003001 和 440308004002 都会变成它，无法还原是哪个单位，因此不能当作代码。即使用 --on-invalid unknown 也不放行，因为代码决定单位。',
        en: 'A spreadsheet showed and saved a code of more than 11 digits as 4.40308E+11: the other digits are no longer in the file. 440308003001 and 440308004002 both end up so, and which unit it was cannot be restored. --on-invalid unknown does not help, since the code says which unit it is.',
      },
      remedy: {
        zh: '在原表中选中代码列，格式设为“文本”，重新填写代码（只改格式不能恢复数字），再另存为“CSV UTF-8”。',
        en: 'Format the column as text in the original, enter the codes again (changing the format alone does not bring digits back), then save as "CSV UTF-8".',
      },
      example: {
        input: '小区代码,小区名称,街道代码\n4.40308E+11,甲小区,440308003',
        at: '小区.csv:2:1 A2',
        slots: { heading: '小区代码' },
      },
    }),
  }),
  'record.bad-code': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”填的不是规范的代码；请按原始台账填写完整代码，列格式设为文本。`,
    en: ({ heading }) =>
      `"${heading}" does not hold a proper code; enter the whole code from the original, with the column formatted as text.`,
    explain: () => ({
      title: { zh: '代码不规范', en: 'Not a proper code' },
      text: {
        zh: '代码只能由数字、字母、汉字、“-”和“_”组成，不超过 64 个字。全角数字、空格和文本标记会自动去除，其余符号（如注释号 ①、格内换行）不猜测其含义。代码决定单位，错一位就是另一个单位。',
        en: 'A code consists of digits, letters, "-" and "_", at most 64 of them. Full-width digits, spaces and text markers are taken care of; what other signs mean, such as a footnote ① or a line break, is not guessed. The code says which unit it is, and one wrong digit makes it another.',
      },
      remedy: {
        zh: '按原始台账填写完整代码；没有代码的留空，填写名称。',
        en: 'Enter the whole code from the original; without one leave it blank and give the name.',
      },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003.1,甲小区,440308003',
        at: '小区.csv:2:1 A2',
        slots: { heading: '小区代码' },
      },
    }),
  }),
  'record.bad-year': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”填的不是年度；请填四位数字，如 2012 或 2012年度。`,
    en: ({ heading }) => `"${heading}" does not hold a year; enter four digits, such as 2012 or 2012年度.`,
    explain: () => ({
      title: { zh: '年度填法不对', en: 'Not a year' },
      text: {
        zh: '年度只认 2012、2012年、2012年度 三种写法（全角数字也可），以及存成日期的 1 月 1 日。“12年”“2012上半年”不能确定是哪个考核年度。',
        en: 'A year is written 2012, 2012年 or 2012年度, or is stored as its first of January. From "12" or "2012上半年" the year of the assessment is not certain.',
      },
      remedy: { zh: '改填四位年度。', en: 'Enter four digits.' },
      example: {
        input: '年度,社区名称,街道代码\n12年,桥东社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { heading: '年度' },
      },
    }),
  }),
  'record.date-year': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”是一个日期，不是年度；请改填四位数字，如 2012，单元格格式设为“常规”或“文本”（格式仍是日期的，填 2012 会变成 1905 年）。`,
    en: ({ heading }) =>
      `"${heading}" is a date and no year; enter four digits, such as 2012, with the cell formatted as General or Text (formatted as a date, 2012 becomes a day of 1905).`,
    explain: () => ({
      title: { zh: '年度是一个日期', en: 'A date in place of a year' },
      text: {
        zh: '单元格存的是日期。表格软件会把“2012年1月”一类的输入变成日期；格式设为日期后再填 2012，则变成 1905 年的某一天。只有 1 月 1 日确定是由年度变来的，按其年份读取；其他日期可能是填报日期，也可能不是，不猜测。',
        en: 'The cell holds a date. Spreadsheets turn what looks like one into it, and 2012 entered into a cell that is formatted as a date becomes a day of 1905. Only the first of January is certain to have been a year and is read as one; another day may be that of the report, or not, and is not guessed at.',
      },
      remedy: {
        zh: '把该列的格式设为“常规”或“文本”，重新填写四位年度。',
        en: 'Format the column as General or Text and enter the year again in four digits.',
      },
      example: {
        input: '年度,社区名称,街道代码\n2012-06-30,桥东社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { heading: '年度' },
      },
    }),
  }),
  'record.bad-count': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”填的不是件数；请只填 0 或正整数，不带单位、小数和正负号，不详的留空。`,
    en: ({ heading }) =>
      `"${heading}" does not hold a count; enter digits only, without unit, decimals or sign, and leave it blank if not known.`,
    explain: () => ({
      title: { zh: '件数填法不对', en: 'Not a count' },
      text: {
        zh: '件数只认 0 和正整数，可以带千分位逗号（1,234）。“3起”“3.0”“-3”“1,23”“约5”可能是 3、3、漏填、123、5，也可能不是；“2①”的 ① 多半是注释号，分在两行的数字可能是两个数；发案数差 1 就会改变“稳中有降”的结论，所以不猜测。空白按不详处理，不当作 0。用 --on-invalid unknown 可以先按不详继续评定。',
        en: 'A count is digits only, with thousands separators or not (1,234). "3起", "3.0", "-3", "1,23" or "about 5" may mean one thing or another, the ① of "2①" is mostly a footnote, digits on two lines may be two numbers, and a single case decides whether cases rose. A blank means not known, never zero. With --on-invalid unknown such cells count as not known and the run goes on.',
      },
      remedy: {
        zh: '只填数字，单位写在列名里，如“件数（起）”；不详的留空。',
        en: 'Enter digits; put the unit into the heading, as in 件数（起）; leave it blank if not known.',
      },
      example: {
        input: '社区名称,街道代码,本年刑事发案\n桥东社区,440308003,3起',
        at: '社区.csv:2:16 C2',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'record.unknown-value': error<{ heading: Heading; known: readonly string[] }>({
    zh: ({ heading, known }) => `“${heading}”的填法不认识；请改填以下之一：${listZh(inChinese(known))}，不详的留空。`,
    en: ({ heading, known }) =>
      `"${heading}" holds a value that is not known; enter one of: ${listEn(inEnglish(known))}, or leave it blank if not known.`,
    explain: () => ({
      title: { zh: '填法不认识', en: 'A value no label knows' },
      text: {
        zh: '该列只能填规定的几种写法，此格是另外的写法，如“基本达标”“拟创建”。算不算达标不能由工具决定。用 --on-invalid unknown 可以先按不详继续评定。',
        en: 'The column takes certain labels and the cell holds another one, such as 基本达标 or 拟创建. Whether that is a pass is not for the tool to say. With --on-invalid unknown it counts as not known and the run goes on.',
      },
      remedy: {
        zh: '改填所列写法之一；不详的留空。',
        en: 'Enter one of the labels named; leave it blank if not known.',
      },
      example: {
        input: '小区名称,街道代码,创建等级\n甲小区,440308003,准标兵',
        at: '小区.csv:2:15 C2',
        slots: {
          heading: '创建等级',
          known: [
            '标兵',
            '标兵小区',
            '安全文明标兵小区',
            'model',
            '先进',
            '先进小区',
            '安全文明先进小区',
            'advanced',
            '达标',
            '达标小区',
            '安全文明达标小区',
            'standard',
            '未创建',
            '无',
            'none',
          ],
        },
      },
    }),
  }),
  'record.bad-value': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”的内容不合规则包的要求；请按要求改填，不详的留空。`,
    en: ({ heading }) => `"${heading}" does not satisfy the record schema; correct it, or leave it blank if not known.`,
    explain: () => ({
      title: { zh: '内容不合要求', en: 'Against the record schema' },
      text: {
        zh: '内容能读懂，但不符合规则包对该字段的规定，例如长度、取值范围。规定见规则包的记录格式文件。',
        en: 'The value can be read but breaks what the ruleset asks of the field, such as its length or range. The record schema of the ruleset says what that is.',
      },
      remedy: {
        zh: '对照规则包的记录格式改正；不详的留空。',
        en: 'Correct it after the record schema; leave it blank if not known.',
      },
      example: {
        input: '年度,社区名称,街道代码\n0012,桥东社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { heading: '年度' },
      },
    }),
  }),
  'record.contradiction': error<{ headings: readonly Heading[] }>({
    zh: ({ headings }) =>
      `${listZh(headings)}说的不一样，而它们是同一项，无法确定以哪一格为准；请只保留对的一格，其余留空。`,
    en: ({ headings }) =>
      `${listEn(headings)} say different things of what is one matter, so nobody knows which holds; keep the cell that is right and leave the others blank.`,
    explain: () => ({
      title: { zh: '同一项填了几种结果', en: 'Columns of one matter that differ' },
      text: {
        zh: '一项分成几列的（各种结果各一列，打 √），每行只能有一列打 √；几列同指一项的，各列要一致。都空着的按不详处理。打了几个 √ 的，工具不能替填报人选。',
        en: 'Where a matter has a column for each of its values (with a √ below one of them), a row may have one mark; where two columns mean one thing they have to agree. No mark at all means not known. Which of several marks holds is not for the tool to say.',
      },
      remedy: { zh: '只保留对的一格，其余留空。', en: 'Keep the cell that is right and leave the others blank.' },
      example: {
        input: '小区名称,街道代码,标兵小区,先进小区\n甲小区,440308003,√,√',
        at: '小区.csv:2:15 C2',
        slots: { headings: ['标兵小区', '先进小区'] },
      },
    }),
  }),
  'record.no-key': error({
    zh: () => '该行既无代码也无名称，无法知道是哪个单位；请补填，或删去该行。',
    en: () => 'This row has neither code nor name, so its unit cannot be told; fill one in or delete the row.',
    explain: () => ({
      title: { zh: '不知道是哪个单位', en: 'Which unit is not said' },
      text: {
        zh: '该行填了内容，但代码和名称都空白。略过它会少算一个单位，计入它又不知道是谁，也查不出是否重复。',
        en: 'The row holds something but neither code nor name. Skipped, a unit would be lost; counted, nobody could tell which it is or whether it is there twice.',
      },
      remedy: { zh: '补填代码或名称；多余的行请删去。', en: 'Fill in the code or the name, or delete the row.' },
      example: { input: '小区代码,小区名称,街道代码,创建等级\n,,440308003,标兵', at: '小区.csv:2:1 A2', slots: {} },
    }),
  }),
  'record.like-total': warning({
    zh: () => '该行的名称或代码像是其上级的，疑为合计行，已按单位计入；如为合计，请把名称改为“合计”或删去该行。',
    en: () =>
      'This row goes by the name or code of what it lies in, so it may be a total, but was taken as a unit; if it is one, name it 合计 or delete the row.',
    explain: () => ({
      title: { zh: '疑为合计的行', en: 'A row that may be a total' },
      text: {
        zh: '以上级单位的名称或代码填报的行，多半是该上级单位的合计，按合计跳过。本行还有单位才有的内容（如创建情况、单位代码），不能断定，因此按单位计入，并警告。',
        en: 'A row under the name or code of what it lies in is mostly a total and skipped as one. This row also has what only units have (such as a title or a code of its own), so it cannot be told: it counts as a unit, with a warning.',
      },
      remedy: {
        zh: '是合计的，把名称改为“合计”或删去该行；是单位的，填写单位的全称和代码。',
        en: 'If it is a total, name it 合计 or delete the row; if it is a unit, fill in its full name and code.',
      },
      example: {
        input: '年度,街道,社区,无毒社区\n2012,梅沙街道,滨海社区,是\n2012,梅沙街道,梅沙街道,是',
        at: '社区.csv:3:11 C3',
        slots: {},
      },
    }),
  }),
  'record.blank-parent': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”空白，且无从确认该单位属于哪里；请逐行填写，不要留合并单元格。`,
    en: ({ heading }) =>
      `"${heading}" is blank and nothing confirms where the unit belongs; fill it in on every row instead of merging cells.`,
    explain: () => ({
      title: { zh: '所属单位空白', en: 'A blank parent' },
      text: {
        zh: '该单位没有填所属单位，而同一列的其他行填了。合并单元格存成 CSV 后，只有第一行有内容；下面各行只有在单位代码与上一行一致时才自动补上。此处没有代码能确认，补错就会算到别的考核对象，不补则同一单位可能重复计数。',
        en: 'The unit does not say which unit it belongs to, while other rows of the column do. A merged cell is saved on its first row only; the rows below are filled where the unit’s code confirms it. Here nothing does: a wrong guess would count it for another subject, and without its parent a unit might be counted twice.',
      },
      remedy: {
        zh: '取消合并单元格，逐行填写；或补填单位代码。',
        en: 'Unmerge the cells and fill in every row, or give the unit’s code.',
      },
      example: {
        input: '街道名称,社区名称,无毒社区\n海山街道,海月社区,是\n,海涛社区,是',
        at: '社区.csv:3:1 A3',
        slots: { heading: '街道名称' },
      },
    }),
  }),
  'record.filled-down': note<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”空白，已按上一行补上（合并单元格），并经单位代码或所属单位核对一致。`,
    en: ({ heading }) =>
      `"${heading}" was blank and was filled from the row above (merged cells), as the unit's code or its parent confirms.`,
    explain: () => ({
      title: { zh: '按上一行补填', en: 'Filled from the row above' },
      text: {
        zh: '空白的上级单位按上一行补上，因为单位代码的开头与之一致；也可以由所属单位在其表中的上级核对。凡改动都列出，以便核对。',
        en: 'A blank parent was taken from the row above, since the unit’s code begins accordingly, or the table of its own parent says the same. Whatever is changed is listed.',
      },
      remedy: {
        zh: '一般无需处理；逐行填写可以避免。',
        en: 'Mostly nothing needs doing; filling in every row avoids it.',
      },
      example: {
        input: '街道代码,社区代码,社区名称\n440308004,440308004006,海月社区\n,440308004007,海涛社区',
        at: '社区.csv:3:1 A3',
        slots: { heading: '街道代码' },
      },
    }),
  }),
  'record.no-parent': note<{ heading: Heading; level: Text; judged: Text }>({
    zh: ({ heading, level, judged }) =>
      `“${heading}”未填，该单位不归入任何${level.zh}，直接计入所在${judged.zh}；如属某个${level.zh}请补填。`,
    en: ({ heading, level, judged }) =>
      `"${heading}" is not given, so the unit counts for its ${judged.en} directly; fill it in if it belongs to ${withArticle(level.en)}.`,
    explain: () => ({
      title: { zh: '没有填中间一级的所属单位', en: 'A unit without the parent between' },
      text: {
        zh: '该单位没有填中间一级的所属单位（或填了“-”等不详标记），而同一列的其他行填了。它有自己的代码，或者考核对象与上面填有的行不同，不会是合并单元格留下的空白，因此直接计入所在的考核对象。凡这样计入的都列出，以便核对。',
        en: 'The unit names no parent of the level between (or is marked as not known with - or the like) while other rows of the column do. It has a code of its own, or another subject than the row above that has one, so that it cannot be mistaken for what a merged cell left: it counts for its subject directly. All such are listed.',
      },
      remedy: {
        zh: '直属考核对象的无需处理；属于中间一级某个单位的请补填。',
        en: 'Nothing needs doing for a unit that belongs to its subject only; otherwise fill in its parent.',
      },
      example: {
        input: '街道名称,社区名称,小区代码,小区名称\n海山街道,海月社区,1,海月花园\n海山街道,-,2,海山大院',
        at: '小区.csv:3:6 B3',
        slots: {
          heading: '社区名称',
          level: { zh: '社区', en: 'community' },
          judged: { zh: '街道', en: 'street' },
        },
      },
    }),
  }),
  'record.digits': note<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”中的全角数字、空格或千分位逗号已改为普通数字。`,
    en: ({ heading }) => `Full-width digits, spaces or thousands separators in "${heading}" were read as plain digits.`,
    explain: () => ({
      title: { zh: '全角数字、空格或千分位逗号', en: 'Full-width digits, spaces or thousands separators' },
      text: {
        zh: '数字或代码中的全角数字、空格，件数中的千分位逗号（1,030），已按普通数字读取，大小不变。名称不作改动。',
        en: 'Full-width digits and spaces within numbers and codes, and the thousands separators of counts (1,030), were read as plain digits; the value is the same. Names are left as they are.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '社区名称,街道代码,本年刑事发案\n桥东社区,440308003,１２',
        at: '社区.csv:2:16 C2',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'record.year-date': note<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”存成了日期（某年 1 月 1 日），已按其年份读取。`,
    en: ({ heading }) => `"${heading}" is stored as a date, the first of January, and was read as its year.`,
    explain: () => ({
      title: { zh: '年度存成了日期', en: 'A year stored as a date' },
      text: {
        zh: '年度一列存的是某年 1 月 1 日，表格中多半显示为“2012年”，已按其年份读取。其他日期不能确定是年度，为错误（record.date-year）。',
        en: 'The column of the year holds the first of January, mostly shown as 2012年, and its year was taken. Any other day is no certain year and an error (record.date-year).',
      },
      remedy: {
        zh: '无需处理；宜把该列的格式设为“常规”，填写四位年度。',
        en: 'Nothing needs doing; better format the column as General and enter four digits.',
      },
      example: {
        input: '年度,社区名称,街道代码\n2012-01-01,桥东社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { heading: '年度' },
      },
    }),
  }),
  'record.characters': note<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”中有看不见的字符，或与常用字形同而编码不同的字（如部首），已按常用字比对；请在原表中改为常用字，以免同一单位有两种写法。`,
    en: ({ heading }) =>
      `"${heading}" has characters that cannot be seen, or that look like usual ones (such as radicals), and was compared as if it had the usual ones; correct them in the original, so that a unit has one spelling.`,
    explain: () => ({
      title: { zh: '看不见的字符和形同的字', en: 'Characters unseen or alike' },
      text: {
        zh: '从网页、PDF 复制的文字里常夹有看不见的字符（零宽空格、软连字符等），或与常用字形同而编码不同的字（部首“⾦”与“金”）。照原样比对，同一单位就会算成两个。比对时去掉看不见的字符，形同的字按常用字对待；显示仍照原样，看不见的字符标为 <U+200B> 等。',
        en: 'Text copied from web pages and PDF often has characters that cannot be seen (zero-width spaces, soft hyphens) or that look like usual ones under another number (the radical ⾦ and 金). Compared as they stand they would make two units of one. What is unseen is taken out and what looks alike is taken for the usual character when names are compared; what is shown stays as written, with <U+200B> and the like for what is unseen.',
      },
      remedy: {
        zh: '在原表中删去该名称重新键入；核对它是否与另一条记录同名。',
        en: 'Delete the text in the original and type it anew; see whether another record has the same name.',
      },
      example: {
        input: '社区名称,街道代码,本年刑事发案\n⾦桥社区,440308003,12',
        at: '社区.csv:2:1 A2',
        slots: { heading: '社区名称' },
      },
    }),
  }),
  /** `sheet` is blank where the lines stand around the records. */
  'record.watched-aside': warning<{ words: readonly string[]; lines: number; sheet: string }>({
    zh: ({ words, lines, sheet }) =>
      `${sheet === '' ? '记录以外的说明、合计等行' : `没有读取的工作表“${sheet}”`}中有 ${lines} 处提到${listZh(words)}，评定未予考虑；请核对有关单位的等级或称号是否仍然有效，并在相应的列中改正。`,
    en: ({ words, lines, sheet }) =>
      `${sheet === '' ? 'The lines around the records' : `Sheet "${sheet}", which was not read,`} ${lines === 1 ? 'speak once' : `speak ${lines} times`} of ${listEn(words)}, of which the verdict takes no account; check whether the levels or titles still hold, and correct them in their own columns.`,
    explain: () => ({
      title: { zh: '表外说明里的摘牌、降级等字样', en: 'Words to look into beside the records' },
      text: {
        zh: '规则包列出的要留意的词（如摘牌、降级）写在表格上方或下方的说明、合计行里，或写在没有读取的工作表里。这些内容不参加考核，等级一列可能还没有改过来，所以提醒核对。只讲怎样填表的说明不在此列。',
        en: 'Words that the ruleset watches for (a title withdrawn, lowered) stand in the notes above or below the table, in its sums, or on a sheet that was not read. None of that is judged, and the column of levels may not have been brought up to date. Instructions on how to fill in the form are left aside.',
      },
      remedy: {
        zh: '核对有关单位：称号已撤销的，在等级或称号列中改正；仍然有效的无需处理。',
        en: 'Look into the units: where a title no longer holds, correct it in its own column; otherwise nothing needs doing.',
      },
      example: {
        input: '小区名称,街道代码,创建等级\n甲小区,440308003,标兵\n备注：甲小区8月已摘牌',
        at: '小区.csv:3:1 A3',
        slots: { words: ['摘牌'], lines: 1, sheet: '' },
      },
    }),
  }),
  'record.watched': warning<{ heading: Heading; words: readonly string[]; cells: number }>({
    zh: ({ heading, words, cells }) =>
      `“${heading}”有 ${cells} 处提到${listZh(words)}，而考核不看这一列，评定未予考虑；请核对有关单位的等级或称号是否仍然有效，并在相应的列中改正。`,
    en: ({ heading, words, cells }) =>
      `"${heading}" speaks of ${listEn(words)} in ${cells === 1 ? 'one place' : `${cells} places`}, but no rule reads that column, so the verdict takes no account of it; check whether the levels or titles still hold, and correct them in their own columns.`,
    explain: () => ({
      title: { zh: '其他列里的摘牌、降级等字样', en: 'Words to look into in other columns' },
      text: {
        zh: '规则包列出一些要留意的词（如摘牌、降级、限期整改、撤销）。它们写在备注一类不参加考核的列里，或写在列名里而该格有内容（摘牌日期：2012-08-01）时，等级一列可能还没有改过来。评定只看等级、称号等列，所以提醒核对；每列提醒一次，注明有几处和最前面的位置。',
        en: 'The ruleset lists words to watch for (a title withdrawn, lowered, under rectification). Where they stand in a column that no rule reads, such as remarks, or in the heading of a cell that is filled, the column of levels may not have been brought up to date. The verdict only looks at levels and titles, hence the warning: one for each column, with how many cells and the first places.',
      },
      remedy: {
        zh: '核对有关单位：称号已撤销的，在等级或称号列中改正；仍然有效的无需处理。',
        en: 'Look into the units: where a title no longer holds, correct it in its own column; otherwise nothing needs doing.',
      },
      example: {
        input: '小区名称,街道代码,创建等级,备注\n甲小区,440308003,标兵,2012年8月已摘牌',
        at: '小区.csv:2:18 D2',
        slots: { heading: '备注', words: ['摘牌'], cells: 1 },
      },
    }),
  }),
  'record.text-marker': note<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”中的文本标记（="…" 或 '）已去掉。`,
    en: ({ heading }) => `A text marker (="…" or ') around "${heading}" was taken off.`,
    explain: () => ({
      title: { zh: '文本标记', en: 'A text marker' },
      text: {
        zh: '为防止代码变成科学计数法，表格中常写成 ="440308003003" 或在前面加 \'；以 = + - @ 开头的内容前面也有一个 \'（CSV 填报表和报告都这样写），以免当成公式。标记已去掉，只取原来的内容。',
        en: 'To keep a code from turning into scientific notation people write ="440308003003" or put a \' in front, and what begins with = + - @ has a \' in front lest it become a formula (CSV forms and reports write it so). The marker was taken off.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '社区代码,社区名称,街道代码\n="440308003003",桥东社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { heading: '社区代码' },
      },
    }),
  }),
};
