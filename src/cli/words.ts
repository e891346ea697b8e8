import type { Level } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';

const zh = {
  language: 'zh' as Language,
  help: {
    titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    options: '[选项]',
    command: '[命令]',
    program: '依据考核规则评定各考核对象是否达标，并逐项说明理由、依据记录和尚缺数据。',
    assess: '评定考核对象是否达标',
    validate: '只检查报送数据能否用于评定，不作评定',
    plan: '列出最少整改哪些单位才能达标、须问清哪些空缺、先查哪里',
    report: '把已保存的 JSON 报告再次输出为任意格式',
    reportFile: '用 --format json 保存的报告，或 -（标准输入）',
    verify: '用原始数据核验已保存的 JSON 报告：能否原样重现，不能则指明原因',
    verifyFormat: '核验结果的格式：table 或 json；默认 table',
    verifyExitCodes: `退出码：
  0 逐字节重现   1 有不一致   64 用法错误   65 报告无效
  66 报告、数据或规则包打不开   70 程序缺陷   78 规则包无效   130 被中断`,
    audit: '在现场一问一答，把空缺填进文件：先问决定结论的；随答随存，可随时停下再接着答',
    auditFile: '要核查的文件（CSV、YAML、JSON；xlsx 另存为 CSV）或文件夹，或 表名=文件',
    auditBy: '核查人姓名，记入核查记录；默认开始时询问',
    auditSubject: '只核查该考核对象；可多次使用',
    auditExitCodes: `退出码：
  0 已保存   64 用法错误，或不在终端中   65 数据无效
  66 文件或规则包打不开   70 程序缺陷   73 无法写出，或文件被别人改动
  78 规则包无效   130 停下，以后接着答`,
    explain: '详细说明一个数据问题代码或理由代码，并举例',
    validateExitCodes: `退出码：
  0 可用于评定   64 用法错误   65 数据无效   66 输入或规则包打不开
  70 程序缺陷   73 无法写出   78 规则包无效   130 被中断`,
    helpCommand: '显示命令的用法',
    helpOption: '显示用法',
    version: '显示版本号',
    path: '文件、文件#工作表（如 台账.xlsx#Sheet1）、表名=文件、文件夹，或 -（标准输入）',
    code: '报告中列出的代码，如 record.lossy-code',
    format: (known: readonly string[]) => `报告格式：${known.join('、')}；可多次使用`,
    output: '写入文件；格式取它前面的 --format，没有的按扩展名',
    base: '加在输入文件路径前面的文件夹；输入文件须在同一文件夹中',
    notes: '逐条列出提示（否则只报条数）',
    summary: 'csv 格式每个考核对象一行（汇总）',
    sarifAll: 'sarif 格式也列出达标和不适用的结果',
    rules: '规则包：编号、文件夹或文件',
    year: '考核年度，如 2012；默认取数据中最近的年度',
    lang: '语言：zh 或 en；默认按系统区域设置',
    encoding: '输入文件的编码，如 gb18030；默认自动识别',
    onInvalid: '遇到无效取值：refuse 拒绝评定（默认），unknown 按“未知”处理',
    maxWarnings: '警告多于 N 条时退出码为 65，与数据无效相同',
    each: '每个 PATH，或文件夹中的每个文件夹、每个数据文件，各为一份报送，分别评定；每份一行，或各写一份报告（--output 中的 {name} 为其名称）',
    subject: '只列出该考核对象，并只按它得出结论；可多次使用；也可用规则包中被考核的层级作选项名',
    witnesses: '每项最多列出几条依据记录；默认 20，0 为全部',
    quiet: '只显示结论，不列理由和依据记录',
    noColor: '不使用颜色',
    exitCodes: `退出码：
  0 全部达标   1 有不达标   2 无不达标但有待定，或全部不适用
  64 用法错误   65 数据无效   66 输入或规则包打不开   70 程序缺陷
  73 无法写出   78 规则包无效   130 被中断`,
  },
  usage: {
    unknownOption: (option: string) => `没有选项 ${option}`,
    unknownCommand: (command: string) => `没有命令“${command}”`,
    optionWithoutValue: (option: string) => `选项 ${option} 缺少取值`,
    missingOption: (option: string) => `必须给出选项 ${option}`,
    missingArgument: (name: string) => `缺少参数 ${name}`,
    tooManyArguments: '参数过多',
    didYouMean: (candidates: readonly string[]) => `是否想输入：${candidates.join('、')}`,
    noCommand: '缺少命令',
    seeHelp: (command: string) => `用法见 ${command} --help`,
    badValue: (option: string, value: string, expected: string) =>
      `选项 ${option} 的取值“${value}”无效：应为${expected}`,
    oneOf: (values: readonly string[]) => ` ${values.join('、')} 之一`,
    fourDigits: '四位数字的年度，如 2012',
    wholeNumber: '不小于 0 的整数',
    encodingLabel: '已知的编码名称，如 utf-8、gb18030、utf-16le',
    notEmpty: '非空的名称',
    outputWithoutFormat: (output: string) =>
      `--output ${output} 没有对应的 --format，扩展名也看不出格式：请写作 --format 格式 --output 文件，逐对列出`,
    noSuchReport: (output: string, formats: readonly string[]) =>
      `${output} 的扩展名所指的格式这里写不出来：请换用其他扩展名，或在前面加上 --format，取 ${formats.join('、')} 之一`,
    workbookToTerminal: 'xlsx 不能显示在屏幕上：请用 --output 文件.xlsx 写入文件',
    twoToStandardOutput: '只能有一种格式写到标准输出：请为其余格式加上 --output 文件',
    outputTwice: (output: string) => `两种格式写入同一个文件：${output}`,
    outputIsInput: (output: string) => `输出文件同时是输入文件，不予覆盖：${output}`,
    subjectNotFound: (wishes: readonly string[], { noun }: Pick<Level, 'noun'>) =>
      `数据中没有这个${noun.zh}：${wishes.join('、')}`,
    /** Behind it: those that there are, of which some are listed, the nearest first. */
    subjectsThere: (there: readonly string[], total: number, { noun }: Pick<Level, 'noun' | 'plural'>) => {
      if (total === 0) return `；数据中没有任何${noun.zh}`;
      const all = `；数据中有 ${total} 个${noun.zh}`;
      return `${all}${there.length < total ? '，最接近的有' : ''}：${there.join('、')}`;
    },
    unknownCode: (code: string) => `没有代码“${code}”`,
    stdinTwice: '标准输入只能用作报告或数据之一',
    onlyEach: (option: string) => `${option} 只能与 --each 一起使用`,
    eachNeedsName: (format: string) =>
      `--each 与 --format ${format} 一起使用时，须用 --output 为每份报送各写一个文件，如 --output out/{name}.${format}；每份一行请用 table 或 jsonl`,
    linesInOneFile: (output: string) => `jsonl 把所有报送写入一个文件，每份一行：请从 --output ${output} 中去掉 {name}`,
    outputInOther: (output: string, submission: string) =>
      `${output} 在另一份报送 ${submission} 的文件夹中，会被当作它的数据：请写到别处`,
    baseOfEach: '--base 不能与 --each 一起使用：各份报送的文件不在同一文件夹中',
    baseOfFolders: (folders: readonly string[]) =>
      `--base 只能用于同一文件夹中的输入文件，这里有多个文件夹：${folders.join('、')}`,
  },
  progress: {
    rows: (rows: string) => `已读 ${rows} 行`,
    submissions: (done: number, of: number) => `已评定 ${done}/${of} 份`,
    share: (percent: number) => `${percent}%`,
    secondsLeft: (seconds: number) => `约剩 ${seconds} 秒`,
    minutesLeft: (minutes: number) => `约剩 ${minutes} 分钟`,
    separator: '，',
  },
  eachInterrupted: (done: number, of: number) =>
    `已中断：${of} 份报送已评定 ${done} 份；已写到标准输出的各行、已写出的单份报告都是完整的。`,
  interrupted: '已中断，没有写出任何文件。',
  standardOutput: '标准输出',
  cannotWrite: (output: string, cause: string) => `无法写入 ${output}：${cause}`,
  /** System error codes; any other is shown as it is. */
  causes: {
    ENOENT: '文件夹不存在',
    EACCES: '没有写入权限',
    EPERM: '没有写入权限，或文件正被其他程序使用',
    EISDIR: '这是一个文件夹',
    ENOTDIR: '路径中有一段不是文件夹',
    ENOSPC: '磁盘空间不足',
    EROFS: '磁盘为只读',
    ENODEV: '它不是普通文件',
  },
  bug: (version: string) =>
    `这是 streetcheck ${version} 的程序缺陷，不是数据的问题。请把上面的内容连同所用命令告诉开发者。`,
};

