import { error, listEn, listZh, note, unopened, warning } from '../entry.ts';

export const inputDiagnostics = {
  'input.not-found': unopened<{ path: string }>({
    zh: ({ path }) => `找不到“${path}”；请核对路径和文件名。`,
    en: ({ path }) => `There is no "${path}"; check the path and the file name.`,
    explain: () => ({
      title: { zh: '找不到文件或文件夹', en: 'A file or folder does not exist' },
      text: {
        zh: '命令行给出的路径不存在。少读一个文件就会少算单位、改变结论，所以工具不会略过它去评定其余文件。',
        en: 'A path on the command line does not exist. A file that is not read means units that are not counted and perhaps another verdict, so the rest is not judged without it.',
      },
      remedy: {
        zh: '核对路径、文件名和扩展名；路径含空格时加引号。',
        en: 'Check the path, the file name and its extension; quote a path that holds spaces.',
      },
      example: { input: '$ streetcheck assess 小区台帐.csv', slots: { path: '小区台帐.csv' } },
    }),
  }),
  'input.unreadable': unopened<{ path: string; cause: string }>({
    zh: ({ path, cause }) => `无法读取“${path}”（${cause}）；请检查访问权限，并关闭占用该文件的程序后重试。`,
    en: ({ path, cause }) =>
      `"${path}" cannot be read (${cause}); check the permissions, close the program that holds it and try again.`,
    explain: () => ({
      title: { zh: '文件无法读取', en: 'A file cannot be read' },
      text: {
        zh: '文件存在，但系统不允许读取，括号内是系统给出的原因：EACCES、EPERM 为没有权限，EBUSY 为被其他程序占用，EIO 为磁盘或网络盘出错。',
        en: 'The file is there but the system refuses to read it. The cause is the system’s own word: EACCES and EPERM mean no permission, EBUSY that another program holds it, EIO a fault of the disk or the network drive.',
      },
      remedy: {
        zh: '关闭正在打开该文件的程序，或把文件复制到本机自己的文件夹后重试。',
        en: 'Close the program that has it open, or copy it into a folder of your own, and try again.',
      },
      example: { input: '$ streetcheck assess 小区.csv', slots: { path: '小区.csv', cause: 'EBUSY' } },
    }),
  }),
  'input.bad-link': unopened<{ folder: string; file: string }>({
    zh: ({ folder, file }) =>
      `文件夹“${folder}”中的“${file}”是一个链接，没有指向可以读取的文件；请恢复它所指的文件，或删去该链接。`,
    en: ({ folder, file }) =>
      `"${file}" in the folder "${folder}" is a link that leads to no file; restore what it points to or delete the link.`,
    explain: () => ({
      title: { zh: '文件夹中的链接没有指向文件', en: 'A link in a folder leads to no file' },
      text: {
        zh: '给出的文件夹中有一个以数据文件命名的链接，但所指的文件已经移走或改名，或者所指的是文件夹、管道等，不是文件。本应读取的数据可能因此缺失，所以工具不会略过它去评定其余文件。',
        en: 'The folder given holds a link that is named like a data file. What it points to was moved or renamed, or is a folder, a pipe or the like. Data that should be read may be missing, so the rest is not judged without it.',
      },
      remedy: {
        zh: '恢复或重建链接，使其指向数据文件；不需要时删去。最好直接放入文件本身。',
        en: 'Make the link point to the data file again, or delete it if it is not needed. Better still put the file itself there.',
      },
      example: {
        input: '$ ls -l 报送材料\n小区.csv -> ../旧台账/小区.csv\n$ streetcheck assess 报送材料',
        slots: { folder: '报送材料', file: '小区.csv' },
      },
    }),
  }),
  'input.device': unopened<{ path: string }>({
    zh: ({ path }) => `“${path}”是设备，不是文件，无法作为报送数据读取；请给出文件或文件夹。`,
    en: ({ path }) => `"${path}" is a device, not a file; give a file or a folder.`,
    explain: () => ({
      title: { zh: '给出的是设备', en: 'A device was given' },
      text: {
        zh: '给出的路径是设备（如 /dev/zero），不是文件。设备可能没有尽头，也可能永远不给出数据，所以不读取。',
        en: 'The path is a device, such as /dev/zero. A device may never end, or never give anything, so none is read.',
      },
      remedy: {
        zh: '给出文件或文件夹；数据来自其他程序时，用“-”从标准输入读取。',
        en: 'Give a file or a folder; for what another program writes give - and pipe it in.',
      },
      example: { input: '$ streetcheck assess /dev/zero', slots: { path: '/dev/zero' } },
    }),
  }),
  'input.pipe-too-large': unopened<{ path: string; limit: string }>({
    zh: ({ path, limit }) => `从“${path}”读入的数据超过 ${limit}；请先存成文件，再给出该文件。`,
    en: ({ path, limit }) => `"${path}" gives more than ${limit}; save it to a file and give that file.`,
    explain: () => ({
      title: { zh: '从管道读入的数据过大', en: 'A pipe gives too much' },
      text: {
        zh: '管道和标准输入只能读一遍，而依据记录的位置要回头再查，所以其中的数据须全部放在内存里，因此设有上限。文件没有这个限制。',
        en: 'A pipe can be read only once, but places are looked up again in the data, so all of it is held in memory, up to a limit. Files have no such limit.',
      },
      remedy: { zh: '先把数据存成文件，再给出该文件。', en: 'Save the data to a file and give that file.' },
      example: { input: '$ yes | streetcheck assess -', slots: { path: '-', limit: '1 GiB' } },
    }),
  }),
  'input.no-data': unopened<{ path: string }>({
    zh: ({ path }) => `“${path}”中没有数据文件；请放入 .xlsx、.csv、.tsv、.txt、.yaml、.yml 或 .json 文件。`,
    en: ({ path }) =>
      `"${path}" holds no data file; put .xlsx, .csv, .tsv, .txt, .yaml, .yml or .json files into it or a folder inside it.`,
    explain: () => ({
      title: { zh: '文件夹中没有数据文件', en: 'A folder holds no data file' },
      text: {
        zh: '给出的文件夹里没有可读取的数据文件。工具读取该文件夹及其子文件夹中的 .xlsx、.xlsm、.csv、.tsv、.txt、.yaml、.yml、.json 文件，不读取以“.”或“~$”开头的文件和文件夹。没有数据就没有结论，因此不评定。',
        en: 'The folder has no file that can be read. Only .xlsx, .xlsm, .csv, .tsv, .txt, .yaml, .yml and .json files of the folder and of those inside it are read, but none that begin with "." or "~$". Without data there is no verdict.',
      },
      remedy: {
        zh: '把表格另存为 .xlsx 或“CSV UTF-8（逗号分隔）”放入该文件夹，或直接给出文件。',
        en: 'Save the sheets as .xlsx or "CSV UTF-8 (comma delimited)" into the folder, or name the files themselves.',
      },
      example: { input: '$ ls 报送材料\n社区.xls\n$ streetcheck assess 报送材料', slots: { path: '报送材料' } },
    }),
  }),
  'input.changed': unopened<{ path: string }>({
    zh: ({ path }) => `“${path}”在读取过程中被改动，结果不可靠；请保存并关闭该文件后重新运行。`,
    en: ({ path }) => `"${path}" was changed while it was read; save and close the file, then run again.`,
    explain: () => ({
      title: { zh: '文件在读取过程中被改动', en: 'A file was changed while it was read' },
      text: {
        zh: '读取期间文件的大小或修改时间变了。前后读到的不是同一份数据，所列行号、列号也不再可靠，所以放弃本次结果。',
        en: 'Its size or time of change became another one during the run. What was read before and after is not the same data and the places no longer hold, so the run is given up.',
      },
      remedy: {
        zh: '保存并关闭该文件，等同步软件完成后重新运行；必要时先复制一份再考核。',
        en: 'Save and close the file, wait for any synchronisation to end and run again; copy it first if need be.',
      },
      example: { input: '$ streetcheck assess 小区.csv', slots: { path: '小区.csv' } },
    }),
  }),
  'input.folder-too-large': unopened<{ path: string; entries: number; depth: number }>({
    zh: ({ path, entries, depth }) =>
      `“${path}”中的文件和文件夹多于 ${entries} 个，或者套了 ${depth} 层以上，不像是一次报送，没有读取；请给出存放报送数据的文件夹。`,
    en: ({ path, entries, depth }) =>
      `"${path}" holds more than ${entries} files and folders, or more than ${depth} folders within each other, which is no submission, so it was not read; give the folder that the data is in.`,
    explain: () => ({
      title: { zh: '文件夹过大', en: 'A folder is too large' },
      text: {
        zh: '文件夹连同其子文件夹一并读取，但有上限，以免误给整个磁盘时没完没了。超过上限时一个文件也不读，以免只评定其中一部分。',
        en: 'A folder is read with its subfolders, up to a limit, so that a whole disk given by mistake comes to an end. Beyond it nothing is read at all, lest a part be judged for the whole.',
      },
      remedy: { zh: '只给出存放报送数据的文件夹。', en: 'Give only the folder that the data is in.' },
      example: {
        input: '$ streetcheck assess /',
        slots: { path: '/', entries: 200000, depth: 32 },
      },
    }),
  }),
  'input.other-files': note<{ files: readonly string[] }>({
    zh: ({ files }) => `以下文件不是数据文件，未读取：${listZh(files)}。`,
    en: ({ files }) => `These are no data files and were not read: ${listEn(files)}.`,
    explain: () => ({
      title: { zh: '文件夹中有其他文件', en: 'A folder holds other files as well' },
      text: {
        zh: '这些文件不是数据文件，看起来也不像表格，没有读取，也不影响评定。列出来是为了让人看到有没有漏存为 .xlsx 或 CSV 的表格。',
        en: 'These files are not data, do not look like tables, were not read and change nothing. They are named so that a sheet nobody saved as .xlsx or CSV is noticed.',
      },
      remedy: {
        zh: '如果其中有应当报送的表格，请另存为 .xlsx 或“CSV UTF-8”；否则无需处理。',
        en: 'If one of them is a sheet that belongs to the submission, save it as .xlsx or "CSV UTF-8"; otherwise nothing needs doing.',
      },
      example: {
        input: '$ ls 报送材料\n情况说明.docx  社区.csv  照片.jpg',
        slots: { files: ['情况说明.docx', '照片.jpg'] },
      },
    }),
  }),
  'input.passed-over': warning<{ files: readonly string[] }>({
    zh: ({ files }) =>
      `以下文件或文件夹可能含有数据，但没有读取，其中的单位未计入：${listZh(files)}。请改为 .csv 扩展名或另存为 .xlsx，或者在命令中直接写出该文件或文件夹；不是数据的请移走。`,
    en: ({ files }) =>
      `These may hold data but were not read, so units in them are not counted: ${listEn(files)}. Rename to .csv, save as .xlsx, or name the file or folder as a PATH of its own; move away what is no data.`,
    explain: () => ({
      title: { zh: '文件夹中可能有数据没有读取', en: 'A folder may hold data that was not read' },
      text: {
        zh: '在给出的文件夹中，只读取扩展名为 .xlsx .xlsm .csv .tsv .txt .yaml .yml .json 且不以“.”开头的文件，子文件夹一并读取，指向文件夹的链接除外。列出的各项没有读取，但看起来像表格：扩展名属于电子表格或压缩包，文件名像数据文件的备份，内容开头有已知的列名，或者是隐藏的、由链接指向的文件夹，其中有这样的文件。只少报一张表，结论就可能不同。',
        en: 'Of a folder only files are read that end in .xlsx .xlsm .csv .tsv .txt .yaml .yml .json and do not begin with a dot, in subfolders too, but not in those that a link leads to. What is listed was not read although it looks like a table: by an ending of spreadsheets or archives, by a name like the copy of a data file, by known headings at its beginning, or as a folder with such files that is hidden or reached by a link. One table missing may mean another verdict.',
      },
      remedy: {
        zh: '属于报送的表格：改为 .csv 扩展名，或另存为 .xlsx；文件夹和其他文件也可以在命令中直接写出。压缩包先解压。不属于报送的，移到别处。',
        en: 'Where it belongs to the submission, rename it to .csv or save it as .xlsx; a folder, or a file with any name, can be given as a PATH of its own. Unpack an archive first. Move what does not belong there elsewhere.',
      },
      example: {
        input: '$ ls -A 报送材料\n.小区.csv  社区.csv  小区.csv.bak',
        slots: { files: ['.小区.csv', '小区.csv.bak'] },
      },
    }),
  }),
  'input.saved-report': note<{ path: string }>({
    zh: ({ path }) => `“${path}”是本工具保存的报告，不是数据，已跳过。`,
    en: ({ path }) => `"${path}" is a report saved by this tool, not data, and was skipped.`,
    explain: () => ({
      title: { zh: '跳过本工具保存的报告', en: 'A report of this tool was skipped' },
      text: {
        zh: '文件夹里有以前保存的 JSON 报告。报告是结论，不是数据，因此跳过，不会与台账混在一起。',
        en: 'The folder holds a JSON report saved earlier. A report is an answer, not data, so it is skipped and never mixed with the records.',
      },
      remedy: {
        zh: '无需处理；也可把报告存到别的文件夹。',
        en: 'Nothing needs doing; reports may also go to another folder.',
      },
      example: {
        input: '$ streetcheck assess 报送材料 --format json --output 报送材料/结果.json\n$ streetcheck assess 报送材料',
        slots: { path: '报送材料/结果.json' },
      },
    }),
  }),
  'input.audited-copies': note<{ path: string; files: readonly string[] }>({
    zh: ({ path, files }) => `“${path}”的工作表已另存为${listZh(files)}核查，以副本为准，原来的这些工作表没有读取。`,
    en: ({ path, files }) =>
      `"${path}" has sheets that were copied to ${listEn(files)} for an audit; the copies count, and those sheets were not read.`,
    explain: () => ({
      title: { zh: '核查副本代替了工作簿', en: 'Copies that stand for a workbook' },
      text: {
        zh: '电子表格不能只改单个格子，所以现场核查时各工作表另存为 CSV，答案写在副本里；工作簿旁边的 .audit.jsonl 记着副本是哪些文件、由哪些字节另存而来。副本与工作簿一起给出而工作簿没有再改过时，以副本为准，以免同一单位计两次；没有另存的工作表照样读取。',
        en: 'The cells of a spreadsheet cannot be changed one by one, so an audit copies its sheets to CSV and writes the answers there; the .audit.jsonl beside the workbook says which files those are and of which bytes they are copies. Where they are given together and the workbook was not changed since, the copies count, lest a unit count twice; sheets without a copy are read as ever.',
      },
      remedy: {
        zh: '无需处理；核查作废时，把副本和工作簿旁的 .audit.jsonl 移走。',
        en: 'Nothing needs doing; where the audit is to be dropped, move the copies and the .audit.jsonl beside the workbook away.',
      },
      example: {
        input: '$ ls 报送\n小区.csv  小区.xlsx  小区.xlsx.audit.jsonl\n$ streetcheck assess 报送',
        slots: { path: '小区.xlsx', files: ['小区.csv'] },
      },
    }),
  }),
  'input.copies-differ': error<{ path: string; files: readonly string[] }>({
    zh: ({ path, files }) =>
      `“${path}”另存为${listZh(files)}核查以后又改动过，两者不再一致，不知以哪个为准；请只留一个，把另一个移到别处。`,
    en: ({ path, files }) =>
      `"${path}" was changed after it was copied to ${listEn(files)} for an audit, so that nobody knows which of them counts; keep one and move the other elsewhere.`,
    explain: () => ({
      title: { zh: '工作簿在核查以后又改动过', en: 'A workbook was changed after its audit' },
      text: {
        zh: '工作簿的工作表已另存为 CSV 核查，此后工作簿又改动过。副本里有现场核查的答案，工作簿里有后来的改动，任取其一都会丢掉另一个，所以不评定。',
        en: 'The sheets of the workbook were copied to CSV for an audit, and the workbook was changed since. The copies hold what was found on site, the workbook what was changed later, and taking either would lose the other, so nothing is judged.',
      },
      remedy: {
        zh: '对照两者，把改动并入其中一个，把另一个移到别处。',
        en: 'Compare the two, bring the changes into one of them, and move the other elsewhere.',
      },
      example: {
        input: '$ ls 报送\n小区.csv  小区.xlsx  小区.xlsx.audit.jsonl\n$ streetcheck assess 报送',
        slots: { path: '小区.xlsx', files: ['小区.csv'] },
      },
    }),
  }),
  'input.given-twice': note<{ path: string }>({
    zh: ({ path }) => `“${path}”重复给出，只读取一次。`,
    en: ({ path }) => `"${path}" was given more than once and is read once.`,
    explain: () => ({
      title: { zh: '同一文件给出两次', en: 'The same file was given twice' },
      text: {
        zh: '同一个文件由不同写法的路径，或既由文件夹又由文件名给出。只读取一次，不会重复计数。',
        en: 'One file was reached by two paths, or by its folder and by its name. It is read once, so nothing is counted twice.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: { input: '$ streetcheck assess 报送材料 报送材料/小区.csv', slots: { path: '报送材料/小区.csv' } },
    }),
  }),
};
