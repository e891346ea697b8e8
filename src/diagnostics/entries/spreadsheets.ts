import type { Text } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, note, warning } from '../entry.ts';

/** What is wrong with a workbook that cannot be read. */
export const XLSX_DAMAGES = {
  'no-archive': { zh: '扩展名是 .xlsx，内容却不是工作簿', en: 'it is named .xlsx but is no workbook' },
  archive: { zh: '压缩包不完整或已损坏', en: 'the archive is cut off or damaged' },
  size: { zh: '部件的实际大小与所注不符', en: 'a part is not as large as it says' },
  checksum: { zh: '部件的校验和不符', en: 'the checksum of a part is wrong' },
  'missing-part': { zh: '缺少部件', en: 'a part is missing' },
  'repeated-part': { zh: '有两个同名部件', en: 'two parts have one name' },
  'no-workbook': { zh: '工作簿部件不是工作簿', en: 'the workbook part holds no workbook' },
  'no-sheets': { zh: '没有工作表', en: 'it has no worksheet' },
  'no-worksheet': { zh: '工作表部件不是工作表', en: 'the part of the sheet holds no worksheet' },
  xml: { zh: '部件不是合规的 XML', en: 'a part is not well-formed XML' },
  encoding: { zh: '部件的字符编码有误', en: 'the characters of a part are broken' },
  doctype: { zh: '部件含有文档类型声明（DOCTYPE）', en: 'a part has a document type (DOCTYPE)' },
  depth: { zh: '部件嵌套过深', en: 'a part is nested too deeply' },
  row: { zh: '行号不合规', en: 'a row has no proper number' },
  'row-order': { zh: '行号重复或次序颠倒', en: 'a row stands twice or out of order' },
  'cell-row': { zh: '单元格名称与所在行不符', en: 'a cell does not belong to its row' },
  'cell-order': { zh: '单元格重复或次序颠倒', en: 'a cell stands twice or out of order' },
  'string-index': { zh: '单元格引用的文字不存在', en: 'a cell refers to a text that is not there' },
  value: { zh: '单元格的值不合规', en: 'a cell holds no proper value' },
  stray: { zh: '格式中没有其位置的内容', en: 'something stands where the format has no place for it' },
  merge: { zh: '合并单元格的范围不合规或重叠', en: 'merged cells overlap or have no proper range' },
} as const satisfies Readonly<Record<string, Text>>;

/** How much of a workbook is read at most. */
export const XLSX_LIMITS = {
  parts: { zh: '1 万个部件', en: '10,000 parts' },
  sheets: { zh: '1,000 张工作表', en: '1,000 sheets' },
  part: { zh: '解压后 2 GiB', en: '2 GiB when inflated' },
  ratio: { zh: '压缩 100 倍', en: 'a hundredfold compression' },
  strings: { zh: ' 256 MiB 文字', en: '256 MiB of text' },
  cells: { zh: ' 512 MiB 单元格内容', en: '512 MiB of cells' },
  columns: { zh: '1,024 列', en: '1,024 columns' },
  merges: { zh: '约 100 万处合并', en: 'a million merged ranges' },
  text: { zh: '一格 65,536 字', en: '65,536 characters in one cell' },
  content: { zh: ' 1 GiB 单元格内容', en: '1 GiB of cells' },
} as const satisfies Readonly<Record<string, Text>>;

