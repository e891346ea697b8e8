import type { Text } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, note, warning } from '../entry.ts';

export const yearDiagnostics = {
  'year.none': error({
    zh: () => '数据中没有年度；请填写“年度”列（没有的请增加），或用 --year 指明考核年度。',
    en: () => 'The data names no year; fill in a column 年度 (year), adding it if need be, or give --year.',
    explain: () => ({
      title: { zh: '没有年度', en: 'No year' },
      text: {
        zh: '数据中没有年度列（或该列全部空白），命令行也没有指明。评定是按年度作出的，目标和一票否决都只对当年有效；用电脑的日期代替会使同一份数据在明年得出另一个结论。',
        en: 'The data has no year and none was given. A verdict is one of a year, and so are targets and vetoes. Taking the date of the computer would give the same data another verdict next year.',
      },
      remedy: {
        zh: '填写“年度”列（没有的请增加），或在命令行加 --year 2012。',
        en: 'Fill in a column 年度 (year), or give --year 2012.',
      },
      example: { input: '$ streetcheck assess 小区.csv', slots: {} },
    }),
  }),
  'year.not-there': error<{ year: number; years: readonly string[] }>({
    zh: ({ year, years }) =>
      `数据中没有 ${year} 年度的记录，只有 ${years.join('、')}；请核对 --year，或补报该年度的数据。`,
    en: ({ year, years }) =>
      `There are no records of ${year}, only of ${years.join(', ')}; check --year or hand in the data of that year.`,
    explain: () => ({
      title: { zh: '没有该年度的数据', en: 'No data of that year' },
      text: {
        zh: '用 --year 指明的年度在数据中没有记录。若照样评定，所有指标都会是待定，看起来像没有报送。',
        en: 'No record is of the year asked for with --year. Judged all the same, everything would be unknown, as if nothing had been handed in.',
      },
      remedy: { zh: '改正 --year，或补报该年度的数据。', en: 'Correct --year, or hand in the data of that year.' },
      example: { input: '$ streetcheck assess 小区.csv --year 2013', slots: { year: 2013, years: ['2011', '2012'] } },
    }),
  }),
  'year.not-in-table': error<{ table: Text; year: number; years: readonly string[] }>({
    zh: ({ table, year, years }) =>
      `${table.zh}中没有 ${year} 年度的记录，只有 ${years.join('、')}，其他表所属的单位无从查找；请补报该表 ${year} 年度的记录，或用 --year 考核其他年度。`,
    en: ({ table, year, years }) =>
      `The ${table.en} has no records of ${year}, only of ${years.join(', ')}, so what other tables refer to is not there; hand in its records of ${year}, or give --year for another one.`,
    explain: () => ({
      title: { zh: '该表没有考核年度的记录', en: 'A table without the year judged' },
      text: {
        zh: '单位要归到所属单位，只在同一年度内查找。该表有其他年度的记录，没有考核年度的，所以其他表该年度的单位都找不到所属；逐行报告没有意义，只报一次。',
        en: 'The parent of a unit is looked for within one year. The table has records of other years but none of the year judged, so that no unit of that year finds its parent. This is said once instead of on every row.',
      },
      remedy: {
        zh: '在该表补上考核年度的记录；或用 --year 考核各表都有的年度。',
        en: 'Add the records of the year judged to the table, or give --year for a year that all tables have.',
      },
      example: {
        input: '年度,街道代码,街道名称\n2011,440308003,海山街道',
        others: { '社区.csv': '年度,街道代码,社区名称\n2012,440308003,海月社区' },
        at: '街道.csv:1:1 A1',
        slots: { table: { zh: '街道表', en: 'streets table' }, year: 2012, years: ['2011'] },
      },
    }),
  }),
  'year.from-headings': warning<{ year: number; headings: readonly string[] }>({
    zh: ({ year, headings }) =>
      `数据没有年度，由列名${listZh(headings)}看是 ${year} 年度，按此考核；不是的请填写“年度”列，或用 --year 指明。`,
    en: ({ year, headings }) =>
      `The data has no year; by the headings ${listEn(headings)} it is ${year}, which is judged. If it is not, fill in the column 年度 or give --year.`,
    explain: () => ({
      title: { zh: '年度由列名得知', en: 'A year known by the headings' },
      text: {
        zh: '数据没有年度列，也没有指明年度，而列名写着前后相连的两个年份，如“2012年件数”和“2011年件数”：只有后一个是考核年度，两列才各有意义，所以按它考核并给出警告。只写着一个年份，或者各表的年份不一致时，不作推断，仍须指明年度（year.none）。',
        en: 'The data has no column for the year and none was given, while headings name two years that follow one another, such as 2012年件数 and 2011年件数. Both columns mean something only if the later one is the year judged, so it is, with a warning. Where only one year is named, or tables disagree, nothing is inferred and the year has to be given (year.none).',
      },
      remedy: { zh: '填写“年度”列，或用 --year 指明考核年度。', en: 'Fill in the column 年度, or give --year.' },
      example: {
        input: '社区名称,街道名称,2012年刑事发案,2011年刑事发案\n桥东社区,海山街道,3,4',
        slots: { year: 2012, headings: ['2012年刑事发案', '2011年刑事发案'] },
      },
    }),
  }),
  'year.several': note<{ year: number; years: readonly string[] }>({
    zh: ({ year, years }) =>
      `数据含有 ${years.join('、')} 多个年度，按最近的 ${year} 年度考核；考核其他年度请用 --year。`,
    en: ({ year, years }) =>
      `The data covers ${years.join(', ')}; the latest, ${year}, is judged. Give --year for another one.`,
    explain: () => ({
      title: { zh: '数据含有多个年度', en: 'Data of several years' },
      text: {
        zh: '数据含有多个年度，没有指明时按最近的一个考核，其他年度的记录不计入；前提是其他年度的考核对象在这一年度都有记录，否则不评定。同一单位在两个年度各有一条记录，不算重复。',
        en: 'The data covers several years; without --year the latest is judged and the others are not counted, provided that every subject of the others has records in it. A unit with a record in each of two years is no duplicate.',
      },
      remedy: { zh: '要考核其他年度时用 --year。', en: 'Give --year to judge another one.' },
      example: {
        input: '年度,小区代码,小区名称\n2011,440308003003001,甲小区\n2012,440308003003001,甲小区',
        slots: { year: 2012, years: ['2011', '2012'] },
      },
    }),
  }),
  'year.subject-missing': error<{ subject: string; year: number; other: number }>({
    zh: ({ subject, year, other }) =>
      `“${subject}”只有 ${other} 年度的记录，没有 ${year} 年度的；年度填错的请改正（是这里，还是填为 ${year} 的各行），确要考核其中一个年度的请用 --year 指明。`,
    en: ({ subject, year, other }) =>
      `"${subject}" has records of ${other} only, none of ${year}; if a year is mistyped correct it, here or where it says ${year}, and if one of the years is meant say which with --year.`,
    explain: () => ({
      title: { zh: '考核对象只出现在其他年度', en: 'A subject that only another year names' },
      text: {
        zh: '数据含有多个年度，按最近的一个考核；但有的考核对象只在其他年度有记录。多半是年度填错了一处：若照最近的年度考核，这些对象就会悄悄消失，而填错的一个反倒成了全部。所以列出两处位置，不评定。',
        en: 'The data covers several years and the latest would be judged, but this subject has records in another year only. Mostly one year was mistyped: judging the latest would make the other subjects disappear, and the mistyped one would be all there is. So both places are shown and nothing is judged.',
      },
      remedy: {
        zh: '改正填错的年度；确实分属不同年度的，用 --year 指明要考核的年度。',
        en: 'Correct the year that is mistyped; if the records really are of different years, say with --year which one is meant.',
      },
      example: {
        input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2021,沙头角街道,二号院,标兵',
        at: '小区.csv:2:1 A2',
        slots: { subject: '海山街道', year: 2021, other: 2012 },
      },
    }),
  }),
  'year.subject-elsewhere': warning<{ subject: string; year: number; other: number }>({
    zh: ({ subject, year, other }) =>
      `“${subject}”只有 ${other} 年度的记录，没有 ${year} 年度的，不在本次考核之内；请核对是否漏报或年度填错。`,
    en: ({ subject, year, other }) =>
      `"${subject}" has records of ${other} only, none of ${year}, and is not judged; check whether it was left out or a year is mistyped.`,
    explain: () => ({
      title: { zh: '考核对象不在指明的年度', en: 'A subject outside the year asked for' },
      text: {
        zh: '用 --year 指明了年度；有的考核对象只在其他年度有记录，不在考核之内，所以警告。没有指明年度时，这样的数据不评定（year.subject-missing）。',
        en: 'The year was given with --year; a subject that has records in another year only is not judged, hence the warning. Without --year such data is refused (year.subject-missing).',
      },
      remedy: {
        zh: '漏报的补报，年度填错的改正；确不属于该年度的无需处理。',
        en: 'Hand in what was left out and correct a mistyped year; if the subject does not belong to that year, nothing needs doing.',
      },
      example: {
        input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2021,沙头角街道,二号院,标兵',
        at: '小区.csv:3:1 A3',
        slots: { subject: '沙头角街道', year: 2012, other: 2021 },
      },
    }),
  }),
  'year.strays': error<{ subject: string; table: Text; year: number; other: number; count: number }>({
    zh: ({ subject, table, year, other, count }) =>
      `“${subject}”在${table.zh}中填为 ${other} 年度的 ${count} 条记录，所记单位在 ${year} 年度一个也没有；年度填错的请改正，确属 ${other} 年度的请用 --year 指明考核年度。`,
    en: ({ subject, table, year, other, count }) =>
      `Of "${subject}" the ${table.en} has ${count === 1 ? 'a record' : `${count} records`} of ${other} about units none of which is there in ${year}; correct the year if it is mistyped, else say with --year which one is meant.`,
    explain: () => ({
      title: { zh: '其他年度的记录与本年度毫无重合', en: 'Records of another year about other units' },
      text: {
        zh: '往年的台账，单位大多与本年度相同。某考核对象其他年度的记录，所记单位在考核年度一个也没有，多半不是往年的台账，而是年度填错；不计入就会少算单位，所以不评定。',
        en: 'A register of another year lists much the same units. Where none of those that a subject has in another year is there in the year judged, that is hardly a register of another year but a mistyped one; leaving it out would count too few units, so nothing is judged.',
      },
      remedy: {
        zh: '改正填错的年度；确属其他年度的，用 --year 指明要考核的年度，或另行报送。',
        en: 'Correct the year; if the records really are of another year, say with --year which one is meant, or hand them in apart.',
      },
      example: {
        input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2011,海山街道,二号院,先进',
        at: '小区.csv:3:1 A3',
        slots: {
          subject: '海山街道',
          table: { zh: '小区表', en: 'compounds table' },
          year: 2012,
          other: 2011,
          count: 1,
        },
      },
    }),
  }),
  'year.units-gone': warning<{ subject: string; table: Text; year: number; other: number; count: number }>({
    zh: ({ subject, table, year, other, count }) =>
      `“${subject}”在${table.zh}中有 ${count} 个单位只有 ${other} 年度的记录，没有 ${year} 年度的，不计入；请核对是否漏报或年度填错。`,
    en: ({ subject, table, year, other, count }) =>
      `Of "${subject}" the ${table.en} has ${count === 1 ? 'a unit' : `${count} units`} of ${other} without a record of ${year}, not counted; check whether ${count === 1 ? 'it was' : 'they were'} left out or a year is mistyped.`,
    explain: () => ({
      title: { zh: '有的单位只在其他年度有记录', en: 'Units that only another year names' },
      text: {
        zh: '其他年度有、考核年度没有的单位。可能已经撤并，也可能漏报或年度填错；按考核年度的记录计算，并给出警告。申报了总数的，以总数核对。',
        en: 'Units that another year has and the year judged has not. They may be gone, or left out, or of a mistyped year; the records of the year judged are counted, with this warning. A declared total tells which.',
      },
      remedy: {
        zh: '漏报的补报，年度填错的改正；确已撤并的无需处理。',
        en: 'Hand in what was left out and correct a mistyped year; if the units are gone, nothing needs doing.',
      },
      example: {
        input:
          '年度,街道名称,小区名称,创建等级\n2011,海山街道,一号院,先进\n2011,海山街道,二号院,先进\n2012,海山街道,一号院,标兵',
        at: '小区.csv:3:1 A3',
        slots: {
          subject: '海山街道',
          table: { zh: '小区表', en: 'compounds table' },
          year: 2012,
          other: 2011,
          count: 1,
        },
      },
    }),
  }),
  'year.blank': error({
    zh: () => '该行没有填年度，而其他行填了；请补填。',
    en: () => 'This row has no year while others have one; fill it in.',
    explain: () => ({
      title: { zh: '年度空白', en: 'A blank year' },
      text: {
        zh: '该行没有年度，而同表其他行有：表中有多个年度，不能确定补哪一个；或者该行在第一个填有年度的行之上，或填的是“不详”等标记。归错年度会使两年的结论都错，因此不猜测。',
        en: 'The row has no year although others have: the table covers several years, any of which it might be, or the row is above the first that has one or is marked as not known. A wrong guess would falsify two years.',
      },
      remedy: { zh: '逐行填写年度，不要留合并单元格。', en: 'Fill in the year on every row instead of merging cells.' },
      example: {
        input: '年度,街道名称,社区名称\n2011,海山街道,海月社区\n,海山街道,海涛社区\n2012,海山街道,海月社区',
        at: '社区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'year.filled-down': note<{ heading: Heading; year: number }>({
    zh: ({ heading, year }) => `“${heading}”空白，已按上面的行补为 ${year}（合并单元格）：该表只有这一个年度。`,
    en: ({ heading, year }) =>
      `"${heading}" was blank and was filled with ${year} from the rows above (merged cells), the only year of the table.`,
    explain: () => ({
      title: { zh: '按上面的行补填年度', en: 'A year filled from above' },
      text: {
        zh: '空白的年度按上面的行补上。合并单元格存成 CSV 后只有第一行有内容；该表只有一个年度，补的只能是它。凡改动都列出，以便核对。',
        en: 'A blank year was taken from the rows above. A merged cell is saved on its first row only, and as the table has one year only, it can be no other. Whatever is changed is listed.',
      },
      remedy: {
        zh: '一般无需处理；逐行填写可以避免。',
        en: 'Mostly nothing needs doing; filling in every row avoids it.',
      },
      example: {
        input: '年度,街道名称,社区名称\n2012,海山街道,海月社区\n,海山街道,海涛社区',
        at: '社区.csv:3:1 A3',
        slots: { heading: '年度', year: 2012 },
      },
    }),
  }),
};
