import { error, type Heading, note } from '../entry.ts';

/** Of the rows of a table, whatever file it stands in. */
export const rowDiagnostics = {
  'table.ragged': error<{ cells: number; headings: number; from: Heading | '' }>({
    zh: ({ cells, headings, from }) =>
      `该行有 ${cells} 格，表头有 ${headings} 列，各格已经错位${from === '' ? '' : `，看来是从“${from}”一格起`}；请对照表头补齐，或删去多出的一格，含逗号的内容（如 1,030）要加引号。`,
    en: ({ cells, headings, from }) =>
      `The row has ${cells} cells under ${headings} headings, so they have shifted${from === '' ? '' : `, it seems from "${from}" on`}; make them match, take out the cell too many, and quote text that holds a delimiter, such as 1,030.`,
    explain: () => ({
      title: { zh: '格数与表头不一致', en: 'A row does not match the headings' },
      text: {
        zh: '该行的格数少于表头，或在表头之外还填了内容，或比其他行多出一格而中间有空格子。常见原因是名称、数字（1,030）里有没加引号的逗号，或多填、少填了一个分隔符，后面各格因此整体错位：等级可能填到了名称里。去掉某一格后各格都合其列的，指出该格；是否如此由填报人核对。',
        en: 'The row has fewer cells than there are headings, or filled cells beyond them, or one more than other rows with a gap among them. Mostly a name or number (1,030) holds a comma without quotes, or a delimiter is missing or too many, and everything after it has shifted into the wrong column. Where the rest fits once a cell is taken out, that cell is named; whether it is so is for the office to check.',
      },
      remedy: {
        zh: '对照表头补齐；含逗号的内容用引号括起来。',
        en: 'Make the row match the headings; put text with a comma into quotes.',
      },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003001,海景花园,一期,440308003',
        at: '小区.csv:2:25 D2',
        slots: { cells: 4, headings: 3, from: '街道代码' },
      },
    }),
  }),
  'table.stray-row': error({
    zh: () =>
      '该行不成一条完整的记录，也不能当作表格下方的说明或落款略过：可能是几格挤在一格、一行断成两行，或没有填完；是记录的请每格填一项并补全，是说明的请移到最后一条记录之下并以“备注：”开头，或删去。',
    en: () =>
      'This row is no whole record, nor a note or signature below the table: its cells may be held in one, its line broken in two, or it was never finished; put one value into each cell and complete it, or, if it is a note, move it below the last record and begin it with 备注： (remark), or delete it.',
    explain: () => ({
      title: { zh: '不完整、也不是说明的行', en: 'A row that is neither a record nor a note' },
      text: {
        zh: '略过一行，就可能少算一个单位，所以只略过看得出是说明的行：以填表人、日期、备注等开头，日期、页码、整句话、整个加括号的话，落款的办公室、领导小组等，并且在最后一条记录以下。其余只填了一格的行按没有填好的记录处理：常见的是用了全角逗号或另一种分隔符、整行加了引号，一行被换行断成两行，只填了名称或代码；夹在记录中间的标题和说明也在此列。',
        en: 'To pass over a row might lose a unit, so only what says that it is a note is passed over, below the last record: what begins with 填表人, 日期, 备注 and the like, dates, page marks, sentences, what stands in brackets as a whole, and offices that sign. Any other row with a single filled cell is a record with a fault: full-width commas or another delimiter, quotes around the whole row, a line broken in two, a name or code alone. So is a title or note among the records.',
      },
      remedy: {
        zh: '是记录的每格填一项，补全各列，分隔符与表头一致；是标题或说明的删去，或移到表格下方并以“备注：”开头。',
        en: 'Complete it if it is a record, one value to a cell, parted as the headings are; delete it, or move it below the table and begin it with 备注：, if it is a title or note.',
      },
      example: {
        input:
          '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003\n田心片,,\n440308003003002,乙小区,440308003',
        at: '小区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.rows-above': error<{ rows: number }>({
    zh: ({ rows }) =>
      rows === 1
        ? '表头以上的这一行可能是记录，不像标题或说明；是记录的请移到表头以下，每格填一项，是说明的请删去。'
        : `表头以上从这里起有 ${rows} 行可能是记录，不像标题或说明；是记录的请移到表头以下，每格填一项，是说明的请删去。`,
    en: ({ rows }) =>
      rows === 1
        ? 'This row above the headings may be a record; move it below the headings if it is one, one value to a cell, delete it if not.'
        : `From here on ${rows} rows above the headings may be records; move them below the headings if they are, one value to a cell, delete them if not.`,
    explain: () => ({
      title: { zh: '表头以上有像记录的行', en: 'Rows above the headings that may be records' },
      text: {
        zh: '表头以上的标题（一格）、以填报单位等开头的行、“年度,2012”这样的说明会跳过。此处的行填了几格而不是这些样式，或在一格里写了整条记录；表格连同表头一起排过序时，记录就会跑到表头上面。略过它可能少算单位，因此要求说明。',
        en: 'Above the headings a title (one cell), lines that begin with 填报单位 and the like, and lines such as 年度,2012 are skipped. These rows have several cells and are none of that, or hold a whole record in one; where a table was sorted together with its headings, records stand above them. Skipping them might lose units.',
      },
      remedy: {
        zh: '把表头移到所有记录之上；是说明的删去，或并到一格。',
        en: 'Move the headings above all records; delete what is a remark, or put it into one cell.',
      },
      example: {
        input: '440308003003001,甲小区,440308003\n小区代码,小区名称,街道代码\n440308003003002,乙小区,440308003',
        at: '小区.csv:1:1 A1',
        slots: { rows: 1 },
      },
    }),
  }),
  'table.above-headings': note({
    zh: () => '表头以上的标题、填报单位等行不作为数据，已跳过。',
    en: () => 'A line above the headings (title, reporting unit and the like) was skipped.',
    explain: () => ({
      title: { zh: '表头以上的行', en: 'Lines above the headings' },
      text: {
        zh: '表头以上只有一格的行（表名）和以填报单位、填表人、审核人、负责人、日期、注、备注开头的行、以列名开头的行（如“年度,2012”）是表格的样式，不是记录，已跳过并在此列出。',
        en: 'Above the headings, lines with one filled cell (the title) and lines that begin with 填报单位, 填表人, 审核人, 负责人, 日期, 注 or 备注, or with the name of a column (as in 年度,2012) belong to the form, not to the records. They are skipped, and said so here.',
      },
      remedy: {
        zh: '若被跳过的是记录，请将其移到表头以下；否则无需处理。',
        en: 'If a record was skipped, move it below the headings; otherwise nothing needs doing.',
      },
      example: { input: '盐田区小区创建情况表,,\n小区代码,小区名称,创建等级', at: '小区.csv:1:1 A1', slots: {} },
    }),
  }),
  'table.headings-repeated': note({
    zh: () => '记录中间又出现一行相同的表头（多为几个文件接在一起），不作为记录，已跳过。',
    en: () =>
      'The same headings stand once more among the records, as where files were joined; the line is no record and was skipped.',
    explain: () => ({
      title: { zh: '重复的表头', en: 'Headings over again' },
      text: {
        zh: '把几个文件接成一个时，后面文件的表头会留在记录中间。与最上面的表头完全相同的，跳过；它上面的填表人、备注等行也不作为数据。',
        en: 'Where files were joined, the headings of the later ones are left among the records. Lines that are the same as the headings on top are skipped, and so are the lines of the form above them.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '小区名称,街道代码,创建等级\n甲小区,440308003,标兵\n小区名称,街道代码,创建等级\n乙小区,440308003,先进',
        at: '小区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.headings-within': error({
    zh: () =>
      '记录中间的这一行是表头，列名或次序与上面的表头不同，以下各行无法对照；请把以下各行另存为一个文件，或改成同样的列。',
    en: () =>
      'This line among the records is one of headings, and they are others than above or in another order, so the rows below do not stand under the headings; save them as a file of their own, or give them the same columns.',
    explain: () => ({
      title: { zh: '记录中间有另一行表头', en: 'Other headings among the records' },
      text: {
        zh: '记录中间的一行是列名，但与最上面的表头不同（另一张表，或列的次序不同）。以下各行的内容不在上面的列名之下，照读会读错，所以拒绝。',
        en: 'A line among the records consists of headings, but not of those on top: another table, or another order of columns. The cells below do not stand under the headings on top and would be misread.',
      },
      remedy: {
        zh: '把这一行和以下各行另存为一个文件，或把列改成与上面一致。',
        en: 'Save this line and those below as a file of their own, or bring their columns in line with those above.',
      },
      example: {
        input: '小区名称,街道代码,创建等级\n甲小区,440308003,标兵\n街道代码,小区名称,创建等级\n440308003,乙小区,先进',
        at: '小区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.below-records': note({
    zh: () => '记录以下的填表人、日期、备注等行不作为数据，已跳过。',
    en: () => 'A line below the records (signature, date, remark and the like) was skipped.',
    explain: () => ({
      title: { zh: '记录以下的行', en: 'Lines below the records' },
      text: {
        zh: '最后一条记录以下的填表人、审核人、日期、备注等行，以及只有一格、看得出是日期、页码、说明或落款单位的行，已跳过。其余只有一格的行按没填完的记录处理（table.stray-row）。',
        en: 'Below the last record, lines for signatures, dates and remarks are skipped, and lines with one filled cell that say that they are a date, a page mark, a note or the office that signs. Any other line with one filled cell is an unfinished record (table.stray-row).',
      },
      remedy: {
        zh: '若被跳过的是没填完的记录，请补全；否则无需处理。',
        en: 'If it is an unfinished record, complete it; otherwise nothing needs doing.',
      },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003\n填表人：张三,,审核人：李四',
        at: '小区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.blank-rows': note({
    zh: () => '空行已跳过。',
    en: () => 'A blank row was skipped.',
    explain: () => ({
      title: { zh: '空行', en: 'Blank rows' },
      text: {
        zh: '整行没有内容，已跳过，不影响计数。',
        en: 'Rows without any content were skipped; no count changes.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003\n,,\n440308003003002,乙小区,440308003',
        at: '小区.csv:3:1 A3',
        slots: {},
      },
    }),
  }),
  'table.extra-cells': note({
    zh: () => '行末多出的空格子不作为数据。',
    en: () => 'Empty cells beyond the last heading were ignored.',
    explain: () => ({
      title: { zh: '行末多出空格子', en: 'Empty cells at the end of rows' },
      text: {
        zh: '该行在表头之外还有空的格子，多半是表格软件保存时带出的，已忽略。表头之外的格子若有内容则为错误（table.ragged）。',
        en: 'The row has empty cells beyond the headings, mostly left by the spreadsheet; they were ignored. If they hold anything it is an error (table.ragged).',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003,,',
        at: '小区.csv:2:31 D2',
        slots: {},
      },
    }),
  }),
};