export const spreadsheetDiagnostics = {
  'xlsx.damaged': error<{ damage: Text; detail: string }>({
    zh: ({ damage, detail }) =>
      `工作簿无法读取：${damage.zh}（${detail}）；请在表格软件中打开，另存为新的 .xlsx 文件；打不开的请重新取得该文件。`,
    en: ({ damage, detail }) =>
      `The workbook cannot be read: ${damage.en} (${detail}); open it in the spreadsheet program and save it anew as .xlsx, or get the file again if it does not open.`,
    explain: () => ({
      title: { zh: '工作簿损坏', en: 'A damaged workbook' },
      text: {
        zh: '.xlsx 是一个压缩包，其中每张工作表是一个部件。压缩包不完整、部件的大小或校验和不符、行或单元格重复、引用的文字不存在等，都说明读到的可能不是原来的内容，所以整张表不读取，而不是读到哪里算哪里。文档类型声明（DOCTYPE）可以带入外部内容，正常的工作簿里没有，因此也不接受。',
        en: 'An .xlsx file is an archive with a part for each sheet. Where it is cut off, where a size or checksum is wrong, where a row or cell stands twice or a text is not there, what would be read may not be what was written, so nothing of it is. A document type (DOCTYPE) can pull in other content and stands in no proper workbook, so it is refused as well.',
      },
      remedy: {
        zh: '在表格软件中打开，另存为新的 .xlsx 文件；软件也打不开时，请重新下载或请报送单位重发。',
        en: 'Open it in the spreadsheet program and save it as a new .xlsx; if that does not open it either, download it again or have it sent again.',
      },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx:1:1',
        slots: { damage: XLSX_DAMAGES.archive, detail: 'unexpected EOF' },
      },
    }),
  }),
  'xlsx.too-large': error<{ limit: Text }>({
    zh: ({ limit }) =>
      `工作簿超过${limit.zh}的上限，没有读取；请只保留台账本身，删去表格以外的内容后另存为 .xlsx，或拆成几个文件，或另存为“CSV UTF-8”。`,
    en: ({ limit }) =>
      `The workbook exceeds the limit of ${limit.en} and was not read; keep the register only and delete what stands around it, split it into several files, or save it as "CSV UTF-8".`,
    explain: () => ({
      title: { zh: '工作簿过大', en: 'A workbook that is too large' },
      text: {
        zh: '一张工作表最多读取 1,048,576 行、1,024 列，解压后不超过 2 GiB。小文件解压后可能极大（压缩炸弹），因此大的部件压缩超过 100 倍的也不读取。这些上限远大于任何台账。表格右侧很远处误填了一格时也会出现此提示，位置即为该格。',
        en: 'Of a sheet at most 1,048,576 rows and 1,024 columns are read, and 2 GiB when inflated. A small file may inflate to a huge one (a zip bomb), so a large part that is compressed more than a hundredfold is not read either. No register comes near these limits. A single cell filled far to the right leads here too; the place is that cell.',
      },
      remedy: {
        zh: '删去台账以外的内容（如远处误填的格子）后另存为 .xlsx；确实很大的拆成几个文件，或另存为“CSV UTF-8”。',
        en: 'Delete what does not belong to the register, such as a stray cell far away, and save it anew; split a register that is really so large, or save it as "CSV UTF-8".',
      },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx#小区!XFD1048576',
        slots: { limit: XLSX_LIMITS.columns },
      },
    }),
  }),
  'xlsx.encrypted': error({
    zh: () => '工作簿设有打开密码，无法读取；请在表格软件中取消密码，另存为 .xlsx。',
    en: () => 'The workbook is protected by a password; open it, remove the password and save it as .xlsx.',
    explain: () => ({
      title: { zh: '工作簿设有密码', en: 'A workbook with a password' },
      text: {
        zh: '设有打开密码的工作簿是加密的，工具不读取，也不接受密码。',
        en: 'A workbook that needs a password to be opened is encrypted. It is not read, and no password is taken.',
      },
      remedy: {
        zh: '打开文件，在“文件 → 信息 → 保护工作簿 → 用密码进行加密”中清空密码，另存为 .xlsx。',
        en: 'Open it, clear the password under File, Info, Protect Workbook, Encrypt with Password, and save it as .xlsx.',
      },
      example: { input: '$ streetcheck assess 小区.xlsx', at: '小区.xlsx:1:1', slots: {} },
    }),
  }),
  'xlsx.no-sheet': error<{ sheet: string; sheets: readonly string[] }>({
    zh: ({ sheet, sheets }) => `工作簿中没有名为“${sheet}”的工作表；现有：${listZh(sheets)}，请改正“文件#工作表”。`,
    en: ({ sheet, sheets }) =>
      `The workbook has no sheet "${sheet}"; it has ${listEn(sheets)}. Correct the name in FILE#SHEET.`,
    explain: () => ({
      title: { zh: '没有这张工作表', en: 'No such sheet' },
      text: {
        zh: '“文件#工作表”指明要读取的工作表，而工作簿中没有这个名称。名称以标签上的为准，不分大小写。不指明时读取第一张没有隐藏的工作表。',
        en: 'FILE#SHEET names the sheet to read, and the workbook has none of that name. It is the name on the tab, in upper or lower case. Without a name the first sheet that is not hidden is read.',
      },
      remedy: { zh: '改用列出的名称之一。', en: 'Use one of the names that are listed.' },
      example: {
        input: '$ streetcheck assess 台账.xlsx#小区表',
        at: '台账.xlsx:1:1',
        slots: { sheet: '小区表', sheets: ['街道', '社区', '小区'] },
      },
    }),
  }),
  'xlsx.other-sheets': note<{ sheets: readonly string[]; file: string }>({
    zh: ({ sheets, file }) =>
      `${file} 中以下工作表没有可识别的表头，未读取：${listZh(sheets)}。其中若有台账，请改正表头，或者写“文件#工作表”指明。`,
    en: ({ sheets, file }) =>
      `Sheets of ${file} without headings that are known were not read: ${listEn(sheets)}. Where one holds data, correct its headings, or name it as FILE#SHEET.`,
    explain: () => ({
      title: { zh: '没有台账表头的工作表没有读取', en: 'Sheets without known headings were not read' },
      text: {
        zh: '工作簿中凡没有隐藏、认得出表头的工作表都会读取。这些工作表也有内容，但认得的列名不到两个，多半是封面、填表说明、选项或图表，所以没有读取。看来是台账而没有读取的工作表另有警告。',
        en: 'Every sheet of a workbook that is not hidden and whose headings are recognised is read. These hold something too, but under fewer than two headings that are known: mostly a cover, instructions, lists of choices or charts. Sheets that look like tables and were not read are a warning of its own.',
      },
      remedy: {
        zh: '是封面、说明的无需处理；是台账的，把列名改成标准写法，或者写“文件#工作表”指明，届时会逐项指出表头的问题。',
        en: 'Nothing needs doing about covers and instructions. Where one is a register, correct its headings, or name it as FILE#SHEET, which then says what is wrong with them.',
      },
      example: {
        input: '$ streetcheck assess 台账.xlsx',
        at: '台账.xlsx#街道!A1',
        slots: { sheets: ['封面', '填表说明'], file: '台账.xlsx' },
      },
    }),
  }),
  'xlsx.unread-tables': warning<{ sheets: readonly string[]; file: string }>({
    zh: ({ sheets, file }) =>
      `工作表${listZh(sheets)}看来也是台账，却没有读取，其中的单位没有计入；要读取的请逐张写“文件#工作表”，如 ${file}#${sheets[0]}，不应报送的请从工作簿中删去。`,
    en: ({ sheets, file }) =>
      `Sheets that look like tables were not read, so that no unit of theirs counts: ${listEn(sheets)}. Name each one to be read as FILE#SHEET, as in ${file}#${sheets[0]}; delete what should not be handed in.`,
    explain: () => ({
      title: { zh: '看来是台账的工作表没有读取', en: 'Sheets that look like tables were not read' },
      text: {
        zh: '这些工作表看来是台账，而本次没有读取：隐藏的工作表不读取；写了“文件#工作表”的只读取写明的；有两个认得的列名、却没有一列是要考核的（如通讯录），或者有记录而没有表头的，也不读取。其中的单位一个也没有计入，结论可能因此不同，所以是警告而不是提示。',
        en: 'These look like tables and were not read: hidden sheets are not, beside FILE#SHEET only those that are named are, and neither are sheets with two known headings and no column of what is judged (a list of telephone numbers), nor records without headings. None of their units counts, and the verdict might be another one, which is why this is a warning and not a note.',
      },
      remedy: {
        zh: '要读取的写“文件#工作表”指明，或者取消隐藏、补上表头；不应报送的（旧表、备份）从工作簿中删去。',
        en: 'Name each one that is to be read as FILE#SHEET, or unhide it and give it headings; delete old lists and copies that should not be handed in.',
      },
      example: {
        input: '$ streetcheck assess 台账.xlsx',
        at: '台账.xlsx#街道!A1',
        slots: { sheets: ['旧社区表', '通讯录'], file: '台账.xlsx' },
      },
    }),
  }),
  'xlsx.hidden-rows': note({
    zh: () => '该行在表格中是隐藏的（如经筛选），照样读取。',
    en: () => 'A row that is hidden in the spreadsheet, by a filter for instance, was read like any other.',
    explain: () => ({
      title: { zh: '隐藏的行', en: 'Hidden rows' },
      text: {
        zh: '筛选或手工隐藏的行在表格里看不见，但仍在文件中，照样读取和计数。只作提示，以免以为它们已被删去。',
        en: 'Rows that a filter or a person has hidden are not seen in the spreadsheet but are still in the file. They are read and counted like any other; the note is there so that nobody takes them for deleted.',
      },
      remedy: {
        zh: '不应报送的行请删除，而不是隐藏；否则无需处理。',
        en: 'Delete rows that should not be handed in instead of hiding them; otherwise nothing needs doing.',
      },
      example: { input: '$ streetcheck assess 小区.xlsx', at: '小区.xlsx#小区!A7', slots: {} },
    }),
  }),
  'xlsx.merged-down': note<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”是合并单元格，其中各行都取其首格的内容。`,
    en: ({ heading }) => `"${heading}" is merged over several rows, each of which has the value of the first.`,
    explain: () => ({
      title: { zh: '合并单元格', en: 'Merged cells' },
      text: {
        zh: '合并的几行共用一格，文件里只有首格有内容。.xlsx 写明哪几格是合并的，因此各行都取首格的内容，不必猜测。整行没有其他内容的仍是空行。',
        en: 'Rows that are merged share one cell, and only the first of them holds anything. The file says which cells are merged, so each row has the value of the first and nothing is guessed. A row with nothing else stays blank.',
      },
      remedy: {
        zh: '一般无需处理；件数各行不同的请取消合并，分别填写。',
        en: 'Mostly nothing needs doing; split the cells where the rows differ.',
      },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx#小区!C4',
        slots: { heading: '街道' },
      },
    }),
  }),
  'xlsx.merged-count': warning<{ heading: Heading; units: number }>({
    zh: ({ heading, units }) =>
      `“${heading}”的这一格由 ${units} 个单位合并而成，每个单位都按整个数计；各有各数的请取消合并，分别填写。`,
    en: ({ heading, units }) =>
      `This cell of "${heading}" is merged over ${units} units, and each of them gets the whole count; split it and enter the count of each unless they are the same.`,
    explain: () => ({
      title: { zh: '件数由几个单位合并', en: 'A count merged over several units' },
      text: {
        zh: '几个单位的件数合并成一格，每个单位都按整个数计：三个单位合写 20 件，各按 20 件计。所写的可能是合计，也可能恰好各为 20 件，工具无法断定；当作上年的基数时，合计会使每个单位都像是下降了。位置是合并单元格的首格。',
        en: 'One cell holds the count of several units, and each of them gets the whole: 20 cases merged over three units are 20 of each. It may be their sum or the count of each, which cannot be told; as the base of last year a sum makes each of them look as if cases had gone down. The place is the first of the merged cells.',
      },
      remedy: {
        zh: '取消合并，每个单位分别填写；确实各为此数的无需处理。',
        en: 'Split the cells and enter the count of each unit; nothing needs doing if each really has it.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!G4',
        slots: { heading: '上年刑事发案', units: 3 },
      },
    }),
  }),
  'xlsx.error-value': error<{ heading: Heading }>({
    zh: ({ heading }) => `“${heading}”中的公式结果是错误值；请改正公式或直接填写，不详的留空。`,
    en: ({ heading }) =>
      `"${heading}" holds the error of a formula; correct the formula or enter the value, and leave it blank if not known.`,
    explain: () => ({
      title: { zh: '公式的结果是错误值', en: 'The error of a formula' },
      text: {
        zh: '格中的公式算不出结果，存的是 #N/A、#REF!、#DIV/0! 之类的错误值。它既不是空白，也不是 0，原来应是什么无法知道。只有考核要看的列和说明是哪个单位的列才如此严格；其他列中的错误值没有影响。用 --on-invalid unknown 可以先按不详继续评定。',
        en: 'The formula came to nothing and the cell holds an error such as #N/A, #REF! or #DIV/0!. That is neither a blank nor a zero, and what it should be cannot be known. Only columns that are assessed or say which unit a row is about are held to this; errors elsewhere do not matter. With --on-invalid unknown such values count as not known and the run goes on.',
      },
      remedy: {
        zh: '改正公式或它引用的格子，或直接填写值；不详的留空。',
        en: 'Correct the formula or what it refers to, or enter the value itself; leave it blank if not known.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!F18',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'xlsx.no-value': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”中的公式没有可用的结果：结果没有保存，或工作簿要求打开时全部重新计算，所存的只是占位；请在表格软件中打开，算出后保存。`,
    en: ({ heading }) =>
      `"${heading}" holds a formula without a result that counts: none was saved, or the workbook asks to be calculated on opening, so that what was saved only holds the place. Open the file in the spreadsheet program, let it calculate, and save.`,
    explain: () => ({
      title: { zh: '公式没有可用的结果', en: 'A formula without a result that counts' },
      text: {
        zh: '公式按保存的结果读取，工具自己不计算。该格有公式而没有结果，多半是由其他程序生成、从未在表格软件中打开过的文件。这类程序也常在结果处写 0 占位，并注明打开时全部重新计算；有此注明（或注明上次没有算完）的工作簿，所有公式的结果都不算数。当作空白就会把填了的数变成不详，所以要求先算出来。',
        en: 'Formulas count by their saved results; nothing is calculated here. This one has none, mostly because a program wrote the file and no spreadsheet has opened it yet. Such programs also put a 0 in place of each result and ask for the workbook to be calculated on opening; where a workbook asks for that, or says that the last calculation was not completed, no result in it counts. Taken as a blank, a number that was filled in would become unknown, so it has to be calculated first.',
      },
      remedy: {
        zh: '在表格软件中打开文件（必要时按 F9 重新计算），保存后再考核。',
        en: 'Open the file in the spreadsheet program, press F9 to recalculate if need be, and save it.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!F18',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'xlsx.withdrawn': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”中有划掉的（删除线）或上下标的文字，哪些算数无法断定（1² 不是 12）；请只保留算数的内容，并去掉删除线和上下标；整行作废的请删除该行。`,
    en: ({ heading }) =>
      `"${heading}" holds text that is struck out, raised or lowered, and what of it counts cannot be told (1² is not 12); keep only what counts, without such formatting, and delete a row that is crossed out.`,
    explain: () => ({
      title: { zh: '划掉的或上下标的文字', en: 'Text that is struck out or raised' },
      text: {
        zh: '文件里存的文字不分是否划掉、是否上标：1² 存作 12，划掉 1 再写 2 也存作 12。划掉的是作废的，上标多是注号或指数，照字读会读出谁也没有填的数，所以要求改正。整格、整行划掉的也一样：划掉的单位算不算在内，要由填表人定。只管考核要看的列和说明是哪个单位的列，列名本身划掉的也在内；由条件格式显示的删除线工具看不到。用 --on-invalid unknown 可以先按不详继续评定（代码、名称除外）。',
        en: 'A file holds the same text whether it is struck out or raised or not: 1² is stored as 12, and so is a 1 that was struck out with a 2 behind it. What is struck out was withdrawn, and what is raised is mostly the mark of a note or an exponent, so that the bare text is one that nobody meant. The same goes for whole cells and rows: whether a unit that is crossed out counts is for whoever filled in the form to say. Only columns that are assessed or say which unit a row is about are held to this, their headings included; what conditional formatting strikes out is not seen. With --on-invalid unknown such values, except codes and names, count as not known and the run goes on.',
      },
      remedy: {
        zh: '只保留算数的内容，在“设置单元格格式 → 字体”中去掉删除线、上标和下标；作废的行请删除。',
        en: 'Keep only what counts and clear Strikethrough, Superscript and Subscript under Format Cells, Font; delete rows that are crossed out.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!F18',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'xlsx.shown-otherwise': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”存的内容与表格中显示的不同（由单元格格式改变或隐藏、零值不显示，或被合并单元格盖住），应以哪个为准无法断定；请取消这样的格式、设置或合并，按实际重新填写。`,
    en: ({ heading }) =>
      `"${heading}" holds something else than the spreadsheet shows, since a number format changes or hides it, noughts are not shown, or merged cells cover it; which of the two is meant cannot be told. Take away what hides it, and enter what is meant.`,
    explain: () => ({
      title: { zh: '存的与显示的不同', en: 'Held and shown are not the same' },
      text: {
        zh: '数字格式可以让单元格显示别的内容：;;; 什么也不显示，"是" 不论存什么都显示“是”，0, 把 5000 显示成 5，"不"@ 在文字前加“不”；工作表可以设为不显示零值；合并单元格会盖住其中原有的内容。看表的人签认的是显示的，文件里存的是另一个，应以哪个为准无法断定。只管考核要看的列和说明是哪个单位的列。前面补零、代码前的固定数字和百分数按显示的读取；单位（如 0"起"）和千位逗号不改变数，不在此列；会计格式把 0 显示成“-”，仍是 0。',
        en: 'A number format can show something else than a cell holds: ;;; shows nothing, "是" shows that whatever is in the cell, 0, shows 5000 as 5, "不"@ puts a word in front of a text; a sheet can be set to show a blank for each 0; and merged cells cover what stood in them. People who look at the sheet confirm what is shown while the file holds another thing, and which of the two is meant cannot be told. Only columns that are assessed or say which unit a row is about are held to this. Zeros and fixed digits in front of a code and percentages are read as they are shown; a unit as in 0"起" and commas for thousands do not change the number; the dash of accounting formats is a 0.',
      },
      remedy: {
        zh: '把格式改为“常规”或“文本”，在选项中勾选显示零值，取消合并，按实际重新填写。',
        en: 'Change the format to General or Text, have zeros shown (an option of the sheet), split merged cells, and enter what is meant.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!F18',
        slots: { heading: '本年刑事发案' },
      },
    }),
  }),
  'xlsx.long-code': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”存成了超过 15 位的数字，表格软件只保留 15 位，末尾数字已经丢失；请把该列设为文本格式，按原始台账重新填写代码。`,
    en: ({ heading }) =>
      `"${heading}" is a number of more than 15 digits, of which a spreadsheet keeps only 15; format the column as text and enter the code again from the original.`,
    explain: () => ({
      title: { zh: '代码是超过 15 位的数字', en: 'A code as a number of more than 15 digits' },
      text: {
        zh: '表格软件的数字只有 15 位有效数字，第 16 位起变成 0。存成数字的 17 位、18 位代码因此已经不是原来的代码，改格式也不能恢复。存成文本的代码没有这个问题。',
        en: 'Numbers in a spreadsheet have 15 digits; from the 16th on they turn into zeros. A code of 17 or 18 digits that was stored as a number is no longer what was typed, and changing the format does not bring it back. Codes stored as text are not affected.',
      },
      remedy: {
        zh: '把代码列设为“文本”格式，再按原始台账重新填写。',
        en: 'Format the column as text, then enter the codes again from the original.',
      },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx#小区!A5',
        slots: { heading: '小区代码' },
      },
    }),
  }),
  'xlsx.date-code': error<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”被表格软件存成了日期，原来填的已经丢失；请把该列设为文本格式，按原始台账重新填写。`,
    en: ({ heading }) =>
      `"${heading}" was turned into a date and what was typed is lost; format the column as text and enter it again from the original.`,
    explain: () => ({
      title: { zh: '代码或名称变成了日期', en: 'A code or name that became a date' },
      text: {
        zh: '填入 3-5 之类的代码或名称时，表格软件会当作日期保存，原来填的是什么已无法知道。',
        en: 'A code or name such as 3-5 is taken for a date when it is typed and saved as one; what was typed cannot be known any more.',
      },
      remedy: {
        zh: '把该列设为“文本”格式，再重新填写。',
        en: 'Format the column as text, then enter them again.',
      },
      example: {
        input: '$ streetcheck assess 小区.xlsx',
        at: '小区.xlsx#小区!A5',
        slots: { heading: '小区代码' },
      },
    }),
  }),
  'xlsx.number-code': note<{ heading: Heading }>({
    zh: ({ heading }) =>
      `“${heading}”存成了数字（表格中可能显示为 4.40308E+11），按完整的数字读取；开头的 0 如曾填写已经丢失，请核对。`,
    en: ({ heading }) =>
      `"${heading}" is a number, which a spreadsheet may show as 4.40308E+11; all its digits were read. Zeros in front are lost if there were any.`,
    explain: () => ({
      title: { zh: '代码存成了数字', en: 'Codes stored as numbers' },
      text: {
        zh: '代码列存的是数字，表格里可能显示成 4.40308E+11，但 15 位以内的数字在文件中是完整的，已按完整的数字读取。只有开头的 0 会丢失：行政区划代码不以 0 开头，自编号要核对。显示成科学计数法后再存成 CSV，数字就真的丢了。',
        en: 'The column holds numbers, which a spreadsheet may show as 4.40308E+11; up to 15 digits the file still has them exactly, and they were read so. Only zeros in front are lost: national codes have none, an office’s own numbers have to be checked. Saved as CSV from that display, the digits would be lost indeed.',
      },
      remedy: {
        zh: '无需处理；以后请把代码列设为“文本”格式。',
        en: 'Nothing needs doing; format code columns as text in future.',
      },
      example: {
        input: '$ streetcheck assess 社区.xlsx',
        at: '社区.xlsx#社区!A5',
        slots: { heading: '社区代码' },
      },
    }),
  }),
};