/** Every text of the command line itself; what a report says is the report's own. */
export type Words = typeof zh;

const en: Words = {
  language: 'en',
  help: {
    titles: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
    options: '[options]',
    command: '[command]',
    program: 'Judges whether subjects meet a published standard: with reasons, evidence, and what is still unknown.',
    assess: 'judge the subjects',
    validate: 'only check whether a submission is fit to be judged',
    plan: 'name the least that makes a failing subject pass, and where to check first',
    report: 'render a saved JSON report again, in any format',
    reportFile: 'a report saved with --format json, or - for standard input',
    verify: 'check a saved JSON report against the data: is it reproduced, and if not, why',
    verifyFormat: 'format of the answer: table or json; default table',
    verifyExitCodes: `Exit codes:
  0 reproduced byte for byte   1 something differs
  64 wrong usage   65 no valid report   66 report, data or ruleset not found
  70 a bug   78 invalid ruleset   130 interrupted`,
    audit: 'fill in what is missing on site, question by question: what decides comes first',
    auditFile: 'files to audit (CSV, YAML, JSON; xlsx as a copy), a folder, or TABLE=FILE',
    auditBy: 'who audits, for the record; default: asked at the beginning',
    auditSubject: 'audit this subject only; repeatable',
    auditExitCodes: `Exit codes:
  0 saved   64 wrong usage, or no terminal   65 invalid data
  66 a file or ruleset cannot be opened   70 a bug
  73 a file cannot be written, or was changed by someone else
  78 invalid ruleset   130 stopped, to go on later`,
    explain: 'explain a diagnostic or reason code at length, with an example',
    validateExitCodes: `Exit codes:
  0 fit to be judged   64 wrong usage   65 invalid data
  66 an input or ruleset cannot be opened   70 a bug
  73 an output cannot be written   78 invalid ruleset   130 interrupted`,
    helpCommand: 'show the usage of a command',
    helpOption: 'show this usage',
    version: 'show the version',
    path: 'a file, FILE#SHEET (such as book.xlsx#Sheet1), TABLE=FILE, a folder, or - for standard input',
    code: 'a code listed in a report, such as record.lossy-code',
    format: (known) => `report format: ${known.join(', ')}; repeatable`,
    output: 'write to a file, in the --format before it, else as its extension says',
    base: 'folder put in front of the paths of the inputs, which must lie in one folder',
    notes: 'list the notes one by one (else how many there are)',
    summary: 'csv: one row per subject',
    sarifAll: 'sarif: what passes or does not apply, too',
    rules: 'ruleset: an id, a folder or a file',
    year: 'year to judge, such as 2012; default: the latest in the data',
    lang: 'language: zh or en; default: that of the locale',
    encoding: 'encoding of the input, such as gb18030; default: recognised',
    onInvalid: 'invalid values: refuse to judge (refuse, the default) or take them as unknown (unknown)',
    maxWarnings: 'more warnings than this: exit code 65, as for invalid data',
    each: 'judge each PATH, or each folder and data file in a folder given, by itself: a line for each, or a report ({name} in --output is its name)',
    subject:
      'show this subject only, and let it alone decide; repeatable; also --LEVEL, the judged level of the ruleset',
    witnesses: 'records listed per finding, at most; default 20, 0 for all',
    quiet: 'show the verdicts only, without reasons and records',
    noColor: 'use no colour',
    exitCodes: `Exit codes:
  0 all pass   1 at least one fails   2 one unknown, none fails; or none applies
  64 wrong usage   65 invalid data   66 an input or ruleset cannot be opened
  70 a bug   73 an output cannot be written   78 invalid ruleset
  130 interrupted`,
  },
  usage: {
    unknownOption: (option) => `there is no option ${option}`,
    unknownCommand: (command) => `there is no command '${command}'`,
    optionWithoutValue: (option) => `option ${option} needs a value`,
    missingOption: (option) => `option ${option} is needed`,
    missingArgument: (name) => `missing argument ${name}`,
    tooManyArguments: 'too many arguments',
    didYouMean: (candidates) => `did you mean ${candidates.join(', ')}?`,
    noCommand: 'missing command',
    seeHelp: (command) => `for the usage: ${command} --help`,
    badValue: (option, value, expected) => `option ${option} cannot be '${value}': expected ${expected}`,
    oneOf: (values) => `one of ${values.join(', ')}`,
    fourDigits: 'a year of four digits, such as 2012',
    wholeNumber: 'a whole number, 0 or more',
    encodingLabel: 'a known encoding, such as utf-8, gb18030 or utf-16le',
    notEmpty: 'a name',
    outputWithoutFormat: (output) =>
      `--output ${output} has no --format of its own, nor an extension that says one: give pairs of --format F --output FILE`,
    noSuchReport: (output, formats) =>
      `what the extension of ${output} stands for cannot be written here: use another extension, or put --format in front of it, one of ${formats.join(', ')}`,
    workbookToTerminal: 'a workbook cannot be shown here: write it to a file with --output FILE.xlsx',
    twoToStandardOutput: 'only one format can go to standard output: give the others an --output FILE',
    outputTwice: (output) => `two formats would be written to the same file: ${output}`,
    outputIsInput: (output) => `this output is also an input and is not overwritten: ${output}`,
    subjectNotFound: (wishes, { noun }) => `no such ${noun.en} in the data: ${wishes.join(', ')}`,
    subjectsThere: (there, total, { noun, plural }) => {
      if (total === 0) return `; it has no ${noun.en} at all`;
      const all = `; it has ${total} ${total === 1 ? noun.en : plural}`;
      return `${all}${there.length < total ? ', the nearest are' : ''}: ${there.join(', ')}`;
    },
    unknownCode: (code) => `there is no code '${code}'`,
    stdinTwice: 'standard input can be the report or the data, not both',
    onlyEach: (option) => `${option} is only for --each`,
    eachNeedsName: (format) =>
      `--each with --format ${format} needs an --output for each submission, such as --output out/{name}.${format}; for a line each use table or jsonl`,
    linesInOneFile: (output) =>
      `jsonl writes all submissions into one file, a line for each: leave {name} out of --output ${output}`,
    outputInOther: (output, submission) =>
      `${output} lies in the folder of another submission, ${submission}, and would be read with it: write it elsewhere`,
    baseOfEach: '--base is not for --each: the submissions do not lie in one folder',
    baseOfFolders: (folders) =>
      `--base is for the inputs of one folder, and these lie in several: ${folders.join(', ')}`,
  },
  progress: {
    rows: (rows) => `${rows} rows read`,
    submissions: (done, of) => `${done} of ${of} submissions judged`,
    share: (percent) => `${percent}%`,
    secondsLeft: (seconds) => `about ${seconds} s left`,
    minutesLeft: (minutes) => `about ${minutes} min left`,
    separator: ', ',
  },
  eachInterrupted: (done, of) =>
    `Interrupted: ${done} of ${of} submissions are judged; the lines on standard output and the reports of single submissions are whole.`,
  interrupted: 'Interrupted; no file was written.',
  standardOutput: 'standard output',
  cannotWrite: (output, cause) => `cannot write ${output}: ${cause}`,
  causes: {
    ENOENT: 'the folder does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied, or another program is using the file',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of the path is not a folder',
    ENOSPC: 'no space left on the disk',
    EROFS: 'the disk is read-only',
    ENODEV: 'it is no regular file',
  },
  bug: (version) =>
    `This is a bug in streetcheck ${version}, not a fault of the data. Please report the lines above and the command used.`,
};

export const wordsOf = (language: Language): Words => ({ zh, en })[language];
