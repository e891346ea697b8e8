import type { DiagnosticExplanations } from './explanation.ts';

export const yearExplanations = {
  'year.none': {
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
  },
  'year.not-there': {
    title: { zh: '没有该年度的数据', en: 'No data of that year' },
    text: {
      zh: '用 --year 指明的年度在数据中没有记录。若照样评定，所有指标都会是待定，看起来像没有报送。',
      en: 'No record is of the year asked for with --year. Judged all the same, everything would be unknown, as if nothing had been handed in.',
    },
    remedy: { zh: '改正 --year，或补报该年度的数据。', en: 'Correct --year, or hand in the data of that year.' },
    example: { input: '$ streetcheck assess 小区.csv --year 2013', slots: { year: 2013, years: ['2011', '2012'] } },
  },
  'year.not-in-table': {
    title: { zh: '该表没有考核年度的记录', en: 'A table without the year judged' },
    text: {
      zh: '社区、小区要归到街道、社区，只在同一年度内查找。该表有其他年度的记录，没有考核年度的，所以其他表该年度的单位都找不到所属；逐行报告没有意义，只报一次。',
      en: 'The street or community of a unit is looked for within one year. The table has records of other years but none of the year judged, so that no unit of that year finds its parent. This is said once instead of on every row.',
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
  },
  'year.from-headings': {
    title: { zh: '年度由列名得知', en: 'A year known by the headings' },
    text: {
      zh: '数据没有年度列，也没有指明年度，而列名写着前后相连的两个年份，如“2012年刑事发案”和“2011年刑事发案”：只有后一个是考核年度，两列才各有意义，所以按它考核并给出警告。只写着一个年份，或者各表的年份不一致时，不作推断，仍须指明年度（year.none）。',
      en: 'The data has no column for the year and none was given, while headings name two years that follow one another, such as 2012年刑事发案 and 2011年刑事发案. Both columns mean something only if the later one is the year judged, so it is, with a warning. Where only one year is named, or tables disagree, nothing is inferred and the year has to be given (year.none).',
    },
    remedy: { zh: '填写“年度”列，或用 --year 指明考核年度。', en: 'Fill in the column 年度, or give --year.' },
    example: {
      input: '社区名称,街道名称,2012年刑事发案,2011年刑事发案\n桥东社区,海山街道,3,4',
      slots: { year: 2012, headings: ['2012年刑事发案', '2011年刑事发案'] },
    },
  },
  'year.several': {
    title: { zh: '数据含有多个年度', en: 'Data of several years' },
    text: {
      zh: '数据含有多个年度，没有指明时按最近的一个考核，其他年度的记录不计入；前提是其他年度的街道在这一年度都有记录，否则不评定。同一单位在两个年度各有一条记录，不算重复。',
      en: 'The data covers several years; without --year the latest is judged and the others are not counted, provided that every street of the others has records in it. A unit with a record in each of two years is no duplicate.',
    },
    remedy: { zh: '要考核其他年度时用 --year。', en: 'Give --year to judge another one.' },
    example: {
      input: '年度,小区代码,小区名称\n2011,440308003003001,甲小区\n2012,440308003003001,甲小区',
      slots: { year: 2012, years: ['2011', '2012'] },
    },
  },
  'year.street-missing': {
    title: { zh: '街道只出现在其他年度', en: 'A street that only another year names' },
    text: {
      zh: '数据含有多个年度，按最近的一个考核；但有的街道只在其他年度有记录。多半是年度填错了一处：若照最近的年度考核，这些街道就会悄悄消失，而填错的一个反倒成了全部。所以列出两处位置，不评定。',
      en: 'The data covers several years and the latest would be judged, but this street has records in another year only. Mostly one year was mistyped: judging the latest would make the other streets disappear, and the mistyped one would be all there is. So both places are shown and nothing is judged.',
    },
    remedy: {
      zh: '改正填错的年度；确实分属不同年度的，用 --year 指明要考核的年度。',
      en: 'Correct the year that is mistyped; if the records really are of different years, say with --year which one is meant.',
    },
    example: {
      input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2021,沙头角街道,二号院,标兵',
      at: '小区.csv:2:1 A2',
      slots: { street: '海山街道', year: 2021, other: 2012 },
    },
  },
  'year.street-elsewhere': {
    title: { zh: '街道不在指明的年度', en: 'A street outside the year asked for' },
    text: {
      zh: '用 --year 指明了年度；有的街道只在其他年度有记录，不在考核之内，所以警告。没有指明年度时，这样的数据不评定（year.street-missing）。',
      en: 'The year was given with --year; a street that has records in another year only is not judged, hence the warning. Without --year such data is refused (year.street-missing).',
    },
    remedy: {
      zh: '漏报的补报，年度填错的改正；确不属于该年度的无需处理。',
      en: 'Hand in what was left out and correct a mistyped year; if the street does not belong to that year, nothing needs doing.',
    },
    example: {
      input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2021,沙头角街道,二号院,标兵',
      at: '小区.csv:3:1 A3',
      slots: { street: '沙头角街道', year: 2012, other: 2021 },
    },
  },
  'year.strays': {
    title: { zh: '其他年度的记录与本年度毫无重合', en: 'Records of another year about other units' },
    text: {
      zh: '往年的台账，单位大多与本年度相同。某街道其他年度的记录，所记单位在考核年度一个也没有，多半不是往年的台账，而是年度填错；不计入就会少算单位，所以不评定。',
      en: 'A register of another year lists much the same units. Where none of those that a street has in another year is there in the year judged, that is hardly a register of another year but a mistyped one; leaving it out would count too few units, so nothing is judged.',
    },
    remedy: {
      zh: '改正填错的年度；确属其他年度的，用 --year 指明要考核的年度，或另行报送。',
      en: 'Correct the year; if the records really are of another year, say with --year which one is meant, or hand them in apart.',
    },
    example: {
      input: '年度,街道名称,小区名称,创建等级\n2012,海山街道,一号院,标兵\n2011,海山街道,二号院,先进',
      at: '小区.csv:3:1 A3',
      slots: { street: '海山街道', table: { zh: '小区表', en: 'compounds table' }, year: 2012, other: 2011, count: 1 },
    },
  },
  'year.units-gone': {
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
      slots: { street: '海山街道', table: { zh: '小区表', en: 'compounds table' }, year: 2012, other: 2011, count: 1 },
    },
  },
  'year.blank': {
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
  },
  'year.filled-down': {
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
  },
  'summary.met-exceeds-of': {
    title: { zh: '符合数大于总数', en: 'More than all' },
    text: {
      zh: '汇总数中符合要求的单位比单位总数还多，两个数必有一个是错的。达标率会超过 100%，所以不评定。',
      en: 'The summary has more units that meet the condition than units in all, so one of the two is wrong and the share would exceed 100%.',
    },
    remedy: { zh: '核对两列，改正后重新报送。', en: 'Check both columns and correct them.' },
    example: {
      input: '街道代码,小区总数,标兵小区数\n440308003,8,9',
      at: '街道.csv:2:13 C2',
      slots: { met: '标兵小区数', of: '小区总数', metText: '9', ofText: '8' },
    },
  },
  'summary.differs': {
    title: { zh: '汇总数与台账不一致', en: 'Summary and register differ' },
    text: {
      zh: '街道表中填的汇总数与逐个单位统计的结果不同（有单位情况不详的，给出可能的范围，如 1 至 3）。台账能指到每个单位，所以以台账为准；两处位置都列出，以便核对哪一处有误。',
      en: 'A figure of the summary is not what the units, counted one by one, give (a range such as 1–3 where some of them are not known). The register names every unit and is used; both places are shown so that the wrong one can be found.',
    },
    remedy: {
      zh: '核对后改正汇总数，或补报漏掉的单位。',
      en: 'Correct the summary, or hand in the units that are missing.',
    },
    example: {
      others: {
        '小区.csv':
          '小区代码,小区名称,街道代码,创建等级\n440308003003001,甲小区,440308003,标兵\n440308003003002,乙小区,440308003,先进',
      },
      input: '街道代码,街道名称,小区总数,标兵小区数\n440308003,沙头角街道,2,2',
      at: '街道.csv:2:19 D2',
      slots: {
        heading: '标兵小区数',
        street: '440308003 沙头角街道',
        register: '1',
        summary: '2',
      },
    },
  },
  'summary.stands-in': {
    title: { zh: '按汇总数而不按台账评定', en: 'A summary count stands in for a column' },
    text: {
      zh: '台账已报送，但没有该项要看的列；街道表有汇总数，就按汇总数评定。汇总数无法逐个核对，台账中的单位多于汇总的总数时，多出的算作情况不明。该列是漏报还是列名写错，要由报送单位核对，所以警告。',
      en: 'The register was handed in without a column that the rule reads, and the streets table gives counts, so these are judged. They cannot be checked unit by unit; units on the register beyond their total are not known. Whether the column was left out or has another heading is for the office to check, hence the warning.',
    },
    remedy: {
      zh: '在台账中补报该列，或改正列名。',
      en: 'Hand in the column, or correct its heading.',
    },
    example: {
      others: { '小区.csv': '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003' },
      input: '街道代码,街道名称,小区总数,标兵小区数\n440308003,沙头角街道,1,1',
      at: '街道.csv:2:19 D2',
      slots: {
        table: { zh: '小区表', en: 'compounds table' },
        fields: ['创建等级'],
        heading: '标兵小区数',
        streets: 1,
      },
    },
  },
  'summary.units-missing': {
    title: { zh: '台账少于申报的总数', en: 'A register shorter than its declared total' },
    text: {
      zh: '街道表申报的总数大于台账中的单位数。台账漏报的单位情况不明，不能当作不存在，否则只报符合的单位就能达标；所以按申报的总数计算，所缺的算作情况不明。“plan”列出缺多少。',
      en: 'The total declared in the streets table is larger than the number of units on the register. Nothing is known of those left out, and they do exist; else a street could pass by handing in only the units that meet the rule. So the declared total is what is counted of, and the missing units are not known. plan says how many are missing.',
    },
    remedy: {
      zh: '补报所缺的单位；总数填错的，改正总数。',
      en: 'Hand in the units that are missing; if the total is wrong, correct it.',
    },
    example: {
      others: { '小区.csv': '小区代码,小区名称,街道代码,创建等级\n440308003003001,甲小区,440308003,标兵' },
      input: '街道代码,街道名称,小区总数\n440308003,沙头角街道,50',
      at: '街道.csv:2:17 C2',
      slots: { heading: '小区总数', street: '440308003 沙头角街道', register: '1', summary: '50' },
    },
  },
  'summary.unread-total': {
    title: { zh: '没有采用的总数多于计入的单位', en: 'A total that is not read exceeds the units counted' },
    text: {
      zh: '街道表里用别的列名写了总数（如“辖区小区数量”），或者社区表里写了各社区的小区数。这样的列不参加考核，但所写的总数比计入的单位多，说明台账可能漏报，因此警告。社区表的数按街道相加；各行都相同的按街道的总数看。',
      en: 'The streets table gives a total under other words, or the communities table says how many compounds each has. Such columns are not read, but the total exceeds the units that count, so that some may be missing. Figures of communities are added up by street; one that all of them repeat is taken for the total of the street.',
    },
    remedy: {
      zh: '补报漏报的单位；确系总数的，填在街道表的总数列里（如“小区总数”），缺的就按情况不明计。',
      en: 'Hand in the units that are missing; give the total in its column of the streets table, so that those missing count as unknown.',
    },
    example: {
      input: '街道代码,街道名称,辖区小区数量\n440308001,梅沙街道,50',
      others: { '小区.csv': '街道代码,小区名称,创建等级\n440308001,一村,标兵' },
      at: '街道.csv:2:16 C2',
      slots: { heading: '辖区小区数量', street: '440308001 梅沙街道', stated: '50', known: '1', total: '小区总数' },
    },
  },
  'summary.empty': {
    title: { zh: '汇总总数为 0', en: 'A summary total of 0' },
    text: {
      zh: '该街道没有台账，汇总数的总数填为 0。0 个中的 0 个不能算达标，有关指标为不适用。不知道总数而填了 0 也会是这个样子，因此警告。',
      en: 'The street has no records and its summary gives a total of 0. Nought of nought is no pass: what it counts is not applicable. A 0 entered for a total that is not known looks the same, so it is a warning.',
    },
    remedy: {
      zh: '总数不详的请留空，漏报的请补填；确实没有的无需处理。',
      en: 'Leave the total blank if it is not known, enter it if it was left out; if there are none, nothing needs doing.',
    },
    example: {
      input: '街道代码,街道名称,小区总数,标兵小区数\n440308001,梅沙街道,0,0',
      at: '街道.csv:2:16 C2',
      slots: { heading: '小区总数', street: '440308001 梅沙街道' },
    },
  },
} satisfies DiagnosticExplanations<'year' | 'summary'>;
