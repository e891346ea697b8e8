import type { Text } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, note, orEn, warning } from '../entry.ts';

const quotedZh = (headings: readonly Heading[]): string => headings.map((heading) => `“${heading}”`).join('');

export const tableDiagnostics = {
  'table.not-in-ruleset': error<{ table: string }>({
    zh: ({ table }) => `规则包没有表 ${table}，无法读取；请不要报送该文件，或改正“表名=文件”中的表名。`,
    en: ({ table }) =>
      `The ruleset has no table ${table}, so the file cannot be read; leave it out, or correct the table in TABLE=FILE.`,
    explain: () => ({
      title: { zh: '规则包不用这张表', en: 'A table the ruleset does not have' },
      text: {
        zh: '以“表名=文件”指明了表，而所用的规则包没有这张表的记录格式，不知道各列的含义。',
        en: 'TABLE=FILE says which table the file holds, but the ruleset has no record schema for it, so its columns mean nothing.',
      },
      remedy: {
        zh: '核对 --rules 和表名；该考核不需要的表不必报送。',
        en: 'Check --rules and the name of the table; leave out tables that the scheme does not need.',
      },
      example: {
        input: '$ streetcheck assess 社区.csv compounds=小区.csv --rules rules/canteens',
        at: '小区.csv:1:1',
        slots: { table: 'compounds' },
      },
    }),
  }),
  'table.no-headings': error<{ found: readonly string[]; known: readonly Heading[] }>({
    zh: ({ found, known }) =>
      found.length === 0
        ? `没有找到表头；请在第一行写明列名，如${quotedZh(known)}。`
        : `看不出是哪张表，列名都不认识：${listZh(found)}；请改用${quotedZh(known)}等列名，或以“表名=文件”指明。`,
    en: ({ found, known }) =>
      found.length === 0
        ? `There are no headings; write them into the first line, such as ${known.join(', ')}.`
        : `No table has these headings: ${listEn(found)}; use headings such as ${known.join(', ')}, or say TABLE=FILE.`,
    explain: () => ({
      title: { zh: '没有认识的表头', en: 'No headings that are known' },
      text: {
        zh: '在文件的前 1,000 行中没有找到规则包认识的列名，无法知道各列是什么，也无法知道这是哪一级的表。工具不按列的先后猜测。',
        en: 'The first 1,000 lines of the file hold no heading that the ruleset knows, so neither the columns nor the table can be told. The order of columns is never taken as a hint.',
      },
      remedy: {
        zh: '在记录上方写一行列名，写明各列是哪一级的代码、名称等；列名正确仍认不出时用“表名=文件”指明。',
        en: 'Put a line of headings above the records that say whose code or name each column is; if the table is still not clear say which it is, as TABLE=FILE.',
      },
      example: {
        input: '编号甲,名称乙\n440308003003001,甲小区',
        at: '小区.csv:1:1',
        slots: { found: ['编号甲', '名称乙'], known: ['街道代码', '社区名称', '小区名称'] },
      },
    }),
  }),
  'table.duplicate-heading': error<{ field: string; heading: Heading }>({
    zh: ({ field, heading }) => `“${heading}”与前面的一列同为字段 ${field}，无法确定以哪列为准；请删去或改名其中一列。`,
    en: ({ field, heading }) =>
      `"${heading}" and an earlier column both stand for the field ${field}; delete or rename the one that does not count.`,
    explain: () => ({
      title: { zh: '两列是同一字段', en: 'Two columns for one field' },
      text: {
        zh: '两个列名指的是同一个字段，例如同一代码的“编号”和“代码”。两列不一致时无法确定以哪列为准，所以要求只留一列。',
        en: 'Two headings stand for the same field, such as two words for the code. Where they differ it is not clear which one holds, so only one may stay.',
      },
      remedy: {
        zh: '删去其中一列，或把与考核无关的一列改名。',
        en: 'Delete one column, or rename the one that has nothing to do with the assessment.',
      },
      example: {
        input: '小区编号,小区代码,小区名称,街道代码\n1,440308003003001,甲小区,440308003',
        at: '小区.csv:1:6 B1',
        slots: { field: 'code', heading: '小区代码' },
      },
    }),
  }),
  'table.missing-key': error<{ table: Text; expected: readonly string[] }>({
    zh: ({ table, expected }) =>
      `${table.zh}缺少必需的列，无法知道各条记录是哪个单位、属于哪里；请至少补上其中一列：${listZh(expected)}。`,
    en: ({ table, expected }) =>
      `The ${table.en} does not say which unit a record is or where it belongs; add at least one of the columns ${listEn(expected)}.`,
    explain: () => ({
      title: { zh: '缺少必需的列', en: 'A key column is missing' },
      text: {
        zh: '每条记录必须说明是哪个单位（代码或名称），还要说明属于哪个上级单位。缺了这些列，记录就不能计入任何考核对象。',
        en: 'Each record has to say which unit it is (code or name), and in what it lies. Without such a column its records count for no subject.',
      },
      remedy: {
        zh: '补上所列各列中的至少一列，有代码的优先填代码。',
        en: 'Add at least one of the columns named; prefer the code where there is one.',
      },
      example: {
        input: '小区代码,小区名称,创建等级\n440308003003001,甲小区,标兵',
        at: '小区.csv:1:1 A1',
        slots: { table: { zh: '小区表', en: 'compounds table' }, expected: ['社区代码', '社区', '街道代码', '街道'] },
      },
    }),
  }),
  /** `unused` are the headings like it that were not taken. */
  'table.column-absent': warning<{ field: Heading; unused: readonly Heading[] }>({
    zh: ({ field, unused }) =>
      `没有“${field}”列，有关指标只能待定；${unused.length > 0 ? `${listZh(unused)}是否指“${field}”？是的请把列名改为“${field}”，不是的请补上该列` : '请补上该列，已有而列名不同的请改名'}。`,
    en: ({ field, unused }) =>
      `There is no column for "${field}", so what reads it stays unknown; ${unused.length > 0 ? `is it ${orEn(unused)}? If so rename it to "${field}", if not add the column` : 'add it, or rename the column if it is there under another heading'}.`,
    explain: () => ({
      title: { zh: '缺少指标所需的列', en: 'A column that an indicator reads is absent' },
      text: {
        zh: '规则要看的一列不在表中，有关的指标没有数据：有汇总数时采用汇总数，否则待定，绝不当作达标或不达标。写得相像的列名会问是否指该列：列名差一个字可能是笔误，也可能是另一回事，所以只问，不自行采用。只作警告，因为其他指标仍可评定。',
        en: 'A column that a rule reads is not in the table, so its indicator has no data: a summary count is taken if there is one, else it stays unknown, never pass or fail. A heading like it is asked about: a character may be a slip or make it another matter, so it is never taken of itself. Only a warning, since the other rules can be judged.',
      },
      remedy: {
        zh: '补上该列，或把列名改为规则包认识的写法。',
        en: 'Add the column, or give it a heading that the ruleset knows.',
      },
      example: {
        input: '社区代码,社区名称,街道代码,无毒小区',
        at: '社区.csv:1:1 A1',
        slots: { field: '无毒社区', unused: ['无毒小区'] },
      },
    }),
  }),
  'table.rules-undecided': warning<{ rules: Text; own: Text }>({
    zh: ({ rules, own }) => `缺少所需的列或整张表，以下各项只能待定：${rules.zh}；请补报，或在${own.zh}填报汇总数。`,
    en: ({ rules, own }) =>
      `A column or a whole table is lacking, so these rules will stay undecided: ${rules.en}; hand it in, or give summary counts in the ${own.en}.`,
    explain: () => ({
      title: { zh: '有的项只能待定', en: 'Rules that will stay undecided' },
      text: {
        zh: 'validate 只问数据能否用于评定。缺少某项要看的列，或者整张表都没有报送，也没有汇总数可用时，数据可以评定，但这些项对每个考核对象都只能待定，不会达标。所以在结论旁列出，并作警告。',
        en: 'validate only asks whether the data can be judged. Where a column that a rule reads, or a whole table, is lacking and no summary count stands in, it can; but these rules stay undecided for every subject, and none will pass. So they are named beside the answer, as a warning.',
      },
      remedy: {
        zh: '补报缺少的列或表，或填报考核对象的汇总数。',
        en: 'Hand in the column or the table, or give summary counts of the subjects.',
      },
      example: {
        input: '$ streetcheck validate 小区.csv',
        slots: { own: { zh: '街道表', en: 'streets table' }, rules: { zh: '无毒社区', en: 'drug-free communities' } },
      },
    }),
  }),
  'table.columns-ignored': note<{ headings: readonly string[] }>({
    zh: ({ headings }) => `以下各列没有采用：${listZh(headings)}；其中有考核要看的，请改用规定的列名。`,
    en: ({ headings }) =>
      `These columns were not taken: ${listEn(headings)}; if one belongs to the assessment, give it a heading that is known.`,
    explain: () => ({
      title: { zh: '未采用的列', en: 'Columns that were ignored' },
      text: {
        zh: '这些列名不是规则包认识的，也不像其中任何一个，没有读取，多半是序号、电话之类。与所缺的列名相像的不在此列，另外发问。',
        en: 'The ruleset does not know these headings, nor are they like one that it knows, so the columns were not read; mostly they hold serial numbers, telephones and the like. Headings like one that is lacking are not among them but asked about.',
      },
      remedy: { zh: '一般无需处理。', en: 'Mostly nothing needs doing.' },
      example: {
        input: '小区代码,小区名称,街道代码,创建等级,联系电话\n440308003003001,甲小区,440308003,标兵,25550000',
        at: '小区.csv:1:21 E1',
        slots: { headings: ['联系电话'] },
      },
    }),
  }),
  'table.like-heading': note<{ field: Heading; unused: readonly Heading[] }>({
    zh: ({ field, unused }) => `${listZh(unused)}是否指“${field}”？是的请把列名改为“${field}”，否则不作采用。`,
    en: ({ field, unused }) => `Is ${orEn(unused)} meant to be "${field}"? If so rename it; it was not taken as such.`,
    explain: () => ({
      title: { zh: '像是某一列的列名', en: 'A heading like a known one' },
      text: {
        zh: '列名与规则包认识的某个列名相像，而表中没有那一列。差一个字可能是笔误，也可能是另一回事，所以只问，不自行采用。规则要看的列缺了，另有 table.column-absent 警告。',
        en: 'The heading is like one that the ruleset knows and the table lacks. A character may be a slip or make it another matter, so it is asked about and never taken of itself. Where a rule reads the column there is a warning, table.column-absent, instead.',
      },
      remedy: {
        zh: '是的，改用所问的列名；不是的，无需处理。',
        en: 'If it was meant, rename it so; if not, nothing needs doing.',
      },
      example: {
        input: '小区编号（旧）,小区名称,街道代码,创建等级\n001,甲小区,440308003,标兵',
        at: '小区.csv:1:1 A1',
        slots: { field: '小区编号', unused: ['小区编号（旧）'] },
      },
    }),
  }),
  /** `year` is blank as long as the year judged is not known. */
  'table.other-year': note<{ headings: readonly Heading[]; year: string }>({
    zh: ({ headings, year }) =>
      year === ''
        ? `${listZh(headings)}是哪一年的，要知道考核年度才能采用；请填写“年度”列，或用 --year 指明。`
        : `${listZh(headings)}不是 ${year} 年度或上一年度的，未采用；年份写错的请改正列名。`,
    en: ({ headings, year }) =>
      year === ''
        ? `${listEn(headings)} can only be taken once the year judged is known; fill in a column 年度 (year), or give --year.`
        : `${listEn(headings)} speak of another year than ${year} and the one before and were not taken; correct the heading if its year is mistyped.`,
    explain: () => ({
      title: { zh: '列名中的年份', en: 'A year in a heading' },
      text: {
        zh: '“2012年件数”一类的列名，按考核年度采用：考核 2012 年度时是本年，考核 2013 年度时是上年；其他年份的没有采用。考核年度取自数据的“年度”列或 --year；两者都没有时，工具不从列名推测。',
        en: 'A heading such as 2012年件数 is taken by the year judged: of this year when 2012 is judged, of the year before when 2013 is; other years are left alone. The year judged is that of the column 年度 or of --year; without either it is not guessed from the headings.',
      },
      remedy: {
        zh: '填写“年度”列，或用 --year 指明考核年度；年份写错的改正列名。',
        en: 'Fill in a column 年度 or give --year; correct the heading if its year is mistyped.',
      },
      example: {
        input: '社区名称,街道代码,2009年刑事发案\n桥东社区,440308003,12',
        at: '社区.csv:1:1 A1',
        slots: { headings: ['2009年刑事发案'], year: '2012' },
      },
    }),
  }),
  'table.nameless-column': note<{ column: number }>({
    zh: ({ column }) => `第 ${column} 列填了内容，但没有列名，未采用；如系考核数据，请在表头补写列名。`,
    en: ({ column }) =>
      `Column ${column} is filled but has no heading and was ignored; give it one if it belongs to the assessment.`,
    explain: () => ({
      title: { zh: '有内容而无列名的列', en: 'A filled column without a heading' },
      text: {
        zh: '表头中这一格空白，下面却填了内容，不知道是什么，未采用。合并的表头存成 CSV 后，只有第一格有字，其余各列就成了这样。该处是这一列第一个有内容的格子。',
        en: 'The heading is blank but cells below it are filled, so what they mean is not known and they were ignored. A merged heading is saved in its first cell only, which leaves the other columns like this. The place is the first filled cell of the column.',
      },
      remedy: {
        zh: '是考核数据的，在表头写上列名；否则无需处理。',
        en: 'Give the column a heading if it belongs to the assessment; otherwise nothing needs doing.',
      },
      example: {
        input: '社区代码,社区名称,街道代码,上年治安发案,,备考\n440308003003,桥东社区,440308003,3,12,无',
        at: '社区.csv:2:31 E2',
        slots: { column: 5 },
      },
    }),
  }),
  'table.shifted-row': error<{ from: Heading | '' }>({
    zh: ({ from }) =>
      `该格上面没有列名，而移动一格后正好各归其列：该行${from === '' ? '' : `从“${from}”一格起`}已经错位；请对照表头移回，不属于考核的内容请删去或补写列名。`,
    en: ({ from }) =>
      `This cell stands under no heading, and all would fit moved by one: the row has shifted${from === '' ? '' : ` from "${from}" on`}; move its cells back under their headings, or, if this is no part of the assessment, delete it or give it a heading.`,
    explain: () => ({
      title: { zh: '各格错位的行', en: 'A row whose cells have shifted' },
      text: {
        zh: '该行有一格填在没有列名的列下，同时有一列空着；把其间各格移动一格，就正好各归其列。这样的行多半在表格软件中插入过单元格。照原样读，等级或件数就成了空白，因此不读。',
        en: 'A cell of this row stands under no heading while a column is blank, and all fit if the cells between are moved by one. Mostly a cell was inserted in a spreadsheet. Read as it stands, a level or count would be blank, so the row is not read.',
      },
      remedy: {
        zh: '对照表头把各格移回原列；该格只是备注的，在表头补写列名或将其删去。',
        en: 'Move the cells back under their headings; if the cell is only a remark, give it a heading or delete it.',
      },
      example: {
        input: '小区代码,小区名称,街道代码,,创建等级\n440308003003001,甲小区,440308003,标兵,',
        at: '小区.csv:2:31 D2',
        slots: { from: '' },
      },
    }),
  }),
  'table.no-records': warning<{ table: Text }>({
    zh: ({ table }) => `${table.zh}中没有记录；如系漏填请补填，不需要该表的不要报送。`,
    en: ({ table }) => `The ${table.en} has no records; fill it in, or leave it out if it is not needed.`,
    explain: () => ({
      title: { zh: '没有记录', en: 'No records' },
      text: {
        zh: '表中没有一条记录。按“已报送，但没有单位”处理：有关指标不适用，而不是达标。',
        en: 'The table has no records. It counts as handed in without units: what reads it is not applicable, not passed.',
      },
      remedy: {
        zh: '确实没有单位的无需处理；漏填的请补填。',
        en: 'If there are no units nothing needs doing; otherwise fill the table in.',
      },
      example: {
        input: '小区代码,小区名称,街道代码,创建等级',
        at: '小区.csv:1:1 A1',
        slots: { table: { zh: '小区表', en: 'compounds table' } },
      },
    }),
  }),
  'table.only-totals': error<{ table: Text; rows: number }>({
    zh: ({ table, rows }) =>
      `${table.zh}的 ${rows} 行都是合计（或以上级的名称、代码填报），没有一条单位的记录；请逐个单位填报，或核对表名和列名。`,
    en: ({ table, rows }) =>
      `${rows === 1 ? 'The only row' : `All ${rows} rows`} of the ${table.en} ${rows === 1 ? 'is a total' : 'are totals'} (or ${rows === 1 ? 'goes' : 'go'} by what units belong to), and no unit has a record; give each unit a row, or check the table and its headings.`,
    explain: () => ({
      title: { zh: '只有合计的表', en: 'A table of totals only' },
      text: {
        zh: '表中每一行都被认作合计：写着合计、总计，或以上级单位的名称或代码代替单位。一条记录也没有，而确有内容，多半是表名或列名认错了，或各单位的行漏报；当作空表会使漏报看不出来。',
        en: 'Every row was taken for a total: it says 合计, or goes by the name or code of what it lies in, in place of a unit. Without one record, yet with content, the table or its headings are probably not what they seem, or the rows of the units are missing; taken for an empty table, that would not show.',
      },
      remedy: {
        zh: '每个单位填一行；如认错了表，以“表名=文件”指明，并核对列名。',
        en: 'Give each unit a row; if the table was mistaken for another say TABLE=FILE, and check the headings.',
      },
      example: {
        input: '社区名称,街道名称,本年刑事发案\n合计,,12\n总计,,12',
        at: '社区.csv:1:1 A1',
        slots: { table: { zh: '社区表', en: 'communities table' }, rows: 2 },
      },
    }),
  }),
  'table.ambiguous': error<{ tables: readonly string[]; found: readonly string[]; known: readonly Heading[] }>({
    zh: ({ tables, found, known }) =>
      `列名${listZh(found)}分不清是哪张表（${tables.join('、')}）；请以“表名=文件”指明，如 ${tables[0]}=文件，或改用${quotedZh(known.slice(0, 2))}等写明的列名。`,
    en: ({ tables, found, known }) =>
      `The headings ${listEn(found)} fit several tables (${tables.join(', ')}); say TABLE=FILE, as in ${tables[0]}=FILE, or use headings that say whose they are, such as ${known.slice(0, 2).join(' or ')}.`,
    explain: () => ({
      title: { zh: '分不清是哪张表', en: 'Headings that fit several tables' },
      text: {
        zh: '哪张表由列名认出。code、name 这样每张表都有的列名不说明是谁的代码、名称，其余列名又几张表认识得一样多。猜错表会使一票否决等内容丢失，因此不猜。',
        en: 'Headings tell which table it is. Those that every table has, such as code and name, do not say whose they are, and of the others several tables know as many. A wrong guess would lose results or units, so none is made.',
      },
      remedy: {
        zh: '把列名写明是哪一级的代码、名称；或以“表名=文件”指明。',
        en: 'Use headings that say whose they are, or say TABLE=FILE.',
      },
      example: {
        input: 'name,街道编码\n梅沙街道,440308001',
        at: '台账.csv:1:1 A1',
        slots: {
          tables: ['streets', 'communities', 'compounds'],
          found: ['name', '街道编码'],
          known: ['街道代码', '社区名称', '小区名称'],
        },
      },
    }),
  }),
  'table.all-empty': error({
    zh: () => '报送的表都只有表头，没有一条记录，无从评定；请填写后再报送。',
    en: () => 'What was handed in has headings but not one record, so there is nothing to judge; fill it in.',
    explain: () => ({
      title: { zh: '各表都没有记录', en: 'No records at all' },
      text: {
        zh: '报送的各表都只有表头，没有一条记录，既没有年度，也没有可评定的对象。',
        en: 'All tables handed in have headings only. Without a record there is neither a year nor a subject to judge.',
      },
      remedy: {
        zh: '填写记录后再报送；如报错了文件，请改报有记录的文件。',
        en: 'Fill the tables in, or hand in the files that hold the records.',
      },
      example: { input: '年度,小区代码,小区名称,街道代码,创建等级', slots: {} },
    }),
  }),
  'table.no-units': warning<{ table: Text; subject: string; total: Heading; own: Text }>({
    zh: ({ table, subject, total, own }) =>
      `报送的${table.zh}中没有“${subject}”的单位，有关指标待定；请补报${total === '' ? '' : `，确实没有的请在${own.zh}“${total}”中填 0`}。`,
    en: ({ table, subject, total, own }) =>
      `The ${table.en} has no unit of "${subject}", so what it counts is undecided; hand the units in${total === '' ? '' : `, or if there really are none enter 0 under ${total} in the ${own.en}`}.`,
    explain: () => ({
      title: { zh: '某考核对象在表中没有单位', en: 'A subject without units in the table' },
      text: {
        zh: '该表已报送，但其中没有这个考核对象的单位，也没有汇总数。没有报送不等于没有单位，有关指标待定。只有明确填报总数为 0 的，才算没有单位。',
        en: 'The table was handed in but has no unit of this subject, nor are there summary counts of it. What was not handed in may still exist, so what the table counts is undecided. Only a total declared as 0 says that there is no unit.',
      },
      remedy: {
        zh: '补报该考核对象的单位；确实没有的，在总数一栏填 0。',
        en: 'Hand the units of the subject in; if there really are none, enter 0 as their total.',
      },
      example: {
        others: { '小区.csv': '小区代码,小区名称,街道代码,创建等级\n440308001005001,甲小区,440308001,标兵' },
        input: '街道代码,街道名称\n440308001,梅沙街道\n440308002,盐田街道',
        at: '街道.csv:3:11 B3',
        slots: {
          own: { zh: '街道表', en: 'streets table' },
          table: { zh: '小区表', en: 'compounds table' },
          subject: '440308002 盐田街道',
          total: '小区总数',
        },
      },
    }),
  }),
  'table.total-skipped': note({
    zh: () => '合计、小计行不作为记录，已跳过。',
    en: () => 'A row of totals is no record and was skipped.',
    explain: () => ({
      title: { zh: '合计行', en: 'A row of totals' },
      text: {
        zh: '合计、小计、总计、共计等行，以及以上级单位的名称、代码填报的汇总行，不是单位，已跳过；其中的件数与其上（或其下）各行重算的和核对，不一致时另有 table.total-differs 警告。',
        en: 'Rows of 合计, 小计, 总计, 共计 and the like, and those that sum under the name or code of what they lie in, are no units and were skipped. Their counts are held against the sum of the rows above or, where they head them, below; where they differ there is a warning table.total-differs.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '社区代码,社区名称,街道代码,本年刑事发案\n440308003009,田心社区,440308003,3\n合计,,,3',
        at: '社区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.total-differs': warning<{ heading: Heading; stated: string; computed: string }>({
    zh: ({ heading, stated, computed }) =>
      `“${heading}”的合计填为 ${stated}，按各行重算为 ${computed}；考核以各行为准，请核对是漏行还是合计有误。`,
    en: ({ heading, stated, computed }) =>
      `The total of "${heading}" is given as ${stated} but the rows add up to ${computed}; the rows are used, check whether one is missing or the total is wrong.`,
    explain: () => ({
      title: { zh: '合计与各行之和不一致', en: 'A total that does not add up' },
      text: {
        zh: '合计行填的数与各行重算的和不同（小计从上一个小计之后算起）；合计行写明有几个单位的（名称一格填 50，或“合计50个”），与记录的行数核对。考核只用各行，结论不受合计影响；但多半说明漏了一行或改了一行，因此警告。',
        en: 'The total is not the sum of the rows (a 小计 sums from the last one on), or not their number where it says how many units there are (50 in the column of names, 50个). Only the rows are judged, but mostly a row was lost or changed, hence the warning.',
      },
      remedy: {
        zh: '核对有没有漏行、重复行，改正各行或合计。',
        en: 'Look for rows that are missing or doubled; correct the rows or the total.',
      },
      example: {
        input:
          '社区代码,社区名称,街道代码,本年刑事发案\n440308003003,桥东社区,440308003,3\n440308003009,田心社区,440308003,4\n合计,,,9',
        at: '社区.csv:4:6 D4',
        slots: { heading: '本年刑事发案', stated: '9', computed: '7' },
      },
    }),
  }),
};
